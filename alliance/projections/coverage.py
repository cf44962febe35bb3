"""Coverage: which persona misses what, in which wijk, and why?

Here are the rows; the questions stand in the files coverage_matrix, coverage_cells, coverage_gaps
and coverage_start, which read them through coverage_rows.
"""

from typing import Any

import msgspec
import sqlalchemy as sa

from alliance.dutch import day_of
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
from alliance.events.personas import PersonaDescribed, PersonaRecognised, PersonaRetired
from alliance.events.words import (
    AreasAdopted,
    FitTableAdopted,
    GebiedNamed,
    RouteAdopted,
    VocabularyAdopted,
)
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows

UNREAD = {
    *("offer", "area_words", "place", "joining", "contact", "planned", "note", "source"),
    *("answer", "paused"),
}
"""What an event says of an offer that no question here asks."""

tables = sa.MetaData()
vocabularies = sa.Table(
    "coverage_vocabularies",
    tables,
    sa.Column("vocabulary", sa.Text, primary_key=True),
    sa.Column("terms", sa.JSON, nullable=False),
)
fit_tables = sa.Table(
    "coverage_fit_tables",
    tables,
    sa.Column("fit_table", sa.Text, primary_key=True),
    sa.Column("rows", sa.JSON, nullable=False),
)
areas = sa.Table(
    "coverage_areas",
    tables,
    sa.Column("areas", sa.Text, primary_key=True),
    sa.Column("items", sa.JSON, nullable=False),
)
gebieden = sa.Table(
    "coverage_gebieden",
    tables,
    sa.Column("gebied", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("areas", sa.JSON, nullable=False),
)
routes = sa.Table(
    "coverage_routes",
    tables,
    sa.Column("route", sa.Text, primary_key=True),
    sa.Column("facts", sa.JSON, nullable=False),
)
personas = sa.Table(
    "coverage_personas",
    tables,
    sa.Column("persona", sa.Text, primary_key=True),
    sa.Column("facts", sa.JSON, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
)
recognitions = sa.Table(
    "coverage_recognitions",
    tables,
    sa.Column("persona", sa.Text, primary_key=True),
    sa.Column("wijk", sa.Text, primary_key=True),
    sa.Column("recognised", sa.Boolean, nullable=False),
    sa.Column("group", sa.Text),
    sa.Column("reason", sa.Text),
    sa.Column("on", sa.Date, nullable=False),
)
offers = sa.Table(
    "coverage_offers",
    tables,
    sa.Column("offer", sa.Text, primary_key=True),
    sa.Column("facts", sa.JSON, nullable=False),
    sa.Column("paused", sa.Boolean, nullable=False),
    sa.Column("capacity", sa.Text),
    sa.Column("confirmed_on", sa.Date),
)


def apply(rows: Rows, entry: Entry) -> None:
    """Keep what the matching reads; an offer that stopped is no cover for anyone any more."""
    match entry.event:
        case OfferRegistered(offer=offer) as event:
            rows.put(offers, offer=offer, facts=said(event), paused=False)
        case OfferAnswerDisputed() as event:
            ask_again(rows, event)
        case OfferRevised(offer=offer) as event:
            rows.change(offers, offer, facts=said(event))
        case OfferCoded(offer=offer) as event:
            code(rows, offer, event)
        case OfferConfirmed(offer=offer):
            rows.change(offers, offer, paused=False, confirmed_on=day_of(entry.at))
        case CapacityStated(offer=offer, capacity=capacity):
            rows.change(offers, offer, capacity=capacity)
        case OfferPaused(offer=offer):
            rows.change(offers, offer, paused=True)
        case OfferStopped(offer=offer) | OfferWithdrawn(offer=offer):
            rows.drop(offers, offer)
        case PersonaDescribed() as event:
            describe(rows, entry, event)
        case PersonaRetired(persona=persona):
            rows.drop(personas, persona)
        case PersonaRecognised() as event:
            rows.put(recognitions, **msgspec.structs.asdict(event), on=day_of(entry.at))
        case VocabularyAdopted() | FitTableAdopted() | AreasAdopted() as event:
            adopt(rows, event)
        case GebiedNamed() | RouteAdopted() as event:
            adopt(rows, event)


PROJECTION = Projection("coverage", tables, apply)


def adopt(
    rows: Rows,
    event: VocabularyAdopted | FitTableAdopted | AreasAdopted | GebiedNamed | RouteAdopted,
) -> None:
    """Words, areas and routes as they were last adopted."""
    match event:
        case VocabularyAdopted(vocabulary=vocabulary, terms=terms):
            rows.put(vocabularies, vocabulary=vocabulary, terms=msgspec.to_builtins(terms))
        case FitTableAdopted(table=table, rows=found):
            rows.put(fit_tables, fit_table=table, rows=msgspec.to_builtins(found))
        case AreasAdopted(areas=adopted, items=items):
            rows.put(areas, areas=adopted, items=msgspec.to_builtins(items))
        case GebiedNamed(gebied=gebied, name=name, areas=within):
            rows.put(gebieden, gebied=gebied, name=name, areas=list(within))
        case RouteAdopted(route=route) as event:
            rows.put(routes, route=route, facts=msgspec.to_builtins(event))


def said(event: OfferFacts | OfferCoded) -> dict[str, Any]:
    """What an event says of an offer, as far as the questions ask."""
    facts: dict[str, Any] = msgspec.to_builtins(event)
    return {name: value for name, value in facts.items() if name not in UNREAD}


def ask_again(rows: Rows, event: OfferAnswerDisputed) -> None:
    """An offer as it was before what was written down of it, stopped or not: nobody is sure."""
    before = rows.get(offers, event.offer) or {"offer": event.offer}
    again = {"facts": said(event), "paused": event.paused, "confirmed_on": None}
    rows.put(offers, **before | again)


def code(rows: Rows, offer: str, event: OfferCoded) -> None:
    """Link an offer to the words; what the linking leaves empty stays as it was."""
    if row := rows.get(offers, offer):
        linked = {name: value for name, value in said(event).items() if value is not None}
        rows.change(offers, offer, facts=row["facts"] | linked)


def describe(rows: Rows, entry: Entry, event: PersonaDescribed) -> None:
    """A persona as it is from now on, in its old place in the list."""
    before = rows.get(personas, event.persona)
    position = before["position"] if before else entry.position
    facts = msgspec.to_builtins(event)
    rows.put(personas, persona=event.persona, facts=facts, position=position)
