"""What can happen, and the rules for when; importing it makes every kind of event known."""

from alliance.events import (
    actions,
    activities,
    agendas,
    attendance,
    budgets,
    effort,
    holidays,
    meetings,
    milestones,
    offers,
    organisations,
    outcomes,
    personas,
    programme,
    sources,
    words,
)

__all__ = [
    "actions",
    "activities",
    "agendas",
    "attendance",
    "budgets",
    "effort",
    "holidays",
    "meetings",
    "milestones",
    "offers",
    "organisations",
    "outcomes",
    "personas",
    "programme",
    "sources",
    "words",
]
