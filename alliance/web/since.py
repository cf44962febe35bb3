"""What changed since someone was last at a meeting of a group: for that person only."""

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from alliance.projections import actions, attendance, decisions, offers, people
from alliance.projections.action_rows import ActionRow
from alliance.projections.decisions import Decision
from alliance.projections.offer_rows import OfferRow
from alliance.web import names
from alliance.web.pages import ask, page, person, today
from alliance.web.roles import needs

bp = Blueprint("since", __name__, url_prefix="/bijpraten")


@dataclass(frozen=True)
class Since:
    """The day someone was last there, and what happened since."""

    group: str
    on: date
    decided: list[Decision]
    kept: list[ActionRow]
    offered: list[OfferRow]

    @property
    def nothing(self) -> bool:
        """Whether nothing changed."""
        return not (self.decided or self.kept or self.offered)


def since_last(group: str) -> Since | None:
    """What changed since who is looking was last there; None who was never recorded as there."""
    on = ask(attendance.last_attended, person().member, group, today())
    if on is None:
        return None
    wanted = decisions.Filter(group=group, inside=person().groups)
    found = ask(decisions.listed, wanted).rows
    kept = ask(actions.page, actions.Filter(status="gedaan", group=group), today()).rows
    return Since(
        group=group,
        on=on,
        decided=[one for one in found if one.on > on],
        kept=[one for one in kept if one.ended_on and one.ended_on > on],
        offered=offered_since(group, on),
    )


def offered_since(group: str, on: date) -> list[OfferRow]:
    """What came in the gebied of a group, or for the whole gemeente when it has none."""
    known = ask(people.group, group)
    gebied = known.gebied if known else None
    rows = ask(offers.page, offers.Filter(areas=(gebied,) if gebied else ()), today()).rows
    return [one for one in rows if one.registered_on > on]


@bp.get("/<group>")
@needs("attend")
def show(group: str) -> ResponseReturnValue:
    """Everything that changed for a group since its reader was last there."""
    if group not in person().groups or group not in names.of("group"):
        abort(404)
    found = since_last(group)
    title = f"Sinds je er voor het laatst was: {names.name_of('group', group)}"
    crumbs = [(url_for("start.show"), "Start"), (url_for("agenda.show", group=group), "Agenda")]
    return page("since/show.html", title, crumbs, found=found, group=group)
