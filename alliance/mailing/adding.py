"""A share with one thing more in it: an action, a question, a meeting."""

from dataclasses import replace
from datetime import date, timedelta

from alliance.documents.week import Gathering, Share, Task
from alliance.events.actions import Backing
from alliance.projections.actions_due import Due, Question

SOON = timedelta(days=28)
"""How far ahead a meeting is named when there is a mail anyhow."""
BACKED: dict[Backing, str] = {
    "steunen": "Je leidinggevende steunt dit.",
    "tot_hier": "Je leidinggevende zegt: tot hier.",
    "nee": "Je leidinggevende zegt nee.",
}
"""What the manager of whoever was asked said."""


def with_task(share: Share, due: Due, on: date) -> Share:
    """The share with one more action: its day has been, or comes soon."""
    task = Task(due.action, due.title, due.by_when, noted=due.via is not None)
    if due.by_when < on:
        return replace(share, late=(*share.late, task))
    return replace(share, due=(*share.due, task))


def with_question(share: Share, question: Question, asker: str) -> Share:
    """The share with one more question."""
    task = Task(
        question.action,
        question.title,
        question.by_when,
        asker,
        considered=question.status == "overleg",
        backed=backed(question),
    )
    return replace(share, asked=(*share.asked, task))


def with_meeting(share: Share, one: Gathering, on: date, horizon: date) -> Share:
    """The share with one more meeting, if it is not far away."""
    if not on <= one.on <= max(horizon, on + SOON):
        return share
    if one.on <= horizon:
        return replace(share, meetings=(*share.meetings, one))
    return replace(share, later=(*share.later, one))


def backed(question: Question) -> str:
    """What the manager said to a question, in words; empty when nothing was said."""
    said = BACKED[question.backing] if question.backing else ""
    return " ".join(part for part in (said, question.limit) if part)
