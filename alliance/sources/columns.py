"""The columns of a list: which there can be, and which of a file's own columns they seem to be.

Nothing is taken in by this guess alone: whoever takes a list in sees it beside the first rows, and
chooses otherwise where it is wrong.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from alliance.events.lists import ListKind
from alliance.sources.alike import plain

LOOKED_AT = 12
"""Rows among which the one with the headings is looked for."""


@dataclass(frozen=True)
class Column:
    """Something a list can tell, and what people call it above a column."""

    field: str
    label: str
    headings: tuple[str, ...]
    needed: bool = False
    help: str = ""

    @property
    def known_as(self) -> tuple[str, ...]:
        """Every heading, as it is compared."""
        return tuple(plain(one) for one in (self.label, *self.headings))


@dataclass(frozen=True)
class Contents:
    """A kind of list: what it holds, and its columns."""

    kind: ListKind
    label: str
    one: str
    more: str
    columns: tuple[Column, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of a row, in the order of the page."""
        return tuple(column.field for column in self.columns)

    def label_of(self, field: str) -> str:
        """What a field is called on the page."""
        return next(column.label for column in self.columns if column.field == field)


ORGANISATION = (
    "organisatie",
    "aanbieder",
    "partij",
    "instelling",
    "vereniging",
    "naam organisatie",
)
MAIL = ("mailadres", "mail", "email", "e-mail", "e-mailadres", "emailadres")
MAILBOX = (
    "Van de organisatie, niet van een persoon. Per organisatie telt het eerste adres in de lijst."
    " Heeft zij al een adres, dan blijft dat staan."
)
OFFERS = Contents(
    "offers",
    "Aanbod",
    "aanbod",
    "aanbod",
    (
        Column("name", "Hoe heet het", ("naam", "aanbod", "titel", "activiteit", "wat"), True),
        Column("organisation", "Van wie", (*ORGANISATION, "wie")),
        Column("for_whom", "Voor wie", ("doelgroep", "doelgroepen", "bestemd voor")),
        Column("place", "Waar", ("locatie", "plaats", "adres", "plek", "waar is het")),
        Column("joining", "Hoe kom je erbij", ("aanmelden", "aanmelding", "deelname", "wanneer")),
        Column("contact", "Wie bel je", ("telefoon", "telefoonnummer", "tel", "algemeen nummer")),
        Column("kind", "Soort", ("soort aanbod", "type", "categorie")),
        Column("area", "Wijk of gebied", ("wijk", "gebied", "buurt", "werkgebied")),
        Column("mailbox", "Algemeen mailadres", MAIL, help=MAILBOX),
    ),
)
CONTACTS = Contents(
    "contacts",
    "Contactpersonen",
    "contactpersoon",
    "contactpersonen",
    (
        Column("name", "Naam of voornaam", ("naam", "contactpersoon", "contact", "voornaam"), True),
        Column("between", "Tussenvoegsel", ("tussenvoegsels", "voorvoegsel")),
        Column("surname", "Achternaam", ("familienaam",)),
        Column("mail", "Mailadres", MAIL, True),
        Column("organisation", "Organisatie", (*ORGANISATION, "namens", "werkt bij"), True),
        Column("phone", "Telefoon", ("telefoonnummer", "tel", "mobiel", "nummer")),
    ),
)
ACTIONS = Contents(
    "actions",
    "Afspraken",
    "afspraak",
    "afspraken",
    (
        Column("title", "Wat", ("afspraak", "actie", "omschrijving", "titel", "actiepunt"), True),
        Column("organisation", "Welke organisatie", (*ORGANISATION, "wie", "door", "trekker")),
        Column("by_when", "Vóór welke dag", ("voor", "wanneer", "deadline", "datum", "uiterlijk")),
        Column("on", "Gedaan op", ("klaar op", "afgerond", "afgerond op", "gedaan")),
    ),
)
CONTENTS: Mapping[ListKind, Contents] = {one.kind: one for one in (OFFERS, CONTACTS, ACTIONS)}


def guess_heading(contents: Contents, rows: Sequence[Sequence[str]]) -> int:
    """The number of the row with the headings, from 1; 0 when no row seems to have any.

    The row in which most columns are recognised; the first of them where there are more.
    """
    found = [len(guess_columns(contents, row)) for row in rows[:LOOKED_AT]]
    most = max(found, default=0)
    return found.index(most) + 1 if most else 0


def guess_columns(contents: Contents, headings: Sequence[str]) -> dict[str, int]:
    """Per field the place of the column that seems to hold it; each column at most once.

    A heading that is exactly one of the words goes first, then one that begins with it, then one
    that has it somewhere.
    """
    called = [plain(heading) for heading in headings]
    chosen: dict[str, int] = {}
    for fits in (exactly, begins, holds):
        for column in contents.columns:
            if column.field not in chosen:
                place = find(column, called, [*chosen.values()], fits)
                chosen |= {} if place is None else {column.field: place}
    return chosen


def find(
    column: Column, called: Sequence[str], taken: Sequence[int], fits: Callable[[str, str], bool]
) -> int | None:
    """The first column that is free and carries one of these headings, the usual one first."""
    for word in column.known_as:
        for place, heading in enumerate(called):
            if fits(heading, word) and place not in taken:
                return place
    return None


def exactly(heading: str, word: str) -> bool:
    """Whether a heading is this word."""
    return heading == word


def begins(heading: str, word: str) -> bool:
    """Whether a heading begins with this word."""
    return heading.startswith(f"{word} ")


def holds(heading: str, word: str) -> bool:
    """Whether this word stands somewhere in a heading."""
    return f" {word} " in f" {heading} "


def letter(place: int) -> str:
    """What a spreadsheet calls the column at this place, from 0: A, B, ... Z, AA."""
    first, last = divmod(place, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)
