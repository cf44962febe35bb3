"""What the alliance keeps about who is looking: to see, take along, set right or erase."""

from typing import Any

from flask import Blueprint, Response, flash, json, redirect, url_for
from flask.typing import ResponseReturnValue

from alliance import journal, members, outbox, preferences, tickets
from alliance.projections import people
from alliance.web.erasing import confirm_erasing
from alliance.web.facts import facts_of
from alliance.web.forms import Typed
from alliance.web.invitations import ADDRESS, NAME, set_right
from alliance.web.managing import in_words
from alliance.web.names import name_of
from alliance.web.pages import Crumbs, ask, page, person, reading
from alliance.web.preferring import in_words as in_words_of
from alliance.web.roles import needs
from alliance.web.signing_in import signed_out
from alliance.web.writing import Form, fill_in

bp = Blueprint("account", __name__, url_prefix="/mijn-gegevens")
TITLE = "Jouw gegevens"
ERASED = "Je gegevens zijn gewist en je bent overal uitgelogd. Dank je wel voor je inzet."
WORDS = {
    "name": "naam",
    "mail": "mailadres",
    "added": "in het adresboek sinds",
    "created": "ingelogd sinds",
    "last_seen": "hier het laatst",
    "expires": "link om in te loggen, werkt tot",
    "used": "link gebruikt op",
    "phone": "telefoonnummer",
    "origin": "waar we je adres van hebben",
}
"""What the columns of the phone book are called in the file."""


@bp.get("", strict_slashes=False)
@needs("keep_account")
def show() -> ResponseReturnValue:
    """What is kept about who is looking, with what can be done about it."""
    me, db = person().member, reading().db
    roles = [(in_words(one), one.since) for one in ask(people.roles_of, me)]
    context: dict[str, Any] = {"mail": members.mail_of(db, me), "roles": roles}
    context |= {"rows": members.rows_of(db, me), "letters": len(outbox.letters_to(db, me))}
    context["hears"] = in_words_of(preferences.of(db, f"member:{me}"))
    context["tickets"] = len(tickets.kept_for(db, f"member:{me}"))
    return page("account/show.html", TITLE, way()[:1], **context)


@bp.get("/download")
@needs("keep_account")
def download() -> ResponseReturnValue:
    """Everything that is kept about who is looking, as one JSON file."""
    told = json.dumps(all_kept(person().member), ensure_ascii=False, indent=2)
    response = Response(told, mimetype="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="mijn-gegevens.json"'
    return response


@bp.route("/verbeteren", methods=["GET", "POST"])
@needs("keep_account")
def correct() -> ResponseReturnValue:
    """Set right your own name and address."""
    form = Form("Jouw gegevens verbeteren", "Verbetering bewaren", (NAME, ADDRESS), way())
    me = person()

    def write(typed: Typed) -> ResponseReturnValue:
        set_right(me.member, typed.text("name"), typed.text("mail"))
        flash("Je gegevens zijn verbeterd.")
        return redirect(url_for(".show"), 303)

    return fill_in(form, write, {"name": me.name, "mail": members.mail_of(reading().db, me.member)})


@bp.route("/wissen", methods=["GET", "POST"])
@needs("keep_account")
def erase() -> ResponseReturnValue:
    """Erase who is looking, after a page that says what remains."""
    return confirm_erasing(
        person().member, "Jouw gegevens wissen", way(), lambda: signed_out(ERASED)
    )


def all_kept(member: str) -> dict[str, Any]:
    """What the phone book, the outbox and the journal hold about a member."""
    db = reading().db
    organisation = person().organisation
    return {
        "organisatie": name_of("organisation", organisation) if organisation else None,
        "rollen": [
            {"rol": in_words(one), "sinds": str(one.since)} for one in ask(people.roles_of, member)
        ],
        "adresboek": [
            {WORDS[name]: said for name, said in row.items() if name in WORDS}
            for rows in members.rows_of(db, member).values()
            for row in rows
        ],
        "hoe_je_van_ons_hoort": in_words_of(preferences.of(db, f"member:{member}")),
        "mail_aan_jou": [
            {"onderwerp": one.subject, "stand": one.state, "gemaakt": one.made, "tekst": one.body}
            for one in outbox.letters_to(db, member)
        ],
        "antwoordlinks_aan_jou": [
            {"gaat_over": name_of(*one.subject), "werkt_tot": one.expires, "gebruikt_op": one.used}
            for one in tickets.kept_for(db, f"member:{member}")
        ],
        "in_het_logboek_over_jou": told(reading().history(f"member:{member}")),
        # Rarely asked, so the whole journal may be read for it.
        "in_het_logboek_door_jou": told([one for one in journal.entries(db) if one.by == member]),
    }


def told(entries: list[journal.Entry]) -> list[dict[str, Any]]:
    """Entries of the journal in the words of the screen."""
    return [
        {
            "nummer": one.position,
            "moment": one.at.isoformat(),
            "wat": one.event.label,
            "gegevens": dict(facts_of(one)),
        }
        for one in entries
    ]


def way() -> Crumbs:
    """The way from home to what is kept about who is looking."""
    return [(url_for("start.show"), "Start"), (url_for("account.show"), TITLE)]
