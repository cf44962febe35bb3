"""The plan as it stands in a folder: one item for everything that can be described by itself."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from alliance.events.base import Event, Refused
from alliance.events.personas import PersonaRecognised
from alliance.privacy import check_texts
from alliance.sources import (
    areas,
    budgets,
    effort,
    holidays,
    milestones,
    moments,
    offers,
    personas,
    programme,
    words,
)
from alliance.sources.checking import check
from alliance.sources.faults import Fault, Unfit, inside
from alliance.sources.lists import Record
from alliance.sources.reading import Found, read_records

Kind = TypeVar("Kind", bound=Record)


@dataclass(frozen=True)
class Item:
    """One thing the files describe: where it stands there, and as what it would enter."""

    file: str
    where: str
    event: Event


def read_plan(folder: Path) -> list[Item]:
    """Everything a folder describes, in the order in which it enters; raises Unfit."""
    faults: list[Fault] = []
    found = read_records(folder, faults)
    digests = check(found, folder, faults)
    if faults:
        raise Unfit(sorted(set(faults)))
    items = [*_words_and_places(found, digests), *_programme(found), *_people(found)]
    if personal := [fault for item in items for fault in about_people(item)]:
        raise Unfit(personal)
    return items


def about_people(item: Item) -> Iterator[Fault]:
    """The texts of an item that speak of a recognisable person."""
    try:
        check_texts([item.event])
    except Refused as refused:
        for field, sentence in refused.faults.items():
            yield Fault(item.file, inside(item.where, field), sentence)


def slot(event: Event) -> str:
    """What an event describes, so that a later one replaces it: its stream, or a part of it."""
    if isinstance(event, PersonaRecognised):
        return f"{event.stream}:{event.wijk}"
    return event.stream


def _words_and_places(found: Sequence[Found[Record]], digests: Mapping[str, str]) -> Iterator[Item]:
    for one in _of(found, words.VocabularyRecord):
        yield _item(one, words.adopt_vocabulary(one.record))
    fit = words.adopt_fit_table([one.record for one in _of(found, words.FitRecord)])
    yield Item("fit.csv", "", fit)
    places = [one.record for one in _of(found, areas.AreaRecord)]
    yield Item("areas.csv", "", areas.adopt_areas(places, digests))
    for gebied in _of(found, areas.GebiedRecord):
        yield _item(gebied, areas.name_gebied(gebied.record))


def _programme(found: Sequence[Found[Record]]) -> Iterator[Item]:
    sentences: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for sentence in _of(found, programme.SentenceRecord):
        sentences[sentence.section] += (sentence.record.text,)
    organisations = _of(found, programme.OrganisationRecord)
    called = {one.record.id: one.record.name for one in organisations}
    for plan in _of(found, programme.ProgrammeRecord):
        yield _item(plan, programme.adopt_programme(plan.record, sentences))
    for theme in _of(found, programme.ThemeRecord):
        yield _item(theme, programme.adopt_theme(theme.record))
    for one in organisations:
        yield _item(one, programme.join_organisation(one.record))
    for group in _of(found, programme.GroupRecord):
        yield _item(group, programme.form_group(group.record))
    for result in _of(found, programme.ResultRecord):
        yield _item(result, programme.agree_result(result.record))
    for planned in _of(found, programme.PlannedRecord):
        yield _item(planned, programme.adopt_planned_action(planned.record, called))
    yield from _frame(found)


def _frame(found: Sequence[Found[Record]]) -> Iterator[Item]:
    for cadence in _of(found, effort.CadenceRecord):
        yield _item(cadence, effort.adopt_cadence(cadence.record))
    for role in _of(found, effort.RoleRecord):
        yield _item(role, effort.adopt_role(role.record))
    for milestone in _of(found, milestones.MilestoneRecord):
        yield _item(milestone, milestones.adopt_milestone(milestone.record))
    for budget in _of(found, budgets.BudgetRecord):
        yield _item(budget, budgets.adopt_budget(budget.record))
    for year in _of(found, holidays.SchoolYearRecord):
        yield _item(year, holidays.adopt_school_year(year.record))
    for occasion in _of(found, moments.OccasionRecord):
        yield _item(occasion, moments.adopt_occasion(occasion.record))


def _people(found: Sequence[Found[Record]]) -> Iterator[Item]:
    for persona in _of(found, personas.PersonaRecord):
        yield _item(persona, personas.describe_persona(persona.record))
        for recognised in personas.recognise_persona(persona.record):
            yield _item(persona, recognised)
    for offer in _of(found, offers.OfferRecord):
        yield _item(offer, offers.register_offer(offer.record))
    for route in _of(found, words.RouteRecord):
        yield _item(route, words.adopt_route(route.record))
    for session in _of(found, offers.SessionRecord):
        yield _item(session, offers.plan_session(session.record))


def _of(found: Sequence[Found[Record]], kind: type[Kind]) -> list[Found[Kind]]:
    return [
        Found(one.file, one.section, one.where, one.record)
        for one in found
        if isinstance(one.record, kind)
    ]


def _item(found: Found[Record], event: Event) -> Item:
    return Item(found.file, found.where, event)
