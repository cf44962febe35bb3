"""What the aanjager links: the fields that choose a theme, result, persona and wijk."""

from typing import Any

from flask import request, url_for

from alliance.events.state import Linkable
from alliance.projections import places
from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.pages import ask
from alliance.web.writing import Field

LINKS = {
    "result": "Aan welk resultaat werkt dit?",
    "theme": "Bij welk thema hoort het?",
    "persona": "Voor iemand als wie is het?",
    "area": "Voor welke wijk of welk gebied?",
}


def link_fields() -> tuple[Field, ...]:
    """A list to pick from for each link."""
    return tuple(
        Field("select", kind, label, optional=True, options=options(kind))
        for kind, label in LINKS.items()
    )


def options(kind: str) -> list[tuple[str, str]]:
    """What can be picked; a gebied says that it is one, for wijken have the same names."""
    own = {one.gebied for one in ask(places.gebieden)} if kind == "area" else set()
    found = names.of(kind).items()
    return [(key, f"{name} (gebied)" if key in own else name) for key, name in found]


def links_typed(typed: Typed) -> dict[str, Any]:
    """What was picked, as the rules for linking take it."""
    return {kind: typed.choice(kind, names.of(kind)) for kind in LINKS}


def links_now(now: Linkable) -> dict[str, Any]:
    """What is linked already, as the form begins with it."""
    return {kind: getattr(now, kind) for kind in LINKS}


def any_new(now: Linkable, links: dict[str, Any]) -> bool:
    """Whether anything was picked that is not linked yet."""
    return any(code and code != getattr(now, kind) for kind, code in links.items())


def back_to(show: str) -> str:
    """Where someone goes after linking: the list it was opened from, or the thing's own page."""
    return url_for("linking.index") if request.args.get("van") == "lijst" else show
