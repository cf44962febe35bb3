"""Agendas in the examples: what members raise, what the chair makes of it, how it goes out."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from alliance.events import agenda_drafts as drafts
from alliance.events.agenda_drafts import Draft, draft_agenda
from alliance.events.agenda_rules import forward_point, raise_point, send_agenda, set_agenda
from alliance.events.agendas import AgendaPrepared
from alliance.events.base import Event
from alliance.events.meetings import AgendaLine
from alliance.events.meetings_rules import correct_meeting, planned_meeting
from alliance.seals import seal
from alliance.sources.examples.calendar import CALENDAR, Series, chair_on, held_before
from alliance.sources.examples.cast import KERN, SCHOLLEVAAR
from alliance.sources.examples.pen import EVENING, Pen
from alliance.sources.examples.script import scenes
from alliance.sources.examples.spoken import Raised, Topic

Items = dict[tuple[str, int], list[tuple[str, Raised]]]
"""What was raised, with its key, by group and number of the meeting that speaks of it."""
SCRIPT = "meetings.toml"
AGENDA_AHEAD = 7
CHANGED_AGAIN = 3
"""The number of the meetings whose agenda is arranged by hand, and changed after it was sent."""


def prepare(pen: Pen, series: Series, number: int, meeting: str, items: Items) -> None:
    """Make the agenda ready and send it a week ahead, but not yet of the core group's next one."""
    before = held_before(pen, series, number) + AGENDA_AHEAD
    if before < 0 or (series.group, number) == (KERN, 0):
        return
    own = [line_of(pen, raised, key) for key, raised in items.get((series.group, number), ())]
    hand = Hand(pen, chair_on(series, before), pen.day(before), meeting)
    proposed = (*own, *usual(pen, series, number))
    draft = draft_agenda(meeting, series.minutes, proposed=proposed)
    if number == CHANGED_AGAIN:
        draft = hand.arrange(draft)
    hand.send(draft, mails=series.group != SCHOLLEVAAR)
    if number == CHANGED_AGAIN:
        hand.send(hand.choose(draft, drafts.drop_point, key=draft.lines[-1].key))
    if (series.group, number) == (KERN, 2):
        past = pen.past("meeting", meeting)
        other = correct_meeting(past, today=hand.told, place="Gemeentehuis, zaal 5")
        pen.write("noor", hand.told, other, hour=EVENING + 1)


@dataclass(frozen=True)
class Hand:
    """Who makes one agenda ready, and when."""

    pen: Pen
    chair: str
    told: date
    meeting: str

    def arrange(self, draft: Draft) -> Draft:
        """What a chair does with a proposal: move, pin, change, take off and put back."""
        last, first = draft.lines[-1].key, draft.lines[0].key
        draft = self.choose(draft, drafts.move_point, key=last, to=0)
        draft = self.choose(draft, drafts.pin_point, key=last)
        draft = self.choose(draft, drafts.change_point, key=first, presenter="role:voorzitter")
        draft = self.choose(draft, drafts.drop_point, key=first)
        return self.choose(draft, drafts.take_point, key=first)

    def choose(self, draft: Draft, act: Callable[..., AgendaPrepared], **what: Any) -> Draft:
        """Do one thing with a draft, and see it as it is then."""
        past = self.pen.past("meeting", self.meeting)
        done = act(past, draft, today=self.told, **what)
        self.pen.write(self.chair, self.told, done, hour=EVENING)
        chosen: dict[str, Any] = {"choices": done.choices, "dropped": done.dropped}
        known = [*draft.proposed.values()]
        return draft_agenda(self.meeting, draft.minutes, proposed=known, **chosen)

    def send(self, draft: Draft, *, mails: bool = True) -> None:
        """Let the agenda go out, or only set it."""
        past = self.pen.past("meeting", self.meeting)
        now, lines = planned_meeting(past), draft.lines
        digest = seal(now.on, now.start, now.minutes, now.place, lines)
        events: Sequence[Event] = (
            send_agenda(past, lines=lines, digest=digest, today=self.told)
            if mails
            else [set_agenda(past, lines=lines, today=self.told)]
        )
        self.pen.write(self.chair, self.told, *events, hour=EVENING)


def usual(pen: Pen, series: Series, number: int) -> list[AgendaLine]:
    """Two points that a group speaks of in turn."""
    topics = [topic for topic in scenes(SCRIPT, "topic", Topic) if topic.group == series.group]
    first = (series.held - number) * 2
    chosen = [topics[(first + n) % len(topics)] for n in range(2)]
    again = first >= len(topics)
    return [
        AgendaLine(
            key=topic.key if topic.key and not again else f"onderwerp:{pen.new()}",
            title=topic.title,
            kind=topic.kind,
            minutes=30,
            reason=topic.why,
            confidential=topic.confidential,
        )
        for topic in chosen
    ]


def line_of(pen: Pen, raised: Raised, item: str) -> AgendaLine:
    """What someone raised, as a point of an agenda that they introduce."""
    return AgendaLine(
        key=f"item:{item}",
        title=raised.title,
        kind=raised.kind,
        minutes=15,
        reason=raised.reason,
        presenter=f"member:{pen.keys[raised.who]}",
    )


def raise_points(pen: Pen) -> Items:
    """What members raise, by the meeting that will speak of it."""
    items: Items = defaultdict(list)
    for one in scenes(SCRIPT, "raised", Raised):
        key = pen.new()
        raised = raise_point(
            item=key,
            group=one.group,
            title=one.title,
            kind=one.kind,
            reason=one.reason,
            about=one.about,
        )
        before = one.before
        if one.on is not None:
            series = next(series for series in CALENDAR if series.group == one.group)
            before += held_before(pen, series, one.on)
            items[one.group, one.on].append((key, one))
        pen.write(one.who, pen.day(before), raised, hour=EVENING)
        if one.to:
            passed = forward_point(pen.past("item", key), to=one.to)
            pen.write(one.who, pen.day(before), passed, hour=EVENING)
    return items
