"""The letter that brings the members of a group their agenda: plain text, without a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from alliance.documents.letters import CLOSING, links
from alliance.documents.week import NO_LOGIN, Ways
from alliance.dutch import hour, weekday

POINT_INSIDE = "Een vertrouwelijk punt"
WHY_INSIDE = "Waar dit over gaat, zien de groep zelf en de aanjager."
COMING = "KOM JE?"
ON_THE_SITE = "De agenda op de site, met waar elk punt vandaan komt"
KEPT_INSIDE = f"{POINT_INSIDE}. Lees het op de site."


@dataclass(frozen=True)
class Item:
    """One point as the letter tells it."""

    title: str
    kind: str
    minutes: int
    reason: str
    at: time | None = None
    presenter: str = ""  # an organisation or a role: a letter outlives the right to a name
    confidential: bool = False


@dataclass(frozen=True)
class Around:
    """What stands around an agenda in the letter to one reader."""

    page: str  # the address of the agenda
    account: str  # where one reads what is kept, and stops
    ways: Ways  # to say whether one comes
    good_until: date  # the last day of those links
    guest: bool = False


@dataclass(frozen=True)
class AgendaLetter:
    """What the members of a group are told about their next meeting."""

    group: str
    on: date
    start: time | None
    minutes: int
    place: str | None
    items: Sequence[Item]

    @property
    def subject(self) -> str:
        """What stands above it in a mailbox."""
        return f"Agenda {self.group}, {weekday(self.on)}"

    @property
    def told(self) -> str:
        """When and where, and every point with its reason."""
        at = f", {hour(self.start)}" if self.start else ""
        where = f"Waar: {self.place}\n" if self.place else ""
        head = (
            f"Wanneer: {weekday(self.on)}{at}\n{where}Hoe lang: {self.minutes} minuten\n\n"
            "Dit staat op de agenda:"
        )
        return "\n\n".join([head, *(told(number, one) for number, one in enumerate(self.items, 1))])

    def body(self, around: Around) -> str:
        """The whole letter to a member of the group, or to who speaks for a guest."""
        asked = "Jullie zijn gevraagd als gast." if around.guest else ""
        opening = f"{self.group} komt weer bij elkaar. {asked}".strip()
        why = (
            f"Je krijgt deze mail omdat jullie als gast zijn gevraagd bij: {self.group}."
            if around.guest
            else f"Je krijgt deze mail omdat je in deze groep zit: {self.group}."
        )
        parts = (
            f"Dag,\n\n{opening}",
            f"{COMING}\n\n{links(around.ways)}{NO_LOGIN} De links werken tot"
            f" {weekday(around.good_until)}.",
            self.told.replace(KEPT_INSIDE, f"{POINT_INSIDE}.") if around.guest else self.told,
            *([] if around.guest else [f"{ON_THE_SITE}:\n{around.page}"]),
            CLOSING,
            f"{why}\nWat we van je bewaren, en hoe je stopt:\n{around.account}\n",
        )
        return "\n\n".join(parts)


def told(number: int, one: Item) -> str:
    """One point in a few lines."""
    if one.confidential:
        return f"{number}. {KEPT_INSIDE}"
    begins = f"{hour(one.at)}, " if one.at else ""
    who = f"\n   Toelichting: {one.presenter}" if one.presenter else ""
    return (
        f"{number}. {one.title}\n   {begins}{one.minutes} minuten, {one.kind}{who}\n"
        f"   Waarom: {one.reason}"
    )
