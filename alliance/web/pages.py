"""What every page shares: whom it is drawn for, the moment it shows, and how it writes down."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from datetime import date
from typing import Any, Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from flask import abort, current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from alliance import journal
from alliance.config import SITE_NAME as SITE_NAME
from alliance.desk import Desk, Reading
from alliance.events.base import Event, Refused
from alliance.journal import KeyUsed, Stale
from alliance.readers import read_date
from alliance.web import forms
from alliance.web.forms import CHANGED_BY_OTHER
from alliance.web.forms import Overtaken as Overtaken
from alliance.web.roles import Person

PLAN = "2019–2020"
SENT_BEFORE = (
    "Je hebt dit formulier al verstuurd. Wil je dit ook vastleggen? Verstuur het dan nog eens."
)
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
Crumbs = Sequence[tuple[str, str]]


def desk() -> Desk:
    """The desk of this site."""
    found: Desk = current_app.extensions["alliance"]
    return found


def person() -> Person:
    """Who is looking: someone signed in, or a visitor."""
    found: Person = current_user._get_current_object()
    return found


def reading() -> Reading:
    """What this page reads, at one moment: now, or the end of the day in ?op=."""
    if "reading" not in g:
        g.open = ExitStack()
        g.reading = g.open.enter_context(desk().reading(past_day()))
    found: Reading = g.reading
    return found


def close_reading(_error: BaseException | None = None) -> None:
    """Let go of the moment this page was reading."""
    if "open" in g:
        g.pop("open").close()
        g.pop("reading", None)  # not there when it could not be opened


def ask(
    query: Callable[Concatenate[sa.Connection, Asked], Answer],
    *args: Asked.args,
    **kwargs: Asked.kwargs,
) -> Answer:
    """The answer of a projection's query at the moment this page shows."""
    return reading().ask(query, *args, **kwargs)


def today() -> date:
    """The day this page shows."""
    return reading().today


def versions_of(kind: str, keys: Iterable[str]) -> dict[str, int]:
    """The version of each of these as the page shows it, for the buttons beside them."""
    streams = {key: f"{kind}:{key}" for key in keys}
    last = journal.last_versions(reading().db, streams.values())
    return {key: last.get(stream, 0) for key, stream in streams.items()}


def number_of_page() -> int:
    """Which page of a long list is asked for, from 1."""
    return max(request.args.get("bladzijde", 1, type=int), 1)


def page_address(number: int) -> str:
    """The address of another page of the same list."""
    asked = request.args.to_dict() | {"bladzijde": str(number)}
    here = request.endpoint or "start.show"
    return url_for(here, _external=False, **(request.view_args or {}), **asked)


def past_day() -> date | None:
    """The earlier day asked for with ?op=, or None for now; 400 when it is no earlier day."""
    asked = request.args.get("op") if request.method in ("GET", "HEAD") else None
    if not asked or "no_such_day" in g:  # the page that says so is one of today
        return None
    try:
        day = read_date(asked)
    except ValueError as why:
        g.no_such_day = True
        abort(400, str(why))
    if day > desk().today():
        g.no_such_day = True
        abort(400, "Die dag moet nog komen. Kies vandaag of een eerdere dag.")
    return day if day < desk().today() else None


def page(
    template: str,
    title: str,
    crumbs: Crumbs = (),
    *,
    why: Refused | None = None,
    plan: bool = False,
    **context: Any,
) -> str:
    """The page drawn with what every page shows; `plan` when it shows what the plan says."""
    errors = {"" if name == "form" else name: fault for name, fault in _faults(why).items()}
    shared = {"title": title, "crumbs": crumbs, "plan": PLAN if plan else None}
    return render_template(template, errors=errors, **shared, **context)


def refused(drawn: str, why: Refused) -> ResponseReturnValue:
    """A form page shown again with its faults: 422, or 409 when someone else was first."""
    return drawn, 409 if isinstance(why, Overtaken) else 422


def record(
    events: Event | Sequence[Event],
    *,
    then: str,
    said: str,
    seen: dict[str, int] | None = None,
    by: str | None = None,
    also: Callable[[sa.Connection], object] | None = None,
    checked: bool = False,
) -> ResponseReturnValue:
    """Write down what the form asked, once, and go on to the page `then` that says `said`.

    `by` is who says so, when not who signed in; `also` is written along; `checked`: ask no more.

    Raises Refused when a text speaks of a recognisable person or the form was used before with
    other words, and Overtaken when someone else changed a stream in `seen`.
    """
    together = [events] if isinstance(events, Event) else events
    sure = checked or bool(request.form.get("sure"))
    once: dict[str, Any] = {"key": forms.key_digest(), "form": forms.form_digest()}
    once |= {"answer": then, "sure": sure}
    try:
        receipt = desk().record(together, by=by or person().member, seen=seen, also=also, **once)
    except KeyUsed as why:
        raise Refused(form=SENT_BEFORE) from why
    except Stale as why:
        raise Overtaken(form=CHANGED_BY_OTHER) from why
    if not receipt.again:
        flash(said)
    return redirect(receipt.answer or then, 303)


def _faults(why: Refused | None) -> dict[str, str]:
    return why.faults if why else {}
