"""Whom to call instead of mailing them, and about what: all that their mail would have said."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from alliance.changes import changes_of
from alliance.documents.week import Share, Task
from alliance.documents.week_since import Since
from alliance.dutch import day_of
from alliance.mailing.days import monday_of, week_of
from alliance.mailing.doubting import with_doubts
from alliance.mailing.inviting import with_invitations
from alliance.mailing.shares import Known, Someone, expected, shares
from alliance.mailing.since import since_last
from alliance.projections.actions_due import Due, Question
from alliance.projections.meetings import Meeting


@dataclass(frozen=True)
class Call:
    """Whom to call, and about what."""

    someone: Someone
    share: Share
    changed: tuple[Meeting, ...]

    @property
    def is_needless(self) -> bool:
        """Whether there is nothing to call about."""
        return self.share.is_empty and not self.changed


def calls(known: Known) -> list[Call]:
    """Whom to call, since they like that better than mail, and about what.

    Who was called this week waits for the next, unless something was asked since, or a meeting
    changed.
    """
    today = known.now.today
    found = shares(known, today, wants_call, to_say(known))
    found = with_doubts(known, found, today, wants_call)
    found = with_invitations(known, found, today, wants_call)
    answered, news = answered_by_phone(known), changes(known)
    made = []
    for one in (one for one in known.everyone.values() if wants_call(one)):
        share = without(found.get(one.recipient, Share()), answered)
        share = since_call(known, one, share) if was_called(known, one) else share
        made.append(Call(one, share, tuple(news.get(one.recipient, ()))))
    return [one for one in made if not one.is_needless]


def to_say(known: Known) -> dict[str, Since]:
    """What came of things since the last call; a page or what was written down is no call."""
    found = since_last(known, known.now.today)
    return {key: Since(telling=one.telling, heard=one.heard) for key, one in found.items()}


def wants_call(someone: Someone) -> bool:
    """Whether someone likes a call better than mail."""
    return someone.liked.way == "bellen"


def called_at(someone: Someone) -> datetime | None:
    """When someone was last called about all there was."""
    said = someone.liked.called
    return datetime.fromisoformat(said) if said else None


def was_called(known: Known, someone: Someone) -> bool:
    """Whether that was this week."""
    at = called_at(someone)
    return at is not None and week_of(day_of(at)) == week_of(known.now.today)


def since_call(known: Known, someone: Someone, share: Share) -> Share:
    """Only the questions that were asked after the call of this week."""
    at = called_at(someone)
    last = changes_of(known.now.db, [f"action:{one.action}" for one in share.asked])
    new = (one for one in share.asked if at and last[f"action:{one.action}"][1] > at)
    return Share(asked=tuple(new))


def answered_by_phone(known: Known) -> set[str]:
    """Of which agreements and questions someone wrote down an answer this week."""
    since = monday_of(known.now.today)
    everything: list[Due | Question] = [*known.dues, *known.questions]
    return {one.action for one in everything if one.via and (one.news_on or since) >= since}


def without(share: Share, actions: Collection[str]) -> Share:
    """The share without these agreements and questions."""

    def left(tasks: Sequence[Task]) -> tuple[Task, ...]:
        return tuple(one for one in tasks if one.action not in actions)

    late, due, asked = left(share.late), left(share.due), left(share.asked)
    # What only tells something is no reason to call.
    return replace(share, late=late, due=due, asked=asked, held=(), noted=())


def changes(known: Known) -> dict[str, list[Meeting]]:
    """The coming meetings that moved or do not go on, by who is to be called about them."""
    news = [one for one in known.meetings if one.status == "afgezegd" or one.moved_from]
    last = changes_of(known.now.db, [f"meeting:{one.meeting}" for one in news])
    found: dict[str, list[Meeting]] = {}
    for meeting in news:
        for someone in filter(wants_call, expected(known, meeting)):
            at = called_at(someone)
            if at is None or last[f"meeting:{meeting.meeting}"][1] > at:
                found.setdefault(someone.recipient, []).append(meeting)
    return found
