"""What a subject says now: its last whole description, with what changed since."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Protocol, TypedDict, TypeVar, get_args

import msgspec

from alliance.events.base import Event, refuse

UNCHANGED = "Er is niets veranderd. Pas iets aan, of ga terug zonder te bewaren."
NO_LINK = "Er is nog niets gekoppeld. Kies iets wat er nog niet bij staat."
WHY = "Schrijf in één zin waarom."
WHY_NOT = "Schrijf in één zin waarom het niet doorgaat."

Shape = TypeVar("Shape", bound=Event)
LinkKind = Literal["theme", "result", "persona"]
"""What something may belong to none of: what is for everyone has no persona."""


class Links(TypedDict, total=False):
    """What something can be linked to; what is not named stays as it is."""

    theme: str | None
    result: str | None
    persona: str | None
    area: str | None
    without: tuple[LinkKind, ...]


class Linkable(Protocol):
    """What has the four links."""

    @property
    def theme(self) -> str | None:
        """The theme it belongs to."""

    @property
    def result(self) -> str | None:
        """The agreed result it works towards."""

    @property
    def persona(self) -> str | None:
        """For whom it is, as a persona."""

    @property
    def area(self) -> str | None:
        """The code of the area it is for."""


class Linked(Linkable, Protocol):
    """What has the four links, and says which of them it has none of."""

    @property
    def without(self) -> tuple[LinkKind, ...]:
        """The links that it has none of: nothing is missing there."""


def fold(history: Sequence[Event], whole: type[Event], shape: type[Shape]) -> Shape | None:
    """The history as one description; None when there is none.

    An event of the type `whole` says everything anew; of any other, the fields that the
    description has too are taken over where they are filled in.
    """
    now: dict[str, Any] = {}
    fields = shape.__struct_fields__
    for event in history:
        said = {name: getattr(event, name) for name in event.__struct_fields__ if name in fields}
        if isinstance(event, whole):
            now = said
        elif now:
            now |= {name: value for name, value in said.items() if value is not None}
            now |= dict.fromkeys(now.get("without", ()))
    return shape(**now) if now else None


def changed(now: Shape, changes: Mapping[str, object]) -> Shape:
    """A description after someone's changes, every text without spaces around it."""
    return msgspec.structs.replace(now, **{name: tidy(value) for name, value in changes.items()})


def tidy(value: Any) -> Any:
    """A text without spaces around it, None when nothing is left; anything else as it is."""
    return value.strip() or None if isinstance(value, str) else value


def new_links(now: Linked, links: Links) -> Links:
    """All links of a subject from now on; refuses when none of them is new."""
    before = links_of(now)
    named = {name: code for name, code in links.items() if code and name != "without"}
    none = {*now.without, *links.get("without", ())} - named.keys()
    after = before.copy()
    after.update(named | dict.fromkeys(none))  # type: ignore[typeddict-item]
    after["without"] = tuple(kind for kind in get_args(LinkKind) if kind in none)
    refuse(form=after == before and NO_LINK)
    return after


def links_of(now: Linked) -> Links:
    """The links of a subject as they are."""
    return Links(
        theme=now.theme,
        result=now.result,
        persona=now.persona,
        area=now.area,
        without=now.without,
    )


def links_said(event: Linked, *names: str) -> dict[str, str | None]:
    """What an event says of these links: a key, or None for none; what it leaves open is absent."""
    said = {name: getattr(event, name) for name in names}
    return {name: code for name, code in said.items() if code or name in event.without}
