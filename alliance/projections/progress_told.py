"""How an entry about an action, activity, outcome or lesson changes its item."""

from datetime import date
from typing import Any

from alliance.events.actions import (
    ActionAccepted,
    ActionAsked,
    ActionCorrected,
    ActionDone,
    ActionDropped,
    ActionFacts,
    ActionHandedOver,
    ActionLinked,
    ActionLogged,
    ActionMoved,
    ActionWithdrawn,
    AnswerDisputed,
    OtherDateAccepted,
)
from alliance.events.activities import (
    ActivityCancelled,
    ActivityFacts,
    ActivityHeld,
    ActivityLinked,
    ActivityMoved,
    ActivityWithdrawn,
)
from alliance.events.outcomes import (
    LessonFacts,
    LessonWithdrawn,
    OutcomeFacts,
    OutcomeLinked,
    OutcomeWithdrawn,
)
from alliance.events.state import Linkable
from alliance.events.turns import TO_A_QUESTION
from alliance.projections.progress_items import Item

Changes = dict[str, Any]
Followed = (
    (ActionFacts | ActionLinked | ActionMoved | ActionDone | ActionDropped | ActionWithdrawn)
    | (ActionAccepted | OtherDateAccepted)
    | (ActivityFacts | ActivityLinked | ActivityMoved | ActivityHeld)
    | (ActivityCancelled | ActivityWithdrawn)
    | (OutcomeFacts | OutcomeLinked | OutcomeWithdrawn | LessonFacts | LessonWithdrawn)
)
"""What may happen to an item."""


def told(event: Followed, written_on: date, item: Item) -> Changes:
    """What an event that was written down on this day changes in an item."""
    match event:
        case ActionFacts() as action:
            return told_of_action(action, item)
        case ActionDone(on=on, yielded=yielded):
            return {"state": "done", "ended_on": on, "said": yielded}
        case OutcomeFacts() as outcome:
            return told_of_outcome(outcome, item.shared_on or written_on)
        case ActivityFacts() as activity:
            return told_of_activity(activity, item)
        case ActivityHeld(counts=counts):
            return {"state": "held", "ended_on": item.day, "counts": counts}
        case ActionLinked() | ActivityLinked() | OutcomeLinked() as linked:
            return {name: code for name, code in links(linked).items() if code is not None}
        case ActionMoved(by_when=day) | ActivityMoved(on=day):
            return {"day": day, "moved": item.moved + 1, "moved_on": written_on}
        case ActionDropped(reason=reason) | ActivityCancelled(reason=reason):
            never = item.state == "asked"  # nobody ever agreed to it
            state = "withdrawn" if never else "dropped"
            return {"state": state, "said": reason, "ended_on": None if never else written_on}
        case ActionAccepted() | OtherDateAccepted() as yes:
            return {"state": "open", "day": getattr(yes, "by_when", item.day)}
        case LessonFacts() as lesson:
            return told_of_lesson(lesson, item.shared_on or written_on)
        case ActionWithdrawn() | ActivityWithdrawn() | OutcomeWithdrawn() | LessonWithdrawn():
            return {"state": "withdrawn", "ended_on": None}


def told_of_action(action: ActionFacts, item: Item) -> Changes:
    """What was agreed; of what was done already also when, and what came of it."""
    facts: Changes = {"title": action.title, "planned": action.planned, "day": action.by_when}
    match action:
        case AnswerDisputed(answer=answer):
            facts |= told_of_dispute(answer, item)
        case ActionAsked() | ActionHandedOver():
            facts |= {"state": "asked"}
        case ActionLogged(on=on):
            facts |= {"state": "done", "ended_on": on}
        case ActionCorrected(on=date() as on, yielded=yielded):
            facts |= {"ended_on": on, "said": yielded}
    return links(action) | facts


def told_of_dispute(answer: str, item: Item) -> Changes:
    """What stands again when an answer was not given: the question, or the agreement."""
    moved = item.moved - (answer == ActionMoved.stored_name)
    state = "asked" if answer in TO_A_QUESTION else "open"
    again = {"state": state, "ended_on": None, "said": None, "moved": moved}
    return again | ({} if moved else {"moved_on": None})


def told_of_activity(activity: ActivityFacts, item: Item) -> Changes:
    """What was planned; when it was held, that was on its day."""
    return links(activity) | {
        "title": activity.title,
        "parent": f"action:{activity.action}" if activity.action else None,
        "day": activity.on,
        "ended_on": activity.on if item.state == "held" else item.ended_on,
    }


def told_of_outcome(outcome: OutcomeFacts, written_on: date) -> Changes:
    """What something brought."""
    return links(outcome) | {
        "title": outcome.statement,
        "state": "recorded",
        "parent": origin(outcome.activity, outcome.action),
        "ended_on": outcome.on,
        "day": outcome.on,
        "counts": (outcome.count,) if outcome.count else (),
        "evidence": outcome.evidence,
        "unplanned": outcome.unplanned,
        "shared_on": written_on if outcome.unplanned else None,
    }


def told_of_lesson(lesson: LessonFacts, written_on: date) -> Changes:
    """What something taught."""
    return {
        "title": lesson.statement,
        "state": "recorded",
        "parent": origin(lesson.activity, lesson.action),
        "own_theme": lesson.theme,
        "ended_on": lesson.on,
        "day": lesson.on,
        "shared_on": written_on,
    }


def origin(activity: str | None, action: str | None) -> str | None:
    """The stream of what something came from; the activity when there are both."""
    if activity:
        return f"activity:{activity}"
    return f"action:{action}" if action else None


def links(linked: Linkable) -> Changes:
    """What an item itself works towards; empty where it is said to be nothing at all."""
    none = {f"own_{kind}": "" for kind in getattr(linked, "without", ()) if kind != "persona"}
    return {"own_result": linked.result, "own_theme": linked.theme} | none
