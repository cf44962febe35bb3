"""Pages on which members plan activities and say what became of them."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from alliance.events.activities_rules import (
    ActivityContext,
    activity_now,
    cancel_activity,
    correct_activity,
    link_activity,
    move_activity,
    plan_activity,
    withdraw_activity,
)
from alliance.events.announcements import announced
from alliance.events.base import Event
from alliance.projections import activities, offers, outcomes
from alliance.projections.activities import ActivityRow, Filter
from alliance.projections.paging import Page
from alliance.web import days, names, neighbourhoods
from alliance.web.filtering import picked
from alliance.web.forms import Typed
from alliance.web.links import back_to, link_fields, links_now, links_typed
from alliance.web.pages import ask, number_of_page, page, person, record, today
from alliance.web.roles import needs
from alliance.web.sight import sees
from alliance.web.writing import (
    WHY,
    WHY_OR_NOT,
    Decide,
    Field,
    Form,
    Subject,
    add_to,
    allow,
    because,
    fill_in,
    new_id,
    subject,
    where_from,
)

bp = Blueprint("activities", __name__, url_prefix="/activiteiten")
LIST = "Activiteiten"
QUESTIONS = {
    "geweest": activities.past,
    "bericht": activities.unheard,
    "telling": activities.not_counted,
}
LISTS = {
    "geweest": "wat geweest is",
    "bericht": "nog geen bericht",
    "telling": "geweest, niet geteld",
}
AUDIENCES = {"inwoners": "inwoners", "professionals": "professionals en vrijwilligers"}
FOR_OTHERS = "Het is een training of sessie voor professionals en vrijwilligers"
WHAT = Field("line", "title", "Wat is er te doen?", free=True)
TIME = "Dag-maand-jaar, met de tijd erachter als je die weet: 27-11-2026 14.00."
WHEN = Field("line", "on", "Wanneer?", TIME)
WHERE = Field("line", "place", "Waar is het?", "Een gebouw of een adres.")


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """What is coming or has been, fifty on a page, filtered by what stands in the address."""
    asked, places = request.args, neighbourhoods.everywhere()
    wanted = Filter(
        audience=asked.get("voor") if asked.get("voor") in AUDIENCES else None,  # type: ignore[arg-type]
        organisation=picked("organisatie", names.of("organisation")),
        group=picked("groep", names.of("group")),
        offer=asked.get("aanbod") or None,
        theme=asked.get("thema") or None,
        result=asked.get("resultaat") or None,
        areas=neighbourhoods.near(picked("waar", places)),
    )
    question = QUESTIONS.get(asked.get("lijst", ""), activities.coming)
    found: Page[ActivityRow] = ask(question, wanted, today(), number_of_page())
    options: dict[str, Any] = {
        "lists": [*LISTS.items()],
        "audiences": [*AUDIENCES.items()],
        "areas": [*places.items()],
        "asks_past": question is not activities.coming,
    }
    return page("activities/index.html", LIST, found=found, names_whose=names_whose, **options)


@bp.route("/nieuw", methods=["GET", "POST"])
@needs("plan_activity")
def new() -> ResponseReturnValue:
    """Plan something for residents, or a session for professionals and volunteers."""
    around: dict[str, Any] = {"organisation": person().organisation}
    around |= where_from(ActivityContext.__annotations__)
    if "group" in around:
        allow("plan_activity", group=around["group"])
    elif around["organisation"] != person().organisation:
        allow("plan_activity", organisation=around["organisation"])
    inside = request.args.get("voor") == "professionals"
    around["audience"] = "professionals" if inside else "inwoners"
    title = (
        "Plan een sessie voor professionals en vrijwilligers" if inside else "Plan een activiteit"
    )
    form = Form(title, "Activiteit vastleggen", (WHAT, WHEN, WHERE), here())
    if not inside:
        form = form.aside("Voor wie?", [(url_for(".new", voor="professionals"), FOR_OTHERS)])

    def write(typed: Typed) -> ResponseReturnValue:
        activity, (on, start) = new_id(), typed.day_and_time("on")
        said = {"title": typed.text("title"), "place": typed.text("place"), "on": on}
        known: dict[str, Any] = around | said | {"start": start, "today": today()}
        event = typed.decide(plan_activity, activity=activity, **known)
        then = url_for(".show", activity=activity)
        return record(event, then=then, said="De activiteit staat erin.")

    return fill_in(form, write, begin_with(around.get("offer")))


@bp.get("/<activity>")
@needs("read_inside")
def show(activity: str) -> ResponseReturnValue:
    """One activity: when and where, what it brought, and every earlier wording."""
    it = subject("activity", activity)
    found = ask(activities.one, activity, today())
    assert found is not None  # it has a history
    brought = ask(outcomes.page, outcomes.Filter(activity=activity)).rows
    learned = ask(outcomes.learned, activity=activity).rows
    context: dict[str, Any] = {"brought": brought, "learned": learned, "named": names_whose(found)}
    context |= {"audience": AUDIENCES[found.audience], "today": today()}
    context["in_programme"] = announced(it.events) is not None
    return page("activities/show.html", found.title, here(), found=found, it=it, **context)


@bp.route("/<activity>/andere-dag", methods=["GET", "POST"])
@needs("answer_activity")
def move(activity: str) -> ResponseReturnValue:
    """Another day, and why."""
    near = days.later(activity_now(subject("activity", activity).events).on)
    when = Field("date", "on", "Welke dag wordt het?", options=near)
    form = Form("Andere dag", "Nieuwe dag vastleggen", (when, WHY_OR_NOT))

    def decide(typed: Typed, past: list[Event]) -> Event:
        day, reason = typed.date("on"), typed.text("reason")
        return typed.decide(move_activity, past, on=day, reason=reason, today=today())

    return answer(activity, "answer_activity", form, decide, "De nieuwe dag staat erin.")


@bp.route("/<activity>/gaat-niet-door", methods=["GET", "POST"])
@needs("answer_activity")
def cancel(activity: str) -> ResponseReturnValue:
    """It will not be held, or was not, and why."""
    form = Form("Gaat niet door", "Vastleggen dat het niet doorgaat", (WHY,))
    said = "Het staat erin. Dank je dat je het zegt."
    return answer(activity, "answer_activity", form, because(cancel_activity), said)


@bp.route("/<activity>/verbeteren", methods=["GET", "POST"])
@needs("correct")
def correct(activity: str) -> ResponseReturnValue:
    """Set right what was written down; the earlier wording stays readable."""
    now = activity_now(subject("activity", activity).events)
    form = Form("Activiteit verbeteren", "Verbetering vastleggen", (WHAT, WHEN, WHERE))

    def decide(typed: Typed, past: list[Event]) -> Event:
        on, start = typed.day_and_time("on")
        changes: dict[str, Any] = {"title": typed.text("title"), "place": typed.text("place")}
        changes |= {"on": on, "start": start}
        return typed.decide(correct_activity, past, today=today(), **changes)

    on = f"{now.on:%d-%m-%Y}" + (f" {now.start:%H.%M}" if now.start else "")
    start = {"title": now.title, "on": on, "place": now.place or ""}
    return answer(activity, "correct", form, decide, "De verbetering staat erin.", start)


@bp.route("/<activity>/terugnemen", methods=["GET", "POST"])
@needs("correct")
def withdraw(activity: str) -> ResponseReturnValue:
    """Take back what should not have been written down; it stays readable on the timeline."""
    form = Form("Activiteit terugnemen", "Activiteit terugnemen", (WHY,))
    return answer(
        activity, "correct", form, because(withdraw_activity), "De activiteit is teruggenomen."
    )


@bp.route("/<activity>/koppelen", methods=["GET", "POST"])
@needs("link")
def link(activity: str) -> ResponseReturnValue:
    """Say which result, theme, persona and wijk an activity works towards."""
    now = activity_now(subject("activity", activity).events)
    form = Form("Activiteit koppelen", "Koppeling vastleggen", link_fields())

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(link_activity, past, **links_typed(typed))

    return answer(activity, "link", form, decide, "De koppeling staat erin.", links_now(now))


def answer(
    activity: str,
    act: str,
    form: Form,
    decide: Decide,
    said: str,
    start: Mapping[str, Any] | None = None,
) -> ResponseReturnValue:
    """A form that adds to one activity, for who may do this act with it."""
    it: Subject = subject("activity", activity)
    now = activity_now(it.events)
    ours = {"group": now.group, "organisation": now.organisation}
    allow(act, author=it.author, **(ours if act == "answer_activity" else {}))
    back = url_for(".show", activity=activity)
    form = form.below(here(), now.title, back)
    return add_to(it, form, decide, back_to(back), said, start)


def begin_with(offer: str | None) -> dict[str, str]:
    """What the form begins with when it is opened from an offer."""
    known = ask(offers.one, offer, today()) if offer else None
    return {"title": known.name, "place": known.place or ""} if known else {}


def names_whose(one: ActivityRow) -> bool:
    """Whether its organisation is named to the reader: not when it was left open or called off."""
    missed = one.unknown or (one.status == "gaat_niet_door" and one.on < today())
    return not missed or sees(author=one.author, group=one.group, organisation=one.organisation)


def here() -> list[tuple[str, str]]:
    """The way from home to the list of activities."""
    return [(url_for("start.show"), "Start"), (url_for(".index"), LIST)]
