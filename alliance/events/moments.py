"""Moments of the year: what comes back every year, when it is this time, and its steps."""

from calendar import monthrange
from collections.abc import Collection, Sequence
from datetime import date, timedelta

import msgspec

from alliance.events.base import (
    Event,
    Fact,
    Id,
    Text,
    Title,
    event,
    refuse,
    unfit_text,
    unfit_title,
)
from alliance.events.days import TOO_FAR, YEARS_AHEAD
from alliance.events.state import UNCHANGED, WHY, WHY_NOT, fold, tidy

LAST_WEEK, FRIDAY = 5, 4

UNKNOWN = "Dit moment bestaat niet. Kies er een op de jaarkalender."
DROPPED = "Dit moment gaat niet door. Zet een nieuw moment op de jaarkalender als het er toch komt."
NO_TITLE = "Schrijf op wat het is, zoals: markt van het vrijwilligerswerk."
NO_DAY = "Vul de eerste dag in. Weet je hem niet? Laat het moment dan nog open."
TOO_OLD = "Deze dag is van vóór vorig jaar. Kijk het jaartal na."
ENDS_BEFORE = "De laatste dag ligt vóór de eerste. Kijk beide dagen na."
THERE_ALREADY = "Dit moment staat er dat jaar al. Kies een ander jaar, of verplaats wat er staat."
NO_STEP = "Deze stap hoort niet bij dit moment. Kies er een uit de lijst."
TAKEN = "Deze stap is al een afspraak. Kijk bij de afspraken."


class Step(Fact):
    """Something to do for a moment, counted back from its first day."""

    what: Title
    weeks: int  # before the first day; a negative number is after the last one
    who: Title | None = None  # in words, such as: kerngroep


class Usual(Fact):
    """On which day of the year something usually begins, as a source says: to be checked."""

    month: int
    weekday: int  # 1 is Monday
    which: int  # in the month; 5 is the last one
    days: int | None = None  # how many it lasts


@event("occasion_adopted", "occasion", "Vast moment opgenomen")
class OccasionAdopted(Event):
    """Something that comes back every year, with the steps towards it; without a day."""

    occasion: Id
    name: Title
    what: Text | None = None
    steps: tuple[Step, ...] = ()
    usual: Usual | None = None
    programme: bool = False  # what happens in it is shown to everyone as one programme
    note: Text | None = None
    source: Title


class MomentFacts(Event):
    """What stands on the calendar."""

    moment: Id
    occasion: Id | None = None
    title: Title
    on: date
    until: date | None = None
    source: Title | None = None
    steps: tuple[Step, ...] = ()  # as they were when it was set


@event("moment_set", "moment", "Moment op de jaarkalender gezet")
class MomentSet(MomentFacts):
    """Somebody said when it is this time."""


@event("moment_moved", "moment", "Moment op de jaarkalender verplaatst")
class MomentMoved(Event):
    """Other days for a moment, and why; its steps count from there."""

    moment: Id
    on: date
    until: date | None = None
    reason: Text | None = None


@event("moment_dropped", "moment", "Moment van de jaarkalender gehaald")
class MomentDropped(Event):
    """It will not be there, or should not have stood there, and why."""

    moment: Id
    reason: Text


@event("step_taken", "moment", "Stap werd een afspraak")
class StepTaken(Event):
    """Somebody will do a step: it is an agreement now."""

    moment: Id
    step: int  # from 1
    action: Id


@event("organisations_invited", "moment", "Organisaties gevraagd om hun activiteit")
class OrganisationsInvited(Event):
    """From now on every organisation is asked in its mail what it does in this week."""

    moment: Id


@event("invitation_declined", "moment", "Organisatie doet niet mee")
class InvitationDeclined(Event):
    """An organisation does nothing in this week, and is asked no more."""

    moment: Id
    organisation: Id


