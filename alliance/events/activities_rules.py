"""When something may be planned, held, moved or cancelled, and what an activity says now."""

from collections.abc import Sequence
from datetime import date, time
from typing import TypedDict, Unpack

from alliance.events.activities import (
    ActivityCancelled,
    ActivityCorrected,
    ActivityFacts,
    ActivityHeld,
    ActivityLinked,
    ActivityMoved,
    ActivityPlanned,
    ActivityWithdrawn,
    Audience,
)
from alliance.events.base import Event, refuse, unfit_text, unfit_title
from alliance.events.counts import Count, count_faults
from alliance.events.days import GONE, unfit_memory, unfit_plan, written
from alliance.events.state import UNCHANGED, WHY, WHY_NOT, Links, changed, fold, new_links, tidy

NO_TITLE = "Schrijf op wat er te doen is."
NO_DAY = "Kies op welke dag het is."
NO_PLACE = "Schrijf op waar het is: een gebouw, een adres of een wijk."
PAST = "Deze dag is al geweest. Was de activiteit er al? Kies dan: Wat het bracht."
SAME_DAY = "Dit is al de dag van de activiteit. Kies een andere dag."
EARLY = "Deze activiteit is pas op {}. Leg daarna vast wat het bracht."
UNKNOWN = "Deze activiteit bestaat niet. Kies er een uit de lijst met activiteiten."
WITHDRAWN = "Deze activiteit is teruggenomen. Plan een nieuwe activiteit als dat nodig is."
CANCELLED = "Deze activiteit ging niet door. Plan een nieuwe activiteit als zij er toch komt."
HELD = "Deze activiteit is al geweest. Klopt er iets niet? Kies dan Verbeteren."


class ActivityContext(TypedDict, total=False):
    """What may be known around an activity; what is not named stays open, or as it is."""

    start: time | None
    area: str | None
    audience: Audience
    organisation: str | None
    group: str | None
    offer: str | None
    action: str | None
    theme: str | None
    result: str | None
    persona: str | None


class ActivityChanges(ActivityContext, total=False):
    """What a correction may set right; what is not named stays as it is."""

    title: str
    on: date | None
    place: str | None


def plan_activity(
    *,
    activity: str,
    title: str,
    on: date | None,
    place: str | None,
    today: date,
    already: bool = False,
    **context: Unpack[ActivityContext],
) -> ActivityPlanned:
    """A day and a place for something still to come, or, if it was there already, in the past."""
    ahead = unfit_plan(on, today=today, past=PAST, missing=NO_DAY)
    refuse(
        title=unfit_title(title, NO_TITLE),
        on=unfit_memory(on, today=today) if already else ahead,
        place=unfit_place(place, context.get("area")),
    )
    assert on is not None  # an empty day was refused
    name, where = title.strip(), tidy(place)
    return ActivityPlanned(activity=activity, title=name, on=on, place=where, **context)


def correct_activity(
    history: Sequence[Event], *, today: date, **changes: Unpack[ActivityChanges]
) -> ActivityCorrected:
    """What was written down is set right; the day of what was held stays in the past."""
    now = activity_now(history)
    new = changed(now, changes)
    refuse(
        title=unfit_title(new.title or "", NO_TITLE),
        on=new.on != now.on and unfit_day(new.on, now.on, ending(history), today),
        place=unfit_place(new.place, new.area),
    )
    refuse(form=new == now and UNCHANGED)
    return new


def link_activity(history: Sequence[Event], **links: Unpack[Links]) -> ActivityLinked:
    """Say what an activity works towards; what is not named stays linked as it is."""
    now = activity_now(history)
    return ActivityLinked(activity=now.activity, **new_links(now, links))


def move_activity(
    history: Sequence[Event], *, on: date | None, today: date, reason: str | None = None
) -> ActivityMoved:
    """Another day for what is still to come."""
    now = awaited_activity(history)
    refuse(
        on=(on == now.on and SAME_DAY)
        or unfit_plan(on, today=today, past=GONE, missing="Kies een nieuwe dag."),
        reason=unfit_text(reason),
    )
    assert on is not None  # an empty day was refused
    return ActivityMoved(activity=now.activity, on=on, reason=tidy(reason))


def cancel_activity(history: Sequence[Event], *, reason: str) -> ActivityCancelled:
    """It will not be held, or was not."""
    now = awaited_activity(history)
    refuse(reason=unfit_text(reason, WHY_NOT))
    return ActivityCancelled(activity=now.activity, reason=reason.strip())


def hold_activity(
    history: Sequence[Event], *, today: date, counts: Sequence[Count] = ()
) -> ActivityHeld:
    """It was held; counts that come with an outcome stand there, where they can be corrected."""
    now = awaited_activity(history)
    refuse(form=now.on > today and EARLY.format(written(now.on)), **count_faults(counts))
    return ActivityHeld(activity=now.activity, counts=tuple(counts))


def withdraw_activity(history: Sequence[Event], *, reason: str) -> ActivityWithdrawn:
    """Take back what should not have been written down, held or not."""
    now = activity_now(history)
    refuse(reason=unfit_text(reason, WHY))
    return ActivityWithdrawn(activity=now.activity, reason=reason.strip())


def activity_now(history: Sequence[Event]) -> ActivityCorrected:
    """What an activity says now; refuses when there is none or it was taken back."""
    now = fold(history, ActivityFacts, ActivityCorrected)
    refuse(form=now is None and UNKNOWN)
    refuse(form=isinstance(ending(history), ActivityWithdrawn) and WITHDRAWN)
    assert now is not None  # an unknown activity was refused
    return now


def awaited_activity(history: Sequence[Event]) -> ActivityCorrected:
    """What an activity says now; refuses when it was held or cancelled."""
    now, end = activity_now(history), ending(history)
    refuse(form=isinstance(end, ActivityHeld) and HELD)
    refuse(form=isinstance(end, ActivityCancelled) and CANCELLED)
    return now


def ending(history: Sequence[Event]) -> Event | None:
    """The event that settled what became of an activity; None while nobody said."""
    ends = ActivityHeld | ActivityCancelled | ActivityWithdrawn
    return next((event for event in reversed(history) if isinstance(event, ends)), None)


def unfit_place(place: str | None, area: str | None) -> str | None:
    """What is wrong with where an activity is, or None; an area alone will do."""
    return unfit_title(place or "", "" if area else NO_PLACE) or None


def unfit_day(day: date | None, before: date, end: Event | None, today: date) -> str | None:
    """What is wrong with another day for an activity, or None."""
    if isinstance(end, ActivityHeld) or before < today:
        return unfit_memory(day, today=today)
    return unfit_plan(day, today=today, past=PAST, missing=NO_DAY)
