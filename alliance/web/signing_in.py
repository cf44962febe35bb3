"""Signing in with a link by mail, once, and signing out; the only place that knows Flask-Login."""

from urllib.parse import urlsplit

from flask import Blueprint, abort, flash, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, login_user, logout_user

from alliance import members, outbox
from alliance.database import reading, writing
from alliance.events.base import Refused
from alliance.projections import people
from alliance.web.forms import Typed
from alliance.web.pages import desk, page, person
from alliance.web.roles import Person, needs
from alliance.web.writing import Field, Form, fill_in

bp = Blueprint("signing_in", __name__)
login = LoginManager()
login.anonymous_user = Person
MAIL = Field("line", "mail", "Je mailadres", help="Het adres dat de aanjager van je kent.")
ASK = Form(
    "Inloggen",
    "Stuur mij een link",
    (MAIL,),
    lead="Je hebt geen wachtwoord nodig. We sturen je een link; die werkt één keer, 15 minuten.",
)


@login.user_loader
def load(token: str) -> Person | None:
    """Whose session this is, with the roles of now; None when the session was ended."""
    here = desk()
    with reading(here.engine) as db:
        found = members.find_session(db, token, here.clock())
        if found is None:
            return None
        name = members.name_of(db, found.member) or ""
        grants = people.roles_of(db, found.member)
        organisation = people.organisation_of(db, found.member)
    if found.to_note:
        with writing(here.engine) as db:
            members.note_session(db, token, here.clock())
    behind = "people" in here.behind()
    return Person(found.member, name, organisation, grants, behind, token)


@bp.route("/inloggen", methods=["GET", "POST"])
@needs("read_start")
def ask() -> ResponseReturnValue:
    """Ask for a link; the answer is the same whether or not the address is known."""

    def write() -> ResponseReturnValue:
        mail = Typed().text("mail")
        if "@" not in mail:
            raise Refused(mail="Vul je hele mailadres in, bijvoorbeeld naam@organisatie.nl.")
        send_link(mail, target())
        return redirect(url_for(".sent"), 303)

    return fill_in(ASK, lambda _typed: write())


def send_link(mail: str, then: str) -> None:
    """Put a sign-in letter in the outbox for a known address; 429 when it was asked too often."""
    here, now = desk(), desk().clock()
    secret, sender = here.settings.secret_key, request.remote_addr or "onbekend"
    with writing(here.engine) as db:
        allowed = members.may_ask(db, mail=mail, sender=sender, secret=secret, now=now)
        member = members.find_by_mail(db, mail) if allowed else None
        if member:
            token = members.start_link(db, member, now)
            address = here.settings.site_url + url_for(".confirm", token=token, next=then)
            outbox.put_sign_in(db, member, address, now)
    if not allowed:
        abort(429)


@bp.get("/inloggen/verstuurd")
@needs("read_start")
def sent() -> ResponseReturnValue:
    """What to do now; in the demo the letter lies in the site's own outbox."""
    return page("signing_in/sent.html", "Kijk in je mail", demo=desk().settings.demo)


@bp.route("/inloggen/<token>", methods=["GET", "POST"])
@needs("read_start")
def confirm(token: str) -> ResponseReturnValue:
    """A button that signs in: opening the link, as a mail scanner does, changes nothing."""
    here, now = desk(), desk().clock()
    if request.method == "GET":
        with reading(here.engine) as db:
            usable = members.is_usable(db, token, now)
        return page("signing_in/confirm.html", "Inloggen", usable=usable), 200 if usable else 410
    with writing(here.engine) as db:
        member = members.redeem_link(db, token, now)
        opened = members.open_session(db, member, now) if member else None
    if member is None or opened is None:
        return page("signing_in/confirm.html", "Inloggen", usable=False), 410
    session.clear()
    login_user(Person(member=member, token=opened))
    return redirect(target(), 303)


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
    return signed_out("Je bent overal uitgelogd.")


@bp.get("/mijn-gegevens")
@needs("keep_account")
def account() -> ResponseReturnValue:
    """What the alliance keeps about who is looking."""
    with reading(desk().engine) as db:
        mail = members.mail_of(db, person().member)
    return page("signing_in/account.html", "Jouw gegevens", mail=mail)


def signed_out(said: str) -> ResponseReturnValue:
    """The start page of a visitor."""
    logout_user()
    session.clear()
    flash(said)
    return redirect(url_for("start.show"), 303)


def target() -> str:
    """Where someone was going before signing in; only ever a page of this site."""
    wanted = request.args.get("next", "")
    parts = urlsplit(wanted)
    ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\"))
    return wanted if ours and not parts.netloc and not parts.scheme else url_for("start.show")
