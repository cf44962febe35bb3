"""When someone may be let in, get or lose a role, stop, or be erased. Names are not known here."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from alliance.events.base import Event, refuse
from alliance.events.days import unfit_memory
from alliance.events.organisations import (
    MemberErased,
    MemberJoined,
    MemberLeft,
    Role,
    RoleAssigned,
    RoleEnded,
)
from alliance.events.organisations_rules import STOPPED, has_left

IN_A_GROUP: frozenset[Role] = frozenset({"voorzitter", "lid"})
FOR_AN_ORGANISATION: frozenset[Role] = frozenset({"contactpersoon"})

KNOWN = "Deze persoon doet al mee. Geef op zijn eigen pagina een rol."
UNKNOWN = "Deze persoon doet niet mee. Nodig eerst iemand uit, of kies een ander."
GONE = "Deze persoon is gestopt. Nodig hem of haar opnieuw uit om weer mee te doen."
ERASED = "De gegevens van deze persoon zijn gewist. Nodig hem of haar opnieuw uit."
NO_ORGANISATION = "Deze organisatie bestaat niet. Kies er een uit de lijst met organisaties."
NEEDS_GROUP = "Kies bij deze rol een groep."
NEEDS_ORGANISATION = "Kies van welke organisatie iemand contactpersoon wordt."
NO_GROUP_HERE = "Deze rol geldt niet voor een groep. Laat de groep leeg."
NO_ORGANISATION_HERE = "Deze rol geldt niet voor een organisatie. Laat de organisatie leeg."
HAS_ROLE = "Deze persoon heeft deze rol al. Kies een andere rol, of beëindig deze eerst."
LACKS_ROLE = "Deze persoon heeft deze rol niet. Kies een rol uit de lijst op zijn pagina."


class Grant(NamedTuple):
    """One role and what it is for; the same role for something else is another grant."""

    role: Role
    group: str | None = None
    organisation: str | None = None


def admit_member(
    *,
    member: str,
    organisation: str | None = None,
    organisation_history: Sequence[Event] = (),
    history: Sequence[Event] = (),
) -> MemberJoined:
    """Someone takes part, for an organisation or not; who stopped may come back."""
    unknown = organisation is not None and not organisation_history
    refuse(form=bool(history) and isinstance(history[-1], MemberErased) and ERASED)
    refuse(
        form=bool(history) and not has_stopped(history) and KNOWN,
        organisation=(unknown and NO_ORGANISATION) or (has_left(organisation_history) and STOPPED),
    )
    return MemberJoined(member=member, organisation=organisation)


def end_member(history: Sequence[Event], *, member: str) -> MemberLeft:
    """Someone stops taking part; every role ends with it."""
    refuse_absent(history)
    return MemberLeft(member=member)


def assign_role(
    history: Sequence[Event],
    *,
    member: str,
    role: Role,
    since: date | None,
    today: date,
    group: str | None = None,
    organisation: str | None = None,
) -> RoleAssigned:
    """A member gets a role: in a group, for an organisation, or for the whole alliance."""
    refuse_absent(history)
    grant = Grant(role, group, organisation)
    refuse(
        since=unfit_memory(since, today=today),
        group=unfit_place(group, needed=role in IN_A_GROUP, none=NEEDS_GROUP, one=NO_GROUP_HERE),
        organisation=unfit_place(
            organisation,
            needed=role in FOR_AN_ORGANISATION,
            none=NEEDS_ORGANISATION,
            one=NO_ORGANISATION_HERE,
        ),
        role=grant in grants_now(history) and HAS_ROLE,
    )
    assert since is not None  # an empty day was refused
    return RoleAssigned(
        member=member, role=role, group=group, organisation=organisation, since=since
    )


def end_role(
    history: Sequence[Event],
    *,
    member: str,
    role: Role,
    group: str | None = None,
    organisation: str | None = None,
) -> RoleEnded:
    """A member no longer has this role; what was done in it stays readable."""
    refuse_absent(history)
    refuse(role=Grant(role, group, organisation) not in grants_now(history) and LACKS_ROLE)
    return RoleEnded(member=member, role=role, group=group, organisation=organisation)


def erase_member(history: Sequence[Event], *, member: str) -> tuple[Event, ...]:
    """Someone's name and address go from the phone book; who still took part stops by that."""
    refuse(form=not history and UNKNOWN)
    refuse(form=isinstance(history[-1], MemberErased) and ERASED)
    gone = MemberErased(member=member)
    return (gone,) if has_stopped(history) else (MemberLeft(member=member), gone)


def grants_now(history: Sequence[Event]) -> list[Grant]:
    """The roles a member has after all that happened, the oldest first."""
    now: dict[Grant, None] = {}
    for event in history:
        match event:
            case RoleAssigned(role=role, group=group, organisation=organisation):
                now[Grant(role, group, organisation)] = None
            case RoleEnded(role=role, group=group, organisation=organisation):
                now.pop(Grant(role, group, organisation), None)
            case MemberLeft() | MemberErased():
                now.clear()
    return list(now)


def has_stopped(history: Sequence[Event]) -> bool:
    """Whether the last thing that happened is that the member stopped or was erased."""
    return bool(history) and isinstance(history[-1], MemberLeft | MemberErased)


def refuse_absent(history: Sequence[Event]) -> None:
    """Refuse for whoever takes no part: never let in, stopped, or erased."""
    refuse(form=not history and UNKNOWN)
    refuse(form=isinstance(history[-1], MemberErased) and ERASED)
    refuse(form=isinstance(history[-1], MemberLeft) and GONE)


def unfit_place(place: str | None, *, needed: bool, none: str, one: str) -> str | None:
    """What is wrong with the group or organisation of a role, or None."""
    if needed:
        return None if place else none
    return one if place else None
