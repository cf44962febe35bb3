"""How what happened changes the agenda's own copies."""

from collections.abc import Iterable
from typing import Any

import msgspec

from alliance.dutch import day_of
from alliance.events.advice import AdviceAnswered, AdviceGiven, AdviceWithdrawn
from alliance.events.agendas import AgendaPrepared
from alliance.events.meetings import (
    AgendaItemForwarded,
    AgendaItemRaised,
    AgendaSet,
    DecisionCorrected,
    DecisionTaken,
    DecisionWithdrawn,
    MeetingCancelled,
    MeetingFacts,
    MeetingMoved,
    MeetingPlanned,
    MeetingWithdrawn,
)
from alliance.events.organisations import GroupFormed
from alliance.events.patterns import PatternFact
from alliance.events.programme import PlannedActionAdopted, ThemeAdopted
from alliance.events.records import MinutesApproved
from alliance.events.words import GebiedNamed
from alliance.journal import Entry
from alliance.projections.agenda_items import keep_pattern
from alliance.projections.agenda_tables import (
    advice,
    decisions,
    drafts,
    gebieden,
    groups,
    lines,
    meetings,
    planned,
    raised,
    sides,
    themes,
)
from alliance.projections.base import Rows, blank

RAISED, DECISION = "item:", "decision:"
"""How the keys of points about a raised item and about a decision begin."""
WIJK_GROUP = "WOP"
"""What the plan calls a wijk group: a Wijk Overleg Platform."""


def keep_group(rows: Rows, said: GroupFormed | ThemeAdopted | GebiedNamed) -> None:
    """Who there is, and what is theirs: a theme or a gebied."""
    match said:
        case GroupFormed():
            rows.put(
                groups,
                group=said.group,
                name=said.name,
                kind=said.kind,
                theme=said.theme,
                gebied=said.gebied,
                minutes=said.minutes_per_meeting,
                per_year=said.meetings_per_year,
            )
        case ThemeAdopted():
            aimed_at = list(said.target_groups)
            rows.put(themes, theme=said.theme, name=said.name, target_groups=aimed_at)
        case GebiedNamed():
            rows.put(gebieden, gebied=said.gebied, areas=list(said.areas))


def keep_meeting(
    rows: Rows, said: MeetingFacts | MeetingMoved | MeetingCancelled | MeetingWithdrawn
) -> None:
    """When a group meets; what stood on the agenda of a meeting that fell through comes back."""
    match said:
        case MeetingPlanned():
            facts: dict[str, Any] = {"group": said.group, "on": said.on, "minutes": said.minutes}
            rows.put(meetings, meeting=said.meeting, **facts, stands=True, keys=[], approved=False)
        case MeetingFacts():
            keep_correction(rows, said)
        case MeetingMoved():
            rows.change(meetings, said.meeting, on=said.on)
        case MeetingCancelled() | MeetingWithdrawn():
            clear_agenda(rows, said.meeting)
            rows.change(meetings, said.meeting, stands=False)


def keep_correction(rows: Rows, said: MeetingFacts) -> None:
    """A meeting set right; its agenda goes along when it turns out to be another group's."""
    keys = (rows.get(meetings, said.meeting) or blank(meetings))["keys"]
    clear_agenda(rows, said.meeting)
    rows.change(meetings, said.meeting, group=said.group, on=said.on, minutes=said.minutes)
    fill_agenda(rows, said.meeting, keys or ())


Spoken = (
    AdviceGiven
    | AdviceAnswered
    | AdviceWithdrawn
    | AgendaItemForwarded
    | DecisionCorrected
    | DecisionWithdrawn
    | MinutesApproved
    | PatternFact
)
"""What was said in a meeting and comes back."""


