"""Pages of progress: what we agreed to reach, what is known of it, and what groups say of it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, get_args

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from alliance.events.base import Event
from alliance.events.programme import Target, Verdict, adjust_result, assess_result
from alliance.projections import actions, people, progress_evidence, progress_overview
from alliance.projections.coverage_start import after_import
from alliance.projections.progress_evidence import Item, Kind, Planned
from alliance.projections.progress_overview import Result
from alliance.web import names
from alliance.web.concerns import facts_found
from alliance.web.forms import Typed
from alliance.web.pages import ask, number_of_page, page, person, today
from alliance.web.reasons import links_to
from alliance.web.roles import may, needs
from alliance.web.sight import eyes
from alliance.web.subjects import address_of
from alliance.web.writing import Decide, Field, Form, Subject, add_to, allow, subject

bp = Blueprint("progress", __name__, url_prefix="/voortgang")
LIST = "Voortgang"
ADJUST = "adjust_result"
VERDICTS: dict[str, str] = {
    "gehaald": "Gehaald",
    "grotendeels": "Grotendeels gehaald",
    "deels": "Deels gehaald",
    "niet": "Niet gehaald",
    "niet_meetbaar": "Niet meetbaar",
    "vervangen": "Vervangen door iets anders",
}
assert set(VERDICTS) == set(get_args(Verdict))
STATEMENT = Field("text", "statement", "Wat moet er bereikt zijn?", free=True)
MEASURE = (
    Field("text", "target", "Waaraan zien we dat het lukt?", "In woorden.", True, free=True),
    Field("number", "number", "Hoeveel moeten het er zijn?", optional=True),
    Field("line", "unit", "Wat tellen we?", "Zoals: getrainde vrijwilligers.", True, free=True),
    Field("number", "baseline", "Hoeveel waren het er bij het begin?", optional=True),
)
DEADLINE = Field("date", "deadline", "Wanneer is het klaar?", optional=True)
REASON = Field("text", "reason", "Waarom stel je dit bij?", "Dit blijft erbij staan.", free=True)
HOW_FAR = Field("choice", "verdict", "Hoe ver is dit resultaat?", options=[*VERDICTS.items()])
BECAUSE = Field("text", "reason", "Waarom vinden jullie dat?", "Eén zin is genoeg.", free=True)


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """Every theme with its results, what is known of each, and what the plan itself shows."""
    found = ask(progress_overview.overview)
    facts = facts_found(ask(after_import, today()))
    return page(
        "progress/index.html",
        LIST,
        [(url_for("start.show"), "Start")],
        plan=True,
        found=found,
        missing={what: found.lacking(what) for what in ("eigenaar", "streefwaarde", "datum")},
        idle=found.lacking("actie"),
        facts=[(one, links_to(one.streams)) for one in facts],
        shared=ask(progress_evidence.shared),
        address_of=address_of,
        in_plan=in_plan(ask(progress_evidence.plan)),
        on_day=today(),
    )


@bp.get("/<result>")
@needs("read_inside")
def result(result: str) -> ResponseReturnValue:
    """One agreed result: what is agreed, what was done, held and brought, what groups say."""
    it, found = subject("result", result), known(result)
    wanted = actions.Filter(result=result, seen_by=eyes())
    agreed = ask(actions.page, wanted, today(), number_of_page())
    kinds: tuple[Kind, ...] = ("activity", "outcome", "lesson")
    return page(
        "progress/result.html",
        names.name_of("result", result),
        [*here(), theme_crumb(found.theme)],
        plan=True,
        found=found,
        it=it,
        agreed=agreed,
        unseen=found.sums.actions - agreed.total,
        below={kind: ask(progress_evidence.items_of, result, kind) for kind in kinds},
        planned=ask(progress_evidence.plan, result=result),
        assessed=ask(progress_evidence.assessed, result),
        verdicts=VERDICTS,
        may_adjust=bool(groups_of(found)),
        sees_all=eyes() is None,
        from_what=from_what,
        address_of=address_of,
        on_day=today(),
    )


@bp.get("/thema/<theme>")
@needs("read_inside")
def theme(theme: str) -> ResponseReturnValue:
    """One theme: its results, what the plan means to do, what counts for no result yet."""
    it = subject("theme", theme)
    every = ask(progress_overview.overview).themes
    found = next(one for one in every if one.theme == theme)
    planned = ask(progress_evidence.plan, theme=theme)
    return page(
        "progress/theme.html",
        found.name,
        here(),
        plan=True,
        found=found,
        it=it,
        planned=planned,
        in_plan=in_plan(planned),
        loose=ask(progress_evidence.of_theme, theme, page=number_of_page()),
        from_what=from_what,
        address_of=address_of,
        on_day=today(),
    )


@bp.route("/<result>/bijstellen", methods=["GET", "POST"])
@needs(ADJUST)
def adjust(result: str) -> ResponseReturnValue:
    """The result reads otherwise from now on; who keeps it moving, what shows it, and when."""
    it, found = subject("result", result), known(result)
    known_owners = names.of("organisation")
    label = "Welke organisatie houdt het op gang?"
    owner = Field("pick", "owner", label, optional=True, options=[*known_owners.items()])
    fields = (STATEMENT, owner, *MEASURE, DEADLINE, REASON)
    form = Form("Bijstellen", "Bijstelling vastleggen", fields)

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(
            adjust_result,
            past,
            reason=typed.text("reason"),
            today=today(),
            statement=typed.text("statement"),
            target=target_typed(typed),
            deadline=typed.date("deadline"),
            owner=typed.pick("owner", known_owners),
        )

    return answer(it, found, form, decide, "De bijstelling staat erin.", as_agreed(found))


@bp.route("/<result>/beoordelen", methods=["GET", "POST"])
@needs(ADJUST)
def assess(result: str) -> ResponseReturnValue:
    """A group says how far a result is, and why; it stands beside what was written down."""
    it, found = subject("result", result), known(result)
    mine = groups_of(found)
    options = [(group, names.name_of("group", group)) for group in mine]
    which = Field("choice", "group", "Namens welke groep?", options=options)
    asks = (HOW_FAR, BECAUSE, which) if len(mine) > 1 else (HOW_FAR, BECAUSE)
    form = Form("Beoordelen", "Oordeel vastleggen", asks)

    def decide(typed: Typed, past: list[Event]) -> Event:
        group = typed.choice("group", mine) if len(mine) > 1 else mine[0]
        verdict = typed.choice("verdict", VERDICTS) or ""
        reason = typed.text("reason")
        return typed.decide(assess_result, past, verdict=verdict, group=group or "", reason=reason)

    return answer(it, found, form, decide, "Het oordeel staat erin.")


def answer(
    it: Subject,
    found: Result,
    form: Form,
    decide: Decide,
    said: str,
    start: dict[str, Any] | None = None,
) -> ResponseReturnValue:
    """A form that adds to one result, for the group of its theme and the core group's chair."""
    allow(ADJUST, group=next(iter(groups_of(found)), None))
    back = url_for(".result", result=found.result)
    crumbs = [*here(), theme_crumb(found.theme)]
    form = form.below(crumbs, names.name_of("result", found.result), back)
    return add_to(it, form, decide, back, said, start)


