"""Activities: dated happenings for residents, or sessions for professionals and volunteers."""

from datetime import date, time
from typing import Literal

from alliance.events.base import Code, Contact, Event, Id, Place, Text, Title, event
from alliance.events.counts import Count as Count
from alliance.events.state import LinkKind

Audience = Literal["inwoners", "professionals"]


class ActivityFacts(Event):
    """What was planned."""

    activity: Id
    title: Title
    on: date
    start: time | None = None
    place: Place | None = None
    area: Code | None = None
    audience: Audience = "inwoners"
    organisation: Id | None = None
    group: Id | None = None
    offer: Id | None = None
    action: Id | None = None
    theme: Id | None = None
    result: Id | None = None
    persona: Id | None = None
    source: Title | None = None


@event("activity_planned", "activity", "Activiteit gepland")
class ActivityPlanned(ActivityFacts):
    """A day and a place for something."""


@event("activity_corrected", "activity", "Activiteit verbeterd")
class ActivityCorrected(ActivityFacts):
    """Who planned it set right what it says; the earlier wording stays readable."""

    without: tuple[LinkKind, ...] = ()


@event("activity_linked", "activity", "Activiteit gekoppeld")
class ActivityLinked(Event):
    """The aanjager linked an activity to what it works towards; what is empty stays as it was."""

    activity: Id
    theme: Id | None = None
    result: Id | None = None
    persona: Id | None = None
    area: Code | None = None
    without: tuple[LinkKind, ...] = ()  # what it has none of: nobody has to link that any more


@event("activity_moved", "activity", "Activiteit verplaatst")
class ActivityMoved(Event):
    """Another day for the activity, and why."""

    activity: Id
    on: date
    reason: Text | None = None


@event("activity_cancelled", "activity", "Activiteit gaat niet door")
class ActivityCancelled(Event):
    """It will not be held, and why."""

    activity: Id
    reason: Text


@event("activity_held", "activity", "Activiteit gehouden")
class ActivityHeld(Event):
    """It was held, and how many came of what."""

    activity: Id
    counts: tuple[Count, ...]


@event("activity_withdrawn", "activity", "Activiteit teruggenomen")
class ActivityWithdrawn(Event):
    """Who planned it took it back: it should not have been there."""

    activity: Id
    reason: Text


@event("activity_announced", "activity", "Activiteit in het weekprogramma gezet")
class ActivityAnnounced(Event):
    """What everyone may read of it, in words meant for who comes; a later one replaces it."""

    activity: Id
    headline: Title
    text: Text | None = None
    joining: Contact | None = None  # how to join: a general number or mailbox, never a person's


@event("announcement_withdrawn", "activity", "Activiteit uit het weekprogramma gehaald")
class AnnouncementWithdrawn(Event):
    """It is not shown to everyone any more; the activity itself stands."""

    activity: Id
