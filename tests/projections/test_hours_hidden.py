"""Whatever members note, set right and take back: nobody can work out the hours of another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import product

import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from alliance.entry import Entry
from alliance.events.base import Event
from alliance.events.hours import (
    HoursCorrected,
    HoursFacts,
    HoursNoted,
    HoursWithdrawn,
    closes_on,
    last_of,
)
from alliance.projections import hours
from alliance.projections.hours import FLOOR, PROJECTION, Quarter
from alliance.projections.rows import Rows

PEOPLE, ROLES = "abcde", ("r1", "r2")
QUARTERS = date(2026, 1, 1), date(2026, 4, 1)
MONTHS = [date(2026, month, 1) for month in (1, 2, 4, 5)]
DAYS = [date(2026, 1, 20) + timedelta(days=9 * number) for number in range(25)]
PRIME = 1_000_003

Cell = tuple[str, str, date]
"""What one person noted of one role in one quarter."""
Move = tuple[date, str, str, date, int | None]
"""On a day someone says this of one role in one month; None takes it back."""
Told = Mapping[tuple[str, date], Quarter]
life = st.lists(
    st.tuples(
        st.sampled_from(DAYS),
        st.sampled_from(PEOPLE),
        st.sampled_from(ROLES),
        st.sampled_from(MONTHS),
        st.one_of(st.none(), st.integers(1, 20)),
    ),
    min_size=4,
    max_size=40,
)


def journal(moves: Iterable[Move]) -> Iterator[Entry]:
    """What was said, in the order of its days; who takes back what is not there says nothing."""
    now: dict[str, HoursFacts] = {}
    for number, (day, who, role, month, halves) in enumerate(sorted(moves, key=lambda m: m[0]), 1):
        key = f"{who}-{role}-{month:%m}"
        event: Event | None
        if halves is None:
            event = HoursWithdrawn(hours=key) if now.pop(key, None) else None
        else:
            kind = HoursCorrected if key in now else HoursNoted
            event = now[key] = kind(
                hours=key,
                member=who,
                role=role,
                since=month,
                until=last_of(month),
                minutes=halves * 30,
            )
        if event:
            yield entry(event, number, day, who)


def entry(event: Event, number: int, day: date, who: str) -> Entry:
    at = datetime.combine(day, time(12), UTC)
    return Entry(number, event.stream, 1, event.stored_name, at, who, event)


def seen_on(entries: Sequence[Entry], today: date) -> Told:
    """All that the site tells of these entries to whoever looks on a day."""
    engine = sa.create_engine("sqlite://")
    rows = Rows()
    for one in entries:
        PROJECTION.apply(rows, one)
    with engine.begin() as db:
        hours.tables.create_all(db)
        rows.fill(db)
        found = {
            (role, first): hours.quarter(db, role, first, today)
            for role, first in product(ROLES, QUARTERS)
        }
    engine.dispose()
    return found


def who_counted(entries: Sequence[Entry], role: str, first: date) -> dict[str, int]:
    """Who had noted how many minutes when a quarter closed, worked out in another way."""
    closes, now = closes_on(first), dict[str, HoursFacts]()
    for one in entries:
        if one.at.date() <= closes:
            match one.event:
                case HoursFacts() as event:
                    now[event.hours] = event
                case HoursWithdrawn(hours=key):
                    del now[key]
    found: dict[str, int] = {}
    for event in now.values():
        if event.role == role and closes_on(event.since) == closes:
            found[event.member] = found.get(event.member, 0) + event.minutes
    return found


def follows(known: Sequence[Mapping[Cell, int]], wanted: Cell) -> bool:
    """Whether a cell can be worked out from sums, by adding and subtracting them in any way."""
    cells = sorted({cell for row in known for cell in row} | {wanted})
    rows = [[row.get(cell, 0) for cell in cells] for row in known]
    target = [int(cell == wanted) for cell in cells]
    return rank(rows) == rank([*rows, target])


def rank(rows: Sequence[Sequence[int]]) -> int:
    """How many of these rows say something that the others do not."""
    left, found = [list(row) for row in rows], 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((row for row in left if row[column] % PRIME), None)
        if pivot is None:
            continue
        left.remove(pivot)
        found += 1
        inverse = pow(pivot[column], -1, PRIME)
        for row in left:
            factor = row[column] * inverse
            row[:] = [(a - factor * b) % PRIME for a, b in zip(row, pivot, strict=True)]
    return found


@given(moves=life)
@settings(deadline=None)
def test_a_sum_is_of_three_people_and_stays_what_it_was_whenever_one_looks(
    moves: list[Move],
) -> None:
    entries = [*journal(moves)]
    last = DAYS[-1] + timedelta(days=1)
    finally_told = seen_on(entries, last)
    for today in (*DAYS, last):
        then = [one for one in entries if one.at.date() <= today]
        told = seen_on(then, today)
        assert told == seen_on(entries, today)  # an earlier day says what it said on that day
        for key, one in told.items():
            counted = who_counted(entries, *key)
            if not one.closed or len(counted) < FLOOR:
                assert (one.minutes, one.people) == (None, None)
            else:
                assert (one.minutes, one.people) == (sum(counted.values()), len(counted))
                assert one == finally_told[key]


@given(moves=life)
@settings(deadline=None)
def test_no_member_can_work_out_what_another_noted(moves: list[Move]) -> None:
    entries = [*journal(moves)]
    told = seen_on(entries, DAYS[-1] + timedelta(days=1))
    counted = {key: who_counted(entries, *key) for key in told}
    sums = [
        {(who, *key): 1 for who in counted[key]}
        for key, one in told.items()
        if one.minutes is not None
    ]
    cells = {(who, *key) for key, people in counted.items() for who in people}
    for reader in (*PEOPLE, "z"):
        own = [{cell: 1} for cell in cells if cell[0] == reader]
        for cell in cells:
            if cell[0] != reader:
                assert not follows([*sums, *own], cell)


def test_the_check_itself_finds_what_can_be_subtracted() -> None:
    a, b, c = (("a", "r", MONTHS[0]), ("b", "r", MONTHS[0]), ("c", "r", MONTHS[0]))
    assert follows([{a: 1, b: 1, c: 1}, {a: 1, b: 1}], c)
    assert not follows([{a: 1, b: 1, c: 1}, {a: 1}], c)
