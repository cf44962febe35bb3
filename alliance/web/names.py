"""The names that stand for keys and codes, looked up once for a page."""

from collections.abc import Callable, Mapping

import sqlalchemy as sa
from flask import g

from alliance import members
from alliance.events.base import KINDS
from alliance.journal import Entry
from alliance.projections import (
    actions,
    activities,
    decisions,
    meetings,
    offers,
    people,
    personas,
    places,
    tips,
    words,
)
from alliance.projections.action_rows import EVERY
from alliance.projections.playbooks import playbook_names
from alliance.projections.programme import budget_names, milestone_names, role_names
from alliance.projections.progress_evidence import planned_names
from alliance.projections.progress_overview import result_names, theme_names
from alliance.projections.year import moment_names, occasion_names
from alliance.web import pages, veiling
from alliance.web.roles import Person, has_any

Names = Mapping[str, str]
CODES = {
    "barriers": "barrier",
    "barriers_present": "barrier",
    "barriers_removed": "barrier",
    "channel": "channel",
    "channels": "channel",
    "codes": "need",
    "forms": "loneliness_form",
    "levels": "persistence",
    "life_events": "life_event",
    "life_stage": "life_stage",
    "needs": "need",
    "offer_kind": "offer_kind",
    "pillar": "pillar",
    "sector": "sector",
    "target_groups": "target_group",
    "trait": "trait",
}
"""Fields that hold codes of a vocabulary, and which one."""
SAME = {
    "after": "action",
    "agenda": "meeting",
    "attendance": "meeting",
    "record": "meeting",
    "news": "meeting",
    "approved_in": "meeting",
    "to": "group",
    "on_behalf_of": "organisation",
    "part_of": "offer",
    "areas": "area",
    "wijk": "area",
    "gebied": "area",
    "gemeente": "area",
    "parent": "area",
    "results": "result",
    "successor": "member",
    "starters": "organisation",
    "organisations": "organisation",
}
"""Fields that hold keys of what another field holds too."""
WORDS = {
    "plek": "op een plek",
    "aan_huis": "aan huis",
    "niet_in_beeld": "niet in beeld",
    "ter_informatie": "ter informatie",
    "niet_meetbaar": "niet meetbaar",
    "aan_te_vragen": "aan te vragen",
    "theme": "thema",
    "result": "resultaat",
    "geen_tijd": "geen tijd",
    "past_niet": "past niet bij ons",
    "geen_geld": "geen geld",
    "niet_hier": "niet in deze wijk",
    "tot_hier": "tot hier",
    "langs_geweest": "langs geweest",
    "geen_mensen": "te weinig mensen",
    "verandering": "de organisatie verandert",
    "later": "liever later",
    "wordt_aanbod": "wordt aanbod",
    "op_agenda": "komt op een agenda",
    "nog_niet": "nog niet",
    "niet_nodig": "niet nodig",
    "goed_idee": "goed idee",
    "ja_maar": "ja, maar …",
    "liever_niet": "liever niet, want …",
    "import": "ingelezen uit het plan",
    "klok": "het systeem",
}
"""Fixed choices whose word is not their code."""
MANDATES = {
    "groep": "binnen de eigen groep",
    "kerngroep": "voorstel aan de kerngroep",
    "college": "voorstel aan het college of de raad",
}
"""Whose decision it is, in words."""
PRESENTERS = {"voorzitter": "de voorzitter", "aanjager": "de aanjager"}
"""The roles that may introduce a point of an agenda."""


def of(kind: str) -> Names:
    """Every name of one kind by its key: organisation, group, persona, area, need and so on.

    Lists are searched by these names, so what is hidden does not stand in them either.
    """
    known: dict[str, Names] = g.setdefault("names", {})
    if kind not in known:
        known[kind] = veiling.over_names(look_up(kind))
    return known[kind]


def look_up(kind: str) -> Names:
    """The names of one kind as they are at the moment this page shows."""
    query = QUERIES.get(kind)
    if query:
        return query()
    terms = pages.ask(words.terms, CODES.get(kind, kind))
    return {code: term.label for code, term in terms.items()}


def name_of(field: str, key: str) -> str:
    """The name that a field's key or code stands for; what has none is shown as it is."""
    kind = SAME.get(field, field)
    if kind == "owner":  # of an action a member, of a result an organisation
        return of("organisation").get(key) or who_is(key)
    if kind == "presenter":
        return presenter(key)
    if kind == "mandate":
        return MANDATES[key]
    if kind in TITLES:
        return title_of(kind, key) or key
    if kind in QUERIES or kind in CODES:
        return of(kind).get(key, key)
    return WORDS.get(key, key)


def title_of(kind: str, key: str) -> str | None:
    """What one action, activity, offer or meeting is called: asked one by one, of thousands."""
    known: dict[tuple[str, str], str | None] = g.setdefault("titles", {})
    if (kind, key) not in known:
        known[kind, key] = pages.ask(TITLES[kind], key)
    return known[kind, key]


def who_wrote(entry: Entry) -> str:
    """Who wrote an entry: organisation and role; a name only for who it is and for the aanjager."""
    if entry.by in WORDS:
        return WORDS[entry.by]
    return who_is(entry.by)


def who_is(member: str) -> str:
    """A member in words, for who is looking; or an organisation that answered by mail."""
    kind, _, organisation = member.partition(":")
    if kind == "organisation":
        return of("organisation").get(organisation, organisation)
    someone: Person = pages.person()
    known = of("member")
    role = known.get(member, "oud-lid")
    if member == someone.member or has_any(someone, "link"):
        with_name = of("member_name").get(member)
        return f"{with_name}, {role}" if with_name else role
    return role


def presenter(key: str, *, outward: bool = False) -> str:
    """Who introduces a point; `outward`, on what leaves the site, never by name."""
    kind, _, whose = key.partition(":")
    if kind == "member":
        return of("member").get(whose, "oud-lid") if outward else who_is(whose)
    return name_of(kind, whose) if kind == "organisation" else PRESENTERS[whose]


def member_names() -> Names:
    """The names in the phone book."""
    return members.names(pages.reading().db)


TITLES: dict[str, Callable[[sa.Connection, str], str | None]] = {
    "decision": decisions.statement,
    "meeting": meetings.title,
    "action": actions.title,
    "activity": activities.title,
    "offer": offers.name,
    "tip": tips.statement,
}
QUERIES: dict[str, Callable[[], Names]] = {
    "every": lambda: {str(code): words for code, words in EVERY.items()},
    "answer": lambda: {name: kind.label for name, kind in KINDS.items()},
    "organisation": lambda: pages.ask(people.organisation_names),
    "group": lambda: pages.ask(people.group_names),
    "member": lambda: pages.ask(people.member_words),
    "member_name": member_names,
    "persona": lambda: pages.ask(personas.names),
    "area": lambda: pages.ask(places.names),
    "theme": lambda: pages.ask(theme_names),
    "result": lambda: pages.ask(result_names),
    "planned": lambda: pages.ask(planned_names),
    "plan_role": lambda: pages.ask(role_names),
    "milestone": lambda: pages.ask(milestone_names),
    "budget": lambda: pages.ask(budget_names),
    "playbook": lambda: pages.ask(playbook_names),
    "moment": lambda: pages.ask(moment_names),
    "occasion": lambda: pages.ask(occasion_names),
}
