"""What stands about an organisation and whether it is right: one page, wherever it is answered.

Opened by a link from a mail, by who signed in, or by who writes down what an organisation said.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask import redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from alliance import dutch, journal
from alliance.events.actions import Via
from alliance.events.base import Event, Refused, refuse
from alliance.events.offer_answers_rules import dispute_offer_answer
from alliance.events.offers_rules import confirm_offer
from alliance.events.tips_rules import NOTHING_SAID, give_tip
from alliance.mailing.checks import where
from alliance.privacy import Doubted
from alliance.projections.offer_rows import OfferRow
from alliance.web import names
from alliance.web.confirmers import Answering
from alliance.web.forms import Typed
from alliance.web.noting import HOW, NO_VIA, VIA
from alliance.web.pages import (
    Overtaken,
    close_reading,
    page,
    reading,
    record,
    refused,
)
from alliance.web.writing import new_id

ALL = "alles"
ASKED, SHOWN = "gevraagd-", "getoond-"
"""What the version of an offer is sent as: of one that was asked about, and of one that was not."""
GONE = (
    "Dit aanbod staat hier niet meer: het is gestopt, of het is nu van een andere organisatie."
    " Kijk wat er nu staat."
)
ANSWERED = "Hier is net al op geantwoord. Kijk wat er nu staat. Klopt dat, dan ben je klaar."
NOTHING = "Er is hier niets om op te antwoorden. Kijk wat er nu staat."
TOLD = "Dank je wel. De aanjager leest het."


def show(at: Answering) -> ResponseReturnValue:
    """The page; on POST the answer that was tapped is written down."""
    if request.method != "POST":
        return draw(at)
    try:
        return tapped(at)
    except Overtaken:
        return again(at, Overtaken(form=ANSWERED))
    except Refused as why:
        faults = {"tip" if name == "statement" else name: one for name, one in why.faults.items()}
        return again(at, type(why)(**faults))


def again(at: Answering, why: Refused) -> ResponseReturnValue:
    """The page once more, as everything stands at this moment, with what could not be done."""
    close_reading()
    at.read()
    return refused(draw(at, why, request.form), why)


def draw(at: Answering, why: Refused | None = None, typed: Mapping[str, Any] | None = None) -> str:
    """The page as it stands."""
    return page(
        "confirming/show.html",
        at.title,
        at.crumbs,
        why=why,
        check=at,
        doubted=isinstance(why, Doubted),
        form=typed if typed is not None else MultiDict(request.args),
        **on_page(),
    )


def on_page() -> dict[str, Any]:
    """What the part of a page with the offers reaches for."""
    areas = names.of("area")
    return {
        "how": HOW,
        "version_of": version_of,
        "where_is": lambda one: where(one, areas),
        "answer_of": answer_of,
    }


def answer_of(one: OfferRow) -> str:
    """The last answer in words: by whom, and when."""
    said = f"{dutch.capital(one.answer or '')}, {dutch.day(one.answered_on)}"
    noter = names.who_is(one.answered_by or "")
    return f"{said} ({one.via}, opgetekend door {noter})" if one.via else said


def version_of(offer: str) -> int:
    """The version of an offer that the page is drawn from."""
    return journal.version(reading().db, f"offer:{offer}")


def tapped(at: Answering) -> ResponseReturnValue:
    """What one tap asked for."""
    word, _, offer = request.form.get("antwoord", "").partition(":")
    typed = Typed()
    if word in ("gewijzigd", "gestopt") and offer:
        refuse(form=at.its(offer) is None and GONE)
        how = request.form.get("via", "")
        then = f"{at.there}/{offer}/{word}{f'?via={how}' if how in VIA else ''}"
        told = tips(at, typed)
        if told:  # nothing that was typed is lost on the way to the other form
            return record(told, then=then, said=TOLD, by=at.by, also=at.also)
        return redirect(then, 303)
    if word == "klopt":
        chosen = asked_there() if offer == ALL else [offer]
        return written(at, typed, word, chosen, confirm_offer, via=said_how(at, typed))
    if word == "klopt-niet":
        return written(at, typed, word, [offer], dispute_offer_answer)
    refuse(form=word != "tip" and NOTHING, tip=not typed.text("tip") and NOTHING_SAID)
    return record(tips(at, typed), then=at.there, said=TOLD, by=at.by, also=at.also)


def asked_there() -> list[str]:
    """Every offer that the page asked about when it was drawn."""
    return [name.removeprefix(ASKED) for name in request.form if name.startswith(ASKED)]


def said_how(at: Answering, typed: Typed) -> Via | None:
    """How an answer came that someone writes down for another; None for one's own."""
    if not at.noting:
        return None
    via = typed.choice("via", VIA)
    refuse(via=not via and NO_VIA)
    return next(one for one in VIA if one == via)


def written(
    at: Answering,
    typed: Typed,
    word: str,
    chosen: Sequence[str],
    rule: Callable[..., Event],
    **how: Any,
) -> ResponseReturnValue:
    """Write the same answer down for these offers, each as long as it stands as it was drawn."""
    refuse(form=not chosen and NOTHING)
    refuse(form=any(at.its(one) is None for one in chosen) and GONE)
    events: list[Event] = []
    seen: dict[str, int] = {}
    for one in chosen:
        seen |= versioned(typed, one)
        events.append(rule([entry.event for entry in history(one)], **how))
    events += tips(at, typed)
    answered = () if word == "klopt-niet" else chosen
    then, said = at.then(answered), at.said(word, answered)
    return record(events, then=then, said=said, seen=seen, by=at.by, also=at.also)


def tips(at: Answering, typed: Typed) -> list[Event]:
    """Who or what is missing, when that was written along."""
    said = typed.text("tip")
    if not said:
        return []
    whose = next(iter(at.organisations), None)
    via = said_how(at, typed)
    return [typed.decide(give_tip, tip=new_id(), statement=said, organisation=whose, via=via)]


def history(offer: str) -> Sequence[journal.Entry]:
    """What happened with an offer, as this page knows it."""
    return reading().history(f"offer:{offer}")


def versioned(typed: Typed, offer: str) -> dict[str, int]:
    """The version that an offer was drawn from; without one it counts as changed since."""
    drawn = typed.text(f"{ASKED}{offer}") or typed.text(f"{SHOWN}{offer}")
    return {f"offer:{offer}": int(drawn) if drawn.isdecimal() else 0}
