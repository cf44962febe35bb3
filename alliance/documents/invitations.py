"""The invitation in a mail: an organisation adds what it does to the programme of a week."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from alliance.documents.letters import links
from alliance.dutch import span

HEAD = "DOEN JULLIE OOK IETS?"
BUTTON = "Zet jullie activiteit in het programma"


@dataclass(frozen=True)
class Invitation:
    """What one organisation is asked: to add its activity, or to say that it does nothing."""

    organisation: str
    name: str  # of the organisation
    week: str  # what it is called
    on: date
    until: date | None = None


def told(invited: Sequence[Invitation], address: Callable[[Invitation], str]) -> str:
    """The part of a letter about the week: what it is, and where each organisation answers."""
    week = invited[0]
    said = (
        f"{week.week}: {span(week.on, week.until)}. Doen jullie iets? Dan komt het in één programma"
        " voor iedereen. Wat, wanneer en waar is genoeg. Doen jullie niets, dan zeg je dat met één"
        " tik."
    )
    named = (f"{BUTTON}, {one.name}" if len(invited) > 1 else BUTTON for one in invited)
    ways = links((words, address(one)) for words, one in zip(named, invited, strict=True))
    return f"{HEAD}\n\n{said}\n\n{ways}".rstrip()
