"""Who may do what, and of whose: one table of acts and roles."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from alliance import dutch
from alliance.projections.people import Grant

Scope = Literal["own", "group", "all"]
View = TypeVar("View", bound=Callable[..., Any])
EVERYONE = "bezoeker"
"""Also who did not sign in."""
SIGNED_IN = "ingelogd"
"""Whoever signed in, with or without a role."""

WORDS = {
    "aanjager": "aanjager",
    "kernvoorzitter": "voorzitter van de kerngroep",
    "kerngroep": "lid van de kerngroep",
    "voorzitter": "voorzitter van een groep",
    "themagroep": "lid van een themagroep",
    "wijkgroep": "lid van een wijkgroep",
    "klankbordgroep": "lid van de klankbordgroep",
    "contactpersoon": "contactpersoon van een organisatie",
    "beleidsmedewerker": "beleidsmedewerker",
    "beheerder": "beheerder",
    "raadslid": "raadslid",
    SIGNED_IN: "ingelogd",
    EVERYONE: "bezoeker",
}
"""Every role in the words of the screen, most urgent first: so start pages are ordered too."""

GROUP_MEMBERS = ("kernvoorzitter", "kerngroep", "voorzitter", "themagroep", "wijkgroep")
TAKE_PART = (*GROUP_MEMBERS, "klankbordgroep", "contactpersoon")
INSIDE = (*TAKE_PART, "beleidsmedewerker")


def held_by(scope: Scope, *roles: str) -> dict[str, Scope]:
    """The same scope for several roles."""
    return dict.fromkeys(roles, scope)


ACTS: dict[str, dict[str, Scope]] = {
    "read_public": held_by("all", *WORDS),
    "read_start": held_by("all", *WORDS),
    "read_inside": held_by("all", "aanjager", *INSIDE),
    "read_people": held_by("all", "aanjager", *INSIDE),
    "read_member_names": held_by("all", "aanjager", *TAKE_PART),
    "read_names_behind": held_by("all", "aanjager")
    | held_by("group", *GROUP_MEMBERS)
    | held_by("own", "klankbordgroep", "contactpersoon"),
    "agree_action": held_by("all", "aanjager", *TAKE_PART),
    "ask_action": held_by("all", "aanjager", "kernvoorzitter", "kerngroep")
    | held_by("group", "voorzitter", "themagroep", "wijkgroep"),
    "answer_action": held_by("all", "aanjager") | held_by("own", *TAKE_PART),
    "note_answer": held_by("all", "aanjager") | held_by("own", *TAKE_PART),
    "settle_answer": held_by("all", "aanjager")
    | held_by("group", "kernvoorzitter", "voorzitter")
    | held_by("own", "kerngroep", "themagroep", "wijkgroep", "klankbordgroep", "contactpersoon"),
    "hand_over": held_by("all", "aanjager") | held_by("own", *TAKE_PART),
    "plan_activity": held_by("all", "aanjager") | held_by("group", *TAKE_PART),
    "answer_activity": held_by("all", "aanjager") | held_by("group", *TAKE_PART),
    "record_outcome": held_by("all", "aanjager") | held_by("group", *TAKE_PART),
    "register_offer": held_by("all", "aanjager") | held_by("own", *TAKE_PART),
    "answer_offer": held_by("all", "aanjager") | held_by("own", *TAKE_PART),
    "follow_round": held_by("all", "aanjager"),
    "settle_tip": held_by("all", "aanjager"),
    "plan_meeting": held_by("all", "aanjager") | held_by("group", "kernvoorzitter", "voorzitter"),
    "set_agenda": held_by("all", "aanjager") | held_by("group", "kernvoorzitter", "voorzitter"),
    "record_meeting": held_by("all", "aanjager") | held_by("group", "kernvoorzitter", "voorzitter"),
    "answer_advice": held_by("all", "aanjager") | held_by("group", "kernvoorzitter", "voorzitter"),
    "take_home": held_by("own", "aanjager", *TAKE_PART),
    "attend": held_by("group", *GROUP_MEMBERS, "klankbordgroep"),
    "raise_point": held_by("all", "aanjager") | held_by("group", *GROUP_MEMBERS, "klankbordgroep"),
    "note_hours": held_by("own", "aanjager", *TAKE_PART),
    "raise_pattern": held_by("all", "aanjager")
    | held_by("group", *GROUP_MEMBERS, "klankbordgroep"),
    "answer_pattern": held_by("all", "aanjager") | held_by("group", "kernvoorzitter", "voorzitter"),
    "give_opinion": held_by("group", "voorzitter", "klankbordgroep"),
    "adjust_result": held_by("all", "kernvoorzitter")
    | held_by("group", "voorzitter", "themagroep"),
    "keep_calendar": held_by("all", "aanjager"),
    "keep_programme": held_by("all", "aanjager", "kernvoorzitter", "beleidsmedewerker"),
    "recognise_persona": held_by("all", "aanjager", "kernvoorzitter", "kerngroep")
    | held_by("group", "voorzitter", "themagroep", "wijkgroep"),
    "correct": held_by("own", "aanjager", *TAKE_PART),
    "link": held_by("all", "aanjager"),
    "manage_people": held_by("all", "aanjager"),
    "take_list": held_by("all", "aanjager"),
    "revise_organisation": held_by("all", "aanjager") | held_by("own", "contactpersoon"),
    "keep_network": held_by("all", "aanjager"),
    "read_relation": held_by("all", "aanjager") | held_by("own", *TAKE_PART),
    "manage_post": held_by("all", "aanjager"),
    "hide_text": held_by("all", "aanjager", *INSIDE),
    "manage_site": held_by("all", "beheerder"),
    "read_status": held_by("all", "beheerder", "aanjager"),
    "keep_account": held_by("own", SIGNED_IN),
}
"""Per act the roles that may do it: with what is their own, of their group, or with all."""

READING = {"keep_account", *(act for act in ACTS if act.startswith("read_"))}
"""What is left while nobody can be sure of the roles: reading, and signing out."""


@dataclass(frozen=True)
class Person:
    """Who is looking: a member with roles, or a visitor without."""

    member: str = ""
    name: str = ""
    organisation: str | None = None
    grants: tuple[Grant, ...] = ()
    only_reading: bool = False  # the roles may be out of date: nobody gets more than reading
    token: str = ""  # of the session

    @property
    def is_authenticated(self) -> bool:
        """Whether somebody signed in."""
        return bool(self.member)

    @property
    def is_active(self) -> bool:
        """Whether this person may sign in; who left has no session."""
        return self.is_authenticated

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody signed in."""
        return not self.is_authenticated

    def get_id(self) -> str:
        """What the session cookie holds: a random token, never a member's key."""
        return self.token

    @property
    def roles(self) -> list[str]:
        """The roles in the words of the table, most urgent first."""
        held = {word_of(grant) for grant in self.grants} or {EVERYONE}
        return [role for role in WORDS if role in held]

    @property
    def groups(self) -> set[str]:
        """The groups this person belongs to."""
        return {grant.group for grant in self.grants if grant.group}

    @property
    def organisations(self) -> set[str]:
        """The organisations this person stands for."""
        contact = {grant.organisation for grant in self.grants if grant.organisation}
        return contact | ({self.organisation} if self.organisation else set())


