"""What of the mail may stand on a start page; who can be mailed is read once for all its parts."""

from collections.abc import Sequence
from functools import cached_property

from alliance.mailing.forecast import Coming, coming
from alliance.mailing.shares import Known
from alliance.web.pages import reading


class MailKnown:
    """The mail of the coming week, and all that is known for it."""

    @cached_property
    def known(self) -> Known:
        """Who can be mailed or called, and what there is to say."""
        return Known(reading())

    @cached_property
    def mail(self) -> Sequence[Coming]:
        """The days of the coming week on which mail leaves."""
        return [one for one in coming(self.known) if one.leaving]
