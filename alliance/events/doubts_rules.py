"""When something that looks odd may be said to be right as it stands."""

from collections.abc import Sequence

from alliance.events.actions import ActionDone, ActionExplained, ActionLogged, Doubtful
from alliance.events.actions_rules import action_now
from alliance.events.base import Event, refuse, unfit_text
from alliance.events.state import tidy
from alliance.events.turns import ending, whose_turn

CHANGED = "Dit is intussen veranderd. Kijk bij de afspraak hoe het er nu staat."


def explain_action(
    history: Sequence[Event], *, about: Doubtful, reason: str | None = None
) -> ActionExplained:
    """It is right as it stands; why may be said in one sentence."""
    now = action_now(history)
    done = isinstance(ending(history), ActionDone | ActionLogged)
    stands = done if about == "niet_gehouden" else whose_turn(history) == "doer"
    refuse(form=not stands and CHANGED, reason=unfit_text(reason))
    return ActionExplained(action=now.action, about=about, reason=tidy(reason))
