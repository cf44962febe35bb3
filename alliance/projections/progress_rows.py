"""How an item changes progress: what came from it follows, and the sums of what it counts for."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import sqlalchemy as sa
from msgspec.structs import replace

from alliance.counting import Tally, honest
from alliance.events.counts import OF_PEOPLE, Count
from alliance.journal import Entry
from alliance.projections.progress_items import Item, known
from alliance.projections.progress_tables import items, numbers, people, sums, taken
from alliance.projections.progress_told import told
from alliance.projections.rows import Row, Rows

Traits = tuple[str, str, bool, bool, bool]
"""What an item is, its state, and whether it was moved, was unplanned, and was left uncounted."""
NUMBERS = {
    ("action", "open"): "actions_open",
    ("action", "done"): "actions_done",
    ("action", "dropped"): "actions_dropped",
    ("activity", "open"): "activities_open",
    ("activity", "held"): "activities_held",
    ("activity", "dropped"): "activities_dropped",
    ("outcome", "recorded"): "outcomes",
    ("lesson", "recorded"): "lessons",
}
"""In which column an item is counted, by what it is and its state."""
SUMMED = ("numbers", "bounds", "unknown", "not_offered", "amount", "small", "small_amount")


def follow(rows: Rows, entry: Entry) -> None:
    """Let an entry about an action, activity, outcome or lesson change its item."""
    before = item_of(rows, entry.stream)
    item = before or Item(entry.stream, entry.event.subject)  # type: ignore[arg-type]
    settle(rows, before, replace(item, **told(entry, item)))


def item_of(rows: Rows, stream: str | None) -> Item | None:
    """The item of a stream, if there is one."""
    row = rows.get(items, stream) if stream else None
    return row["item"] if row else None


def settle(rows: Rows, before: Item | None, item: Item) -> None:
    """Write an item down, work out what it counts for, and let what came from it follow."""
    origin = item_of(rows, item.parent)
    after = worked_out(item, origin)
    keep(rows, after)
    add_up(rows, before, after)
    if origin and (before is None or before.parent != origin.stream):
        origin = replace(origin, children=(*origin.children, after.stream))
        rows.change(items, origin.stream, item=origin)
    if before and handed_down(before) != handed_down(after):
        for child in filter(None, (item_of(rows, stream) for stream in after.children)):
            settle(rows, child, child)
    if origin and origin.kind == "activity":
        more = known(after.counted) - (known(before.counted) if before else 0)
        if more:
            settle(rows, origin, replace(origin, told=origin.told + more))


def worked_out(item: Item, origin: Item | None) -> Item:
    """An item with what follows from itself and from what it came from."""
    counts = item.counts if item.news_on else ()
    if origin is None:
        return replace(item, result=item.own_result, theme=item.own_theme, counted=counts)
    there = {dimension(count) for count in origin.counts}
    return replace(
        item,
        result=item.own_result or origin.result,
        theme=item.own_theme or origin.theme,
        counted=tuple(count for count in counts if dimension(count) not in there),
    )


def handed_down(item: Item) -> tuple[Any, ...]:
    """What of an item says something about what came from it."""
    return item.result, item.theme, item.counts


def dimension(count: Count) -> str:
    """What is counted, however: people who came and how often they came are one thing."""
    return "deelnames" if count.unit == "personen" else count.unit


def keep(rows: Rows, item: Item) -> None:
    """Write an item down with what it is searched by; what was taken back is found nowhere."""
    bucket = item.bucket
    stands = bucket is not None
    rows.put(
        items,
        stream=item.stream,
        bucket=bucket,
        kind=item.kind,
        state=item.state,
        rank=item.rank,
        day=item.day,
        ended_on=item.ended_on,
        moved_on=item.moved_on if stands else None,
        news_on=item.news_on,
        shared_on=item.shared_on if stands else None,
        unplanned=item.unplanned,
        uncounted=item.is_uncounted,
        item=item,
    )


def add_up(rows: Rows, before: Item | None, after: Item) -> None:
    """Take what an item counted for out of the sums, and put in what it counts for now."""
    was = before.bucket if before else None
    if before and was == after.bucket:
        bump(rows, numbers, was, difference(traits(before), traits(after)))
    else:
        if before:
            bump(rows, numbers, was, difference(traits(before), None))
        bump(rows, numbers, after.bucket, difference(None, traits(after)))
    for sign, item in ((-1, before), (1, after)):
        if item and item.planned and item.bucket is not None:
            bump(rows, taken, item.planned, {"agreed": sign})
    if before is None or (was, before.counted) != (after.bucket, after.counted):
        for sign, item in ((-1, before), (1, after)):
            if item and item.counted:
                add_counts(rows, item, sign)


def traits(item: Item) -> Traits:
    """What decides in which columns of its bucket an item counts."""
    return item.kind, item.state, item.moved > 0, item.unplanned, item.is_uncounted


@cache
def difference(before: Traits | None, after: Traits | None) -> dict[str, int]:
    """How the numbers of a bucket change when an item in it does."""
    found: dict[str, int] = {}
    for sign, columns in ((-1, columns_of(before)), (1, columns_of(after))):
        for column in columns:
            found[column] = found.get(column, 0) + sign
    return {column: by for column, by in found.items() if by}


def columns_of(given: Traits | None) -> Iterator[str]:
    """In which columns of its bucket an item with these traits counts."""
    if given is None or given[1] == "withdrawn":
        return
    kind, state, moved, unplanned, uncounted = given
    yield NUMBERS[kind, state]
    if moved and kind == "action":
        yield "actions_moved"
    if unplanned:
        yield "unplanned"
    if uncounted:
        yield "uncounted"


def bump(rows: Rows, table: sa.Table, key: Any, by: dict[str, int]) -> None:
    """Raise some numbers of a row, or lower them; what was taken back has no row."""
    if not by or key is None:
        return
    row = rows.get(table, key)
    if row is None:
        rows.put(table, **nothing(table, key) | by)
    else:
        rows.change(table, key, **{name: row[name] + more for name, more in by.items()})


def nothing(table: sa.Table, key: Any) -> Row:
    """A row of a table of numbers in which nothing was counted yet."""
    names = column_names(table)
    return dict.fromkeys(names, 0) | {names[0]: key}


@cache
def column_names(table: sa.Table) -> tuple[str, ...]:
    """The columns of a table, its key first."""
    return tuple(table.columns.keys())


def add_counts(rows: Rows, item: Item, sign: int) -> None:
    """Add the counts of an item to the sums of their units, or take them out."""
    bucket = item.bucket
    if bucket is None:
        return
    for count in honest(item.counted):
        row = rows.get(sums, bucket, count.unit) or dict.fromkeys(SUMMED, 0)
        tally = Tally(count.unit, **{name: row[name] for name in SUMMED}).plus(count, sign)
        kept = {name: getattr(tally, name) for name in SUMMED}
        rows.put(sums, bucket=bucket, unit=count.unit, **kept)
        if count.unit in OF_PEOPLE and sign > 0:
            number = count.number or 0
            rows.put(people, stream=item.stream, unit=count.unit, bucket=bucket, number=number)
        elif count.unit in OF_PEOPLE:
            rows.drop(people, item.stream, count.unit)
