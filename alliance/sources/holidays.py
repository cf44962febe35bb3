"""School holidays: what the file holds, and what happens with it."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from alliance.events.base import Id, Text, Title
from alliance.events.holidays import SchoolHoliday, SchoolYearAdopted
from alliance.sources.lists import Record


class HolidayRecord(Record):
    """One holiday; both days belong to it."""

    name: Title
    first: date
    last: date


class SchoolYearRecord(Record):
    """The holidays of one school year in one region."""

    id: Id
    region: Literal["noord", "midden", "zuid"]
    holidays: tuple[HolidayRecord, ...]
    note: Text | None = None
    source: Title


def adopt_school_year(record: SchoolYearRecord) -> SchoolYearAdopted:
    """The school year as its source gives it."""
    return SchoolYearAdopted(
        school_year=record.id,
        region=record.region,
        holidays=tuple(
            SchoolHoliday(name=one.name, first=one.first, last=one.last) for one in record.holidays
        ),
        note=record.note,
        source=record.source,
    )


def odd_days(year: SchoolYearRecord) -> Iterator[tuple[str, str]]:
    """Where a holiday ends before it begins, or begins before the one above it ended."""
    before = date.min
    for number, one in enumerate(year.holidays, 1):
        if one.last < one.first:
            yield f"holidays[{number}].last", "deze dag ligt vóór first. Kijk beide na in de bron."
        if one.first <= before:
            yield f"holidays[{number}].first", "deze vakantie begint voordat de vorige voorbij is."
        before = max(before, one.last)
