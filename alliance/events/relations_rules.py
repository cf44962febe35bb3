"""When contact with an organisation may be written down, and when a relation rests or goes on."""

from collections.abc import Sequence
from datetime import date
from typing import get_args

from alliance.events.base import TITLE_LENGTH, Event, refuse, unfit_line
from alliance.events.days import GONE, unfit_memory, unfit_plan
from alliance.events.organisations_rules import organisation_now, revise_organisation
from alliance.events.relations import (
    ApproachNoted,
    Pause,
    RelationPaused,
    RelationResumed,
    TalkFacts,
    TalkNoted,
    TalkWithdrawn,
    Way,
)
from alliance.events.state import tidy

NO_WAY = "Kies hoe jullie contact hadden."
NO_WHY = "Kies waarom de organisatie even niet meedoet."
UNKNOWN = "Dit contact staat er niet. Kies er een uit de lijst op de pagina van de organisatie."
WITHDRAWN = "Dit contact is al teruggenomen. Schrijf het opnieuw op als het er wel was."
PAUSED = "Dit staat er al. Kies een andere reden of een andere dag."
NOT_PAUSED = "Deze organisatie is gewoon in gesprek. Kijk op haar pagina hoe het ervoor staat."
TAKES_PART = "Deze organisatie doet al mee. Kijk op haar pagina hoe het ervoor staat."


def note_talk(
    organisation: Sequence[Event],
    *,
    talk: str,
    on: date | None,
    today: date,
    way: Way | None,
    note: str | None = None,
    heard: bool = True,
) -> TalkNoted | ApproachNoted:
    """Someone was in touch with an organisation; not `heard`: they asked, without an answer yet."""
    now = organisation_now(organisation)
    refuse(
        on=unfit_memory(on, today=today),
        note=unfit_line(note or "", None, TITLE_LENGTH),
        way=way is None and NO_WAY,
    )
    assert on is not None and way is not None  # both were refused
    kind = TalkNoted if heard else ApproachNoted
    return kind(talk=talk, organisation=now.organisation, on=on, way=way, note=tidy(note))


def withdraw_talk(history: Sequence[Event]) -> TalkWithdrawn:
    """Take back what was written down by mistake."""
    noted = history[0] if history else None
    refuse(form=noted is None and UNKNOWN)
    refuse(form=isinstance(history[-1], TalkWithdrawn) and WITHDRAWN)
    assert isinstance(noted, TalkFacts)  # nothing else begins the history of a talk
    return TalkWithdrawn(talk=noted.talk, organisation=noted.organisation)


def pause_relation(
    organisation: Sequence[Event],
    past: Sequence[Event],
    *,
    why: str | None,
    today: date,
    again_on: date | None = None,
) -> RelationPaused:
    """An organisation does not join in for a while; a member of the alliance stays one."""
    now = organisation_now(organisation)
    known: Pause | None = next((one for one in get_args(Pause) if one == why), None)
    refuse(
        why=known is None and NO_WHY,
        again_on=unfit_plan(again_on, today=today, past=GONE, missing=None),
    )
    assert known is not None  # refused
    new = RelationPaused(relation=now.organisation, why=known, again_on=again_on)
    refuse(form=list(past[-1:]) == [new] and PAUSED)
    return new


def resume_relation(past: Sequence[Event]) -> RelationResumed:
    """The pause of an organisation is over."""
    last = past[-1] if past else None
    refuse(form=not isinstance(last, RelationPaused) and NOT_PAUSED)
    assert isinstance(last, RelationPaused)  # refused
    return RelationResumed(relation=last.relation)


def take_part(organisation: Sequence[Event], past: Sequence[Event]) -> tuple[Event, ...]:
    """An organisation takes part from now on, for the first time or after a pause."""
    now = organisation_now(organisation)
    paused = is_paused(past)
    refuse(form=now.takes_part and not paused and TAKES_PART)
    joined = () if now.takes_part else (revise_organisation(organisation, takes_part=True),)
    return (*joined, *([resume_relation(past)] if paused else []))


def is_paused(past: Sequence[Event]) -> bool:
    """Whether the last thing said of a relation is that it rests."""
    return bool(past) and isinstance(past[-1], RelationPaused)
