"""Rules of organisations and groups: who comes into the picture, and how it is described."""

import pytest

from alliance.events.base import Event
from alliance.events.organisations import (
    GroupFormed,
    OrganisationJoined,
    OrganisationLeft,
    OrganisationRevised,
)
from alliance.events.organisations_rules import (
    NO_GEBIED,
    NO_GROUP_NAME,
    NO_KIND,
    NO_MAILBOX,
    NO_NAME,
    NO_PHONE,
    NO_SECTOR,
    NO_TASK,
    NO_THEME,
    NOT_STOPPED,
    STOPPED,
    TOO_LONG,
    TOO_OFTEN,
    UNKNOWN,
    form_group,
    join_organisation,
    leave_alliance,
    revise_organisation,
)
from alliance.events.state import UNCHANGED
from tests.refusals import faults

CHURCH = OrganisationJoined(
    organisation="kerk", name="Kerk", sector="kerk", kind="organisatie", phone="010 123"
)
LEFT = OrganisationLeft(organisation="kerk", reason="Gestopt.")
CORE = GroupFormed(group="kern", name="Kerngroep", kind="kerngroep", task="De hoofdlijnen.")


def join(*history: Event, **changes: object) -> OrganisationJoined:
    usual = {"organisation": "kerk", "name": " Kerk ", "sector": "kerk", "kind": "organisatie"}
    return join_organisation(history, **(usual | changes))  # type: ignore[arg-type]


def form(*history: Event, **changes: object) -> GroupFormed:
    usual = {"group": "kern", "name": "Kerngroep ", "kind": "kerngroep", "task": "De hoofdlijnen."}
    return form_group(history, **(usual | changes))  # type: ignore[arg-type]


def test_an_organisation_comes_into_the_picture() -> None:
    assert join(phone=" 010 123 ", expertise="  ") == CHURCH


def test_an_organisation_that_stopped_may_come_back() -> None:
    assert join(CHURCH, LEFT, phone="010 123") == CHURCH


def test_an_organisation_that_takes_part_cannot_be_entered_again() -> None:
    assert faults(lambda: join(CHURCH)) == {"form": NOT_STOPPED}


def test_everything_that_misses_is_said_at_once() -> None:
    empty = {"name": " ", "sector": "", "kind": "", "mailbox": "geen", "phone": "bel maar"}
    assert faults(lambda: join(**empty)) == {
        "name": NO_NAME,
        "sector": NO_SECTOR,
        "kind": NO_KIND,
        "mailbox": NO_MAILBOX,
        "phone": NO_PHONE,
    }


def test_an_overlong_line_or_text_is_refused_at_its_field() -> None:
    long = {"name": "n" * 201, "address": "a" * 201, "mailbox": "@" * 201, "expertise": "e" * 5001}
    found = faults(lambda: join(**long))
    assert set(found) == set(long)
    assert all("Maak dit korter" in sentence for sentence in found.values())


def test_an_organisation_is_described_anew_and_keeps_the_rest() -> None:
    revised = revise_organisation([CHURCH], name="Open kerk", takes_part=True)
    assert revised == OrganisationRevised(
        organisation="kerk",
        name="Open kerk",
        sector="kerk",
        kind="organisatie",
        phone="010 123",
        takes_part=True,
    )
    again = revise_organisation([CHURCH, revised], phone=None)
    assert (again.name, again.phone) == ("Open kerk", None)


@pytest.mark.parametrize(
    ("history", "fault"), [((), UNKNOWN), ((CHURCH, LEFT), STOPPED), ((CHURCH,), UNCHANGED)]
)
def test_a_description_is_refused_when_it_cannot_be_or_says_nothing_new(
    history: tuple[Event, ...], fault: str
) -> None:
    assert faults(lambda: revise_organisation(history, name="Kerk")) == {"form": fault}


def test_an_organisation_stops_with_or_without_a_reason() -> None:
    assert leave_alliance([CHURCH], reason=" Gestopt. ") == LEFT
    assert leave_alliance([CHURCH]) == OrganisationLeft(organisation="kerk")


def test_what_stopped_or_never_was_cannot_stop() -> None:
    assert faults(lambda: leave_alliance([])) == {"form": UNKNOWN}
    assert faults(lambda: leave_alliance([CHURCH, LEFT])) == {"form": STOPPED}


def test_a_group_is_formed_and_formed_anew() -> None:
    assert form() == CORE
    assert form(CORE, meetings_per_year=8, minutes_per_meeting=120).meetings_per_year == 8
    assert faults(lambda: form(CORE)) == {"form": UNCHANGED}


def test_a_group_that_is_formed_anew_keeps_what_was_not_named() -> None:
    known = form(members="Bestuurders", meetings_per_year=8)
    again = form(known, task="Iets anders.")
    assert (again.members, again.meetings_per_year, again.task) == (
        "Bestuurders",
        8,
        "Iets anders.",
    )


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"name": "", "task": " "}, {"name": NO_GROUP_NAME, "task": NO_TASK}),
        ({"kind": "themagroep"}, {"theme": NO_THEME}),
        ({"kind": "wijkgroep"}, {"gebied": NO_GEBIED}),
        ({"meetings_per_year": 53}, {"meetings_per_year": TOO_OFTEN}),
        ({"meetings_per_year": -1}, {"meetings_per_year": TOO_OFTEN}),
        ({"minutes_per_meeting": 10}, {"minutes_per_meeting": TOO_LONG}),
    ],
)
def test_a_group_is_refused_with_what_it_misses(
    changes: dict[str, object], found: dict[str, str]
) -> None:
    assert faults(lambda: form(**changes)) == found


def test_a_theme_group_has_a_theme_and_a_wijk_group_a_gebied() -> None:
    assert form(kind="themagroep", theme="t2").theme == "t2"
    assert form(kind="wijkgroep", gebied="schenkel").gebied == "schenkel"
