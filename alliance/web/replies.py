"""What was typed at a point that waits for an answer: to advice, or to a signal from the wijk."""

from alliance.events.advice import Uptake, answer_advice
from alliance.events.base import Event
from alliance.events.patterns import answer_pattern
from alliance.events.records_rules import recording, take_note
from alliance.web.pages import reading, today
from alliance.web.spoken import Made, Spoken
from alliance.web.writing import new_id

ADVICE = "advice:"
"""How the key of a point begins that asks to answer advice."""
UPTAKES: dict[Uptake, str] = {
    "overgenomen": "overgenomen",
    "deels": "deels overgenomen",
    "niet": "niet overgenomen",
}
PATTERN = "pattern:"
"""How the key of a point begins that asks to answer a signal."""
DOING = "doen_we"
"""The button that answers a signal."""


def reply_to_advice(one: Spoken) -> Made:
    """What was done with the advice that the point is about, which the minutes tell too."""
    recording(one.meeting, one.record, today())
    past = [each.event for each in reading().history(one.about or "")]
    uptake = one.typed.text("doe")
    given = one.typed.decide(
        answer_advice, past, uptake=uptake, reason=one.statement, meeting=one.found.meeting
    )
    return [given, noted(one, f"Advies {UPTAKES[given.uptake]}. {given.reason}")]


def reply_to_pattern(one: Spoken) -> Made:
    """What the group does with the signal that the point is about, which the minutes tell too."""
    recording(one.meeting, one.record, today())
    past = [each.event for each in reading().history(one.about or "")]
    group, meeting = one.found.group, one.found.meeting
    given = one.typed.decide(
        answer_pattern, past, group=group, statement=one.statement, meeting=meeting
    )
    return [given, noted(one, f"Dit doen we met het signaal: {given.statement}")]


def noted(one: Spoken, told: str) -> Event:
    """The same as a line of the minutes."""
    return take_note(
        one.meeting, one.record, note=new_id(), statement=told, about=one.about, today=today()
    )
