"""The round of a day: everyone whose turn it is gets one letter, if there is something to say.

Doing it again does no harm: a letter is put once per recipient and week, in one transaction with
its tickets; so a round that was cut short is finished by the next.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa

from alliance import members, outbox, preferences, rounds, tickets
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.documents import letters, week
from alliance.documents.week import Frame, Share
from alliance.dutch import AMSTERDAM, day_of
from alliance.mailing import ring
from alliance.mailing.adding import with_task
from alliance.mailing.days import has_turn, monday_of, next_turn, week_of, working_day
from alliance.mailing.doubting import with_doubts
from alliance.mailing.inviting import ACT as INVITED
from alliance.mailing.inviting import with_invitations
from alliance.mailing.shares import Known, Someone, shares
from alliance.mailing.since import since_last
from alliance.outbox import Claimed
from alliance.rounds import AS_IT_IS, Choice

ANSWER = "answer_action"
KIND, REMINDER = "overzicht", "herinnering"
OPENS, CLOSES = 8, 20
"""Between which hours in Amsterdam mail leaves by itself."""
REMINDED = ((7, -1), (0, -1), (-3, 1))
"""How long before its day someone is reminded, and which way that moves on a quiet day."""


@dataclass(frozen=True)
class Planned:
    """One letter of a day: to whom, with what, and what the aanjager chose about it."""

    someone: Someone
    share: Share
    choice: Choice
    joined: tuple[str, ...] = ()  # the recipients whose share goes along in it


def do_rounds(desk: Desk) -> None:
    """Do the mail of today, and of earlier days of this week on which no clock ran."""
    here = desk.clock().astimezone(AMSTERDAM)
    if not OPENS <= here.hour < CLOSES:
        return
    today = here.date()
    with reading(desk.engine) as db:
        left = rounds.left_of(db, monday_of(today), today)
    for one in left:
        do_round(desk, one, today)


def do_round(desk: Desk, on: date, today: date) -> None:
    """Put every letter of one day in the outbox, and then remember that it was done."""
    with desk.reading() as now:
        known = Known(now)
        for planned in plan(known, on, today):
            if not planned.choice.stopped:
                put(desk, planned, today, known.position)
        for key, share in reminders(known, on, today).items():
            put_reminder(desk, known.everyone[key], share, on)
    ring.tell(desk, today)
    with writing(desk.engine) as db:
        rounds.note_done(db, on)


def plan(known: Known, on: date, today: date) -> list[Planned]:
    """The letters whose day this is, each with what goes along in it."""
    chosen = rounds.choices_of(known.now.db, week_of(on))
    day = max(on, today)
    found = shares(known, day, lambda one: turn(one, on), since_last(known, day))
    found = with_doubts(known, found, day, lambda one: turn(one, on))
    found = with_invitations(known, found, day, lambda one: turn(one, on))
    return join(known, found, chosen)


def turn(someone: Someone, on: date) -> bool:
    """Whether this is the day of someone who wants mail."""
    return someone.liked.way == "mail" and has_turn(someone.liked, on)


def join(known: Known, found: Mapping[str, Share], chosen: Mapping[str, Choice]) -> list[Planned]:
    """The shares as letters; one goes along in another that leaves the same day."""

    def stands(key: str) -> bool:
        choice = chosen.get(key, AS_IT_IS)
        return key in found and not choice.joins and not choice.stopped

    goes_to = {key: one.joins for key, one in chosen.items() if key in found and stands(one.joins)}
    made = []
    for key in found:
        if key not in goes_to:
            along = tuple(one for one, other in goes_to.items() if other == key)
            share = sum((found[one] for one in along), found[key])
            made.append(Planned(known.everyone[key], share, chosen.get(key, AS_IT_IS), along))
    return made


def put(desk: Desk, planned: Planned, today: date, knew: int) -> None:
    """Put one letter with its tickets in the outbox, unless that was done this week."""
    to, about = planned.someone.recipient, f"{KIND}:{week_of(today)}"
    with writing(desk.engine) as db:
        if outbox.is_there(db, about, to, KIND):
            return
        around = frame(desk, db, planned.someone, planned.choice, planned.share)
        letter = week.draw(planned.share, around)
        until = next_turn(planned.someone.liked, today)
        post(desk, db, to, about, KIND, letter, until)
        for one in (to, *planned.joined):
            preferences.note_mailed(db, one, today)
            rounds.note_known(db, one, week_of(today), today, carrier=to, position=knew)
        for check in planned.share.checks:
            rounds.note_asked(db, check.organisation, today)


def post(
    desk: Desk,
    db: sa.Connection,
    to: str,
    about: str,
    kind: str,
    letter: letters.Letter,
    until: date,
) -> None:
    """Put a letter in the outbox that makes no sense any more from a day on."""
    good_until = desk.clock() + timedelta(days=(until - desk.today()).days)
    outbox.put(
        db,
        about=about,
        to=to,
        kind=kind,
        subject=letter.subject,
        body=letter.body,
        now=desk.clock(),
        good_until=good_until,
    )


def frame(desk: Desk, db: sa.Connection, someone: Someone, choice: Choice, share: Share) -> Frame:
    """What stands around a share, with tickets for every answer that can be given."""
    to, site, now = someone.recipient, desk.settings.site_url, desk.clock()

    def ticket(act: str, stream: str) -> str:
        return tickets.issue(db, act=act, stream=stream, recipient=to, now=now)

    def ways(act: str, stream: str, how: str = "") -> week.Ways:
        return letters.ways(site, ticket(act, stream), act, stream, how)

    def link(act: str, stream: str, end: str) -> str:
        return site + tickets.address(ticket(act, stream), end)

    monthly = not someone.liked.signs_in
    whole = link(ANSWER, to, "alles") if monthly and (share.tasks or share.meetings) else ""
    asks_offers = not whole and (share.checks or share.noted)
    return Frame(
        greeting=greeting(db, someone),
        site=site,
        monthly=monthly,
        good_until=day_of(now + tickets.GOOD_FOR),
        prefer=link("keep_account", to, "mail"),
        ways=None if monthly else lambda one: ways(ANSWER, f"action:{one.action}", one.asks),
        coming=None if monthly else lambda one: ways("attend", f"meeting:{one.meeting}"),
        link=link,
        on_one_page=whole,
        check=link("answer_offer", to, "klopt") if asks_offers else "",
        opening=choice.opening,
        invite=lambda one: link(INVITED, f"organisation:{one.organisation}", "weekprogramma"),
    )


def greeting(db: sa.Connection, someone: Someone) -> str:
    """How a letter begins."""
    kind, _, key = someone.recipient.partition(":")
    name = members.name_of(db, key) if kind == "member" else None
    return f"Dag {name.split(' ')[0]}," if name else "Beste collega,"


def reminders(known: Known, on: date, today: date) -> dict[str, Share]:
    """Of what everyone is reminded on a day who asked for it and has no letter that day."""
    found: dict[str, Share] = {}
    if working_day(on, step=1) != on:
        return found
    for due in known.dues:
        key = known.responsible(due)
        if key and is_reminded(due.by_when, on) and takes_reminders(known.everyone[key], on):
            found[key] = with_task(found.get(key, Share()), due, max(on, today))
    return found


def takes_reminders(someone: Someone, on: date) -> bool:
    """Whether someone asked for reminders, and has no letter with everything in it this day."""
    liked = someone.liked
    return liked.reminders and liked.way == "mail" and not has_turn(liked, on)


def is_reminded(by_when: date, on: date) -> bool:
    """Whether this is a day on which someone is reminded of what has this day."""
    days = (working_day(by_when - timedelta(days=before), step=way) for before, way in REMINDED)
    return on in days


def put_reminder(desk: Desk, someone: Someone, share: Share, on: date) -> None:
    """Put the reminder of one day in the outbox, unless it is there."""
    to, about = someone.recipient, f"{REMINDER}:{on}"
    with writing(desk.engine) as db:
        if not outbox.is_there(db, about, to, REMINDER):
            letter = week.remind(share, frame(desk, db, someone, AS_IT_IS, share))
            post(desk, db, to, about, REMINDER, letter, desk.today() + timedelta(days=2))


def note_left(db: sa.Connection, letter: Claimed) -> None:
    """Remember of a letter with everything in it that it left: its news is not told again."""
    kind, _, week = letter.about.partition(":")
    found = rounds.known_by(db, week, letter.recipient) if kind == KIND else {}
    for one, position in found.items():
        preferences.note_knew(db, one, position)
