"""What waits for an answer or a word of who is looking, each agreement once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from alliance import dutch
from alliance.projections.action_rows import ActionRow
from alliance.web.calling import Asks
from alliance.web.pages import today


@dataclass(frozen=True)
class Waits:
    """One agreement or question, and what it waits for."""

    row: ActionRow
    words: str
    to_tell: bool = False  # what came of it must be told to who took it


class AskedOfMe(Asks):
    """What is asked of who is looking, from all sides, as one list."""

    @cached_property
    def waits_for_me(self) -> Sequence[Waits]:
        """The most urgent first; what is asked in two ways stands there once."""
        return [*{one.row.action: one for one in reversed([*self._waits()])}.values()][::-1]

    def _waits(self) -> Iterator[Waits]:
        for row in self.to_tell:
            by = row.ask.tell_by if row.ask else None
            yield Waits(row, f"Vertel wat ervan kwam, vóór {dutch.day(by)}", to_tell=True)
        for row in self.answered:
            yield Waits(row, row.waits(today()))
        for row in self.asked_of_me:
            yield Waits(row, "Een vraag aan jullie")
        for row in self.silent_mine:
            yield Waits(row, f"Klopt dit nog? Niets gehoord sinds {dutch.day(row.last_news)}")
