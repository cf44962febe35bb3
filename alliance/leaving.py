"""Who goes, is let out everywhere: roles, sessions, letters, tickets and the phone book."""

from collections.abc import Collection
from datetime import date

import sqlalchemy as sa

from alliance import forgotten, journal, members, outbox, preferences, rounds, tickets
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.dutch import day_of
from alliance.events.base import Event
from alliance.events.members_rules import end_member, erase_member
from alliance.journal import stream
from alliance.projections import people

CLOCK = "klok"
"""Whom the journal names for what happens by the clock."""
YEARS_KEPT = 1
"""How long a member without any role stays in the phone book."""


def let_go(desk: Desk, member: str, *, by: str) -> None:
    """Someone stops taking part and is signed out everywhere; raises Refused when gone before."""
    desk.record([end_member(history(desk, member), member=member)], by=by)
    with writing(desk.engine) as db:
        members.end_all_sessions(db, member)
        tickets.forget(db, f"member:{member}")


def erase(desk: Desk, member: str, *, by: str) -> None:
    """Remove name, address, letters, tickets and sessions of a member.

    First what names someone goes, then it is written down: should it stop halfway, doing it again
    finishes it. Raises Refused when it was done before, and Unavailable when the database cannot
    be written or scrubbed now.
    """
    events = erase_member(history(desk, member), member=member)
    erase_names(desk, [member])
    desk.record(events, by=by)


def erase_names(desk: Desk, gone: Collection[str]) -> None:
    """Remove everything that names these members; writing that down is still to do."""
    for member in gone:
        forgotten.note_member(desk.settings.forgotten, member)
    with writing(desk.engine) as db:
        for member in gone:
            outbox.forget(db, member)
            for kept in (tickets, preferences, rounds):
                kept.forget(db, f"member:{member}")
    also = [outbox.outbox, tickets.tickets, preferences.preferences, rounds.choices]
    members.erase(desk.engine, gone, desk.settings.secret_key, also=also)


def erase_idle(desk: Desk) -> int:
    """Erase whoever has had no role for twelve months, or never signed in nor answered in them.

    Gives how many that were. Who is there for more than an organisation to be reached stays.
    """
    before = years_before(desk.today())
    with desk.reading() as now:
        idle = now.ask(people.idle, before)
        contacts = now.ask(people.only_contacts, before)
        silent = [member for member in contacts if is_silent(now.db, member, before)]
    for member in (*idle, *silent):
        erase(desk, member, by=CLOCK)
    return len(idle) + len(silent)


def is_silent(db: sa.Connection, member: str, before: date) -> bool:
    """Whether a contact never signed in, nor answered since a day, be it by a link in a mail."""
    said = journal.last_written(db, member)
    signs_in = preferences.of(db, f"member:{member}").signs_in
    is_here = bool(members.rows_of(db, member)["sessions"])
    return not (signs_in or is_here) and (said is None or day_of(said) < before)


def years_before(today: date) -> date:
    """The day before which a last role must have ended; 29 February counts as the 28th."""
    try:
        return today.replace(year=today.year - YEARS_KEPT)
    except ValueError:
        return today.replace(year=today.year - YEARS_KEPT, day=28)


def history(desk: Desk, member: str) -> list[Event]:
    """What happened with a member so far."""
    with reading(desk.engine) as db:
        return [entry.event for entry in stream(db, f"member:{member}")]
