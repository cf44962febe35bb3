"""Shares: what there is to say to whom, of all that is known now."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from alliance import journal, members, preferences, rounds
from alliance.desk import Reading
from alliance.documents.week import Gathering, Share
from alliance.documents.week_since import Since
from alliance.dutch import capital
from alliance.mailing import checks
from alliance.mailing.adding import with_meeting, with_question, with_task
from alliance.mailing.days import since, until
from alliance.mailing.minutes import Ready, held
from alliance.preferences import UNSAID, Preference
from alliance.projections import actions_due, attendance, meetings, offers_round, people, places
from alliance.projections.actions_due import Due, Question, Silent
from alliance.projections.actions_news import Noted, Told
from alliance.projections.doubts import Doubt
from alliance.projections.meetings import Meeting
from alliance.projections.meetings_guests import all_guests

FURTHEST = timedelta(days=70)
"""Further ahead than any mail of the coming week looks."""


@dataclass(frozen=True)
class Someone:
    """One recipient: a member, or the mailbox of an organisation without a contact."""

    recipient: str
    organisation: str | None
    groups: tuple[str, ...]
    liked: Preference


@dataclass
class Known:
    """What is read once for everyone: who can be mailed, what is due, and when groups meet."""

    now: Reading
    liked: Mapping[str, Preference] = field(init=False)
    contacts: Mapping[str, tuple[str, ...]] = field(init=False)
    members: Mapping[str, people.Member] = field(init=False)
    everyone: dict[str, Someone] = field(init=False)
    dues: Sequence[Due] = field(init=False)
    questions: Sequence[Question] = field(init=False)
    groups: Mapping[str, str] = field(init=False)
    words: Mapping[str, str] = field(init=False)
    meetings: Sequence[Meeting] = field(init=False)
    guests: Mapping[str, tuple[str, ...]] = field(init=False)
    said: dict[str, Mapping[str, str]] = field(default_factory=dict)
    offers: Mapping[str, offers_round.Theirs] = field(init=False)
    asked: Mapping[str, tuple[date, ...]] = field(init=False)
    organisations: Sequence[people.Organisation] = field(init=False)
    areas: Mapping[str, str] = field(init=False)
    position: int = field(init=False)

    def __post_init__(self) -> None:
        """Read who there is and how they like to hear from us."""
        self.liked = preferences.everyone(self.now.db)
        self.contacts = self.now.ask(people.contacts)
        self.members = self.now.ask(people.all_members)
        self.dues = self.now.ask(actions_due.due, self.now.today + FURTHEST)
        self.questions = self.now.ask(actions_due.questions)
        self.groups = self.now.ask(people.group_names)
        self.words = self.now.ask(people.member_words)
        self.meetings = self.now.ask(meetings.coming, self.now.today).rows
        self.guests = self.now.ask(all_guests)
        self.organisations = self.now.ask(people.listed)
        self.offers = self.now.ask(offers_round.standing, self.now.today)
        self.asked = rounds.asked(self.now.db)
        self.areas = self.now.ask(places.names)
        self.position = journal.head(self.now.db).position
        self.everyone = {one.recipient: one for one in (*self._members(), *self._mailboxes())}

    @cached_property
    def ready(self) -> Sequence[Ready]:
        """The minutes of what was held lately."""
        return [*held(self.now)]

    def liked_by(self, recipient: str) -> Preference:
        """How a recipient likes to hear from us."""
        return self.liked.get(recipient, UNSAID)

    def asker_of(self, question: Question) -> str:
        """Who asks, in words: the group, else role and organisation."""
        if question.group:
            return self.groups.get(question.group, question.group)
        return capital(self.words.get(question.asker or "", "de aanjager"))

    def responsible(self, due: Due | Question | Noted | Told | Doubt | Silent) -> str | None:
        """Who is mailed about an action: its owner, else who speaks for the organisation."""
        if due.owner:
            return self._there(f"member:{due.owner}")
        if due.organisation:
            return self.speaks_for(due.organisation)
        return self._there(f"member:{due.author}")

    def speaks_for(self, organisation: str) -> str | None:
        """The contact who takes mail, else any contact, else the mailbox of the organisation."""
        theirs = [f"member:{one}" for one in self.contacts.get(organisation, ())]
        mailed = [one for one in theirs if self.liked_by(one).way == "mail"]
        candidates = (*mailed, *theirs, f"organisation:{organisation}")
        return next((one for one in candidates if self._there(one)), None)

    def gathering(self, meeting: Meeting, someone: Someone) -> Gathering | None:
        """A meeting as someone is expected at it: in the group, or as a guest; else None."""
        guests = self.guests.get(meeting.meeting, ())
        asked = [one for one in guests if self.speaks_for(one) == someone.recipient]
        mine = meeting.group in someone.groups
        if not (mine or asked):
            return None
        whose = [someone.recipient] if mine else [f"organisation:{one}" for one in asked]
        said = self._said_of(meeting.meeting)
        return Gathering(
            meeting.meeting,
            meeting.group_name,
            meeting.on,
            meeting.start,
            meeting.place,
            guest=not mine,
            said=said.get(whose[0], ""),
        )

    def _said_of(self, meeting: str) -> Mapping[str, str]:
        if meeting not in self.said:
            self.said[meeting] = self.now.ask(attendance.answers, meeting)
        return self.said[meeting]

    def _there(self, recipient: str) -> str | None:
        return recipient if recipient in self.everyone else None

    def _members(self) -> list[Someone]:
        seats: dict[str, list[str]] = {}
        for group in self.now.ask(people.all_groups):
            for seat in self.now.ask(people.seats, group.group):
                seats.setdefault(seat.member, []).append(group.group)
        reachable = members.names(self.now.db)
        return [
            Someone(
                to := f"member:{key}",
                one.organisation,
                tuple(seats.get(key, ())),
                self.liked_by(to),
            )
            for key, one in self.members.items()
            if key in reachable and not one.left_on
        ]

    def _mailboxes(self) -> list[Someone]:
        return [
            Someone(
                to := f"organisation:{one.organisation}", one.organisation, (), self.liked_by(to)
            )
            for one in self.organisations
            if one.mailbox and not self.contacts.get(one.organisation)
        ]


def expected(known: Known, meeting: Meeting) -> Iterator[Someone]:
    """Everyone in the group of a meeting, and who speaks for its guests."""
    seats = known.now.ask(people.seats, meeting.group)
    speakers = [known.speaks_for(one) for one in known.guests.get(meeting.meeting, ())]
    for to in dict.fromkeys([*(f"member:{seat.member}" for seat in seats), *speakers]):
        if someone := known.everyone.get(to or ""):
            yield someone


def shares(
    known: Known,
    on: date,
    wanted: Callable[[Someone], bool],
    since: Mapping[str, Since] | None = None,
) -> dict[str, Share]:
    """What there is to say on a day to each of those who are wanted; nobody without anything.

    `since` is what happened since the mail before, by recipient.
    """
    mine = [key for key, one in known.everyone.items() if wanted(one)]
    found = {key: Share(since=(since or {}).get(key, Since())) for key in mine}
    horizons = {key: until(known.everyone[key].liked, on) for key in found}
    for due in known.dues:
        key = known.responsible(due)
        if key in found and due.by_when <= horizons[key]:
            found[key] = with_task(found[key], due, on)
    for question in known.questions:
        key = known.responsible(question)
        day = None if question.backing else question.answer_by
        if key in found and (day is None or day <= horizons[key]):
            found[key] = with_question(found[key], question, known.asker_of(question))
    for meeting in known.meetings:
        for key in found:
            one = known.gathering(meeting, known.everyone[key])
            if one and meeting.status == "gepland":
                found[key] = with_meeting(found[key], one, on, horizons[key])
    with_checks(known, found, on)
    with_minutes(known, found, on)
    return {key: share for key, share in found.items() if not share.is_empty}


def with_checks(known: Known, found: dict[str, Share], on: date) -> None:
    """Add to the shares what stands about offers, and what someone else wrote down of them."""
    for organisation in known.organisations:
        theirs = known.offers.get(organisation.organisation)
        key = known.speaks_for(organisation.organisation) if theirs else None
        if theirs is None or key not in found:
            continue
        if checks.is_due(theirs, known.asked.get(organisation.organisation, ()), on):
            one = checks.check(theirs, organisation.name, known.areas)
            found[key] = replace(found[key], checks=(*found[key].checks, one))
        untold = tuple(checks.noted(theirs, known.liked_by(key).mailed_on))
        found[key] = replace(found[key], noted=(*found[key].noted, *untold))


def with_minutes(known: Known, found: dict[str, Share], on: date) -> None:
    """Add to the share of each member what was held since the mail before this one."""
    for ready in known.ready:
        for key, share in found.items():
            someone = known.everyone[key]
            if (
                ready.meeting.group in someone.groups
                and since(someone.liked, on) <= ready.ready_on < on
            ):
                found[key] = replace(share, held=(*share.held, ready.minutes))
