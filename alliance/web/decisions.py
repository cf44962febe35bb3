"""The register of decisions: what was decided, by whom, with which mandate, when to look again."""

from typing import Any, cast

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.documents.checks import check_words
from alliance.events.base import Event
from alliance.events.meetings import Mandate
from alliance.events.records_rules import correct_decision, is_approved
from alliance.projections import decisions, meetings
from alliance.projections.checks import of_point
from alliance.projections.decisions import Decision, Filter
from alliance.web import days, names
from alliance.web.filtering import picked
from alliance.web.forms import Typed
from alliance.web.inside import ACT, is_inside
from alliance.web.pages import Crumbs, ask, number_of_page, page, person, reading, today
from alliance.web.roles import held, needs
from alliance.web.writing import Field, Form, add_to, allow, subject

bp = Blueprint("decisions", __name__, url_prefix="/besluiten")
LIST = "Besluiten"
WHAT = Field("text", "statement", "Wat is besloten?", free=True)
WHO = Field(
    "choice",
    "mandate",
    "Wie gaat erover?",
    optional=True,
    options=[*names.MANDATES.items()],
)


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """Every decision, the last first; filtered by what stands in the address."""
    asked = request.args
    everything = ("all", None) in held(person(), ACT)
    wanted = Filter(
        group=picked("groep", names.of("group")),
        mandate=asked.get("mandaat") if asked.get("mandaat") in names.MANDATES else None,
        due=today() if asked.get("stand") == "opnieuw" else None,
        inside=None if everything else person().groups,
    )
    context: dict[str, Any] = {
        "found": ask(decisions.listed, wanted, number_of_page()),
        "mandates": [*names.MANDATES.items()],
    }
    return page("decisions/index.html", LIST, **context)


@bp.get("/<decision>")
@needs("read_inside")
def show(decision: str) -> ResponseReturnValue:
    """One decision: where it was taken, who is about it, and what came after it."""
    it = subject("decision", decision)
    found = ask(decisions.one, decision)
    if found is None:  # it was taken back
        abort(404)
    if found.confidential and not is_inside(found.group):
        abort(403, ACT)
    later = ask(decisions.one, found.reviewed_by) if found.reviewed_by else None
    if later and later.confidential and not is_inside(later.group):
        later = None
    return page(
        "decisions/show.html",
        title_of(found),
        here(),
        it=it,
        found=found,
        later=later,
        checked=check_words(ask(of_point, f"decision:{decision}")),
        meeting=ask(meetings.title, found.meeting),
        open=not is_approved(record_of(found)),
    )


@bp.route("/<decision>/verbeteren", methods=["GET", "POST"])
@needs("record_meeting")
def correct(decision: str) -> ResponseReturnValue:
    """Set right what was written down, as long as the minutes are not approved."""
    it = subject("decision", decision)
    found = ask(decisions.one, decision)
    if found is None:
        abort(404)
    allow("record_meeting", group=found.group)
    form = Form("Besluit verbeteren", "Verbetering vastleggen", (WHAT, again(), WHO))

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(
            correct_decision,
            record_of(found),
            past,
            statement=typed.text("statement"),
            held_on=found.on,
            review_on=typed.date("review_on"),
            mandate=cast(Mandate | None, typed.choice("mandate", names.MANDATES)),
        )

    back = url_for(".show", decision=decision)
    day = f"{found.review_on:%d-%m-%Y}" if found.review_on else ""
    start = {"statement": found.statement, "review_on": day, "mandate": found.mandate}
    below = form.below(here(), title_of(found), back)
    return add_to(it, below, decide, back, "De verbetering staat erin.", start)


def again() -> Field:
    """When to look at it again, not too soon."""
    label = "Wanneer bekijken jullie het opnieuw?"
    help = "Dan staat het vanzelf weer op de agenda."
    return Field("date", "review_on", label, help, optional=True, options=days.far_ahead())


def record_of(found: Decision) -> list[Event]:
    """What was recorded in the meeting of a decision."""
    return [entry.event for entry in reading().history(f"record:{found.meeting}")]


def title_of(found: Decision) -> str:
    """What a decision is called."""
    return dutch.shortened(found.statement, 120)


def here() -> Crumbs:
    """The way from home to the register."""
    return [(url_for("start.show"), "Start"), (url_for("decisions.index"), LIST)]
