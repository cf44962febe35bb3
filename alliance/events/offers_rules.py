"""Rules of offers: when one may be registered, revised, confirmed, paused, stopped or coded."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import TypedDict, Unpack, cast, get_args

from alliance.events.actions import Via
from alliance.events.base import Event, refuse, unfit_text, unfit_title
from alliance.events.offers import (
    Capacity,
    CapacityStated,
    OfferAnswerDisputed,
    OfferCoded,
    OfferConfirmed,
    OfferFacts,
    OfferPaused,
    OfferRegistered,
    OfferRevised,
    OfferStopped,
    OfferWithdrawn,
    Reach,
    Stage,
)
from alliance.events.state import UNCHANGED, WHY, changed, fold, tidy

NO_NAME = "Schrijf op hoe het aanbod heet."
NO_AUDIENCE = "Schrijf in gewone woorden op voor wie het is."
NO_PLACE = "Schrijf op waar het is: een gebouw, een adres, of: bij mensen thuis."
NO_CONTACT = "Schrijf op wie je kunt bellen, of hoe je erbij komt."
ENDS_FIRST = "De laatste dag ligt vóór de eerste. Kijk allebei de dagen na."
NO_KIND = "Kies wat voor soort aanbod het is."
BOTH_WAYS = "Een drempel is er, of hij is weg. Kies hem op één van de twee plekken."
NO_CAPACITY = "Kies of er ruimte is, of het vol is, of dat er een wachtlijst is."
PAUSED = "Dit aanbod rust al. Loopt het weer? Kies dan Klopt nog."
UNKNOWN = "Dit aanbod bestaat niet. Kies er een uit de lijst met aanbod."
WITHDRAWN = "Dit aanbod is teruggenomen. Neem het opnieuw op als het er toch is."
STOPPED = "Dit aanbod is gestopt. Neem het opnieuw op als het weer begint."


class OfferDetails(TypedDict, total=False):
    """What may be known of an offer besides its five fields; what is not named stays as it is."""

    organisation: str | None
    provider: str | None
    stage: Stage
    kind: str | None
    target_groups: tuple[str, ...]
    needs: tuple[str, ...]
    forms: tuple[str, ...]
    barriers_removed: tuple[str, ...]
    barriers_present: tuple[str, ...]
    channels: tuple[str, ...]
    reach: Reach | None
    areas: tuple[str, ...]
    starts: date | None
    ends: date | None
    planned: tuple[str, ...]
    note: str | None
    check: bool


class OfferChanges(OfferDetails, total=False):
    """What a revision may change; what is not named stays as it is."""

    name: str
    for_whom: str | None
    place: str | None
    joining: str | None
    contact: str | None


class OfferAsListed(OfferDetails, total=False):
    """What a list from outside may say of an offer besides its name."""

    for_whom: str | None
    area_words: str | None
    place: str | None
    joining: str | None
    contact: str | None


class OfferCodes(TypedDict, total=False):
    """The words the coverage is computed with; what is not named stays as it is."""

    kind: str | None
    needs: tuple[str, ...]
    target_groups: tuple[str, ...]
    areas: tuple[str, ...]
    reach: Reach | None
    barriers_removed: tuple[str, ...]
    barriers_present: tuple[str, ...]


def register_offer(
    *,
    offer: str,
    name: str,
    for_whom: str,
    place: str | None,
    joining: str | None,
    contact: str | None,
    **details: Unpack[OfferDetails],
) -> OfferRegistered:
    """An offer comes into the catalogue, in five fields of ordinary words."""
    new = OfferRegistered(
        offer=offer,
        name=name.strip(),
        for_whom=tidy(for_whom),
        place=tidy(place),
        joining=tidy(joining),
        contact=tidy(contact),
        **details,
    )
    refuse(**offer_faults(new))
    return new


def enter_offer(
    *, offer: str, name: str, source: str, **known: Unpack[OfferAsListed]
) -> OfferRegistered:
    """An offer as a list from outside has it: what the list leaves open stays unknown."""
    said = {field: tidy(value) for field, value in known.items()}
    new = OfferRegistered(offer=offer, name=name.strip(), source=source, **said)
    refuse(**offer_faults(new, unknown=gaps(new)))
    return new


def revise_offer(history: Sequence[Event], **changes: Unpack[OfferChanges]) -> OfferRevised:
    """The offer as it is from now on; also sets right what was written wrongly."""
    now = running_offer(history)
    new = changed(now, changes)
    refuse(**offer_faults(new, unknown=gaps(now)))
    refuse(form=new == now and UNCHANGED)
    return new


def code_offer(history: Sequence[Event], **codes: Unpack[OfferCodes]) -> OfferCoded:
    """Link an offer to kind, needs, target groups and places; what is not named stays."""
    now = running_offer(history)
    new = changed(now, codes)
    both = set(new.barriers_removed) & set(new.barriers_present)
    refuse(
        kind=not new.kind and NO_KIND,
        barriers_present=bool(both) and BOTH_WAYS,
    )
    refuse(form=new == now and UNCHANGED)
    words = {name: getattr(new, name) for name in OfferCodes.__annotations__}
    return OfferCoded(offer=now.offer, **words)


def confirm_offer(history: Sequence[Event], *, via: Via | None = None) -> OfferConfirmed:
    """Someone who can know says it is still right; what was paused runs again."""
    return OfferConfirmed(offer=running_offer(history).offer, via=via)


def state_capacity(history: Sequence[Event], *, capacity: str | None) -> CapacityStated:
    """Whether there is room, as it is today; the same may be said again."""
    now = running_offer(history)
    refuse(capacity=capacity not in get_args(Capacity) and NO_CAPACITY)
    return CapacityStated(offer=now.offer, capacity=cast(Capacity, capacity))


def pause_offer(history: Sequence[Event], *, reason: str | None = None) -> OfferPaused:
    """The offer rests for a while."""
    now = running_offer(history)
    refuse(form=is_paused(history) and PAUSED, reason=unfit_text(reason))
    return OfferPaused(offer=now.offer, reason=tidy(reason))


def stop_offer(
    history: Sequence[Event], *, reason: str, lesson: str | None = None, via: Via | None = None
) -> OfferStopped:
    """The offer ends; why, and if wanted what it taught."""
    now = running_offer(history)
    refuse(
        reason=unfit_text(reason, "Schrijf in één zin waarom het stopt."), lesson=unfit_text(lesson)
    )
    return OfferStopped(offer=now.offer, reason=reason.strip(), lesson=tidy(lesson), via=via)


def withdraw_offer(history: Sequence[Event], *, reason: str) -> OfferWithdrawn:
    """Take back what should not have been registered, running or stopped."""
    now = offer_now(history)
    refuse(reason=unfit_text(reason, WHY))
    return OfferWithdrawn(offer=now.offer, reason=reason.strip())


def offer_now(history: Sequence[Event]) -> OfferRevised:
    """What an offer says now; refuses when there is none or it was taken back."""
    now = fold(history, OfferFacts, OfferRevised)
    refuse(form=now is None and UNKNOWN)
    refuse(form=isinstance(last_word(history), OfferWithdrawn) and WITHDRAWN)
    assert now is not None  # an unknown offer was refused
    return now


def running_offer(history: Sequence[Event]) -> OfferRevised:
    """What an offer says now; refuses when it stopped."""
    now = offer_now(history)
    refuse(form=isinstance(last_word(history), OfferStopped) and STOPPED)
    return now


def last_word(history: Sequence[Event]) -> Event | None:
    """The last event that says whether an offer runs; None when nothing did."""
    says = OfferConfirmed | OfferPaused | OfferStopped | OfferWithdrawn | OfferAnswerDisputed
    return next((event for event in reversed(history) if isinstance(event, says)), None)


def is_paused(history: Sequence[Event]) -> bool:
    """Whether an offer rests."""
    last = last_word(history)
    return isinstance(last, OfferPaused) or (isinstance(last, OfferAnswerDisputed) and last.paused)


def offer_faults(new: OfferFacts, *, unknown: Collection[str] = ()) -> dict[str, str | None]:
    """What is wrong with an offer, by form field; what was `unknown` before may stay so."""
    place = NO_PLACE if "place" in gaps(new) - set(unknown) else ""
    contact = NO_CONTACT if "contact" in gaps(new) - set(unknown) else ""
    return {
        "name": unfit_title(new.name or "", NO_NAME),
        "for_whom": unfit_text(new.for_whom, None if "for_whom" in unknown else NO_AUDIENCE),
        "place": unfit_title(new.place or "", place) or None,
        "joining": unfit_title(new.joining or "", "") or None,
        "contact": unfit_title(new.contact or "", contact) or None,
        "note": unfit_text(new.note),
        "ends": ENDS_FIRST if new.starts and new.ends and new.ends < new.starts else None,
    }


def gaps(offer: OfferFacts) -> set[str]:
    """Which of the fields that everyone is asked for are not known of an offer."""
    somewhere = offer.place or offer.areas or offer.reach in ("aan_huis", "telefoon", "online")
    reached = offer.joining or offer.contact
    known = {"for_whom": offer.for_whom, "place": somewhere, "contact": reached}
    return {field for field, value in known.items() if not value}
