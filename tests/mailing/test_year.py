"""A year of mail, day by day: nothing twice, nothing missed, every budget kept."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from alliance.documents.week_since import HOME
from alliance.dutch import weekday
from alliance.events.actions import ActionAgreed
from alliance.holidays import is_quiet
from alliance.mailing.checks import AGAIN, TWICE
from alliance.mailing.days import mail_day, week_of
from alliance.matching import FRESH
from benchmarks.mail_questions import BEGIN
from benchmarks.mail_year import (
    ACTIONS,
    DAYS,
    GROUPS,
    MEMBERS,
    NEVER,
    ORGANISATIONS,
    RING,
    Sent,
    Year,
    member,
    simulate,
)
from benchmarks.offers_year import ANSWERS_AFTER, WEEKLY, answers, asked_on

URGENT = "vraag"
"""The kind of letter that stands outside the budget: a question that cannot wait."""
MONTHLY = {f"member:{member(number)}" for number in range(MEMBERS - NEVER, MEMBERS)}
LAST = BEGIN + timedelta(days=DAYS - 1)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    return simulate(tmp_path_factory.mktemp("year"))


def by_recipient(year: Year) -> dict[str, list[Sent]]:
    found: dict[str, list[Sent]] = {}
    for one in year.sent:
        found.setdefault(one.to, []).append(one)
    return found


def turns(year: Year, to: str) -> list[date]:
    """The mail days of someone who signs in, found without the code that sends."""
    weeks = (BEGIN + timedelta(days=7 * number) for number in range(DAYS // 7))
    return [day for week in weeks if (day := mail_day(week, year.days[to]))]


def days_from(day: date) -> Iterator[date]:
    """This day and those after it."""
    return (day + timedelta(days=number) for number in range(60))


def expected_at(group: str) -> set[str]:
    """Who sign in and are in a group."""
    there = range(MEMBERS - NEVER)
    return {f"member:{member(one)}" for one in there if [*GROUPS][one % len(GROUPS)] == group}


def told(year: Year, action: ActionAgreed) -> list[date]:
    """The days on which its owner got mail about an action."""
    to = f"member:{action.owner}"
    return [one.on for one in year.sent if one.to == to and action.title in one.body]


def test_the_year_has_the_size_that_was_asked(year: Year) -> None:
    assert len(year.meetings) == 8 + 3 * 8 + 4
    assert (len(year.actions), MEMBERS, NEVER) == (ACTIONS, 60, 20)
    assert len(year.sent) > 500


def test_nobody_gets_two_mails_in_a_week(year: Year) -> None:
    weeks = [(one.to, week_of(one.on)) for one in year.sent if one.kind != URGENT]
    assert len(weeks) == len(set(weeks))


def test_who_never_signs_in_gets_at_most_one_a_month(year: Year) -> None:
    for to, sent in by_recipient(year).items():
        if to in MONTHLY:
            days = [one.on for one in sent if one.kind != URGENT]
            months = [(day.year, day.month) for day in days]
            assert len(months) == len(set(months)), to
            assert all(b - a >= timedelta(days=28) for a, b in pairwise(days)), to


def test_who_does_not_take_part_hears_four_times_a_year_and_never_in_between(year: Year) -> None:
    ring = {to: sent for to, sent in by_recipient(year).items() if to.startswith("organisation:")}
    assert len(ring) == RING
    for to, sent in ring.items():
        assert {one.kind for one in sent} == {"buitenring"}
        quarters = [(one.on.year, (one.on.month - 1) // 3) for one in sent]
        assert quarters == [(2026, 0), (2026, 1), (2026, 2), (2026, 3)], to
        assert all(one.on.month % 3 == 1 or one.on.day <= 15 for one in sent), to
        assert all(b.on - a.on >= timedelta(weeks=8) for a, b in pairwise(sent)), to


def test_who_takes_part_never_gets_the_letter_for_who_does_not(year: Year) -> None:
    others = [one for one in year.sent if one.to.startswith("member:")]
    assert others and "buitenring" not in {one.kind for one in others}


def test_an_answer_that_someone_else_wrote_down_is_told_once_to_whose_it_is(year: Year) -> None:
    assert sum(one.noted for one in year.asked.values()) > 30
    for one in year.asked.values():
        got = [sent.to for sent in year.sent if f"{one.title}\nGebeld op" in sent.body]
        assert got == ([f"member:{one.of}"] if one.noted else []), one


def test_who_took_a_question_hears_once_what_came_of_it(year: Year) -> None:
    for one in year.asked.values():
        got = [sent.to for sent in year.sent if f"{one.title}\nDit deed je." in sent.body]
        assert got == ([] if one.by_when else [f"member:{one.of}"]), one


def test_a_question_is_mailed_apart_only_when_its_day_comes_before_the_mail(year: Year) -> None:
    apart = {
        (one.to, key): one.on
        for one in year.sent
        for key, asked in year.asked.items()
        if one.kind == URGENT and asked.title in one.body
    }
    assert len(apart) == sum(one.kind == URGENT for one in year.sent)
    expected = {}
    for key, one in year.asked.items():
        to = f"member:{one.of}"
        if one.by_when is None or to in MONTHLY:
            continue
        leaves = next(day for day in days_from(one.on) if not is_quiet(day))
        mailed = next(day for day in turns(year, to) if day >= one.on)
        if leaves < mailed and leaves <= one.by_when <= mailed and one.answered > leaves:
            expected[to, key] = leaves
    assert {one: day for one, day in apart.items() if one[0] not in MONTHLY} == expected
    assert expected


def test_no_mail_leaves_on_a_quiet_day(year: Year) -> None:
    assert not [one for one in year.sent if is_quiet(one.on)]


def test_every_action_is_told_on_each_mail_day_it_is_due_or_late(year: Year) -> None:
    for key, action in year.actions.items():
        to, due = f"member:{action.owner}", action.by_when
        assert due
        if to in MONTHLY:
            continue
        mine = turns(year, to)
        after = dict(pairwise([*mine, LAST + timedelta(days=7)]))
        expected = [
            day
            for day in mine
            if year.agreed[key] <= day < year.done[key]
            and due <= max(day + timedelta(days=7), after[day])
        ]
        assert told(year, action) == expected, key


def test_who_never_signs_in_hears_of_everything_before_its_day(year: Year) -> None:
    heard = 0
    for key, action in year.actions.items():
        assert action.by_when
        open_at_due = year.done[key] > action.by_when
        if f"member:{action.owner}" in MONTHLY and open_at_due and action.by_when < LAST:
            assert min(told(year, action)) <= action.by_when, key
            heard += 1
    assert heard > 30


def test_every_meeting_can_be_told_at_home_once_by_all_who_were_expected(year: Year) -> None:
    for meeting in year.meetings:
        if meeting.on > LAST - timedelta(days=14):
            continue
        told = f"{HOME}\n\n"
        page = f"Groep {meeting.group}, {weekday(meeting.on)}\nWat is besloten"
        got = [one.to for one in year.sent if told in one.body and page in one.body]
        assert len(got) == len(set(got)), meeting.meeting
        assert expected_at(meeting.group) <= {*got}, meeting.meeting


def test_the_first_mail_of_everyone_says_where_the_address_comes_from(year: Year) -> None:
    for to, sent in by_recipient(year).items():
        first, *later = ["onze eerste mail" in one.body for one in sent]
        assert first and not any(later), to


def test_every_meeting_is_named_to_all_who_sign_in_and_are_expected(year: Year) -> None:
    for meeting in year.meetings:
        expected = expected_at(meeting.group)
        named = {one.to for one in year.sent if f"/bijeenkomsten/{meeting.meeting}\n" in one.body}
        assert expected <= named, meeting.meeting


def asked(year: Year, number: int) -> list[date]:
    """The days on which an organisation was asked about its offers."""
    return asked_on(number, [(one.to, one.on, one.body) for one in year.sent])


def test_who_is_silent_about_offers_is_asked_twice_a_month_apart(year: Year) -> None:
    for number in range(ORGANISATIONS):
        if not answers(number):
            days = asked(year, number)
            assert len(days) == TWICE and days[1] - days[0] >= AGAIN, number
            assert days[0] <= BEGIN + timedelta(days=7), number


def test_who_answers_is_asked_again_when_the_answer_is_half_a_year_old(year: Year) -> None:
    for number in filter(answers, range(ORGANISATIONS)):
        first, second = asked(year, number)
        fresh_until = first + ANSWERS_AFTER + FRESH
        wait = timedelta(days=7 if number < WEEKLY else 31)
        assert fresh_until < second <= fresh_until + wait, number
