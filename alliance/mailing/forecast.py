"""What will leave in the coming days, before it does."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from alliance import rounds, tickets
from alliance.documents import week
from alliance.documents.letters import Letter
from alliance.documents.week import Frame, Gathering, Task, Ways
from alliance.mailing.days import week_of
from alliance.mailing.sending import Planned, greeting, plan
from alliance.mailing.shares import Known, Someone

AHEAD = 7
LINK = "[link]"
"""Stands for the address of a link that is made when the letter leaves."""


@dataclass(frozen=True)
class Coming:
    """One day on which letters leave."""

    day: date
    letters: tuple[Planned, ...]

    @property
    def leaving(self) -> int:
        """How many of them were not stopped."""
        return sum(not one.choice.stopped for one in self.letters)


def coming(known: Known) -> Iterator[Coming]:
    """The days of the coming week that have letters, today first when its mail is not done yet."""
    today = known.now.today
    for number in range(AHEAD):
        day = today + timedelta(days=number)
        is_left = number > 0 or not rounds.is_done(known.now.db, day)
        if planned := plan(known, day, day) if is_left else []:
            yield Coming(day, tuple(planned))


def planned_for(known: Known, recipient: str) -> tuple[date, Planned] | None:
    """The first letter of the coming week to a recipient, by itself or in that of another."""
    for one in coming(known):
        for planned in one.letters:
            if recipient in (planned.someone.recipient, *planned.joined):
                return one.day, planned
    return None


def could_join(known: Known, recipient: str) -> list[Someone]:
    """Others of the same organisation whose letter leaves the same day."""
    found = planned_for(known, recipient)
    ours = known.everyone[recipient].organisation
    if found is None or ours is None:
        return []
    chosen = rounds.choices_of(known.now.db, week_of(found[0]))
    same_day = next(one for one in coming(known) if one.day == found[0])
    others = [one.someone for one in same_day.letters if not one.choice.stopped]
    return [
        one
        for one in others
        if one.recipient != recipient and one.organisation == ours
        if recipient not in [choice.joins for choice in chosen.values()]
    ]


def preview(known: Known, planned: Planned, site: str) -> Letter:
    """The letter as it would leave today, without the addresses of its links."""
    monthly = not planned.someone.liked.signs_in

    def ways(task: Task) -> Ways:
        found = tickets.answers("answer_action", f"action:{task.action}", task.asks)
        return [(words, LINK) for words in found.values()]

    def coming(one: Gathering) -> Ways:
        found = tickets.answers("attend", f"meeting:{one.meeting}")
        return [(words, LINK) for words in found.values()]

    frame = Frame(
        greeting=greeting(known.now.db, planned.someone),
        site=site,
        monthly=monthly,
        good_until=known.now.today + tickets.GOOD_FOR,
        prefer=LINK,
        ways=None if monthly else ways,
        coming=None if monthly else coming,
        link=lambda act, stream, end: LINK,
        on_one_page=LINK if monthly else "",
        check="" if monthly and (planned.share.tasks or planned.share.meetings) else LINK,
        opening=planned.choice.opening,
        invite=lambda _one: LINK,
    )
    return week.draw(planned.share, frame)
