"""The rows of relations: each organisation, and every time there was contact with it."""

from datetime import date

import msgspec
import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.organisations import (
    OrganisationFacts,
    OrganisationLeft,
    OrganisationWithdrawn,
)
from alliance.events.relations import (
    RelationPaused,
    RelationResumed,
    TalkFacts,
    TalkNoted,
    TalkWithdrawn,
)
from alliance.journal import Entry
from alliance.projections.base import Rows

DESCRIBED = ("organisation", "name", "sector", "phone", "takes_part")
RESTED = ("paused_on", "paused_why", "again_on")
tables = sa.MetaData()
organisations = sa.Table(
    "relations_organisations",
    tables,
    sa.Column("organisation", sa.Text, primary_key=True),
    sa.Column("name", sa.Text),
    sa.Column("sector", sa.Text),
    sa.Column("phone", sa.Text),
    sa.Column("takes_part", sa.Boolean),
    sa.Column("taking_part_on", sa.Date),  # since when; NULL while it does not
    sa.Column("left_on", sa.Date),
    sa.Column("paused_on", sa.Date),
    sa.Column("paused_why", sa.Text),
    sa.Column("again_on", sa.Date),
)
contacts = sa.Table(
    "relations_contacts",
    tables,
    sa.Column("organisation", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),  # one for each thing that contact was about
    sa.Column("on", sa.Date),
    sa.Column("way", sa.Text),
    sa.Column("heard", sa.Boolean),  # False: the alliance asked, and heard nothing back yet
    sa.Column("note", sa.Text),
    sa.Column("talk", sa.Text),  # what can be taken back
    sa.Column("noted_by", sa.Text),
    sa.Column("about", sa.Text),  # the stream of what it was about
    sa.Column("position", sa.BigInteger),
)
sa.Index(
    "relations_last", *(contacts.c[name] for name in ("organisation", "heard", "on", "position"))
)
members = sa.Table(
    "relations_members",
    tables,
    sa.Column("member", sa.Text, primary_key=True),
    sa.Column("organisation", sa.Text),
)
actions = sa.Table(
    "relations_actions",
    tables,
    sa.Column("action", sa.Text, primary_key=True),
    sa.Column("organisation", sa.Text),
)
offers = sa.Table(
    "relations_offers",
    tables,
    sa.Column("offer", sa.Text, primary_key=True),
    sa.Column("organisation", sa.Text),
)
meetings = sa.Table(
    "relations_meetings",
    tables,
    sa.Column("meeting", sa.Text, primary_key=True),
    sa.Column("on", sa.Date),
)


def keep_organisation(
    rows: Rows, event: OrganisationFacts | OrganisationLeft | OrganisationWithdrawn, day: date
) -> None:
    """Keep an organisation as it is described now, since when it takes part, and when it left."""
    if isinstance(event, OrganisationWithdrawn):
        rows.drop(organisations, event.organisation)
    elif isinstance(event, OrganisationLeft):
        rows.change(organisations, event.organisation, left_on=day)
    else:
        before = rows.get(organisations, event.organisation) or {}
        since = before.get("taking_part_on") if not before.get("left_on") else None
        facts = {name: getattr(event, name) for name in DESCRIBED}
        rested = {name: before.get(name) for name in RESTED}
        since = (since or day) if event.takes_part else None
        rows.put(organisations, **facts, **rested, taking_part_on=since)


def rest(rows: Rows, entry: Entry, event: RelationPaused | RelationResumed) -> None:
    """Keep that an organisation rests, which it told us; or that this is over."""
    organisation, rested = event.relation, dict.fromkeys(RESTED)
    if isinstance(event, RelationPaused):
        rested = dict(zip(RESTED, (day_of(entry.at), event.why, event.again_on), strict=True))
        touch(rows, entry, organisation, f"relation:{organisation}", "even_niet")
    rows.change(organisations, organisation, **rested)


def talk(rows: Rows, entry: Entry, event: TalkFacts | TalkWithdrawn) -> None:
    """Keep contact that was written down, until that is taken back."""
    key = f"talk:{event.talk}"
    if isinstance(event, TalkWithdrawn):
        rows.drop(contacts, event.organisation, key)
    else:
        said = msgspec.structs.asdict(event) | {"heard": isinstance(event, TalkNoted)}
        rows.put(contacts, **said, key=key, noted_by=entry.by, position=entry.position)


def touch(
    rows: Rows,
    entry: Entry,
    organisation: str,
    about: str,
    way: str,
    *,
    key: str | None = None,
    on: date | None = None,
    heard: bool = True,
) -> None:
    """Note that there was contact, as what happened tells: once for each thing it was about."""
    key = key or (about if heard else f"asked:{about}")
    day = on or day_of(entry.at)
    said = {"way": way, "heard": heard, "about": about, "noted_by": entry.by}
    row = {"organisation": organisation, "key": key, "on": day, "position": entry.position}
    rows.put(contacts, **row, **said)


def is_of(rows: Rows, entry: Entry, organisation: str) -> bool:
    """Whether an entry was written by an organisation itself: by mail, or by one of its members."""
    writer = rows.get(members, entry.by)
    return entry.by == f"organisation:{organisation}" or (
        writer is not None and writer["organisation"] == organisation
    )
