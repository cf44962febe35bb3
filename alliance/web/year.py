"""The year calendar: what comes when, which steps lead to it, and when nobody meets."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch, holidays
from alliance.events.moments import OccasionAdopted, usual_days
from alliance.projections import meetings_year, year
from alliance.projections.meetings_year import Day
from alliance.projections.year import Due, Moment
from alliance.web.pages import Crumbs, ask, page, today
from alliance.web.roles import needs

bp = Blueprint("year", __name__, url_prefix="/jaarkalender")
LIST = "Jaarkalender"
YEARS = 3
"""So many years ahead and back the calendar can be turned."""


@dataclass(frozen=True)
class Month:
    """One month of the calendar: what comes in it, and when nobody meets."""

    first: date
    moments: Sequence[Moment]
    steps: Sequence[Due]
    meetings: Sequence[Day]
    free: Sequence[str]

    @property
    def name(self) -> str:
        """What it is called: januari 2027."""
        return dutch.month(self.first)

    @property
    def quiet(self) -> bool:
        """Whether nothing stands in it."""
        return not (self.moments or self.steps or self.meetings)


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """One year, month by month, and what has no day yet in it."""
    shown = year_shown()
    months = months_of(shown)
    this_month = today().replace(day=1)
    return page(
        "year/index.html",
        f"{LIST} {shown}",
        here()[:-1],
        shown=shown,
        around=[one for one in (shown - 1, shown + 1) if abs(one - today().year) <= YEARS],
        gone=[one for one in months if one.first < this_month],
        months=[one for one in months if one.first >= this_month],
        open=without_day(shown),
        sources=[*dict.fromkeys(one.source for one in ask(year.all_school_years))],
    )


def months_of(shown: int) -> list[Month]:
    """The months of a year: a moment stands in the month in which it begins."""
    days = date(shown, 1, 1), date(shown, 12, 31)
    moments, steps = ask(year.moments_in, *days), ask(year.steps_in, *days)
    held = ask(meetings_year.between, *days)
    return [
        Month(
            date(shown, number, 1),
            [one for one in moments if (one.on.year, one.on.month) == (shown, number)],
            [one for one in steps if one.by.month == number],
            [one for one in held if one.on.month == number],
            free_days(date(shown, number, 1)),
        )
        for number in range(1, 13)
    ]


def free_days(first: date) -> list[str]:
    """When nobody meets in the month that begins on this day: holidays by name."""
    last = first.replace(day=monthrange(first.year, first.month)[1])
    school = [
        f"{one.name} ({dutch.day(one.first)} tot en met {dutch.day(one.last)})"
        for one in ask(year.school_holidays, first, last)
    ]
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    public = [f"{name} ({dutch.day(day)})" for day in days if (name := holidays.holiday(day))]
    return [*school, *public]


def without_day(shown: int) -> list[tuple[OccasionAdopted, tuple[date, date | None] | None]]:
    """What comes back every year and has no day in this one, with when it usually is."""
    return [
        (one, usual_days(one.usual, shown) if one.usual else None)
        for one in ask(year.all_occasions)
        if shown not in {found.on.year for found in ask(year.moments_of, one.occasion)}
    ]


def year_shown() -> int:
    """The year in the address, or this one; 404 when it is too far away."""
    asked = request.args.get("jaar", today().year, type=int)
    return asked if abs(asked - today().year) <= YEARS else abort(404)


def here() -> Crumbs:
    """The way from home to the calendar."""
    return [(url_for("start.show"), "Start"), (url_for("year.index"), LIST)]
