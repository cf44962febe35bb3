"""Whether a proposal was tried out with the people it is about, in words."""

from alliance.events.meetings import Checked
from alliance.projections.checks import Check

CHECKS: dict[Checked, str] = {"ja": "ja, zo", "nog_niet": "nog niet", "niet_nodig": "niet nodig"}


def check_words(said: Check | None) -> str:
    """One sentence, alike on agendas, in minutes and in the register; nothing when nobody said."""
    if said is None:
        return ""
    how = f": {said.how}" if said.how else "."
    return f"Getoetst met mensen om wie het gaat: {CHECKS[said.checked]}{how}"
