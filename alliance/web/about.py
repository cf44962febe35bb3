"""About the site itself: whether it works, what it keeps, who can use it and where to report."""

import logging
from datetime import timedelta

from flask import Blueprint, Response, url_for
from flask.typing import ResponseReturnValue

from alliance import __version__, dutch, journal, lease, outbox, projections
from alliance.database import reading
from alliance.web.pages import desk, page
from alliance.web.roles import ACTS, EVERYONE, WORDS, needs

log = logging.getLogger(__name__)
bp = Blueprint("about", __name__)
SILENT_AFTER = timedelta(minutes=15)
"""A clock that was not heard from for so long stands still."""
OVERVIEWS = {
    "actions": "Afspraken",
    "activities": "Activiteiten",
    "advice": "Adviezen",
    "agenda": "Agenda's",
    "announced": "Weekprogramma",
    "attendance": "Wie er komt en wie er was",
    "checks": "Wat getoetst is met mensen om wie het gaat",
    "coverage": "Wie mist wat?",
    "decisions": "Besluiten",
    "doubts": "Klopt dit nog?",
    "hours": "Uren per rol",
    "meetings": "Bijeenkomsten",
    "news": "Wat thuis verteld is",
    "offers": "Aanbod",
    "opinions": "Meningen van de klankbordgroep",
    "outcomes": "Opbrengsten en lessen",
    "patterns": "Signalen uit de wijk",
    "people": "Groepen, organisaties en leden",
    "personas": "Persona's",
    "playbooks": "Stappenplannen",
    "pillars": "Landelijke pijlers",
    "places": "Wijken, buurten en gebieden",
    "programme": "Tijd, mijlpalen en geld van het plan",
    "progress": "Voortgang",
    "questions": "Vragen uit het inlezen",
    "records": "Verslagen",
    "profiles": "Wat organisaties brengen en zoeken, en wie overdroeg",
    "relations": "Hoe het ervoor staat met organisaties",
    "tips": "Tips van organisaties",
    "words": "Woordenlijsten",
    "year": "Het jaar",
}
"""What each projection is called on the screen."""
TESTED = "22 november 2026"
SEES = {
    "read_public": "Wat openbaar is: aanbod, de routekaart, deze bladzijde",
    "read_inside": "Afspraken, activiteiten, opbrengsten, agenda's en wie wat mist",
    "read_people": "Groepen, organisaties en wie daarin een rol heeft",
    "read_member_names": "De namen van leden en contactpersonen",
    "read_names_behind": "Welke organisatie iets niet deed, alleen binnen de eigen groep",
    "read_relation": "Hoe het ervoor staat met een organisatie, zelf alleen van de eigen",
    "read_status": "De bladzijde Status, met alleen aantallen en tijden",
}
"""What each act of reading shows, for the table of who sees what."""
OWN_HOURS = ("De uren die één lid noteerde", "alleen dat lid")


@bp.get("/gezond")
@needs("read_public")
def health() -> ResponseReturnValue:
    """200 when pages can be made and the clock runs, 503 when not; it tells nothing else.

    A clock that was never heard of does not stand still: a site may be up before its clock.
    """
    try:
        with reading(desk().engine) as db:
            journal.head(db)
            heard = lease.last_heard(db)
    except Exception:
        log.exception("the journal cannot be read")  # whatever it was, no page can be made
        return Response(status=503, mimetype="text/plain")
    stands_still = heard is not None and desk().clock() - heard > SILENT_AFTER
    silent = stands_still and desk().settings.has_clock
    return Response(status=503 if silent else 200, mimetype="text/plain")


@bp.get("/status")
@needs("read_status")
def status() -> ResponseReturnValue:
    """Which projections stay behind, and when the clock was last heard; figures only."""
    here = desk()
    behind = here.behind()
    with reading(here.engine) as db:
        head, heard = journal.head(db), lease.last_heard(db)
        mail = outbox.numbers(db)
    silent = heard is None or here.clock() - heard > SILENT_AFTER
    seen = [(one.name, behind.get(one.name, head.position)) for one in projections.ALL]
    return page(
        "about/status.html",
        "Werkt alles?",
        head=head,
        seen=seen,
        behind=behind,
        heard=heard,
        silent=silent,
        mail=mail,
        version=__version__,
        overviews=OVERVIEWS,
    )


@bp.get("/privacy")
@needs("read_public")
def privacy() -> ResponseReturnValue:
    """What is kept of whom, why, for how long, and who sees it."""
    sees = [*((what, readers(act)) for act, what in SEES.items()), OWN_HOURS]
    settings = desk().settings
    return page("about/privacy.html", "Wat bewaren we, en wat niet?", sees=sees, settings=settings)


def readers(act: str) -> str:
    """The roles that may read something, in words."""
    if EVERYONE in ACTS[act]:
        return "iedereen, ook zonder in te loggen"
    return dutch.listed(WORDS[role] for role in ACTS[act])


@bp.get("/toegankelijkheid")
@needs("read_public")
def accessibility() -> ResponseReturnValue:
    """How far everybody can use this, tested by whom, and what does not work yet."""
    return page("about/accessibility.html", "Kan iedereen dit gebruiken?", tested=TESTED)


@bp.get("/.well-known/security.txt")
@needs("read_public")
def security() -> ResponseReturnValue:
    """Where to report a vulnerability (RFC 9116)."""
    here = desk()
    expires = (here.clock() + timedelta(days=365)).strftime("%Y-%m-%dT00:00:00Z")
    site = here.settings.site_url
    lines = (
        f"Contact: {site}{url_for('.privacy')}#melden",
        f"Expires: {expires}",
        "Preferred-Languages: nl, en",
        f"Canonical: {site}{url_for('.security')}",
    )
    return Response("\n".join(lines) + "\n", mimetype="text/plain")
