"""How an item changes progress: what came from it follows, and the sums of what it counts for."""

from functools import cache
from typing import Any

from msgspec.structs import replace

from alliance.counting import honest, parts
from alliance.dutch import day_of
from alliance.events.counts import OF_PEOPLE, Count
from alliance.journal import Entry
from alliance.projections.progress_items import NEWS, Item, Kind, State, known
from alliance.projections.progress_tables import items, numbers, people, sums, taken
from alliance.projections.progress_told import Followed, told
from alliance.projections.rows import Rows


def follow(rows: Rows, entry: Entry, event: Followed) -> None:
    """Let an entry about an action, activity, outcome or lesson change its item."""
    before = item_of(rows, entry.stream)
    item = before or Item(entry.stream, event.subject)  # type: ignore[arg-type]
    settle(rows, before, replace(item, **told(event, day_of(entry.at), item)))


def item_of(rows: Rows, stream: str) -> Item | None:
    """The item of a stream, if there is one."""
    row = rows.get(items, stream)
    return row["item"] if row else None


def settle(rows: Rows, before: Item | None, item: Item) -> None:
    """Write an item down, work out what it counts for, and let what came from it follow."""
    origin = item_of(rows, item.parent) if item.parent else None
    after = worked_out(item, origin)
    rows.keep(items, {"stream": after.stream, "item": after})
    add_up(rows, before, after)
    if after.children and before and handed_down(before) != handed_down(after):
        for stream in after.children:
            child = item_of(rows, stream)
            settle(rows, child, child)  # type: ignore[arg-type]  # it was adopted, so it is there
    if origin:
        tell(rows, origin, before, after)


def worked_out(item: Item, origin: Item | None) -> Item:
    """An item with what follows from itself and from what it came from."""
    result, theme, counted = item.own_result, item.own_theme, item.counts
    if origin:
        result = origin.result if result is None else result
        theme = origin.theme if theme is None else theme
        there = {dimension(count) for count in origin.counts}
        counted = tuple(count for count in counted if dimension(count) not in there)
    bucket = f"result:{result}" if result else f"theme:{theme}" if theme else ""
    stands, tells = item.state not in ("asked", "withdrawn"), item.state in NEWS
    return replace(
        item,
        result=result or None,
        theme=theme or None,
        bucket=bucket if stands else None,
        counted=counted if tells else (),
        news_on=item.ended_on if tells and item.kind != "lesson" else None,
        traits=traits(
            item.kind,
            item.state,
            item.moved > 0,
            item.unplanned,
            item.state == "held" and not (item.told or known(item.counts)),
        ),
    )


@cache
def traits(kind: Kind, state: State, moved: bool, unplanned: bool, uncounted: bool) -> str:
    """How an item is counted, as one word."""
    more = {"moved": moved and kind == "action", "unplanned": unplanned, "uncounted": uncounted}
    return ":".join([kind, state, *(name for name, holds in more.items() if holds)])


def handed_down(item: Item) -> tuple[Any, ...]:
    """What of an item says something about what came from it."""
    return item.result, item.theme, item.counts


def dimension(count: Count) -> str:
    """What is counted, however: people who came and how often they came are one thing."""
    return "deelnames" if count.unit == "personen" else count.unit


def tell(rows: Rows, origin: Item, before: Item | None, after: Item) -> None:
    """Let what an item came from know that it is there, and whether it says how many came."""
    if before is None or before.parent != origin.stream:
        origin = replace(origin, children=(*origin.children, after.stream))
        rows.change(items, origin.stream, item=origin)
    more = known(after.counted) - (known(before.counted) if before else 0)
    if more and origin.kind == "activity":
        settle(rows, origin, replace(origin, told=origin.told + more))


def add_up(rows: Rows, before: Item | None, after: Item) -> None:
    """Take what an item counted for out of the sums, and put in what it counts for now."""
    elsewhere = before is None or before.bucket != after.bucket
    if elsewhere or before.traits != after.traits:  # type: ignore[union-attr]
        add_item(rows, before, -1)
        add_item(rows, after, 1)
    if elsewhere or before.counted != after.counted:  # type: ignore[union-attr]
        add_counts(rows, before, -1)
        add_counts(rows, after, 1)
    if after.planned or (before and before.planned):
        take_up(rows, before, -1)
        take_up(rows, after, 1)


def add_item(rows: Rows, item: Item | None, sign: int) -> None:
    """Count one item more with its traits, or one less."""
    if item and item.bucket is not None:
        rows.add(numbers, item.bucket, item.traits, times=sign)


def take_up(rows: Rows, item: Item | None, sign: int) -> None:
    """Count an agreement for the action of the plan that it carries out."""
    if item and item.planned and item.bucket is not None:
        rows.add(taken, item.planned, agreed=sign)


def add_counts(rows: Rows, item: Item | None, sign: int) -> None:
    """Add the counts of an item to the sums of their units, or take them out."""
    if not item or not item.counted or item.bucket is None:
        return
    for count in honest(item.counted):
        amounts = {name: sign * part for name, part in parts(count).items()}
        rows.add(sums, item.bucket, count.unit, **amounts)
        if count.unit in OF_PEOPLE and sign > 0:
            facts = {"bucket": item.bucket, "number": count.number or 0}
            rows.put(people, stream=item.stream, unit=count.unit, **facts)
        elif count.unit in OF_PEOPLE:
            rows.drop(people, item.stream, count.unit)
