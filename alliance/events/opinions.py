"""Opinions: what a member of the sounding board thinks of a proposal, before its group meets."""

from collections.abc import Sequence
from typing import Literal

from alliance.events.base import Event, Id, Refused, Text, event, refuse, unfit_text
from alliance.events.meetings import AgendaItemRaised
from alliance.events.state import tidy

Stance = Literal["goed_idee", "ja_maar", "liever_niet"]

NO_WORDS = "Maak de zin af. Eén zin is genoeg."
NO_PROPOSAL = "Dit voorstel bestaat niet. Kies er een uit de lijst met voorstellen."
SPOKEN_OF = "Je groep heeft dit al besproken. Geef je mening in de volgende bijeenkomst."
SAID = "Dat zei je al. Kies iets anders, of laat het zo."
NOTHING_SAID = "Je hebt hier nog niets van gezegd. Kies eerst wat je vindt."


@event("opinion_given", "opinion", "Mening gegeven")
class OpinionGiven(Event):
    """What one member thinks of a proposal; it stays within the group, and the last one counts."""

    opinion: Id  # the key of the item that is proposed
    group: Id
    member: Id
    stance: Stance
    statement: Text | None = None  # what comes after "ja, maar" and "liever niet, want"


@event("opinion_withdrawn", "opinion", "Mening teruggenomen")
class OpinionWithdrawn(Event):
    """They would rather have said nothing."""

    opinion: Id
    group: Id
    member: Id


def give_opinion(
    proposal: Sequence[Event],
    past: Sequence[Event],
    *,
    group: str,
    member: str,
    stance: Stance,
    statement: str | None = None,
    waits: bool,
) -> OpinionGiven:
    """What a member thinks, as long as the group did not speak of it; with words where asked."""
    item = next((event for event in proposal if isinstance(event, AgendaItemRaised)), None)
    words = None if stance == "goed_idee" else tidy(statement)
    before = said_by(past, member)
    same = before is not None and (before.stance, before.statement) == (stance, words)
    refuse(
        form=(item is None and NO_PROPOSAL) or (not waits and SPOKEN_OF) or (same and SAID),
        statement=None if stance == "goed_idee" else unfit_text(words, NO_WORDS),
    )
    assert item is not None  # an unknown proposal was refused
    return OpinionGiven(
        opinion=item.item, group=group, member=member, stance=stance, statement=words
    )


def withdraw_opinion(past: Sequence[Event], *, member: str) -> OpinionWithdrawn:
    """Take back what a member said."""
    before = said_by(past, member)
    if before is None:
        raise Refused(form=NOTHING_SAID)
    return OpinionWithdrawn(opinion=before.opinion, group=before.group, member=member)


def said_by(past: Sequence[Event], member: str) -> OpinionGiven | None:
    """What one member said last, unless they took it back."""
    said = (event for event in reversed(past) if isinstance(event, OpinionGiven | OpinionWithdrawn))
    last = next((event for event in said if event.member == member), None)
    return last if isinstance(last, OpinionGiven) else None
