"""Meetings: when a group meets, what it talks about, what it decides."""

from datetime import date, time
from typing import Annotated, Literal

from msgspec import Meta

from alliance.events.base import Digest, Event, Fact, Id, Place, Text, Title, WebAddress, event

ItemKind = Literal["ter_informatie", "bespreken", "besluiten", "meedenken"]
PointKey = Annotated[str, Meta(pattern=r"^[a-z_]+(:[A-Za-z0-9_.\-]+)*\Z", max_length=200)]
"""What an agenda point is about, the same each time: `gap:yonas:netwerk:WK050207`."""
Presenter = Annotated[
    str, Meta(pattern=r"^(member|organisation|role):[A-Za-z0-9][A-Za-z0-9_.\-]{0,63}\Z")
]
"""Who introduces a point: a member, an organisation or a role, never a name."""

Mandate = Literal["groep", "kerngroep", "college"]
"""Whose decision it is: the group's own, or a proposal to the core group, college or council."""

Checked = Literal["ja", "nog_niet", "niet_nodig"]
"""Whether those a proposal is about had a say in it."""


class MeetingFacts(Event):
    """When and where a group meets."""

    meeting: Id
    group: Id
    on: date
    start: time | None = None
    minutes: int = 120
    place: Place | None = None
    link: WebAddress | None = None  # where it can be joined online


@event("meeting_planned", "meeting", "Bijeenkomst gepland")
class MeetingPlanned(MeetingFacts):
    """A group will meet."""


@event("meeting_corrected", "meeting", "Bijeenkomst verbeterd")
class MeetingCorrected(MeetingFacts):
    """Who planned it set right what it says; the earlier wording stays readable."""


@event("meeting_moved", "meeting", "Bijeenkomst verplaatst")
class MeetingMoved(Event):
    """Another day for the meeting, and why."""

    meeting: Id
    on: date
    start: time | None = None
    reason: Text | None = None


@event("meeting_cancelled", "meeting", "Bijeenkomst afgezegd")
class MeetingCancelled(Event):
    """The meeting will not be held, and why."""

    meeting: Id
    reason: Text


@event("guests_invited", "meeting", "Gasten uitgenodigd")
class GuestsInvited(Event):
    """Who else is asked to come and has no account: organisations, or only how many people.

    Never who they are: a person without an account is not written about. A later one replaces it.
    """

    meeting: Id
    organisations: tuple[Id, ...] = ()
    others: int | None = None  # people of no organisation we know


@event("meeting_withdrawn", "meeting", "Bijeenkomst teruggenomen")
class MeetingWithdrawn(Event):
    """Who planned it took it back: it should not have been there."""

    meeting: Id
    reason: Text


@event("agenda_item_raised", "item", "Agendapunt aangedragen")
class AgendaItemRaised(Event):
    """Someone wants a group to talk about something."""

    item: Id
    group: Id
    title: Title
    kind: ItemKind = "bespreken"
    minutes: int = 10
    reason: Text | None = None
    about: PointKey | None = None  # what the site had proposed, taken up by hand


@event("agenda_item_forwarded", "item", "Agendapunt doorgegeven")
class AgendaItemForwarded(Event):
    """Another group speaks of it too: one item with two sides, not two copies."""

    item: Id
    to: Id  # the other group


@event("agenda_item_checked", "item", "Getoetst met mensen om wie het gaat")
class AgendaItemChecked(Event):
    """Whether, and how, those it is about had a say in a proposal; the last one counts."""

    item: Id
    checked: Checked
    how: Text | None = None  # only with a yes


class AgendaLine(Fact):
    """One point of an agenda that was set."""

    key: PointKey
    title: Title
    kind: ItemKind
    minutes: int
    reason: Text
    presenter: Presenter | None = None
    confidential: bool = False  # stays within the group


@event("agenda_set", "meeting", "Agenda vastgesteld")
class AgendaSet(Event):
    """The chair or the aanjager set what the meeting talks about; a later one replaces it."""

    meeting: Id
    lines: tuple[AgendaLine, ...]


@event("agenda_sent", "meeting", "Agenda verstuurd")
class AgendaSent(Event):
    """The agenda as it was set went to the members of the group, with the moment and the place."""

    meeting: Id
    digest: Digest  # of what the letter said: the same is not sent twice


@event("decision_taken", "decision", "Besluit genomen")
class DecisionTaken(Event):
    """What a group decided in a meeting."""

    decision: Id
    meeting: Id
    group: Id
    statement: Text
    about: PointKey | None = None
    review_on: date | None = None
    mandate: Mandate | None = None


@event("decision_corrected", "decision", "Besluit verbeterd")
class DecisionCorrected(Event):
    """The decision as it should have been written down; once the minutes are approved it stays."""

    decision: Id
    statement: Text
    review_on: date | None = None
    mandate: Mandate | None = None


@event("decision_withdrawn", "decision", "Besluit teruggenomen")
class DecisionWithdrawn(Event):
    """It was not decided: it should not have been written down."""

    decision: Id
