"""Who was asked whether what stands about their offers is right, and who answered?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa

from alliance.matching import FRESH
from alliance.projections.offer_rows import OfferRow
from alliance.projections.offer_tables import offers
from alliance.projections.offers import PROJECTION as PROJECTION
from alliance.projections.offers import shown, state

ALONG = timedelta(days=60)
"""What would be asked this soon is asked along, so that nobody is asked for each offer apart."""
WAITS = ("te_bevestigen", "verouderd")
GONE = ("teruggenomen", "afgelopen")


@dataclass(frozen=True)
class Theirs:
    """The offers of one organisation, as it is asked about them on a day."""

    organisation: str
    offers: tuple[OfferRow, ...]
    today: date

    @property
    def waiting(self) -> tuple[OfferRow, ...]:
        """What nobody confirmed yet, or too long ago."""
        return tuple(one for one in self.offers if one.state in WAITS)

    @property
    def asked(self) -> tuple[OfferRow, ...]:
        """What it is asked now: what waits, and along with that what soon would."""
        soon = self.today + ALONG
        return tuple(
            one for one in self.offers if self.waiting and unsure_from(one, soon) is not None
        )

    @property
    def settled(self) -> tuple[OfferRow, ...]:
        """What it is not asked now."""
        asked = self.asked
        return tuple(one for one in self.offers if one not in asked)

    @property
    def noted(self) -> tuple[OfferRow, ...]:
        """What someone else wrote down as its answer."""
        return tuple(one for one in self.offers if one.via)

    @property
    def takes_part(self) -> bool:
        """Whether it has anything to answer, or answered lately: planned offers wait for nobody."""
        return any(one.state in (*WAITS, "bevestigd", "gestopt") for one in self.offers)

    @property
    def unsure_since(self) -> date | None:
        """Since when it waits for an answer, counted from the first offer that does."""
        return min(self._unsure(), default=None)

    @property
    def asked_anew(self) -> date | None:
        """Since when all that is asked now was there to ask."""
        return max(self._unsure(), default=None)

    @property
    def answered_on(self) -> date | None:
        """The last day on which anything was answered."""
        return max((one.answered_on for one in self.offers if one.answered_on), default=None)

    def _unsure(self) -> list[date]:
        found = (unsure_from(one, self.today) for one in self.waiting)
        return [one for one in found if one]


def unsure_from(one: OfferRow, until: date) -> date | None:
    """From when nobody is sure of an offer that runs; None when that is after this day."""
    if one.state not in (*WAITS, "bevestigd"):
        return None
    stale = one.confirmed_on + FRESH + timedelta(days=1) if one.confirmed_on else one.unsure_since
    return stale if stale <= until else None


def standing(
    db: sa.Connection, today: date, only: Collection[str] | None = None
) -> dict[str, Theirs]:
    """Per organisation what is asked about its offers; those without any are left out."""
    now = state(today)
    wanted = [offers.c.organisation.is_not(None), now.not_in(GONE)]
    wanted += [offers.c.organisation.in_(sorted(only))] if only is not None else []
    lately = sa.or_(now != "gestopt", offers.c.answered_on >= today - FRESH)
    query = sa.select(offers, now.label("state")).where(*wanted, lately)
    found: dict[str, list[OfferRow]] = {}
    for row in db.execute(query.order_by(offers.c.sorted, offers.c.offer)).mappings():
        one = shown(dict(row))
        found.setdefault(one.organisation or "", []).append(one)
    return {key: Theirs(key, tuple(theirs), today) for key, theirs in found.items()}


def nobodys(db: sa.Connection, today: date) -> int:
    """How many offers wait for an answer of an organisation that nobody named."""
    waits = (offers.c.organisation.is_(None), state(today).in_(WAITS))
    query = sa.select(sa.func.count()).select_from(offers).where(*waits)
    return db.execute(query).scalar_one()
