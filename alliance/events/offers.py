"""Offers: what an organisation lastingly provides."""

from datetime import date
from typing import Literal

from alliance.events.actions import Via
from alliance.events.base import Code, Contact, Event, Id, Place, Text, Title, event

Reach = Literal["plek", "aan_huis", "telefoon", "online"]
Stage = Literal["loopt", "gepland"]
Capacity = Literal["ruimte", "vol", "wachtlijst"]


class OfferFacts(Event):
    """What is known of an offer. Empty means unknown, never no."""

    offer: Id
    name: Title
    organisation: Id | None = None
    provider: Title | None = None  # as the source names who provides it
    stage: Stage = "loopt"
    kind: Code | None = None
    for_whom: Text | None = None  # in ordinary words
    target_groups: tuple[Code, ...] = ()
    needs: tuple[Code, ...] = ()
    forms: tuple[Code, ...] = ()
    barriers_removed: tuple[Code, ...] = ()
    barriers_present: tuple[Code, ...] = ()
    channels: tuple[Code, ...] = ()
    reach: Reach | None = None
    areas: tuple[Code, ...] = ()  # gemeente, wijk or buurt codes, or gebied keys
    area_words: Title | None = None  # where it is, as the source says it
    place: Place | None = None
    joining: Contact | None = None  # how someone takes part
    contact: Contact | None = None  # whom to call
    starts: date | None = None
    ends: date | None = None
    planned: tuple[Id, ...] = ()  # planned actions of the plan it carries out
    part_of: Id | None = None  # the offer this is a part of: never counted twice
    note: Text | None = None
    source: Title | None = None
    check: bool = False  # the name or the facts changed since: nakijken


@event("offer_registered", "offer", "Aanbod opgenomen")
class OfferRegistered(OfferFacts):
    """An offer came into the catalogue."""


@event("offer_revised", "offer", "Aanbod gewijzigd")
class OfferRevised(OfferFacts):
    """The offer as it is described from now on; also when it was corrected."""


@event("offer_coded", "offer", "Aanbod gekoppeld aan behoeften")
class OfferCoded(Event):
    """The aanjager linked an offer to the words the coverage is computed with."""

    offer: Id
    kind: Code
    needs: tuple[Code, ...]
    target_groups: tuple[Code, ...]
    areas: tuple[Code, ...]
    reach: Reach | None = None
    barriers_removed: tuple[Code, ...] = ()
    barriers_present: tuple[Code, ...] = ()


@event("offer_confirmed", "offer", "Aanbod bevestigd")
class OfferConfirmed(Event):
    """Someone who can know said: this is still right, or it is with what changes along with it."""

    offer: Id
    via: Via | None = None  # how the answer came, when someone else wrote it down
    changed: bool = False  # the description that comes right after it was part of the answer


@event("capacity_stated", "offer", "Ruimte gemeld")
class CapacityStated(Event):
    """Whether an offer has room."""

    offer: Id
    capacity: Capacity


@event("offer_paused", "offer", "Aanbod gepauzeerd")
class OfferPaused(Event):
    """The offer rests for a while; a confirmation takes it up again."""

    offer: Id
    reason: Text | None = None


@event("offer_stopped", "offer", "Aanbod gestopt")
class OfferStopped(Event):
    """The offer ended: why, and what it taught."""

    offer: Id
    reason: Text
    lesson: Text | None = None
    via: Via | None = None  # how the answer came, when someone else wrote it down


@event("offer_answer_disputed", "offer", "Een opgetekend antwoord over aanbod klopte niet")
class OfferAnswerDisputed(OfferFacts):
    """The organisation did not say what was written down for it: it is asked again.

    What the offer says is as it was before that answer.
    """

    answer: Code  # the stored name of the answer that was not given
    paused: bool = False  # it was resting before that answer


@event("offer_withdrawn", "offer", "Aanbod teruggenomen")
class OfferWithdrawn(Event):
    """Who registered it took it back: it should not have been there."""

    offer: Id
    reason: Text
