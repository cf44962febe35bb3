"""What a row of a list is a double of, or like: what is there already, field by field."""

from dataclasses import dataclass

from flask import url_for

from alliance import members
from alliance.events.days import written
from alliance.projections import actions, offers, people
from alliance.sources.weighing import Twin
from alliance.web import names
from alliance.web.pages import ask, reading, today


@dataclass(frozen=True)
class Found:
    """What is there: its name, the address of its page, and what it says by field."""

    name: str
    address: str | None
    says: dict[str, str]


def twin_of(twin: Twin) -> Found:
    """What is there already; a double within the list is the row before it."""
    match twin.kind:
        case "offer":
            return found_offer(twin.key)
        case "member":
            return found_contact(twin.key)
        case "action":
            return found_action(twin.key)
        case _:
            return Found(f"regel {twin.key} van deze lijst", None, {})


def found_offer(key: str) -> Found:
    """An offer of the catalogue."""
    one = ask(offers.one, key, today())
    assert one is not None  # it was found by its name
    areas = ", ".join(names.name_of("area", code) for code in one.areas)
    whose = ask(people.organisation, one.organisation) if one.organisation else None
    says = {
        "name": one.name,
        "organisation": organisation_name(one.organisation) or one.provider or "",
        "for_whom": one.for_whom or "",
        "place": one.place or "",
        "joining": one.joining or "",
        "contact": one.contact or "",
        "kind": names.name_of("offer_kind", one.kind) if one.kind else "",
        "area": areas or one.area_words or "",
        "mailbox": (whose.mailbox if whose else None) or "",
    }
    return Found(one.name, url_for("offers.show", offer=key), says)


def found_contact(key: str) -> Found:
    """Someone in the phone book."""
    db = reading().db
    name = members.name_of(db, key) or ""
    whose = organisation_name(ask(people.organisation_of, key))
    says = {"name": name, "mail": members.mail_of(db, key) or "", "organisation": whose}
    return Found(name, url_for("managing.member", member=key), says)


def found_action(key: str) -> Found:
    """An agreement."""
    one = ask(actions.one, key, today())
    assert one is not None  # it was found by its title
    says = {
        "title": one.title,
        "organisation": organisation_name(one.organisation),
        "by_when": written(one.by_when) if one.by_when else "",
        "on": written(one.on) if one.on else "",
    }
    return Found(one.title, url_for("actions.show", action=key), says)


def organisation_name(key: str | None) -> str:
    """The name of an organisation; empty for none."""
    return names.of("organisation").get(key or "", "")
