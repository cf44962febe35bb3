"""Doubting: what looks odd or is silent goes along in a mail, asked of whoever does it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from alliance.documents.week import Share, Task
from alliance.mailing.shares import Known, Someone
from alliance.projections import doubts
from alliance.projections.actions_due import Silent, silent_ones
from alliance.projections.doubts import Doubt

QUIET = "stil"
"""What can be answered to what nobody heard of for long."""


def with_doubts(
    known: Known, found: Mapping[str, Share], on: date, wanted: Callable[[Someone], bool]
) -> dict[str, Share]:
    """The shares of a day, with what looks odd of what each of them does."""
    shares = dict(found)
    odd = known.now.ask(doubts.asked, on)
    seen = {one.action for one in odd}
    quiet = [one for one in known.now.ask(silent_ones, on) if one.action not in seen]
    every: list[Doubt | Silent] = [*odd, *quiet]
    for one in every:
        recipient = known.responsible(one)
        if recipient and wanted(known.everyone[recipient]):
            shares[recipient] = with_doubt(shares.get(recipient, Share()), one)
    return shares


def with_doubt(share: Share, doubt: Doubt | Silent) -> Share:
    """The share with what looks odd; what is late or due says so there, and is asked once."""
    there = next((one for one in share.tasks if one.action == doubt.action), None)
    task = there or Task(doubt.action, doubt.title)
    how = doubt.how if isinstance(doubt, Doubt) else QUIET
    asked = replace(task, doubt=doubt.why, odd=how)
    due = tuple(one for one in share.due if one.action != doubt.action)
    late = tuple(one for one in share.late if one.action != doubt.action)
    return replace(share, due=due, late=(*late, asked))
