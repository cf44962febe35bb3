"""When something may be asked of an organisation, handed to a successor, or asked elsewhere."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Unpack

from alliance.events.actions import (
    ActionAccepted,
    ActionAsked,
    ActionCorrected,
    ActionDeclined,
    ActionFacts,
    ActionHandedOver,
    OtherDateAccepted,
    OtherDateDeclined,
    OtherDateProposed,
    TakerInformed,
)
from alliance.events.actions_rules import NO_TITLE, PAST, ActionContext, action_now, unended_action
from alliance.events.base import Event, refuse, unfit_text, unfit_title
from alliance.events.days import unfit_plan
from alliance.events.state import tidy
from alliance.events.turns import whose_turn

NOBODY_TOOK = "Niemand zei nog ja op deze vraag. Wacht op een ja, of vraag het een ander."
INFORMED = "Dit is al teruggehoord. Kijk op de pagina wat er is gezegd."
NOTHING_TOLD = "Schrijf in één zin wat ervan kwam."
PATIENCE = timedelta(days=14)
"""How long whoever is asked has to answer, unless it must be done before."""
NO_PROPOSAL = (
    "Er is geen andere datum voorgesteld. Kijk op de pagina van de afspraak hoe het staat."
)
ASKED_ALREADY = "Deze organisatie is hiervoor al gevraagd. Kies een andere."
DOES_IT = "Iemand doet dit al. Laat het overdragen als een ander het moet doen."
SAME_HANDS = "Wie je kiest, heeft deze afspraak al. Kies iemand anders."


def ask_action(
    *,
    action: str,
    title: str,
    today: date,
    by_when: date | None = None,
    **context: Unpack[ActionContext],
) -> ActionAsked:
    """Ask someone to do something; without an organisation, whoever can."""
    refuse(
        title=unfit_title(title, NO_TITLE),
        by_when=unfit_plan(by_when, today=today, past=PAST, missing=None),
    )
    wanted = answer_wanted(today, by_when)
    return ActionAsked(
        action=action, title=title.strip(), by_when=by_when, answer_by=wanted, **context
    )


def ask_elsewhere(
    history: Sequence[Event], *, organisation: str | None, today: date, owner: str | None = None
) -> ActionAsked:
    """Ask another organisation, or whoever can, as long as nobody said yes."""
    now = unended_action(history)
    turn = whose_turn(history)
    alone = now.organisation is None and now.owner is None
    refuse(form=turn == "doer" and not alone and DOES_IT)
    refuse(organisation=turn == "asked" and now.organisation == organisation and ASKED_ALREADY)
    facts = facts_of(now) | {"organisation": organisation, "owner": owner}
    return ActionAsked(**facts, answer_by=answer_wanted(today, now.by_when))


def hand_over(
    history: Sequence[Event],
    *,
    organisation: str | None,
    owner: str | None = None,
    today: date,
    reason: str | None = None,
) -> ActionHandedOver:
    """Ask a successor to do it; without an organisation, whoever can."""
    now = unended_action(history)
    refuse(
        organisation=(now.organisation, now.owner) == (organisation, owner) and SAME_HANDS,
        reason=unfit_text(reason),
    )
    facts = facts_of(now) | {"organisation": organisation, "owner": owner}
    wanted = answer_wanted(today, now.by_when)
    return ActionHandedOver(**facts, answer_by=wanted, reason=tidy(reason))


def accept_date(history: Sequence[Event]) -> OtherDateAccepted:
    """Who asked is fine with the date that was proposed."""
    found = proposal(history)
    return OtherDateAccepted(action=found.action, by_when=found.proposed)


def decline_date(history: Sequence[Event]) -> OtherDateDeclined:
    """Who asked keeps to the date that was asked."""
    return OtherDateDeclined(action=proposal(history).action)


def proposal(history: Sequence[Event]) -> OtherDateProposed:
    """The other date that waits for who asked; refuses when there is none."""
    unended_action(history)
    last = [event for event in history if isinstance(event, OtherDateProposed | ActionDeclined)]
    found = last[-1] if last and whose_turn(history) == "asker" else None
    refuse(form=not isinstance(found, OtherDateProposed) and NO_PROPOSAL)
    assert isinstance(found, OtherDateProposed)  # anything else was refused
    return found


def inform_taker(history: Sequence[Event], *, told: str) -> TakerInformed:
    """Whoever said yes to a question that was open to anyone hears what came of it."""
    now = action_now(history)
    taken = any(isinstance(event, ActionAccepted) and event.organisation for event in history)
    informed = any(isinstance(event, TakerInformed) for event in history)
    refuse(form=(not taken and NOBODY_TOOK) or (informed and INFORMED))
    refuse(told=unfit_text(told, NOTHING_TOLD))
    return TakerInformed(action=now.action, told=told.strip())


def answer_wanted(today: date, by_when: date | None) -> date:
    """By when an answer is wanted: within two weeks, and before it must be done."""
    return max(today, min(today + PATIENCE, by_when or date.max))


def facts_of(now: ActionCorrected) -> dict[str, Any]:
    """What was agreed or asked, as another event says it again."""
    return {name: getattr(now, name) for name in ActionFacts.__struct_fields__}
