"""Relations: how does it stand with each organisation, and when was there contact with it?

Whatever contact there was counts: noted by the aanjager, an answer, being at a meeting, an offer
that its organisation confirmed. It is of the organisation; nobody is counted.
"""

from typing import Any

import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.actions import (
    ActionAccepted,
    ActionAsked,
    ActionFacts,
    ActionHandedOver,
    Answer,
    AnswerDisputed,
)
from alliance.events.attendance import AttendanceRecorded
from alliance.events.meetings import MeetingFacts, MeetingMoved
from alliance.events.offers import CapacityStated, OfferConfirmed, OfferFacts
from alliance.events.organisations import (
    ContactNamed,
    MemberJoined,
    OrganisationFacts,
    OrganisationLeft,
    OrganisationWithdrawn,
    RoleAssigned,
)
from alliance.events.relations import (
    RelationPaused,
    RelationResumed,
    TalkFacts,
    TalkWithdrawn,
)
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows
from alliance.projections.relation_rows import Contact, Standing
from alliance.projections.relation_tables import (
    actions,
    contacts,
    is_of,
    keep_organisation,
    meetings,
    members,
    offers,
    organisations,
    rest,
    tables,
    talk,
    touch,
)

SHOWN = [contacts.c[name] for name in Contact.__dataclass_fields__ if name != "first_on"]


def apply(rows: Rows, entry: Entry) -> None:
    """Keep every organisation, and each time there was contact with it."""
    match entry.event:
        case OrganisationFacts() | OrganisationLeft() | OrganisationWithdrawn() as event:
            keep_organisation(rows, event, day_of(entry.at))
        case RelationPaused() | RelationResumed() as event:
            rest(rows, entry, event)
        case TalkFacts() | TalkWithdrawn() as event:
            talk(rows, entry, event)
        case MemberJoined() | ContactNamed() | RoleAssigned() as event:
            if event.organisation:
                rows.put(members, member=event.member, organisation=event.organisation)
        case ActionFacts() as event:
            keep_action(rows, entry, event)
        case Answer(action=action) as event:
            answer(rows, entry, event, f"action:{action}")
        case MeetingFacts(meeting=meeting, on=on) | MeetingMoved(meeting=meeting, on=on):
            rows.put(meetings, meeting=meeting, on=on)
        case AttendanceRecorded() as event:
            attend(rows, entry, event)
        case OfferFacts(offer=offer, organisation=organisation):
            rows.put(offers, offer=offer, organisation=organisation)
        case OfferConfirmed(offer=offer, via=via):
            confirm(rows, entry, offer, via)
        case CapacityStated(offer=offer):
            confirm(rows, entry, offer)


def confirm(rows: Rows, entry: Entry, offer: str, via: str | None = None) -> None:
    """Note that an organisation said how its offer stands, itself or through who wrote it down."""
    row = rows.get(offers, offer)
    given = row["organisation"] if row else None
    if given and (via or is_of(rows, entry, given)):
        touch(rows, entry, given, f"offer:{offer}", via or "aanbod")


def keep_action(rows: Rows, entry: Entry, event: ActionFacts) -> None:
    """Keep whose an action is; who says that an answer was never given, is heard by that."""
    rows.put(actions, action=event.action, organisation=event.organisation)
    about = f"action:{event.action}"
    if event.organisation and isinstance(event, AnswerDisputed):
        touch(rows, entry, event.organisation, about, "antwoord")
    elif event.organisation and isinstance(event, ActionAsked | ActionHandedOver):
        touch(rows, entry, event.organisation, about, "gevraagd", heard=False)


def answer(rows: Rows, entry: Entry, event: Answer, about: str) -> None:
    """Note an answer that an organisation gave, itself or through whoever wrote it down."""
    taker = event.organisation if isinstance(event, ActionAccepted) else None
    if taker:
        rows.put(actions, action=event.action, organisation=taker)
    row = rows.get(actions, event.action)
    asked = row["organisation"] if row else None
    if asked and (event.via or is_of(rows, entry, asked)):
        touch(rows, entry, asked, about, event.via or "antwoord")


def attend(rows: Rows, entry: Entry, event: AttendanceRecorded) -> None:
    """Note that someone of an organisation was at a meeting, or was not after all."""
    member = rows.get(members, event.member) if event.member else None
    organisation = event.on_behalf_of or (member["organisation"] if member else None)
    about = f"meeting:{event.attendance}"
    key = f"{about}:{event.member or ''}"
    if organisation and event.presence == "aanwezig":
        met = rows.get(meetings, event.attendance)
        on = met["on"] if met else None
        touch(rows, entry, organisation, about, "aanwezig", key=key, on=on)
    elif organisation:
        rows.drop(contacts, organisation, key)


PROJECTION = Projection("relations", tables, apply)


def standing(db: sa.Connection, organisation: str) -> Standing | None:
    """How it stands with one organisation; None when it was never there."""
    return next(iter(standings(db, organisation)), None)


def standings(db: sa.Connection, organisation: str | None = None) -> tuple[Standing, ...]:
    """How it stands with every organisation, by name, or with this one."""
    query = sa.select(organisations).order_by(sa.func.lower(organisations.c.name))
    if organisation:
        query = query.where(organisations.c.organisation == organisation)
    last = last_contacts(db, organisation)
    return tuple(
        Standing(
            **row,
            heard=last.get((row["organisation"], True)),
            asked=last.get((row["organisation"], False)),
        )
        for row in db.execute(query).mappings()
    )


def last_contacts(
    db: sa.Connection, organisation: str | None = None
) -> dict[tuple[str, bool], Contact]:
    """The last time each organisation was heard, and was asked without an answer then."""
    found: dict[tuple[str, bool], Contact] = {}
    for heard in (True, False):
        query = last_of(heard)
        if organisation:
            query = query.where(organisations.c.organisation == organisation)
        rows = [Contact(**row) for row in db.execute(query).mappings() if row["on"]]
        found |= {(one.organisation, heard): one for one in rows}
    return found


def last_of(heard: bool) -> sa.Select[Any]:
    """The query for the last time of each organisation that it was heard, or only asked.

    An organisation without any has a row with nothing in it.
    """
    other = contacts.alias()
    mine = (other.c.organisation == organisations.c.organisation, other.c.heard == heard)
    newest = (other.c.on.desc(), other.c.position.desc())
    key = sa.select(other.c.key).where(*mine).order_by(*newest).limit(1).scalar_subquery()
    first = sa.select(other.c.on).where(*mine).order_by(other.c.on).limit(1).scalar_subquery()
    last = sa.and_(contacts.c.organisation == organisations.c.organisation, contacts.c.key == key)
    return sa.select(*SHOWN, first.label("first_on")).outerjoin_from(organisations, contacts, last)


def contacts_with(db: sa.Connection, organisation: str, limit: int = 10) -> tuple[Contact, ...]:
    """The last times that there was contact with an organisation, the newest first."""
    query = sa.select(*SHOWN, contacts.c.on.label("first_on"))
    query = query.where(contacts.c.organisation == organisation)
    query = query.order_by(contacts.c.on.desc(), contacts.c.position.desc()).limit(limit)
    return tuple(Contact(**row) for row in db.execute(query).mappings())
