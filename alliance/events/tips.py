"""Tips: what an organisation says when asked who or what the alliance misses."""

from typing import Literal

from alliance.events.actions import Via
from alliance.events.base import Event, Id, Text, event

Sequel = Literal["bekeken", "wordt_aanbod", "op_agenda"]


@event("tip_given", "tip", "Gezegd wie of wat we missen")
class TipGiven(Event):
    """Someone who was asked about their offers said who or what is missing."""

    tip: Id
    statement: Text
    organisation: Id | None = None
    via: Via | None = None  # how it came, when someone else wrote it down


@event("tip_settled", "tip", "Bekeken wie of wat we missen")
class TipSettled(Event):
    """The aanjager read it, and says what comes of it."""

    tip: Id
    sequel: Sequel
