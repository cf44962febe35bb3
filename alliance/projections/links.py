"""Which links something has, and whether it misses one: alike for all that can be linked."""

from typing import get_args

from alliance.events.state import Linked, LinkKind, links_said
from alliance.projections.rows import Row

NAMES = ("theme", "result", "persona", "area")
KINDS: tuple[LinkKind, ...] = get_args(LinkKind)


def news(event: Linked) -> Row:
    """The links that an event names, and those of which it says that there are none."""
    return links_said(event, *NAMES) | {"without": list(event.without)}


def is_linked(row: Row) -> bool:
    """Whether nothing is missing: every link is there, or there is none by word of the aanjager."""
    return all(row[kind] or kind in row["without"] for kind in KINDS)
