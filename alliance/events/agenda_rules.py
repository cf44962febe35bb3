"""Rules of agendas: what may be raised, what stands on an agenda, what may be decided."""

from collections.abc import Sequence
from datetime import date

from alliance.events.base import Event, refuse, unfit_text, unfit_title
from alliance.events.days import written
from alliance.events.meetings import (
    AgendaItemForwarded,
    AgendaItemRaised,
    AgendaLine,
    AgendaSent,
    AgendaSet,
    DecisionTaken,
    ItemKind,
    Mandate,
)
from alliance.events.meetings_rules import LONGEST, NO_GROUP, awaited_meeting, planned_meeting
from alliance.events.state import tidy

NO_TITLE = "Schrijf in één regel waar het over gaat."
NO_REASON = "Schrijf in één zin waarom dit punt erop staat."
NO_STATEMENT = "Schrijf op wat er besloten is."
NO_POINTS = "Zet minstens één punt op de agenda."
TWICE = "Dit punt staat er twee keer op. Haal er één weg."
POINT_LENGTH = f"Een punt duurt 1 tot {LONGEST} minuten. Vul een ander aantal in."
NO_ITEM = "Dit punt is niet aangedragen. Zet het eerst op de agenda."
NO_OTHER = "Kies aan welke groep jullie dit doorgeven."
OWN_GROUP = "Dit punt is al van deze groep. Kies een andere groep."
FORWARDED = "Dit punt is al aan deze groep doorgegeven. Kies een andere groep."
SENT = (
    "Deze agenda is al verstuurd en er is sindsdien niets veranderd."
    " Pas iets aan als het toch anders moet."
)
TOO_SOON = "Kies een dag na de bijeenkomst om het besluit opnieuw te bekijken."


def raise_point(
    *,
    item: str,
    group: str,
    title: str,
    kind: ItemKind = "bespreken",
    minutes: int = 10,
    reason: str | None = None,
    about: str | None = None,
) -> AgendaItemRaised:
    """Someone wants a group to talk about something; it waits until it was on an agenda."""
    refuse(
        group=not group and NO_GROUP,
        title=unfit_title(title, NO_TITLE),
        minutes=unfit_minutes(minutes),
        reason=unfit_text(reason),
    )
    return AgendaItemRaised(
        item=item,
        group=group,
        title=title.strip(),
        kind=kind,
        minutes=minutes,
        reason=tidy(reason),
        about=about,
    )


def forward_point(history: Sequence[Event], *, to: str | None) -> AgendaItemForwarded:
    """A group asks another to speak of it too; what one side decides shows on the other."""
    raised = next((event for event in history if isinstance(event, AgendaItemRaised)), None)
    before = {event.to for event in history if isinstance(event, AgendaItemForwarded)}
    refuse(
        form=raised is None and NO_ITEM,
        to=(not to and NO_OTHER)
        or (raised is not None and to == raised.group and OWN_GROUP)
        or (to in before and FORWARDED),
    )
    assert raised is not None and to is not None  # neither was refused
    return AgendaItemForwarded(item=raised.item, to=to)


def set_agenda(history: Sequence[Event], *, lines: Sequence[AgendaLine], today: date) -> AgendaSet:
    """The meeting will talk about this; more minutes than the meeting has is up to the chair."""
    now = awaited_meeting(history, today)
    keys = [line.key for line in lines]
    wrong = [unfit_point(line) for line in lines]
    refuse(
        lines=(not lines and NO_POINTS)
        or (len(set(keys)) < len(keys) and TWICE)
        or next((fault for fault in wrong if fault), None)
    )
    return AgendaSet(meeting=now.meeting, lines=tuple(lines))


def send_agenda(
    history: Sequence[Event], *, lines: Sequence[AgendaLine], digest: str, today: date
) -> tuple[Event, ...]:
    """The agenda as it stands goes out, and is set by that; again only when it says otherwise."""
    agenda = set_agenda(history, lines=lines, today=today)
    sent = [event for event in history if isinstance(event, AgendaSent)]
    refuse(form=bool(sent) and sent[-1].digest == digest and SENT)
    before = [event for event in history if isinstance(event, AgendaSet)]
    going = AgendaSent(meeting=agenda.meeting, digest=digest)
    return (going,) if before and before[-1] == agenda else (agenda, going)


def take_decision(
    history: Sequence[Event],
    *,
    decision: str,
    statement: str,
    today: date,
    about: str | None = None,
    review_on: date | None = None,
    mandate: Mandate | None = None,
) -> DecisionTaken:
    """What a group decided in this meeting, from the day it is held; it may be reviewed later."""
    now = planned_meeting(history)
    early = f"Deze bijeenkomst is pas op {written(now.on)}. Leg het besluit daarna vast."
    refuse(
        form=now.on > today and early,
        statement=unfit_text(statement, NO_STATEMENT),
        review_on=review_on is not None and review_on <= now.on and TOO_SOON,
    )
    return DecisionTaken(
        decision=decision,
        meeting=now.meeting,
        group=now.group,
        statement=statement.strip(),
        about=about,
        review_on=review_on,
        mandate=mandate,
    )


def unfit_minutes(minutes: int) -> str | None:
    """What is wrong with how long a point is, or None."""
    return None if 1 <= minutes <= LONGEST else POINT_LENGTH


def unfit_point(line: AgendaLine) -> str | None:
    """What is wrong with one line of an agenda, or None."""
    return (
        unfit_title(line.title, NO_TITLE)
        or unfit_minutes(line.minutes)
        or unfit_text(line.reason, NO_REASON)
    )
