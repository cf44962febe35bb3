"""The letter to who does not take part: seen beforehand, stopped, or told in other words."""

import re
from typing import Any

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from alliance import privacy, rounds
from alliance.database import writing
from alliance.events.base import refuse, unfit_text
from alliance.events.days import quarter_of
from alliance.mailing import ring
from alliance.mailing.forecast import LINK
from alliance.mailing.ring import ALL, Round
from alliance.mailing.shares import Known
from alliance.mailing.writers import aanjager
from alliance.projections import decisions
from alliance.projections.decisions import Decision
from alliance.rounds import AS_IT_IS
from alliance.web import names
from alliance.web.calling import called
from alliance.web.forms import Typed
from alliance.web.pages import Crumbs, ask, desk, page, reading, today
from alliance.web.roles import needs
from alliance.web.week_post import way
from alliance.web.writing import Field, Form, fill_in

bp = Blueprint("ring", __name__, url_prefix="/post-van-deze-week/buitenring")
TITLE = "Brief aan wie niet meedoet"
ACT = "manage_post"
FEW = 7
HELP = "Dit lezen mensen van buiten: noem geen personen, en niets wat binnen een groep blijft."
WORDS = Field("text", "words", "Wat vertellen we?", HELP, optional=True, free=True)
LEAD = "Maak je het leeg, dan komt het voorstel van de site terug."
DECIDED = "Tik op een besluit om het erbij te zetten"
PERSON = "Dit lijkt over een herkenbaar persoon te gaan. Haal de naam weg."
PERSONA = "{name} is een persona, en buiten de alliantie kent niemand die. Schrijf welke groep."


@bp.get("", strict_slashes=False)
@needs(ACT)
def show() -> ResponseReturnValue:
    """The letter as it would leave now, when it leaves, and to whom."""
    known = Known(reading())
    of, settings = ring.round_of(today()), desk().settings
    chosen = ring.chosen_in(known, of)
    said = ring.said_in(known, of)
    letter = ring.drawn(said, settings.site_url, "") if said else None
    closing = aanjager(known.now, settings).closing
    context: dict[str, Any] = {
        "of": of,
        "letter": letter and letter.body.replace(f"{settings.site_url}\n", f"{LINK}\n"),
        "subject": letter and letter.subject,
        "closing": closing,
        "mine": bool(chosen.get(ALL, AS_IT_IS).opening),
        "stopped": chosen.get(ALL, AS_IT_IS).stopped,
        "ring": [(one, called(one), chosen.get(one.recipient)) for one in ring.outer_ring(known)],
        "heard": lambda on: on and quarter_of(on) == of.first,
    }
    return page("ring/show.html", TITLE, way(), **context)


@bp.route("/woorden", methods=["GET", "POST"])
@needs(ACT)
def write() -> ResponseReturnValue:
    """Tell it in other words; a decision goes along only when the aanjager puts it there."""
    known = Known(reading())
    of = ring.round_of(today())
    found = ask(decisions.open_between, of.since, today())
    form = Form("Andere woorden", "Bewaren", (WORDS,), here(), LEAD)
    form = form.aside(DECIDED, [(with_it(one), one.statement) for one in found[:FEW]])

    def keep(typed: Typed) -> ResponseReturnValue:
        words = typed.text("words").strip()
        refuse(words=unfit_text(words) or unfit(words))
        return choose(of, ALL, "De woorden zijn bewaard.", opening=words)

    said = ring.said_in(known, of)
    return fill_in(form, keep, {"words": said + line_of(request.args.get("besluit", ""), found)})


@bp.post("/<recipient>/stop")
@needs(ACT)
def stop(recipient: str) -> ResponseReturnValue:
    """Do not send the letter of this quarter: to nobody, or not to one address."""
    return choose(ring.round_of(today()), known_one(recipient), "Gestopt.", stopped=True)


@bp.post("/<recipient>/toch")
@needs(ACT)
def resume(recipient: str) -> ResponseReturnValue:
    """Send it after all."""
    return choose(ring.round_of(today()), known_one(recipient), "Het gaat toch uit.", stopped=False)


def known_one(recipient: str) -> str:
    """Everyone, or someone of the outer ring; 404 for anyone else."""
    known = (one.recipient for one in ring.outer_ring(Known(reading())))
    if recipient not in (ALL, *known):
        abort(404)
    return recipient


def choose(of: Round, recipient: str, said: str, **news: bool | str) -> ResponseReturnValue:
    """Remember what was chosen about the letter of a quarter, as long as it may leave."""
    with writing(desk().engine) as db:
        rounds.choose(db, recipient, of.key, of.last, **news)
    flash(said)
    return redirect(url_for(".show"), 303)


def unfit(words: str) -> str | None:
    """What is wrong with words that strangers read: a person in them, or a persona."""
    plain = privacy.as_read(words)
    if privacy.may_be_a_person(plain):
        return PERSON
    if found := privacy.personal(plain):
        return found
    for name in (one.partition(",")[0] for one in names.of("persona").values()):
        if re.search(rf"\b{re.escape(name)}\b", words):
            return PERSONA.format(name=name)
    return None


def with_it(one: Decision) -> str:
    """The form with one decision put at the end of what is told."""
    return url_for(".write", besluit=one.decision)


def line_of(decision: str, found: list[Decision]) -> str:
    """The line that tells one of these decisions; nothing for any other."""
    one = next((each for each in found if each.decision == decision), None)
    return f"\n\nWij besloten: {one.statement}" if one else ""


def here() -> Crumbs:
    """The way from home to this letter."""
    return [*way(), (url_for("ring.show"), TITLE)]
