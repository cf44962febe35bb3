"""Agendas in the making: what the chair chose, before what a meeting talks about is set."""

from alliance.events.base import Event, Fact, Id, Text, Title, event
from alliance.events.meetings import ItemKind, PointKey, Presenter


class AgendaChoice(Fact):
    """What the chair chose for one point; what is empty stays as the site proposes it."""

    key: PointKey
    pinned: bool = False  # stays, also when its cause is gone; all that it says is filled in then
    title: Title | None = None
    kind: ItemKind | None = None
    minutes: int | None = None
    reason: Text | None = None
    presenter: Presenter | None = None
    confidential: bool = False


@event("agenda_prepared", "agenda", "Agenda klaargemaakt")
class AgendaPrepared(Event):
    """The chair arranged an agenda that is still in the making; a later one replaces it."""

    agenda: Id  # the key of its meeting
    choices: tuple[AgendaChoice, ...]  # in the order of the meeting
    dropped: tuple[PointKey, ...] = ()  # what must not come back for this meeting
