"""One start page per role; who has more roles sees them under each other, most urgent first."""

from collections.abc import Sequence
from datetime import timedelta
from functools import cached_property

from flask import Blueprint
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.projections import (
    actions,
    activities,
    offers,
    outcomes,
    questions,
)
from alliance.projections.action_rows import ActionRow, Counts
from alliance.projections.coverage_gaps import Gap, gaps
from alliance.projections.coverage_matrix import Column, matrix
from alliance.projections.offer_rows import OfferRow
from alliance.projections.paging import COUNT
from alliance.projections.progress_overview import Overview, Result, overview
from alliance.projections.progress_period import Period, period
from alliance.web.asked_late import AskedLate
from alliance.web.linking import needless
from alliance.web.names import name_of
from alliance.web.pages import SITE_NAME, ask, page, person, today
from alliance.web.roles import EVERYONE, needs
from alliance.web.start_asked import AskedOfMe
from alliance.web.start_keeper import Machinery
from alliance.web.start_meetings import ComingMeetings
from alliance.web.start_round import ComingAnswers
from alliance.web.start_year import ComingDays

bp = Blueprint("start", __name__)
PARTS = {
    "aanjager": "aanjager",
    "kernvoorzitter": "kerngroep",
    "kerngroep": "kerngroep",
    "voorzitter": "themagroep",
    "themagroep": "themagroep",
    "wijkgroep": "themagroep",
    "klankbordgroep": "klankbordgroep",
    "contactpersoon": "contactpersoon",
    "beleidsmedewerker": "beleidsmedewerker",
    "beheerder": "beheerder",
    "raadslid": "raadslid",
    EVERYONE: "visitor",
}
"""Per role the part of the start page that is written for it."""
FEW = 3
"""How many of something stand on a start page; the rest is one tap away."""
LATELY = timedelta(days=7)
HALF_YEAR = timedelta(days=183)


@bp.get("/")
@needs("read_start")
def show() -> ResponseReturnValue:
    """What this role needs to know today."""
    roles = [role for role in person().roles if role in PARTS] or [EVERYONE]
    parts = [*dict.fromkeys(PARTS[role] for role in roles)]
    return page("start/show.html", title_of(parts[0]), parts=parts, day=Day(), titles=title_of)


def title_of(part: str) -> str:
    """What the start page of a role is called."""
    ours = name_of("organisation", person().organisation or "")
    return {
        "aanjager": "Jouw dag voor de alliantie",
        "kerngroep": "Waar staan we?",
        "themagroep": "Voor jou",
        "klankbordgroep": "Denk met ons mee",
        "contactpersoon": f"{ours} in de alliantie",
        "beleidsmedewerker": f"Stand van zaken op {dutch.day(today())}",
        "beheerder": "Werkt alles?",
        "raadslid": "Hoe gaat het met de aanpak van eenzaamheid?",
        "visitor": f"{SITE_NAME} in Capelle",
    }[part]


class Day(AskedOfMe, AskedLate, ComingAnswers, ComingDays, ComingMeetings, Machinery):
    """What may stand on a start page; each question is asked only when a part wants its answer."""

    def __init__(self) -> None:
        self._said: set[str] = set()

    def once(self, what: str) -> bool:
        """Whether this is the first time on the page; two roles may want the same line."""
        first = what not in self._said
        self._said.add(what)
        return first

    @property
    def first_name(self) -> str:
        """How the page greets who is looking."""
        return person().name.split(" ")[0]

    @cached_property
    def mine(self) -> Sequence[ActionRow]:
        """What who is looking still has to do."""
        return ask(actions.open_of, person().member, today())

    @cached_property
    def late(self) -> Sequence[ActionRow]:
        """Actions whose day has been, the longest ago first."""
        return ask(actions.page, actions.Filter(past_date=True), today()).rows

    @cached_property
    def agreed(self) -> Counts:
        """How many actions stand how."""
        return ask(actions.counts, today())

    @cached_property
    def gaps(self) -> Sequence[Gap]:
        """For whom there is nothing that fits, what weighs most first."""
        return ask(gaps, today())

    @cached_property
    def unseen(self) -> Sequence[Column]:
        """Wijken where nobody has yet said of every persona whether it is recognised."""
        found = ask(matrix, today()).areas
        return [one for one in found if one.level == "wijk" and one.unseen]

    @cached_property
    def progress(self) -> Overview:
        """Every theme and result."""
        return ask(overview)

    @cached_property
    def silent(self) -> Sequence[Result]:
        """Results of which nothing was heard yet."""
        return [one for one in self.progress.results if one.news_on is None]

    @cached_property
    def unowned(self) -> Sequence[Result]:
        """Results without an owner."""
        return [one for one in self.progress.results if one.owner is None]

    @cached_property
    def last_week(self) -> Period:
        """What happened in the last seven days."""
        return ask(period, today() - LATELY, today())

    @cached_property
    def half_year(self) -> Period:
        """What happened in the last half year."""
        return ask(period, today() - HALF_YEAR, today())

    @cached_property
    def questions(self) -> int:
        """How many questions an import left."""
        return ask(questions.how_many)

    @cached_property
    def to_link(self) -> int:
        """How much still misses its result, persona or code."""
        day = today()
        found = (ask(actions.to_link, day, COUNT), ask(activities.to_link, day, COUNT))
        misses = ask(offers.to_code, day, COUNT, needless=needless())
        coded = (ask(outcomes.to_link, COUNT), misses)
        return sum(one.total for one in (*found, *coded))

    @cached_property
    def unheard(self) -> int:
        """How many activities have been of which nobody said whether they were held."""
        return ask(activities.unheard, activities.Filter(), today(), COUNT).total

    @cached_property
    def offers(self) -> Sequence[OfferRow]:
        """The offers of the organisation of who is looking."""
        ours = person().organisation
        return ask(offers.of_organisation, ours, today()) if ours else ()
