"""What stands about an organisation and whether it is right: one page, wherever it is answered.

Opened by a link from a mail, by who signed in, or by who writes down what an organisation said.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask import redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from alliance import dutch, journal
from alliance.events.actions import Via
from alliance.events.base import Event, Refused, refuse
from alliance.events.offer_answers_rules import dispute_offer_answer
from alliance.events.offers_rules import confirm_offer
from alliance.mailing.checks import where
from alliance.projections import offers_round, people
from alliance.projections.offer_rows import OfferRow
from alliance.projections.offers_round import Theirs
from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.noting import HOW, NO_VIA, VIA
from alliance.web.pages import (
    Crumbs,
    Overtaken,
    ask,
    close_reading,
    page,
    reading,
    record,
    refused,
    today,
)

TITLE = "Dit staat er over jullie. Klopt het?"
ALL = "alles"
ASKED, SHOWN = "gevraagd-", "getoond-"
"""What the version of an offer is sent as: of one that was asked about, and of one that was not."""
GONE = (
    "Dit aanbod staat hier niet meer: het is gestopt, of het is nu van een andere organisatie."
    " Kijk wat er nu staat."
)
ANSWERED = "Hier is net al op geantwoord. Kijk wat er nu staat. Klopt dat, dan ben je klaar."
NOTHING = "Er is hier niets om op te antwoorden. Kijk wat er nu staat."
SAID = {
    "klopt": "Dank je wel. Wie iemand doorverwijst, weet nu dat dit klopt.",
    "gewijzigd": "Dank je wel. Zo staat het er nu.",
    "gestopt": "Het staat erin. Dank je dat je het zegt.",
    "klopt-niet": "Het staat weer open. Kies hieronder zelf het antwoord.",
}
"""What is said after each answer."""
DONE = "Je antwoord staat erin."
NOTED = "Het antwoord staat erin, met jou als wie het opschreef."


@dataclass(frozen=True)
class Answering:
    """Where someone answers: for which organisations, in whose name, and the addresses around."""

    organisations: tuple[str, ...]
    there: str  # the page itself; below it the forms of one offer
    thanks: str  # where one goes when nothing is left to answer
    title: str = TITLE
    by: str | None = None  # whom the journal names, when not who signed in
    also: Callable[[Any], None] | None = None  # what is done in the same transaction
    crumbs: Crumbs = ()
    noting: bool = False  # what someone else said is written down
    theirs: dict[str, Theirs] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Read what stands about these organisations now."""
        self.read()

    def read(self) -> None:
        """Read again what stands about these organisations."""
        self.theirs.clear()
        self.theirs.update(ask(offers_round.standing, today(), self.organisations))

    @property
    def parts(self) -> list[Theirs]:
        """What stands about each organisation, in the order in which they were named."""
        return [self.theirs[one] for one in self.organisations if one in self.theirs]

    @property
    def asked(self) -> list[OfferRow]:
        """Every offer that waits for an answer here."""
        return [offer for one in self.parts for offer in one.asked]

    def its(self, offer: str) -> OfferRow | None:
        """One of the offers on the page; None when it is not here, or not any more."""
        every = (one for theirs in self.parts for one in theirs.offers)
        return next((one for one in every if one.offer == offer), None)

    def said(self, word: str, answered: Sequence[str]) -> str:
        """What is said after an answer; the thanks say the rest."""
        if self.noting:
            return NOTED
        return DONE if self.then(answered) == self.thanks else SAID[word]

    def then(self, answered: Sequence[str]) -> str:
        """Where to go on after these offers were answered: the thanks when that was all."""
        left = [one for one in self.asked if one.offer not in answered]
        return self.there if left else self.thanks


def show(at: Answering) -> ResponseReturnValue:
    """The page; on POST the answer that was tapped is written down."""
    if request.method != "POST":
        return draw(at)
    try:
        return tapped(at)
    except Overtaken:
        return again(at, Overtaken(form=ANSWERED))
    except Refused as why:
        return again(at, why)


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
    if word in ("gewijzigd", "gestopt") and offer:
        refuse(form=at.its(offer) is None and GONE)
        how = request.form.get("via", "")
        return redirect(f"{at.there}/{offer}/{word}{f'?via={how}' if how in VIA else ''}", 303)
    typed = Typed()
    if word == "klopt":
        chosen = asked_there() if offer == ALL else [offer]
        return written(at, typed, word, chosen, confirm_offer, via=said_how(at, typed))
    if word == "klopt-niet":
        return written(at, typed, word, [offer], dispute_offer_answer)
    raise Refused(form=NOTHING)


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
    answered = () if word == "klopt-niet" else chosen
    then, said = at.then(answered), at.said(word, answered)
    return record(events, then=then, said=said, seen=seen, by=at.by, also=at.also)


def history(offer: str) -> Sequence[journal.Entry]:
    """What happened with an offer, as this page knows it."""
    return reading().history(f"offer:{offer}")


def versioned(typed: Typed, offer: str) -> dict[str, int]:
    """The version that an offer was drawn from; without one it counts as changed since."""
    drawn = typed.text(f"{ASKED}{offer}") or typed.text(f"{SHOWN}{offer}")
    return {f"offer:{offer}": int(drawn) if drawn.isdecimal() else 0}


def still_here(organisations: Sequence[str]) -> tuple[str, ...]:
    """Those of these organisations that did not stop, by name."""
    found = {key: ask(people.organisation, key) for key in organisations}
    here = [key for key, one in found.items() if one and not one.left_on]
    return tuple(sorted(here, key=lambda key: names.name_of("organisation", key)))
