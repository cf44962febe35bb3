"""What to do with each item: compare the file with what the import last wrote down itself."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import msgspec

from alliance.events import (
    activities,
    budgets,
    effort,
    holidays,
    milestones,
    moments,
    offers,
    organisations,
    personas,
    programme,
    words,
)
from alliance.events.base import Event
from alliance.events.sources import ImportQuestionRaised
from alliance.journal import Entry
from alliance.sources.difference import describe_difference
from alliance.sources.plan import Item, slot

IMPORT = "import"
"""By whom everything is written down that comes from files."""
ADJUSTED = "Gewijzigd in het plan"
Word = Literal["new", "changed", "unchanged", "asked", "waiting"]

DESCRIBING: tuple[type[Event], ...] = (
    words.VocabularyAdopted,
    words.FitTableAdopted,
    words.AreasAdopted,
    words.GebiedNamed,
    words.RouteAdopted,
    programme.ProgrammeAdopted,
    programme.ThemeAdopted,
    programme.PlannedActionAdopted,
    programme.ResultAgreed,
    programme.ResultAdjusted,
    organisations.OrganisationJoined,
    organisations.OrganisationRevised,
    organisations.OrganisationLeft,
    organisations.GroupFormed,
    effort.CadenceAdopted,
    effort.RoleAdopted,
    milestones.MilestoneAdopted,
    budgets.BudgetAdopted,
    budgets.BudgetSet,
    holidays.SchoolYearAdopted,
    moments.OccasionAdopted,
    personas.PersonaDescribed,
    personas.PersonaRetired,
    personas.PersonaRecognised,
    offers.OfferRegistered,
    offers.OfferRevised,
    offers.OfferCoded,
    offers.OfferStopped,
    offers.OfferAnswerDisputed,
    offers.OfferWithdrawn,
    activities.ActivityPlanned,
    activities.ActivityCorrected,
    activities.ActivityLinked,
    activities.ActivityMoved,
    activities.ActivityCancelled,
    activities.ActivityWithdrawn,
)
"""The events that change what a file says of something; confirming or counting does not."""
NEXT: Mapping[type[Event], type[Event]] = {
    organisations.OrganisationJoined: organisations.OrganisationRevised,
    offers.OfferRegistered: offers.OfferRevised,
    activities.ActivityPlanned: activities.ActivityCorrected,
    programme.ResultAgreed: programme.ResultAdjusted,
}
"""What enters when something that is known changed; anything else is adopted again."""
Facts = dict[str, Any]


@dataclass
class Known:
    """What the journal says of one item."""

    imported: Facts = field(default_factory=dict)  # what the import last wrote, empty: nothing
    now: Facts = field(default_factory=dict)
    since: list[Event] = field(default_factory=list)  # by members, after the last import


@dataclass(frozen=True)
class Past:
    """What the journal says of all items, and which questions were asked before."""

    items: Mapping[str, Known]
    questions: frozenset[str]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Past":
        """The past in the entries of the kinds DESCRIBING and ImportQuestionRaised."""
        items: dict[str, Known] = defaultdict(Known)
        questions = set()
        for entry in entries:
            if isinstance(entry.event, ImportQuestionRaised):
                questions.add(entry.event.question)
                continue
            known, said = items[slot(entry.event)], facts(entry.event)
            known.now |= said
            if entry.by == IMPORT:
                known.imported |= said
                known.since.clear()
            else:
                known.since.append(entry.event)
        return cls(items, frozenset(questions))

    def gone(self, items: Sequence[Item]) -> Iterator[str]:
        """The slots that were imported before and stand in the files no more."""
        here = {slot(item.event) for item in items}
        for name, known in self.items.items():
            if known.imported and name not in here:
                yield name


@dataclass(frozen=True)
class Step:
    """What happens with one item, and the event that says so, if any."""

    item: Item
    word: Word
    event: Event | None = None


def compare(item: Item, past: Past) -> Step:
    """What to do with one item; never anything that undoes what a member did."""
    known = past.items.get(slot(item.event), Known())
    said = facts(item.event)
    if not known.imported and not known.since:
        return Step(item, "new", item.event)
    if same(said, known.imported) or (known.since and same(said, known.now)):
        return Step(item, "unchanged")
    if not known.since:
        return Step(item, "changed", renewed(item.event, known.imported))
    question = ask(item, known)
    if question.question in past.questions:
        return Step(item, "waiting")
    return Step(item, "asked", question)


def facts(event: Event) -> Facts:
    """What an event says of its subject; why a result was adjusted is not part of it."""
    said = msgspec.structs.asdict(event)
    if isinstance(event, programme.ResultAdjusted):
        del said["reason"]
    return said


def same(said: Facts, known: Facts) -> bool:
    """Whether nothing in `said` differs from what is known."""
    return all(name in known and known[name] == value for name, value in said.items())


def renewed(event: Event, before: Facts) -> Event:
    """The event that says what changed in the file."""
    said = facts(event)
    if not isinstance(event, programme.ResultAgreed):
        return NEXT.get(type(event), type(event))(**said)
    if said.pop("theme") != before["theme"]:
        return event  # an adjustment cannot say that a result moved to another theme
    return programme.ResultAdjusted(reason=ADJUSTED, **said)


def ask(item: Item, known: Known) -> ImportQuestionRaised:
    """The question for the aanjager; it has the same id as long as the file says the same."""
    content = slot(item.event).encode() + b"\0" + msgspec.json.encode(item.event)
    digest = hashlib.sha256(content).hexdigest()
    return ImportQuestionRaised(
        question=digest[:32],
        item=item.event.stream,
        digest=digest,
        difference=describe_difference(item, known.imported, known.now, known.since),
    )