def as_agreed(found: Result) -> dict[str, Any]:
    """What the form to adjust a result begins with: how it reads now."""
    target = found.target
    return {
        "statement": found.statement,
        "owner": found.owner,
        "target": target.words if target else "",
        "number": target.number if target else None,
        "unit": target.unit if target else None,
        "baseline": target.baseline if target else None,
        "deadline": f"{found.deadline:%d-%m-%Y}" if found.deadline else "",
    }


def target_typed(typed: Typed) -> Target | None:
    """What shows that a result is reached, as it was typed; None when all was left open."""
    words, number = typed.text("target"), typed.number("number")
    unit, baseline = typed.optional("unit"), typed.number("baseline")
    if not words and number is None and unit is None and baseline is None:
        return None
    return Target(words=words, number=number, unit=unit, baseline=baseline)


def groups_of(found: Result) -> Sequence[str]:
    """In the name of which groups this person may speak of a result: its theme's, or the core."""
    someone = person()
    every = ask(people.all_groups)
    own = [
        one.group
        for one in every
        if one.theme == found.theme or (one.kind == "kerngroep" and one.group in someone.groups)
    ]
    return [group for group in own if group in someone.groups and may(someone, ADJUST, group=group)]


def in_plan(planned: Sequence[Planned]) -> Counter[str]:
    """How many actions the plan names for each result."""
    return Counter(result for one in planned for result in one.results)


def from_what(item: Item) -> list[tuple[str, str]]:
    """What an item came from, to link to."""
    return links_to([item.parent]) if item.parent else []


def known(result: str) -> Result:
    """One result as it stands; 404 when there is none."""
    found = ask(progress_overview.one, result)
    if found is None:
        abort(404)
    return found


def theme_crumb(theme: str) -> tuple[str, str]:
    """The way to the page of a theme."""
    return url_for("progress.theme", theme=theme), names.name_of("theme", theme)


def here() -> list[tuple[str, str]]:
    """The way from home to the page of progress."""
    return [(url_for("start.show"), "Start"), (url_for("progress.index"), LIST)]
