"""An agenda in the making: what the site proposes, with what the chair made of it so far."""

from alliance.events.agenda_drafts import Draft, draft_agenda
from alliance.projections import agenda_drafts, meetings
from alliance.projections.agenda import Proposal
from alliance.projections.meetings import Meeting
from alliance.web.pages import ask, today
from alliance.web.points import line_of
from alliance.web.proposals import proposal_for


def proposal_of(found: Meeting) -> Proposal | None:
    """What a meeting could talk about; None unless it is the next one of its group."""
    if found.status != "gepland" or found.on < today():
        return None
    proposal = proposal_for(found.group)
    return proposal if proposal and proposal.occasion.meeting == found.meeting else None


def draft_of(found: Meeting, proposal: Proposal) -> Draft:
    """The agenda of the next meeting as it stands: the chair's choices on top of the proposal."""
    prepared = ask(agenda_drafts.prepared, found.meeting)
    return draft_agenda(
        found.meeting,
        found.minutes,
        proposed=[line_of(point) for point in proposal.by_weight],
        choices=prepared.choices,
        dropped=prepared.dropped,
        set_before=ask(meetings.agenda_of, found.meeting),
    )
