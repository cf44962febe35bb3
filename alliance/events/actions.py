"""Actions (afspraken): who does what, by when."""

from datetime import date

from alliance.events.base import Code, Event, Id, Text, Title, event
from alliance.events.state import LinkKind


class ActionFacts(Event):
    """What was agreed. Whatever is empty was left open, to be linked later."""

    action: Id
    title: Title
    organisation: Id | None = None  # who answers for it
    owner: Id | None = None  # the member who does it
    by_when: date | None = None
    group: Id | None = None  # where it was agreed
    meeting: Id | None = None
    theme: Id | None = None
    result: Id | None = None
    planned: Id | None = None  # the planned action of the plan it carries out
    persona: Id | None = None
    area: Code | None = None


@event("action_agreed", "action", "Afspraak gemaakt")
class ActionAgreed(ActionFacts):
    """Someone will do something."""


@event("action_corrected", "action", "Afspraak verbeterd")
class ActionCorrected(ActionFacts):
    """Who wrote the action down set right what it says; the earlier wording stays readable."""

    on: date | None = None  # once it is done: the day, and what came of it
    yielded: Text | None = None
    without: tuple[LinkKind, ...] = ()


@event("action_logged", "action", "Gedaan en vastgelegd")
class ActionLogged(ActionFacts):
    """Agreed and done in one go: it was written down after it was done."""

    on: date


@event("action_linked", "action", "Afspraak gekoppeld")
class ActionLinked(Event):
    """The aanjager linked an action to what it works towards; what is empty stays as it was."""

    action: Id
    theme: Id | None = None
    result: Id | None = None
    persona: Id | None = None
    area: Code | None = None
    without: tuple[LinkKind, ...] = ()  # what it has none of: nobody has to link that any more


@event("action_moved", "action", "Afspraak verschoven")
class ActionMoved(Event):
    """A new date for the action, and why."""

    action: Id
    by_when: date
    reason: Text | None = None


@event("action_done", "action", "Afspraak nagekomen")
class ActionDone(Event):
    """It was done; in one sentence what came of it."""

    action: Id
    on: date
    yielded: Text | None = None


@event("action_dropped", "action", "Afspraak niet doorgegaan")
class ActionDropped(Event):
    """It will not happen, and why."""

    action: Id
    reason: Text


@event("action_withdrawn", "action", "Afspraak teruggenomen")
class ActionWithdrawn(Event):
    """Who wrote it down took it back: it should not have been there."""

    action: Id
    reason: Text
