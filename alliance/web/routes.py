"""The route card: where people can go with a worry. It is public, asks and keeps nothing."""

from typing import Any

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.words import RouteAdopted
from alliance.projections import places
from alliance.web import names
from alliance.web.pages import ask, page
from alliance.web.roles import needs
from alliance.web.wijken import by_worry, choices

bp = Blueprint("routes", __name__, url_prefix="/waar-kun-je-terecht")
LIST = "Waar kun je terecht?"
WAYS = {"aan_huis": "Bij je thuis", "telefoon": "Per telefoon", "online": "Online"}
"""How someone reaches a route without going anywhere."""


@bp.get("/")
@needs("read_public")
def index() -> ResponseReturnValue:
    """Whom to go to in the whole gemeente, and a card for every wijk."""
    home = [(url_for("start.show"), "Start")]
    told: dict[str, Any] = {"areas": choices(), "worries": by_worry(ask(places.routes))}
    return page("routes/index.html", LIST, home, plan=True, where=where, **told)


@bp.get("/<wijk>")
@needs("read_public")
def show(wijk: str) -> ResponseReturnValue:
    """Whom to go to from one wijk or gebied."""
    name = names.of("area").get(wijk)
    if name is None:
        abort(404)
    above = [(url_for("start.show"), "Start"), (url_for(".index"), LIST)]
    found = by_worry(ask(places.routes, wijk))
    worries = [(worry, sorted(routes, key=is_everywhere)) for worry, routes in found]
    title = f"{LIST[:-1]} in {name}?"
    return page("routes/show.html", title, above, plan=True, worries=worries, where=where)


def where(route: RouteAdopted) -> str:
    """Where a route is, in words."""
    if way := WAYS.get(route.reach or ""):
        return way
    if is_everywhere(route):
        return "In de hele gemeente"
    known = names.of("area")
    return f"In {dutch.listed(known.get(code, code) for code in route.areas)}"


def is_everywhere(route: RouteAdopted) -> bool:
    """Whether a route is for the whole gemeente."""
    areas = ask(places.areas)
    return any(areas[code].level == "gemeente" for code in route.areas if code in areas)
