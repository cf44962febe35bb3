"""What an organisation adds to the programme of a week, by a link, without signing in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import sqlalchemy as sa
from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch, tickets
from alliance.events.activities_rules import activity_now, cancel_activity
from alliance.events.announcements import announced
from alliance.events.base import Event
from alliance.events.contributions import Contribution, change_contribution, contribute_activity
from alliance.events.days import written
from alliance.events.invitations import decline_invitation
from alliance.projections import year
from alliance.projections.announced import Announced, for_residents
from alliance.projections.year import Moment
from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.pages import ask, desk, record, today
from alliance.web.roles import Person, may, needs
from alliance.web.tickets import Dead, holder_of, usable
from alliance.web.week import HEADLINE, JOINING, TEXT, week_near
from alliance.web.writing import (
    WHY,
    Field,
    Form,
    Subject,
    because,
    fill_in,
    new_id,
    subject,
)

bp = Blueprint("ticket_week", __name__, url_prefix=tickets.PLACE)
ACT = "plan_activity"
MOST = 7
"""So many days of a week stand ready to be tapped."""
START = Field("time", "start", "Hoe laat begint het?", optional=True)
PLACE = Field("line", "place", "Waar is het?", "Een gebouw of een adres.")
LEAD = "Wat je hier opschrijft, staat meteen in het programma voor iedereen. Inloggen hoeft niet."


@dataclass(frozen=True)
class WeekForm(Form):
    """The form of an organisation, with what stands in the week of it already."""

    mine: Sequence[Announced] = ()
    there: Mapping[str, Any] = field(default_factory=dict)
    asks_no: bool = False  # whether it can say that it does nothing
    programme: str = ""

    def of(self, answer: str, one: Announced | None = None) -> str:
        """The address of an answer, about one activity or about the week."""
        more: dict[str, Any] = {"activity": one.activity} if one else {}
        return url_for(f"ticket_week.{answer}", **self.there, **more)


@dataclass(frozen=True)
class Week:
    """The week that a link is about, and for which organisation."""

    token: str
    ticket: tickets.Ticket
    holder: Person
    organisation: str
    moment: Moment

    @property
    def days(self) -> list[date]:
        """Every day of it that has not been."""
        first = max(self.moment.on, today())
        return [first + timedelta(days=one) for one in range((self.moment.last - first).days + 1)]

    @property
    def there(self) -> dict[str, Any]:
        """What every address of these pages says."""
        asked = request.args.get("organisatie")
        return {"token": self.token} | ({"organisatie": asked} if asked else {})

    @cached_property
    def mine(self) -> list[Announced]:
        """What the organisation has in these days, in order."""
        every = ask(for_residents, self.moment.on, self.moment.last)
        return [one for one in every if one.organisation == self.organisation]

    def fields(self) -> tuple[Field, ...]:
        """What, when and where; more only for who wants to say it."""
        days = [(written(day), dutch.weekday(day)) for day in self.days]
        few = len(days) <= MOST
        on = Field("choice" if few else "date", "on", "Op welke dag?", options=days if few else ())
        return (HEADLINE, on, START, PLACE, TEXT, JOINING)

    def record(
        self, events: Event | Sequence[Event], said: str, seen: dict[str, int] | None = None
    ) -> ResponseReturnValue:
        """Write down what the organisation said, in its own name, and show its page again."""
        by = self.holder.member or self.ticket.recipient
        then, now = url_for(".show", **self.there), desk().clock()

        def check(db: sa.Connection) -> None:
            tickets.check(db, self.ticket, now)

        return record(events, then=then, said=said, by=by, also=check, seen=seen)


@bp.route("/<token>/weekprogramma", methods=["GET", "POST"])
@needs("read_public")
def show(token: str) -> ResponseReturnValue:
    """What the organisation has in the week, and the form to add something."""
    week = opened_week(token)
    said_no = week.organisation in ask(year.who_declined, week.moment.moment)
    form = WeekForm(
        f"{week.moment.title}: {names.name_of('organisation', week.organisation)}",
        "In het programma zetten",
        week.fields(),
        lead=f"{dutch.capital(dutch.span(week.moment.on, week.moment.until))}. {LEAD}",
        template="ticket_week/show.html",
        mine=week.mine,
        there=week.there,
        asks_no=not (week.mine or said_no),
        programme=url_for("week.show", moment=week.moment.moment),
    )

    def write(typed: Typed) -> ResponseReturnValue:
        made = typed.decide(
            contribute_activity,
            activity=new_id(),
            organisation=week.organisation,
            days=week.days,
            today=today(),
            **typed_in(typed),
        )
        return week.record(made, "Het staat in het programma. Dank je wel.")

    return fill_in(form, write)


@bp.route("/<token>/weekprogramma/<activity>", methods=["GET", "POST"])
@needs("read_public")
def change(token: str, activity: str) -> ResponseReturnValue:
    """Something else about what the organisation does."""
    week, it = opened_mine(token, activity)
    now, said = activity_now(it.events), announced(it.events)
    form = Form("Verander", "Verandering vastleggen", week.fields(), lead=LEAD)
    form = form.below([], now.title, url_for(".show", **week.there))

    def write(typed: Typed) -> ResponseReturnValue:
        made = typed.decide(
            change_contribution, it.events, days=week.days, today=today(), **typed_in(typed)
        )
        return week.record(made, "De verandering staat erin.", seen=typed.seen(it.stream))

    start = {
        "headline": said.headline if said else now.title,
        "on": written(now.on),
        "start": f"{now.start:%H.%M}" if now.start else "",
        "place": now.place or "",
        "text": said and said.text,
        "joining": said and said.joining,
    }
    return fill_in(form, write, start, it)


@bp.route("/<token>/weekprogramma/<activity>/gaat-niet-door", methods=["GET", "POST"])
@needs("read_public")
def cancel(token: str, activity: str) -> ResponseReturnValue:
    """It does not go through; everyone reads that in the programme."""
    week, it = opened_mine(token, activity)
    lead = "In het programma staat dan dat het niet doorgaat. De reden lezen alleen jullie, jullie"
    lead += " groep en de aanjager."
    form = Form("Gaat niet door", "Vastleggen dat het niet doorgaat", (WHY,), lead=lead)
    form = form.below([], activity_now(it.events).title, url_for(".show", **week.there))

    def write(typed: Typed) -> ResponseReturnValue:
        made = because(cancel_activity)(typed, it.events)
        return week.record(made, "Dank je dat je het zegt.", seen=typed.seen(it.stream))

    return fill_in(form, write, it=it)


@bp.route("/<token>/weekprogramma/dit-jaar-niet", methods=["GET", "POST"])
@needs("read_public")
def decline(token: str) -> ResponseReturnValue:
    """The organisation does nothing this time: one tap."""
    week = opened_week(token)
    it = subject("moment", week.moment.moment)
    form = Form("Wij doen dit keer niets", "Ja, wij doen dit keer niets", ())
    form = form.below([], week.moment.title, url_for(".show", **week.there))

    def write(typed: Typed) -> ResponseReturnValue:
        no = {"organisation": week.organisation, "today": today()}
        made = typed.decide(decline_invitation, it.events, **no)  # type: ignore[arg-type]
        return week.record(made, "Dank je dat je het zegt. We vragen het dit keer niet meer.")

    return fill_in(form, write)


def opened_week(token: str) -> Week:
    """The week that a link is about; raises Dead when it cannot be used any more."""
    found = usable(token)
    holder = holder_of(found, token)
    kind, key = found.subject
    if (found.act, kind) == (ACT, "organisation"):
        organisation = key
    elif (found.act, found.stream) == ("answer_action", found.recipient):
        asked = request.args.get("organisatie", "")
        organisation = asked if asked in holder.organisations else ""
    else:
        raise Dead("unknown", token)
    if not organisation or not may(holder, ACT, organisation=organisation):
        raise Dead("passed_on", token)
    week = week_near()
    if week is None or week.last < today():
        raise Dead("ended", token)
    return Week(token, found, holder, organisation, week)


def opened_mine(token: str, activity: str) -> tuple[Week, Subject]:
    """One activity of the organisation in the week; raises Dead when it is not theirs to change."""
    week = opened_week(token)
    it = subject("activity", activity)
    mine = next((one for one in week.mine if one.activity == activity), None)
    if mine is None or mine.left_out or mine.cancelled:
        raise Dead("ended" if mine else "passed_on", token)
    return week, it


def typed_in(typed: Typed) -> Contribution:
    """What the organisation typed."""
    return {
        "headline": typed.text("headline"),
        "on": typed.date("on"),
        "start": typed.time("start"),
        "place": typed.text("place"),
        "text": typed.optional("text"),
        "joining": typed.optional("joining"),
    }
