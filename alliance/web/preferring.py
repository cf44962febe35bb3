"""How someone hears from us: on which day, with reminders, by phone, or not at all."""

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from alliance import preferences, tickets
from alliance.database import writing
from alliance.events.base import refuse
from alliance.preferences import MAIL_DAYS, Preference, Way
from alliance.web.forms import Typed
from alliance.web.pages import desk, page, past_day, person, reading
from alliance.web.roles import needs
from alliance.web.tickets import opened_page
from alliance.web.writing import Field, Form, fill_in, to_today

bp = Blueprint("preferring", __name__)
TITLE = "Hoe je van ons hoort"
WAYS: dict[Way, str] = {
    "mail": "Met een mail, met alles erin",
    "bellen": "Liever bellen",
    "niets": "Geen mail en geen telefoon",
}
DAYS = dict(
    zip(
        map(str, MAIL_DAYS), ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"], strict=True
    )
)
FIELDS = (
    Field("choice", "way", "Hoe wil je van ons horen?", options=[*WAYS.items()]),
    Field("choice", "day", "Op welke dag krijg je mail?", options=[*DAYS.items()]),
    Field(
        "tick",
        "reminders",
        "Herinner mij ook een week vooraf, op de dag zelf en drie dagen erna.",
    ),
)
LEAD = (
    "Je krijgt hoogstens één mail per week, en alleen als er iets voor je is. Wie nooit inlogt,"
    " krijgt er hoogstens één per maand. Wie niet meedoet, hoort hoogstens vier keer per jaar wat"
    " er gebeurde. Wordt een bijeenkomst verplaatst of afgezegd, dan hoor je dat meteen. Ook een"
    " vraag die voor je volgende mail klaar moet zijn, krijg je apart."
)
NO_WAY = "Kies hoe je van ons wilt horen."
NO_DAY = "Kies op welke dag je mail krijgt."


@bp.route("/mijn-gegevens/mail", methods=["GET", "POST"])
@needs("keep_account")
def own() -> ResponseReturnValue:
    """Choose how to hear from us, signed in."""
    mine = url_for("account.show")
    crumbs = [(url_for("start.show"), "Start"), (mine, "Jouw gegevens")]
    form = Form(TITLE, "Bewaren", FIELDS, crumbs, LEAD)
    return choose(form, f"member:{person().member}", mine)


@bp.route(f"{tickets.PLACE}/<token>/mail", methods=["GET", "POST"])
@needs("read_public")
def by_mail(token: str) -> ResponseReturnValue:
    """Choose how to hear from us, with the link below a mail."""
    ticket, _ = opened_page(token, "keep_account")
    form = Form(TITLE, "Bewaren", FIELDS, lead=LEAD)
    return choose(form, ticket.recipient, url_for(".kept", token=token))


@bp.get(f"{tickets.PLACE}/<token>/mail/bewaard")
@needs("read_public")
def kept(token: str) -> ResponseReturnValue:
    """What someone chose with the link below a mail."""
    if past_day():
        return to_today()
    ticket, _ = opened_page(token, "keep_account")
    liked = preferences.of(reading().db, ticket.recipient)
    again = url_for(".by_mail", token=token)
    return page("preferring/kept.html", "Het staat zo", said=in_words(liked), again=again)


def choose(form: Form, recipient: str, then: str) -> ResponseReturnValue:
    """The page with the choices; what was chosen holds from the next mail on."""

    def write(typed: Typed) -> ResponseReturnValue:
        said, day = typed.choice("way", WAYS), typed.choice("day", DAYS)
        refuse(**{"way": not said and NO_WAY, "day": not day and NO_DAY} | typed.faults)
        with writing(desk().engine) as db:
            preferences.prefer(
                db,
                recipient,
                way=next(one for one in WAYS if one == said),
                day=int(day or 0),
                reminders=typed.yes("reminders"),
            )
        flash("Het is bewaard.")
        return redirect(then, 303)

    now = preferences.of(reading().db, recipient)
    start = {"way": now.way, "day": str(now.day), "reminders": now.reminders}
    return fill_in(form, write, start)


def in_words(liked: Preference) -> str:
    """What someone prefers, in one sentence."""
    if liked.way == "bellen":
        return "Je krijgt geen mail. De aanjager belt je als er iets voor je is."
    if liked.way == "niets":
        return "Je krijgt geen mail en geen telefoon meer."
    often = "één mail per week" if liked.signs_in else "één mail per maand"
    also = " en ook herinneringen" if liked.reminders else ""
    return f"Je krijgt hoogstens {often}, op {DAYS[str(liked.day)]}{also}."
