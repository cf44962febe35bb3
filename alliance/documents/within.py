"""What was decided or advised at a point of an agenda that stays within its group."""

from alliance.desk import Reading
from alliance.events.advice import AdviceGiven
from alliance.projections import decisions, meetings


def stays_inside(now: Reading, stream: str) -> bool:
    """Whether it was decided or advised at a point that stays within the group."""
    kind, _, key = stream.partition(":")
    if kind == "decision":
        found = now.ask(decisions.one, key)
        return found is not None and found.confidential
    return kind in ("advice", "answered") and closed_advice(now, key) is not None


def closed_advice(now: Reading, advice: str) -> AdviceGiven | None:
    """Advice that was given at a point that stays within the group; None for any other."""
    said = (entry.event for entry in now.history(f"advice:{advice}"))
    given = next((event for event in said if isinstance(event, AdviceGiven)), None)
    closed = given and given.meeting and is_closed(now, given.meeting, given.about)
    return given if closed else None


def is_closed(now: Reading, meeting: str, about: str | None) -> bool:
    """Whether a point of the agenda of a meeting stays within the group."""
    lines = now.ask(meetings.agenda_of, meeting) if about else []
    return any(line.key == about and line.confidential for line in lines)
