"""What stands in the address of a list: a choice, or a part of a name that means one thing."""

from flask import Response, abort, make_response, request, url_for

from alliance import dutch
from alliance.web.pages import page
from alliance.web.picking import AT_ONCE, Names, exact, finds


def picked(name: str, known: Names) -> str | None:
    """The key that a filter asks for, None for all; stops with a page when it is unclear."""
    typed = request.args.get(name, "").strip()
    meant = exact(typed, known) or [key for key, _ in finds(typed, known)]
    if typed and len(meant) != 1:
        abort(unclear(name, typed, known))
    return meant[0] if typed else None


def unclear(name: str, typed: str, known: Names) -> Response:
    """A page that asks what was meant, with at most seven links into the same list."""
    found = finds(typed, known)
    ways = [(address(name, key), label) for key, label in found[:AT_ONCE]]
    title = f"Wat bedoel je met “{dutch.shortened(typed, 60)}”?"
    drawn = page("unclear.html", title, ways=ways, more=len(found) - len(ways), back=address(name))
    return make_response(drawn, 200 if ways else 404)


def address(name: str, key: str | None = None) -> str:
    """The same list, with this filter on one key, or without it."""
    asked = request.args.to_dict() | {name: key, "bladzijde": None}
    here = request.endpoint or "start.show"
    return url_for(here, _external=False, **(request.view_args or {}), **asked)
