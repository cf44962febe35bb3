"""Money: what the file holds, and what happens with it."""

from typing import Annotated, Literal

from msgspec import Meta

from alliance.events.base import Id, Text, Title
from alliance.events.budgets import BudgetAdopted, BudgetStatus
from alliance.sources.lists import Record

STATUSES: dict[str, BudgetStatus] = {"begroot": "begroot", "aan te vragen": "aan_te_vragen"}
Year = Annotated[int, Meta(ge=2018, le=2050)]
Euros = Annotated[int, Meta(ge=1, le=1_000_000_000)]


class BudgetRecord(Record):
    """Money the plan names for one year; without an amount it is unknown."""

    id: Id
    year: Year
    amount_eur: Euros | None = None
    status: Literal["begroot", "aan te vragen"]
    fund: Title
    purpose: Text
    context: bool = False
    derived: tuple[str, ...] = ()
    source: Title


def adopt_budget(record: BudgetRecord) -> BudgetAdopted:
    """The money as the plan names it; what was only to be asked for has no amount."""
    return BudgetAdopted(
        budget=record.id,
        year=record.year,
        status=STATUSES[record.status],
        fund=record.fund,
        purpose=record.purpose,
        amount=record.amount_eur,
        context=record.context,
        source=record.source,
    )
