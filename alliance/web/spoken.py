"""One line that was typed in a meeting, and what follows from the point at which it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from alliance.events.base import Event
from alliance.events.meetings import AgendaItemRaised
from alliance.events.patterns import PatternLinked, PatternRaised
from alliance.events.records_rules import record_at
from alliance.projections import people
from alliance.projections.meetings import Meeting
from alliance.projections.people import Group
from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.pages import ask, reading, today

Made = Sequence[Event]


@dataclass(frozen=True)
class Spoken:
    """One line that was typed in a meeting, and at which point."""

    typed: Typed
    found: Meeting
    meeting: Sequence[Event]
    record: Sequence[Event]
    about: str | None

    @property
    def statement(self) -> str:
        """What was typed."""
        return self.typed.text("statement")

    @cached_property
    def group(self) -> Group:
        """The group that meets."""
        found = ask(people.group, self.found.group)
        assert found is not None  # it meets
        return found

    @cached_property
    def context(self) -> dict[str, str]:
        """What the point itself says that something belongs to, so that nobody is asked."""
        return context_of(self.about) | ({"theme": self.group.theme} if self.group.theme else {})

    def only(self, *wanted: str) -> dict[str, Any]:
        """These of the links that are known."""
        return {name: code for name, code in self.context.items() if name in wanted}

    def recorded(self, made: Event | Made) -> Made:
        """What was made, with the point at which it was."""
        events = [made] if isinstance(made, Event) else made
        return record_at(self.meeting, self.record, events, about=self.about, today=today())


def context_of(about: str | None) -> dict[str, str]:
    """The links that follow from what a point is about: gap:yonas:netwerk:schollevaar."""
    kind, *rest = (about or "").split(":")
    match kind, rest:
        case "gap", [persona, _, area]:
            return {"persona": persona, "area": area}
        case "planned" | "result" | "persona", [key] if key in names.of(kind):
            return {kind: key}
        case "pattern", [key]:
            return where_seen(key)
        case "item", [key]:
            raised = [one.event for one in reading().history(f"item:{key}")]
            first = next((one for one in raised if isinstance(one, AgendaItemRaised)), None)
            return context_of(first.about) if first and first.about else {}
    return {}


def where_seen(pattern: str) -> dict[str, str]:
    """The links of a signal from the wijk, as it was given and linked since."""
    found: dict[str, str] = {}
    for entry in reading().history(f"pattern:{pattern}"):
        if isinstance(entry.event, PatternRaised | PatternLinked):
            links = {
                name: getattr(entry.event, name, None) for name in ("theme", "persona", "area")
            }
            found |= {name: key for name, key in links.items() if key}
    return found