def word_of(grant: Grant) -> str:
    """The role of the table that a grant gives."""
    if grant.role == "voorzitter":
        return "kernvoorzitter" if grant.group_kind == "kerngroep" else "voorzitter"
    if grant.role == "lid":
        return grant.group_kind or SIGNED_IN
    return grant.role


def held(person: Person, act: str) -> list[tuple[Scope, str | None]]:
    """In which scopes a person may do an act, each with the group of the role that gives it."""
    if person.only_reading and act not in READING:
        return []
    roles: list[tuple[str, str | None]] = [(word_of(one), one.group) for one in person.grants]
    roles += [(EVERYONE, None), *([(SIGNED_IN, None)] if person.is_authenticated else [])]
    return [(ACTS[act][role], group) for role, group in roles if role in ACTS[act]]


def has_any(person: Person, act: str) -> bool:
    """Whether a person may do this at all, be it only with what is their own."""
    return bool(held(person, act))


def may(
    person: Person,
    act: str,
    *,
    author: str | None = None,
    owner: str | None = None,
    group: str | None = None,
    organisation: str | None = None,
) -> bool:
    """Whether a person may do this with something of this author, owner, group or organisation.

    A role in one group gives no rights in another. Whoever may do it with what is of a group or of
    everyone, may do it with what is their own.
    """
    found = held(person, act)
    own = bool(person.member) and person.member in (author, owner)
    ours = organisation is not None and organisation in person.organisations
    in_group = group is not None and ("group", group) in found
    return any(scope == "all" for scope, _ in found) or in_group or (bool(found) and (own or ours))


def who_has(act: str) -> str:
    """The roles that may do an act, in words."""
    words = [WORDS[role] for role in ACTS.get(act, {})]
    return f"{', '.join(words[:-1])} of {words[-1]}" if len(words) > 1 else "".join(words)


def roles_in_words(person: Person) -> str:
    """The roles of a person, for "je leest dit als"."""
    return dutch.listed(WORDS[role] for role in person.roles if role != EVERYONE)


def needs(act: str) -> Callable[[View], View]:
    """Say which act a view is; the gate lets in only who may do it."""
    if act not in ACTS:
        raise ValueError(f"no act {act!r} in the table of roles")

    def mark(view: View) -> View:
        view.act = act  # type: ignore[attr-defined]
        return view

    return mark


def act_of(view: Callable[..., Any]) -> str:
    """The act of a view; a view that declares none is closed: KeyError, and a test finds it."""
    act: str = vars(view)["act"]
    return act
