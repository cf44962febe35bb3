"""What the plan offers to every wijk group: each chooses, and all see which group chose what."""

from collections.abc import Sequence
from hashlib import sha256

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from alliance.dutch import shortened
from alliance.events.actions import ActionWithdrawn
from alliance.events.actions_rules import agree_action
from alliance.events.base import TITLE_LENGTH, Event, Refused
from alliance.projections import actions, people
from alliance.projections.action_rows import ActionRow, Eyes
from alliance.projections.people import Group
from alliance.projections.progress_evidence import Planned, plan
from alliance.web.action_pages import here
from alliance.web.forms import Typed
from alliance.web.pages import ask, page, reading, record, today
from alliance.web.roles import needs
from alliance.web.sight import eyes
from alliance.web.writing import Field, Form, allow, fill_in

bp = Blueprint("wijk_choices", __name__, url_prefix="/afspraken/keuzes")
TITLE = "Kies wat bij jullie wijk past"
NONE = "Vink aan wat jullie kiezen."
ALREADY = "Dit is al gekozen, net door iemand anders van jullie. Kies iets anders of ga terug."
KEY_LENGTH = 32


@bp.get("/<planned>")
@needs("read_inside")
def show(planned: str) -> ResponseReturnValue:
    """One action of the plan with its parts, and what each wijk group chose of them."""
    whole, parts = offered(planned)
    chosen = {one.group: choices_of(one, parts, eyes()) for one in wijk_groups()}
    shown = {"whole": whole, "parts": parts, "groups": wijk_groups(), "chosen": chosen}
    return page("wijk_choices/show.html", TITLE, here(), **shown)  # type: ignore[arg-type]


@bp.route("/<planned>/<group>", methods=["GET", "POST"])
@needs("ask_action")
def choose(planned: str, group: str) -> ResponseReturnValue:
    """A wijk group chooses: what it ticks becomes its agreements, all in one append."""
    allow("ask_action", group=group)
    whole, parts = offered(planned)
    one = next((each for each in wijk_groups() if each.group == group), None) or abort(404)
    taken = {row.planned for row in choices_of(one, parts)}
    left = {part.planned: part.statement for part in parts if part.planned not in taken}
    back = url_for(".show", planned=planned)
    ticks = Field("ticks", "parts", "Wat kiezen jullie?", options=[*left.items()])
    form = Form(
        f"Kies voor {one.name}",
        "Dit kiezen wij",
        (ticks,),
        [*here(), (back, TITLE)],
        whole.statement,
    )

    def write(typed: Typed) -> ResponseReturnValue:
        ticked = typed.choices("parts", {part.planned for part in parts})
        if not ticked:
            raise Refused(parts=typed.faults.get("parts") or NONE)
        made = [agreed(part, one) for part in parts if part.planned in left.keys() & {*ticked}]
        if not made:
            raise Refused(parts=ALREADY)
        said = "Jullie keuze staat erin, als afspraak van de groep."
        return record(made, then=back, said=said, seen={event.stream: 0 for event in made})

    return fill_in(form, write)


def offered(planned: str) -> tuple[Planned, Sequence[Planned]]:
    """An action of the plan and its parts; 404 when it has none to choose from."""
    every = ask(plan)
    whole = next((one for one in every if one.planned == planned), None) or abort(404)
    parts = [one for one in every if one.parent == planned]
    return (whole, parts) if parts else abort(404)


def wijk_groups() -> Sequence[Group]:
    """The groups that know a wijk."""
    return [one for one in ask(people.all_groups) if one.kind == "wijkgroep"]


def choices_of(
    group: Group, parts: Sequence[Planned], seen_by: Eyes | None = None
) -> Sequence[ActionRow]:
    """What a group chose, all of it or as far as these eyes may see how it goes."""
    keys = tuple(part.planned for part in parts)
    wanted = actions.Filter(group=group.group, planned=keys, seen_by=seen_by)
    return ask(actions.page, wanted, today()).rows


def free_key(part: Planned, group: Group) -> str:
    """The key of the agreement a choice becomes: the same for all who choose it at one moment.

    So of two who choose at once only one is written down; after a choice was taken back, the next
    one has another key.
    """
    number = 0
    while True:
        text = f"{part.planned}:{group.group}:{number}"
        key = sha256(text.encode()).hexdigest()[:KEY_LENGTH]
        past = reading().history(f"action:{key}")
        if not any(isinstance(entry.event, ActionWithdrawn) for entry in past):
            return key
        number += 1


def agreed(part: Planned, group: Group) -> Event:
    """What a group chose, as its agreement."""
    return agree_action(
        action=free_key(part, group),
        title=shortened(part.statement.rstrip("."), TITLE_LENGTH),
        today=today(),
        group=group.group,
        theme=part.theme,
        planned=part.planned,
        area=group.gebied,
    )
