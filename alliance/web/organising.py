"""Pages on which the alliance describes its groups and organisations anew."""

from collections.abc import Sequence
from typing import Any, get_args

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from alliance.events.base import Event, Refused, refuse
from alliance.events.organisations import GroupFormed, GroupKind
from alliance.events.organisations_rules import (
    form_group,
    join_organisation,
    leave_alliance,
    organisation_now,
    revise_organisation,
)
from alliance.events.relations_rules import is_paused, resume_relation
from alliance.projections import people, places
from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.lessons import NOT_FOR_SUBSIDY
from alliance.web.pages import ask, record
from alliance.web.people import here, may_manage
from alliance.web.relations import past_of
from alliance.web.roles import needs
from alliance.web.writing import Field, Form, add_to, allow, fill_in, new_id, subject

bp = Blueprint("organising", __name__, url_prefix="/alliantie")
KINDS: dict[str, str] = {
    "organisatie": "Organisatie",
    "groep": "Groep van organisaties of bewoners",
    "loket": "Loket",
    "locatie": "Locatie",
    "functie": "Functie",
    "fonds": "Fonds",
}
GROUP_KINDS: dict[GroupKind, str] = {
    "kerngroep": "Kerngroep",
    "themagroep": "Themagroep",
    "klankbordgroep": "Klankbordgroep",
    "wijkgroep": "Wijkgroep",
}
assert {*GROUP_KINDS} == {*get_args(GroupKind)}
KEPT = ("takes_part", "expertise", "phone", "mailbox", "address", "part", "note")
"""What an organisation that comes back brings along of how it was described."""
STAYS = (
    "Wat deze organisatie afsprak en aanbood, blijft leesbaar. Haar leden blijven lid. "
    "Wat nog open staat, komt op je startpagina onder: zoek een opvolger."
)
NO_GROUP_KIND = "Kies wat voor groep het is."
CALLED = Field("line", "name", "Hoe heet de organisatie?")
TAKES_PART = Field("tick", "takes_part", "Deze organisatie doet mee in de alliantie.")
GENERAL = "Een algemeen adres, zoals info@organisatie.nl."
MAILBOX = Field("line", "mailbox", "Mailadres", GENERAL, True)
REACHED = (
    Field("line", "phone", "Telefoon", "Het algemene nummer, niet van één persoon.", True),
    MAILBOX,
    Field("line", "address", "Adres", "", True),
)
GOOD_AT = Field("text", "expertise", "Waar is de organisatie goed in?", "", True, free=True)
CHECK = Field("tick", "check", "De naam of de rol moet nog worden nagekeken.")
TASK = Field("text", "task", "Wat doet de groep?", free=True)
RHYTHM = (
    Field("number", "meetings_per_year", "Hoe vaak per jaar komt de groep bij elkaar?", "", True),
    Field("number", "minutes_per_meeting", "Hoeveel minuten duurt een bijeenkomst?", "", True),
)


@bp.route("/groepen/nieuw", methods=["GET", "POST"])
@needs("manage_people")
def form() -> ResponseReturnValue:
    """Form a group: its name, its kind and its task, and for which theme or gebied."""
    kind = Field("choice", "kind", "Wat voor groep is het?", options=[*GROUP_KINDS.items()])
    named = Field("line", "name", "Hoe heet de groep?")
    asks = Form("Vorm een groep", "Groep vormen", (named, kind, TASK, theme(), gebied()), here())

    def write(typed: Typed) -> ResponseReturnValue:
        group = new_id()
        chosen = typed.choice("kind", GROUP_KINDS)
        event = typed.decide(form_kind, chosen, group=group, **described(typed))
        return record(event, then=url_for("people.group", group=group), said="De groep is gevormd.")

    return fill_in(asks, write)


@bp.route("/groepen/<group>/wijzigen", methods=["GET", "POST"])
@needs("manage_people")
def reform(group: str) -> ResponseReturnValue:
    """Describe a group as it works from now on."""
    it = subject("group", group)
    now = it.events[-1]
    assert isinstance(now, GroupFormed)  # nothing else happens with a group
    where = {"themagroep": (theme(),), "wijkgroep": (gebied(),)}.get(now.kind, ())
    named = Field("line", "name", "Hoe heet de groep?")
    asks = Form("Groep wijzigen", "Wijziging vastleggen", (named, TASK, *where, *RHYTHM))
    fields = [field.name for field in asks.fields]

    def decide(typed: Typed, past: list[Event]) -> Event:
        said = {name: said for name, said in described(typed).items() if name in fields}
        for name in ("meetings_per_year", "minutes_per_meeting"):
            said[name] = typed.number(name)
        return typed.decide(form_group, past, group=group, kind=now.kind, **said)

    back = url_for("people.group", group=group)
    start = {name: getattr(now, name) for name in fields}
    return add_to(it, asks.below(here(), now.name, back), decide, back, "Het staat erin.", start)


