"""The forms of one offer on the page about an organisation: what changed, and that it ended."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from flask import flash, redirect, request
from flask.typing import ResponseReturnValue

from alliance.events.base import Event
from alliance.events.offer_answers_rules import tell_change
from alliance.events.offers_rules import offer_now, stop_offer
from alliance.web.confirmers import Answering
from alliance.web.confirming import GONE, said_how
from alliance.web.forms import Typed
from alliance.web.noting import HOW
from alliance.web.offers import FIVE, LEARNED, five
from alliance.web.pages import record
from alliance.web.writing import WHY, Form, Subject, fill_in, subject


def change(at: Answering, offer: str) -> ResponseReturnValue:
    """The five fields of one offer, as they stand: what is sent back is right from now on."""
    it = on_page(at, offer)
    if it is None:
        return gone(at)
    now = offer_now(it.events)
    fields = (HOW, *FIVE) if at.noting else FIVE
    form = Form(f"Er is iets veranderd: {now.name}", "Zo klopt het", fields, at.crumbs)

    def decide(typed: Typed, past: list[Event]) -> Sequence[Event]:
        return typed.decide(tell_change, past, via=said_how(at, typed), **five(typed))

    start = {one.name: getattr(now, one.name) or "" for one in FIVE}
    return filled(at, it, offer, form, "gewijzigd", decide, start)


def stop(at: Answering, offer: str) -> ResponseReturnValue:
    """One offer ended: why, and if wanted what it taught."""
    it = on_page(at, offer)
    if it is None:
        return gone(at)
    now = offer_now(it.events)
    fields = (HOW, WHY, LEARNED) if at.noting else (WHY, LEARNED)
    form = Form(f"Gestopt: {now.name}", "Vastleggen dat het stopt", fields, at.crumbs)

    def decide(typed: Typed, past: list[Event]) -> Sequence[Event]:
        reason, lesson = typed.text("reason"), typed.optional("lesson")
        via = said_how(at, typed)
        return [typed.decide(stop_offer, past, reason=reason, lesson=lesson, via=via)]

    return filled(at, it, offer, form, "gestopt", decide)


def filled(
    at: Answering,
    it: Subject,
    offer: str,
    form: Form,
    word: str,
    decide: Callable[[Typed, list[Event]], Sequence[Event]],
    start: Mapping[str, Any] | None = None,
) -> ResponseReturnValue:
    """The form about one offer; on POST its answer is written down, once."""
    back = [(at.there, "Terug naar wat er over jullie staat")]
    form = replace(form.aside("Toch niet?", back), template="tickets/answer.html")

    def write(typed: Typed) -> ResponseReturnValue:
        seen = typed.seen(it.stream) or {it.stream: 0}
        events, said = decide(typed, it.events), at.said(word, [offer])
        return record(events, then=at.then([offer]), said=said, seen=seen, by=at.by, also=at.also)

    typed = {"via": request.args.get("via", "")} if at.noting else {}
    return fill_in(form, write, {**typed, **(start or {})}, it)


def on_page(at: Answering, offer: str) -> Subject | None:
    """The history of one of the offers on the page; None when it is not here, or not any more."""
    return subject("offer", offer) if at.its(offer) else None


def gone(at: Answering) -> ResponseReturnValue:
    """Back to the page, which says that the offer is not there any more."""
    flash(GONE, "warning")
    return redirect(at.there, 303)
