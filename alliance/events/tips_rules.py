"""Rules of tips: when one may be given, and when it is settled."""

from collections.abc import Sequence

from alliance.events.actions import Via
from alliance.events.base import Event, refuse, unfit_text
from alliance.events.tips import Sequel, TipGiven, TipSettled

NOTHING_SAID = "Schrijf in één zin wie of wat we missen."
UNKNOWN = "Deze tip bestaat niet. Kies er een uit de lijst."
NO_SEQUEL = "Kies wat er met deze tip gebeurt."
SETTLED = "Deze tip is al bekeken. Kies een andere uit de lijst."


def give_tip(
    *, tip: str, statement: str, organisation: str | None, via: Via | None = None
) -> TipGiven:
    """Say who or what is missing, in a sentence."""
    refuse(tip=unfit_text(statement, NOTHING_SAID))
    return TipGiven(tip=tip, statement=statement.strip(), organisation=organisation, via=via)


def settle_tip(history: Sequence[Event], *, sequel: Sequel | None) -> TipSettled:
    """Say what comes of it; once is enough."""
    given = next((one for one in history if isinstance(one, TipGiven)), None)
    refuse(form=given is None and UNKNOWN)
    refuse(form=any(isinstance(one, TipSettled) for one in history) and SETTLED)
    refuse(sequel=sequel is None and NO_SEQUEL)
    assert given is not None and sequel is not None  # anything else was refused
    return TipSettled(tip=given.tip, sequel=sequel)