def set_moment(
    *,
    moment: str,
    occasion: OccasionAdopted | None,
    title: str,
    on: date | None,
    today: date,
    until: date | None = None,
    source: str | None = None,
    planned: Collection[date] = (),
) -> MomentSet:
    """Put a moment on the calendar; `planned` are the days of the same one in other years."""
    twice = on is not None and on.year in {one.year for one in planned}
    refuse(
        title=unfit_title(title, NO_TITLE),
        on=unfit_day(on, today) or (twice and THERE_ALREADY),
        until=unfit_end(on, until),
        source=unfit_title(source or "", "") or None,
    )
    assert on is not None  # an empty day was refused
    return MomentSet(
        moment=moment,
        occasion=occasion.occasion if occasion else None,
        title=title.strip(),
        on=on,
        until=until,
        source=tidy(source),
        steps=occasion.steps if occasion else (),
    )


def move_moment(
    history: Sequence[Event],
    *,
    on: date | None,
    until: date | None,
    reason: str | None,
    today: date,
) -> MomentMoved:
    """Other days for a moment; a step that is an agreement already keeps its own day."""
    now = moment_now(history)
    refuse(on=unfit_day(on, today), until=unfit_end(on, until), reason=unfit_text(reason, WHY))
    refuse(form=(on, until) == (now.on, now.until) and UNCHANGED)
    assert on is not None  # an empty day was refused
    return MomentMoved(moment=now.moment, on=on, until=until, reason=tidy(reason))


def drop_moment(history: Sequence[Event], *, reason: str) -> MomentDropped:
    """It will not be there; what was agreed for it stays an agreement."""
    now = moment_now(history)
    refuse(reason=unfit_text(reason, WHY_NOT))
    return MomentDropped(moment=now.moment, reason=reason.strip())


def take_step(history: Sequence[Event], *, step: int, action: str) -> StepTaken:
    """Somebody will do a step; once is enough."""
    now = moment_now(history)
    taken = {one.step for one in history if isinstance(one, StepTaken)}
    refuse(form=(not 0 < step <= len(now.steps) and NO_STEP) or (step in taken and TAKEN))
    return StepTaken(moment=now.moment, step=step, action=action)


def moment_now(history: Sequence[Event]) -> MomentSet:
    """What stands on the calendar now; refuses when there is no such moment or it was dropped."""
    now = fold(history, MomentFacts, MomentSet)
    refuse(form=now is None and UNKNOWN)
    refuse(form=any(isinstance(one, MomentDropped) for one in history) and DROPPED)
    assert now is not None  # an unknown moment was refused
    moved = [one for one in history if isinstance(one, MomentMoved)]
    return msgspec.structs.replace(now, until=moved[-1].until) if moved else now


def step_day(on: date, until: date | None, step: Step) -> date:
    """By which day a step must be done; never in a weekend."""
    day = (until or on if step.weeks < 0 else on) - timedelta(weeks=step.weeks)
    return day - timedelta(days=max(0, day.weekday() - FRIDAY))


def usual_days(usual: Usual, year: int) -> tuple[date, date | None]:
    """The days on which something would usually be in a year: a guess to be checked."""
    first = date(year, usual.month, 1)
    day = first + timedelta(days=(usual.weekday - 1 - first.weekday()) % 7)
    weeks = usual.which - 1
    if usual.which == LAST_WEEK:
        weeks = (monthrange(year, usual.month)[1] - day.day) // 7
    on = day + timedelta(weeks=weeks)
    return on, on + timedelta(days=usual.days - 1) if usual.days else None


def unfit_day(on: date | None, today: date) -> str | None:
    """What is wrong with the first day of a moment, or None; this year's may have been."""
    if on is None:
        return NO_DAY
    if on.year < today.year - 1:
        return TOO_OLD
    return TOO_FAR if on.year > today.year + YEARS_AHEAD else None


def unfit_end(on: date | None, until: date | None) -> str | None:
    """What is wrong with the last day of a moment, or None."""
    return ENDS_BEFORE if on and until and until < on else None
