"""Organisations that a list names and nobody knows yet: new ones, known ones, or none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from alliance.events.base import Refused
from alliance.events.organisations import OrganisationJoined
from alliance.events.organisations_rules import join_organisation
from alliance.privacy import check_texts
from alliance.sources.alike import nearest, plain
from alliance.sources.choices import NEW, NONE
from alliance.sources.lines import Line
from alliance.sources.mailboxes import first_mailbox
from alliance.sources.there import Intake

OTHER_SECTOR, ORDINARY = "overig", "organisatie"
"""What is said of a new organisation until someone says more."""
SHOWN = 5
"""How many names that are alike are offered at most."""


@dataclass(frozen=True)
class Newcomer:
    """An organisation that a list names and nobody knows yet."""

    plain: str
    name: str
    rows: tuple[int, ...]  # that name it
    near: tuple[str, ...]  # keys of organisations with a name like it
    chosen: str | None  # a key, `new` or `none`; None: nobody said so yet
    fault: str | None  # why it cannot come in under this name
    joined: OrganisationJoined | None  # it comes in with the list

    @property
    def waits(self) -> bool:
        """Whether somebody still has to say what it is."""
        return self.chosen is None or (self.chosen == NEW and self.joined is None)


@dataclass(frozen=True)
class Placed:
    """Whose a row is: a known organisation, one that comes in, or nobody's."""

    key: str | None = None
    joined: OrganisationJoined | None = None
    waits: bool = False


def newcomers(intake: Intake, lines: Sequence[Line]) -> dict[str, Newcomer]:
    """Every organisation in these rows that nobody knows, by its plain name."""
    named: dict[str, list[Line]] = {}
    for line in lines:
        name = plain(line.says("organisation"))
        if name and name not in intake.there.organisation_by_name:
            named.setdefault(name, []).append(line)
    return {name: newcomer(intake, name, found) for name, found in named.items()}


def newcomer(intake: Intake, name: str, lines: Sequence[Line]) -> Newcomer:
    """One organisation that nobody knows, with what was chosen about it."""
    written = lines[0].says("organisation")
    chosen = intake.choices.organisations.get(name)
    if chosen not in (NEW, NONE, *intake.there.organisations):
        chosen = None
    joined, fault = None, None
    if chosen in (NEW, None):
        try:
            joined = joins(intake, name, written, first_mailbox(lines))
        except Refused as why:
            fault = why.faults.get("name") or str(why)
    near = tuple(nearest(written, intake.there.organisations.items()))[:SHOWN]
    rows = tuple(line.number for line in lines)
    return Newcomer(name, written, rows, near, chosen, fault, joined if chosen == NEW else None)


def joins(intake: Intake, name: str, written: str, mailbox: str | None) -> OrganisationJoined:
    """The organisation as it comes in; refuses a name that cannot be kept."""
    joined = join_organisation(
        organisation=intake.key_of(f"organisation:{name}"),
        name=written,
        sector=OTHER_SECTOR,
        kind=ORDINARY,
        mailbox=mailbox,
        source=intake.origin,
    )
    check_texts([joined])
    return joined


def placed(intake: Intake, line: Line, unknown: Mapping[str, Newcomer]) -> Placed:
    """Whose a row is."""
    name = plain(line.says("organisation"))
    if not name:
        return Placed()
    if key := intake.there.organisation_by_name.get(name):
        return Placed(key)
    one = unknown[name]
    if one.waits:
        return Placed(waits=True)
    if one.joined:
        return Placed(one.joined.organisation, one.joined)
    return Placed(None if one.chosen == NONE else one.chosen)


def joining(found: Iterable[OrganisationJoined | None]) -> tuple[OrganisationJoined, ...]:
    """The organisations that come in with these rows, each once."""
    return tuple({one.organisation: one for one in found if one}.values())
