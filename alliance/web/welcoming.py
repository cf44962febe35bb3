"""One page for who is new: what this is, what was decided, who is who, what is asked, how long."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from alliance.projections import actions, decisions, meetings, people, programme, relations
from alliance.projections.action_rows import ActionRow
from alliance.projections.decisions import Decision
from alliance.projections.meetings import Meeting
from alliance.projections.people import Group
from alliance.projections.programme import Role
from alliance.web.calling import Asks
from alliance.web.lessons import NOT_FOR_SUBSIDY
from alliance.web.pages import Crumbs, ask, page, person, today
from alliance.web.people import Seated, seated
from alliance.web.people import here as people_way
from alliance.web.roles import Person, has_any, needs
from alliance.web.sight import eyes
from alliance.web.writing import allow

bp = Blueprint("welcoming", __name__)
TITLE = "Welkom in de alliantie"
ACT = "read_inside"
NEW = timedelta(days=183)
"""So long after joining someone is led here by the start page, and by the first sign-in."""
FEW = 3
"""So much of one kind goes on the one page; the rest is one tap away."""
DECISIONS = 5


@dataclass(frozen=True)
class Table:
    """One group at whose table the newcomer sits: who is there, and the time it takes."""

    group: Group
    seated: Sequence[Seated]
    per_year: int | None
    minutes: int | None
    coming: Sequence[Meeting]
    roles: Sequence[Role]  # of the plan, with their hours


@dataclass(frozen=True)
class Chair:
    """Another group, and who chairs it; without a name for who may not read names."""

    group: Group
    seated: Seated | None


@bp.get("/welkom")
@needs(ACT)
def show() -> ResponseReturnValue:
    """All a newcomer would otherwise ask in the first meeting, for the groups they sit in."""
    every = ask(people.all_groups)
    ours = [one for one in every if one.group in person().groups]
    told = ours or [one for one in every if one.kind == "kerngroep"]
    mine = {"asked": Asks().asked_of_me, "agreed": agreed(), "decided": in_force(told, mine=True)}
    return draw(TITLE, [(url_for("start.show"), "Start")], every, ours, **mine)


@bp.get("/welkom/<group>")
@needs("raise_point")
def hand_over(group: str) -> ResponseReturnValue:
    """The same for who is new in one group and does not sign in: to print, without secrets."""
    every = ask(people.all_groups)
    found = [one for one in every if one.group == group]
    if not found:
        abort(404)
    allow("raise_point", group=group)
    crumbs = [*people_way(), (url_for("people.group", group=group), found[0].name)]
    title = f"Welkom in {found[0].name}"
    return draw(title, crumbs, every, found, handed=True, decided=in_force(found, mine=False))


def draw(
    title: str, crumbs: Crumbs, every: Sequence[Group], ours: Sequence[Group], **more: Any
) -> str:
    """The page for who sits in these of all groups."""
    context: dict[str, Any] = {
        "found": ask(programme.plan),
        "taking_part": sum(one.stage == "doet_mee" for one in ask(relations.standings)),
        "tables": [table_of(one) for one in ours],
        "others": [chair_of(one) for one in every if one not in ours],
        "asked": (),
        "agreed": (),
        "few": FEW,
        "not_for_subsidy": NOT_FOR_SUBSIDY,
    }
    return page("welcoming/show.html", title, crumbs, **context | more)


def table_of(group: Group) -> Table:
    """A group with who sits in it, when it meets and the hours the plan prints for it."""
    rhythm = ask(programme.cadence, group.kind)
    coming = ask(meetings.coming, today(), of=(group.group,)).rows
    return Table(
        group=group,
        seated=seated(group.group),
        per_year=group.meetings_per_year or (rhythm.per_year if rhythm else None),
        minutes=group.minutes_per_meeting or (rhythm.minutes if rhythm else None),
        coming=[one for one in coming if one.status == "gepland"][:2],
        roles=[one for one in ask(programme.all_roles, group.kind) if one.printed],
    )


def chair_of(group: Group) -> Chair:
    """A group with its chair, who stands first among its members."""
    first = next(iter(seated(group.group)), None)
    return Chair(group, first if first and first.role == "voorzitter" else None)


def in_force(groups: Sequence[Group], *, mine: bool) -> list[Decision]:
    """What these groups decided last and no later decision looked at again; `mine`: for me."""
    found: list[Decision] = []
    for one in groups:
        inside = (one.group,) if mine and one.group in person().groups else ()
        wanted = decisions.Filter(group=one.group, inside=inside, in_force=True)
        found += ask(decisions.listed, wanted).rows
    return sorted(found, key=lambda one: one.on, reverse=True)[:DECISIONS]


def agreed() -> list[ActionRow]:
    """What is open for who is looking: their own, and what their organisation agreed to."""
    mine = ask(actions.open_of, person().member, today())
    ours = person().organisation
    if ours is None:
        return [*mine]
    wanted = actions.Filter(status="open", organisation=ours, seen_by=eyes())
    theirs = ask(actions.page, wanted, today()).rows
    return [*{one.action: one for one in (*mine, *theirs)}.values()]


def is_new(someone: Person) -> bool:
    """Whether someone who may read this page joined not long ago."""
    if not has_any(someone, ACT):
        return False
    known = ask(people.all_members).get(someone.member)
    return known is not None and known.joined_on > today() - NEW


def is_new_here() -> bool:
    """Whether who is looking joined not long ago."""
    return is_new(person())
