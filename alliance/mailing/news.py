"""What cannot wait for the mail of the week: a meeting that changed, and a question in a hurry.

Read on from the journal, so that nothing is missed when no clock ran. A letter waits a quarter of
an hour before it leaves: who moves a meeting twice sends one.
"""

from alliance import journal, outbox, rounds, tickets
from alliance.database import reading, writing
from alliance.desk import Desk, Reading
from alliance.documents.calendar import calendar
from alliance.documents.letters import Letter, changed_meeting
from alliance.events.base import Event
from alliance.events.meetings import MeetingCancelled, MeetingMoved
from alliance.journal import Entry
from alliance.mailing import moments, urgent
from alliance.mailing.days import WAITS as WAITS
from alliance.mailing.sending import greeting
from alliance.mailing.shares import Known, Someone, expected
from alliance.projections import meetings
from alliance.projections.meetings import Meeting

KIND = "bijeenkomst"
CHANGES: tuple[type[Event], ...] = (MeetingMoved, MeetingCancelled)
KINDS = CHANGES + urgent.ASKS + urgent.SETTLES


def tell_news(desk: Desk) -> None:
    """Put the letters in the outbox about what happened since the last time."""
    with reading(desk.engine) as db:
        read, last = rounds.read_up_to(db), journal.head(db).position
    if read is None:  # a new site mails nobody about its past
        note_read(desk, last)
    elif read < last:
        with desk.reading() as now:
            found = [*journal.entries(now.db, read, last, kinds=KINDS)]
            known = Known(now) if found else None
            for entry in found:
                if known:
                    told = tell if entry.stream.startswith("meeting:") else urgent.tell
                    told(desk, known, entry)
        note_read(desk, last)


def note_read(desk: Desk, position: int) -> None:
    """Remember up to where everyone was told."""
    with writing(desk.engine) as db:
        rounds.note_read(db, position)


def tell(desk: Desk, known: Known, entry: Entry) -> None:
    """Put the letters about one change in the outbox; what an earlier one says is overtaken."""
    meeting = known.now.ask(meetings.one, entry.stream.partition(":")[2])
    if meeting is None or meeting.status == "teruggenomen" or meeting.on < known.now.today:
        return
    for someone in filter(takes_mail, expected(known, meeting)):
        put(desk, known, someone, meeting, entry.position)


def takes_mail(someone: Someone) -> bool:
    """Whether someone did not ask for a call, or for nothing, instead of mail."""
    return someone.liked.way == "mail"


def put(desk: Desk, known: Known, someone: Someone, meeting: Meeting, position: int) -> None:
    """Put one letter with its invitation in the outbox."""
    to, now, site = someone.recipient, desk.clock(), desk.settings.site_url
    about = f"{KIND}:{meeting.meeting}"
    with writing(desk.engine) as db:
        if outbox.is_there(db, f"{about}:{position}", to, KIND):
            return
        outbox.overtake(db, about, to)
        number = tickets.issue(db, act="keep_account", stream=to, recipient=to, now=now)
        prefer = site + tickets.address(number, "mail")
        letter = told(greeting(db, someone), meeting, site, prefer)
        outbox.put(
            db,
            about=f"{about}:{position}",
            to=to,
            kind=KIND,
            subject=letter.subject,
            body=letter.body,
            now=now,
            not_before=now + WAITS,
            calendar=invitation(known.now, site, meeting),
        )


def told(greeting: str, meeting: Meeting, site: str, prefer: str) -> Letter:
    """The letter about a meeting as it stands now."""
    return changed_meeting(
        greeting,
        group=meeting.group_name,
        on=meeting.on,
        start=meeting.start,
        place=meeting.place or meeting.link,
        reason=meeting.reason,
        was_on=meeting.moved_from if meeting.status == "gepland" else None,
        page=f"{site}/bijeenkomsten/{meeting.meeting}",
        prefer=prefer,
    )


def invitation(now: Reading, site: str, meeting: Meeting) -> str:
    """The meeting as an invitation, or as the end of one."""
    found = moments.of_meetings(now, site, [meeting])
    method = "CANCEL" if meeting.status == "afgezegd" else "REQUEST"
    return calendar(meeting.group_name, found, method=method)  # type: ignore[arg-type]
