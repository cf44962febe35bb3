"""What every request passes first: its right to be there, and proof that a form is ours."""

import re
from contextlib import suppress

from flask import Flask, Response, abort, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from alliance import database, journal
from alliance.events.texts import UNPRINTABLE
from alliance.privacy import UNREADABLE
from alliance.web import forms, pages, sheets
from alliance.web.roles import act_of, has_any

POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
NOT_OURS = (
    "Dit formulier is niet meer geldig. Ga terug, laad de pagina opnieuw en verstuur het nog eens."
)
NUL = re.compile("\0")
"""The sign that PostgreSQL keeps in no text, and that no form of ours sends."""


def guard(app: Flask) -> None:
    """Let every request of this site pass the gate."""
    app.before_request(let_in)
    app.after_request(harden)
    app.teardown_request(pages.close_reading)


def let_in() -> ResponseReturnValue | None:
    """Stop who may not be here, a form that is not ours, and a form that was answered before."""
    if request.endpoint is None or request.endpoint == "static":
        return None
    if UNPRINTABLE.search(request.path) or holds(request.args, UNPRINTABLE):
        abort(400, UNREADABLE)
    view = current_app.view_functions[request.endpoint]
    act = act_of(view)
    someone = pages.person()
    if not has_any(someone, act):
        if not someone.is_authenticated:
            return redirect(url_for("signing_in.ask", next=request.full_path.rstrip("?")))
        abort(403, act)
    if request.method != "POST":
        return None
    request.max_content_length = vars(view).get("largest", request.max_content_length)
    return check_form()


def check_form() -> ResponseReturnValue | None:
    """Refuse a form that is not ours; give the first answer again to one that was answered."""
    if not forms.is_own_form():
        abort(400, NOT_OURS)
    if holds(request.form, NUL):  # any other such sign falls away where the form is read
        abort(400, UNREADABLE)
    with database.reading(pages.desk().engine) as db, suppress(journal.KeyUsed):
        first = journal.find_receipt(db, forms.key_digest(), forms.form_digest())
        if first and first.answer:
            return redirect(first.answer, 303)
    return None


def holds(typed: MultiDict[str, str], sign: re.Pattern[str]) -> bool:
    """Whether a sign stands in anything that was typed or asked."""
    return any(sign.search(one) for _, many in typed.lists() for one in many)


def harden(response: Response) -> Response:
    """Tell the browser to run only our own pages, to keep their sheets and never a page."""
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    dressed = request.endpoint == "static" and response.status_code < 400
    response.headers["Cache-Control"] = sheets.KEPT if dressed else "no-store"
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    return response
