"""Relations: how it stands with an organisation, and when the alliance was in touch with it."""

from datetime import date
from typing import Literal

from alliance.events.base import Event, Id, Title, event

Way = Literal["gebeld", "gemaild", "gesproken", "langs_geweest"]
Pause = Literal["geen_tijd", "geen_mensen", "verandering", "later", "past_niet", "anders"]


class TalkFacts(Event):
    """When, how and with which organisation someone was in touch; never with which person."""

    talk: Id
    organisation: Id
    on: date
    way: Way
    note: Title | None = None  # what it was about


@event("approach_noted", "talk", "Organisatie benaderd")
class ApproachNoted(TalkFacts):
    """The alliance asked for attention, and heard nothing back yet."""


@event("talk_noted", "talk", "Contact met organisatie opgeschreven")
class TalkNoted(TalkFacts):
    """The alliance and the organisation heard each other."""


@event("talk_withdrawn", "talk", "Opgeschreven contact teruggenomen")
class TalkWithdrawn(Event):
    """It was written down by mistake."""

    talk: Id
    organisation: Id


@event("relation_paused", "relation", "Organisatie doet even niet mee")
class RelationPaused(Event):
    """The organisation has other things to do for now, and why: one word of a short list."""

    relation: Id  # the key of the organisation
    why: Pause
    again_on: date | None = None  # from when it may be asked again


@event("relation_resumed", "relation", "Organisatie weer in gesprek")
class RelationResumed(Event):
    """The pause is over."""

    relation: Id  # the key of the organisation
