"""Doubting: what looks odd goes along in a mail, asked of whoever does it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from alliance.documents.week import Share, Task
from alliance.mailing.shares import Known, Someone
from alliance.projections import doubts
from alliance.projections.doubts import Doubt


def with_doubts(
    known: Known, found: Mapping[str, Share], on: date, wanted: Callable[[Someone], bool]
) -> dict[str, Share]:
    """The shares of a day, with what looks odd of what each of them does."""
    shares = dict(found)
    for doubt in known.now.ask(doubts.asked, on):
        recipient = known.responsible(doubt)
        if recipient and wanted(known.everyone[recipient]):
            shares[recipient] = with_doubt(shares.get(recipient, Share()), doubt)
    return shares


def with_doubt(share: Share, doubt: Doubt) -> Share:
    """The share with what looks odd; what is late or due says so there, and is asked once."""
    there = next((one for one in share.tasks if one.action == doubt.action), None)
    task = there or Task(doubt.action, doubt.title, doubt.day)
    asked = replace(task, doubt=doubt.why, odd=doubt.how)
    due = tuple(one for one in share.due if one.action != doubt.action)
    late = tuple(one for one in share.late if one.action != doubt.action)
    return replace(share, due=due, late=(*late, asked))
