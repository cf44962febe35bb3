"""Drawing areas as paths with a place for their number."""

from alliance.sources.maps import Outline
from alliance.web.maps import lay_out

SQUARE = ((0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0), (0.0, 0.0))
HOOK = (
    *((0.0, 0.0), (300.0, 0.0), (300.0, 40.0), (40.0, 40.0)),
    *((40.0, 300.0), (0.0, 300.0), (0.0, 0.0)),
)


def test_north_is_up_and_the_top_left_corner_is_where_it_begins() -> None:
    far = tuple((x + 100, y + 50) for x, y in SQUARE)
    found = lay_out([Outline("A", "a", (SQUARE,)), Outline("B", "b", (far,))])
    assert (found.width, found.height) == (200, 150)
    assert found.shapes["A"].d == "M0 150L100 150L100 50L0 50Z"
    assert found.shapes["B"].d.startswith("M100 100")


def test_the_number_stands_in_the_middle_of_an_area() -> None:
    shape = lay_out([Outline("A", "a", (SQUARE,))]).shapes["A"]
    assert (shape.x, shape.y) == (50, 50)


def test_the_number_of_a_bent_area_stands_inside_it() -> None:
    shape = lay_out([Outline("A", "a", (HOOK,))]).shapes["A"]
    x, y = shape.x, 300 - shape.y
    assert 0 < x < 300 and 0 < y < 300 and (x < 40 or y < 40)


def test_the_number_stays_out_of_a_hole() -> None:
    hole = ((20.0, 20.0), (80.0, 20.0), (80.0, 80.0), (20.0, 80.0), (20.0, 20.0))
    shape = lay_out([Outline("A", "a", (SQUARE, hole))]).shapes["A"]
    assert not (20 < shape.x < 80 and 20 < shape.y < 80)
    assert shape.d.count("M") == 2


def test_nothing_to_draw_takes_no_room() -> None:
    assert lay_out([]).shapes == {}
