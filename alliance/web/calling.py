"""What start pages tell of questions: to whom, what was answered, and whom to call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from alliance import contacts
from alliance.documents.week import Share
from alliance.mailing import calls as by_mailing
from alliance.mailing.shares import Someone
from alliance.projections import actions, people
from alliance.projections.action_rows import FIRST, SILENT, ActionRow
from alliance.projections.doubts import Doubt
from alliance.projections.meetings import Meeting
from alliance.web import doubts, names
from alliance.web.call_list import long_silent, without_contact
from alliance.web.pages import ask, person, reading, today
from alliance.web.sight import asked_here
from alliance.web.start_mail import MailKnown
from alliance.web.successors import left_behind

PATIENCE = timedelta(days=7)
"""So long a question may wait before a call helps, or until the day they would answer."""


@dataclass(frozen=True)
class Call:
    """One question without an answer, and how to reach who was asked."""

    row: ActionRow
    name: str
    phone: str | None


@dataclass(frozen=True)
class LikesCall:
    """Someone who likes a call better than mail, how to reach them, and all there is to say."""

    recipient: str
    name: str
    phone: str | None
    share: Share
    changed: Sequence[Meeting]  # meetings that moved or do not go on


def likes_call(one: by_mailing.Call) -> LikesCall:
    """The same with a name and a phone number: their own, else of the organisation."""
    someone = one.someone
    own = contacts.phones(reading().db, [someone.recipient.partition(":")[2]])
    theirs = ask(people.organisation, someone.organisation) if someone.organisation else None
    phone = next(iter(own.values()), theirs.phone if theirs else None)
    return LikesCall(someone.recipient, called(someone), phone, one.share, one.changed)


def called(someone: Someone) -> str:
    """The recipient in words: a name, and the organisation."""
    kind, _, key = someone.recipient.partition(":")
    name = names.of("member_name").get(key) if kind == "member" else None
    at = names.name_of("organisation", someone.organisation) if someone.organisation else None
    return ", ".join(part for part in (name, at) if part)


def unanswered() -> list[Call]:
    """Questions that wait too long, the longest first."""
    found = ask(actions.page, actions.Filter(waiting=True), today()).rows
    return [call_about(row) for row in found if row.organisation and is_due(row)]


def is_due(row: ActionRow) -> bool:
    """Whether the day has been on which there would be an answer."""
    if row.status == "overleg" and row.ask and row.ask.answer_by:
        return row.ask.answer_by < today()
    return row.since is not None and row.since + PATIENCE <= today()


def call_about(row: ActionRow, at: str | None = None) -> Call:
    """One question with the organisation it was put to."""
    asked = ask(people.organisation, at or row.organisation or "")
    return Call(row, asked.name if asked else "", asked.phone if asked else None)


class Asks(MailKnown):
    """The questions of a day; each is asked only when a part of the page wants its answer."""

    @property
    def today(self) -> date:
        """The day this page shows."""
        return today()

    @cached_property
    def asked_of_me(self) -> Sequence[ActionRow]:
        """What who is looking or their organisation is asked, and did not answer yet."""
        return ask(actions.page, actions.Filter(asked=asked_here()), today()).rows

    @cached_property
    def answered(self) -> Sequence[ActionRow]:
        """What who is looking asked, and was answered with a no or another date."""
        mine = actions.Filter(asker=person().member, to_settle=True)
        return ask(actions.page, mine, today()).rows

    @cached_property
    def like_calls(self) -> Sequence[LikesCall]:
        """Who likes a call better than mail, while there is something to say."""
        return [likes_call(one) for one in by_mailing.calls(self.known)]

    @cached_property
    def to_call(self) -> Sequence[Call]:
        """Questions without an answer, with whom to call; each stands on the page once."""
        said = {task.action for one in self.like_calls for task in one.share.tasks}
        return [one for one in unanswered() if one.row.action not in said]

    @cached_property
    def silent_mine(self) -> Sequence[ActionRow]:
        """What who is looking does, and of which nobody heard for long."""
        mine = actions.Filter(silent=SILENT, done_by=asked_here())
        return ask(actions.page, mine, today()).rows

    @cached_property
    def doubted_mine(self) -> Sequence[Doubt]:
        """What looks odd of what who is looking does."""
        return doubts.asked_of_me()

    @cached_property
    def doubted_still(self) -> Sequence[Doubt]:
        """What looks odd still, two weeks after whoever does it was asked."""
        return doubts.asked_long_ago()

    @cached_property
    def still_silent(self) -> Sequence[ActionRow]:
        """What was asked two weeks ago of whoever does it, and is silent still."""
        return ask(actions.page, actions.Filter(silent=SILENT + FIRST), today()).rows

    @cached_property
    def for_anyone(self) -> int:
        """How many questions anyone may take."""
        return ask(actions.number, actions.Filter(anyone=True), today())

    @cached_property
    def to_tell(self) -> Sequence[ActionRow]:
        """What someone took who did not hear yet what came of it."""
        return ask(actions.page, actions.Filter(to_tell=True), today()).rows

    @cached_property
    def left_behind(self) -> int:
        """How much was agreed with someone who no longer takes part."""
        return left_behind().total

    @cached_property
    def long_silent(self) -> int:
        """How many organisations nobody spoke to for long."""
        return long_silent()

    @cached_property
    def without_contact(self) -> int:
        """How many organisations take part and have nobody to turn to."""
        return without_contact()
