"""What a letter says of the offers of an organisation, with the question whether it is right."""

from dataclasses import dataclass

from alliance.dutch import several

HEAD, NOTED_HEAD = "KLOPT DIT NOG?", "VOOR JULLIE OPGESCHREVEN"
CHECK = "Bekijk het en zeg of het klopt"
WHY = (
    "Waarom we dit vragen: dan weten verwijzers zeker dat iemand bij jullie terechtkan. Je krijgt"
    " deze vraag ongeveer twee keer per jaar."
)
FEW = 5
"""How many offers stand in a letter; the rest is on the page."""


@dataclass(frozen=True)
class Told:
    """One offer as an outsider reads it."""

    offer: str
    name: str
    line: str = ""  # for whom, where, how to join; empty when only the name is known


@dataclass(frozen=True)
class Check:
    """What is said of one organisation, to be looked at by who speaks for it."""

    organisation: str
    name: str
    offers: tuple[Told, ...]


@dataclass(frozen=True)
class Noted:
    """An answer that someone else wrote down for an organisation."""

    offer: str
    name: str
    answer: str  # klopt, gewijzigd or gestopt
    via: str  # gebeld, gemaild or gesproken

    @property
    def sentence(self) -> str:
        """What was written down, in one line."""
        return f"{self.name}: {self.answer} ({self.via}, opgetekend door de aanjager)."


def subject(checks: tuple[Check, ...]) -> str:
    """The subject of a letter in which nothing else is asked."""
    told = [offer for check in checks for offer in check.offers]
    about = told[0].name if len(told) == 1 else checks[0].name
    return f"Klopt dit nog over {about}?"


def in_words(check: Check) -> str:
    """What stands there of one organisation, an offer a paragraph."""
    told = [f"{one.name}\n{one.line or 'Bij ons staat alleen de naam.'}" for one in check.offers]
    rest = len(told[FEW:])
    more = [f"En nog {several(rest, 'aanbod', 'keer aanbod')} op de pagina."] if rest else []
    return "\n\n".join([f"Dit staat er over {check.name}:", *told[:FEW], *more])


def written(checks: tuple[Check, ...], page: str) -> str:
    """The part of a letter that asks whether it is right; `page` is where, if not for all else."""
    there = [f"{CHECK}:\n{page}"] if page else []
    return "\n\n".join([HEAD, *map(in_words, checks), *there, WHY])


def noted_in_words(noted: tuple[Noted, ...], page: str) -> str:
    """The part of a letter that tells what someone else wrote down."""
    told = "\n".join(one.sentence for one in noted)
    there = f"Zeg het hier:\n{page}" if page else "Zeg het op de pagina."
    return f"{NOTED_HEAD}\n\n{told}\n\nKlopt dat niet? {there}"


def told(for_whom: str | None, place: str | None, joining: str | None, contact: str | None) -> str:
    """What is known of an offer, in one line."""
    parts = (for_whom, place, joining, contact)
    said = ". ".join(part.strip().rstrip(".") for part in parts if part)
    return f"{said}." if said else ""
