"""Pages on which the aanjager lets people in and gives or ends their roles."""

from typing import get_args

from flask import Blueprint
from flask.typing import ResponseReturnValue

from alliance.events.base import Event, Refused
from alliance.events.members_rules import (
    FOR_AN_ORGANISATION,
    admit_member,
    assign_role,
    end_role,
    has_stopped,
)
from alliance.events.organisations import Role
from alliance.projections import people
from alliance.web import names
from alliance.web.forms import Typed, key_digest
from alliance.web.invitations import (
    ADDRESS,
    NAME,
    TAKEN,
    find_known,
    invite,
    set_right,
    unfit_entry,
)
from alliance.web.lessons import NOT_FOR_SUBSIDY
from alliance.web.managing import below, in_words, show_url, way
from alliance.web.pages import ask, reading, record, today
from alliance.web.roles import needs
from alliance.web.writing import Field, Form, add_to, fill_in, subject, where_from

bp = Blueprint("admitting", __name__, url_prefix="/alliantie/leden")
LEAD = f"Deze persoon krijgt een mail met uitleg over inloggen. {NOT_FOR_SUBSIDY}"
NO_ROLE = "Kies welke rol deze persoon krijgt."
NO_ROLE_TO_END = "Kies welke rol eindigt."
ROLES: dict[Role, str] = {
    "lid": "Lid van een groep",
    "voorzitter": "Voorzitter van een groep",
    "contactpersoon": "Contactpersoon van een organisatie",
    "beleidsmedewerker": "Beleidsmedewerker",
    "raadslid": "Raadslid",
    "beheerder": "Beheerder van de site",
    "aanjager": "Aanjager",
}
ROLE = Field("choice", "role", "Welke rol?", options=[*ROLES.items()])
assert {*ROLES} == {*get_args(Role)}


@bp.route("/nieuw", methods=["GET", "POST"])
@needs("manage_people")
def admit() -> ResponseReturnValue:
    """Let someone in: name and address in the phone book, the first role, and a letter."""
    around = where_from(("group", "organisation"))
    for_whom = select_organisation(
        "Voor welke organisatie?", "Iemand kan ook zonder organisatie meedoen."
    )
    fields = (NAME, ADDRESS, for_whom, ROLE, select_group())
    form = Form("Laat iemand toe", "Toelaten en uitnodigen", fields, way(), LEAD)

    def write(typed: Typed) -> ResponseReturnValue:
        name, mail = typed.text("name"), typed.text("mail")
        known = find_known(mail)
        member = known or key_digest()[:32]  # sent twice, the same form lets in the same person
        events = welcome(typed, member, known)
        answer = record(events, then=show_url(member), said=f"{name} doet mee. De mail gaat uit.")
        set_right(member, name, mail)
        invite(member)
        return answer

    role = "lid" if "group" in around else "contactpersoon" if around else None
    return fill_in(form, write, around | {"role": role})


def welcome(typed: Typed, member: str, known: str | None) -> list[Event]:
    """What happens when this person is let in; raises Refused with every fault of the form."""
    faults = unfit_entry(typed.text("name"), typed.text("mail"))
    past = reading().history(f"member:{known}") if known else []
    before = [entry.event for entry in past]
    if known and not has_stopped(before):
        faults["mail"] = TAKEN
    typed.faults |= {field: fault for field, fault in faults.items() if fault}
    organisation = typed.pick("organisation", standing())
    theirs = reading().history(f"organisation:{organisation}") if organisation else []
    joined = admit_member(
        member=member,
        organisation=organisation,
        organisation_history=[entry.event for entry in theirs],
        history=before if has_stopped(before) else (),
    )
    contact = typed.choice("role", ROLES) in FOR_AN_ORGANISATION
    given = give(typed, [*before, joined], member, organisation if contact else None)
    return [joined, given]


@bp.route("/<member>/rol", methods=["GET", "POST"])
@needs("manage_people")
def assign(member: str) -> ResponseReturnValue:
    """Give a member a role, from today on."""
    it = subject("member", member)
    which = select_organisation("Van welke organisatie?", "Alleen voor een contactpersoon.")
    form = Form("Geef een rol", "Rol geven", (ROLE, select_group(), which))

    def decide(typed: Typed, past: list[Event]) -> Event:
        organisation = typed.pick("organisation", standing())
        return give(typed, past, member, organisation)

    return add_to(it, below(form, member), decide, show_url(member), "De rol is gegeven.")


@bp.route("/<member>/rol-beeindigen", methods=["GET", "POST"])
@needs("manage_people")
def end(member: str) -> ResponseReturnValue:
    """End a role of a member; what was done in it stays readable."""
    it = subject("member", member)
    held = {str(number): one for number, one in enumerate(ask(people.roles_of, member), 1)}
    options = [(number, in_words(one)) for number, one in held.items()]
    which = Field("choice", "role", "Welke rol?", options=options)
    form = Form("Beëindig een rol", "Rol beëindigen", (which,))

    def decide(typed: Typed, past: list[Event]) -> Event:
        one = held.get(typed.choice("role", held) or "")
        if one is None:
            raise Refused(**{"role": NO_ROLE_TO_END} | typed.faults)
        to = {"group": one.group, "organisation": one.organisation}
        return typed.decide(end_role, past, member=member, role=one.role, **to)

    return add_to(it, below(form, member), decide, show_url(member), "De rol is beëindigd.")


def give(typed: Typed, past: list[Event], member: str, organisation: str | None) -> Event:
    """The role that was typed, given today; raises Refused with every fault of the form."""
    role = typed.choice("role", ROLES)
    group = typed.pick("group", names.of("group"))
    if role is None:
        raise Refused(**{"role": NO_ROLE} | typed.faults)
    known = next(one for one in ROLES if one == role)
    to = {"group": group, "organisation": organisation}
    now = today()
    return typed.decide(assign_role, past, member=member, role=known, since=now, today=now, **to)


def select_group() -> Field:
    """In which group: only for who becomes a member or chair of one."""
    help = "Alleen voor een lid of voorzitter van een groep."
    return Field("pick", "group", "In welke groep?", help, True, [*names.of("group").items()])


def select_organisation(label: str, help: str) -> Field:
    """Which of the organisations that have not stopped."""
    return Field("pick", "organisation", label, help, True, [*standing().items()])


def standing() -> dict[str, str]:
    """The organisations that have not stopped, by name."""
    return {one.organisation: one.name for one in ask(people.listed)}
