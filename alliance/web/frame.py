"""What stands around every page: menu, banners, who is signed in and whom to ask."""

from typing import Any

import sqlalchemy as sa
from flask import Flask, g, request, url_for
from sqlalchemy.exc import SQLAlchemyError

from alliance import dutch, journal, members
from alliance.database import Unavailable
from alliance.desk import Reading
from alliance.projections import people
from alliance.web import (
    forms,
    names,
    news,
    pages,
    picking,
    pillars,
    sight,
    since,
    subjects,
    veiling,
    welcoming,
)
from alliance.web.counts import count_words
from alliance.web.facts import facts_of, title_of
from alliance.web.links import linked_words
from alliance.web.roles import has_any, may, roles_in_words

MENU = (
    ("start.show", "Start", None),
    ("coverage.matrix", "Wie mist wat?", "read_inside"),
    ("actions.index", "Afspraken", "read_inside"),
    ("meetings.index", "Bijeenkomsten", "read_inside"),
    ("progress.index", "Voortgang", "read_inside"),
    ("offers.index", "Aanbod", "read_inside"),
    ("activities.index", "Activiteiten", "read_inside"),
    ("people.index", "Alliantie", "read_inside"),
    ("timeline.index", "Tijdlijn", "read_inside"),
)
BELOW = {
    "admitting": "people",
    "advice": "meetings",
    "agenda": "meetings",
    "answers": "actions",
    "asking": "actions",
    "attendance": "meetings",
    "call_list": "people",
    "checks": "meetings",
    "coding": "offers",
    "confirming": "offers",
    "decisions": "meetings",
    "gathering": "meetings",
    "guests": "meetings",
    "hours": "progress",
    "lessons": "activities",
    "lists": "people",
    "managing": "people",
    "noting": "actions",
    "minutes": "meetings",
    "offers_round": "offers",
    "open_questions": "actions",
    "news": "meetings",
    "playbooks": "actions",
    "organising": "people",
    "moments": "meetings",
    "opinions": "meetings",
    "outcomes": "activities",
    "patterns": "coverage",
    "personas": "coverage",
    "relations": "people",
    "reviewing": "actions",
    "step_sets": "meetings",
    "succession": "people",
    "successors": "actions",
    "tips": "offers",
    "pillars": "progress",
    "preparing": "meetings",
    "profiles": "people",
    "programme": "progress",
    "sending": "meetings",
    "series": "meetings",
    "since": "meetings",
    "standing": "progress",
    "upload_rows": "people",
    "uploads": "people",
    "week": "activities",
    "wijk_choices": "actions",
    "wijken": "coverage",
    "year": "meetings",
}
"""Pages that have no place of their own in the menu, and below which they stand."""
ACTS = (
    ("actions.new", "Een afspraak", "agree_action"),
    ("asking.new", "Een vraag aan iemand", "ask_action"),
    ("activities.new", "Een activiteit", "plan_activity"),
    ("outcomes.new", "Wat het bracht", "record_outcome"),
    ("offers.new", "Een aanbod", "register_offer"),
    ("meetings.new", "Een bijeenkomst", "plan_meeting"),
)
EXAMPLE = "example:capelle"


def draw(app: Flask) -> None:
    """Give every template of this site its frame."""
    app.context_processor(around)
    app.url_defaults(stay_on_day)
    app.jinja_env.globals.update(
        fresh_key=forms.fresh_key,
        facts_of=facts_of,
        title_of=title_of,
        count_words=count_words,
        name_of=names.name_of,
        linked_words=linked_words,
        pillar_of=pillars.pillar_of,
        finds=picking.finds,
        exact=picking.exact,
        names_of=lambda kind: [*names.of(kind).items()],
        who_is=names.who_is,
        who_wrote=names.who_wrote,
        sees_entry=sight.sees_entry,
        may_here=may_here,
        since_last=since.since_last,
        to_tell=news.to_tell,
        is_new_here=welcoming.is_new_here,
        page_address=pages.page_address,
        versions_of=pages.versions_of,
    )


