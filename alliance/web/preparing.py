"""Pages on which the chair makes an agenda ready: every tap comes back to the same place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from alliance.events import agenda_drafts as rules
from alliance.events.agenda_drafts import Draft
from alliance.events.base import Event, Refused, refuse
from alliance.events.meetings import ItemKind
from alliance.projections.agenda import Proposal
from alliance.projections.meetings import Meeting
from alliance.web import names, presenters
from alliance.web.agenda import the_meeting
from alliance.web.drafts import draft_of, proposal_of
from alliance.web.forms import Typed
from alliance.web.letters import readers_of, seal_of
from alliance.web.meetings import here, show_url, title_of
from alliance.web.pages import page, past_day, reading, record, refused, today
from alliance.web.points import anchor, shown
from alliance.web.roles import needs
from alliance.web.writing import Subject, allow, new_id, to_today

bp = Blueprint("preparing", __name__, url_prefix="/bijeenkomsten")
KINDS: tuple[ItemKind, ...] = ("ter_informatie", "bespreken", "besluiten")
ALONG: tuple[ItemKind, ...] = ("meedenken", "ter_informatie")
"""What the sounding board does with a point: it thinks along."""
NO_DEED = "Kies een van de knoppen bij een punt."
STEPS = {"omhoog": -1, "omlaag": 1}


@dataclass(frozen=True)
class Tap:
    """A button that was tapped at one point of an agenda in the making."""

    typed: Typed
    found: Meeting
    past: Sequence[Event]
    draft: Draft

    @property
    def key(self) -> str:
        """The point that it stood at; empty for a new one."""
        return self.typed.text("punt")

    @property
    def deed(self) -> str:
        """What the button does."""
        return self.typed.text("doe")


@bp.route("/<meeting>/agenda/klaarmaken", methods=["GET", "POST"])
@needs("set_agenda")
def prepare(meeting: str) -> ResponseReturnValue:
    """The agenda point by point, each with its buttons; for one thumb, and without script."""
    it, found = the_meeting(meeting)
    allow("set_agenda", group=found.group)
    if past_day():
        return to_today()
    proposal = proposal_of(found)
    if proposal is None:
        return redirect(url_for("meetings.agenda", meeting=meeting))
    draft = draft_of(found, proposal)
    if request.method != "POST":
        return draw_draft(it, found, proposal, draft)
    try:
        return carry_out(Tap(Typed(), found, it.events, draft))
    except Refused as why:
        return refused(draw_draft(it, found, proposal, draft, why), why)


def carry_out(tap: Tap) -> ResponseReturnValue:
    """Do what the button says with its point, and come back to that point."""
    seen = tap.typed.seen(f"agenda:{tap.found.meeting}")
    refuse(form=tap.deed not in DEEDS and NO_DEED)
    said, decide = DEEDS[tap.deed]
    events = decide(tap)
    at = anchor(tap.key) if tap.key else "nieuw"
    then = url_for(".prepare", meeting=tap.found.meeting, _anchor=at)
    return record(events, then=then, said=said, seen=seen)


def move(tap: Tap) -> Event:
    """One place up or down, or on top."""
    step = STEPS.get(tap.deed)
    to = 0 if step is None else rules.place_of(tap.draft, tap.key) + step
    return tap.typed.decide(
        rules.move_point, tap.past, tap.draft, key=tap.key, to=to, today=today()
    )


def pin(tap: Tap) -> Event:
    """It stays, whatever happens; or no longer."""
    stays = tap.deed == "vast"
    return tap.typed.decide(
        rules.pin_point, tap.past, tap.draft, key=tap.key, pinned=stays, today=today()
    )


def drop(tap: Tap) -> Event:
    """It does not come back for this meeting."""
    return tap.typed.decide(rules.drop_point, tap.past, tap.draft, key=tap.key, today=today())


def take(tap: Tap) -> Event:
    """What waited or was taken off comes on the agenda."""
    return tap.typed.decide(rules.take_point, tap.past, tap.draft, key=tap.key, today=today())


def change(tap: Tap) -> Event:
    """Another title, kind or length, who introduces it, whether it stays within the group."""
    typed = tap.typed
    changes: rules.PointChanges = {
        "title": typed.text("title"),
        "minutes": typed.number("minutes") or 0,
        "presenter": presenters.presenter_typed(typed, tap.found.group),
        "confidential": typed.yes("confidential"),
    }
    if kind := typed.choice("kind", kinds_for(tap.found)):
        changes["kind"] = cast(ItemKind, kind)  # any other word is a fault
    return typed.decide(
        rules.change_point, tap.past, tap.draft, key=tap.key, today=today(), **changes
    )


def add(tap: Tap) -> Sequence[Event]:
    """A point that nobody raised and the site did not propose."""
    return tap.typed.decide(
        rules.add_point,
        tap.past,
        tap.draft,
        item=new_id(),
        title=tap.typed.text("title"),
        kind="meedenken" if tap.found.group_kind == "klankbordgroep" else "bespreken",
        today=today(),
    )


DEEDS: dict[str, tuple[str, Callable[[Tap], Event | Sequence[Event]]]] = {
    "bovenaan": ("Het punt staat bovenaan.", move),
    "omhoog": ("Het punt staat een plaats hoger.", move),
    "omlaag": ("Het punt staat een plaats lager.", move),
    "vast": ("Het punt staat vast.", pin),
    "los": ("Het punt staat niet meer vast.", pin),
    "eraf": ("Het punt is eraf. Voor deze bijeenkomst komt het niet vanzelf terug.", drop),
    "erop": ("Het punt staat erop, onderaan.", take),
    "bewaar": ("De wijziging staat erin.", change),
    "nieuw": ("Het punt staat erop, onderaan.", add),
}
"""What each button does, and what is said when it was done."""


def kinds_for(found: Meeting) -> dict[str, str]:
    """What a group can do with a point, by code, in words."""
    kinds = ALONG if found.group_kind == "klankbordgroep" else KINDS
    return {kind: names.name_of("kind", kind) for kind in kinds}


def draw_draft(
    it: Subject, found: Meeting, proposal: Proposal, draft: Draft, why: Refused | None = None
) -> str:
    """The page: every point with its buttons, what waits, and what was taken off."""
    context: dict[str, Any] = {
        "it": it,
        "found": found,
        "draft": draft,
        "talks": shown_talks(found, proposal, draft),
        "waits": shown(draft.waits, found.group, proposal),
        "dropped": shown(draft.dropped, found.group, proposal),
        "kinds": [*kinds_for(found).items()],
        "presenters": [*presenters.presenters(found.group)],
        "version": len(reading().history(f"agenda:{found.meeting}")),
        "digest": seal_of(found, draft),
        "readers": readers_of(found),
        "wrong": request.form.get("punt", "nieuw") if why else None,
        "typed": request.form,
        "anchor": anchor,
    }
    crumbs = [*here(), (show_url(found.meeting), title_of(found))]
    title = f"Agenda klaarmaken: {title_of(found)}"
    return page("agenda/prepare.html", title, crumbs, why=why, **context)


def shown_talks(found: Meeting, proposal: Proposal, draft: Draft) -> list[dict[str, Any]]:
    """Every point of a draft as it is shown, with what its fields begin with."""
    points = shown(draft.lines, found.group, proposal, found.start)
    return [
        {
            "shown": one,
            "pinned": talk.choice.pinned,
            "proposed": talk.choice.key in draft.proposed,
            "kind": talk.line.kind,
            "presenter": presenters.presenter_as_typed(talk.line.presenter, found.group),
        }
        for one, talk in zip(points, draft.talks, strict=True)
    ]
