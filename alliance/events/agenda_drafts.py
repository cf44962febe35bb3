"""Rules of an agenda in the making: what the site proposes, and what the chair makes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypedDict, Unpack

import msgspec

from alliance.events.agenda_rules import NO_TITLE, raise_point, unfit_minutes
from alliance.events.agendas import AgendaChoice, AgendaPrepared
from alliance.events.base import Event, refuse, unfit_title
from alliance.events.meetings import AgendaItemRaised, AgendaLine, ItemKind
from alliance.events.meetings_rules import awaited_meeting
from alliance.events.state import UNCHANGED, tidy

GONE = "Dit punt staat niet meer op de agenda. Kijk wat er nu staat."
THERE = "Dit punt staat al op de agenda. Kijk wat er nu staat."
PARTS = ("title", "kind", "minutes", "reason")
"""What a choice says instead of the proposal."""


@dataclass(frozen=True)
class Talk:
    """One point of a draft: what was chosen for it, and how it reads."""

    choice: AgendaChoice
    line: AgendaLine


@dataclass(frozen=True)
class Draft:
    """An agenda in the making: what the meeting will talk about, what waits, what was taken off."""

    meeting: str
    minutes: int  # how long the meeting is
    talks: tuple[Talk, ...]
    waits: tuple[AgendaLine, ...]
    dropped: tuple[AgendaLine, ...]
    dropped_keys: tuple[str, ...]  # also of what is no longer proposed
    proposed: Mapping[str, AgendaLine]

    @property
    def lines(self) -> tuple[AgendaLine, ...]:
        """The points as the agenda would have them."""
        return tuple(talk.line for talk in self.talks)

    @property
    def used(self) -> int:
        """How many minutes the points take together."""
        return sum(line.minutes for line in self.lines)


class PointChanges(TypedDict, total=False):
    """What the chair may change about a point; what is not named stays as it is."""

    title: str
    kind: ItemKind
    minutes: int
    presenter: str | None
    confidential: bool


def draft_agenda(
    meeting: str,
    minutes: int,
    *,
    proposed: Sequence[AgendaLine],
    choices: Sequence[AgendaChoice] | None = None,
    dropped: Sequence[str] = (),
    set_before: Sequence[AgendaLine] = (),
) -> Draft:
    """The agenda as it stands: what was chosen first, then what is proposed and still fits.

    `proposed` has the heaviest first. Of an agenda that was `set_before` nothing changes by itself:
    what is proposed since then waits.
    """
    known = {line.key: line for line in proposed}
    chosen = map(chosen_as_set, set_before) if choices is None else choices
    talks = [
        Talk(one, reading(one, known.get(one.key)))
        for one in chosen
        if one.pinned or one.key in known
    ]
    left = 0 if set_before else minutes - sum(talk.line.minutes for talk in talks)
    taken = {talk.choice.key for talk in talks} | {*dropped}
    fits, waits = fitted([line for line in proposed if line.key not in taken], left)
    talks += [Talk(AgendaChoice(key=line.key), line) for line in fits]
    gone = tuple(known[key] for key in dropped if key in known)
    return Draft(meeting, minutes, tuple(talks), tuple(waits), gone, tuple(dropped), known)


def fitted(lines: Sequence[AgendaLine], minutes: int) -> tuple[list[AgendaLine], list[AgendaLine]]:
    """What fits in so many minutes, the first ones first, and what has to wait."""
    fits: list[AgendaLine] = []
    waits: list[AgendaLine] = []
    for line in lines:
        found = fits if line.minutes <= minutes else waits
        found.append(line)
        minutes -= line.minutes if found is fits else 0
    return fits, waits


def chosen_as_set(line: AgendaLine) -> AgendaChoice:
    """A point of an agenda that was set, as a choice that stays."""
    return AgendaChoice(pinned=True, **msgspec.structs.asdict(line))


def reading(choice: AgendaChoice, proposed: AgendaLine | None) -> AgendaLine:
    """How a point reads: as was chosen, and for the rest as it is proposed."""
    said: dict[str, Any] = {part: getattr(choice, part) for part in PARTS}
    if proposed:
        said = {part: said[part] or getattr(proposed, part) for part in PARTS}
    closed = choice.confidential or is_closed(proposed)
    said |= {"presenter": choice.presenter, "confidential": closed}
    return AgendaLine(key=choice.key, **said)


def is_closed(proposed: AgendaLine | None) -> bool:
    """Whether a point is proposed as one that stays within the group: nobody opens it."""
    return proposed is not None and proposed.confidential


def move_point(
    history: Sequence[Event], draft: Draft, *, key: str, to: int, today: date
) -> AgendaPrepared:
    """Another place for a point: 0 is on top."""
    talks = list(draft.talks)
    talk = talks.pop(place_of(draft, key))
    talks.insert(max(to, 0), talk)
    return prepared(history, draft, talks, today)


def pin_point(
    history: Sequence[Event], draft: Draft, *, key: str, today: date, pinned: bool = True
) -> AgendaPrepared:
    """A point stays, whatever happens; or it goes again when its cause goes."""
    place = place_of(draft, key)
    choice, line = draft.talks[place].choice, draft.talks[place].line
    choice = msgspec.structs.replace(choice, pinned=pinned)
    return prepared(history, draft, changed_at(draft, place, choice, line), today)


def change_point(
    history: Sequence[Event],
    draft: Draft,
    *,
    key: str,
    today: date,
    **changes: Unpack[PointChanges],
) -> AgendaPrepared:
    """Another title, kind or length for a point, who introduces it, whether it stays inside."""
    place = place_of(draft, key)
    choice = draft.talks[place].choice
    said = {name: tidy(value) for name, value in changes.items()}
    said["confidential"] = said.get("confidential") or is_closed(draft.proposed.get(key))
    line = msgspec.structs.replace(draft.talks[place].line, **said)
    refuse(
        title=unfit_title(line.title or "", NO_TITLE),
        minutes=unfit_minutes(line.minutes),
        form=line == draft.talks[place].line and UNCHANGED,
    )
    return prepared(history, draft, changed_at(draft, place, choice, line), today)


def drop_point(history: Sequence[Event], draft: Draft, *, key: str, today: date) -> AgendaPrepared:
    """Take a point off; it does not come back for this meeting by itself."""
    talks = list(draft.talks)
    talks.pop(place_of(draft, key))
    dropped = (*draft.dropped_keys, key)
    return prepared(history, replace(draft, dropped_keys=dropped), talks, today)


def take_point(history: Sequence[Event], draft: Draft, *, key: str, today: date) -> AgendaPrepared:
    """Put a point that waits, or that was taken off, at the end of the agenda."""
    line = next((line for line in (*draft.waits, *draft.dropped) if line.key == key), None)
    there = any(talk.choice.key == key for talk in draft.talks)
    refuse(form=(there and THERE) or (line is None and GONE))
    assert line is not None  # what does not wait was refused
    dropped = tuple(one for one in draft.dropped_keys if one != key)
    talks = [*draft.talks, Talk(AgendaChoice(key=key), line)]
    return prepared(history, replace(draft, dropped_keys=dropped), talks, today)


def add_point(
    history: Sequence[Event],
    draft: Draft,
    *,
    item: str,
    title: str,
    kind: ItemKind,
    today: date,
) -> tuple[AgendaItemRaised, AgendaPrepared]:
    """The chair brings something up, and it stands at the end of the agenda."""
    group = awaited_meeting(history, today).group
    raised = raise_point(item=item, group=group, title=title, kind=kind)
    line = AgendaLine(
        key=f"item:{item}",
        title=raised.title,
        kind=kind,
        minutes=raised.minutes,
        reason=raised.title,
    )
    talks = [*draft.talks, Talk(AgendaChoice(key=line.key), line)]
    return raised, prepared(history, draft, talks, today)


def place_of(draft: Draft, key: str) -> int:
    """Which place a point has; refuses what does not stand on the agenda."""
    keys = [talk.choice.key for talk in draft.talks]
    refuse(form=key not in keys and GONE)
    return keys.index(key)


def changed_at(draft: Draft, place: int, choice: AgendaChoice, line: AgendaLine) -> list[Talk]:
    """The points with another reading of one: pinned it says all, else what differs."""
    proposed = draft.proposed.get(line.key)
    said: dict[str, Any] = {
        part: getattr(line, part)
        if choice.pinned or getattr(line, part) != getattr(proposed, part, None)
        else None
        for part in PARTS
    }
    said |= {"presenter": line.presenter, "confidential": line.confidential}
    new = AgendaChoice(key=line.key, pinned=choice.pinned, **said)
    return [*draft.talks[:place], Talk(new, line), *draft.talks[place + 1 :]]


def prepared(
    history: Sequence[Event], draft: Draft, talks: Sequence[Talk], today: date
) -> AgendaPrepared:
    """The draft written down, for a meeting that is still to come."""
    now = awaited_meeting(history, today)
    choices = tuple(talk.choice for talk in talks)
    return AgendaPrepared(agenda=now.meeting, choices=choices, dropped=draft.dropped_keys)
