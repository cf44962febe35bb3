"""How what happens to an action, and what is said to a question, changes its rows."""

from datetime import date
from typing import Any

import msgspec

from alliance.dutch import day_of
from alliance.events.actions import (
    ActionAccepted,
    ActionAsked,
    ActionConsidered,
    ActionCorrected,
    ActionDeclined,
    ActionFacts,
    ActionHandedOver,
    ActionLogged,
    ActionMoved,
    Answer,
    AnswerDisputed,
    ManagerAnswered,
    OtherDateAccepted,
    OtherDateDeclined,
    OtherDateProposed,
)
from alliance.events.turns import TO_A_QUESTION
from alliance.journal import Entry
from alliance.projections.action_tables import actions, asks
from alliance.projections.rows import Row, Rows, blank

FACTS = ActionFacts.__struct_fields__
UNDONE = ("on", "ended_on", "ended_at", "yielded", "reason", "via", "noted_by")
"""What is empty again when an answer was not given."""


def start(rows: Rows, entry: Entry, event: ActionFacts) -> None:
    """The row of an action that was agreed, or done and then written down."""
    day = day_of(entry.at)
    row = blank(actions) | msgspec.structs.asdict(event)
    row |= {"status": "open", "author": entry.by, "agreed_on": day, "moved": 0}
    row |= {"first_date": event.by_when, "without": [], "news_on": day}
    if isinstance(event, ActionLogged):
        row |= {"status": "gedaan", "ended_on": day, "ended_at": entry.position}
    rows.keep(actions, row)


def correct(rows: Rows, event: ActionCorrected) -> None:
    """An action as it should have been written down; a first day that never moved is mended too."""
    if row := rows.get(actions, event.action):
        first = row["first_date"] if row["moved"] else event.by_when
        mended = {"first_date": first, "without": list(event.without)}
        rows.keep(actions, row | msgspec.structs.asdict(event) | mended)


def move(rows: Rows, entry: Entry, event: ActionMoved) -> None:
    """Another day; the first day that an action gets is not a move."""
    if row := rows.get(actions, event.action):
        first, day = row["first_date"], event.by_when
        moved = row["moved"] + (first is not None)
        news = {"by_when": day, "moved": moved, "first_date": first or day}
        rows.keep(actions, row | news | how(entry, event))


def end(rows: Rows, entry: Entry, action: str, **values: Any) -> None:
    """What became of an action, on the day it was written down."""
    ended = {"ended_on": day_of(entry.at), "ended_at": entry.position}
    rows.change(actions, action, **values, **ended)


def ask(rows: Rows, entry: Entry, event: ActionAsked | ActionHandedOver) -> None:
    """Someone is asked, for the first time or after another; who wrote it down first stays."""
    day = day_of(entry.at)
    new = {"author": entry.by, "agreed_on": day, "first_date": event.by_when, "moved": 0}
    before = rows.get(actions, event.action) or blank(actions) | new | {"without": []}
    handed = isinstance(event, ActionHandedOver)
    asker = (before["asker"] if handed else None) or entry.by
    turn = {"status": "gevraagd", "since": day, "asker": asker, "via": None, "noted_by": None}
    rows.keep(actions, before | facts_of(event) | turn)
    rows.put(asks, action=event.action, answer_by=event.answer_by)


def reopen(rows: Rows, entry: Entry, event: AnswerDisputed) -> None:
    """What someone wrote down was never said: the action stands as it did before."""
    if row := rows.get(actions, event.action):
        day, asked = day_of(entry.at), event.answer in TO_A_QUESTION
        moved = row["moved"] - (event.answer == ActionMoved.stored_name)
        now = {
            "status": "gevraagd" if asked else "open",
            "since": day,
            "moved": moved,
            "news_on": day,
        }
        rows.keep(actions, row | dict.fromkeys(UNDONE) | facts_of(event) | now)
        note(rows, event.action, disputed_on=day, taken_on=None)


def answer(
    rows: Rows,
    entry: Entry,
    event: Answer | ManagerAnswered | OtherDateAccepted | OtherDateDeclined,
) -> None:
    """What was said to a question or to another date."""
    action, since = event.action, day_of(entry.at)
    match event:
        case ActionAccepted() as yes:
            take(rows, yes, since)
        case OtherDateAccepted(by_when=day):
            agreed = {"by_when": day, "first_date": day}
            rows.change(actions, action, status="open", since=since, news_on=since, **agreed)
        case ActionDeclined(why=why, reason=reason):
            rows.change(actions, action, status="afgewezen", since=since)
            note(rows, action, why=why, said=reason)
        case OtherDateProposed(proposed=proposed, reason=reason):
            rows.change(actions, action, status="andere_datum", since=since)
            note(rows, action, proposed=proposed, said=reason)
        case ActionConsidered(answer_by=by, question=question):
            rows.change(actions, action, status="overleg")
            note(rows, action, answer_by=by, question=question)
        case OtherDateDeclined():
            rows.change(actions, action, status="gevraagd", since=since)
        case ManagerAnswered(backing=backing, limit=limit):
            note(rows, action, backing=backing, limit=limit)
    if isinstance(event, Answer):
        rows.change(actions, action, **how(entry, event))


def take(rows: Rows, yes: ActionAccepted, since: date) -> None:
    """Someone will do it; whoever takes what was asked of anyone, hears what came of it."""
    said = {"organisation": yes.organisation, "owner": yes.owner}
    taken = {name: key for name, key in said.items() if key}
    rows.change(actions, yes.action, status="open", since=since, **taken)
    if yes.organisation:
        note(rows, yes.action, taken_on=since)


def how(entry: Entry, event: Answer) -> Row:
    """When an answer came, and how and who wrote it down when that was someone else."""
    day, noted_by = day_of(entry.at), entry.by if event.via else None
    last = {"answer": event.stored_name, "answered_at": entry.position}
    return {"via": event.via, "noted_by": noted_by, "news_on": day, **last}


def note(rows: Rows, action: str, **said: Any) -> None:
    """Keep what was said beside an action."""
    before = rows.get(asks, action) or {"action": action}
    rows.put(asks, **before | said)


def facts_of(event: ActionFacts) -> Row:
    """What an event says of an action as a whole."""
    return {name: getattr(event, name) for name in FACTS}
