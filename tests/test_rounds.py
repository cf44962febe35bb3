"""Rounds: which days are left, what was chosen about a letter, and up to where was told."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from alliance import rounds
from alliance.database import writing
from alliance.rounds import Choice

MONDAY, WEEK = date(2026, 3, 2), "2026-W10"
FATIMA, KEES = "member:fatima", "member:kees"


@pytest.fixture
def book(engine: sa.Engine) -> Iterator[sa.Engine]:
    rounds.create_tables(engine)
    yield engine


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def test_a_new_site_begins_today_and_then_makes_up_for_days_of_this_week(
    book: sa.Engine,
) -> None:
    with writing(book) as db:
        assert rounds.left_of(db, MONDAY, day(3)) == [day(3)]
        rounds.note_done(db, day(1))
        rounds.note_done(db, day(1))
        assert rounds.left_of(db, MONDAY, day(3)) == [day(2), day(3)]
        assert rounds.is_done(db, day(1)) and not rounds.is_done(db, day(2))
        assert rounds.left_of(db, day(7), day(8)) == [day(7), day(8)]


def test_choices_about_a_letter_are_kept_beside_each_other_and_per_week(book: sa.Engine) -> None:
    with writing(book) as db:
        rounds.choose(db, FATIMA, WEEK, MONDAY, opening="Dag.")
        rounds.choose(db, FATIMA, WEEK, MONDAY, stopped=True)
        rounds.choose(db, KEES, WEEK, MONDAY, joins=FATIMA)
        assert rounds.choices_of(db, WEEK) == {
            FATIMA: Choice(stopped=True, opening="Dag."),
            KEES: Choice(joins=FATIMA),
        }
        assert rounds.choices_of(db, "2026-W11") == {}


def test_old_rounds_and_choices_go_and_the_last_round_stays(book: sa.Engine) -> None:
    with writing(book) as db:
        for number in (0, 1):
            rounds.note_done(db, day(number))
        rounds.choose(db, FATIMA, WEEK, MONDAY, stopped=True)
        rounds.sweep(db, day(60))
        assert not rounds.is_done(db, day(0)) and rounds.is_done(db, day(1))
        assert rounds.choices_of(db, WEEK) == {}


def test_it_is_remembered_up_to_where_everyone_was_told(book: sa.Engine) -> None:
    with writing(book) as db:
        assert rounds.read_up_to(db) is None
        for position in (5, 9):
            rounds.note_read(db, position)
        assert rounds.read_up_to(db) == 9
