"""The site's own outbox: what was mailed, how far it got, and in the demo what it says."""

from dataclasses import replace

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from alliance import outbox, outbox_choices, tickets
from alliance.database import reading, writing
from alliance.web.pages import desk, page, person
from alliance.web.roles import may, needs

bp = Blueprint("post", __name__)
GONE_BY = "Deze mail is intussen verstuurd of vervallen. Kijk hieronder hoe het staat."


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


@bp.post("/uitgaande-mail/<letter>/opnieuw")
@needs("manage_site")
def again(letter: str) -> ResponseReturnValue:
    """Send a letter once more of which nobody knows whether it arrived."""
    with writing(desk().engine) as db:
        done = outbox_choices.again(db, letter, desk().clock())
    return settled("Deze mail gaat opnieuw uit." if done else GONE_BY)


@bp.post("/uitgaande-mail/<letter>/zo-laten")
@needs("manage_site")
def leave(letter: str) -> ResponseReturnValue:
    """Do not send it again."""
    with writing(desk().engine) as db:
        done = outbox_choices.leave(db, letter)
    return settled("Deze mail gaat niet opnieuw uit." if done else GONE_BY)


def settled(said: str) -> ResponseReturnValue:
    """Back to the list, with what was done."""
    flash(said)
    return redirect(url_for(".index"), 303)
