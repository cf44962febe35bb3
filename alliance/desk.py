"""What anyone who acts may reach for: record what happened, ask what is known, and today's date."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cached_property
from typing import Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa

from alliance import database, journal, projections
from alliance.answers import Answers, Moment
from alliance.config import Settings
from alliance.dutch import AMSTERDAM
from alliance.events.base import Event
from alliance.events.journal import REDACTIONS
from alliance.journal import Receipt
from alliance.privacy import check_texts
from alliance.projections.base import Projection, catch_up, seen_positions
from alliance.projections.past import open_past
from alliance.recorder import link_at

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


@dataclass
class Desk:
    """The one engine, the journal and the clock, for web, jobs, mail links and import alike."""

    settings: Settings
    engine: sa.Engine
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    known: Sequence[Projection] = projections.ALL
    answers: Answers = field(default_factory=Answers)

    @cached_property
    def journal(self) -> journal.Journal:
        """The journal that everything is written in."""
        return journal.Journal(self.engine, self.clock)

    def today(self) -> date:
        """The date in Amsterdam."""
        return self.clock().astimezone(AMSTERDAM).date()

    def record(
        self,
        events: Sequence[Event],
        *,
        by: str,
        seen: Mapping[str, int] | None = None,
        key: str | None = None,
        form: str | None = None,
        answer: str | None = None,
        sure: bool = False,
        also: Callable[[sa.Connection], object] | None = None,
    ) -> Receipt:
        """Write events down in one transaction, then let every projection catch up.

        `also` is what else is written in that transaction; what it raises undoes all of it.

        Raises Refused when a free text speaks of a recognisable person (`sure`: the writer says
        it does not), Stale when someone else changed a stream in `seen`, KeyUsed when the one-time
        key was used for another form, Unavailable when the database cannot be written.
        """
        check_texts(events, sure=sure)
        receipt = self.journal.append(
            events, by=by, seen=seen, key=key, form=form, answer=answer, also=also
        )
        catch_up(self.engine, self.known)
        return receipt

    @contextmanager
    def reading(self, on: date | None = None) -> Iterator["Reading"]:
        """Everything one page reads, at one moment: now, or the end of an earlier day."""
        behind = self.catch_up_if_behind()
        with ExitStack() as open_files, database.reading(self.engine) as db:
            position = None if on is None else journal.position_at(db, end_of(on))
            yield Reading(self, db, on or self.today(), position, open_files, behind)

    def catch_up_if_behind(self) -> dict[str, int]:
        """Let projections that stayed behind the journal catch up; those that could not.

        An entry that somebody else wrote meanwhile does not count: its own writer is at it.
        """
        last, reached = self._reached()
        if any(position < last for position in reached.values()):
            catch_up(self.engine, self.known)
            _, reached = self._reached()
        return {name: position for name, position in reached.items() if position < last}

    def behind(self) -> dict[str, int]:
        """The projections that have not seen the whole journal, and up to where they have."""
        last, reached = self._reached()
        return {name: position for name, position in reached.items() if position < last}

    def _reached(self) -> tuple[int, dict[str, int]]:
        with database.reading(self.engine) as db:
            last, seen = journal.head(db).position, seen_positions(db)
        return last, {one.name: seen.get(one.name, 0) for one in self.known}


class Reading:
    """What was known at one moment; each question goes to the projection that answers it."""

    def __init__(
        self,
        desk: Desk,
        db: sa.Connection,
        today: date,
        position: int | None,
        open_files: ExitStack,
        behind: Mapping[str, int],
    ) -> None:
        """`position` is None for now, otherwise the last entry that was there.

        `behind` names the projections that could not catch up, and up to where they have seen.
        """
        self.db = db
        self.today = today
        self.position = position
        self.behind = behind
        self._desk = desk
        self._open_files = open_files

    @property
    def is_past(self) -> bool:
        """Whether this is an earlier moment, on which nothing can be changed."""
        return self.position is not None

    def ask(
        self,
        query: Callable[Concatenate[sa.Connection, Asked], Answer],
        *args: Asked.args,
        **kwargs: Asked.kwargs,
    ) -> Answer:
        """The answer of a projection's query, as it was at this moment; never to be changed."""

        def work() -> Answer:
            return query(self._known, *args, **kwargs)

        if self._moment is None:
            return work()
        question = (self._moment, query, args, *kwargs.items())
        return self._desk.answers.find(question, work)

    def history(self, stream: str) -> list[journal.Entry]:
        """Everything that happened in one stream, up to this moment, oldest first."""
        return [
            entry
            for entry in journal.stream(self.db, stream)
            if self.position is None or entry.position <= self.position
        ]

    @cached_property
    def _moment(self) -> Moment | None:
        if self.position is not None:
            chain = link_at(self.db, self.position)
            return Moment(self.position, chain, self.today, journal.version(self.db, REDACTIONS))
        head, seen = journal.head(self.db), seen_positions(self.db)
        if any(seen.get(one.name) != head.position for one in self._desk.known):
            return None  # of some projection it is not known which entries it has seen
        return Moment(head.position, head.chain, self.today)

    @cached_property
    def _known(self) -> sa.Connection:
        if self.position is None:
            return self.db
        desk, code = self._desk, projections.code_hash()
        engine = open_past(self.db, desk.settings.folder, desk.known, self.position, code)
        return self._open_files.enter_context(database.reading(engine))


def end_of(day: date) -> datetime:
    """The last moment of a day in Amsterdam."""
    return datetime.combine(day, time.max, AMSTERDAM)