def keep_spoken(rows: Rows, said: Spoken, at: Entry) -> None:
    """Minutes, advice, a decision set right, an item that was passed on."""
    match said:
        case AdviceGiven():
            facts = {name: getattr(said, name) for name in ("advice", "group", "to", "statement")}
            rows.put(advice, **facts, given_on=day_of(at.at))
        case AdviceAnswered():
            news = {"uptake": said.uptake, "reason": said.reason, "answered_on": day_of(at.at)}
            rows.change(advice, said.advice, **news)
        case AdviceWithdrawn():
            rows.drop(advice, said.advice)
        case DecisionCorrected():
            facts = {"statement": said.statement, "review_on": said.review_on}
            rows.change(decisions, said.decision, **facts)
        case DecisionWithdrawn():
            rows.drop(decisions, said.decision)
        case AgendaItemForwarded():
            other = {"item": said.item, "group": said.to}
            rows.put(sides, **other, forwarded_on=day_of(at.at))
        case PatternFact():
            keep_pattern(rows, said, at)
        case MinutesApproved():
            rows.change(meetings, said.record, approved=True)


def keep_draft(rows: Rows, said: AgendaPrepared) -> None:
    """What the chair made of an agenda so far."""
    choices, dropped = msgspec.to_builtins((said.choices, said.dropped))
    rows.put(drafts, meeting=said.agenda, choices=choices, dropped=dropped)


def keep_agenda(
    rows: Rows,
    said: AgendaItemRaised | AgendaPrepared | AgendaSet | DecisionTaken,
    at: Entry,
) -> None:
    """What was raised, what stands on an agenda, and what was decided."""
    match said:
        case AgendaPrepared():
            keep_draft(rows, said)
        case AgendaItemRaised():
            facts = {name: getattr(said, name) for name in said.__struct_fields__}
            rows.put(raised, **facts, raised_on=day_of(at.at), by=at.by)
        case AgendaSet():
            clear_agenda(rows, said.meeting)
            fill_agenda(rows, said.meeting, [line.key for line in said.lines])
            rows.change(drafts, said.meeting, choices=None)
        case DecisionTaken():
            keep_decision(rows, said, at)


def keep_decision(rows: Rows, taken: DecisionTaken, at: Entry) -> None:
    """A decision, to be reviewed or not; one about an earlier decision is its review."""
    rows.put(
        decisions,
        decision=taken.decision,
        group=taken.group,
        statement=taken.statement,
        taken_on=day_of(at.at),
        about=taken.about,
        review_on=taken.review_on,
    )
    reviewed = (taken.about or "").removeprefix(DECISION)
    rows.change(decisions, reviewed, review_on=None)


def clear_agenda(rows: Rows, meeting: str) -> None:
    """Take every point off the agenda of a meeting; what was raised waits again."""
    row = rows.get(meetings, meeting) or blank(meetings)
    for key in with_subjects(rows, row["keys"] or ()):
        rows.drop(lines, row["group"], key, meeting)
        put_item(rows, key, row["group"], None)
    rows.change(meetings, meeting, keys=[])


def fill_agenda(rows: Rows, meeting: str, keys: Iterable[str]) -> None:
    """Put points on the agenda of a meeting that has none."""
    row = rows.get(meetings, meeting) or blank(meetings)
    for key in with_subjects(rows, keys):
        rows.put(lines, group=row["group"], key=key, meeting=meeting)
        put_item(rows, key, row["group"], meeting)
    rows.change(meetings, meeting, keys=list(keys))


def put_item(rows: Rows, key: str, group: str, meeting: str | None) -> None:
    """Note on whose agenda an item stands: of its own group, or of the other side."""
    item = key.removeprefix(RAISED)
    rows.change(sides, item, group, meeting=meeting)
    own = rows.get(raised, item)
    if own and own["group"] == group:
        rows.change(raised, item, meeting=meeting)


def with_subjects(rows: Rows, keys: Iterable[str]) -> list[str]:
    """These keys, and those that the raised items among them are about."""
    items = [rows.get(raised, key.removeprefix(RAISED)) for key in keys]
    subjects = [item["about"] for item in items if item and item["about"]]
    return list(dict.fromkeys([*keys, *subjects]))


def keep_planned(rows: Rows, said: PlannedActionAdopted, at: Entry) -> None:
    """What the plan means to do."""
    names = ("planned", "theme", "statement", "kind", "parent")
    facts = {name: getattr(said, name) for name in names}
    facts["asks_wijk"] = any(WIJK_GROUP in partner for partner in said.partners)
    rows.put(planned, **facts, position=at.position)
