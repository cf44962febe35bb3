"""What was said of an action, entry by entry, in sentences: who asked whom, and what came back."""

from collections.abc import Sequence

from alliance import dutch
from alliance.events.actions import (
    ActionAccepted,
    ActionAgreed,
    ActionAsked,
    ActionConsidered,
    ActionCorrected,
    ActionDeclined,
    ActionDone,
    ActionDropped,
    ActionExplained,
    ActionFacts,
    ActionHandedOver,
    ActionMoved,
    Answer,
    AnswerDisputed,
    ManagerAnswered,
    OtherDateAccepted,
    OtherDateDeclined,
    OtherDateProposed,
    ProgressNoted,
    TakerInformed,
)
from alliance.events.actions_rules import action_now
from alliance.events.base import Event
from alliance.journal import Entry
from alliance.projections.action_rows import NO
from alliance.web import names

ANYONE, NOBODY = "wie het kan", "nog niemand"


def told(history: Sequence[Entry]) -> dict[int, str]:
    """What each entry says, by position; where its label says enough there is no sentence."""
    found = {}
    for number, entry in enumerate(history):
        before = [one.event for one in history[:number]]
        sentence = sentence_of(entry.event, before)
        if sentence:
            found[entry.position] = dutch.capital(f"{sentence}{noted(entry)}")
    return found


def sentence_of(event: Event, before: Sequence[Event]) -> str:
    """What one event says, after what was there; empty when its label says it all."""
    now = action_now(before) if before else ActionCorrected(action="-", title="-")
    match event:
        case ActionFacts():
            return facts_in_words(event, now)
        case ActionMoved(by_when=day, reason=why):
            return f"van {dated(now)} naar {dutch.day(day)}{because(why)}"
        case ProgressNoted(note=note):
            return note or f"{who(now)} is ermee bezig"
        case ActionDone(yielded=yielded):
            return yielded or f"{who(now)} kwam het na"
        case ActionDropped(reason=reason):
            return reason
        case ActionExplained(reason=reason):
            return reason or ""
        case TakerInformed(told=told):
            return told
        case _:
            return answer_in_words(event, now)


def facts_in_words(event: ActionFacts, now: ActionCorrected) -> str:
    """Who is to do it now, and by when."""
    match event:
        case ActionAsked():
            return f"gevraagd aan {who(event)}{due(event)}"
        case ActionHandedOver(reason=why):
            return f"gevraagd aan {who(event)}, eerst bij {who(now)}{because(why)}"
        case AnswerDisputed():
            return f"{who(event)}: zo hebben wij niet geantwoord"
        case ActionAgreed():
            return f"door {who(event)}{due(event)}" if event.organisation else ""
        case ActionCorrected() if event.by_when != now.by_when:
            return f"van {dated(now)} naar {dated(event)}"
        case _:
            return ""


def answer_in_words(event: Event, now: ActionCorrected) -> str:
    """What was answered, and by whom."""
    match event:
        case ActionAccepted(organisation=taker):
            return f"{names.name_of('organisation', taker) if taker else who(now)} zei ja"
        case ActionDeclined(why=why, reason=reason):
            return f"{who(now)} zei nee: {NO[why]}{because(reason)}"
        case ActionConsidered(answer_by=by):
            return f"{who(now)} overlegt eerst, antwoord vóór {dutch.day(by)}"
        case ManagerAnswered(backing="steunen"):
            return f"de leiding van {who(now)} steunt het"
        case ManagerAnswered(backing="nee"):
            return f"de leiding van {who(now)} steunt het niet"
        case ManagerAnswered(limit=limit):
            return f"de leiding van {who(now)} zegt tot waar het mag{because(limit)}"
        case OtherDateProposed(proposed=day, reason=why):
            return (
                f"{who(now)} stelt {dutch.day(day)} voor, de vraag was {dated(now)}{because(why)}"
            )
        case OtherDateAccepted(by_when=day):
            return f"het wordt {dutch.day(day)}"
        case OtherDateDeclined():
            return f"het blijft {dated(now)}"
        case _:
            return ""


def noted(entry: Entry) -> str:
    """Who wrote it down and how it came, when that was someone else."""
    if not isinstance(entry.event, Answer) or not entry.event.via:
        return ""
    return f" ({entry.event.via}, opgetekend door {names.who_wrote(entry)})"


def who(facts: ActionFacts) -> str:
    """The organisation that is asked or does it, in words."""
    if facts.organisation:
        return names.name_of("organisation", facts.organisation)
    if facts.owner:
        return names.who_is(facts.owner)
    return ANYONE if isinstance(facts, ActionAsked | ActionHandedOver) else NOBODY


def due(facts: ActionFacts) -> str:
    """By when, if that was said."""
    return f", vóór {dutch.day(facts.by_when)}" if facts.by_when else ""


def dated(facts: ActionFacts) -> str:
    """The day that is agreed or asked, in words."""
    return dutch.day(facts.by_when) if facts.by_when else "geen dag"


def because(reason: str | None) -> str:
    """A reason behind a sentence."""
    return f". {reason}" if reason else ""
