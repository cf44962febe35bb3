"""Setting an agenda and sending it: what the letter says, who reads it, and its buttons."""

from collections.abc import Callable, Iterable, Sequence

import sqlalchemy as sa
from flask import url_for

from alliance import outbox, tickets
from alliance.documents import letters
from alliance.documents.agenda_letters import AgendaLetter, Around, Item
from alliance.dutch import day_of, listed, several
from alliance.events.agenda_drafts import Draft
from alliance.events.meetings import AgendaLine
from alliance.mailing.news import invitation, takes_mail
from alliance.mailing.shares import Known, expected
from alliance.projections import people
from alliance.projections.meetings import Meeting
from alliance.projections.meetings_guests import guests_of
from alliance.seals import seal
from alliance.web import names, points
from alliance.web.pages import ask, desk, reading
from alliance.web.points import Eyes

KIND = "agenda"
GUESTS = Eyes(late=False, confidential=False)
MEMBERS = Eyes(late=True, confidential=False)
"""What members read in a mail: all but what stays inside, since a mail is passed on."""


def letter_of(found: Meeting, lines: Iterable[AgendaLine], eyes: Eyes) -> AgendaLetter:
    """What whoever has these eyes is told of an agenda, without a name."""
    items, at = [], found.start
    for line in lines:
        title, reason = points.hidden(line, eyes) or (line.title, line.reason)
        items.append(
            Item(
                title=title,
                kind=names.name_of("kind", line.kind),
                minutes=line.minutes,
                reason=reason,
                at=at,
                presenter=presenter(line, eyes),
                confidential=line.confidential,
            )
        )
        at = points.later(at, line.minutes) if at else None
    return AgendaLetter(found.group_name, found.on, found.start, found.minutes, found.place, items)


def presenter(line: AgendaLine, eyes: Eyes) -> str:
    """Who introduces a point, by role or organisation, where these eyes may see what it is."""
    closed = line.confidential and not eyes.confidential
    return names.presenter(line.presenter, outward=True) if line.presenter and not closed else ""


def seal_of(found: Meeting, draft: Draft) -> str:
    """What tells one agenda from another: its points, the moment and the place."""
    return seal(found.on, found.start, found.minutes, found.place, draft.lines)


def readers_of(found: Meeting) -> str:
    """Who gets the agenda of a meeting, in words: 6 leden en één gast."""
    members = {seat.member for seat in ask(people.seats, found.group)}
    guests = ask(guests_of, found.meeting).organisations
    words = [several(len(members), "lid", "leden")]
    return listed([*words, *([several(len(guests), "gast", "gasten")] if guests else [])])


def posted(
    found: Meeting, lines: Sequence[AgendaLine], digest: str
) -> Callable[[sa.Connection], None]:
    """Puts a letter for everyone who is expected in the outbox, each of them once."""
    site, now = desk().settings.site_url, desk().clock()
    readers = [*filter(takes_mail, expected(Known(reading()), found))]
    inside, outside = letter_of(found, lines, MEMBERS), letter_of(found, lines, GUESTS)
    asks = invitation(reading(), site, found)

    def put(db: sa.Connection) -> None:
        for one in readers:
            guest = found.group not in one.groups
            letter = outside if guest else inside
            outbox.put(
                db,
                about=f"agenda:{found.meeting}:{digest}",
                kind=KIND,
                to=one.recipient,
                subject=letter.subject,
                body=letter.body(around(db, found, one.recipient, guest=guest)),
                now=now,
                calendar=asks,
            )

    return put


def around(db: sa.Connection, found: Meeting, to: str, *, guest: bool) -> Around:
    """What stands around the agenda in the letter to one reader, with tickets to say who comes."""
    site, now, stream = desk().settings.site_url, desk().clock(), f"meeting:{found.meeting}"
    number = tickets.issue(db, act="attend", stream=stream, recipient=to, now=now)
    account = url_for("account.show")
    if guest:
        mail = tickets.issue(db, act="keep_account", stream=to, recipient=to, now=now)
        account = tickets.address(mail, "mail")
    return Around(
        page=site + url_for("meetings.agenda", meeting=found.meeting),
        account=site + account,
        ways=letters.ways(site, number, "attend", stream),
        good_until=day_of(now + tickets.GOOD_FOR),
        guest=guest,
    )
