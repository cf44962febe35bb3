"""The page of what has no one any more: whose member or organisation stopped, for the aanjager."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from alliance.projections import actions, people
from alliance.projections.action_rows import ActionRow
from alliance.projections.paging import Page
from alliance.web.action_pages import here
from alliance.web.pages import ask, number_of_page, page, today
from alliance.web.roles import needs

bp = Blueprint("successors", __name__, url_prefix="/afspraken")
TITLE = "Zoek een opvolger"


@bp.get("/opvolgers")
@needs("manage_people")
def index() -> ResponseReturnValue:
    """What was agreed or asked and has no one any more, each with a way to ask a successor."""
    found = left_behind(number_of_page())
    gone = set(ask(people.gone)[1])
    return page("successors/index.html", TITLE, here(), found=found, gone=gone, on_day=today())


def left_behind(at: int = 1) -> Page[ActionRow]:
    """What has not ended and is of someone who no longer takes part."""
    members, organisations = ask(people.gone)
    wanted = actions.Filter(gone=actions.Gone(members, organisations))
    return ask(actions.page, wanted, today(), at)
