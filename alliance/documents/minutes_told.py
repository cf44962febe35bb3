"""The minutes of a meeting as they stand: for a page, a paper and a mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from msgspec.structs import replace

from alliance.desk import Reading
from alliance.documents.checks import check_words
from alliance.documents.minutes import minutes_text
from alliance.documents.within import stays_inside
from alliance.dutch import day, weekday
from alliance.events.meetings import AgendaLine
from alliance.events.minutes_drafts import draft_minutes, outward
from alliance.events.records import Minutes, MinutesApproved, MinutesLine
from alliance.projections import attendance, meetings, people, records
from alliance.projections.checks import of_point
from alliance.projections.meetings import Meeting


@dataclass(frozen=True)
class Told:
    """What the minutes of one meeting say at one moment."""

    now: Reading
    found: Meeting

    @cached_property
    def approval(self) -> MinutesApproved | None:
        """The approval of the minutes, which holds them as they were; None for a draft."""
        said = [entry.event for entry in self.now.history(f"record:{self.found.meeting}")]
        return next((event for event in said if isinstance(event, MinutesApproved)), None)

    @cached_property
    def whole(self) -> Minutes:
        """The minutes as they were approved, or as they stand."""
        return self.approval.told if self.approval else self.drafted

    @cached_property
    def outward(self) -> Minutes:
        """The minutes as they may leave the group; also what was said at no point stays inside."""
        told = outward(self.whole)
        items = (
            replace(
                item,
                lines=tuple(line for line in item.lines if not stays_inside(self.now, line.of)),
            )
            for item in told.items
        )
        return replace(told, items=tuple(items))

    @property
    def drafted(self) -> Minutes:
        """The minutes as they follow from what was recorded so far."""
        found, ask = self.found, self.now.ask
        agenda = ask(meetings.agenda_of, found.meeting)
        return draft_minutes(
            title=f"{found.group_name}, {weekday(found.on)}",
            group=found.group,
            on=found.on,
            start=found.start,
            place=found.place,
            seats=[
                (self._seat(one.member, one.on_behalf_of), one.presence)
                for one in ask(attendance.of_meeting, found.meeting)
            ],
            agenda=agenda,
            recorded=[
                *self._checked(agenda),
                *((one.about, self._line(one)) for one in ask(records.of_meeting, found.meeting)),
            ],
        )

    @property
    def approved(self) -> str | None:
        """When the minutes were approved, as a sentence."""
        stands = self.now.ask(records.approval, self.found.meeting)
        return f"Vastgesteld op {day(stands.on)}." if stands else None

    @property
    def text(self) -> str:
        """The minutes as plain text, to mail: as everyone may read them."""
        return minutes_text(self.outward, approved=self.approved)

    def _seat(self, member: str | None, guest_of: str | None) -> str:
        """Who was there, as an organisation; a name is not for minutes, which outlive it."""
        theirs = guest_of or (self.now.ask(people.organisation_of, member) if member else None)
        return self._organisation(theirs) if theirs else "lid"

    def _checked(self, agenda: Sequence[AgendaLine]) -> list[tuple[str, MinutesLine]]:
        """Of each proposal whether it was tried out with those it is about, as said by then."""
        told = ((line.key, check_words(self.now.ask(of_point, line.key))) for line in agenda)
        return [
            (key, MinutesLine(kind="notitie", statement=said, of=f"note:{key.replace(':', '-')}"))
            for key, said in told
            if said
        ]

    def _line(self, one: records.Line) -> MinutesLine:
        """One thing that was recorded, as the minutes tell it."""
        return MinutesLine(
            kind=one.kind,
            statement=one.statement,
            of=one.of,
            organisation=one.organisation,
            name=self._organisation(one.organisation) if one.organisation else None,
            day=one.day,
        )

    def _organisation(self, key: str) -> str:
        return self.now.ask(people.organisation_names).get(key, key)