@bp.route("/organisaties/nieuw", methods=["GET", "POST"])
@needs("manage_people")
def join() -> ResponseReturnValue:
    """An organisation comes into the picture of the alliance."""
    kind = Field("choice", "kind", "Wat is het?", options=[*KINDS.items()])
    fields = (CALLED, sector(), kind, TAKES_PART, MAILBOX)
    title, button = "Neem een organisatie op", "Organisatie opnemen"
    asks = Form(title, button, fields, here(), NOT_FOR_SUBSIDY)

    def write(typed: Typed) -> ResponseReturnValue:
        organisation = new_id()
        event = typed.decide(
            join_organisation,
            organisation=organisation,
            name=typed.text("name"),
            sector=typed.pick("sector", names.of("sector")) or "",
            kind=typed.choice("kind", KINDS) or "",
            takes_part=typed.yes("takes_part"),
            mailbox=typed.optional("mailbox"),
        )
        return record(event, then=show_url(organisation), said="De organisatie staat erin.")

    return fill_in(asks, write)


@bp.route("/organisaties/<organisation>/gegevens", methods=["GET", "POST"])
@needs("revise_organisation")
def revise(organisation: str) -> ResponseReturnValue:
    """Set right how to reach an organisation; the aanjager also what it is."""
    allow("revise_organisation", organisation=organisation)
    it = subject("organisation", organisation)
    now = organisation_now(it.events)
    more = (CALLED, sector(), TAKES_PART, CHECK) if may_manage() else ()
    asks = Form("Gegevens verbeteren", "Verbetering vastleggen", (*more, GOOD_AT, *REACHED))

    def decide(typed: Typed, past: list[Event]) -> Event:
        changes: dict[str, Any] = {
            field.name: typed.text(field.name) for field in (GOOD_AT, *REACHED)
        }
        if more:
            changes |= {"name": typed.text("name"), "takes_part": typed.yes("takes_part")}
            changes |= {"sector": typed.pick("sector", names.of("sector")) or ""}
            changes |= {"check": typed.yes("check")}
        return typed.decide(revise_organisation, past, **changes)

    back = show_url(organisation)
    start = {field.name: getattr(now, field.name) for field in asks.fields}
    asks = asks.below(here(), now.name, back)
    return add_to(it, asks, decide, back, "De verbetering staat erin.", start)


@bp.route("/organisaties/<organisation>/stopt", methods=["GET", "POST"])
@needs("manage_people")
def leave(organisation: str) -> ResponseReturnValue:
    """An organisation no longer takes part; what it promised stays readable."""
    it = subject("organisation", organisation)
    name = organisation_now(it.events).name
    why = Field("text", "reason", "Waarom?", optional=True, free=True)
    asks = Form("Organisatie stopt", "Vastleggen dat zij stopt", (why,), lead=STAYS)

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(leave_alliance, past, reason=typed.optional("reason"))

    back = show_url(organisation)
    return add_to(it, asks.below(here(), name, back), decide, back, "Het staat erin.")


@bp.route("/organisaties/<organisation>/weer-mee", methods=["GET", "POST"])
@needs("manage_people")
def rejoin(organisation: str) -> ResponseReturnValue:
    """An organisation that stopped takes part again, as it was described last."""
    it = subject("organisation", organisation)
    last = ask(people.organisation, organisation)
    assert last is not None  # it has a history
    asks = Form("Weer opnemen", "Organisatie weer opnemen", (), lead=NOT_FOR_SUBSIDY)

    def decide(typed: Typed, past: list[Event]) -> Sequence[Event]:
        kept = {name: getattr(last, name) for name in ("name", "sector", "kind", *KEPT)}
        joined = typed.decide(join_organisation, past, organisation=organisation, **kept)
        said = past_of(organisation)
        return [joined, *([resume_relation(said)] if is_paused(said) else [])]

    back = show_url(organisation)
    said = "De organisatie doet weer mee."
    return add_to(it, asks.below(here(), last.name, back), decide, back, said)


def form_kind(chosen: str | None, **facts: Any) -> GroupFormed:
    """A group of the kind that was chosen; raises Refused with every fault, also of the kind."""
    kinds = [one for one in GROUP_KINDS if one == chosen]
    try:
        formed = form_group(kind=(*kinds, *GROUP_KINDS)[0], **facts)
    except Refused as why:
        refuse(**why.faults, kind=not kinds and NO_GROUP_KIND)
        raise
    refuse(kind=not kinds and NO_GROUP_KIND)
    return formed


def described(typed: Typed) -> dict[str, Any]:
    """What was typed about a group."""
    return {
        "name": typed.text("name"),
        "task": typed.text("task"),
        "theme": typed.pick("theme", names.of("theme")),
        "gebied": typed.pick("gebied", dict(gebieden())),
    }


def theme() -> Field:
    """At which theme a group works."""
    help, options = "Alleen voor een themagroep.", [*names.of("theme").items()]
    return Field("pick", "theme", "Aan welk thema werkt de groep?", help, True, options)


def gebied() -> Field:
    """Of which gebied a group is."""
    help = "Alleen voor een wijkgroep."
    return Field("pick", "gebied", "Van welk gebied is de groep?", help, True, gebieden())


def gebieden() -> list[tuple[str, str]]:
    """The alliance's own gebieden, each with its name."""
    return [(one.gebied, one.name) for one in ask(places.gebieden)]


def sector() -> Field:
    """In which sector an organisation works."""
    return Field("pick", "sector", "Welke sector?", options=[*names.of("sector").items()])


def show_url(organisation: str) -> str:
    """The page of one organisation."""
    return url_for("people.organisation", organisation=organisation)
