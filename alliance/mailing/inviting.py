"""Inviting: which organisations are asked what they do in the week with a programme, and when.

It goes along in the mail they get anyhow, and is asked again only after a few weeks.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from alliance import tickets
from alliance.desk import Reading
from alliance.documents.invitations import Invitation
from alliance.documents.week import Share
from alliance.dutch import AMSTERDAM
from alliance.mailing.shares import Known, Someone
from alliance.projections import announced, people, year
from alliance.projections.year import Moment

ACT = "plan_activity"
NEAR = timedelta(weeks=8)
"""So long before its first day organisations are asked, or sooner when the aanjager wants it."""
AGAIN = timedelta(weeks=4)
"""So long it takes before an organisation that did not answer is asked once more."""


def to_invite(known: Known, on: date) -> Iterator[tuple[str, Invitation]]:
    """Who is asked in the mail of a day, and for which organisation."""
    moment = datetime.combine(on - AGAIN, time.max, AMSTERDAM)
    told = tickets.told_since(known.now.db, ACT, moment)
    for recipient, one in invitations(known, on):
        if f"organisation:{one.organisation}" not in told:
            yield recipient, one


def invitations(known: Known, on: date) -> Iterator[tuple[str, Invitation]]:
    """Whoever speaks for an organisation that did not say yet what it does."""
    week = week_to_fill(known.now, on)
    if week is None:
        return
    for organisation in unanswered(known.now, week):
        if to := known.speaks_for(organisation.organisation):
            key, name = organisation.organisation, organisation.name
            yield to, Invitation(key, name, week.title, week.on, week.until)


def week_to_fill(now: Reading, on: date) -> Moment | None:
    """The coming week that organisations are asked about on this day; None when it is far away."""
    coming = [one for one in now.ask(year.programme_weeks) if one.last > on]
    week = min(coming, key=lambda one: one.on, default=None)
    near = week and (week.invited_on or week.on - on <= NEAR)
    return week if near else None


def unanswered(now: Reading, week: Moment) -> list[people.Organisation]:
    """Who takes part or has a contact, has nothing in the week, and did not say no."""
    there = now.ask(announced.for_residents, week.on, week.last)
    known = {one.organisation for one in there if not one.cancelled}
    known |= now.ask(year.who_declined, week.moment)
    reached = now.ask(people.contacts)
    asked = (one for one in now.ask(people.listed) if one.takes_part or one.organisation in reached)
    return [one for one in asked if one.organisation not in known]


def with_invitations(
    known: Known, found: Mapping[str, Share], on: date, wanted: Callable[[Someone], bool]
) -> dict[str, Share]:
    """The shares of a day, with the invitations that go along in them."""
    shares = dict(found)
    for recipient, one in to_invite(known, on):
        if wanted(known.everyone[recipient]):
            before = shares.get(recipient, Share())
            shares[recipient] = replace(before, invited=(*before.invited, one))
    return shares
