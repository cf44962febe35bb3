"""For which meeting an agenda is made: whose it is, how long it lasts, what is theirs."""

from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa

from alliance.projections.agenda_tables import gebieden, groups, meetings

USUAL_MINUTES = 120
USUAL_PER_YEAR = 8  # how often the core group and theme groups meet, says the plan
LEVELS = ("GM", "WK", "BU")
"""How the codes of gemeente, wijk and buurt begin; a part's code begins with that of its whole."""


@dataclass(frozen=True)
class Occasion:
    """A group and its next meeting, seen from today."""

    group: str
    name: str
    kind: str
    theme: str | None
    areas: frozenset[str]  # its gebied, and the codes of that
    today: date
    meeting: str | None  # None: the next one is not planned yet
    on: date | None
    minutes: int
    last: date | None  # the day of its last meeting
    until: date  # about when it will meet again after the next one

    @property
    def is_core(self) -> bool:
        """Whether this group watches the main lines of everything."""
        return self.kind == "kerngroep"

    def handles(self, *, group: str | None, theme: str | None, area: str | None) -> bool:
        """Whether something is theirs: agreed by them, or, agreed by no group, of their field."""
        if group:
            return group == self.group
        if self.is_core:
            return theme is None
        return self.covers(theme=theme, area=area)

    def covers(self, *, theme: str | None, area: str | None) -> bool:
        """Whether a theme or an area is theirs; the core group's are all."""
        if self.is_core:
            return True
        mine = self.theme is not None and theme == self.theme
        return mine or (area is not None and any(overlap(area, own) for own in self.areas))


def overlap(one: str, other: str) -> bool:
    """Whether two areas are the same, or one lies within the other."""
    if one[:2] in LEVELS and other[:2] in LEVELS:
        shorter, longer = sorted((one[2:], other[2:]), key=len)
        return longer.startswith(shorter)
    return one == other


def occasion(db: sa.Connection, group: str, today: date) -> Occasion | None:
    """The next meeting of a group, planned or not; None when there is no such group."""
    row = db.execute(sa.select(groups).where(groups.c.group == group)).mappings().first()
    if row is None:
        return None
    stands = sa.select(meetings).where(meetings.c.group == group, meetings.c.stands)
    ahead = stands.where(meetings.c.on >= today).order_by(meetings.c.on).limit(2)
    coming = db.execute(ahead).mappings().all()
    gone = stands.where(meetings.c.on < today).order_by(meetings.c.on.desc()).limit(1)
    last = db.execute(gone).mappings().first()
    first = coming[0] if coming else None
    between = timedelta(weeks=52 // (row["per_year"] or USUAL_PER_YEAR))
    expected = (first["on"] if first else today) + between
    return Occasion(
        group=group,
        name=row["name"],
        kind=row["kind"],
        theme=row["theme"],
        areas=areas_of(db, row["gebied"]),
        today=today,
        meeting=first["meeting"] if first else None,
        on=first["on"] if first else None,
        minutes=(first["minutes"] if first else row["minutes"]) or USUAL_MINUTES,
        last=last["on"] if last else None,
        until=coming[1]["on"] if len(coming) > 1 else expected,
    )


def areas_of(db: sa.Connection, gebied: str | None) -> frozenset[str]:
    """A gebied and the codes it is made of."""
    if gebied is None:
        return frozenset()
    asked = sa.select(gebieden.c.areas).where(gebieden.c.gebied == gebied)
    return frozenset([gebied, *(db.execute(asked).scalar() or ())])
