"""One page after a meeting: each agreement with one choice, and one button for all of them."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.actions import No, Via
from alliance.events.actions_rules import drop_action, move_action, note_progress
from alliance.events.answers_rules import accept_action, decline_action
from alliance.events.base import Event, Refused
from alliance.events.repeating_rules import finish_action
from alliance.projections import actions
from alliance.projections.action_filters import WAITING
from alliance.projections.action_rows import NO, ActionRow
from alliance.web import names
from alliance.web.action_pages import here, is_own
from alliance.web.forms import CHANGED_BY_OTHER, Overtaken, Typed
from alliance.web.pages import ask, person, reading, record, today, versions_of
from alliance.web.roles import may, needs
from alliance.web.sight import eyes
from alliance.web.writing import Field, Form, fill_in, new_id, where_from

bp = Blueprint("reviewing", __name__, url_prefix="/afspraken")
Rule = Callable[[list[Event], ActionRow, str, Via | None], Event | Sequence[Event]]
NOT_NOW = "Laat zo"
ABOUT = "over-"
"""How the name of a field begins that is about one action."""
TO_AN_AGREEMENT = {
    "gedaan": "Gedaan",
    "bezig": "Bezig",
    "week": "Een week later",
    "vier_weken": "Vier weken later",
    "lukt_niet": "Lukt niet",
}
TO_A_QUESTION: dict[str, str] = {"ja": "Ja"} | {why: f"Nee, {said}" for why, said in NO.items()}
WHY = "Waarom lukt het niet?"
WHY_HELP = "Alleen als je bij een afspraak Lukt niet kiest. Het geldt voor al die afspraken."
NOTHING = "Kies bij minstens één afspraak wat ervan kwam."
NOBODY = "Hier is nu niets wat jij kunt afhandelen. Kijk bij de afspraken welke van jou zijn."


@bp.route("/nalopen", methods=["GET", "POST"])
@needs("note_answer")
def go() -> ResponseReturnValue:
    """What was agreed in a meeting or a group, each with one choice: written down in one go."""
    found, whose = asked_for()
    about = Field("text", "reason", WHY, WHY_HELP, optional=True, free=True)
    versions = versions_of("action", [row.action for row in found])
    kept = [Field("hidden", version_of(row), f"{versions[row.action]}") for row in found]
    fields = (*kept, *map(choice, found), *([about] if found else []))
    lead = "Kies bij elke afspraak wat er in de bijeenkomst van gezegd is." if found else NOBODY
    form = Form("Loop de afspraken na", "Alles vastleggen" if found else "", fields, here(), lead)

    def write(typed: Typed) -> ResponseReturnValue:
        events, seen = chosen(found, typed)
        said = f"Vastgelegd bij {dutch.several(len(seen), 'afspraak', 'afspraken')}."
        return record(events, then=url_for("actions.index", **whose), said=said, seen=seen)

    return fill_in(form, write)


def asked_for() -> tuple[list[ActionRow], dict[str, Any]]:
    """What can be answered now by who is looking, of the meeting or the group in the address."""
    asked: dict[str, Any] = where_from(("meeting", "group"))
    if not asked:
        abort(404)
    waits = actions.Filter(waiting=True, seen_by=eyes(), **asked)
    agreed = actions.Filter(status="open", seen_by=eyes(), **asked)
    rows = [row for wanted in (waits, agreed) for row in ask(actions.page, wanted, today()).rows]
    mine = [row for row in rows if may(person(), "note_answer", **row.whose) and not row.for_anyone]
    return mine, {"groep": request.args.get("groep")}


def choice(row: ActionRow) -> Field:
    """The one choice about one action."""
    options = TO_A_QUESTION if row.status in WAITING else TO_AN_AGREEMENT
    who = names.name_of("organisation", row.organisation) if row.organisation else "nog niemand"
    when = f", vóór {dutch.day(row.by_when)}" if row.by_when else ""
    known = [*options.items()]
    return Field("select", name_of(row), row.title, f"{who}{when}", options=known, none=NOT_NOW)


def name_of(row: ActionRow) -> str:
    """What the field about an action is called."""
    return f"{ABOUT}{row.action}"


def version_of(row: ActionRow) -> str:
    """What the field is called that says from which version of an action the page was drawn."""
    return f"version-{row.action}"


def chosen(found: Sequence[ActionRow], typed: Typed) -> tuple[list[Event], dict[str, int]]:
    """Everything that was chosen, as events; raises Refused with every fault at its action."""
    events: list[Event] = []
    seen: dict[str, int] = {}
    faults: dict[str, str] = {}
    answered = {name for name in typed.said if name.startswith(ABOUT) and typed.text(name)}
    if answered - set(map(name_of, found)):
        raise Overtaken(form=CHANGED_BY_OTHER)
    for row in found:
        if picked := typed.choice(name_of(row), RULES):
            seen |= typed.seen(f"action:{row.action}", version_of(row))
            via: Via | None = None if is_own(row) else "gesproken"
            try:
                past = [entry.event for entry in reading().history(f"action:{row.action}")]
                made = RULES[picked](past, row, typed.text("reason"), via)
                events += [made] if isinstance(made, Event) else made
            except Refused as why:
                faults |= at_field(name_of(row), why)
    faults |= typed.faults
    if faults or not events:
        raise Refused(**(faults or {"form": NOTHING}))
    return events, seen


def at_field(name: str, why: Refused) -> dict[str, str]:
    """The fault of one action at its own field; of the reason they share, at that one."""
    return {"reason" if field == "reason" else name: told for field, told in why.faults.items()}


def later(row: ActionRow, by: timedelta) -> date:
    """The day so much after the one that was agreed, or after today."""
    return max(row.by_when or today(), today()) + by


def says_no(why: No) -> Rule:
    """A no with this reason."""
    return lambda past, row, said, via: decline_action(past, why=why, via=via)


RULES: dict[str, Rule] = {
    "ja": lambda past, row, said, via: accept_action(
        past, owner=person().member if via is None else None, via=via
    ),
    "gedaan": lambda past, row, said, via: finish_action(
        past, renewed_as=new_id(), on=today(), today=today(), via=via
    ),
    "bezig": lambda past, row, said, via: note_progress(past, via=via),
    "week": lambda past, row, said, via: move_action(
        past, by_when=later(row, timedelta(days=7)), today=today(), via=via
    ),
    "vier_weken": lambda past, row, said, via: move_action(
        past, by_when=later(row, timedelta(days=28)), today=today(), via=via
    ),
    "lukt_niet": lambda past, row, said, via: drop_action(past, reason=said, via=via),
    **{why: says_no(why) for why in NO},
}
"""What each choice becomes."""
