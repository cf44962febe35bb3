"""Effort: how much time the plan asks, of groups that meet and of people with a role."""

from alliance.events.base import Code, Event, Fact, Id, Text, Title, event
from alliance.events.organisations import GroupKind


class RolePart(Fact):
    """What the hours of a role go to."""

    what: Title
    times: int | None = None  # in a year
    hours: int | None = None  # in a year; unknown is never zero
    derived: bool = False  # how many times was worked out, not printed


@event("cadence_adopted", "cadence", "Ritme uit het plan opgenomen")
class CadenceAdopted(Event):
    """How often the plan lets groups of one kind meet, and for how long."""

    cadence: Id
    kind: GroupKind
    per_year: int
    minutes: int | None = None
    every_weeks: int | None = None  # worked out from how often
    source: Title


@event("role_adopted", "role", "Rol uit het plan opgenomen")
class RoleAdopted(Event):
    """A role of the plan with its hours in a year, as printed, and the parts they go to.

    The parts need not add up to what was printed: both are kept as they are.
    """

    role: Id
    name: Title
    kind: Code | None = None  # of the group it belongs to
    tasks: tuple[Text, ...] = ()
    hours_min: int | None = None
    hours_max: int | None = None
    parts: tuple[RolePart, ...] = ()
    note: Text | None = None
    source: Title
