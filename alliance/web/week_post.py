"""Post van deze week: what will leave by mail, to whom; to stop, to begin otherwise, to merge."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from alliance import outbox, outbox_choices, preferences, privacy, rounds
from alliance.database import writing
from alliance.events.base import refuse, unfit_text
from alliance.mailing import forecast, ring
from alliance.mailing.calls import calls
from alliance.mailing.days import week_of
from alliance.mailing.sending import Planned
from alliance.mailing.shares import Known
from alliance.mailing.writers import aanjager, complete
from alliance.web.calling import called, likes_call
from alliance.web.forms import Typed
from alliance.web.pages import Crumbs, desk, page, reading
from alliance.web.roles import needs
from alliance.web.writing import Field, Form, fill_in

bp = Blueprint("week_post", __name__, url_prefix="/post-van-deze-week")
TITLE = "Post van deze week"
OPENING = Field(
    "text",
    "opening",
    "Waarmee begint de mail?",
    "Komt in plaats van: Dit is er deze week voor je.",
    optional=True,
    free=True,
)
ALONE = ("", "Stuur als aparte mail")


@bp.get("", strict_slashes=False)
@needs("manage_post")
def index() -> ResponseReturnValue:
    """What leaves on which day, what waits already, and whom to call instead."""
    known = Known(reading())
    days = [*forecast.coming(known)]
    waits = outbox.waiting(known.now.db)
    context: dict[str, Any] = {"days": days, "waits": waits, "called": called}
    context["ring"] = ring.coming(known)
    to_call = [likes_call(one) for one in calls(known)]
    return page("week_post/index.html", TITLE, way()[:1], calls=to_call, **context)


@bp.get("/<recipient>")
@needs("manage_post")
def show(recipient: str) -> ResponseReturnValue:
    """One letter as it would leave today."""
    known = Known(reading())
    day, planned = the_letter(known, recipient)
    settings = desk().settings
    letter = forecast.preview(known, planned, settings.site_url)
    to, who = planned.someone.recipient, aanjager(known.now, settings)
    body = complete(known.now, who, to, letter.body)
    return page(
        "week_post/show.html",
        f"Mail aan {called(planned.someone)}",
        way(),
        day=day,
        planned=planned,
        subject=letter.subject,
        body=body,
        joins=[called(known.everyone[one]) for one in planned.joined],
        can_join=bool(forecast.could_join(known, recipient)),
    )


@bp.post("/<recipient>/stop")
@needs("manage_post")
def stop(recipient: str) -> ResponseReturnValue:
    """Do not send this letter; what it says comes back in the next one."""
    return choose(recipient, "Deze mail gaat niet uit.", stopped=True)


@bp.post("/<recipient>/toch")
@needs("manage_post")
def resume(recipient: str) -> ResponseReturnValue:
    """Send it after all, by itself."""
    return choose(recipient, "Deze mail gaat toch uit.", stopped=False)


@bp.route("/<recipient>/begin", methods=["GET", "POST"])
@needs("manage_post")
def opening(recipient: str) -> ResponseReturnValue:
    """Other words to begin the letter with."""
    _, planned = the_letter(Known(reading()), recipient)
    form = Form("Andere beginwoorden", "Bewaren", (OPENING,), way())

    def write(typed: Typed) -> ResponseReturnValue:
        words = typed.text("opening")
        found = privacy.personal(privacy.as_read(words))
        refuse(opening=unfit_text(words) or found)
        return choose(recipient, "De beginwoorden zijn bewaard.", opening=words)

    return fill_in(form, write, {"opening": planned.choice.opening})


@bp.route("/<recipient>/samen", methods=["GET", "POST"])
@needs("manage_post")
def join(recipient: str) -> ResponseReturnValue:
    """Let it go along in the letter to someone else of the same organisation."""
    known = Known(reading())
    _, planned = the_letter(known, recipient)
    others = {one.recipient: called(one) for one in forecast.could_join(known, recipient)}
    options = [ALONE, *((key, f"Voeg toe aan de mail aan {name}") for key, name in others.items())]
    field = Field("choice", "joins", "Hoe gaat deze mail uit?", options=options)
    form = Form("Mails samenvoegen", "Bewaren", (field,), way())

    def write(typed: Typed) -> ResponseReturnValue:
        to = typed.decide(lambda: typed.choice("joins", others)) or ""
        said = "De mails gaan samen uit." if to else "Deze mail gaat als aparte mail uit."
        return choose(recipient, said, joins=to)

    now = planned.someone.recipient if recipient in planned.joined else ""
    return fill_in(form, write, {"joins": now})


@bp.post("/klaar/<letter>/stop")
@needs("manage_post")
def stop_waiting(letter: str) -> ResponseReturnValue:
    """Do not send a letter that waits in the outbox."""
    with writing(desk().engine) as db:
        stopped = outbox_choices.stop(db, letter)
    flash("Deze mail gaat niet uit." if stopped else "Deze mail is net weg. Stoppen kan niet meer.")
    return redirect(url_for(".index"), 303)


@bp.post("/<recipient>/gebeld")
@needs("manage_post")
def call(recipient: str) -> ResponseReturnValue:
    """Someone who likes that better was called about all there was."""
    known = Known(reading())
    if recipient not in known.everyone:
        abort(404)
    with writing(desk().engine) as db:
        preferences.note_called(db, recipient, desk().clock())
        preferences.note_knew(db, recipient, known.position)
    flash("Gebeld. Is er volgende week weer iets, dan staat het hier.")
    return redirect(url_for("start.show" if Typed().yes("start") else ".index"), 303)


def the_letter(known: Known, recipient: str) -> tuple[Any, Planned]:
    """The letter of the coming week to a recipient, and its day; 404 when there is none."""
    found = forecast.planned_for(known, recipient)
    if found is None:
        abort(404)
    return found


def choose(recipient: str, said: str, **news: bool | str) -> ResponseReturnValue:
    """Remember what was chosen about a letter, and go back to the list."""
    known = Known(reading())
    day, _ = the_letter(known, recipient)
    with writing(desk().engine) as db:
        rounds.choose(db, recipient, week_of(day), known.now.today, **news)
    flash(said)
    return redirect(url_for(".index"), 303)


def way() -> Crumbs:
    """The way from home to the mail of this week."""
    return [(url_for("start.show"), "Start"), (url_for("week_post.index"), TITLE)]
