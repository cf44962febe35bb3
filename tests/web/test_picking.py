"""Picking from a long list: a part of a name is enough, what is unclear is asked."""

import pytest

from alliance.web.picking import NONE, exact, finds, read_pick
from tests.web.visitor import Page, Visitor, attribute

PLACES = {
    "WK1": "Schenkel (wijk)",
    "g1": "Schenkel (gebied)",
    "BU1": "Oude Plaats",
    "BU2": "Café-einde",
}
OFFER = "/aanbod/b13/koppelen"


@pytest.mark.parametrize(
    ("typed", "offered", "picked"),
    [
        ("", "", None),
        ("BU1", "", "BU1"),
        ("oude plaats", "", "BU1"),
        ("CAFE-EINDE", "", "BU2"),
        ("schenkel", "g1", "g1"),
        ("", "g1", "g1"),
        ("Oude Plaats", NONE, NONE),
    ],
)
def test_a_name_is_known_however_it_was_written(
    typed: str, offered: str, picked: str | None
) -> None:
    assert read_pick(typed, offered, PLACES | {NONE: "overal"}) == picked


@pytest.mark.parametrize(
    ("typed", "offered", "said"),
    [
        ("schenkel", "", "Kies hieronder"),
        ("oude", "g1", "Kies hieronder"),
        ("Rotterdam", "", "In de lijst staat geen “Rotterdam”"),
        ("geen", "", "In de lijst staat geen"),
    ],
)
def test_what_is_unclear_is_asked_and_never_guessed(typed: str, offered: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_pick(typed, offered, PLACES)


def test_a_word_that_is_also_a_key_is_only_a_word() -> None:
    needs = {"netwerk": "Eigen netwerk opbouwen", "buren": "Buren in je netwerk", "rouw": "Verlies"}
    assert exact("netwerk", needs) == []
    assert exact("rouw", needs) == ["rouw"]


def test_a_name_that_begins_with_what_was_typed_comes_first() -> None:
    known = {"a": "De oude haven", "b": "Oude Plaats", "c": "Nieuw"}
    assert [key for key, _ in finds("oude", known)] == ["b", "a"]
    assert exact("nieuw", known) == ["c"]
    assert finds("", known) == []


def offered(page: Page, name: str) -> list[str]:
    """The keys of the boxes or rounds that a page offers under this name."""
    return [attribute(one, "value") for one in page.html.query(f"input[name={name}]")]


def test_one_letter_offers_seven_names_and_says_that_there_are_more(noor: Visitor) -> None:
    page = noor.send(OFFER, {"needs": [], "needs-zoek": "e", "zoek": "needs"}, 200)
    assert len(offered(page, "needs")) == 7
    assert "Er zijn er nog meer. Typ meer letters" in page.text


def test_what_was_looked_up_is_added_to_what_was_ticked(noor: Visitor) -> None:
    looked_up = {"needs": ["netwerk"], "needs-zoek": "xyz", "zoek": "needs"}
    page = noor.send(OFFER, looked_up, 200)
    assert offered(page, "needs") == ["netwerk"]
    assert "In de lijst staat geen “xyz”" in page.text
    whole = looked_up | {"needs-zoek": "nederlands leren en oefenen"}
    page = noor.send(OFFER, whole, 200)
    assert page.fields()["needs"] == ["netwerk", "taal"]
    noor.send(OFFER, page.fields() | {"needs-zoek": "omgaan met verlies"})
    assert noor.open(OFFER).fields()["needs"] == ["netwerk", "taal", "rouw"]


def test_a_place_is_found_by_a_part_of_its_name(noor: Visitor) -> None:
    page = noor.send(OFFER, {"areas-zoek": "schollev", "zoek": "areas"}, 200)
    assert "WK050207" in offered(page, "areas")
    page = noor.send(OFFER, {"areas-zoek": "Rotterdam"}, 422)
    assert page.text.count("In de lijst staat geen") == 2
