"""Pages on which members write down what something brought."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.base import Event
from alliance.events.outcomes_rules import (
    correct_outcome,
    link_outcome,
    outcome_now,
    record_outcome,
    withdraw_outcome,
)
from alliance.projections import activities, outcomes
from alliance.projections.outcomes import Filter, OutcomeRow
from alliance.web import neighbourhoods
from alliance.web.counts import OF_GUIDES, OF_VISITORS, count_field, count_start, count_typed
from alliance.web.filtering import picked
from alliance.web.forms import Typed
from alliance.web.links import back_to, link_fields, links_now, links_typed
from alliance.web.origins import Origin, origin
from alliance.web.pages import ask, number_of_page, page, person, record, today
from alliance.web.roles import needs
from alliance.web.writing import (
    WHY,
    Decide,
    Field,
    Form,
    add_to,
    allow,
    because,
    fill_in,
    new_id,
    subject,
    where_from,
)

bp = Blueprint("outcomes", __name__, url_prefix="/opbrengsten")
LIST = "Opbrengsten"
EVIDENCE = {
    "telling": "telling",
    "verhaal": "verhaal",
    "deelnemers": "mening van deelnemers",
    "professionals": "mening van professionals",
}
SENTENCE = Field("text", "statement", "Wat bracht het?", "Eén zin is genoeg.", free=True)
ON = Field("date", "on", "Op welke dag?")
UNPLANNED = Field("tick", "unplanned", "Dit had niemand gepland: het is een onverwachte opbrengst.")
RECENT = 5


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """What things brought, newest first, filtered by what stands in the address."""
    asked, places = request.args, neighbourhoods.everywhere()
    wanted = Filter(
        theme=asked.get("thema") or None,
        result=asked.get("resultaat") or None,
        persona=asked.get("persona") or None,
        evidence=asked.get("soort") if asked.get("soort") in EVIDENCE else None,  # type: ignore[arg-type]
        areas=neighbourhoods.near(picked("waar", places)),
        unplanned=bool(asked.get("onverwacht")),
    )
    found = ask(outcomes.page, wanted, number_of_page())
    options: dict[str, Any] = {"kinds": [*EVIDENCE.items()], "areas": [*places.items()]}
    return page("outcomes/index.html", LIST, found=found, **options)


@bp.route("/nieuw", methods=["GET", "POST"])
@needs("record_outcome")
def new() -> ResponseReturnValue:
    """Write down what an activity, an afspraak or something else brought."""
    it = origin()
    it.let_record()
    around = where_from(("theme", "result", "persona", "area"))
    title, fields = f"Wat bracht het{it.named}?", (count_field(it.counted), SENTENCE)
    form = Form(title, "Vastleggen wat het bracht", fields, it.crumbs(here()))
    form = form.aside("Hoort het bij een van deze?", missing_it(it))

    def write(typed: Typed) -> ResponseReturnValue:
        seen = typed.seen(it.subject.stream) if it.subject else None
        outcome, statement, count = new_id(), typed.text("statement"), count_typed(typed)
        known: dict[str, Any] = it.histories | around | {"on": it.day, "today": today()}
        events = typed.decide(
            record_outcome, outcome=outcome, statement=statement, count=count, **known
        )
        said = "Het staat erin. Dank je wel."
        return record(events, then=url_for(".show", outcome=outcome), said=said, seen=seen)

    return fill_in(form, write, {"unit": it.counted[0]}, it.subject)


@bp.get("/<outcome>")
@needs("read_inside")
def show(outcome: str) -> ResponseReturnValue:
    """One outcome: what it brought, where it comes from, and every earlier wording."""
    it = subject("outcome", outcome)
    found = ask(outcomes.one, outcome)
    assert found is not None  # it has a history
    evidence = EVIDENCE[found.evidence]
    return page(
        "outcomes/show.html", title_of(found), here(), found=found, it=it, evidence=evidence
    )


@bp.route("/<outcome>/verbeteren", methods=["GET", "POST"])
@needs("correct")
def correct(outcome: str) -> ResponseReturnValue:
    """Set right what was written down, the count too; the earlier wording stays readable."""
    now = outcome_now(subject("outcome", outcome).events)
    start = count_start(now.count) | {"statement": now.statement, "on": f"{now.on:%d-%m-%Y}"}
    start["unplanned"] = "ja" if now.unplanned else ""
    of = OF_VISITORS if now.activity else OF_GUIDES
    fields = (count_field(of, start["unit"]), SENTENCE, ON, UNPLANNED)
    form = Form("Verbeter wat het bracht", "Verbetering vastleggen", fields)

    def decide(typed: Typed, past: list[Event]) -> Event:
        changes: dict[str, Any] = {"statement": typed.text("statement"), "on": typed.date("on")}
        changes |= {"count": count_typed(typed), "unplanned": typed.yes("unplanned")}
        return typed.decide(correct_outcome, past, today=today(), **changes)

    return answer(outcome, "correct", form, decide, "De verbetering staat erin.", start)


@bp.route("/<outcome>/terugnemen", methods=["GET", "POST"])
@needs("correct")
def withdraw(outcome: str) -> ResponseReturnValue:
    """Take back what should not have been written down; it stays readable on the timeline."""
    form = Form("Opbrengst terugnemen", "Opbrengst terugnemen", (WHY,))
    return answer(
        outcome, "correct", form, because(withdraw_outcome), "De opbrengst is teruggenomen."
    )


@bp.route("/<outcome>/koppelen", methods=["GET", "POST"])
@needs("link")
def link(outcome: str) -> ResponseReturnValue:
    """Say which result, theme, persona and wijk an outcome counts for."""
    now = outcome_now(subject("outcome", outcome).events)
    form = Form("Opbrengst koppelen", "Koppeling vastleggen", link_fields(), lead=now.statement)

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(link_outcome, past, **links_typed(typed))

    return answer(outcome, "link", form, decide, "De koppeling staat erin.", links_now(now))


def answer(
    outcome: str,
    act: str,
    form: Form,
    decide: Decide,
    said: str,
    start: Mapping[str, Any] | None = None,
) -> ResponseReturnValue:
    """A form that adds to one outcome, for who may do this act with it."""
    it = subject("outcome", outcome)
    allow(act, author=it.author)
    back = url_for(".show", outcome=outcome)
    name = dutch.shortened(outcome_now(it.events).statement, 60)
    form = form.below(here(), name, back)
    return add_to(it, form, decide, back_to(back), said, start)


def missing_it(it: Origin) -> list[tuple[str, str]]:
    """The reader's own activities of which nobody said yet what they brought."""
    if it.subject:
        return []
    mine = activities.Filter(organisation=person().organisation)
    unheard = ask(activities.unheard, mine, today()).rows[:RECENT] if mine.organisation else ()
    return [
        (url_for(".new", activiteit=one.activity), f"{one.title}, {dutch.day(one.on)}")
        for one in unheard
    ]


def title_of(found: OutcomeRow) -> str:
    """What the page of an outcome is called: its own first words."""
    return dutch.shortened(found.statement, 90)


def here() -> list[tuple[str, str]]:
    """The way from home to the list of outcomes."""
    return [(url_for("start.show"), "Start"), (url_for(".index"), LIST)]
