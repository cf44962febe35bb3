"""How what happened changes progress: the item itself, and the sums of what it counts for."""

from collections.abc import Iterator

import msgspec

from alliance.counting import Tally, honest
from alliance.dutch import day_of
from alliance.events.counts import OF_PEOPLE, Count
from alliance.events.organisations import GroupFormed, OrganisationFacts
from alliance.events.programme import (
    PlannedActionAdopted,
    ResultAdjusted,
    ResultAgreed,
    ResultAssessed,
    ThemeAdopted,
)
from alliance.journal import Entry
from alliance.projections.base import Row, Rows, blank
from alliance.projections.progress_tables import (
    assessments,
    names,
    numbers,
    people,
    planned,
    results,
    sums,
    themes,
)

SUMMED = ("numbers", "bounds", "unknown", "not_offered", "amount", "small", "small_amount")


def keep_name(rows: Rows, said: GroupFormed | OrganisationFacts) -> None:
    """What an organisation or a group is called."""
    rows.put(names, stream=said.stream, name=said.name)


def keep_programme(rows: Rows, said: ThemeAdopted | PlannedActionAdopted, at: Entry) -> None:
    """What the plan says."""
    match said:
        case ThemeAdopted():
            facts: Row = {"name": said.name, "what": said.what}
            rows.put(themes, theme=said.theme, **facts, position=at.position)
        case PlannedActionAdopted():
            fields = ("planned", "theme", "statement", "parent", "kind", "horizon")
            facts = {name: getattr(said, name) for name in fields}
            lists: Row = {"partners": list(said.partners), "results": list(said.results)}
            rows.put(planned, **facts, **lists, position=at.position)


def keep_result(
    rows: Rows, said: ResultAgreed | ResultAdjusted | ResultAssessed, at: Entry
) -> None:
    """What was agreed to reach, as it reads now, and how far groups say it is."""
    match said:
        case ResultAgreed():
            fixed: Row = {"theme": said.theme, "agreed_on": day_of(at.at), "adjusted": 0}
            rows.put(results, result=said.result, **fixed, **stated(said), position=at.position)
        case ResultAdjusted():
            before = rows.get(results, said.result) or blank(results)
            times = (before["adjusted"] or 0) + 1
            rows.change(results, said.result, **stated(said), adjusted=times)
        case ResultAssessed():
            on = day_of(at.at)
            facts = {name: getattr(said, name) for name in said.__struct_fields__}
            rows.put(assessments, **facts, on=on, position=at.position)
            rows.change(results, said.result, assessed_on=on)


def stated(said: ResultAgreed | ResultAdjusted) -> Row:
    """What is agreed about a result, as columns."""
    return {
        "statement": said.statement,
        "target": msgspec.to_builtins(said.target),
        "deadline": said.deadline,
        "owner": said.owner,
        "ideas": list(said.ideas),
    }


def add_up(rows: Rows, before: Row | None, after: Row) -> None:
    """Take what an item counted for out of the sums, and put in what it counts for now."""
    for sign, item in ((-1, before), (1, after)):
        if item is None:
            continue
        bucket = bucket_of(item)
        for what in marks(item):
            amount = (rows.get(numbers, bucket, what) or {"amount": 0})["amount"]
            rows.put(numbers, bucket=bucket, what=what, amount=amount + sign)
        for count in counts_of(item):
            row = rows.get(sums, bucket, count.unit) or dict.fromkeys(SUMMED, 0)
            tally = Tally(count.unit, **{name: row[name] for name in SUMMED}).plus(count, sign)
            kept = {name: getattr(tally, name) for name in SUMMED}
            rows.put(sums, bucket=bucket, unit=count.unit, **kept)
            keep_people(rows, item["stream"], bucket, count, there=sign > 0)


def keep_people(rows: Rows, stream: str, bucket: str, count: Count, *, there: bool) -> None:
    """Keep a count of people on its own, to know the largest."""
    if count.unit not in OF_PEOPLE:
        return
    if there:
        rows.put(people, stream=stream, unit=count.unit, bucket=bucket, number=count.number or 0)
    else:
        rows.drop(people, stream, count.unit)


def bucket_of(item: Row) -> str:
    """What an item counts for: a result, or else a theme, or else nothing yet."""
    if item["result"]:
        return f"result:{item['result']}"
    return f"theme:{item['theme']}" if item["theme"] else ""


def marks(item: Row) -> Iterator[str]:
    """Under which names an item is counted; one that was taken back under none."""
    if item["state"] == "withdrawn":
        return
    yield f"{item['kind']}:{item['state']}"
    if item["moved"]:
        yield f"{item['kind']}:moved"
    if item["unplanned"]:
        yield f"{item['kind']}:unplanned"
    if item["uncounted"]:
        yield "activity:uncounted"


def counts_of(item: Row) -> tuple[Count, ...]:
    """What an item adds to the sums."""
    return honest(msgspec.convert(item["counted"], list[Count])) if item["counted"] else ()
