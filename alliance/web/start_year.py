"""What of the year calendar may stand on a start page."""

from collections.abc import Sequence
from datetime import timedelta
from functools import cached_property

from alliance.mailing import ring
from alliance.projections.announced import programme
from alliance.projections.year import Due, Moment, steps_in
from alliance.web.pages import ask, today
from alliance.web.start_mail import MailKnown
from alliance.web.week import week_near

FOUR_WEEKS = timedelta(weeks=4)
LATELY = timedelta(days=7)


class ComingDays(MailKnown):
    """The coming weeks; each question is asked only when a part of the page wants its answer."""

    @cached_property
    def week(self) -> Moment | None:
        """The week with a programme for everyone that is now, or comes in the coming weeks."""
        found = week_near()
        soon = found and found.on - FOUR_WEEKS <= today() <= found.last
        return found if soon else None

    @cached_property
    def ring(self) -> int:
        """How many letters leave in the coming week to who does not take part."""
        return ring.coming(self.known) if ring.coming_days(today()) else 0

    @cached_property
    def new_in_week(self) -> tuple[Moment | None, int]:
        """The coming week with a programme, and how much came into it in the last seven days."""
        week = week_near()
        if week is None or week.last < today():
            return None, 0
        shown = ask(programme, week.on, week.last)
        lately = [one for one in shown if one.shown_on and one.shown_on > today() - LATELY]
        return week, len(lately)

    @cached_property
    def steps(self) -> Sequence[Due]:
        """Steps on the year calendar that nobody took up, due in the coming weeks."""
        due = ask(steps_in, today(), today() + FOUR_WEEKS)
        return [one for one in due if one.action is None]
