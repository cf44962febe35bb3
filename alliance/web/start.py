"""One start page per role; someone with more roles sees them under each other."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from alliance.web.pages import page
from alliance.web.roles import needs

bp = Blueprint("start", __name__)


@bp.get("/")
@needs("read_start")
def show() -> ResponseReturnValue:
    """What this role needs to know today."""
    return page("start/visitor.html", "Samen tegen eenzaamheid in Capelle")
