"""The invented people of these tests, one for each role, and how they come in."""

from datetime import date

from alliance import members
from alliance.database import writing
from alliance.desk import Desk
from alliance.events.base import Event
from alliance.events.organisations import MemberJoined, RoleAssigned
from tests.web.visitor import Visitor

FIRST = date(2026, 1, 5)
WELZIJN, GEMEENTE, SCHOOL = "welzijn_capelle", "gemeente_capelle", "comenius"
CAST: dict[str, tuple[str, str | None, list[dict[str, str]]]] = {
    "aanjager": ("Noor Voorbeeld", GEMEENTE, [{"role": "aanjager"}]),
    "kernvoorzitter": (
        "Karim Voorbeeld",
        WELZIJN,
        [{"role": "voorzitter", "group": "kerngroep"}],
    ),
    "kerngroep": ("Kim Voorbeeld", "havensteder", [{"role": "lid", "group": "kerngroep"}]),
    "voorzitter": (
        "Vera Voorbeeld",
        WELZIJN,
        [{"role": "voorzitter", "group": "themagroep_t3"}],
    ),
    "themagroep": ("Teun Voorbeeld", SCHOOL, [{"role": "lid", "group": "themagroep_t3"}]),
    "wijkgroep": (
        "Wies Voorbeeld",
        "wijkoverleg_schenkel",
        [{"role": "lid", "group": "wop_schenkel"}],
    ),
    "klankbordgroep": ("Kees Voorbeeld", "kbo_pcob", [{"role": "lid", "group": "klankbordgroep"}]),
    "contactpersoon": (
        "Cora Voorbeeld",
        "sonrisa",
        [{"role": "contactpersoon", "organisation": "sonrisa"}],
    ),
    "beleidsmedewerker": ("Bas Voorbeeld", GEMEENTE, [{"role": "beleidsmedewerker"}]),
    "beheerder": ("Bea Voorbeeld", None, [{"role": "beheerder"}]),
    "raadslid": ("Rob Voorbeeld", None, [{"role": "raadslid"}]),
}
"""Per role a name, an organisation of the plan, and the roles given."""


def admit_cast(desk: Desk) -> None:
    """Write everyone into the phone book and give them their roles."""
    for key, (name, organisation, roles) in CAST.items():
        with writing(desk.engine) as db:
            mail = f"{key}@voorbeeld.example"
            members.add_member(db, f"m-{key}", name=name, mail=mail, now=desk.clock())
        events: list[Event] = [MemberJoined(member=f"m-{key}", organisation=organisation)]
        events += [RoleAssigned(member=f"m-{key}", since=FIRST, **role) for role in roles]  # type: ignore[arg-type]
        desk.record(events, by="import")


def sign_in(visitor: Visitor, role: str) -> None:
    """Go through the front door: a link, its page, its button."""
    desk: Desk = visitor.client.application.extensions["alliance"]
    with writing(desk.engine) as db:
        token = members.start_link(db, f"m-{role}", desk.clock())
    visitor.send(f"/inloggen/{token}", {})
