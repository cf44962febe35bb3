"""How far are we, per theme and result: all of it follows from what was written down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import msgspec
import sqlalchemy as sa

from alliance.dutch import day
from alliance.events.programme import Target, Verdict
from alliance.projections.progress import PROJECTION as PROJECTION
from alliance.projections.progress_sums import Sums, all_sums, joined
from alliance.projections.progress_tables import items, names, planned, results, themes

SILENT = timedelta(days=90)
"""After so long a result is shown as silent, whatever was heard before."""


@dataclass(frozen=True)
class Result:
    """An agreed result and how far it is."""

    result: str
    theme: str
    statement: str
    target: Target | None
    deadline: date | None
    owner: str | None
    owner_name: str | None
    ideas: tuple[str, ...]  # for a measure; not agreed
    agreed_on: date
    adjusted: int
    news_on: date | None  # something was done, held, brought or assessed
    has_action: bool  # the plan names one, or one was agreed
    sums: Sums
    verdict: Verdict | None = None  # what a group said last

    def is_silent(self, today: date) -> bool:
        """Whether nothing was heard for long, counted from when it was agreed."""
        return (self.news_on or self.agreed_on) + SILENT <= today

    def news(self, today: date) -> str:
        """What was last heard: "Niet gemeld sinds 12 maart 2026"; never a percentage."""
        if self.news_on is None:
            return "Nog niets gemeld"
        if self.is_silent(today):
            return f"Niet gemeld sinds {day(self.news_on)}"
        return f"Laatste nieuws op {day(self.news_on)}"

    @property
    def missing(self) -> tuple[str, ...]:
        """What is not agreed yet, in Dutch: eigenaar, streefwaarde, datum, actie."""
        there = {
            "eigenaar": self.owner,
            "streefwaarde": self.target,
            "datum": self.deadline,
            "actie": self.has_action,
        }
        return tuple(what for what, known in there.items() if not known)


@dataclass(frozen=True)
class Theme:
    """A theme, its results, and what counts for the theme but for none of them yet."""

    theme: str
    name: str
    what: str
    results: tuple[Result, ...]
    unlinked: Sums

    @property
    def total(self) -> Sums:
        """All that counts for this theme."""
        return joined([*(result.sums for result in self.results), self.unlinked])


@dataclass(frozen=True)
class Overview:
    """Everything that was agreed, and how far it is."""

    themes: tuple[Theme, ...]
    unlinked: Sums  # what counts for no theme yet

    @property
    def results(self) -> tuple[Result, ...]:
        """Every result, by theme."""
        return tuple(result for theme in self.themes for result in theme.results)

    @property
    def total(self) -> Sums:
        """All that was written down."""
        return joined([*(theme.total for theme in self.themes), self.unlinked])

    def lacking(self, what: str) -> tuple[Result, ...]:
        """The results that miss this: eigenaar, streefwaarde, datum or actie."""
        return tuple(result for result in self.results if what in result.missing)


def overview(db: sa.Connection) -> Overview:
    """Every theme with its results, and how far each is."""
    counted = all_sums(db)
    found = known_results(db, counted)
    asked = sa.select(themes).order_by(themes.c.position)
    return Overview(
        tuple(
            Theme(
                row["theme"],
                row["name"],
                row["what"],
                tuple(result for result in found if result.theme == row["theme"]),
                counted[f"theme:{row['theme']}"],
            )
            for row in db.execute(asked).mappings()
        ),
        counted[""],
    )


def one(db: sa.Connection, result: str) -> Result | None:
    """One agreed result and how far it is; None when there is no such result."""
    found = known_results(db, all_sums(db), only=result)
    return found[0] if found else None


def known_results(
    db: sa.Connection, counted: Mapping[str, Sums], only: str | None = None
) -> list[Result]:
    """Every agreed result in the order of the plan, or only one."""
    mine = (items.c.bucket == "result:" + results.c.result, items.c.news_on.is_not(None))
    told = sa.select(sa.func.max(items.c.news_on)).where(*mine).scalar_subquery()
    owner = sa.select(names.c.name).where(names.c.stream == "organisation:" + results.c.owner)
    asked = sa.select(
        results,
        told.label("told_on"),
        owner.scalar_subquery().label("owner_name"),
    ).order_by(results.c.position)
    if only is not None:
        asked = asked.where(results.c.result == only)
    plan = {key for keys in db.execute(sa.select(planned.c.results)).scalars() for key in keys}
    return [made(dict(row), plan, counted) for row in db.execute(asked).mappings()]


def made(row: dict[str, Any], plan: set[str], counted: Mapping[str, Sums]) -> Result:
    """A result from its row."""
    mine = counted[f"result:{row['result']}"]
    heard = [on for on in (row["told_on"], row["assessed_on"]) if on is not None]
    return Result(
        result=row["result"],
        theme=row["theme"],
        statement=row["statement"],
        target=msgspec.convert(row["target"], Target | None),
        deadline=row["deadline"],
        owner=row["owner"],
        owner_name=row["owner_name"],
        ideas=tuple(row["ideas"]),
        agreed_on=row["agreed_on"],
        adjusted=row["adjusted"],
        news_on=max(heard, default=None),
        has_action=mine.actions > 0 or row["result"] in plan,
        sums=mine,
        verdict=row["verdict"],
    )


def theme_names(db: sa.Connection) -> dict[str, str]:
    """The name of every theme by key, in the order of the plan."""
    asked = sa.select(themes.c.theme, themes.c.name).order_by(themes.c.position)
    return dict(map(tuple, db.execute(asked)))


def result_names(db: sa.Connection) -> dict[str, str]:
    """What every agreed result says, by its number in the plan."""
    asked = sa.select(results.c.result, results.c.statement).order_by(results.c.position)
    return dict(map(tuple, db.execute(asked)))


def results_by_theme(db: sa.Connection) -> dict[str, dict[str, str]]:
    """What every agreed result says, by theme and key, in the order of the plan."""
    asked = sa.select(results.c.theme, results.c.result, results.c.statement)
    found: dict[str, dict[str, str]] = {}
    for theme, result, statement in db.execute(asked.order_by(results.c.position)):
        found.setdefault(theme, {})[result] = statement
    return found
