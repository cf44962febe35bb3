"""The site's own outbox: what was mailed, how far it got, and in the demo what it says."""

from dataclasses import replace

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from alliance import outbox, tickets
from alliance.database import reading
from alliance.web.pages import desk, page, person
from alliance.web.roles import may, needs

bp = Blueprint("post", __name__)


@bp.get("/uitgaande-mail")
@needs("read_public")
def index() -> ResponseReturnValue:
    """The newest letters; open to all in the demo, and elsewhere to the keeper without links."""
    settings = desk().settings
    if not settings.demo and not may(person(), "manage_site"):
        abort(403, "manage_site")
    with reading(desk().engine) as db:
        found = outbox.letters(db, with_links=settings.demo)
    if settings.demo:
        secret = settings.secret_key
        found = [replace(one, body=tickets.signed(one.body, secret)) for one in found]
    return page("post/index.html", "Uitgaande mail", letters=found, demo=settings.demo)
