"""Minutes draft themselves, without a name; what leaves the group holds nothing confidential."""

from datetime import date, time

from alliance.events.meetings import AgendaLine
from alliance.events.minutes_drafts import LATE, LOOSE, draft_minutes, outward
from alliance.events.records import Minutes, MinutesItem, MinutesLine

THURSDAY = date(2026, 11, 26)
OPEN = AgendaLine(key="item:a", title="Vervoer", kind="bespreken", minutes=10, reason="Daarom.")
CLOSED = AgendaLine(
    key="item:b", title="Een klacht", kind="bespreken", minutes=5, reason="X.", confidential=True
)
BEHIND = AgendaLine(
    key="action:a1", title="Lukt het nog? Bel", kind="bespreken", minutes=5, reason="X."
)
DECIDED = MinutesLine(kind="besluit", statement="We rijden.", of="decision:d1")
NOTED = MinutesLine(kind="notitie", statement="Iedereen was er.", of="note:n1")


def drafted() -> Minutes:
    return draft_minutes(
        title="Kerngroep, donderdag 26 november 2026",
        group="kerngroep",
        on=THURSDAY,
        start=time(14),
        place="De Wel",
        seats=[("CJG", "aanwezig"), ("CJG", "aanwezig"), ("Lelie", "afgemeld"), ("lid", "afwezig")],
        agenda=[OPEN, CLOSED, BEHIND],
        recorded=[("item:a", DECIDED), ("item:b", NOTED), (None, NOTED), ("item:weg", NOTED)],
    )


def test_every_point_stands_there_with_what_came_of_it() -> None:
    minutes = drafted()
    assert [item.title for item in minutes.items] == [
        "Vervoer",
        "Een klacht",
        "Lukt het nog? Bel",
        LOOSE,
    ]
    assert minutes.items[0] == MinutesItem(
        title="Vervoer", key="item:a", kind="bespreken", lines=(DECIDED,)
    )
    assert minutes.items[-1].lines == (NOTED, NOTED)


def test_who_was_there_stands_by_organisation_and_is_counted() -> None:
    minutes = drafted()
    assert minutes.present == ("CJG (2)",)
    assert (minutes.excused, minutes.absent) == (("Lelie",), ("lid",))


def test_what_leaves_the_group_holds_nothing_confidential_and_no_absence() -> None:
    told = outward(drafted())
    assert [item.title for item in told.items] == ["Vervoer", LATE, LOOSE]
    assert "klacht" not in repr(told) and "Bel" not in repr(told)
    assert (told.present, told.excused, told.absent) == (("CJG (2)",), (), ())


def test_a_meeting_without_anything_has_minutes_too() -> None:
    bare = draft_minutes(
        title="Kerngroep",
        group="kerngroep",
        on=THURSDAY,
        start=None,
        place=None,
        seats=[],
        agenda=[],
        recorded=[],
    )
    assert bare.items == () and bare.present == ()
