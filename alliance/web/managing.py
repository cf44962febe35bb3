"""Pages on which the aanjager looks up who takes part, sets names right, and lets people go."""

from typing import Any

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from alliance import leaving, members
from alliance.projections import people
from alliance.projections.people import Grant
from alliance.web import names
from alliance.web.erasing import confirm_erasing
from alliance.web.forms import Typed
from alliance.web.invitations import ADDRESS, NAME, invite, set_right
from alliance.web.pages import Crumbs, ask, desk, page, person, reading
from alliance.web.people import here as alliance
from alliance.web.roles import needs
from alliance.web.writing import Form, fill_in, subject

bp = Blueprint("managing", __name__, url_prefix="/alliantie")
LIST = "Leden"
STOPPING = (
    "Alle rollen eindigen en deze persoon kan niet meer inloggen. "
    "Naam en mailadres wist de site na een jaar, of eerder als je dat vraagt. "
    "Wat nog open staat, komt op je startpagina onder: zoek een opvolger."
)


@bp.get("/leden")
@needs("manage_people")
def index() -> ResponseReturnValue:
    """Everyone who takes part or did, with organisation and role."""
    everyone = [*ask(people.all_members).values()]
    everyone.sort(key=lambda one: called(one.member).casefold())
    here_now = [one for one in everyone if not one.left_on]
    gone = [one for one in everyone if one.left_on]
    return page("managing/index.html", LIST, alliance(), here=here_now, gone=gone, called=called)


@bp.get("/leden/<member>")
@needs("manage_people")
def member(member: str) -> ResponseReturnValue:
    """One member: how to reach someone, and for what."""
    it = subject("member", member)
    found = ask(people.all_members)[member]
    mail = members.mail_of(reading().db, member)
    roles = ask(people.roles_of, member)
    context: dict[str, Any] = {
        "it": it,
        "found": found,
        "mail": mail,
        "roles": roles,
        "in_words": in_words,
    }
    return page("managing/member.html", called(member), way(), **context)


@bp.route("/leden/<member>/gegevens", methods=["GET", "POST"])
@needs("manage_people")
def correct(member: str) -> ResponseReturnValue:
    """Set right the name or address of a member in the phone book."""
    subject("member", member)

    def write(typed: Typed) -> ResponseReturnValue:
        set_right(member, typed.text("name"), typed.text("mail"))
        flash("De gegevens zijn verbeterd.")
        return redirect(show_url(member), 303)

    form = Form("Naam of mailadres verbeteren", "Verbetering bewaren", (NAME, ADDRESS))
    db = reading().db
    start = {"name": members.name_of(db, member), "mail": members.mail_of(db, member)}
    return fill_in(below(form, member), write, start)


@bp.route("/leden/<member>/uitnodigen", methods=["POST"])
@needs("manage_people")
def remind(member: str) -> ResponseReturnValue:
    """Send the letter that says how to sign in once more."""
    subject("member", member)
    invite(member)
    flash("De mail met uitleg over inloggen gaat uit, hoogstens één keer per dag.")
    return redirect(show_url(member), 303)


@bp.route("/leden/<member>/stopt", methods=["GET", "POST"])
@needs("manage_people")
def stop(member: str) -> ResponseReturnValue:
    """Someone stops taking part: every role ends, and every session."""
    subject("member", member)
    form = Form("Lid stopt", "Vastleggen dat dit lid stopt", (), lead=STOPPING)

    def write(_typed: Typed) -> ResponseReturnValue:
        leaving.let_go(desk(), member, by=person().member)
        flash("Dit lid is gestopt en overal uitgelogd.")
        return redirect(show_url(member), 303)

    return fill_in(below(form, member), write)


@bp.route("/leden/<member>/wissen", methods=["GET", "POST"])
@needs("manage_people")
def erase(member: str) -> ResponseReturnValue:
    """Erase what names a member, after a page that says what remains."""
    subject("member", member)

    def done() -> ResponseReturnValue:
        flash("De gegevens zijn gewist.")
        return redirect(url_for(".index"), 303)

    crumbs = [*way(), (show_url(member), called(member))]
    return confirm_erasing(member, "Gegevens wissen", crumbs, done)


def called(member: str) -> str:
    """The name of a member, or what remains of it."""
    return names.of("member_name").get(member) or names.of("member").get(member, "oud-lid")


def in_words(grant: Grant) -> str:
    """A role and what it is for, in words."""
    if grant.group:
        return f"{grant.role} van {names.name_of('group', grant.group)}"
    if grant.organisation:
        return f"{grant.role} van {names.name_of('organisation', grant.organisation)}"
    return grant.role


def below(form: Form, member: str) -> Form:
    """A form under the page of the member it is about."""
    return form.below(way(), called(member), show_url(member))


def show_url(member: str) -> str:
    """The page of one member."""
    return url_for("managing.member", member=member)


def way() -> Crumbs:
    """The way from home to the list of members."""
    return [*alliance(), (url_for("managing.index"), LIST)]
