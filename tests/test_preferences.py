"""Preferences: what someone chose is kept and goes with them; who said nothing has the usual."""

from collections.abc import Iterator
from datetime import date

import pytest
import sqlalchemy as sa

from alliance import preferences
from alliance.database import reading, writing
from alliance.preferences import UNSAID, Preference

FATIMA, SHOP = "member:fatima", "organisation:winkel"


@pytest.fixture
def book(engine: sa.Engine) -> Iterator[sa.Engine]:
    preferences.create_tables(engine)
    yield engine


def liked(book: sa.Engine, recipient: str = FATIMA) -> Preference:
    with reading(book) as db:
        return preferences.of(db, recipient)


def test_who_said_nothing_gets_mail_on_thursday_and_no_reminders(book: sa.Engine) -> None:
    assert liked(book) == UNSAID
    assert (UNSAID.way, UNSAID.day, UNSAID.reminders) == ("mail", 3, False)


def test_each_thing_is_remembered_beside_the_others(book: sa.Engine) -> None:
    with writing(book) as db:
        preferences.prefer(db, FATIMA, way="bellen", day=0, reminders=True)
        preferences.note_sign_in(db, "fatima")
        preferences.note_mailed(db, FATIMA, date(2026, 3, 5))
        preferences.renew_feed(db, "fatima")
        preferences.renew_feed(db, "fatima")
    assert liked(book) == Preference("bellen", 0, True, True, 2, date(2026, 3, 5))
    assert liked(book, SHOP) == UNSAID


def test_what_someone_chose_can_be_forgotten(book: sa.Engine) -> None:
    with writing(book) as db:
        preferences.note_sign_in(db, "fatima")
        preferences.note_mailed(db, SHOP, date(2026, 3, 5))
        preferences.forget(db, FATIMA)
        assert [*preferences.everyone(db)] == [SHOP]