def stay_on_day(endpoint: str, values: dict[str, Any]) -> None:
    """A link on a page of an earlier day leads to that same day."""
    if "reading" in g and g.reading.is_past and endpoint != "static":
        values.setdefault("op", request.args.get("op"))


def around() -> dict[str, Any]:
    """The variables that layout.html asks for; an unreachable database leaves out what it holds."""
    veiling.put_on()
    try:
        known = moment_shown()
    except (Unavailable, SQLAlchemyError):
        known = {}
    someone = pages.person()
    return {
        "site_name": pages.SITE_NAME,
        "links": links(),
        "member": someone if someone.is_authenticated else None,
        "reading_as": roles_in_words(someone),
        "sign_out_key": forms.fresh_key(),
        "menu": menu(),
        "about_a_person": about_a_person(),
        "acts": [(url_for(to), label) for to, label, act in ACTS if has_any(someone, act)],
        **known,
    }


def about_a_person() -> str | None:
    """The address where a text about a person on this page can be hidden: today, for everyone."""
    stream = subjects.stream_here()
    if stream is None or not has_any(pages.person(), "hide_text"):
        return None
    return url_for("hiding.choose", stream=stream, op=None)


def may_here(act: str, **whose: str | None) -> bool:
    """Whether who is looking may do this with what is `whose`, or with anything at all."""
    someone = pages.person()
    return may(someone, act, **whose) if whose else has_any(someone, act)


def moment_shown() -> dict[str, Any]:
    """Whether this page shows an earlier day, examples, or figures that stay behind."""
    reading = pages.reading()
    return {
        "past": dutch.weekday(reading.today) if reading.is_past else None,
        "is_past": reading.is_past,
        "today_url": url_for(
            request.endpoint or "start.show", **(request.view_args or {}), op=None
        ),
        "example": journal.version(reading.db, EXAMPLE) > 0,
        "behind": behind_since(reading),
        "keeper": keeper(reading.db),
    }


def keeper(db: sa.Connection) -> dict[str, str | None] | None:
    """Whom to ask today: the aanjager, for who signed in by name; None while there is no aanjager.

    Phone and mailbox are those of the organisation, never of a person.
    """
    found = people.holders(db, "aanjager")
    at = people.organisation_of(db, found[0]) if found else None
    theirs = people.organisation(db, at) if at else None
    named = pages.person().is_authenticated and found
    who = members.name_of(db, found[0]) if named else None
    name = f"{who}, de aanjager" if who else theirs and f"de aanjager, bij {theirs.name}"
    reached = {"phone": theirs.phone, "mail": theirs.mailbox} if theirs else {}
    return {"name": name, **reached} if name else None


def behind_since(reading: Reading) -> str | None:
    """The moment that the figures of a page are of, when a projection stays behind."""
    if not reading.behind:
        return None
    seen = journal.page(reading.db, before=min(reading.behind.values()) + 1, limit=1)
    return dutch.moment(seen[0].at) if seen else "voor het eerste begin"


def menu() -> list[tuple[str, str, bool]]:
    """The main menu for who is looking: address, label, and whether it is this page."""
    someone = pages.person()
    blueprint = (request.endpoint or "").split(".")[0]
    here = BELOW.get(blueprint, blueprint)
    return [
        (url_for(to), label, to.split(".")[0] == here)
        for to, label, act in MENU
        if act is None or has_any(someone, act)
    ]


def links() -> dict[str, str]:
    """The addresses that stand on every page."""
    return {
        "home": url_for("start.show"),
        "sign_in": url_for("signing_in.ask"),
        "sign_out": url_for("signing_in.leave"),
        "account": url_for("account.show"),
        "routes": url_for("routes.index"),
        "accessibility": url_for("about.accessibility"),
        "privacy": url_for("about.privacy"),
        "welcome": url_for("welcoming.show") if may_here(welcoming.ACT) else "",
        "status": url_for("about.status"),
    }
