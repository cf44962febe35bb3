"""What still misses its result, persona or code: the aanjager links it from here."""

from dataclasses import dataclass

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.projections import actions, activities, offers, outcomes, words
from alliance.projections.offers import OfferRow
from alliance.web.pages import ask, number_of_page, page, today
from alliance.web.roles import needs

bp = Blueprint("linking", __name__, url_prefix="/nog-te-koppelen")
TITLE = "Nog te koppelen"
SORTS = {
    "afspraken": "Afspraken",
    "activiteiten": "Activiteiten",
    "opbrengsten": "Opbrengsten",
    "aanbod": "Aanbod",
}
LINKS = {"result": "resultaat", "theme": "thema", "persona": "persona"}
CODES = {"kind": "soort", "needs": "behoefte", "target_groups": "doelgroep"}
AT_FIRST = 5


@dataclass(frozen=True)
class Unlinked:
    """One thing that misses a link: what it is, its page, the page to link it, and what misses."""

    title: str
    address: str
    link: str
    misses: str


@dataclass(frozen=True)
class Section:
    """One sort of things that miss a link: those shown now, and how many there are in all."""

    sort: str
    title: str
    rows: list[Unlinked]
    total: int
    page: int
    pages: int


@bp.get("/")
@needs("link")
def index() -> ResponseReturnValue:
    """The first few of each sort, or with ?wat= one sort page by page."""
    sort = request.args.get("wat", "")
    if sort in SORTS:
        return page("linking/index.html", TITLE, here(), sections=[section(sort)], only=sort)
    return page("linking/index.html", TITLE, here(), sections=[*map(section, SORTS)], only=None)


def section(sort: str) -> Section:
    """What of one sort misses a link."""
    one_sort = request.args.get("wat") == sort
    at = number_of_page() if one_sort else 1
    asks = {"afspraken": of_actions, "activiteiten": of_activities}
    asks |= {"opbrengsten": of_outcomes, "aanbod": of_offers}
    rows, total, at, pages = asks[sort](at)
    return Section(sort, SORTS[sort], rows if one_sort else rows[:AT_FIRST], total, at, pages)


Found = tuple[list[Unlinked], int, int, int]
"""The rows of one page, how many there are in all, which page this is, and how many there are."""


def of_actions(at: int) -> Found:
    """Actions without result, theme or persona."""
    found = ask(actions.to_link, today(), at)
    rows = [unlinked("actions", "action", one.action, one.title, one) for one in found.rows]
    return rows, found.total, found.page, found.pages


def of_activities(at: int) -> Found:
    """Activities without result, theme or persona."""
    found = ask(activities.to_link, today(), at)
    rows = [
        unlinked("activities", "activity", one.activity, f"{one.title}, {dutch.day(one.on)}", one)
        for one in found.rows
    ]
    return rows, found.total, found.page, found.pages


def of_outcomes(at: int) -> Found:
    """Outcomes without result, theme or persona."""
    found = ask(outcomes.to_link, at)
    rows = [
        unlinked("outcomes", "outcome", one.outcome, dutch.shortened(one.statement, 120), one)
        for one in found.rows
    ]
    return rows, found.total, found.page, found.pages


def of_offers(at: int) -> Found:
    """Offers without kind, needs or target groups."""
    found = ask(offers.to_code, today(), at, needless=needless())
    rows = [unlinked("offers", "offer", one.offer, one.name, one) for one in found.rows]
    return rows, found.total, found.page, found.pages


def unlinked(group: str, word: str, key: str, title: str, one: object) -> Unlinked:
    """One thing with its addresses and what it misses."""
    wanted, has_none = LINKS, getattr(one, "without", ())
    if isinstance(one, OfferRow):
        wanted, has_none = CODES, ("needs",) if one.kind in needless() else ()
    misses = [
        label for name, label in wanted.items() if not getattr(one, name) and name not in has_none
    ]
    to = "offers.code" if group == "offers" else f"{group}.link"
    address = url_for(f"{group}.show", **{word: key}, _external=False)
    link = url_for(to, **{word: key}, van="lijst", _external=False)
    return Unlinked(title, address, link, dutch.listed(misses))


def needless() -> tuple[str, ...]:
    """The kinds of offer that meet no need by themselves: training, funds, research."""
    kinds = ask(words.terms, "offer_kind")
    return tuple(code for code, kind in kinds.items() if kind.counts is False)


def here() -> list[tuple[str, str]]:
    """The way from home."""
    return [(url_for("start.show"), "Start")]
