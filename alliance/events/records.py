"""Records: what was said, decided and agreed in a meeting, point by point, and its approval."""

from datetime import date, time
from typing import Annotated, Literal

from msgspec import Meta

from alliance.events.base import Digest, Event, Fact, Id, Place, Text, Title, event
from alliance.events.meetings import ItemKind, PointKey

RecordKind = Literal["besluit", "afspraak", "advies", "signaal", "opbrengst", "notitie"]
RecordName = Annotated[
    str,
    Meta(
        pattern=r"^(decision|action|advice|pattern|outcome|note):[A-Za-z0-9][A-Za-z0-9_.\-]{0,63}\Z"
    ),
]
"""What was recorded: the stream of it, or the key of a note."""


@event("point_recorded", "record", "Vastgelegd bij een agendapunt")
class PointRecorded(Event):
    """At which point of which meeting something was decided, agreed, advised, seen or brought."""

    record: Id  # the key of the meeting
    of: RecordName
    about: PointKey | None = None  # None: at no point of the agenda


@event("note_taken", "record", "Aantekening gemaakt")
class NoteTaken(Event):
    """What was said at a point, in one sentence."""

    record: Id
    note: Id
    statement: Text
    about: PointKey | None = None


@event("note_withdrawn", "record", "Aantekening teruggenomen")
class NoteWithdrawn(Event):
    """It should not have been noted."""

    record: Id
    note: Id


class MinutesLine(Fact):
    """One thing that was recorded, as the minutes tell it."""

    kind: RecordKind
    statement: Text
    of: RecordName
    organisation: Id | None = None  # who does it
    name: Title | None = None  # what that organisation was called then
    day: date | None = None  # before when, or when it is looked at again


class MinutesItem(Fact):
    """One point of the agenda, with what came of it; without a key what belongs to no point."""

    title: Title
    lines: tuple[MinutesLine, ...] = ()
    key: PointKey | None = None
    kind: ItemKind | None = None
    confidential: bool = False


class Minutes(Fact):
    """What was said in a meeting, without a name: as it is approved, and stays for ever."""

    title: Title
    group: Id
    on: date
    start: time | None = None
    place: Place | None = None
    present: tuple[Title, ...] = ()  # organisations and roles
    excused: tuple[Title, ...] = ()
    absent: tuple[Title, ...] = ()  # for the group itself
    items: tuple[MinutesItem, ...] = ()


@event("minutes_approved", "record", "Verslag vastgesteld")
class MinutesApproved(Event):
    """The group found the minutes right; they are kept here as they were read, with their seal."""

    record: Id
    told: Minutes
    digest: Digest
    approved_in: Id | None = None  # the meeting in which it was said
