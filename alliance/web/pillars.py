"""The national pillars: what serves each of them, and the one tap that says so."""

from dataclasses import dataclass

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from alliance.events.base import Event
from alliance.events.pillars import link_pillar
from alliance.events.words import VocabularyAdopted
from alliance.projections import actions, pillars
from alliance.projections.action_rows import Serving
from alliance.projections.progress_overview import Result, Theme, overview
from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.pages import Crumbs, ask, page, reading, record, today
from alliance.web.roles import needs
from alliance.web.sight import eyes
from alliance.web.subjects import address_of
from alliance.web.writing import Field, Form, fill_in, subject

bp = Blueprint("pillars", __name__, url_prefix="/pijlers")
LIST = "Landelijke pijlers"
NONE = "geen"
KINDS = ("theme", "result", "action")


@dataclass(frozen=True)
class Pillar:
    """One pillar, and what serves it."""

    code: str
    name: str
    themes: list[Theme]
    results: list[Result]
    agreed: int


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """Per pillar its themes, results and agreements; and what was linked to none yet."""
    found, loose = ask(overview), []
    for theme in found.themes:
        if own("theme", theme.theme) is None:
            loose.append((f"theme.{theme.theme}", theme.name))
    every = [pillar_with(code, name, found.themes) for code, name in names.of("pillar").items()]
    home: Crumbs = [(url_for("start.show"), "Start"), (url_for("progress.index"), "Voortgang")]
    return page(
        "pillars/index.html",
        LIST,
        home,
        every=every,
        loose=loose,
        codes=codes(),
        source=source(),
    )


@bp.route("/<served>", methods=["GET", "POST"])
@needs("link")
def link(served: str) -> ResponseReturnValue:
    """Say which pillar a theme, a result or an agreement serves: one choice, or one tap."""
    kind, _, key = served.partition(".")
    if kind not in KINDS:
        abort(404)
    subject(kind, key)
    back = address_of(f"{kind}:{key}") or url_for(".index")
    options = [*codes(), (NONE, "geen eigen pijler")]
    asked = Field("choice", "pillar", "Welke pijler dient dit?", options=options)
    form = Form("Kies de landelijke pijler", "Vastleggen", (asked,))
    here: Crumbs = [(url_for("start.show"), "Start"), (url_for(".index"), LIST)]

    def write(typed: Typed) -> ResponseReturnValue:
        then = url_for(".index") if typed.yes("lijst") else back
        return record(chosen(served, typed), then=then, said="De pijler staat erbij.")

    form = form.below(here, names.name_of(kind, key), back)
    return fill_in(form, write, {"pillar": own(kind, key) or ""})


def chosen(served: str, typed: Typed) -> Event:
    """What was tapped or chosen, as what happened."""
    pillar = typed.text("pillar")
    return typed.decide(
        link_pillar,
        [entry.event for entry in reading().history(f"served:{served}")],
        served=served,
        pillar=None if pillar == NONE else pillar,
        known=names.of("pillar"),
    )


def codes() -> list[tuple[str, str]]:
    """Every pillar with its name."""
    return [*names.of("pillar").items()]


def own(kind: str, key: str) -> str | None:
    """The pillar that was linked to this itself."""
    return ask(pillars.linked).get(f"{kind}.{key}")


def of_result(result: str, theme: str) -> str | None:
    """The pillar of a result: its own, else that of its theme."""
    return own("result", result) or own("theme", theme)


def pillar_of(kind: str, key: str, result: str | None = None, theme: str | None = None) -> str:
    """Which pillar this serves, in words for its page; empty while nobody said."""
    mine = own(kind, key)
    above = (own("result", result) if result else None) or (own("theme", theme) if theme else None)
    if mine:
        return names.name_of("pillar", mine)
    return f"{names.name_of('pillar', above)} (zoals waar het bij hoort)" if above else ""


def pillar_with(code: str, name: str, themes: list[Theme] | tuple[Theme, ...]) -> Pillar:
    """One pillar with all that serves it."""
    results = [
        one
        for theme in themes
        for one in theme.results
        if of_result(one.result, theme.theme) == code
    ]
    return Pillar(
        code,
        name,
        [one for one in themes if own("theme", one.theme) == code],
        results,
        ask(actions.number, actions.Filter(serves=serving(code), seen_by=eyes()), today()),
    )


def serving(code: str | None) -> Serving | None:
    """What agreements must have to serve a pillar; None when there is no such pillar."""
    if code not in names.of("pillar"):
        return None
    themes = ask(overview).themes
    said = ask(pillars.linked)
    mine = {key: pillar for key, pillar in said.items() if key.startswith("action.")}
    return Serving(
        actions=tuple(key.removeprefix("action.") for key, one in mine.items() if one == code),
        others=tuple(key.removeprefix("action.") for key, one in mine.items() if one != code),
        results=tuple(
            one.result
            for theme in themes
            for one in theme.results
            if of_result(one.result, theme.theme) == code
        ),
        themes=tuple(one.theme for one in themes if own("theme", one.theme) == code),
    )


def source() -> str:
    """Where the pillars come from."""
    adopted = [entry.event for entry in reading().history("vocabulary:pillar")]
    return next((one.source for one in adopted if isinstance(one, VocabularyAdopted)), "")
