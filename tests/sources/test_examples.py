"""The examples: a year in which everything happens, the same each time, written by the rules."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from alliance import journal, members
from alliance.config import PERSONA_DATA
from alliance.database import reading
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from alliance.events.base import KINDS, Event
from alliance.events.meetings import MeetingPlanned
from alliance.events.offers import OfferConfirmed
from alliance.events.organisations import MemberJoined, MemberLeft, OrganisationJoined, RoleAssigned
from alliance.events.sources import ExamplesAdded
from alliance.journal import Entry
from alliance.privacy import check_texts
from alliance.projections import coverage_gaps
from alliance.sources import NotEmpty, add_examples, import_folder
from alliance.sources.examples import new_keys, story
from alliance.sources.examples.cast import CAST
from alliance.sources.examples.lists import UNSIGNED
from alliance.sources.examples.pen import Pen, Told
from alliance.sources.plan import read_plan
from tests.conftest import Clock

UNTIL = date(2026, 11, 21)
KEYS = {key: f"key-of-{key}" for key in new_keys()}


@pytest.fixture(scope="module")
def plan() -> list[Entry]:
    """The plan as it stands in a journal."""
    at = datetime(2025, 11, 20, 12, tzinfo=UTC)
    return [
        Entry(place, item.event.stream, 1, item.event.stored_name, at, "import", item.event)
        for place, item in enumerate(read_plan(PERSONA_DATA), 1)
    ]


def events(told: Sequence[Told]) -> list[Event]:
    return [event for one in told for event in one.events]


def make_demo(desk: Desk, clock: Clock, until: date = UNTIL) -> None:
    noon = datetime(until.year, until.month, until.day, 12, tzinfo=UTC)
    clock.now = noon - timedelta(days=365)
    import_folder(desk, PERSONA_DATA)
    add_examples(desk, until)
    clock.now = noon + timedelta(days=1)


def test_every_kind_of_event_happens_in_plan_or_story(plan: list[Entry]) -> None:
    happened = {entry.name for entry in plan}
    happened |= {event.stored_name for event in events(story(UNTIL, plan, KEYS))}
    assert happened == KINDS.keys()


def test_the_story_is_the_same_each_time_but_for_the_keys(plan: list[Entry]) -> None:
    assert story(UNTIL, plan, KEYS) == story(UNTIL, plan, KEYS)
    mine, other = (story(UNTIL, plan, new_keys()) for _ in range(2))
    assert mine != other
    assert [one.at for one in mine] == [one.at for one in other]
    same = {one.by for one in mine} & {one.by for one in other}
    assert {by for by in same if not by.startswith("organisation:")} == {"import"}


@pytest.mark.parametrize("later", range(7))
def test_the_story_can_end_on_any_weekday(plan: list[Entry], later: int) -> None:
    until = UNTIL + timedelta(days=later)
    told = story(until, plan, KEYS)
    assert told[0].events == (ExamplesAdded(example="capelle", until=until),)
    assert sorted(one.at for one in told) == [one.at for one in told]
    assert until - timedelta(days=364) == told[0].at.date()
    assert told[-1].at.date() <= until
    coming = [event for event in events(told) if isinstance(event, MeetingPlanned)]
    core = [event.on for event in coming if event.group == "kerngroep" and event.on > until]
    assert until < min(core) <= until + timedelta(days=10)


@pytest.mark.parametrize("until", [date(2027, 1, 2), date(2028, 2, 29), date(2026, 4, 12)])
def test_the_story_can_end_around_holidays_and_leap_days(plan: list[Entry], until: date) -> None:
    told = story(until, plan, KEYS)
    meetings = [event for event in events(told) if isinstance(event, MeetingPlanned)]
    held = [event.on for event in meetings if event.on <= until and event.place]
    assert len(held) >= 40


def test_no_example_speaks_of_a_recognisable_person(plan: list[Entry]) -> None:
    check_texts(events(story(UNTIL, plan, KEYS)))


def test_everyone_acts_only_while_taking_part(plan: list[Entry]) -> None:
    inside = {"import", *(entry.stream for entry in plan if entry.name == "organisation_joined")}
    for one in story(UNTIL, plan, KEYS):
        assert one.by in inside
        for event in one.events:
            if isinstance(event, MemberJoined):
                inside.add(event.member)
            elif isinstance(event, OrganisationJoined):
                inside.add(event.stream)
            elif isinstance(event, MemberLeft):
                inside.discard(event.member)
            elif isinstance(event, ActionAgreed) and event.owner:
                assert event.owner in inside


def test_there_is_someone_in_every_role(plan: list[Entry]) -> None:
    given = events(story(UNTIL, plan, KEYS))
    roles = {event.role for event in given if isinstance(event, RoleAssigned)}
    assert roles == {
        "aanjager",
        "beheerder",
        "beleidsmedewerker",
        "voorzitter",
        "lid",
        "contactpersoon",
        "raadslid",
    }


def test_a_demo_knows_whom_the_alliance_has_nothing_for(desk: Desk, clock: Clock) -> None:
    make_demo(desk, clock)
    assert desk.behind() == {}
    with desk.reading() as now:
        missing = {gap.key for gap in now.ask(coverage_gaps.gaps, now.today)}
        entries = list(journal.entries(now.db, kinds=[ActionAgreed]))
    assert "gap:yonas:netwerk:schollevaar" in missing
    (search,) = [
        event
        for entry in entries
        if isinstance(event := entry.event, ActionAgreed) and "Een maatje zoeken" in event.title
    ]
    assert search.organisation == "welzijn_capelle"
    assert search.by_when is not None and search.by_when > UNTIL + timedelta(days=10)
    assert search.by_when.day == 1


def test_each_example_has_its_own_moment(sqlite_desk: Desk, clock: Clock) -> None:
    make_demo(sqlite_desk, clock)
    with reading(sqlite_desk.engine) as db:
        entries = list(journal.entries(db))
    assert 600 <= len(entries) <= 2_500
    assert len({entry.at.date() for entry in entries}) > 150
    assert entries[-1].at.date() <= UNTIL


def test_the_phone_book_holds_the_cast_but_not_who_was_erased(
    sqlite_desk: Desk, clock: Clock
) -> None:
    make_demo(sqlite_desk, clock)
    with reading(sqlite_desk.engine) as db:
        names = sorted(members.names(db).values())
        unsigned = [f"{key.capitalize()} Voorbeeld" for key in UNSIGNED]
        assert names == sorted([*unsigned, *(one.name for one in CAST if not one.erased)])
        assert members.find_by_mail(db, "noor@voorbeeld.example")
        assert members.find_by_mail(db, "kees@voorbeeld.example") is None


def test_importing_the_plan_after_the_year_changes_nothing(sqlite_desk: Desk, clock: Clock) -> None:
    make_demo(sqlite_desk, clock)
    report = import_folder(sqlite_desk, PERSONA_DATA)
    assert report.total == {"unchanged": report.total.total()}


def test_examples_are_refused_where_a_member_wrote(sqlite_desk: Desk, clock: Clock) -> None:
    import_folder(sqlite_desk, PERSONA_DATA)
    sqlite_desk.record([OfferConfirmed(offer="b02")], by="noor")
    clock.forward(days=400)
    with pytest.raises(NotEmpty, match="al in gebruik"):
        add_examples(sqlite_desk, clock.now.date())


def test_examples_are_refused_a_second_time(sqlite_desk: Desk, clock: Clock) -> None:
    make_demo(sqlite_desk, clock)
    with pytest.raises(NotEmpty, match="al in gebruik"):
        add_examples(sqlite_desk, UNTIL)


def test_examples_are_refused_without_the_plan(sqlite_desk: Desk, clock: Clock) -> None:
    with pytest.raises(NotEmpty, match="alliance import"):
        add_examples(sqlite_desk, UNTIL)


def test_examples_are_refused_when_the_plan_is_too_new(sqlite_desk: Desk, clock: Clock) -> None:
    import_folder(sqlite_desk, PERSONA_DATA)
    with pytest.raises(NotEmpty, match="korter dan een jaar"):
        add_examples(sqlite_desk, clock.now.date())
    with reading(sqlite_desk.engine) as db:
        assert members.names(db) == {}


def test_the_pen_refuses_a_story_out_of_order() -> None:
    pen = Pen(UNTIL, {"noor": "n"}, [])
    pen.write("noor", pen.day(10), OfferConfirmed(offer="koffie"))
    with pytest.raises(ValueError, match="after what came later"):
        pen.write("noor", pen.day(20), OfferConfirmed(offer="koffie"))
