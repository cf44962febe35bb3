"""The cast of the tests of agendas: groups, days, meetings, and how to ask."""

from collections.abc import Callable
from datetime import date
from typing import Any

from alliance.events.actions import ActionAgreed
from alliance.events.meetings import AgendaLine, AgendaSet, MeetingPlanned
from alliance.events.programme import ResultAdjusted, Target
from alliance.projections.agenda import Proposal, proposed
from alliance.projections.agenda_points import Point
from alliance.projections.progress_overview import overview

Asked = Callable[..., Any]
IMPORTED, TODAY = date(2026, 11, 2), date(2026, 11, 22)
BEFORE, THURSDAY, LATER = date(2026, 11, 5), date(2026, 11, 26), date(2027, 1, 14)
CORE, YOUNG, WIJK, SOUNDING = "kerngroep", "themagroep_t3", "wop_schenkel", "klankbordgroep"
MEETING = MeetingPlanned(meeting="m2", group=CORE, on=THURSDAY)
HELD = MeetingPlanned(meeting="m1", group=CORE, on=BEFORE)


def proposal_of(asked: Asked, group: str, today: date, **found: Any) -> Proposal:
    """The proposed agenda, with what progress knows of the results handed to it."""
    results = asked(overview).results
    proposal: Proposal = asked(proposed, group, today, results=results, **found)
    return proposal


def points(asked: Asked, group: str = CORE, today: date = TODAY, **found: Any) -> dict[str, Point]:
    proposal = proposal_of(asked, group, today, **found)
    return {point.key: point for point in (*proposal.points, *proposal.backlog)}


def agreed(key: str, by_when: date | None, **links: str) -> ActionAgreed:
    return ActionAgreed(action=key, title="Bel De Wel", by_when=by_when, **links)


def on_agenda(meeting: str, *keys: str) -> AgendaSet:
    return AgendaSet(
        meeting=meeting,
        lines=tuple(
            AgendaLine(key=key, title="Punt", kind="bespreken", minutes=10, reason="Daarom.")
            for key in keys
        ),
    )


def whole(result: str, deadline: date = LATER) -> ResultAdjusted:
    return ResultAdjusted(
        result=result,
        statement="Professionals zien signalen eerder.",
        owner="welzijn_capelle",
        target=Target(words="De peiling."),
        deadline=deadline,
        reason="Besloten.",
    )
