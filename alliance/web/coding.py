"""What the aanjager links an offer to: the words that the coverage is computed with."""

from collections.abc import Mapping
from typing import Any

from flask.typing import ResponseReturnValue

from alliance.events.base import Event
from alliance.events.offers import OfferRevised
from alliance.events.offers_rules import code_offer, offer_now, revise_offer
from alliance.matching.cards import OF_HEARING
from alliance.projections import words
from alliance.web import names, neighbourhoods
from alliance.web.forms import Typed
from alliance.web.offers import answer
from alliance.web.offers import bp as bp
from alliance.web.pages import ask
from alliance.web.roles import needs
from alliance.web.writing import Field, Form, subject

SEVERAL = {
    "needs": ("need", "Welke behoefte vervult het?"),
    "target_groups": ("target_group", "Voor welke doelgroepen?"),
}
ANSWERS = {"weg": "neemt hem weg", "heeft": "heeft hem"}


@bp.route("/<offer>/koppelen", methods=["GET", "POST"])
@needs("link")
def code(offer: str) -> ResponseReturnValue:
    """Say whose it is, what kind, for which needs, for whom, where and how it is reached."""
    now = offer_now(subject("offer", offer).events)
    lists = {name: names.of(kind) for name, (kind, _) in SEVERAL.items()} | {"areas": areas(now)}
    form = Form("Aanbod koppelen", "Koppeling vastleggen", fields(lists))

    def decide(typed: Typed, past: list[Event]) -> list[Event]:
        codes: dict[str, Any] = {name: ticked(typed, name, lists[name], now) for name in lists}
        codes |= {one: typed.pick(one, names.of(f"offer_{one}")) for one in ("kind", "reach")}
        whose = typed.pick("organisation", names.of("organisation")) or now.organisation
        done: list[Event] = []
        if whose != now.organisation:
            done += [typed.decide(revise_offer, past, organisation=whose)]
        if not done or any(value != getattr(now, name) for name, value in codes.items()):
            done += [typed.decide(code_offer, past, **codes)]
        return done

    start = {name: getattr(now, name) for name in ("organisation", "kind", "reach", *lists)}
    return answer(offer, form, decide, "De koppeling staat erin.", start, act="link")


@bp.route("/<offer>/drempels", methods=["GET", "POST"])
@needs("link")
def barriers(offer: str) -> ResponseReturnValue:
    """Say of each barrier whether the offer takes it away or has it; not known stays open."""
    now = offer_now(subject("offer", offer).events)
    all_barriers = ask(words.terms, "barrier").items()
    known = {
        code: one for code, one in all_barriers if one.kind == "toegang" and code not in OF_HEARING
    }
    options = [*ANSWERS.items()]
    asks = [
        Field("select", f"drempel-{code}", one.label, one.explanation or "", True, options)
        for code, one in known.items()
    ]
    lead = "Wat we niet weten, blijft leeg. Alleen een drempel die er is, houdt iemand tegen."
    form = Form("Drempels", "Drempels vastleggen", asks, lead=lead)

    def decide(typed: Typed, past: list[Event]) -> Event:
        said = {code: typed.choice(f"drempel-{code}", ANSWERS) for code in known}
        lists = {"barriers_removed": "weg", "barriers_present": "heeft"}
        codes: dict[str, Any] = {}
        for name, word in lists.items():
            kept = [code for code in getattr(now, name) if code not in known]
            codes[name] = (*kept, *(code for code in known if said[code] == word))
        return typed.decide(code_offer, past, **codes)

    start = {f"drempel-{code}": answer_of(now, code) for code in known}
    return answer(offer, form, decide, "De drempels staan erin.", start, act="link")


def fields(lists: Mapping[str, Mapping[str, str]]) -> list[Field]:
    """The questions about an offer, from whose it is to how it is reached."""
    picks = {
        "organisation": ("organisation", "Van wie is het?"),
        "kind": ("offer_kind", "Wat voor soort aanbod is het?"),
        "reach": ("offer_reach", "Hoe bereik je het?"),
    }
    asks = [
        Field("pick", name, label, optional=name == "reach", options=[*names.of(kind).items()])
        for name, (kind, label) in picks.items()
    ]
    ticks = {name: label for name, (_, label) in SEVERAL.items()}
    ticks["areas"] = "In welke wijken of gebieden?"
    asks += [
        Field("picks", name, label, optional=True, options=[*lists[name].items()])
        for name, label in ticks.items()
    ]
    return asks


def areas(now: OfferRevised) -> dict[str, str]:
    """Where an offer may be: anywhere, also where it is said to be."""
    there = {code: names.name_of("area", code) for code in now.areas}
    return there | neighbourhoods.everywhere()


def ticked(typed: Typed, name: str, known: Mapping[str, str], now: OfferRevised) -> tuple[str, ...]:
    """What was ticked; in the order of before when it is the same."""
    before: tuple[str, ...] = getattr(now, name)
    after = typed.picks(name, known)
    return before if set(before) == set(after) else after


def answer_of(now: OfferRevised, barrier: str) -> str:
    """What is known of a barrier of an offer; empty when nothing is."""
    if barrier in now.barriers_removed:
        return "weg"
    return "heeft" if barrier in now.barriers_present else ""
