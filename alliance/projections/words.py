"""Words: with which lists does the alliance speak?"""

from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from alliance.events.words import FitRow, FitTableAdopted, Term, VocabularyAdopted
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows

tables = sa.MetaData()
lists = sa.Table(
    "words_lists",
    tables,
    sa.Column("vocabulary", sa.Text, primary_key=True),
    sa.Column("title", sa.Text),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("note", sa.Text),
    sa.Column("terms", sa.JSON, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
)
fit_tables = sa.Table(
    "words_fit_tables",
    tables,
    sa.Column("fit_table", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("rows", sa.JSON, nullable=False),
)


@dataclass(frozen=True)
class Vocabulary:
    """A list of words, with where it comes from."""

    vocabulary: str
    title: str
    source: str
    note: str | None
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class FitTable:
    """Which kind of offer suits which level of persistence, with where that comes from."""

    fit_table: str
    source: str
    rows: tuple[FitRow, ...]


def apply(rows: Rows, entry: Entry) -> None:
    """Keep each list and table as it was last adopted."""
    match entry.event:
        case VocabularyAdopted() as event:
            rows.put(
                lists,
                vocabulary=event.vocabulary,
                title=event.title,
                source=event.source,
                note=event.note,
                terms=msgspec.to_builtins(event.terms),
                position=entry.position,
            )
        case FitTableAdopted() as event:
            said = msgspec.to_builtins(event.rows)
            rows.put(fit_tables, fit_table=event.table, source=event.source, rows=said)


PROJECTION = Projection("words", tables, apply)


def vocabularies(db: sa.Connection) -> dict[str, dict[str, Term]]:
    """Every term by vocabulary and code, in the order of the list."""
    return {one.vocabulary: {term.code: term for term in one.terms} for one in adopted(db)}


def terms(db: sa.Connection, vocabulary: str) -> dict[str, Term]:
    """The terms of one vocabulary by code; none when it was never adopted."""
    found = db.execute(sa.select(lists.c.terms).where(lists.c.vocabulary == vocabulary)).scalar()
    return {term.code: term for term in msgspec.convert(found or [], list[Term])}


def adopted(db: sa.Connection) -> tuple[Vocabulary, ...]:
    """Every list with its source, in the order in which they were adopted."""
    found = db.execute(sa.select(lists).order_by(lists.c.position))
    return tuple(
        Vocabulary(
            row.vocabulary,
            row.title or row.vocabulary,
            row.source,
            row.note,
            msgspec.convert(row.terms, tuple[Term, ...]),
        )
        for row in found
    )


def adopted_fit_tables(db: sa.Connection) -> tuple[FitTable, ...]:
    """Every table of which kind of offer suits which level."""
    found = db.execute(sa.select(fit_tables).order_by(fit_tables.c.fit_table))
    return tuple(
        FitTable(fit_table, source, msgspec.convert(said, tuple[FitRow, ...]))
        for fit_table, source, said in found
    )
