"""A question that cannot wait: its day comes before the mail in which it would stand.

Nobody ticks that it cannot wait; its date says so. One such letter per question and recipient, by
day and not on a quiet one; what is answered before it leaves, does not leave.
"""

from datetime import date, datetime, time, timedelta

from alliance import outbox, outbox_choices, rounds, tickets
from alliance.database import writing
from alliance.desk import Desk
from alliance.documents import letters
from alliance.documents.question_letter import cannot_wait
from alliance.dutch import AMSTERDAM, day_of
from alliance.events.actions import (
    ActionAsked,
    ActionCorrected,
    ActionFacts,
    ActionHandedOver,
    ActionWithdrawn,
    Answer,
)
from alliance.events.base import Event
from alliance.holidays import is_quiet
from alliance.journal import Entry
from alliance.mailing.days import LOOK_AHEAD, WAITS, has_turn, week_of
from alliance.mailing.sending import CLOSES, OPENS, greeting
from alliance.mailing.shares import Known, Someone
from alliance.preferences import Preference
from alliance.projections.actions_due import Question

KIND = "vraag"
ASKS: tuple[type[Event], ...] = (ActionAsked, ActionHandedOver, ActionCorrected)
SETTLES: tuple[type[Event], ...] = (ActionWithdrawn, *Answer.__subclasses__())


def tell(desk: Desk, known: Known, entry: Entry) -> None:
    """Put the letter about a question in the outbox, or let one lapse that was settled."""
    key = entry.stream.partition(":")[2]
    if isinstance(entry.event, ActionFacts):
        question = next((one for one in known.questions if one.action == key), None)
        to = known.responsible(question) if question else None
        by = question.by_when if question else None
        if not (question and by and to) or was_told(known, to, entry):
            return
        if is_urgent(known, by, known.everyone[to], desk.clock()):
            put(desk, known, question, by, known.everyone[to])
    else:
        with writing(desk.engine) as db:
            outbox_choices.overtake(db, f"{KIND}:{key}")


def was_told(known: Known, to: str, entry: Entry) -> bool:
    """Whether the mail with everything in it, made just before, asks it already."""
    return rounds.knew(known.now.db, to, week_of(known.now.today)) >= entry.position


def is_urgent(known: Known, by: date, someone: Someone, now: datetime) -> bool:
    """Whether a letter can leave in time, while the mail with everything in it would not."""
    if someone.liked.way != "mail":
        return False
    leaves, mailed = day_of(leaves_at(now)), next_mail(known, someone.liked)
    return leaves <= by <= mailed and leaves < mailed


def next_mail(known: Known, liked: Preference) -> date:
    """The first day whose mail is still to be made for someone."""
    today = known.now.today
    first = 1 if rounds.is_done(known.now.db, today) else 0
    days = (today + timedelta(days=number) for number in range(first, LOOK_AHEAD))
    return next(day for day in days if has_turn(liked, day))


def leaves_at(now: datetime) -> datetime:
    """The first moment on which a letter of now may leave: by day, and not on a quiet one."""
    here = (now + WAITS).astimezone(AMSTERDAM)
    while not OPENS <= here.hour < CLOSES or is_quiet(here.date()):
        late = here.hour >= OPENS
        here = datetime.combine(here.date() + timedelta(days=late), time(OPENS), AMSTERDAM)
    return here


def put(desk: Desk, known: Known, question: Question, by: date, someone: Someone) -> None:
    """Put one letter in the outbox, unless this question was mailed to them before."""
    about, to, now = f"{KIND}:{question.action}", someone.recipient, desk.clock()
    with writing(desk.engine) as db:
        if outbox.is_there(db, about, to, KIND):
            return
        stream, site = f"action:{question.action}", desk.settings.site_url
        number = tickets.issue(db, act="answer_action", stream=stream, recipient=to, now=now)
        stop = tickets.issue(db, act="keep_account", stream=to, recipient=to, now=now)
        letter = cannot_wait(
            greeting(db, someone),
            title=question.title,
            asker=known.asker_of(question),
            by=by,
            ways=letters.ways(site, number, "answer_action", stream, "question"),
            prefer=site + tickets.address(stop, "mail"),
        )
        outbox.put(
            db,
            about=about,
            to=to,
            kind=KIND,
            subject=letter.subject,
            body=letter.body,
            now=now,
            not_before=leaves_at(now),
            good_until=datetime.combine(by + timedelta(days=1), time(), AMSTERDAM),
        )
