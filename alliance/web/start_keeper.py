"""What of the machinery may stand on the start page of the keeper."""

from collections.abc import Mapping
from functools import cached_property

from alliance import hidden, lease, outbox
from alliance.web.about import SILENT_AFTER
from alliance.web.pages import desk, reading


class Machinery:
    """Mail, clock and overviews; each question is asked only when a part wants its answer."""

    @cached_property
    def behind(self) -> int:
        """How many projections stay behind the journal."""
        return len(desk().behind())

    @cached_property
    def hidden(self) -> int:
        """How many texts are hidden until the keeper answers."""
        return len(hidden.waiting(reading().db))

    @cached_property
    def outbox(self) -> Mapping[str, int]:
        """How many letters stand how."""
        return outbox.numbers(reading().db)

    @cached_property
    def clock_runs(self) -> bool:
        """Whether the clock was heard lately."""
        heard = lease.last_heard(reading().db)
        return heard is not None and desk().clock() - heard <= SILENT_AFTER
