"""Examples: a year of invented alliance life, so that everything can be seen at work."""

from collections.abc import Sequence
from datetime import date
from secrets import token_hex

import sqlalchemy as sa

from alliance import contacts, database, members, preferences, recorder
from alliance.desk import Desk
from alliance.events.organisations import MemberJoined
from alliance.events.sources import ExamplesAdded
from alliance.journal import Entry, Journal, entries, version
from alliance.privacy import check_texts
from alliance.projections.base import catch_up
from alliance.sources.comparison import IMPORT
from alliance.sources.examples import slips
from alliance.sources.examples.actions import tell_actions
from alliance.sources.examples.activities import tell_activities
from alliance.sources.examples.announcements import tell_announcements
from alliance.sources.examples.asks import tell_asks
from alliance.sources.examples.attendance import tell_attendance
from alliance.sources.examples.cast import CAST, person
from alliance.sources.examples.check_up import tell_check_up
from alliance.sources.examples.doubts import tell_doubts
from alliance.sources.examples.guests import tell_guests
from alliance.sources.examples.hours import tell_hours
from alliance.sources.examples.linking import tell_links
from alliance.sources.examples.lists import ORIGIN, UNSIGNED, tell_lists
from alliance.sources.examples.meetings import tell_meetings
from alliance.sources.examples.moments import tell_moments
from alliance.sources.examples.offers import tell_offers
from alliance.sources.examples.opinions import tell_opinions
from alliance.sources.examples.patterns import tell_patterns
from alliance.sources.examples.pen import Pen, Told
from alliance.sources.examples.people import tell_people
from alliance.sources.examples.playbooks import tell_playbooks
from alliance.sources.examples.programme import tell_programme
from alliance.sources.examples.questions import tell_questions
from alliance.sources.examples.records import tell_records
from alliance.sources.examples.relations import tell_relations
from alliance.sources.examples.results import tell_personas, tell_results

EXAMPLE = "capelle"
NOBODY = (IMPORT, "klok")
"""Who writes in a journal without being a member."""
PLAN = "programme:samen_tegen_eenzaamheid"
FIRST_DAY, EARLY = 364, 6
"""The story begins at six in the morning: the demo takes the plan in on the day before."""
USED = "Dit logboek is al in gebruik: een lid schreef er iets in. Neem een lege database."
NO_PLAN = "Het plan staat er nog niet in. Lees het eerst in met: alliance import persona_data/"
TOO_LATE = (
    "Het plan is korter dan een jaar geleden ingelezen; voorbeelden van een jaar passen daar niet"
    " achter. Maak de demo met: scripts/demo --reset"
)


class NotEmpty(Exception):
    """Examples cannot be added to this journal; the message says in Dutch why."""


def add_examples(desk: Desk, until: date) -> None:
    """Write a year of examples that ends on a day, each at its own moment of that year.

    Raises NotEmpty in a journal that a member wrote in, or where the year does not fit.
    """
    with database.reading(desk.engine) as db:
        refuse_unfit(db)
        before = list(entries(db))
    keys = new_keys()
    told = story(until, before, keys)
    if before[-1].at > told[0].at:
        raise NotEmpty(TOO_LATE)
    enter_cast(desk, told, keys)
    enter_contacts(desk, told, keys)
    write(desk, told)
    catch_up(desk.engine, desk.known)
    slips.hide_last(desk, told, by=keys["greet"])


def new_keys() -> dict[str, str]:
    """A random key for each of the cast."""
    return {key: token_hex(16) for key in (*(one.key for one in CAST), *UNSIGNED)}


def story(until: date, before: Sequence[Entry], keys: dict[str, str]) -> list[Told]:
    """Everything that happens in the year, in order; the same each time but for the keys."""
    pen = Pen(until, keys, before)
    added = ExamplesAdded(example=EXAMPLE, until=until)
    pen.write(IMPORT, pen.exact(FIRST_DAY), added, hour=EARLY)
    tell_people(pen)
    tell_results(pen)
    tell_personas(pen)
    tell_programme(pen)
    calendar = tell_meetings(pen)
    tell_guests(pen, calendar)
    actions = tell_actions(pen, calendar)
    tell_asks(pen)
    tell_offers(pen)
    tell_lists(pen)
    tell_check_up(pen)
    tell_activities(pen, actions)
    tell_doubts(pen)
    tell_playbooks(pen)
    tell_links(pen)
    tell_questions(pen)
    tell_announcements(pen, tell_moments(pen))
    tell_attendance(pen, calendar)
    tell_records(pen, calendar)
    tell_relations(pen)
    tell_hours(pen)
    tell_opinions(pen)
    tell_patterns(pen)
    slips.tell_slips(pen)
    return pen.told()


def refuse_unfit(db: sa.Connection) -> None:
    """Refuse a journal that a member wrote in, or without the plan."""
    by_a_member = sa.select(recorder.journal.c.by).where(recorder.journal.c.by.not_in(NOBODY))
    if db.execute(by_a_member.limit(1)).first():
        raise NotEmpty(USED)
    if not version(db, PLAN):
        raise NotEmpty(NO_PLAN)


def enter_cast(desk: Desk, told: Sequence[Told], keys: dict[str, str]) -> None:
    """Enter everyone in the phone book on the day they joined, but not who was erased since."""
    joined = {one.by: one.at for one in reversed(told)}
    with database.writing(desk.engine) as db:
        for one in CAST:
            if not one.erased:
                now = joined.get(keys[one.key], told[0].at)
                members.add_member(db, keys[one.key], name=one.name, mail=one.mail, now=now)
                if any(part.role != "contactpersoon" for part in one.parts):
                    preferences.note_sign_in(db, keys[one.key])


def enter_contacts(desk: Desk, told: Sequence[Told], keys: dict[str, str]) -> None:
    """Enter those of the list, who never sign in, with where their address came from."""
    named = [(one.at, event) for one in told for event in one.events]
    joined = {event.member: at for at, event in named if isinstance(event, MemberJoined)}
    with database.writing(desk.engine) as db:
        for key in UNSIGNED:
            one, now = person(key, None), joined[keys[key]]
            members.add_member(db, keys[key], name=one.name, mail=one.mail, now=now)
            contacts.note_contact(db, keys[key], phone=None, origin=ORIGIN)


def write(desk: Desk, told: Sequence[Told]) -> None:
    """Write the story in the journal, each part at its own moment."""
    moment = told[0].at
    journal = Journal(desk.engine, lambda: moment)
    seen: dict[str, int] | None = {f"example:{EXAMPLE}": 0}  # two of these at once: one gives way
    for one in told:
        check_texts(one.events)
        moment = one.at
        if slips.is_redaction(one):
            slips.take_away(desk, one)
            continue
        journal.append(one.events, by=one.by, seen=seen)
        seen = None
