"""What was asked in the examples: answered with a yes, a no, another date, later, or not yet."""

from collections.abc import Callable, Sequence
from typing import Any

from alliance.events.actions_rules import do_action, drop_action, move_action, note_progress
from alliance.events.answers_rules import (
    accept_action,
    answer_as_manager,
    consider_action,
    decline_action,
    dispute_answer,
    propose_date,
)
from alliance.events.asking_rules import (
    accept_date,
    ask_action,
    ask_elsewhere,
    decline_date,
    hand_over,
    inform_taker,
)
from alliance.events.base import Event
from alliance.events.repeating_rules import finish_action, repeat_action
from alliance.sources.examples.cast import ORGANISATIONS
from alliance.sources.examples.pen import Pen
from alliance.sources.examples.script import AnswerStep, Asked, scenes, theme_of

SCRIPT = "asks.toml"
Rule = Callable[[list[Event], Pen, AnswerStep], Event | Sequence[Event]]


def tell_asks(pen: Pen) -> None:
    """Every question, and what became of it."""
    for one in scenes(SCRIPT, "asked", Asked):
        on, key = pen.day(one.before), pen.new()
        about: dict[str, Any] = {"result": one.result, "planned": one.planned, "area": one.area}
        about |= {"persona": one.persona, "theme": one.theme or theme_of(one.result)}
        asked = ask_action(
            action=key,
            title=one.title,
            today=on,
            by_when=pen.exact(one.due),
            organisation=one.to,
            group=one.group,
            **about,
        )
        pen.write(one.who, on, asked)
        for step in one.steps:
            past = pen.past("action", key)
            told = RULES[step.does](past, pen, step)
            events = (told,) if isinstance(told, Event) else told
            pen.write(step.who, pen.day(step.before), *events)


def says(step: AnswerStep, pen: Pen) -> dict[str, Any]:
    """Who will do it, when they say so themselves; and how it came, when they did not."""
    mine = {"owner": pen.keys[step.who]} if step.via is None else {"via": step.via}
    return mine | {"organisation": step.to or ORGANISATIONS[step.who]}


RULES: dict[str, Rule] = {
    "ja": lambda past, pen, one: accept_action(past, **says(one, pen)),
    "nee": lambda past, pen, one: decline_action(past, why=one.why, reason=one.said, via=one.via),
    "overleg": lambda past, pen, one: consider_action(
        past, answer_by=pen.exact(one.day), today=pen.day(one.before), question=one.said
    ),
    "leiding": lambda past, pen, one: answer_as_manager(past, backing=one.backing, limit=one.said),
    "datum": lambda past, pen, one: propose_date(
        past,
        by_when=pen.exact(one.day),
        today=pen.day(one.before),
        reason=one.said,
        via=one.via,
    ),
    "datum_goed": lambda past, pen, one: accept_date(past),
    "datum_niet_goed": lambda past, pen, one: decline_date(past),
    "elders": lambda past, pen, one: ask_elsewhere(
        past, organisation=one.to, today=pen.day(one.before)
    ),
    "overdragen": lambda past, pen, one: hand_over(
        past,
        organisation=one.to,
        owner=pen.keys[one.by or one.who],
        today=pen.day(one.before),
        reason=one.said,
    ),
    "bezig": lambda past, pen, one: note_progress(past, note=one.said, via=one.via),
    "verschoven": lambda past, pen, one: move_action(
        past, by_when=pen.exact(one.day), today=pen.day(one.before), via=one.via
    ),
    "gedaan": lambda past, pen, one: do_action(
        past,
        on=pen.day(one.before),
        today=pen.day(one.before),
        yielded=one.said,
        via=one.via,
    ),
    "verteld": lambda past, pen, one: inform_taker(past, told=one.said or ""),
    "herhaalt": lambda past, pen, one: repeat_action(past, every="kwartaal"),
    "weer_gedaan": lambda past, pen, one: finish_action(
        past,
        renewed_as=pen.new(),
        on=pen.day(one.before),
        today=pen.day(one.before),
        yielded=one.said,
    ),
    "niet_door": lambda past, pen, one: drop_action(past, reason=one.said or ""),
    "klopt_niet": lambda past, pen, one: dispute_answer(past),
}
"""What someone says of a question, as the rule that makes it happen."""
