"""Actions (afspraken): who does what, by when; who asked for it, and what was answered."""

from datetime import date
from typing import Literal

from alliance.events.base import Code, Event, Id, Text, Title, event
from alliance.events.state import LinkKind

Via = Literal["gebeld", "gemaild", "gesproken"]
No = Literal["geen_tijd", "past_niet", "geen_geld", "niet_hier", "anders"]
Backing = Literal["steunen", "tot_hier", "nee"]
Doubtful = Literal["niet_gehouden", "na_resultaat"]
"""What may look odd: done while its activity was not held, or later than its result."""
Every = Literal["week", "twee_weken", "maand", "kwartaal", "half_jaar", "jaar", "nooit"]


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


class Answer(Event):
    """What whoever was asked, or does it, said; `via` when someone else wrote it down for them."""

    action: Id
    via: Via | None = None


@event("action_moved", "action", "Afspraak verschoven")
class ActionMoved(Answer):
    """A new date for the action, and why."""

    by_when: date
    reason: Text | None = None


@event("progress_noted", "action", "Bezig met afspraak")
class ProgressNoted(Answer):
    """It is being done, and maybe how that goes."""

    note: Text | None = None


@event("action_done", "action", "Afspraak nagekomen")
class ActionDone(Answer):
    """It was done; in one sentence what came of it."""

    on: date
    yielded: Text | None = None


@event("action_dropped", "action", "Afspraak niet doorgegaan")
class ActionDropped(Answer):
    """It will not happen, and why."""

    reason: Text


@event("action_withdrawn", "action", "Afspraak teruggenomen")
class ActionWithdrawn(Event):
    """Who wrote it down took it back: it should not have been there."""

    action: Id
    reason: Text


@event("action_asked", "action", "Afspraak gevraagd")
class ActionAsked(ActionFacts):
    """Someone is asked to do it; without an organisation the question is open to anyone."""

    answer_by: date | None = None


@event("action_handed_over", "action", "Afspraak overgedragen")
class ActionHandedOver(ActionFacts):
    """A successor is asked to do it; who agreed to it before stays known."""

    answer_by: date | None = None
    reason: Text | None = None


@event("action_accepted", "action", "Ja gezegd op afspraak")
class ActionAccepted(Answer):
    """Whoever was asked will do it; to a question open to anyone this says who."""

    organisation: Id | None = None
    owner: Id | None = None


@event("action_declined", "action", "Nee gezegd op afspraak")
class ActionDeclined(Answer):
    """Whoever was asked will not do it; the reason is one tap, a sentence only if wanted."""

    why: No
    reason: Text | None = None


@event("action_considered", "action", "Overlegt eerst over afspraak")
class ActionConsidered(Answer):
    """Whoever was asked answers later; a question to the own manager may go along."""

    answer_by: date
    question: Text | None = None


@event("manager_answered", "action", "Leidinggevende gaf antwoord")
class ManagerAnswered(Event):
    """What the manager of whoever was asked says of it; the answer itself is still to come."""

    action: Id
    backing: Backing
    limit: Text | None = None  # up to where it may go


@event("other_date_proposed", "action", "Andere datum voorgesteld")
class OtherDateProposed(Answer):
    """Whoever was asked will do it, on another date than was asked."""

    proposed: date
    reason: Text | None = None


@event("other_date_accepted", "action", "Andere datum goedgevonden")
class OtherDateAccepted(Event):
    """Who asked is fine with the other date: so it was agreed."""

    action: Id
    by_when: date


@event("other_date_declined", "action", "Andere datum niet goedgevonden")
class OtherDateDeclined(Event):
    """Who asked keeps to the date that was asked; whoever was asked answers again."""

    action: Id


@event("answer_disputed", "action", "Opgetekend antwoord klopt niet")
class AnswerDisputed(ActionFacts):
    """An answer that someone else wrote down was not given: all is as it was before it."""

    answer: Code  # the stored name of what was written down


@event("taker_informed", "action", "Teruggehoord wat ervan kwam")
class TakerInformed(Event):
    """Whoever took a question that was open to anyone heard what came of it."""

    action: Id
    told: Text


@event("action_explained", "action", "Gezegd dat het zo klopt")
class ActionExplained(Event):
    """What looks odd is right as it stands, and maybe why; asked again only when it changes."""

    action: Id
    about: Doubtful
    reason: Text | None = None


@event("repetition_agreed", "action", "Herhaling afgesproken")
class RepetitionAgreed(Event):
    """How often it comes back: once it is done, it is agreed again for the next time."""

    action: Id
    every: Every
    after: Id | None = None  # the one before, when it came back
