"""How minutes draft themselves from what was recorded, without a name in them."""

from collections.abc import Iterable, Sequence
from datetime import date, time

from alliance.events.attendance import Presence
from alliance.events.meetings import AgendaLine
from alliance.events.records import Minutes, MinutesItem, MinutesLine

ACTION = "action:"
"""How the key of a point begins that is about one agreement of which the day has been."""
LATE = "Een afspraak van deze groep: lukt het nog?"
LOOSE = "Rondvraag"
"""What is called after the agenda and belongs to none of its points."""


def draft_minutes(
    *,
    title: str,
    group: str,
    on: date,
    start: time | None,
    place: str | None,
    seats: Iterable[tuple[str, Presence | None]],
    agenda: Sequence[AgendaLine],
    recorded: Sequence[tuple[str | None, MinutesLine]],
) -> Minutes:
    """The minutes of a meeting: who was there, and each point with what came of it.

    `seats` are organisations and roles with how they were; `recorded` is what came of which point.
    """
    people = list(seats)
    return Minutes(
        title=title,
        group=group,
        on=on,
        start=start,
        place=place,
        present=counted(people, "aanwezig"),
        excused=counted(people, "afgemeld"),
        absent=counted(people, "afwezig"),
        items=items_of(agenda, recorded),
    )


def items_of(
    agenda: Sequence[AgendaLine], recorded: Sequence[tuple[str | None, MinutesLine]]
) -> tuple[MinutesItem, ...]:
    """Every point with what came of it, and at the end what belongs to none."""
    known = {line.key for line in agenda}
    rest = tuple(one for about, one in recorded if about not in known)
    return (
        *(
            MinutesItem(
                title=line.title,
                key=line.key,
                kind=line.kind,
                confidential=line.confidential,
                lines=tuple(one for about, one in recorded if about == line.key),
            )
            for line in agenda
        ),
        *([MinutesItem(title=LOOSE, lines=rest)] if rest else []),
    )


def counted(people: Sequence[tuple[str, Presence | None]], presence: Presence) -> tuple[str, ...]:
    """Organisations and roles that were so, each once, with how many when it was more than one."""
    found = [who for who, how in people if how == presence]
    return tuple(
        f"{who} ({found.count(who)})" if found.count(who) > 1 else who
        for who in dict.fromkeys(found)
    )


def outward(minutes: Minutes) -> Minutes:
    """The minutes as they may leave the group: without what is confidential, and who was absent.

    Of a point about what someone did not do yet it does not say what that was.
    """
    items = tuple(
        MinutesItem(title=LATE, key=item.key, kind=item.kind, lines=item.lines)
        if (item.key or "").startswith(ACTION)
        else item
        for item in minutes.items
        if not item.confidential
    )
    return Minutes(
        title=minutes.title,
        group=minutes.group,
        on=minutes.on,
        start=minutes.start,
        place=minutes.place,
        present=minutes.present,
        items=items,
    )
