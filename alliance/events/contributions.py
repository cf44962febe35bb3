"""Rules of contributions: what an organisation itself puts in the programme of a week."""

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import TypedDict, Unpack

from alliance.events.activities import ActivityCorrected
from alliance.events.activities_rules import (
    NO_DAY,
    awaited_activity,
    correct_activity,
    move_activity,
    plan_activity,
)
from alliance.events.announcements import announce_activity, announced
from alliance.events.base import Event, Refused, refuse
from alliance.events.state import UNCHANGED, tidy

NOT_IN_WEEK = "Deze dag valt niet in de week. Kies een van de dagen die klaarstaan."


class Contribution(TypedDict):
    """What is there, when and where, in the words of the organisation; more if it wants."""

    headline: str
    on: date | None
    start: time | None
    place: str
    text: str | None
    joining: str | None


def contribute_activity(
    *,
    activity: str,
    organisation: str,
    days: Sequence[date],
    today: date,
    **said: Unpack[Contribution],
) -> tuple[Event, Event]:
    """Plan something on one of these days and show it to everyone, both at once."""
    faults = unfit_day(said["on"], days)
    try:
        planned = plan_activity(
            activity=activity,
            title=said["headline"],
            on=said["on"],
            start=said["start"],
            place=said["place"],
            today=today,
            organisation=organisation,
        )
    except Refused as why:
        raise Refused(**named(why) | faults) from why
    refuse(**faults)
    return planned, announced_now([planned], said)


def change_contribution(
    history: Sequence[Event],
    *,
    days: Sequence[date],
    today: date,
    **said: Unpack[Contribution],
) -> list[Event]:
    """What is otherwise now: facts, day and words; only what changed is written down."""
    now, faults = awaited_activity(history), unfit_day(said["on"], days)
    made: list[Event] = []
    steps: tuple[Callable[[], list[Event]], ...] = (
        lambda: corrected(history, now, said, today),
        lambda: moved(history, now, said, today),
        lambda: reworded(history, said),
    )
    for step in steps:
        try:
            made += step()
        except Refused as why:
            faults = named(why) | faults
    refuse(**faults)
    refuse(form=not made and UNCHANGED)
    return made


def corrected(
    history: Sequence[Event], now: ActivityCorrected, said: Contribution, today: date
) -> list[Event]:
    """The hour, the place, and the name inside as long as that is what everyone reads."""
    known = announced(history)
    same = known is not None and known.headline == now.title
    title = said["headline"].strip() if same else now.title
    if (title, said["start"], tidy(said["place"])) == (now.title, now.start, now.place):
        return []
    start, place = said["start"], said["place"]
    return [correct_activity(history, today=today, title=title, start=start, place=place)]


def moved(
    history: Sequence[Event], now: ActivityCorrected, said: Contribution, today: date
) -> list[Event]:
    """Another day of the week."""
    return [move_activity(history, on=said["on"], today=today)] if said["on"] != now.on else []


def reworded(history: Sequence[Event], said: Contribution) -> list[Event]:
    """Other words for who comes."""
    known = announced(history)
    words = said["headline"].strip(), tidy(said["text"]), tidy(said["joining"])
    same = known is not None and words == (known.headline, known.text, known.joining)
    return [] if same else [announced_now(history, said)]


def announced_now(history: Sequence[Event], said: Contribution) -> Event:
    """The words of the organisation, which it chooses itself."""
    return announce_activity(
        history,
        headline=said["headline"],
        text=said["text"],
        joining=said["joining"],
        ours=True,
    )


def named(why: Refused) -> dict[str, str]:
    """The faults under the names of the fields in which an organisation types."""
    return {"headline" if name == "title" else name: fault for name, fault in why.faults.items()}


def unfit_day(on: date | None, days: Sequence[date]) -> dict[str, str]:
    """What is wrong with the day of a contribution."""
    if on is None:
        return {"on": NO_DAY}
    return {} if on in days else {"on": NOT_IN_WEEK}
