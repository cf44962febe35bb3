"""Offers: what is there, for whom and where, and is it still right?"""

from collections.abc import Collection
from datetime import date
from typing import Any

import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.actions import Via
from alliance.events.offers import (
    CapacityStated,
    OfferAnswerDisputed,
    OfferCoded,
    OfferConfirmed,
    OfferFacts,
    OfferPaused,
    OfferRegistered,
    OfferRevised,
    OfferStopped,
    OfferWithdrawn,
)
from alliance.journal import Entry
from alliance.matching import FRESH
from alliance.projections.base import Projection, Row, Rows, blank
from alliance.projections.offer_rows import Answer
from alliance.projections.offer_rows import Counts as Counts
from alliance.projections.offer_rows import Filter as Filter
from alliance.projections.offer_rows import OfferRow as OfferRow
from alliance.projections.offer_tables import LISTS, SEARCHED, codes, offers, tables
from alliance.projections.paging import Page, paged

RUNNING = ("te_bevestigen", "verouderd", "bevestigd")
OVER = ("teruggenomen", "gestopt", "afgelopen")
CODED = ("kind", *LISTS[:2], *LISTS[3:5], "areas", "reach")


def apply(rows: Rows, entry: Entry) -> None:
    """Keep each offer as it stands, with what was said of it and when."""
    match entry.event:
        case OfferConfirmed(offer=offer) as event:
            confirm(rows, entry, event)
        case CapacityStated(offer=offer, capacity=capacity):
            rows.change(offers, offer, capacity=capacity, capacity_on=day_of(entry.at))
        case OfferRegistered() as event:
            on = day_of(entry.at)
            first = {"author": entry.by, "registered_on": on, "unsure_since": on}
            keep(rows, blank(offers) | said(event) | first)
        case OfferAnswerDisputed(offer=offer) as event:
            change(rows, offer, said(event) | ask_again(entry, event))
        case OfferRevised(offer=offer) as event:
            change(rows, offer, said(event))
        case OfferCoded(offer=offer) as event:
            coded = {name: plain(getattr(event, name)) for name in CODED}
            change(rows, offer, coded if event.reach else coded | kept(rows, offer, "reach"))
        case OfferPaused(offer=offer, reason=reason):
            rows.change(offers, offer, end="gepauzeerd", reason=reason, via=None)
        case OfferStopped(offer=offer, reason=reason, lesson=lesson) as event:
            answered = answer(entry, "gestopt", event.via)
            rows.change(offers, offer, end="gestopt", reason=reason, lesson=lesson, **answered)
        case OfferWithdrawn(offer=offer, reason=reason):
            rows.change(offers, offer, end="teruggenomen", reason=reason, via=None)


PROJECTION = Projection("offers", tables, apply)


def confirm(rows: Rows, entry: Entry, event: OfferConfirmed) -> None:
    """Keep that an offer is right, by whom, and since when it was not sure."""
    before, on = rows.get(offers, event.offer) or {}, day_of(entry.at)
    when: Row = {"confirmed_on": on, "confirmed_by": entry.by}
    if before.get("confirmed_on") != on:
        when["confirmed_before"] = before.get("confirmed_on")
    when |= answer(entry, "gewijzigd" if event.changed else "klopt", event.via)
    rows.change(offers, event.offer, **when, check=False, end=None, reason=None)


def answer(entry: Entry, word: Answer, via: Via | None) -> Row:
    """What was said of an offer, by whom, and how it came."""
    return {
        "answer": word,
        "answered_on": day_of(entry.at),
        "answered_by": entry.by,
        "via": via,
    }


def ask_again(entry: Entry, event: OfferAnswerDisputed) -> Row:
    """What was said of an offer does not hold: nobody is sure of it from now on."""
    end = "gepauzeerd" if event.paused else None
    said = dict.fromkeys(("answer", "answered_on", "answered_by", "via", "reason", "lesson"))
    sure = dict.fromkeys(("confirmed_on", "confirmed_by", "confirmed_before"))
    return {**said, **sure, "end": end, "unsure_since": day_of(entry.at)}


def said(event: OfferFacts) -> Row:
    """What an event says as a whole of an offer."""
    return {name: plain(getattr(event, name)) for name in OfferFacts.__struct_fields__}


def plain(value: Any) -> Any:
    """A value as it is kept in a row."""
    return list(value) if isinstance(value, tuple) else value


def kept(rows: Rows, offer: str, name: str) -> Row:
    """One value of an offer as it is now."""
    row = rows.get(offers, offer)
    return {name: row[name]} if row else {}


def change(rows: Rows, offer: str, news: Row) -> None:
    """Change what is said of an offer, by which it can be found."""
    if row := rows.get(offers, offer):
        keep(rows, row | news)


def keep(rows: Rows, row: Row) -> None:
    """Write an offer's row, and the codes it can be found by."""
    offer = row["offer"]
    before = codes_of(rows.get(offers, offer) or {})
    after = codes_of(row)
    for sort, code in before - after:
        rows.drop(codes, offer, sort, code)
    for sort, code in sorted(after - before):
        rows.put(codes, offer=offer, sort=sort, code=code)
    rows.keep(offers, row)


