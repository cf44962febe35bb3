"""What of meetings and their agendas may stand on a start page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from alliance import dutch
from alliance.projections import advice, meetings, people
from alliance.projections.agenda_waiting import waiting
from alliance.projections.meetings import Meeting
from alliance.web.attendance import mine
from alliance.web.drafts import draft_of, proposal_of
from alliance.web.opinions import Proposal, board, proposals
from alliance.web.pages import ask, person, today
from alliance.web.proposals import proposal_for


class Spoken(Protocol):
    """An agenda point, set or proposed."""

    @property
    def title(self) -> str:
        """What it is about."""

    @property
    def kind(self) -> str:
        """What is asked: to decide, to discuss, to hear, to think along."""

    @property
    def minutes(self) -> int:
        """How long it takes."""

    @property
    def reason(self) -> str:
        """Why it stands there."""


@dataclass(frozen=True)
class Pin:
    """What one group and the core group passed on to each other and still speak of."""

    group: str
    down: int  # points of the core group
    up: int  # points for the core group


class ComingMeetings:
    """The meetings to come; each question is asked only when a part wants its answer."""

    @cached_property
    def next_meeting(self) -> Meeting | None:
        """The first coming meeting of the groups of who is looking."""
        found = ask(meetings.coming, today(), of=person().groups).rows
        return found[0] if found else None

    @cached_property
    def core_meeting(self) -> Meeting | None:
        """The next meeting of the core group."""
        found = ask(meetings.coming, today()).rows
        return next((one for one in found if one.group_kind == "kerngroep"), None)

    @property
    def core(self) -> str | None:
        """The key of the core group, if there is one."""
        every = ask(people.all_groups)
        return next((one.group for one in every if one.kind == "kerngroep"), None)

    def waiting_for(self, group: str) -> Sequence[Spoken]:
        """What the next meeting of a group would talk about, before it is planned."""
        proposal = proposal_for(group)
        return proposal.points if proposal else ()

    def said_of_me(self, meeting: Meeting) -> str:
        """Whether who is looking comes: ja, nee, or empty when they did not say."""
        known = mine(meeting.meeting)
        return known.answer if known else ""

    def agenda_of(self, meeting: Meeting) -> Sequence[Spoken]:
        """What a meeting talks about: its agenda as it was set, or as it stands so far."""
        if meeting.points:
            return ask(meetings.agenda_of, meeting.meeting)
        proposal = proposal_of(meeting)
        return draft_of(meeting, proposal).lines if proposal else ()

    @cached_property
    def heard(self) -> Mapping[str, int]:
        """What was done with what the sounding board said, by word."""
        ours = board()
        return ask(advice.answers, ours) if ours else {}

    def to_decide(self, meeting: Meeting | None) -> Sequence[Spoken]:
        """What a meeting asks its group to decide."""
        points = self.agenda_of(meeting) if meeting else ()
        return [point for point in points if point.kind == "besluiten"]

    def reading(self, points: Sequence[Spoken]) -> int:
        """In how many minutes points with their reasons are read."""
        return dutch.reading_minutes(*(f"{point.title} {point.reason}" for point in points))

    @cached_property
    def pins(self) -> Sequence[Pin]:
        """Per other group of who is looking what goes from and to the core group."""
        core = self.core
        others = sorted(person().groups - {core}) if core else []
        up = [one.by for one in ask(waiting, core, today())] if core and others else []
        found = (
            Pin(group, sum(one.by == core for one in ask(waiting, group, today())), up.count(group))
            for group in others
        )
        return [one for one in found if one.down or one.up]

    @cached_property
    def proposals(self) -> Sequence[Proposal]:
        """What is put to the sounding board."""
        return proposals()
