"""What progress keeps of the plan: themes, results as they read now, and who judged them."""

import msgspec

from alliance.dutch import day_of
from alliance.events.organisations import GroupFormed, OrganisationFacts
from alliance.events.programme import (
    PlannedActionAdopted,
    ResultAdjusted,
    ResultAgreed,
    ResultAssessed,
    ThemeAdopted,
)
from alliance.journal import Entry
from alliance.projections.progress_tables import assessments, names, planned, results, themes
from alliance.projections.rows import Row, Rows, blank


def keep_name(rows: Rows, said: GroupFormed | OrganisationFacts) -> None:
    """What an organisation or a group is called."""
    rows.put(names, stream=said.stream, name=said.name)


def keep_programme(rows: Rows, said: ThemeAdopted | PlannedActionAdopted, at: Entry) -> None:
    """What the plan says."""
    match said:
        case ThemeAdopted():
            facts: Row = {"name": said.name, "what": said.what}
            rows.put(themes, theme=said.theme, **facts, position=at.position)
        case PlannedActionAdopted():
            fields = ("planned", "theme", "statement", "parent", "kind", "horizon")
            facts = {name: getattr(said, name) for name in fields}
            lists: Row = {"partners": list(said.partners), "results": list(said.results)}
            rows.put(planned, **facts, **lists, position=at.position)


def keep_result(
    rows: Rows, said: ResultAgreed | ResultAdjusted | ResultAssessed, at: Entry
) -> None:
    """What was agreed to reach, as it reads now, and how far groups say it is."""
    match said:
        case ResultAgreed():
            fixed: Row = {"theme": said.theme, "agreed_on": day_of(at.at), "adjusted": 0}
            rows.put(results, result=said.result, **fixed, **stated(said), position=at.position)
        case ResultAdjusted():
            before = rows.get(results, said.result) or blank(results)
            times = (before["adjusted"] or 0) + 1
            rows.change(results, said.result, **stated(said), adjusted=times)
        case ResultAssessed():
            on = day_of(at.at)
            facts = {name: getattr(said, name) for name in said.__struct_fields__}
            rows.put(assessments, **facts, on=on, position=at.position)
            rows.change(results, said.result, verdict=said.verdict, assessed_on=on)


def stated(said: ResultAgreed | ResultAdjusted) -> Row:
    """What is agreed about a result, as columns."""
    return {
        "statement": said.statement,
        "target": msgspec.to_builtins(said.target),
        "deadline": said.deadline,
        "owner": said.owner,
        "ideas": list(said.ideas),
    }
