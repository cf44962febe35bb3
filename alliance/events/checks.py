"""Whether a proposal was tried out with the people it is about, in one line."""

from collections.abc import Sequence

from alliance.events.base import Event, refuse, unfit_text
from alliance.events.meetings import AgendaItemChecked, AgendaItemRaised, Checked
from alliance.events.state import tidy

NO_CHOICE = "Kies of het getoetst is: ja, nog niet, of niet nodig."
NO_WAY = "Schrijf in één zin hoe het getoetst is, zonder iets over een persoon."
NO_ITEM = "Dit punt is niet aangedragen. Zet het eerst op de agenda."
SAID = "Dat stond er al zo. Kies iets anders, of laat het zo."


def check_item(
    history: Sequence[Event], *, checked: Checked | None, how: str | None = None
) -> AgendaItemChecked:
    """Say of a proposal that it was tried out, was not yet, or need not be."""
    raised = next((event for event in history if isinstance(event, AgendaItemRaised)), None)
    last = next(
        (event for event in reversed(history) if isinstance(event, AgendaItemChecked)), None
    )
    words = tidy(how) if checked == "ja" else None
    same = last is not None and (last.checked, last.how) == (checked, words)
    refuse(
        form=(raised is None and NO_ITEM) or (same and SAID),
        checked=checked is None and NO_CHOICE,
        how=unfit_text(words, NO_WAY) if checked == "ja" else None,
    )
    assert raised is not None and checked is not None  # neither was refused
    return AgendaItemChecked(item=raised.item, checked=checked, how=words)
