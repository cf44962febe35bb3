"""Thinking along before a meeting: what is proposed, and what members of the sounding board say."""

from dataclasses import dataclass

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.documents.checks import check_words
from alliance.events.base import Event
from alliance.events.opinions import Stance, give_opinion, withdraw_opinion
from alliance.projections import opinions, people
from alliance.projections.agenda_waiting import Waiting, one, waiting
from alliance.projections.checks import of_point
from alliance.projections.meetings import next_of
from alliance.projections.opinions import Opinion
from alliance.web.forms import Typed
from alliance.web.inside import ACT, is_inside
from alliance.web.pages import Crumbs, ask, page, person, reading, record, today
from alliance.web.reasons import links_to
from alliance.web.roles import needs
from alliance.web.writing import Field, Form, allow, fill_in, subject

bp = Blueprint("opinions", __name__, url_prefix="/meedenken")
LIST = "Denk met ons mee"
STANCES: dict[Stance, str] = {
    "goed_idee": "Goed idee",
    "ja_maar": "Ja, maar …",
    "liever_niet": "Liever niet, want …",
}
HEARD = "Dank je wel. Je groep neemt het mee in haar advies."


@dataclass(frozen=True)
class Proposal:
    """What is put to the sounding board, and what who is looking said of it."""

    item: str
    title: str
    reason: str | None
    mine: Opinion | None

    @property
    def minutes(self) -> int:
        """How long it takes to read."""
        return dutch.reading_minutes(self.title, self.reason)


def board() -> str | None:
    """The key of the sounding board, if there is one."""
    every = ask(people.all_groups)
    return next((each.group for each in every if each.kind == "klankbordgroep"), None)


def proposals() -> list[Proposal]:
    """What the sounding board still has to speak of, what waits longest first."""
    ours = board()
    return [*map(proposal_of, ask(waiting, ours, today()))] if ours else []


def proposal_of(item: Waiting) -> Proposal:
    """One item as who is looking sees it."""
    mine = ask(opinions.of_member, item.item, person().member)
    return Proposal(item.item, item.title, item.reason, mine)


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """Every proposal that is put to the sounding board now."""
    the_board()
    return page(
        "opinions/index.html", LIST, home(), rows=proposals(), board=board(), stances=STANCES
    )


@bp.get("/<item>")
@needs("read_inside")
def show(item: str) -> ResponseReturnValue:
    """One proposal: what it is, what you think, and what the group said so far."""
    ours, found = the_board(), the_proposal(item)
    return page(
        "opinions/show.html",
        found.title,
        here(),
        found=proposal_of(found),
        item=found,
        said=ask(opinions.about, item),
        waits=is_waiting(item),
        group=ours,
        meeting=ask(next_of, ours, today()),
        checked=check_words(ask(of_point, f"item:{item}")),
        links=links_to([found.about or "", f"item:{item}"]),
        stances=STANCES,
    )


@bp.post("/<item>/goed-idee")
@needs("give_opinion")
def agree(item: str) -> ResponseReturnValue:
    """A good idea: one tap, no words."""
    event = said(item, "goed_idee", Typed())
    return record(event, then=url_for("opinions.show", item=item), said=HEARD)


@bp.route("/<item>/ja-maar", methods=["GET", "POST"])
@needs("give_opinion")
def but(item: str) -> ResponseReturnValue:
    """Yes, but: with one sentence."""
    return in_words(item, "ja_maar", "Ja, maar …", "Waar moeten we op letten?")


@bp.route("/<item>/liever-niet", methods=["GET", "POST"])
@needs("give_opinion")
def rather_not(item: str) -> ResponseReturnValue:
    """Rather not, because: with one sentence."""
    return in_words(item, "liever_niet", "Liever niet, want …", "Waarom liever niet?")


@bp.post("/<item>/weg")
@needs("give_opinion")
def take_back(item: str) -> ResponseReturnValue:
    """Take back what you said."""
    allow("give_opinion", group=the_board())
    event = Typed().decide(withdraw_opinion, past_of(item), member=person().member)
    return record(event, then=url_for("opinions.show", item=item), said="Het is weggehaald.")


def in_words(item: str, stance: Stance, title: str, question: str) -> ResponseReturnValue:
    """The form that asks for one sentence."""
    allow("give_opinion", group=the_board())
    found, shown = the_proposal(item), url_for("opinions.show", item=item)
    asked = Field("text", "statement", question, "Eén zin is genoeg.", free=True)
    form = Form(title, "Zeg het je groep", (asked,), lead=found.reason or "")

    def write(typed: Typed) -> ResponseReturnValue:
        return record(said(item, stance, typed), then=shown, said=HEARD)

    return fill_in(form.below(here(), found.title, shown), write)


def said(item: str, stance: Stance, typed: Typed) -> Event:
    """What who is looking thinks, as what happened."""
    ours = the_board()
    allow("give_opinion", group=ours)
    return typed.decide(
        give_opinion,
        subject("item", item).events,
        past_of(item),
        group=ours,
        member=person().member,
        stance=stance,
        statement=typed.optional("statement"),
        waits=is_waiting(item),
    )


def heard_before(key: str, group: str) -> list[Opinion]:
    """What members said beforehand of a point, as the sounding board speaks of it."""
    kind, _, item = key.partition(":")
    return ask(opinions.about, item) if kind == "item" and group == board() else []


def past_of(item: str) -> list[Event]:
    """What was said of a proposal so far."""
    return [entry.event for entry in reading().history(f"opinion:{item}")]


def is_waiting(item: str) -> bool:
    """Whether the sounding board still has to speak of it."""
    return any(each.item == item for each in ask(waiting, board() or "", today()))


def the_board() -> str:
    """The sounding board; what is said in it is for its members and the aanjager."""
    ours = board()
    if ours is None:
        abort(404)
    if not is_inside(ours):
        abort(403, ACT)
    return ours


def the_proposal(item: str) -> Waiting:
    """What was ever put to the sounding board; 404 for anything else."""
    found = ask(one, board() or "", item)
    if found is None:
        abort(404)
    return found


def home() -> Crumbs:
    """The way to the list."""
    return [(url_for("start.show"), "Start")]


def here() -> Crumbs:
    """The way from home to the list of proposals."""
    return [*home(), (url_for("opinions.index"), LIST)]
