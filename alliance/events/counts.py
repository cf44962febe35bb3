"""Counts: how many of what, honestly."""

from collections.abc import Sequence
from typing import Literal

from alliance.events.base import Code, Fact

Known = Literal["getal", "minstens", "onbekend", "niet_aangeboden"]

UNITS = {
    "deelnames": ("deelname", "deelnames"),
    "personen": ("persoon", "personen"),
    "terugkomers": ("persoon die terugkwam", "personen die terugkwamen"),
    "bezoeken": ("bezoek", "bezoeken"),
    "gesprekken": ("gesprek", "gesprekken"),
    "getraind": ("persoon getraind", "personen getraind"),
    "toegeleid": ("persoon toegeleid", "personen toegeleid"),
    "aangekomen": ("persoon aangekomen na toeleiden", "personen aangekomen na toeleiden"),
    "koppels": ("koppel", "koppels"),
    "bijeenkomsten": ("bijeenkomst", "bijeenkomsten"),
    "uren": ("uur", "uur"),
}
"""What may be counted, as it is said of one and of more; the most used come first."""
OF_PEOPLE = frozenset({"personen", "terugkomers", "getraind", "toegeleid", "aangekomen"})
"""Units of which one person can be counted once."""
MOST = 1_000_000
NUMBERED = ("getal", "minstens")

NO_NUMBER = "Vul een aantal in, of kies Niet geteld."
NEGATIVE = "Een aantal is nul of meer. Vul het opnieuw in, of kies Niet geteld."
TOO_MANY = "Dit aantal is te groot om te kloppen. Kijk het na en vul het opnieuw in."
BOTH = "Je vulde een aantal in en koos ook dat het er niet is. Haal één van de twee weg."
NO_UNIT = "Kies uit de lijst wat je telde."
NOT_UNIQUE = "Alleen personen tel je één keer. Kies personen, of haal het vinkje weg."


class Count(Fact):
    """How many of what, honestly: a number, a lower bound, not recorded, or not offered."""

    known: Known
    number: int | None = None  # with getal and minstens only
    unit: Code = "deelnames"
    unique: bool = False  # every person counted once


def unfit_number(count: Count) -> str | None:
    """What is wrong with the number of a count, or None; unknown is never zero."""
    if count.known not in NUMBERED:
        return None if count.number is None else BOTH
    if count.number is None:
        return NO_NUMBER
    if count.number < 0:
        return NEGATIVE
    return TOO_MANY if count.number > MOST else None


def count_faults(counts: Sequence[Count]) -> dict[str, str | None]:
    """What is wrong with counts, by form field: number, unit, unique; the first fault of each."""
    faults: dict[str, str | None] = {"number": None, "unit": None, "unique": None}
    for count in counts:
        twice = count.unique and count.unit not in OF_PEOPLE
        faults["number"] = faults["number"] or unfit_number(count)
        faults["unit"] = faults["unit"] or (None if count.unit in UNITS else NO_UNIT)
        faults["unique"] = faults["unique"] or (NOT_UNIQUE if twice else None)
    return faults
