"""A small alliance for the coverage tests: words, three wijken, two personas and an offer."""

from datetime import date
from typing import Any

from alliance.events.base import Event
from alliance.events.offers import OfferConfirmed, OfferRegistered
from alliance.events.personas import Need, PersonaDescribed, PersonaRecognised
from alliance.events.words import (
    Area,
    AreasAdopted,
    FitRow,
    FitTableAdopted,
    GebiedNamed,
    RouteAdopted,
    Term,
    VocabularyAdopted,
)

MONDAY = date(2026, 3, 2)


def words(vocabulary: str, *terms: Term) -> VocabularyAdopted:
    return VocabularyAdopted(vocabulary=vocabulary, source="plan", terms=terms)


WORDS: tuple[Event, ...] = (
    words(
        "need",
        Term(code="netwerk", label="Eigen netwerk", reach="alliantie", forms=("sociaal",)),
        Term(code="maatje", label="Een maatje", reach="alliantie", forms=("emotioneel",)),
        Term(code="gezinshereniging", label="Gezin laten overkomen", reach="buiten"),
    ),
    words("barrier", Term(code="taal", label="Weinig Nederlands", kind="toegang")),
    words("offer_kind", *(
        Term(code="inloop", label="Inloop", counts=True),
        Term(code="vindplaats", label="Vindplaats", counts=False),
    )),
    words("target_group", *(
        Term(code="iedereen", label="Iedereen", kind="iedereen"),
        Term(code="nieuwkomers", label="Nieuwkomers"),
        Term(code="ouderen", label="Ouderen"),
        Term(code="ouderen_75plus", label="75-plussers", parent="ouderen"),
    )),
    words("persistence", Term(code="dreigend", label="Dreigend", order=1)),
    words("channel", Term(code="persoonlijk", label="Persoonlijk")),
    words("loneliness_form", *(
        Term(code="sociaal", label="Sociale eenzaamheid"),
        Term(code="emotioneel", label="Emotionele eenzaamheid"),
    )),
    FitTableAdopted(table="fit", source="LESI 2010", rows=(
        FitRow(kind="inloop", level="dreigend", code="L", profiles=("L", "N"), source="LESI 2010"),
    )),
)  # fmt: skip
AREAS: tuple[Event, ...] = (
    AreasAdopted(
        areas="GM1",
        year=2025,
        source="CBS 2025",
        map_file="buurten.geojson",
        map_digest="a" * 64,
        items=(
            Area(code="GM1", name="Capelle", level="gemeente"),
            Area(code="WK1", name="Schenkel", level="wijk", parent="GM1", residents=6295),
            Area(code="WK2", name="Schollevaar Zuid", level="wijk", parent="GM1"),
            Area(code="WK3", name="Schollevaar Noord", level="wijk", parent="GM1"),
            Area(code="BU21", name="Burgenbuurt", level="buurt", parent="WK2"),
            Area(code="BU22", name="Stadspark", level="buurt", parent="WK2", inhabited=False),
        ),
    ),
    GebiedNamed(gebied="schollevaar", name="Schollevaar", areas=("WK2", "WK3"), source="plan"),
    GebiedNamed(gebied="rondelen", name="Rondelen", areas=(), source="plan", certain=False),
    RouteAdopted(
        route="vluchtelingen",
        worry="Je gezin is nog niet hier",
        name="Vluchtelingenwelzijn",
        what="Steun voor nieuwkomers.",
        areas=("GM1",),
        needs=("gezinshereniging",),
        source="plan",
    ),
)
YONAS = PersonaDescribed(
    persona="yonas",
    name="Yonas",
    kind_label="nieuwkomer",
    needs=(
        Need(rank=1, statement="Zijn gezin hier", codes=("gezinshereniging",)),
        Need(rank=2, statement="Mensen leren kennen", codes=("netwerk",)),
        Need(rank=3, statement="Een vaste vriend", codes=("maatje",)),
    ),
    target_groups=("nieuwkomers",),
    area_words="Schollevaar",
    areas=("WK2", "WK3"),
    source="plan",
)
ZEYNEP = PersonaDescribed(
    persona="zeynep",
    name="Zeynep",
    kind_label="oudere mantelzorger",
    needs=(Need(rank=1, statement="Iemand naast zich", codes=("maatje",)),),
    target_groups=("ouderen_75plus",),
    levels=("dreigend",),
    area_words="Rondelen",
    source="plan",
)
ALLIANCE = (*WORDS, *AREAS, YONAS, ZEYNEP)


def recognised(wijk: str, persona: str = "yonas", answer: bool = True) -> PersonaRecognised:
    return PersonaRecognised(persona=persona, wijk=wijk, recognised=answer)


IN_SCHOLLEVAAR = (recognised("WK2"), recognised("WK3"))


def registered(offer: str = "de_wel", **changes: Any) -> OfferRegistered:
    """An offer of which everything is known, for everyone in the whole gemeente."""
    usual: dict[str, Any] = {
        "name": offer,
        "kind": "inloop",
        "target_groups": ("iedereen",),
        "needs": ("netwerk",),
        "forms": ("sociaal",),
        "reach": "plek",
        "areas": ("GM1",),
    }
    return OfferRegistered(offer=offer, **usual | changes)


def confirmed(offer: str = "de_wel", **changes: Any) -> tuple[OfferRegistered, OfferConfirmed]:
    """The same, confirmed."""
    return registered(offer, **changes), OfferConfirmed(offer=offer)
