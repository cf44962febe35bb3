"""How agreements, lessons and by-catch change the agenda's own copies."""

from alliance.dutch import day_of
from alliance.events.actions import (
    ActionAccepted,
    ActionAgreed,
    ActionAsked,
    ActionConsidered,
    ActionCorrected,
    ActionDeclined,
    ActionDone,
    ActionDropped,
    ActionFacts,
    ActionHandedOver,
    ActionLinked,
    ActionMoved,
    ActionWithdrawn,
    AnswerDisputed,
    OtherDateAccepted,
    OtherDateDeclined,
    OtherDateProposed,
)
from alliance.events.outcomes import (
    LessonCorrected,
    LessonFacts,
    LessonRecorded,
    LessonWithdrawn,
    OutcomeCorrected,
    OutcomeFacts,
    OutcomeLinked,
    OutcomeWithdrawn,
)
from alliance.events.patterns import (
    PatternAnswered,
    PatternFact,
    PatternLinked,
    PatternRaised,
    PatternWithdrawn,
)
from alliance.events.state import Linkable, links_said
from alliance.events.turns import TO_A_QUESTION
from alliance.journal import Entry
from alliance.projections.agenda_tables import actions, patterns, shared, taken
from alliance.projections.rows import Row, Rows, blank

LINKS = ("theme", "result", "area")
Ended = ActionDone | ActionDropped | ActionWithdrawn
Answered = (ActionAccepted | ActionDeclined | ActionConsidered) | (
    OtherDateProposed | OtherDateAccepted | OtherDateDeclined
)
ASKED, DECLINED, PROPOSED = "gevraagd", "afgewezen", "andere_datum"
"""How a question stands, until someone says yes."""


def keep_action(rows: Rows, said: ActionFacts, at: Entry) -> None:
    """An agreement or a question as it reads now; one that ended stays away."""
    row = {"title": said.title, "day": said.by_when, "group": said.group} | links(said)
    asked = {"stand": ASKED, "since": day_of(at.at)}
    match said:
        case ActionAgreed():
            rows.put(actions, action=said.action, moved=0, **row)
        case ActionCorrected():
            rows.change(actions, said.action, **row)
        case ActionAsked() | ActionHandedOver():
            rows.put(actions, action=said.action, moved=0, **row, **asked)
        case AnswerDisputed(answer=answer):
            again = asked if answer in TO_A_QUESTION else {}
            rows.put(actions, action=said.action, moved=0, **row, **again)
    if said.planned:
        rows.put(taken, action=said.action, planned=said.planned, group=said.group)


def change_action(rows: Rows, said: ActionLinked | ActionMoved | Ended) -> None:
    """What became of an agreement; when it ended there is nothing more to ask."""
    match said:
        case ActionDone(action=action) | ActionDropped(action=action):
            rows.drop(actions, action)
        case ActionLinked():
            rows.change(actions, said.action, **links_said(said, *LINKS))
        case ActionMoved(action=action, by_when=day):
            row = rows.get(actions, action) or blank(actions)
            rows.change(actions, action, day=day, moved=(row["moved"] or 0) + 1)
        case ActionWithdrawn(action=action):
            rows.drop(actions, action)
            rows.drop(taken, action)


def answer_action(rows: Rows, said: Answered, at: Entry) -> None:
    """What was said to a question; with a yes it was agreed."""
    day = day_of(at.at)
    match said:
        case ActionAccepted():
            rows.change(actions, said.action, stand=None)
        case OtherDateAccepted(by_when=by_when):
            rows.change(actions, said.action, stand=None, day=by_when)
        case ActionDeclined():
            rows.change(actions, said.action, stand=DECLINED, since=day)
        case OtherDateProposed(proposed=proposed):
            rows.change(actions, said.action, stand=PROPOSED, since=day, other=proposed)
        case ActionConsidered(answer_by=by):
            rows.change(actions, said.action, other=by)
        case OtherDateDeclined():
            rows.change(actions, said.action, stand=ASKED, since=day, other=None)


Shared = OutcomeFacts | OutcomeLinked | OutcomeWithdrawn | LessonFacts | LessonWithdrawn
"""What may happen with what is worth sharing."""


def keep_shared(rows: Rows, said: Shared, at: Entry) -> None:
    """A lesson, or an outcome that nobody had planned."""
    match said:
        case OutcomeFacts(unplanned=True):
            before = rows.get(shared, said.stream) or blank(shared)
            on = before["shared_on"] or day_of(at.at)
            rows.put(shared, stream=said.stream, title=said.statement, shared_on=on, **links(said))
        case LessonRecorded():
            facts: Row = {"title": said.statement, "theme": said.theme}
            rows.put(shared, stream=said.stream, **facts, shared_on=day_of(at.at))
        case LessonCorrected():
            rows.change(shared, said.stream, title=said.statement)
        case OutcomeCorrected() | OutcomeWithdrawn() | LessonWithdrawn():
            rows.drop(shared, said.stream)
        case OutcomeLinked():
            rows.change(shared, said.stream, **links_said(said, *LINKS))


def links(said: Linkable) -> Row:
    """What something works towards, as columns."""
    return {name: getattr(said, name) for name in LINKS}


SAW = ("statement", "group", "theme", "area")


def keep_pattern(rows: Rows, said: PatternFact, at: Entry) -> None:
    """A signal as it reads now, and what was done with it."""
    match said:
        case PatternRaised():
            facts = {name: getattr(said, name) for name in SAW}
            rows.put(patterns, pattern=said.pattern, **facts, raised_on=day_of(at.at))
        case PatternLinked(area=area):
            if area:
                rows.change(patterns, said.pattern, area=area)
        case PatternAnswered():
            news = {"answer": said.statement, "by": said.group, "answered_on": day_of(at.at)}
            rows.change(patterns, said.pattern, **news)
        case PatternWithdrawn():
            rows.drop(patterns, said.pattern)
