"""Setting an agenda and sending it: what the letter says, who reads it, and its buttons."""

from collections.abc import Callable, Iterable, Sequence

import sqlalchemy as sa
from flask import url_for

from alliance import outbox, preferences
from alliance.documents.agenda_letters import AgendaLetter, Item
from alliance.events.agenda_drafts import Draft
from alliance.events.meetings import AgendaLine
from alliance.mailing.news import invitation
from alliance.projections import people
from alliance.projections.meetings import Meeting
from alliance.seals import seal
from alliance.web import names, points
from alliance.web.pages import ask, desk, reading
from alliance.web.points import Eyes

KIND = "agenda"
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


def readers_of(group: str) -> Sequence[str]:
    """The members who get the agenda of a group."""
    return [*dict.fromkeys(seat.member for seat in ask(people.seats, group))]


def takes_mail(member: str) -> bool:
    """Whether a member did not ask for a call, or for nothing, instead of mail."""
    return preferences.of(reading().db, f"member:{member}").way == "mail"


def posted(found: Meeting, letter: AgendaLetter, digest: str) -> Callable[[sa.Connection], None]:
    """Puts a letter for every member of the group in the outbox, each of them once."""
    site, now = desk().settings.site_url, desk().clock()
    body = letter.body(
        page=site + url_for("meetings.agenda", meeting=found.meeting),
        account=site + url_for("account.show"),
    )
    readers = [one for one in readers_of(found.group) if takes_mail(one)]
    asks = invitation(reading(), site, found)

    def put(db: sa.Connection) -> None:
        for member in readers:
            outbox.put(
                db,
                about=f"agenda:{found.meeting}:{digest}",
                kind=KIND,
                to=f"member:{member}",
                subject=letter.subject,
                body=body,
                now=now,
                calendar=asks,
            )

    return put
