"""The agenda that follows from what happened, with what coverage found handed to it."""

from collections.abc import Sequence
from dataclasses import replace

from alliance.projections import (
    actions,
    actions_tried,
    agenda,
    coverage_gaps,
    coverage_start,
    people,
    progress_overview,
)
from alliance.projections.action_rows import FIRST, SILENT
from alliance.projections.agenda import Proposal
from alliance.projections.agenda_concerns import Concern
from alliance.projections.agenda_points import Point
from alliance.projections.agenda_sides import BACK
from alliance.web import names
from alliance.web.concerns import NEVER, facts_found, gaps_found, to_ask
from alliance.web.doubts import concerns_of
from alliance.web.inside import stays_inside
from alliance.web.pages import ask, today


def proposal_for(group: str) -> Proposal | None:
    """What the next meeting of a group could talk about; None when there is no such group.

    While no offer was ever confirmed, the core group hears that once, not offer by offer.
    """
    known = ask(people.group, group)
    if known is None:
        return None
    facts = tuple(facts_found(ask(coverage_start.after_import, today())))
    once = known.kind == "kerngroep" and any(one.key == NEVER for one in facts)
    gaps = ask(coverage_gaps.gaps, today())
    found = ask(
        agenda.proposed,
        group,
        today(),
        results=ask(progress_overview.overview).results,
        facts=facts,
        gaps=tuple(gaps_found(gaps, ask(actions_tried.tried, today()), names.of("group"))),
        who=organisations_of(),
        silent=silent_found(group),
        doubted=concerns_of(group),
        to_confirm=() if once else tuple(to_ask(ask(coverage_gaps.to_confirm, today()))),
    )
    return found and replace(found, points=told(found.points), backlog=told(found.backlog))


def organisations_of() -> tuple[tuple[str, str], ...]:
    """For which organisation everyone who takes part speaks, in its name."""
    here = ask(people.all_members)
    named = ((key, one.organisation_name) for key, one in here.items() if not one.left_on)
    return tuple((key, name) for key, name in named if name)


def told(points: Sequence[Point]) -> tuple[Point, ...]:
    """Points without what another group decided and kept within itself."""
    return tuple(
        point
        for point in points
        if not (point.key.startswith(BACK) and any(map(stays_inside, point.streams)))
    )


def silent_found(group: str) -> tuple[Concern, ...]:
    """A group's agreements that stayed silent after whoever does it and the aanjager were asked."""
    wanted = actions.Filter(silent=SILENT + FIRST + FIRST, group=group)
    return tuple(
        Concern(
            key=f"action:{row.action}",
            title=row.title,
            reason="",
            streams=(f"action:{row.action}",),
            since=row.last_news,
        )
        for row in ask(actions.page, wanted, today()).rows
    )
