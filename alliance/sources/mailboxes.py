"""General mail addresses that a list names: for organisations of which none was known."""

from collections.abc import Iterator, Sequence

from alliance.events.organisations import OrganisationRevised
from alliance.events.organisations_rules import (
    organisation_now,
    revise_organisation,
    unfit_mailbox,
)
from alliance.privacy import as_read, personal_in_reach
from alliance.sources.lines import Line
from alliance.sources.there import Intake


def fault_in(mailbox: str) -> str | None:
    """Why this cannot be the general mail address of an organisation, or None."""
    return unfit_mailbox(mailbox) or personal_in_reach(as_read(mailbox))


def first_mailbox(lines: Sequence[Line]) -> str | None:
    """The first address that these rows name; a row that names something else is refused itself."""
    named = (line.says("mailbox") for line in lines)
    return next((one for one in named if one and not fault_in(one)), None)


def addressed(intake: Intake, named: dict[str, list[Line]]) -> Iterator[OrganisationRevised]:
    """The known organisations without an address, each with the first one that its rows name."""
    for organisation, lines in named.items():
        if mailbox := first_mailbox(lines):
            past = intake.there.history(f"organisation:{organisation}")
            if not organisation_now(past).mailbox:
                yield revise_organisation(past, mailbox=mailbox)
