"""What the aanjager links: the fields that choose a theme, result, persona and wijk."""

from typing import Any

from alliance.web import names
from alliance.web.forms import Typed
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
        Field("select", kind, label, optional=True, options=[*names.of(kind).items()])
        for kind, label in LINKS.items()
    )


def links_typed(typed: Typed) -> dict[str, Any]:
    """What was picked, as the rules for linking take it."""
    return {kind: typed.choice(kind, names.of(kind)) for kind in LINKS}
