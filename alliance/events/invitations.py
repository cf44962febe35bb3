"""Rules of invitations: organisations are asked what they do in a week, or say that they do not."""

from collections.abc import Sequence
from datetime import date

from alliance.events.base import Event, refuse
from alliance.events.moments import (
    InvitationDeclined,
    MomentSet,
    OrganisationsInvited,
    moment_now,
)

BEEN = "Deze week is al geweest. Kijk op de jaarkalender wanneer de volgende is."
ALREADY = "De vraag gaat al mee in de mail aan de organisaties. Je hoeft niets te doen."
SAID_NO = "Jullie zeiden al dat jullie niet meedoen. Toch wel? Zet dan iets in het programma."


def invite_organisations(history: Sequence[Event], *, today: date) -> OrganisationsInvited:
    """Let every organisation be asked what it does, sooner than it would be by itself."""
    now = coming_week(history, today)
    invited = any(isinstance(one, OrganisationsInvited) for one in history)
    refuse(form=invited and ALREADY)
    return OrganisationsInvited(moment=now.moment)


def decline_invitation(
    history: Sequence[Event], *, organisation: str, today: date
) -> InvitationDeclined:
    """An organisation does nothing this time; whatever it adds later is welcome."""
    said = InvitationDeclined(moment=coming_week(history, today).moment, organisation=organisation)
    refuse(form=said in history and SAID_NO)
    return said


def coming_week(history: Sequence[Event], today: date) -> MomentSet:
    """A week that is not over yet; refuses when it was dropped or has been."""
    now = moment_now(history)
    refuse(form=(now.until or now.on) < today and BEEN)
    return now
