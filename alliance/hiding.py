"""Hiding a text about a person, and what the keeper answers: readable again, or gone for good."""

from alliance import hidden, outbox
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.base import refuse
from alliance.hidden import Hidden
from alliance.privacy import as_read, personal
from alliance.projections import people

KIND = "verborgen"
IMPORT, CLOCK = "import", "klok"
"""Who writes in a journal and reads no letters."""
ANSWERED = "Dit is al beantwoord. Ga terug naar de lijst met verborgen teksten."
ASKED = """Dag,

Iemand gaf aan dat een tekst op de site van de alliantie over een persoon gaat. Hij is nu verborgen
voor iedereen, behalve voor wie hem schreef.

Kijk of hij weer zichtbaar kan worden, of weg moet:
{address}
"""
TOLD = """Dag,

Op de site van de alliantie is een tekst verborgen, omdat hij misschien over een persoon gaat.
De beheerder kijkt ernaar. Jij hoeft niets te doen.
"""
AGAIN = """Dag,

Een tekst die verborgen was op de site van de alliantie, is weer zichtbaar. De beheerder keek
ernaar: hij gaat niet over een persoon.
"""
REASON = "Zij of hij schrijft erbij: {reason}\n"
GONE = """Dag,

Een tekst die verborgen was op de site van de alliantie, is voorgoed weggehaald. De beheerder keek
ernaar: hij ging over een persoon. Was hij van jou? Schrijf dan gerust opnieuw wat je wilde zeggen,
zonder iets over een persoon.
"""


class TooMany(Exception):
    """Someone hid so much today that it looks like misuse."""


def hide(desk: Desk, text: str, *, by: str) -> None:
    """Hide a text everywhere from everyone but its writer, and ask the keeper.

    Raises LookupError when nobody ever said this, and TooMany.
    """
    with reading(desk.engine) as db:
        found = hidden.first_said(db, text)
    position, field, now = found.entry.position, found.field, desk.clock()
    with writing(desk.engine) as db:
        allowed = hidden.may_hide(db, by, desk.today())
        new = allowed and hidden.hide(db, position, field, by=by, now=now)
    if not allowed:
        raise TooMany
    if new:
        tell_keepers(desk, f"{position}:{field}:{now.isoformat()}")


def reveal(desk: Desk, position: int, field: str, *, reason: str = "") -> None:
    """Let everyone read a text again, and tell who asked and who wrote it; a reason may be given.

    Raises Refused when the reason is about a person, or when it was answered before.
    """
    refuse(reason=personal(as_read(reason)))
    with writing(desk.engine) as db:
        found = hidden.one(db, position, field)
        refuse(form=found is None and ANSWERED)
        hidden.reveal(db, position, field)
    if found:
        why = f"\n{REASON.format(reason=reason)}" if reason else ""
        tell_askers(desk, found, "Een tekst is weer zichtbaar", AGAIN + why)


def tell_keepers(desk: Desk, what: str) -> None:
    """Ask the keepers, and tell the aanjager that something was hidden, not what."""
    address = f"{desk.settings.site_url}/beheer/verborgen"
    with desk.reading() as now:
        keepers = now.ask(people.holders, "beheerder")
        drivers = [one for one in now.ask(people.holders, "aanjager") if one not in keepers]
    for member in keepers:
        send(desk, member, what, "Een tekst wacht op jou", ASKED.format(address=address))
    for member in drivers:
        send(desk, member, what, "Er is een tekst verborgen", TOLD)


def tell_askers(desk: Desk, found: Hidden, subject: str, body: str) -> None:
    """Tell who asked for it, and who wrote it, what the keeper answered."""
    what = f"{found.entry.position}:{found.field}:{desk.clock().isoformat()}"
    for member in dict.fromkeys((found.by, found.entry.by)):
        send(desk, member, what, subject, body)


def send(desk: Desk, writer: str, what: str, subject: str, body: str) -> None:
    """Put one letter in the outbox, for a member or for an organisation that answers by mail."""
    if writer in (IMPORT, CLOCK):
        return
    to = writer if ":" in writer else f"member:{writer}"
    about, now = f"hidden:{what}", desk.clock()
    with writing(desk.engine) as db:
        outbox.put(db, about=about, to=to, kind=KIND, subject=subject, body=body, now=now)
