"""Where an outcome or a lesson comes from: an activity, an afspraak, or nothing yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from flask import request

from alliance.events.actions import ActionCorrected
from alliance.events.actions_rules import action_now
from alliance.events.activities import ActivityCorrected
from alliance.events.activities_rules import activity_now
from alliance.events.base import Event
from alliance.web.counts import OF_GUIDES, OF_LEARNERS, OF_VISITORS
from alliance.web.pages import Crumbs, today
from alliance.web.subjects import address_of
from alliance.web.writing import Subject, allow, subject

SOURCES = {"activiteit": "activity", "afspraak": "action"}
"""The words of the address, each with the subject it names."""


@dataclass(frozen=True)
class Origin:
    """What something came from; without a subject nobody said."""

    kind: str = ""  # activity or action
    subject: Subject | None = None

    @cached_property
    def now(self) -> ActivityCorrected | ActionCorrected | None:
        """What it says now; raises Refused when it was taken back."""
        if self.subject is None:
            return None
        events = self.subject.events
        return activity_now(events) if self.kind == "activity" else action_now(events)

    @property
    def named(self) -> str:
        """The end of a title: what it came from."""
        return f": {self.now.title}" if self.now else ""

    @property
    def counted(self) -> Sequence[str]:
        """What is counted most of such a thing; the first unit stands ready."""
        if not isinstance(self.now, ActivityCorrected):
            return OF_GUIDES if self.now else OF_VISITORS
        return OF_LEARNERS if self.now.audience == "professionals" else OF_VISITORS

    @property
    def day(self) -> date | None:
        """The day on which it brought something; None when that is the activity's own day."""
        if isinstance(self.now, ActivityCorrected):
            return None
        return (self.now.on if self.now else None) or today()

    @property
    def histories(self) -> dict[str, Sequence[Event]]:
        """What happened with it before, as rules take it."""
        return {self.kind: self.subject.events} if self.subject else {}

    def let_record(self) -> None:
        """Stop with 403 who may not write down what this brought."""
        if self.now and self.subject:
            whose = {"group": self.now.group, "organisation": self.now.organisation}
            owner = getattr(self.now, "owner", None)
            allow("record_outcome", author=self.subject.author, owner=owner, **whose)

    def crumbs(self, here: Crumbs) -> Crumbs:
        """The way from home to what it came from, or to the list `here`."""
        if self.now is None or self.subject is None:
            return here
        address = address_of(self.subject.stream) or here[-1][0]
        return [here[0], (address, self.now.title)]


def origin() -> Origin:
    """What the address says something came from; 404 when there is no such thing."""
    for word, kind in SOURCES.items():
        if key := request.args.get(word):
            return Origin(kind, subject(kind, key))
    return Origin()
