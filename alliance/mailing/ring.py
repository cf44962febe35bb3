"""The outer ring: who does not take part hears four times a year at most what happened.

A letter leaves in the first six weeks of a quarter and tells of the quarter before. Whoever gets
it is counted nowhere. It keeps the budget of all mail: at most one a month to who never signs in.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from alliance import outbox, preferences, rounds, tickets
from alliance.database import writing
from alliance.desk import Desk
from alliance.documents import ring_letter
from alliance.documents.letters import Letter
from alliance.documents.ring_letter import Told
from alliance.events.days import quarter_after, quarter_of
from alliance.mailing.days import has_turn
from alliance.mailing.shares import Known, Someone
from alliance.preferences import Preference
from alliance.projections import announced, decisions, people, places, relations
from alliance.projections.progress_period import period
from alliance.rounds import AS_IT_IS, Choice

KIND = "buitenring"
ALL = "buitenring"
"""Stands for everyone in the choices about the letter of one quarter."""
OPEN = timedelta(weeks=6)
"""So long after the first day of a quarter its letter may leave."""
APART = timedelta(weeks=8)
"""What lies at least between two of these letters to the same address."""
GOOD_FOR = timedelta(weeks=2)
AHEAD = timedelta(weeks=12)
"""How far ahead an activity is named."""


@dataclass(frozen=True)
class Round:
    """The letter of one quarter: when it may leave, and of which days it tells."""

    first: date

    @property
    def key(self) -> str:
        """The quarter: 2026-Q4."""
        return f"{self.first.year}-Q{(self.first.month + 2) // 3}"

    @property
    def last(self) -> date:
        """The last day on which it may leave."""
        return self.first + OPEN - timedelta(days=1)

    @property
    def since(self) -> date:
        """The first day it tells of."""
        return quarter_of(self.first - timedelta(days=1))

    @property
    def until(self) -> date:
        """The last day it tells of."""
        return self.first - timedelta(days=1)

    def is_open(self, on: date) -> bool:
        """Whether it may leave on this day."""
        return self.first <= on <= self.last


def round_of(on: date) -> Round:
    """The round that is open on a day, or else the next one."""
    now = Round(quarter_of(on))
    return now if on <= now.last else Round(quarter_after(on))


def outer_ring(known: Known) -> list[Someone]:
    """Whom to mail at organisations that do not take part; nobody who takes part elsewhere."""
    stages = {one.organisation: one.stage for one in known.now.ask(relations.standings)}
    taking = [key for key, stage in stages.items() if stage == "doet_mee"]
    outside = [key for key, stage in stages.items() if stage not in ("doet_mee", "gestopt")]
    keys = dict.fromkeys(known.speaks_for(one) for one in outside)
    found = (known.everyone[key] for key in keys if key)
    return [one for one in found if one.liked.way == "mail" and not takes_part(known, one, taking)]


def takes_part(known: Known, someone: Someone, taking: Collection[str]) -> bool:
    """Whether a contact has a role, or stands for an organisation that takes part as well."""
    kind, _, key = someone.recipient.partition(":")
    if kind != "member":
        return False
    spoken = known.now.ask(people.speaks_for, key)
    return bool(known.now.ask(people.roles_of, key)) or bool(
        {someone.organisation, *spoken} & {*taking}
    )


def is_due(liked: Preference, on: date) -> bool:
    """Whether someone hears on this day, who did not in this quarter nor shortly before."""
    heard = liked.heard_on
    if heard and (quarter_of(heard) == quarter_of(on) or on - heard < APART):
        return False
    return round_of(on).is_open(on) and has_turn(liked, on)


def told(known: Known, of: Round) -> Told:
    """What there is to tell in a round, as far as it happened."""
    now, today = known.now, known.now.today
    since, until = of.since, min(of.until, today)
    happened = now.ask(period, since, until)
    coming = now.ask(announced.programme, max(today, of.first), max(today, of.first) + AHEAD)
    return Told(
        since=since,
        until=until,
        kept=happened.kept,
        held=happened.held,
        decided=len(now.ask(decisions.open_between, since, until)),
        coming=[one for one in coming if not one.cancelled],
    )


def chosen_in(known: Known, of: Round) -> Mapping[str, Choice]:
    """What the aanjager chose about the letter of a round, for all and for each."""
    return rounds.choices_of(known.now.db, of.key)


def said_in(known: Known, of: Round) -> str:
    """What the letter of a round says: the words of the aanjager, or else the proposed ones."""
    own = chosen_in(known, of).get(ALL, AS_IT_IS).opening
    found = told(known, of)
    areas = known.now.ask(places.names)
    return own or ("" if found.is_empty else ring_letter.words(found, areas))


def recipients(known: Known, on: date) -> list[Someone]:
    """Who would get the letter on a day, unless the aanjager stopped it."""
    chosen = chosen_in(known, round_of(on))
    if chosen.get(ALL, AS_IT_IS).stopped:
        return []
    kept = (one for one in outer_ring(known) if not chosen.get(one.recipient, AS_IT_IS).stopped)
    return [one for one in kept if is_due(one.liked, on)]


def coming_days(today: date) -> list[date]:
    """The days of the coming week on which these letters may leave."""
    days = (today + timedelta(days=number) for number in range(7))
    return [day for day in days if round_of(day).is_open(day)]


def coming(known: Known) -> int:
    """How many of these letters leave in the coming seven days."""
    days = coming_days(known.now.today)
    found = {one.recipient for day in days for one in recipients(known, day)}
    return len(found) if found and said_in(known, round_of(days[-1])) else 0


def tell(desk: Desk, today: date) -> None:
    """Put the letters of a day in the outbox, after all other mail of that day."""
    if not round_of(today).is_open(today):
        return
    with desk.reading() as now:
        known = Known(now)
        found: Sequence[Someone] = recipients(known, today)
        said = said_in(known, round_of(today)) if found else ""
    for one in found if said else ():
        put(desk, one.recipient, said, today)


def put(desk: Desk, to: str, said: str, today: date) -> None:
    """Put one letter in the outbox, and remember that this address heard."""
    now, about = desk.clock(), f"{KIND}:{round_of(today).key}"
    with writing(desk.engine) as db:
        if outbox.is_there(db, about, to, KIND):
            return
        number = tickets.issue(db, act="keep_account", stream=to, recipient=to, now=now)
        letter = drawn(said, desk.settings.site_url, tickets.address(number, "mail"))
        outbox.put(
            db,
            about=about,
            to=to,
            kind=KIND,
            subject=letter.subject,
            body=letter.body,
            now=now,
            good_until=now + GOOD_FOR,
        )
        preferences.note_mailed(db, to, today)
        preferences.note_heard(db, to, today)


def drawn(said: str, site: str, stop: str) -> Letter:
    """The letter with the address where one chooses to get no more."""
    return ring_letter.draw(said, site=site, prefer=site + stop)
