"""Signing in with a link by mail, once, and signing out; the only place that knows Flask-Login."""

import re
from contextlib import suppress
from datetime import datetime, timedelta
from uuid import uuid4

from flask import Blueprint, abort, flash, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, login_user, logout_user

from alliance import dutch, members, outbox, preferences
from alliance.database import Unavailable, reading, writing
from alliance.events.base import Refused
from alliance.projections import people
from alliance.web import pages, welcoming
from alliance.web.pages import desk, page, person
from alliance.web.roles import Person, needs
from alliance.web.writing import to_today

bp = Blueprint("signing_in", __name__)
login = LoginManager()
login.anonymous_user = Person
login.session_protection = None  # it would tie a session to an address; phones change theirs
OUR_PAGE = re.compile(r"/(?!/)[^\\\x00-\x20]*")
"""A page of this site; a browser reads a backslash as a slash and drops line ends and tabs."""
UNREADABLE = "Schrijf je hele mailadres, bijvoorbeeld naam@organisatie.nl."
LETTER = """Dag,

Je vroeg om een link om in te loggen bij {site}.

Open deze link en tik op de knop:
{address}

De link werkt één keer, tot {until}. Vroeg je hier niet om? Dan hoef je niets te doen.
"""


def find_person(token: str) -> Person | None:
    """Whose session this is, with the roles of now; None when it was ended or its owner left.

    Raises Unavailable the first time it cannot be asked; the page that says so is nobody's.
    """
    if g.get("phone_book_away"):
        return None
    try:
        return known_person(token)
    except Unavailable:
        g.phone_book_away = True
        raise


def known_person(token: str) -> Person | None:
    """Whose session this is; while the people projection stays behind, only to read."""
    here = desk()
    with here.reading() as now:
        found = members.find_session(now.db, token, here.clock())
        if found is None or now.ask(people.has_left, found.member):
            return None
        name = members.name_of(now.db, found.member) or ""
        grants = now.ask(people.roles_of, found.member)
        organisation = now.ask(people.organisation_of, found.member)
        behind = people.PROJECTION.name in now.behind
    if found.to_note:
        # Noting that someone is still here is no reason to refuse the page.
        with suppress(Unavailable), writing(here.engine) as db:
            members.note_session(db, token, here.clock())
            preferences.note_sign_in(db, found.member)
    return Person(found.member, name, organisation, grants, behind, token)


login.user_loader(find_person)


@bp.route("/inloggen", methods=["GET", "POST"])
@needs("read_start")
def ask() -> ResponseReturnValue:
    """Ask for a link; the answer is the same whether or not the address is known."""
    if request.method == "GET":
        return to_today() if pages.past_day() else draw_ask()
    mail = request.form.get("mail", "").strip()
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", mail):
        return draw_ask(Refused(mail=UNREADABLE)), 422
    send_link(mail)
    return redirect(url_for(".sent"), 303)


def draw_ask(why: Refused | None = None) -> str:
    """The page that asks for a mail address."""
    return page("signing_in/ask.html", "Inloggen", why=why, form=request.form)


def send_link(mail: str) -> None:
    """Put a sign-in letter in the outbox for a known address; 429 when it was asked too often."""
    here, now = desk(), desk().clock()
    secret, sender = here.settings.secret_key, request.remote_addr or ""
    with here.reading() as known:
        member = members.find_by_mail(known.db, mail)
        welcome = member is not None and not known.ask(people.has_left, member)
    with writing(here.engine) as db:
        allowed = members.may_ask(db, mail=mail, sender=sender, secret=secret, now=now)
        if allowed and welcome and sends_mail():
            outbox.put(db, **letter(str(member), members.start_link(db, str(member), now), now))
    if not allowed:
        abort(429)


def letter(member: str, token: str, now: datetime) -> outbox.Contents:
    """The letter with a link that signs this member in."""
    good_until = now + timedelta(minutes=members.LINK_MINUTES)
    link = url_for(".confirm", token=token, next=wanted_page())
    address = desk().settings.site_url + link
    until = dutch.moment(good_until)
    return {
        "about": f"sign-in:{uuid4().hex}",
        "kind": outbox.SIGN_IN,
        "to": f"member:{member}",
        "subject": f"Inloggen bij {pages.SITE_NAME}",
        "body": LETTER.format(site=pages.SITE_NAME, address=address, until=until),
        "good_until": good_until,
        "now": now,
    }


def sends_mail() -> bool:
    """Whether a letter would reach anyone: by a mail server, or in the demo on the site itself."""
    return bool(desk().settings.smtp_url) or desk().settings.demo


@bp.get("/inloggen/verstuurd")
@needs("read_start")
def sent() -> ResponseReturnValue:
    """What to do now; in the demo the letter lies in the site's own outbox."""
    demo = desk().settings.demo
    return page("signing_in/sent.html", "Kijk in je mail", demo=demo, sends=sends_mail())


@bp.route("/inloggen/<token>", methods=["GET", "POST"])
@needs("read_start")
def confirm(token: str) -> ResponseReturnValue:
    """A button that signs in: opening the link, as a mail scanner does, changes nothing."""
    here, now = desk(), desk().clock()
    if pages.past_day():
        return to_today()
    if request.method == "GET":
        with reading(here.engine) as db:
            usable = members.is_usable(db, token, now)
        return draw_confirm(usable)
    with writing(here.engine) as db:
        member = members.redeem_link(db, token, now)
        if member is None:
            return draw_confirm(False)
        members.end_session(db, person().token)
        opened = members.open_session(db, member, now)
        first = not preferences.of(db, f"member:{member}").signs_in
        preferences.note_sign_in(db, member)
    session.clear()
    login_user(Person(member=member, token=opened))
    return redirect(wanted_page() or first_page(opened, first), 303)


def first_page(token: str, first: bool) -> str:
    """Where a session begins: on the start page, and for a newcomer once on the page for them."""
    someone = known_person(token) if first else None
    is_new = someone is not None and welcoming.is_new(someone)
    return url_for("welcoming.show" if is_new else "start.show")


def draw_confirm(usable: bool) -> ResponseReturnValue:
    """The page behind a link: a button, or the way to a new link (410)."""
    title = "Inloggen" if usable else "Deze link werkt niet meer"
    drawn = page("signing_in/confirm.html", title, usable=usable, next=wanted_page())
    return drawn, 200 if usable else 410


@bp.post("/uitloggen")
@needs("keep_account")
def leave() -> ResponseReturnValue:
    """Sign out here."""
    with writing(desk().engine) as db:
        members.end_session(db, person().token)
    return signed_out("Je bent uitgelogd.")


@bp.post("/overal-afmelden")
@needs("keep_account")
def leave_everywhere() -> ResponseReturnValue:
    """Sign out on every phone and computer."""
    with writing(desk().engine) as db:
        members.end_all_sessions(db, person().member)
    return signed_out("Je bent overal uitgelogd, op elke telefoon en computer.")


def signed_out(said: str) -> ResponseReturnValue:
    """The start page of a visitor."""
    logout_user()
    session.clear()
    flash(said)
    return redirect(url_for("start.show"), 303)


def wanted_page() -> str | None:
    """Where someone was going before signing in; only ever a page of this site."""
    wanted = request.args.get("next", "")
    return wanted if OUR_PAGE.fullmatch(wanted) else None
