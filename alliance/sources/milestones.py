"""Milestones: what the file holds, and what happens with it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from alliance.events.base import Id, Text, Title
from alliance.events.milestones import MilestoneAdopted
from alliance.sources.lists import Record

Precision = Literal["dag", "jaar", "einde van het jaar"]
SHAPES: dict[Precision | None, tuple[str, str]] = {
    "dag": (r"\d{4}-\d\d-\d\d", "een dag, als 2018-09-17"),
    "jaar": (r"\d{4}", "een jaar, als 2020"),
    "einde van het jaar": (r"\d{4}", "een jaar, als 2020"),
    None: (r"", "niets: zonder precision weten we niet wat het is"),
}
"""What a date looks like for each precision, and how that is said."""


class MilestoneRecord(Record):
    """A moment the plan names."""

    id: Id
    text: Text
    date: Title | None = None
    precision: Precision | None = None
    source: Title


def adopt_milestone(record: MilestoneRecord) -> MilestoneAdopted:
    """The milestone, as precise as the plan is and no more."""
    exact = record.precision == "dag"
    return MilestoneAdopted(
        milestone=record.id,
        statement=record.text,
        on=date.fromisoformat(record.date) if exact and record.date else None,
        year=int(record.date[:4]) if record.date else None,
        at_end=record.precision == "einde van het jaar",
        source=record.source,
    )


def odd_date(milestone: MilestoneRecord) -> Iterator[tuple[str, str]]:
    """Where the date of a milestone is not as precise as the file says it is."""
    pattern, wanted = SHAPES[milestone.precision]
    said = milestone.date or ""
    if not re.fullmatch(pattern, said, re.ASCII) or not exists(milestone):
        yield "date", f'hier hoort {wanted}, er staat "{said}".'


def exists(milestone: MilestoneRecord) -> bool:
    """Whether a day that was printed is a day of the calendar."""
    if milestone.precision != "dag":
        return True
    try:
        return bool(date.fromisoformat(milestone.date or ""))
    except ValueError:  # 31 February
        return False
