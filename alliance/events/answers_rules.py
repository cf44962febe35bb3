"""What whoever was asked may answer, and when an answer that others wrote down is wrong."""

from collections.abc import Sequence
from datetime import date

from alliance.events.actions import (
    ActionAccepted,
    ActionAsked,
    ActionConsidered,
    ActionCorrected,
    ActionDeclined,
    ActionHandedOver,
    AnswerDisputed,
    Backing,
    ManagerAnswered,
    No,
    OtherDateAccepted,
    OtherDateProposed,
    Via,
)
from alliance.events.actions_rules import (
    SAME_DATE,
    action_now,
    unended_action,
)
from alliance.events.asking_rules import facts_of
from alliance.events.base import Event, refuse, unfit_text
from alliance.events.days import GONE, unfit_plan
from alliance.events.state import tidy
from alliance.events.turns import noted_answer, whose_turn

ANSWERED = "Op deze vraag is al geantwoord. Kijk op de pagina van de afspraak hoe het staat."
NOBODY_ASKED = "Deze vraag is voor iedereen. Kies ja als jullie het doen; anders hoef je niets."
NOBODY = "Kies welke organisatie het doet."
NO_REASON = "Kies wat het dichtst bij jullie reden komt."
NO_DAY = "Vul in vóór welke dag je antwoord geeft."
NO_LIMIT = "Schrijf in één zin tot waar het mag."
NO_BACKING = "Kies één van de drie antwoorden."
NOT_CONSIDERED = "Over deze afspraak wordt niet overlegd. Kies zelf een antwoord op de vraag."
NOTHING_NOTED = "Hier schreef niemand iets voor jullie op. Kijk op de pagina hoe het staat."


def accept_action(
    history: Sequence[Event],
    *,
    organisation: str | None = None,
    owner: str | None = None,
    via: Via | None = None,
) -> ActionAccepted:
    """Yes; to a question open to anyone it says which organisation, elsewhere only who."""
    now = asked_action(history, by_name=False)
    refuse(organisation=is_open(now) and organisation is None and NOBODY)
    return ActionAccepted(
        action=now.action,
        organisation=organisation if is_open(now) else None,
        owner=None if now.owner else owner,
        via=via,
    )


def decline_action(
    history: Sequence[Event], *, why: No | None, reason: str | None = None, via: Via | None = None
) -> ActionDeclined:
    """No, with a reason by one tap."""
    now = asked_action(history)
    refuse(why=why is None and NO_REASON, reason=unfit_text(reason))
    assert why is not None  # an empty reason was refused
    return ActionDeclined(action=now.action, why=why, reason=tidy(reason), via=via)


def consider_action(
    history: Sequence[Event],
    *,
    answer_by: date | None,
    today: date,
    question: str | None = None,
    via: Via | None = None,
) -> ActionConsidered:
    """The answer comes later; a question to the own manager may go along."""
    now = asked_action(history)
    refuse(
        answer_by=unfit_plan(answer_by, today=today, past=GONE, missing=NO_DAY),
        question=unfit_text(question),
    )
    assert answer_by is not None  # an empty day was refused
    return ActionConsidered(
        action=now.action, answer_by=answer_by, question=tidy(question), via=via
    )


def answer_as_manager(
    history: Sequence[Event], *, backing: Backing | None, limit: str | None = None
) -> ManagerAnswered:
    """What the manager says; the organisation still gives the answer itself."""
    now = asked_action(history)
    refuse(form=considered(history) is None and NOT_CONSIDERED)
    refuse(
        backing=backing is None and NO_BACKING,
        limit=unfit_text(limit, NO_LIMIT if backing == "tot_hier" else None),
    )
    assert backing is not None  # an empty answer was refused
    return ManagerAnswered(action=now.action, backing=backing, limit=tidy(limit))


def propose_date(
    history: Sequence[Event],
    *,
    by_when: date | None,
    today: date,
    reason: str | None = None,
    via: Via | None = None,
) -> OtherDateProposed:
    """Yes, on another date than was asked, if whoever asked is fine with it."""
    now = asked_action(history)
    refuse(
        by_when=(by_when == now.by_when and by_when and SAME_DATE)
        or unfit_plan(by_when, today=today, past=GONE, missing="Kies een nieuwe dag."),
        reason=unfit_text(reason),
    )
    assert by_when is not None  # an empty day was refused
    return OtherDateProposed(action=now.action, proposed=by_when, reason=tidy(reason), via=via)


def dispute_answer(history: Sequence[Event]) -> AnswerDisputed:
    """What someone else wrote down was not said: all is as it was before."""
    action_now(history)
    noted = noted_answer(history)
    refuse(form=noted is None and NOTHING_NOTED)
    assert noted is not None  # nothing to dispute was refused
    at = max(number for number, event in enumerate(history) if event is noted)
    since = [event for event in history[at + 1 :] if not isinstance(event, OtherDateAccepted)]
    before = action_now([*history[:at], *since])
    return AnswerDisputed(**facts_of(before), answer=noted.stored_name)


def asked_action(history: Sequence[Event], *, by_name: bool = True) -> ActionCorrected:
    """What is asked now; refuses when it was answered, or when nobody was asked by name."""
    now = unended_action(history)
    refuse(form=whose_turn(history) != "asked" and ANSWERED)
    refuse(form=by_name and is_open(now) and NOBODY_ASKED)
    return now


def is_open(now: ActionCorrected) -> bool:
    """Whether a question is for anyone who can."""
    return now.organisation is None and now.owner is None


def considered(history: Sequence[Event]) -> ActionConsidered | None:
    """That the answer comes later, when that was the last thing said to the question."""
    for event in reversed(history):
        if isinstance(event, ActionConsidered):
            return event
        if isinstance(event, ActionAsked | ActionHandedOver | AnswerDisputed):
            return None
    return None


def is_considered(history: Sequence[Event]) -> bool:
    """Whether whoever was asked talks it over now."""
    return considered(history) is not None and whose_turn(history) == "asked"
