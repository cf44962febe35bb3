"""Veiling: whatever leaves in a page or a file passes here last, and what is hidden is covered.

Jinja hands over every value that a template shows (`finalize`), and Flask every answer that is no
page. So a page or a file that somebody still has to write covers what is hidden without knowing it.
While nothing is hidden this costs one short question to the database for each page.
"""

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from flask import Flask, Response, g, request
from jinja2 import pass_eval_context
from markupsafe import Markup

from alliance import hidden
from alliance.veil import Veil, over_calendar
from alliance.web import pages

PLAIN = (bool, int, float, date, datetime, time, type(None))
"""What holds no text."""
WRITTEN = ("text/", "application/json", "application/xml", "image/svg+xml")
"""Kinds of files that are text; a file of another kind covers its own texts, with `covered`."""


@dataclass(frozen=True)
class Cover:
    """What is covered on this page, and what its reader wrote: that only this reader still sees."""

    veil: Veil | None
    own: Veil | None
    unsaid: tuple[str, ...]


_COVER: ContextVar[Cover | None] = ContextVar("cover", default=None)


def draw(app: Flask) -> None:
    """Let everything this site shows pass here."""
    app.jinja_env.finalize = covered_value
    app.before_request(start_bare)
    app.after_request(cover_file)
    app.jinja_env.globals["shows_own_hidden"] = shows_own_hidden


def start_bare() -> None:
    """Begin a request without what another one covered."""
    _COVER.set(None)


def put_on() -> None:
    """Look up what is hidden from who is looking, once for a page.

    Raises Unavailable when that cannot be known: then nothing may be shown.
    """
    if "covered" in g:
        return
    found, me = hidden.waiting(pages.reading().db), pages.person()
    if found:
        names = {me.member, *(f"organisation:{one}" for one in me.organisations)} - {""}
        mine = [one for one in found if one.entry.by in names]
        others = [one for one in found if one not in mine]
        unsaid = tuple(one.text for one in others)
        _COVER.set(Cover(hidden.veil_over(others), hidden.veil_over(mine), unsaid))
    g.covered = True


def unsaid() -> tuple[str, ...]:
    """The texts that are hidden from who is looking: no search may find what holds them."""
    put_on()
    cover = _COVER.get()
    return cover.unsaid if cover else ()


def over_names(names: Mapping[str, str]) -> Mapping[str, str]:
    """Names by key without what is hidden from who is looking: nobody finds it by searching."""
    put_on()
    cover = _COVER.get()
    if cover is None or cover.veil is None:
        return names
    return {key: cover.veil.over(name) for key, name in names.items()}


def over(text: str) -> str:
    """A text without what is hidden from who is looking, for a file that is itself no text."""
    put_on()
    cover = _COVER.get()
    return text if cover is None else covered(text, cover)


def lift() -> None:
    """Cover nothing on this page: it is the keeper's, or shows nothing of what was written."""
    g.covered = True
    _COVER.set(None)


def shows_own_hidden() -> bool:
    """Whether a text stands on this page that is hidden from everyone but who is looking."""
    return bool(g.get("own_hidden"))


@pass_eval_context  # so that no template keeps what was covered when it was first read
def covered_value(_context: object, value: Any) -> Any:
    """A value as a template may show it."""
    cover = _COVER.get()
    return value if cover is None or isinstance(value, PLAIN) else covered(value, cover)


def covered(value: Any, cover: Cover) -> str:
    """A text without what is hidden; marked-up text stays marked up."""
    text = str(value)
    if cover.own and cover.own.covers(text):
        g.own_hidden = True
    if cover.veil is None:
        return value if isinstance(value, str) else text
    new = cover.veil.over(text)
    if text.startswith(("/", "http")) and "?" in text:
        new = cover.veil.over_address(new)
    return Markup(new) if isinstance(value, Markup) else new


def cover_file(response: Response) -> Response:
    """An answer that is no page, without what is hidden."""
    if response.mimetype == "text/html" or request.endpoint == "static" or not response.data:
        return response
    put_on()
    cover = _COVER.get()
    if cover and cover.veil and (response.mimetype or "").startswith(WRITTEN):
        over = cover.veil.over
        text = response.get_data(as_text=True)
        is_calendar = response.mimetype == "text/calendar"
        response.set_data(over_calendar(cover.veil, text) if is_calendar else over(text))
    return response
