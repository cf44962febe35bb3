"""When a list may be taken in, and when it may be taken back."""

from collections.abc import Sequence

from alliance.events.base import Event, refuse, unfit_text, unfit_title
from alliance.events.lists import ListItem, ListKind, ListTaken, ListWithdrawn
from alliance.events.state import WHY

NO_ORIGIN = "Schrijf op waar de lijst vandaan komt, bijvoorbeeld: sociale kaart van 2025."
NOTHING = "Er is niets om op te nemen. Verbeter eerst een regel, of kies een andere lijst."
UNKNOWN = "Deze lijst bestaat niet. Kies er een uit de lijsten die zijn opgenomen."
WITHDRAWN = "Deze lijst is al teruggenomen. Neem haar opnieuw op als dat nodig is."


def take_list(*, key: str, contents: ListKind, origin: str, taken: Sequence[ListItem]) -> ListTaken:
    """A list is taken in; what it brings is written down in the same append."""
    refuse(origin=unfit_origin(origin), form=not taken and NOTHING)
    return ListTaken(list=key, contents=contents, origin=origin.strip(), taken=tuple(taken))


def withdraw_list(
    history: Sequence[Event], *, reason: str, kept: Sequence[ListItem] = ()
) -> ListWithdrawn:
    """A list is taken back; `kept` is what others changed since, which stays."""
    brought = list_taken(history)
    refuse(reason=unfit_text(reason, WHY))
    return ListWithdrawn(list=brought.list, reason=reason.strip(), kept=tuple(kept))


def list_taken(history: Sequence[Event]) -> ListTaken:
    """What a list brought; refuses one that was never taken in, or was taken back."""
    refuse(form=not history and UNKNOWN)
    refuse(form=any(isinstance(one, ListWithdrawn) for one in history) and WITHDRAWN)
    [brought] = [one for one in history if isinstance(one, ListTaken)]
    return brought


def unfit_origin(origin: str) -> str | None:
    """What is wrong with where a list comes from, or None."""
    return unfit_title(origin, NO_ORIGIN)
