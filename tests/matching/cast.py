"""The cast of the matching tests: a few words, two personas, an offer that fits, two wijken."""

import csv
from datetime import date
from pathlib import Path
from typing import Any, cast

from alliance.events.personas import Need, PersonaChannel
from alliance.events.words import Area, FitCode, FitRow, Term
from alliance.matching import Gebied, Offer, Persona, Words, all_places

MONDAY = date(2026, 3, 2)
FIT_FILE = Path(__file__).parents[2] / "persona_data" / "fit.csv"


def terms(*found: Term) -> dict[str, Term]:
    return {term.code: term for term in found}


def fit_rows() -> list[FitRow]:
    """The fit table itself, so that a test never holds a copy of it."""
    with FIT_FILE.open(encoding="utf-8", newline="") as file:
        return [
            FitRow(
                kind=row["kind"],
                level=row["level"],
                code=cast(FitCode, row["code"]),
                profiles=cast(tuple[FitCode, ...], tuple(row["codes_of_profiles"].split("|"))),
                source=row["source"],
            )
            for row in csv.DictReader(file)
        ]


FIT = {(row.kind, row.level): row for row in fit_rows()}
COUNTING = sorted({kind for kind, _ in FIT})
LEVELS = ["dreigend", "situationeel", "structureel", "structureel_complex"]
WORDS = Words(
    barriers=terms(
        Term(code="mobiliteit", label="Kan er moeilijk komen", kind="toegang"),
        Term(code="taal", label="Spreekt of begrijpt weinig Nederlands", kind="toegang"),
        Term(code="niet_in_beeld", label="Is niet bekend bij hulp of welzijn", kind="toegang"),
        Term(code="trauma", label="Onverwerkt trauma", kind="persoon"),
    ),
    needs=terms(
        Term(code="ontmoeting", label="Ontmoeting", reach="alliantie", forms=("sociaal",)),
        Term(code="netwerk", label="Eigen netwerk", reach="alliantie", forms=("sociaal",)),
        Term(code="schulden", label="Rust rond geld", reach="keten"),
        Term(code="gezinshereniging", label="Gezin laten overkomen", reach="buiten"),
    ),
    channels=terms(
        Term(code="persoonlijk", label="Persoonlijk"),
        Term(code="anders", label="Anders"),
        Term(code="loket", label="Loket", parent="persoonlijk"),
        Term(code="school", label="School", parent="anders"),
    ),
    groups=terms(
        Term(code="alle_inwoners", label="Alle Capellenaren", kind="iedereen"),
        Term(code="kwetsbare_inwoners", label="Kwetsbare Capellenaren", kind="onbepaald"),
        Term(code="ouderen", label="Ouderen"),
        Term(code="ouderen_75plus", label="75-plussers", parent="ouderen"),
        Term(code="nieuwkomers", label="Nieuwkomers"),
        Term(code="jongeren", label="Jongeren"),
    ),
    kinds=terms(
        *(Term(code=kind, label=kind.capitalize(), counts=True) for kind in COUNTING),
        Term(code="vindplaats", label="Dienst die mensen ziet", counts=False),
    ),
    levels=terms(*(Term(code=level, label=level.capitalize()) for level in LEVELS)),
    fit=FIT,
)

PLACES = all_places(
    [
        Area(code="GM1", name="Capelle", level="gemeente"),
        Area(code="WK1", name="Schenkel", level="wijk", parent="GM1"),
        Area(code="WK2", name="Schollevaar Zuid", level="wijk", parent="GM1"),
        Area(code="BU11", name="Florabuurt", level="buurt", parent="WK1"),
        Area(code="BU12", name="Molenbuurt", level="buurt", parent="WK1"),
        Area(code="BU21", name="Burgenbuurt", level="buurt", parent="WK2"),
    ],
    [Gebied("schollevaar", "Schollevaar", ("WK2",)), Gebied("rondelen", "Rondelen")],
)
SCHENKEL, SCHOLLEVAAR = PLACES["WK1"], PLACES["WK2"]


def yonas(**changes: Any) -> Persona:
    """A newcomer: the fit table does not speak of him."""
    usual: dict[str, Any] = {
        "persona": "yonas",
        "name": "Yonas",
        "words": WORDS,
        "needs": (Need(rank=1, statement="Mensen leren kennen", codes=("netwerk",)),),
        "target_groups": ("nieuwkomers",),
        "levels": ("situationeel",),
    }
    return Persona(**usual | changes)


def hans(**changes: Any) -> Persona:
    """An older widower: the fit table speaks of him."""
    usual: dict[str, Any] = {
        "persona": "hans",
        "name": "Hans",
        "words": WORDS,
        "needs": (Need(rank=1, statement="Onder de mensen zijn", codes=("ontmoeting",)),),
        "target_groups": ("ouderen_75plus",),
        "levels": ("dreigend",),
        "channels": (
            PersonaChannel(channel="persoonlijk", reaches="ja"),
            PersonaChannel(channel="anders", reaches="nee"),
        ),
    }
    return Persona(**usual | changes)


def offer(name: str = "De Wel", **changes: Any) -> Offer:
    """An offer of which everything is known and right, for everyone in the whole gemeente."""
    usual: dict[str, Any] = {
        "offer": name,
        "name": name,
        "kind": "ontmoetingsplek",
        "target_groups": ("alle_inwoners",),
        "needs": ("ontmoeting", "netwerk"),
        "reach": "plek",
        "areas": ("GM1",),
        "capacity": "ruimte",
        "confirmed_on": MONDAY,
    }
    return Offer(**usual | changes)
