"""Links in the examples: the aanjager works through what still misses its result or persona."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any, get_args

from alliance.events.actions_rules import action_now, link_action
from alliance.events.activities_rules import activity_now, link_activity
from alliance.events.base import Event, Refused
from alliance.events.outcomes_rules import link_outcome, outcome_now
from alliance.events.state import LinkKind
from alliance.sources.examples.pen import Pen

LATER, STILL_TO_DO = 9, 24
"""Days after which she comes to it, and before the end of the story that she did not come to."""
Now = Callable[[Sequence[Event]], Any]
Link = Callable[..., Event]
RULES: dict[str, tuple[Now, Link]] = {
    "action": (action_now, link_action),
    "activity": (activity_now, link_activity),
    "outcome": (outcome_now, link_outcome),
}


def tell_links(pen: Pen) -> None:
    """What is for everyone has no persona, and some of it works towards no result of the plan."""
    for subject, (now, link) in RULES.items():
        for key, past in loose(pen, subject, now):
            said = now(past)
            none = [kind for kind in get_args(LinkKind) if not getattr(said, kind)]
            if none:
                on = pen.working(pen.last(subject, key) + timedelta(days=LATER))
                pen.write("noor", on, link(past, without=none))


def loose(pen: Pen, subject: str, now: Now) -> Iterator[tuple[str, list[Event]]]:
    """What was not taken back and lies long enough behind, with all that happened to it."""
    for key in pen.known(subject):
        past = pen.past(subject, key)
        try:
            now(past)
        except Refused:
            continue
        if pen.last(subject, key) < pen.exact(STILL_TO_DO):
            yield key, past
