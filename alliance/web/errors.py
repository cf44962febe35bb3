"""Pages for what went wrong: each says what to do next."""

import logging
from typing import Any

from flask import Flask, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from alliance.database import Unavailable
from alliance.events.base import Refused
from alliance.web import forms, pages, veiling
from alliance.web.roles import has_any, who_has

log = logging.getLogger(__name__)

TITLES = {
    400: "Dit kunnen we niet lezen",
    403: "Dit is niet voor jouw rol",
    404: "Deze pagina bestaat niet",
    405: "Dit kan hier niet",
    409: "Dit kan nu niet",
    410: "Deze link is verlopen",
    413: "Dit is te groot",
    429: "Even wachten",
    500: "Er ging iets mis",
    503: "De gegevens zijn nu niet bereikbaar",
}
WHAT_TO_DO = {
    400: "Ga terug en probeer het nog eens.",
    404: "Misschien is de link oud of mist er een letter. Zoek het op vanaf de startpagina.",
    405: "Ga terug en gebruik de knop op de pagina.",
    413: "Maak je tekst korter, of kies een kleiner bestand, en verstuur het opnieuw.",
    429: "Je vroeg dit vaak achter elkaar. Probeer het over een uur nog eens.",
    500: "Wat je opschreef en bevestigd zag, is bewaard. Probeer het zo nog eens.",
    503: "Er is niets half opgeschreven. Wacht even en verstuur het dan nog eens.",
}
ONLY_READING = (
    "Je kunt nu alleen lezen: wie welke rol heeft, wordt nog bijgewerkt. Er is niets opgeschreven."
    " Wacht even en probeer het dan nog eens."
)


def answer(app: Flask) -> None:
    """Give every error of this site its page."""
    app.register_error_handler(HTTPException, explain)
    app.register_error_handler(Unavailable, say_unavailable)
    app.register_error_handler(Refused, say_refused)
    app.register_error_handler(Exception, say_broken)


def explain(error: HTTPException) -> ResponseReturnValue:
    """The page for an error that the site itself raised."""
    code = error.code or 500
    if code < 400:
        return error
    told = error.description if "description" in vars(error) else None
    try:
        if code == 403 and pages.person().only_reading:
            return draw(503, ONLY_READING)
        return draw(code, not_yours(str(told)) if code == 403 else told)
    except Unavailable as why:  # first noticed here: whose page it is could not be asked
        return say_unavailable(why)


def not_yours(act: str) -> str:
    """Why this person may not do this: the role is another one, or the thing is somebody else's."""
    if not has_any(pages.person(), act):
        return f"Dit kan alleen als je {who_has(act)} bent. Vraag het de aanjager."
    if act == "correct":
        return "Alleen wie dit opschreef, kan het verbeteren of terugnemen. Vraag het de aanjager."
    return (
        "Je rol mag dit wel, maar niet bij iets van een andere groep of organisatie."
        " Vraag het de aanjager."
    )


def say_refused(error: Refused) -> ResponseReturnValue:
    """The page for a form that cannot be opened at all: it says what to do instead."""
    return draw(409, str(error))


def say_unavailable(error: Unavailable) -> ResponseReturnValue:
    """The page for a database that is locked, read-only or full: nothing was half written."""
    log.error("the database is unavailable: %s", error)
    return draw(503)


def say_broken(error: Exception) -> ResponseReturnValue:
    """The page for a fault of ours; the log holds what it was."""
    log.exception("a page broke", exc_info=error)
    return draw(500)


def draw(code: int, told: str | None = None) -> ResponseReturnValue:
    """One error page; what cannot be asked from the database is left out of its frame."""
    title = TITLES.get(code, TITLES[500])
    sentence = told or WHAT_TO_DO.get(code, WHAT_TO_DO[500])
    home = url_for("start.show")
    if code >= 500:
        pages.close_reading()  # PostgreSQL reads no further where something broke
    try:
        veiling.put_on()
    except Exception:  # whatever it is: nothing that others wrote stands on a page of these
        veiling.lift()
    again = typed_again() if code == 503 else []
    context: dict[str, Any] = {"sentence": sentence, "home": home, "again": again}
    return pages.page("error.html", title, about_a_person=None, **context), code


def typed_again() -> list[tuple[str, str]]:
    """What was typed in a form of ours, to be sent once more under the same key."""
    if request.method != "POST" or not forms.is_own_form():
        return []
    return [*request.form.items(multi=True)]
