"""The tips of organisations: who or what they say we miss, for the aanjager to read and settle."""

from typing import get_args

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from alliance.events.base import Refused
from alliance.events.tips import Sequel
from alliance.events.tips_rules import settle_tip
from alliance.projections import tips
from alliance.web.facts import title_of
from alliance.web.forms import Typed
from alliance.web.pages import ask, number_of_page, page, record, refused
from alliance.web.roles import needs
from alliance.web.writing import subject

bp = Blueprint("tips", __name__, url_prefix="/tips")
LIST = "Wie of wat missen we?"
SEQUELS: dict[Sequel, str] = {
    "bekeken": "Bekeken",
    "wordt_aanbod": "Wordt aanbod",
    "op_agenda": "Komt op een agenda",
}
assert {*SEQUELS} == {*get_args(Sequel)}
SAID = {
    "bekeken": "De tip staat bij wat bekeken is.",
    "wordt_aanbod": "Neem hier het aanbod op. De tip staat bij wat bekeken is.",
    "op_agenda": "Kies hier de agenda. De tip staat bij wat bekeken is.",
}


@bp.get("/")
@needs("settle_tip")
def index() -> ResponseReturnValue:
    """What waits to be read, and what was."""
    return draw()


@bp.post("/<tip>")
@needs("settle_tip")
def settle(tip: str) -> ResponseReturnValue:
    """Say what comes of one tip, by one tap."""
    it, typed = subject("tip", tip), Typed()
    sequel = next((one for one in SEQUELS if one == typed.choice("sequel", SEQUELS)), None)
    try:
        settled = typed.decide(settle_tip, it.events, sequel=sequel)
        seen = {it.stream: it.version}
        on = then(settled.sequel, title_of(it.events[0]))
        return record(settled, then=on, said=SAID[settled.sequel], seen=seen)
    except Refused as why:
        return refused(draw(why), why)


def then(sequel: Sequel, title: str) -> str:
    """Where to go on with what comes of it."""
    if sequel == "op_agenda":
        return url_for("agenda.raise_point", titel=title)
    return url_for("offers.new" if sequel == "wordt_aanbod" else ".index")


def draw(why: Refused | None = None) -> str:
    """The page with both lists."""
    crumbs = [(url_for("start.show"), "Start")]
    waits = ask(tips.page, settled=False)
    read = ask(tips.page, settled=True, page=number_of_page())
    return page("tips/index.html", LIST, crumbs, why=why, waits=waits, read=read, sequels=SEQUELS)
