"""What an organisation brings and seeks, and whether it has an aandachtsfunctionaris."""

from collections.abc import Collection, Sequence
from typing import get_args

from alliance.events.base import TITLE_LENGTH, Event, refuse, unfit_line
from alliance.events.organisations import (
    AandachtsfunctionarisStated,
    ExchangeDescribed,
    There,
)
from alliance.events.organisations_rules import organisation_now
from alliance.events.state import UNCHANGED, tidy

NO_ANSWER = "Kies of er een aandachtsfunctionaris is."
NOT_OURS = "Deze persoon hoort niet bij deze organisatie. Kies iemand van de lijst."


def describe_exchange(
    history: Sequence[Event], *, brings: str | None, seeks: str | None
) -> ExchangeDescribed:
    """What an organisation brings and what it seeks, in one line each; either may stay open."""
    now = organisation_now(history)
    refuse(
        brings=unfit_line(brings or "", None, TITLE_LENGTH),
        seeks=unfit_line(seeks or "", None, TITLE_LENGTH),
    )
    new = ExchangeDescribed(organisation=now.organisation, brings=tidy(brings), seeks=tidy(seeks))
    said = [event for event in history if isinstance(event, ExchangeDescribed)]
    before = said[-1] if said else ExchangeDescribed(organisation=now.organisation)
    refuse(form=new == before and UNCHANGED)
    return new


def state_aandachtsfunctionaris(
    history: Sequence[Event],
    *,
    there: str | None,
    contact: str | None = None,
    member: str | None = None,
    members: Collection[str] = (),
) -> AandachtsfunctionarisStated:
    """Whether there is one, and how to reach one; who it is only by key, one of `members`."""
    now = organisation_now(history)
    known: There | None = next((one for one in get_args(There) if one == there), None)
    refuse(
        there=known is None and NO_ANSWER,
        contact=unfit_line(contact or "", None, TITLE_LENGTH),
        member=bool(member) and member not in members and NOT_OURS,
    )
    assert known is not None  # refused
    reached = {"contact": tidy(contact), "member": member} if known == "ja" else {}
    new = AandachtsfunctionarisStated(organisation=now.organisation, there=known, **reached)
    said = [event for event in history if isinstance(event, AandachtsfunctionarisStated)]
    refuse(form=said[-1:] == [new] and UNCHANGED)
    return new
