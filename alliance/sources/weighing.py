"""Weighing a list: what would happen with each row when it is taken in, and why.

Nothing is written here. A list is weighed in the same way for the page that shows it and at the
moment that it is taken in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from alliance.events.base import Event, Refused
from alliance.events.organisations import OrganisationJoined, OrganisationRevised
from alliance.privacy import Doubted, check_texts
from alliance.sources.alike import alike, plain
from alliance.sources.choices import RowChoice
from alliance.sources.drafts import DRAFTS, Draft
from alliance.sources.lines import Line
from alliance.sources.mailboxes import addressed
from alliance.sources.newcomers import Newcomer, Placed, joining, newcomers, placed
from alliance.sources.there import Intake

State = Literal["new", "same", "alike", "waiting", "faulty", "out"]
FIELDS = {"area_words": "area", "provider": "organisation"}
"""Fields of an event that a row has under another name."""


@dataclass(frozen=True)
class Twin:
    """What a row is a double of, or like: something that is there, or a row before it."""

    kind: str  # its subject, or `row`
    key: str


@dataclass(frozen=True)
class Row:
    """One row, and what would happen with it."""

    line: Line
    state: State
    faults: Mapping[str, str] = field(default_factory=dict)
    doubted: bool = False  # only asked: is it about a recognisable person?
    twin: Twin | None = None
    draft: Draft | None = None
    joined: OrganisationJoined | None = None  # the organisation that comes in with it

    @property
    def number(self) -> int:
        """The number the row has in the file."""
        return self.line.number


@dataclass(frozen=True)
class Weighed:
    """A whole list, weighed."""

    rows: tuple[Row, ...]
    unknown: tuple[Newcomer, ...]
    addressed: tuple[OrganisationRevised, ...]  # known ones that get a general mail address

    def of(self, state: State) -> list[Row]:
        """The rows with which this would happen."""
        return [row for row in self.rows if row.state == state]

    @property
    def drafts(self) -> list[Draft]:
        """What would come in."""
        return [row.draft for row in self.of("new") if row.draft]

    @property
    def joining(self) -> tuple[OrganisationJoined, ...]:
        """The organisations that would come in with it."""
        return joining(row.joined for row in self.of("new"))

    @property
    def events(self) -> list[Event]:
        """Everything that would happen."""
        things = (event for draft in self.drafts for event in draft.events)
        return [*self.joining, *self.addressed, *things]


def weigh(intake: Intake, lines: Sequence[Line]) -> Weighed:
    """What would happen with every row."""
    unknown = newcomers(intake, lines)
    found = tuple(rows(intake, lines, unknown))
    return Weighed(found, tuple(unknown.values()), tuple(addressed(intake, known(intake, found))))


def known(intake: Intake, found: Sequence[Row]) -> dict[str, list[Line]]:
    """The rows that count of each organisation that was there already."""
    named: dict[str, list[Line]] = {}
    for row in found:
        whose = row.draft.organisation if row.draft else None
        if whose and whose in intake.there.organisations:
            named.setdefault(whose, []).append(row.line)
    return named


def rows(intake: Intake, lines: Sequence[Line], unknown: Mapping[str, Newcomer]) -> Iterator[Row]:
    """The rows in turn; one that says the same as a row before it is a double of that."""
    before: dict[tuple[str, str], int] = {}
    for line in lines:
        row = drafted(intake, line, unknown)
        if row.draft and row.state == "new":
            first = before.setdefault(row.draft.same_as, line.number)
            row = against(intake, row, row.draft, None if first == line.number else first)
        yield row


def drafted(intake: Intake, line: Line, unknown: Mapping[str, Newcomer]) -> Row:
    """A row by itself: left out, waiting for its organisation, wrong, or something new."""
    chosen = intake.choices.about(line.number)
    if chosen.use == "out":
        return Row(line, "out")
    whose = placed(intake, line, unknown)
    if whose.waits:
        return Row(line, "waiting")
    try:
        draft = checked(intake, line, whose, chosen)
    except Refused as why:
        faults = {FIELDS.get(name, name): fault for name, fault in why.faults.items()}
        return Row(line, "faulty", faults, isinstance(why, Doubted))
    return Row(line, "new", draft=draft, joined=whose.joined)


def checked(intake: Intake, line: Line, whose: Placed, chosen: RowChoice) -> Draft:
    """What a row asks for; refuses what forms refuse, and texts about people."""
    draft = DRAFTS[intake.contents.kind](intake, line, whose)
    check_texts(draft.events, sure=chosen.sure)
    return draft


def against(intake: Intake, row: Row, draft: Draft, first: int | None) -> Row:
    """A row held against what is there and against the rows before it."""
    if draft.known:  # whoever has this address is there, whatever was chosen
        return Row(row.line, "same", twin=Twin(draft.kind, draft.known), draft=draft)
    if intake.choices.about(row.number).use == "new":
        return row
    if first is not None:
        return Row(row.line, "same", twin=Twin("row", str(first)), draft=draft)
    if key := same_there(intake, draft):
        return Row(row.line, "same", twin=Twin(draft.kind, key), draft=draft)
    if key := alike_there(intake, draft):
        return Row(row.line, "alike", twin=Twin(draft.kind, key), draft=draft)
    return row


def same_there(intake: Intake, draft: Draft) -> str | None:
    """What has the same name with the same organisation."""
    found = intake.there.by_name.get(plain(draft.name), ())
    return next((one.key for one in found if one.organisation == draft.organisation), None)


def alike_there(intake: Intake, draft: Draft) -> str | None:
    """What has a name like it with this organisation, or its very name with another."""
    ours = intake.there.by_organisation.get(draft.organisation, ()) if draft.organisation else ()
    near = (one.key for one in ours if alike(one.name, draft.name))
    named = (one.key for one in intake.there.by_name.get(plain(draft.name), ()))
    return next(chain(near, named), None)
