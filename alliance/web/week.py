"""The programme of a week for everyone: one public page, one poster, one text for the paper."""

from itertools import groupby

from flask import Blueprint, Response, abort, url_for
from flask.typing import ResponseReturnValue

from alliance import journal
from alliance.documents.week_programme import paper_text, where
from alliance.events.activities_rules import activity_now
from alliance.events.announcements import announce_activity, announced, withdraw_announcement
from alliance.events.base import Event
from alliance.projections import announced as programme
from alliance.projections import year
from alliance.projections.year import Moment
from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.frame import EXAMPLE
from alliance.web.pages import Crumbs, ask, page, person, reading, today
from alliance.web.roles import needs
from alliance.web.writing import Field, Form, Subject, add_to, allow, subject

bp = Blueprint("week", __name__)
LIST = "Weekprogramma"
ACT = "answer_activity"
HEADLINE = Field(
    "line", "headline", "Wat is er te doen?", "Voor wie komt, in gewone woorden.", free=True
)
TEXT = Field(
    "text", "text", "Wil je er iets bij zeggen?", "Twee zinnen is genoeg.", True, free=True
)
JOINING = Field("line", "joining", "Hoe doe je mee?", "Een algemeen nummer of mailadres.", True)
LEAD = "Iedereen kan dit lezen, ook zonder in te loggen."


@bp.get("/weekprogramma")
@needs("read_public")
def index() -> ResponseReturnValue:
    """The programme of the week that is now or comes next, or else of the last one."""
    found = week_near()
    return draw(found) if found else page("week/none.html", LIST)


@bp.get("/weekprogramma/<moment>")
@needs("read_public")
def show(moment: str) -> ResponseReturnValue:
    """The programme of one week, day by day."""
    return draw(known(moment))


@bp.get("/weekprogramma/<moment>/krant.txt")
@needs("read_public")
def paper(moment: str) -> ResponseReturnValue:
    """The same programme as plain text, to send to the local paper."""
    found = known(moment)
    text = paper_text(
        found.title,
        found.on,
        found.until,
        ask(programme.programme, found.on, found.last),
        organisations=names.of("organisation"),
        areas=names.of("area"),
        example=journal.version(reading().db, EXAMPLE) > 0,
    )
    answer = Response(text, mimetype="text/plain; charset=utf-8")
    answer.headers.set("Content-Disposition", "attachment", filename="programma.txt")
    return answer


@bp.route("/activiteiten/<activity>/weekprogramma", methods=["GET", "POST"])
@needs(ACT)
def announce(activity: str) -> ResponseReturnValue:
    """Show an activity to everyone, in words meant for who comes."""
    it = allowed(activity)
    now, said = activity_now(it.events), announced(it.events)
    form = Form(
        "In het weekprogramma", "In het programma zetten", (HEADLINE, TEXT, JOINING), lead=LEAD
    )

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(
            announce_activity,
            past,
            headline=typed.text("headline"),
            text=typed.optional("text"),
            joining=typed.optional("joining"),
            ours=now.organisation in person().organisations,
        )

    start = {
        "headline": said.headline if said else now.title,
        "text": said.text if said else "",
        "joining": said.joining if said else "",
    }
    back = url_for("activities.show", activity=activity)
    form = form.below(activities_list(), now.title, back)
    return add_to(it, form, decide, back, "De activiteit staat in het programma.", start)


@bp.route("/activiteiten/<activity>/weekprogramma/weghalen", methods=["GET", "POST"])
@needs(ACT)
def withdraw(activity: str) -> ResponseReturnValue:
    """Show an activity to everyone no more."""
    it = allowed(activity)
    now, back = activity_now(it.events), url_for("activities.show", activity=activity)
    lead = "De activiteit zelf blijft staan."
    form = Form("Uit het weekprogramma", "Uit het programma halen", (), lead=lead)
    form = form.below(activities_list(), now.title, back)

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(withdraw_announcement, past)

    return add_to(it, form, decide, back, "De activiteit staat niet meer in het programma.")


def week_near() -> Moment | None:
    """The week with a programme that is now or comes next, or else the last one."""
    every = ask(year.programme_weeks)
    coming = [one for one in every if one.last >= today()]
    return min(coming, key=lambda one: one.on) if coming else next(iter(every), None)


def draw(found: Moment) -> str:
    """The public page of a programme."""
    shown = ask(programme.programme, found.on, found.last)
    days = [(day, [*those]) for day, those in groupby(shown, key=lambda one: one.on)]
    areas = names.of("area")
    places = {one.activity: where(one, areas) for one in shown}
    return page("week/show.html", found.title, found=found, days=days, places=places)


def known(moment: str) -> Moment:
    """A week that has a programme for everyone; 404 when there is none."""
    found = ask(year.moment, moment)
    occasion = ask(year.occasion, found.occasion) if found and found.occasion else None
    if found is None or found.dropped or occasion is None or not occasion.programme:
        abort(404)
    return found


def allowed(activity: str) -> Subject:
    """An activity that this person may answer for; 403 when not."""
    it = subject("activity", activity)
    now = activity_now(it.events)
    allow(ACT, author=it.author, group=now.group, organisation=now.organisation)
    return it


def activities_list() -> Crumbs:
    """The way from home to the list of activities."""
    return [(url_for("start.show"), "Start"), (url_for("activities.index"), "Activiteiten")]
