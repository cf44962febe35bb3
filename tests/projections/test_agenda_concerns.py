"""What coverage found comes on the agenda of who can do something about it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alliance.events.meetings import AgendaLine, AgendaSet, MeetingPlanned
from alliance.events.words import GebiedNamed
from alliance.projections.agenda import proposed
from alliance.projections.agenda_concerns import HEAVIEST, Concern
from alliance.projections.agenda_occasion import overlap
from alliance.projections.agenda_points import Point
from tests.projections.conftest import Given
from tests.projections.plan import plan

Asked = Callable[..., Any]
IMPORTED, BEFORE, TODAY, THURSDAY = (date(2026, 11, day) for day in (2, 5, 22, 26))
CORE, YOUNG, WIJK, SOUNDING = "kerngroep", "themagroep_t3", "wop_schenkel", "klankbordgroep"
NICK = Concern(
    key="gap:nick:plek:WK050207",
    title="Iemand als Nick in Schollevaar: een veilige plek",
    reason="Geen enkel aanbod past bij deze behoefte.",
    weight=3,
    target_groups=("jongeren_12_24",),
    areas=("WK050207",),
    streams=("persona:nick",),
)
YONAS = Concern(
    key="gap:yonas:netwerk:WK050206",
    title="Iemand als Yonas in Schenkel: een netwerk",
    reason="Er is één aanbod, maar dat is vol.",
    weight=5,
    target_groups=("nieuwkomers",),
    areas=("WK050206",),
)
NEVER = Concern(
    key="offers:never", title="Geen enkel aanbod is ooit bevestigd", reason="Van de 23 is er geen."
)
WEL = Concern(
    key="confirm:de_wel",
    title="koffieochtend",
    reason="Nog nooit bevestigd.",
    target_groups=("jongeren_12_24",),
    streams=("offer:de_wel",),
)


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    named = GebiedNamed(gebied="schenkel", name="Schenkel", areas=("WK050206",), source="plan")
    given(*plan(), named, by="import", at=IMPORTED)


def points(asked: Asked, group: str, today: date = TODAY, **found: Any) -> dict[str, Point]:
    proposal = asked(proposed, group, today, **found)
    return {point.key: point for point in (*proposal.points, *proposal.backlog)}


def was_on_agenda(given: Given, group: str, key: str) -> None:
    line = AgendaLine(key=key, title="Punt", kind="bespreken", minutes=10, reason="Daarom.")
    given(
        MeetingPlanned(meeting="m1", group=group, on=BEFORE),
        MeetingPlanned(meeting="m2", group=group, on=THURSDAY),
        AgendaSet(meeting="m1", lines=(line,)),
    )


def test_a_gap_comes_to_the_theme_group_that_is_there_for_them(asked: Asked) -> None:
    found = points(asked, YOUNG, gaps=[YONAS, NICK])

    assert found[NICK.key].title == NICK.title
    assert found[NICK.key].reason == NICK.reason
    assert found[NICK.key].streams == ("persona:nick",)
    assert YONAS.key not in found


def test_a_gap_comes_to_the_group_of_its_wijk(asked: Asked) -> None:
    found = points(asked, WIJK, gaps=[YONAS, NICK])

    assert YONAS.key in found
    assert NICK.key not in found


def test_the_core_group_sees_all_gaps_as_one_point(asked: Asked) -> None:
    point = points(asked, CORE, gaps=[NICK, YONAS])["gaps:all"]

    assert point.title == "2 keer is er niets passends"
    assert point.reason == (
        "Het zwaarst weegt: Iemand als Yonas in Schenkel: een netwerk; Iemand als Nick in"
        " Schollevaar: een veilige plek. Bij 1 hoort geen themagroep: wie pakt die op?"
    )


def test_when_every_gap_has_a_theme_group_nobody_is_asked_to_take_it(asked: Asked) -> None:
    point = points(asked, CORE, gaps=[NICK])["gaps:all"]

    assert point.title == "Eén keer is er niets passends"
    assert point.reason.endswith("een veilige plek.")


def test_a_gap_is_brought_to_a_group_once(given: Given, asked: Asked) -> None:
    was_on_agenda(given, YOUNG, NICK.key)

    assert NICK.key not in points(asked, YOUNG, gaps=[NICK])


def test_only_the_heaviest_gaps_wait_in_line(asked: Asked) -> None:
    many = [
        Concern(key=f"gap:nick:{n}", title="Nick", reason="Niets.", theme="T3", weight=n)
        for n in range(HEAVIEST + 5)
    ]
    found = [key for key in points(asked, YOUNG, gaps=many) if key.startswith("gap:")]

    assert len(found) == HEAVIEST
    assert found[0] == f"gap:nick:{HEAVIEST + 4}"


def test_offers_to_confirm_are_asked_after_together(asked: Asked) -> None:
    point = points(asked, YOUNG, to_confirm=[WEL])["offers:confirm"]

    assert point.title == "Vraag na of één aanbod nog klopt"
    assert point.reason == "Nog te bevestigen: Koffieochtend. Spreek af wie het navraagt."
    assert point.streams == ("offer:de_wel",)
    assert "offers:confirm" not in points(asked, "themagroep_t4", to_confirm=[WEL])
    assert "offers:confirm" in points(asked, CORE, to_confirm=[WEL])


def test_what_the_whole_offer_shows_is_for_the_core_group(asked: Asked) -> None:
    assert points(asked, CORE, facts=[NEVER])[NEVER.key].reason == NEVER.reason
    assert NEVER.key not in points(asked, YOUNG, facts=[NEVER])


def test_the_sounding_board_thinks_along_about_facts(asked: Asked) -> None:
    found = points(asked, SOUNDING, facts=[NEVER], gaps=[NICK])

    assert found[NEVER.key].kind == "meedenken"
    assert NICK.key not in found


def test_a_fact_rests_half_a_year_after_it_was_discussed(given: Given, asked: Asked) -> None:
    was_on_agenda(given, CORE, NEVER.key)

    assert NEVER.key not in points(asked, CORE, facts=[NEVER])
    again = points(asked, CORE, date(2027, 6, 1), facts=[NEVER])[NEVER.key]
    assert again.reason.endswith("Dit stond ook op de agenda van 5 november 2026.")


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("WK050206", "BU05020612", True),
        ("BU05020612", "GM0502", True),
        ("WK050206", "WK050207", False),
        ("schenkel", "schenkel", True),
        ("schenkel", "WK050206", False),
    ],
)
def test_an_area_overlaps_with_what_lies_within_it(one: str, other: str, together: bool) -> None:
    assert overlap(one, other) is together
