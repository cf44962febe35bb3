"""The letter to who does not take part: what happened in a quarter, in words anyone may read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from alliance.documents.letters import CLOSING, Letter
from alliance.documents.week_programme import where
from alliance.dutch import capital, hour, several, span, weekday
from alliance.projections.announced import Announced

SUBJECT = "Wat er gebeurde: samen tegen eenzaamheid"
DONE, COMING = "DIT GEBEURDE ER", "DIT KOMT ERAAN"
OUTSIDE = (
    "Je krijgt deze brief hoogstens vier keer per jaar. Jullie doen nu niet mee en"
    " tellen nergens mee als deelnemer. Wil je meer weten of meedoen? Laat het ons weten."
)
STOP = "Geen brief meer, of liever een belletje? Kies het hier"
FEW = 5
"""So many activities stand in a letter; the card for residents has the rest."""


@dataclass(frozen=True)
class Told:
    """What happened in a quarter, in numbers without a name, and what everyone may come to."""

    since: date
    until: date
    kept: int  # agreements
    held: int  # activities
    decided: int  # of what does not stay within a group
    coming: Sequence[Announced]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.kept or self.held or self.decided or self.coming)


def words(told: Told, areas: Mapping[str, str]) -> str:
    """What the letter tells, as long as the aanjager wrote nothing else."""
    parts = [f"{DONE}, {span(told.since, told.until)}", "\n".join(numbers(told))]
    if told.coming:
        parts += [COMING, "\n".join(one_activity(one, areas) for one in told.coming[:FEW])]
    return "\n\n".join(part for part in parts if part)


def numbers(told: Told) -> Iterator[str]:
    """What happened, a line each; what was not there is not told."""
    for amount, one, more, rest in (
        (told.held, "activiteit", "activiteiten", "gehouden"),
        (told.kept, "afspraak", "afspraken", "nagekomen"),
        (told.decided, "besluit", "besluiten", "genomen"),
    ):
        if amount:
            yield f"- {capital(several(amount, one, more))} {rest}."


def one_activity(one: Announced, areas: Mapping[str, str]) -> str:
    """What there is to do, when and where: in the words meant for who comes."""
    parts = (weekday(one.on), hour(one.start), where(one, areas))
    return f"- {one.headline}: {', '.join(part for part in parts if part)}."


def draw(said: str, *, site: str, prefer: str) -> Letter:
    """The letter as it waits in the outbox; nobody is named in it."""
    card = f"Wie kan waar terecht? Dat staat op:\n{site}/waar-kun-je-terecht"
    parts = ("Beste collega,", said.strip(), card, OUTSIDE, CLOSING, f"{STOP}:\n{prefer}")
    return Letter(SUBJECT, "\n\n".join(parts) + "\n")
