"""How far are we with what we agreed?"""

from alliance.events.actions import (
    ActionAccepted,
    ActionDone,
    ActionDropped,
    ActionFacts,
    ActionLinked,
    ActionMoved,
    ActionWithdrawn,
    OtherDateAccepted,
)
from alliance.events.activities import (
    ActivityCancelled,
    ActivityFacts,
    ActivityHeld,
    ActivityLinked,
    ActivityMoved,
    ActivityWithdrawn,
)
from alliance.events.organisations import GroupFormed, OrganisationFacts
from alliance.events.outcomes import (
    LessonCorrected,
    LessonRecorded,
    LessonWithdrawn,
    OutcomeFacts,
    OutcomeLinked,
    OutcomeWithdrawn,
)
from alliance.events.programme import (
    PlannedActionAdopted,
    ResultAdjusted,
    ResultAgreed,
    ResultAssessed,
    ThemeAdopted,
)
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows
from alliance.projections.progress_programme import keep_name, keep_programme, keep_result
from alliance.projections.progress_rows import follow
from alliance.projections.progress_tables import tables


def apply(rows: Rows, entry: Entry) -> None:
    """Keep every item, what it counts for, and the sums of that."""
    match entry.event:  # what happens most stands first
        case ActionFacts() | ActionDone() | OutcomeFacts() | ActivityFacts() as told:
            follow(rows, entry, told)
        case ActionLinked() | ActivityHeld() | ActionMoved() | ActionDropped() as told:
            follow(rows, entry, told)
        case LessonRecorded() | ActivityCancelled() | ActivityMoved() as told:
            follow(rows, entry, told)
        case ActivityLinked() | OutcomeLinked() | ActionAccepted() | OtherDateAccepted() as told:
            follow(rows, entry, told)
        case ActionWithdrawn() | ActivityWithdrawn() | OutcomeWithdrawn() as told:
            follow(rows, entry, told)
        case LessonCorrected() | LessonWithdrawn() as told:
            follow(rows, entry, told)
        case GroupFormed() | OrganisationFacts() as said:
            keep_name(rows, said)
        case ThemeAdopted() | PlannedActionAdopted() as said:
            keep_programme(rows, said, entry)
        case ResultAgreed() | ResultAdjusted() | ResultAssessed() as said:
            keep_result(rows, said, entry)


PROJECTION = Projection("progress", tables, apply)
