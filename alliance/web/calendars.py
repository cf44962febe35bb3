"""Calendars to take along: one meeting or activity as a file, and addresses to subscribe to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from flask import Blueprint, Response, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from alliance import members, preferences
from alliance.config import SITE_NAME
from alliance.database import writing
from alliance.documents.calendar import Moment, calendar
from alliance.mailing import moments
from alliance.projections import activities_calendar, meetings, meetings_calendar, people
from alliance.projections.activities_calendar import Outing
from alliance.projections.announced import programme
from alliance.projections.meetings import Meeting
from alliance.signatures import is_signed, signature
from alliance.web.names import name_of
from alliance.web.pages import ask, desk, page, past_day, person, reading, today
from alliance.web.roles import needs
from alliance.web.writing import to_today

bp = Blueprint("calendars", __name__)
KEPT = timedelta(days=180)
"""How long ago a calendar begins."""
MINE, PUBLIC = "Jouw bijeenkomsten en activiteiten", "Wat er te doen is"


@bp.get("/bijeenkomsten/<meeting>.ics")
@needs("read_inside")
def one_meeting(meeting: str) -> ResponseReturnValue:
    """One meeting, to open in a calendar."""
    found = ask(meetings.one, meeting)
    if found is None or found.status == "teruggenomen":
        abort(404)
    return as_file(held([found]), found.group_name, "bijeenkomst")


@bp.get("/activiteiten/<activity>.ics")
@needs("read_inside")
def one_activity(activity: str) -> ResponseReturnValue:
    """One activity, to open in a calendar."""
    found = ask(activities_calendar.one, activity)
    if found is None or found.status == "teruggenomen":
        abort(404)
    return as_file(outings([found]), found.title, "activiteit")


@bp.get("/agenda/openbaar.ics")
@needs("read_public")
def public() -> ResponseReturnValue:
    """Every activity that is shown to everyone, in the words that were written for everyone."""
    told = {one.activity: one.headline for one in ask(programme, first_day(), date.max)}
    every = ask(activities_calendar.since, first_day(), for_residents=True)
    found = [replace(one, title=told[one.activity] or "") for one in every if one.activity in told]
    return as_feed(outings(found, inside=False), f"{PUBLIC}: {SITE_NAME}")


@bp.get("/agenda/<feed>.ics")
@needs("read_public")
def of_member(feed: str) -> ResponseReturnValue:
    """Everything in the calendar of whoever has this address."""
    member, groups = owner_of(feed)
    ours = ask(people.organisation_of, member)
    meets = ask(meetings_calendar.since, first_day(), groups)
    plans = ask(activities_calendar.since, first_day(), groups=groups, organisation=ours)
    return as_feed([*held(meets), *outings(plans)], SITE_NAME)


@bp.get("/agenda/<feed>/<group>.ics")
@needs("read_public")
def of_group(feed: str, group: str) -> ResponseReturnValue:
    """The meetings of one group, for a member of it."""
    _, groups = owner_of(feed)
    if group not in groups:
        abort(404)
    meets = ask(meetings_calendar.since, first_day(), [group])
    return as_feed(held(meets), name_of("group", group))


@bp.get("/mijn-gegevens/agenda")
@needs("keep_account")
def show() -> ResponseReturnValue:
    """The addresses to subscribe to, and how."""
    if past_day():
        return to_today()
    site, feed = desk().settings.site_url, feed_of(person().member)
    mine = [(MINE, site + url_for(".of_member", feed=feed))]
    each = [
        (name_of("group", group), site + url_for(".of_group", feed=feed, group=group))
        for group in sorted(person().groups)
    ]
    crumbs = [(url_for("start.show"), "Start"), (url_for("account.show"), "Jouw gegevens")]
    open_to_all = (PUBLIC, site + url_for(".public"))
    return page(
        "calendars/show.html",
        "Zet alles in je eigen agenda",
        crumbs,
        feeds=[*mine, *each, open_to_all],
    )


@bp.post("/mijn-gegevens/agenda/vernieuwen")
@needs("keep_account")
def renew() -> ResponseReturnValue:
    """End the addresses that were given out, and give new ones."""
    with writing(desk().engine) as db:
        preferences.renew_feed(db, person().member)
    flash("Je agenda heeft een nieuw adres. Het oude werkt niet meer.")
    return redirect(url_for(".show"), 303)


def feed_of(member: str) -> str:
    """The secret part of the addresses of a member's calendars."""
    times = preferences.of(reading().db, f"member:{member}").feed
    return f"{member}.{signature(f'feed:{member}:{times}', desk().settings.secret_key)}"


def owner_of(feed: str) -> tuple[str, set[str]]:
    """Whose calendar this is, and the groups of now; 404 when it is nobody's any more."""
    member = feed.partition(".")[0]
    left = members.name_of(reading().db, member) is None or ask(people.has_left, member)
    if left or not is_signed(feed, feed_of(member)):
        abort(404)
    return member, {one.group for one in ask(people.roles_of, member) if one.group}


def first_day() -> date:
    """The day on which every calendar begins."""
    return today() - KEPT


def as_feed(found: Sequence[Moment], name: str) -> Response:
    """A calendar to subscribe to."""
    return Response(calendar(name, found), mimetype="text/calendar")


def as_file(found: Sequence[Moment], name: str, file: str) -> Response:
    """One thing as a file that opens in a calendar."""
    response = Response(calendar(name, found), mimetype="text/calendar")
    response.headers["Content-Disposition"] = f'attachment; filename="{file}.ics"'
    return response


def held(found: Sequence[Meeting]) -> list[Moment]:
    """Meetings as a calendar takes them."""
    return moments.of_meetings(reading(), desk().settings.site_url, found)


def outings(found: Sequence[Outing], *, inside: bool = True) -> list[Moment]:
    """Activities as a calendar takes them."""
    return moments.of_activities(reading(), desk().settings.site_url, found, inside=inside)
