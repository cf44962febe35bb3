"""Pages that tell who takes part: the groups, the organisations, and what an import left to ask."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from alliance.events.base import Event
from alliance.events.sources import answer_question
from alliance.projections import (
    actions,
    meetings,
    meetings_year,
    offers,
    people,
    profiles,
    programme,
)
from alliance.projections.progress_overview import overview
from alliance.projections.questions import Question, how_many, unanswered
from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.pages import PLAN, Crumbs, ask, page, person, today
from alliance.web.roles import has_any, needs
from alliance.web.sectors import table_of
from alliance.web.sight import eyes
from alliance.web.stages import relation_of, touch_in_words
from alliance.web.subjects import address_of
from alliance.web.writing import Form, add_to, subject

bp = Blueprint("people", __name__, url_prefix="/alliantie")
LIST = "Alliantie"
QUESTIONS = "Vragen uit het inlezen"


@dataclass(frozen=True)
class Seated:
    """Someone in a group as the page shows it; without a name for who may not read names."""

    member: str
    name: str | None
    role: str
    organisation: str | None
    since: date


@bp.get("/")
@needs("read_people")
def index() -> ResponseReturnValue:
    """The groups with who is in them, the organisations, and the programme in short."""
    groups = ask(people.all_groups)
    return page(
        "people/index.html",
        LIST,
        plan=True,
        groups=groups,
        seated={group.group: seated(group.group) for group in groups},
        taking_part=ask(people.listed, taking_part=True),
        named=ask(people.listed, taking_part=False),
        contacts=called_by_organisation(),
        profiles=ask(profiles.every),
        themes=ask(overview).themes,
        waiting=ask(how_many) if may_manage() else 0,
    )


@bp.get("/groepen/<group>")
@needs("read_people")
def group(group: str) -> ResponseReturnValue:
    """One group: its task, its members, when it meets, and how its actions stand."""
    it = subject("group", group)
    found = ask(people.group, group)
    assert found is not None  # it has a history
    cadence = ask(programme.cadence, found.kind)
    return page(
        "people/group.html",
        found.name,
        here(),
        plan=PLAN in (found.source or "") or cadence is not None,
        it=it,
        found=found,
        cadence=cadence,
        roles=ask(programme.all_roles, found.kind),
        year=today().year,
        planned=ask(meetings_year.number_in, group, today().year),
        seated=seated(group),
        table=table_of(found),
        coming=ask(meetings.coming, today(), of=[group]).rows[:3],
        agreed=ask(actions.counts, today(), group),
    )


@bp.get("/organisaties/<organisation>")
@needs("read_people")
def organisation(organisation: str) -> ResponseReturnValue:
    """One organisation: what it brings, what it agreed to do, and whom to turn to."""
    it = subject("organisation", organisation)
    found = ask(people.organisation, organisation)
    assert found is not None  # it has a history
    wanted = actions.Filter(status="open", organisation=organisation, seen_by=eyes())
    return page(
        "people/organisation.html",
        found.name,
        here(),
        plan=PLAN in (found.source or ""),
        it=it,
        found=found,
        brings=ask(offers.of_organisation, organisation, today()),
        agreed=ask(actions.page, wanted, today()),
        contacts=called(known := ask(people.contacts_of, organisation)),
        known=known,
        relation=relation_of(organisation),
        profile=ask(profiles.profile, organisation),
        name_shown=name_shown,
        touch_in_words=touch_in_words,
        address_of=address_of,
    )


@bp.get("/vragen")
@needs("manage_people")
def questions() -> ResponseReturnValue:
    """What an import could not decide, each with its difference and a button."""
    waiting = ask(unanswered)
    about = {one.question: topic_of(one) for one in waiting}
    context: dict[str, Any] = {"waiting": waiting, "about": about, "total": ask(how_many)}
    return page("people/questions.html", QUESTIONS, here(), **context)


@bp.route("/vragen/<question>", methods=["GET", "POST"])
@needs("manage_people")
def settle(question: str) -> ResponseReturnValue:
    """The aanjager looked at a difference and did what was needed."""
    it = subject("question", question)
    then = url_for(".questions")
    way = [*here(), (then, QUESTIONS)]
    lead = "Kijk eerst wat klopt, en pas het zo nodig aan. Daarna is deze vraag klaar."
    form = Form("Vraag afgehandeld", "Afgehandeld", (), way, lead)

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(answer_question, past, question=question)

    return add_to(it, form, decide, then, "De vraag is afgehandeld.")


def topic_of(question: Question) -> tuple[str, str | None]:
    """What a question is about: its name, and the address of its page when it has one."""
    kind, _, key = question.item.partition(":")
    return names.name_of(kind, key), address_of(question.item)


def seated(group: str) -> list[Seated]:
    """Who is in a group, the chair first."""
    return [
        Seated(one.member, name_shown(one.member), one.role, one.organisation, one.since)
        for one in ask(people.seats, group)
    ]


def called(members: tuple[str, ...]) -> list[str]:
    """These members as the page names them."""
    return [name_shown(one) or "contactpersoon bekend" for one in members]


def called_by_organisation() -> dict[str, list[str]]:
    """Whom to turn to, by organisation."""
    return {key: called(members) for key, members in ask(people.contacts).items()}


def name_shown(member: str) -> str | None:
    """The name of a member, for who takes part; None for others and after erasing."""
    if has_any(person(), "read_member_names"):
        return names.of("member_name").get(member)
    return None


def may_manage() -> bool:
    """Whether who is looking lets people in and describes groups and organisations."""
    return has_any(person(), "manage_people")


def here() -> Crumbs:
    """The way from home to the page of the alliance."""
    return [(url_for("start.show"), "Start"), (url_for("people.index"), LIST)]
