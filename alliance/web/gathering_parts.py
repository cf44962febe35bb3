"""What stands at each point of the page during a meeting, and what belongs to no point."""

from collections.abc import Container, Sequence
from typing import Any

from alliance.projections import meetings, people, records
from alliance.projections.meetings import Meeting
from alliance.seals import seal
from alliance.web import names, recording
from alliance.web.minutes import told_of
from alliance.web.opinions import heard_before
from alliance.web.pages import ask
from alliance.web.points import Shown

MINUTES = "minutes:"
"""How the key of a point begins that asks to approve minutes."""


def others(found: Meeting) -> list[tuple[str, str]]:
    """To which groups a point can be passed on: the core group, or from there all others."""
    core = {one.group for one in ask(people.all_groups) if one.kind == "kerngroep"}
    wanted = core if found.group not in core else set(names.of("group")) - core
    return [one for one in names.of("group").items() if one[0] in wanted]


def part(one: Shown, kind: str, told: Sequence[records.Line], group: str) -> dict[str, Any]:
    """One point as the page draws it: what was recorded at it, and its buttons."""
    mine = [line for line in told if line.about == one.key]
    found = {"shown": one, "lines": mine, "buttons": recording.kinds_for(kind, one.key)}
    return found | {"minutes": minutes_at(one.key), "opinions": heard_before(one.key, group)}


def minutes_at(key: str) -> dict[str, Any] | None:
    """The minutes that a point asks to approve: where they are read, and their seal."""
    earlier = ask(meetings.one, key.removeprefix(MINUTES)) if key.startswith(MINUTES) else None
    if earlier is None:
        return None
    stands = ask(records.approval, earlier.meeting)
    digest = seal(told_of(earlier).drafted)
    return {"meeting": earlier.meeting, "approved": stands, "digest": digest}


def loose(told: Sequence[records.Line], points: Container[str]) -> list[records.Line]:
    """What was recorded at no point that is on the agenda now."""
    return [line for line in told if line.about not in points]
