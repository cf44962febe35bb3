"""What someone asked for, got a yes to, and is past its day: for who asked, with whom to call."""

from collections.abc import Sequence
from functools import cached_property

from alliance.projections import actions, people
from alliance.projections.action_rows import ActionRow
from alliance.web.action_pages import is_own
from alliance.web.calling import Call, call_about
from alliance.web.pages import ask, person, today


class AskedLate:
    """What a start page tells who asked; it is looked up only when a part of the page wants it."""

    @cached_property
    def asked_late(self) -> Sequence[Call]:
        """Everything that who is looking asked for and that is past its day, the oldest first."""
        member = person().member
        wanted = actions.Filter(asker=member, past_date=True)
        rows = ask(actions.page, wanted, today()).rows if member else ()
        return [call for row in rows if (call := call_for(row))]


def call_for(row: ActionRow) -> Call | None:
    """Whom to call about an agreement past its day; None for who does it, or did not ask for it."""
    asks = row.late and row.asker is not None and row.asker == person().member
    if not asks or is_own(row):
        return None
    if row.organisation is None and row.owner:
        at = ask(people.organisation_of, row.owner)
        return call_about(row, at)
    return call_about(row)