def codes_of(row: Row) -> set[tuple[str, str]]:
    """The codes an offer can be found by, each with its sort."""
    return {(sort, code) for sort in SEARCHED for code in row.get(sort, ())}


def page(db: sa.Connection, wanted: Filter, today: date, page: int = 1) -> Page[OfferRow]:
    """The catalogue by name, fifty at a time."""
    return found(db, conditions(wanted, today), today, page)


def one(db: sa.Connection, offer: str, today: date) -> OfferRow | None:
    """One offer, also when it was taken back; None when there is none."""
    rows = found(db, [offers.c.offer == offer], today).rows
    return rows[0] if rows else None


def name(db: sa.Connection, offer: str) -> str | None:
    """What an offer is called; None when there is none."""
    return db.execute(sa.select(offers.c.name).where(offers.c.offer == offer)).scalar()


def of_organisation(db: sa.Connection, organisation: str, today: date) -> tuple[OfferRow, ...]:
    """What an organisation provides, fifty at most; also what stopped or rests."""
    return page(db, Filter(organisation=organisation), today).rows


def in_area(db: sa.Connection, areas: Collection[str], today: date) -> tuple[OfferRow, ...]:
    """What runs in any of these areas, by code, fifty at most; also what nobody confirmed."""
    wanted = [*conditions(Filter(areas=tuple(areas)), today), state(today).in_(RUNNING)]
    return found(db, wanted, today).rows if areas else ()


def to_code(
    db: sa.Connection, today: date, page: int = 1, *, needless: Collection[str] = ()
) -> Page[OfferRow]:
    """Offers that have not stopped and still miss their kind, needs or target groups.

    `needless` are the kinds that meet no need by themselves, so that none can be missing.
    """
    return found(db, [misses_codes(needless), still_there(today)], today, page)


def misses_codes(needless: Collection[str]) -> sa.ColumnElement[bool]:
    """Whether an offer misses its kind, needs or target groups."""
    aimed = sa.select(codes.c.offer).where(codes.c.sort == "target_groups")
    complete = sa.and_(offers.c.kind.in_(needless), offers.c.offer.in_(aimed))
    return sa.and_(offers.c.uncoded == sa.true(), sa.or_(offers.c.kind.is_(None), ~complete))


def counts(db: sa.Connection, today: date) -> Counts:
    """How many offers stand how, in the whole catalogue."""
    now = state(today)
    number = sa.func.count
    asked = {
        "all": sa.true(),
        "running": now.in_(RUNNING),
        "confirmed": now == "bevestigd",
        "to_confirm": now == "te_bevestigen",
        "outdated": now == "verouderd",
    }
    query = sa.select(*(number().filter(wanted).label(name) for name, wanted in asked.items()))
    return Counts(**db.execute(query.where(now != "teruggenomen")).mappings().one())


def found(
    db: sa.Connection, wanted: list[sa.ColumnElement[bool]], today: date, page: int = 1
) -> Page[OfferRow]:
    """One page of the offers that meet these conditions."""
    order = (offers.c.sorted, offers.c.offer)
    return paged(db, offers, wanted, order, page, shown, (state(today).label("state"),))


def shown(row: Row) -> OfferRow:
    """One offer as it is told."""
    lists = {name: tuple(row[name]) for name in LISTS}
    return OfferRow(**{name: (row | lists)[name] for name in OfferRow.__dataclass_fields__})


def state(today: date) -> sa.ColumnElement[str]:
    """How an offer stands today: the first that applies."""
    c = offers.c
    return sa.case(
        (c.end.in_(("teruggenomen", "gestopt")), c.end),
        (c.ends < today, "afgelopen"),
        (c.end == "gepauzeerd", c.end),
        (sa.or_(c.stage == "gepland", c.starts > today), "gepland"),
        (c.confirmed_on.is_(None), "te_bevestigen"),
        (c.confirmed_on < today - FRESH, "verouderd"),
        else_="bevestigd",
    )


def still_there(today: date) -> sa.ColumnElement[bool]:
    """Whether an offer has not stopped, ended or been taken back."""
    return state(today).not_in(OVER)


def conditions(wanted: Filter, today: date) -> list[sa.ColumnElement[bool]]:
    """What a filter asks of the rows."""
    c = offers.c
    names = ("organisation", "kind", "author")
    asked = [c[name] == value for name in names if (value := getattr(wanted, name))]
    sorts = {"needs": (wanted.need,), "target_groups": (wanted.target_group,)}
    for sort, asked_codes in (sorts | {"areas": wanted.areas}).items():
        if any(asked_codes):
            coded = sa.select(codes.c.offer).where(codes.c.sort == sort)
            asked += [c.offer.in_(coded.where(codes.c.code.in_(asked_codes)))]
    if wanted.search:
        asked += [c.sorted.contains(wanted.search.casefold(), autoescape=True)]
        said = (c.sorted.contains(text.casefold(), autoescape=True) for text in wanted.unsaid)
        asked += [sa.not_(one) for one in said]
    asked += [c.check == sa.true()] if wanted.check else []
    now = state(today)
    return [*asked, now == wanted.state if wanted.state else now != "teruggenomen"]
