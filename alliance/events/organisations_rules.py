"""When an organisation or a group may be entered, described anew, or stop."""

from collections.abc import Sequence
from typing import TypedDict, Unpack

from alliance.events.base import (
    TITLE_LENGTH,
    Event,
    refuse,
    unfit_line,
    unfit_text,
    unfit_title,
)
from alliance.events.organisations import (
    GroupFormed,
    GroupKind,
    OrganisationFacts,
    OrganisationJoined,
    OrganisationLeft,
    OrganisationRevised,
    OrganisationWithdrawn,
)
from alliance.events.state import UNCHANGED, WHY, changed, fold, tidy

NO_NAME = "Schrijf op hoe de organisatie heet."
NO_SECTOR = "Kies een sector uit de lijst."
NO_KIND = "Kies uit de lijst wat voor organisatie het is."
NO_MAILBOX = "Dit is geen mailadres. Schrijf het als info@organisatie.nl, of laat het leeg."
NO_PHONE = "Dit is geen telefoonnummer. Schrijf alleen cijfers, spaties en streepjes."
UNKNOWN = "Deze organisatie bestaat niet. Kies er een uit de lijst met organisaties."
STOPPED = "Deze organisatie is gestopt. Neem haar opnieuw op als zij weer meedoet."
NOT_STOPPED = "Deze organisatie doet nog mee. Pas haar gegevens aan op haar eigen pagina."
NO_GROUP_NAME = "Schrijf op hoe de groep heet."
NO_TASK = "Schrijf in één of twee zinnen wat de groep doet."
NO_THEME = "Kies aan welk thema deze themagroep werkt."
NO_GEBIED = "Kies van welk gebied deze wijkgroep is."
TOO_OFTEN = "Kies een aantal van 0 tot en met 52 bijeenkomsten per jaar, of laat het leeg."
TOO_LONG = "Kies een duur van 15 tot en met 480 minuten, of laat het leeg."


GONE = OrganisationLeft | OrganisationWithdrawn
"""How an organisation goes out of the picture."""


class OrganisationDetails(TypedDict, total=False):
    """What may be known of an organisation besides its name, sector and kind."""

    takes_part: bool
    expertise: str | None
    phone: str | None
    mailbox: str | None
    address: str | None
    check: bool
    part: str | None
    note: str | None
    source: str | None


class OrganisationChanges(OrganisationDetails, total=False):
    """What a new description may change; what is not named stays as it is."""

    name: str
    sector: str
    kind: str


class GroupContext(TypedDict, total=False):
    """What may be known of a group besides its name, kind and task; unnamed stays as it is."""

    theme: str | None
    gebied: str | None
    meetings_per_year: int | None
    minutes_per_meeting: int | None
    members: str | None
    note: str | None
    source: str | None


def join_organisation(
    history: Sequence[Event] = (),
    *,
    organisation: str,
    name: str,
    sector: str,
    kind: str,
    **details: Unpack[OrganisationDetails],
) -> OrganisationJoined:
    """An organisation comes into the picture, or back after it stopped."""
    if history:
        refuse(form=not has_left(history) and NOT_STOPPED)
    new = OrganisationJoined(
        organisation=organisation,
        name=name.strip(),
        sector=sector,
        kind=kind,
        **{field: tidy(value) for field, value in details.items()},
    )
    refuse_unfit(new)
    return new


def revise_organisation(
    history: Sequence[Event], **changes: Unpack[OrganisationChanges]
) -> OrganisationRevised:
    """An organisation as it is described from now on; what is not named stays as it is."""
    now = organisation_now(history)
    new = changed(now, changes)
    refuse_unfit(new)
    refuse(form=new == now and UNCHANGED)
    return new


def leave_alliance(history: Sequence[Event], *, reason: str | None = None) -> OrganisationLeft:
    """An organisation stops; what it promised stays readable."""
    now = organisation_now(history)
    refuse(reason=unfit_text(reason))
    return OrganisationLeft(organisation=now.organisation, reason=tidy(reason))


def withdraw_organisation(history: Sequence[Event], *, reason: str) -> OrganisationWithdrawn:
    """Take back an organisation that should not have been there."""
    now = organisation_now(history)
    refuse(reason=unfit_text(reason, WHY))
    return OrganisationWithdrawn(organisation=now.organisation, reason=reason.strip())


def form_group(
    history: Sequence[Event] = (),
    *,
    group: str,
    name: str,
    kind: GroupKind,
    task: str,
    **context: Unpack[GroupContext],
) -> GroupFormed:
    """A group as it works from now on; with a history it is formed anew."""
    before = list(history[-1:])
    blank = GroupFormed(group=group, name=name, kind=kind, task=task)
    now = before[0] if before and isinstance(before[0], GroupFormed) else blank
    new = changed(now, {"name": name, "kind": kind, "task": task, **context})
    times, minutes = new.meetings_per_year, new.minutes_per_meeting
    refuse(
        name=unfit_title(name, NO_GROUP_NAME),
        task=unfit_text(task, NO_TASK),
        theme=kind == "themagroep" and not new.theme and NO_THEME,
        gebied=kind == "wijkgroep" and not new.gebied and NO_GEBIED,
        meetings_per_year=times is not None and not 0 <= times <= 52 and TOO_OFTEN,
        minutes_per_meeting=minutes is not None and not 15 <= minutes <= 480 and TOO_LONG,
    )
    refuse(form=before == [new] and UNCHANGED)
    return new


def organisation_now(history: Sequence[Event]) -> OrganisationRevised:
    """What is known of an organisation that takes part; refuses one that is unknown or stopped."""
    refuse(form=not history and UNKNOWN)
    refuse(form=has_left(history) and STOPPED)
    now = fold(history, OrganisationFacts, OrganisationRevised)
    assert now is not None  # a history begins with a description
    return now


def has_left(history: Sequence[Event]) -> bool:
    """Whether the last thing that says so is that the organisation stopped or was taken back."""
    said = (one for one in reversed(history) if isinstance(one, OrganisationFacts | GONE))
    return isinstance(next(said, None), GONE)


def refuse_unfit(new: OrganisationFacts) -> None:
    """Refuse a description of an organisation with every fault in it."""
    lines = {"name": NO_NAME, "phone": None, "address": None}
    faults = {
        field: unfit_line(getattr(new, field) or "", missing, TITLE_LENGTH)
        for field, missing in lines.items()
    }
    faults |= {field: unfit_text(getattr(new, field)) for field in ("expertise", "part", "note")}
    faults["mailbox"] = unfit_mailbox(new.mailbox)
    faults["phone"] = faults["phone"] or unlike(new.phone, "0123456789", NO_PHONE)
    refuse(
        **faults,
        sector=not new.sector and NO_SECTOR,
        kind=not new.kind and NO_KIND,
    )


def unfit_mailbox(mailbox: str | None) -> str | None:
    """What is wrong with the general mail address of an organisation, or None."""
    return unfit_line(mailbox or "", None, TITLE_LENGTH) or unlike(mailbox, "@", NO_MAILBOX)


def unlike(line: str | None, needed: str, fault: str) -> str | None:
    """The fault, when a line was filled in and holds none of the signs it cannot do without."""
    return fault if line and not set(line) & set(needed) else None
