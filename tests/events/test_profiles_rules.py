"""What an organisation brings and seeks, and whether it has an aandachtsfunctionaris."""

from alliance.events.base import Event
from alliance.events.organisations import (
    AandachtsfunctionarisStated,
    ExchangeDescribed,
    OrganisationJoined,
    OrganisationLeft,
)
from alliance.events.organisations_rules import STOPPED
from alliance.events.profiles_rules import (
    NO_ANSWER,
    NOT_OURS,
    describe_exchange,
    state_aandachtsfunctionaris,
)
from alliance.events.state import UNCHANGED
from tests.refusals import faults

CHOIR: list[Event] = [
    OrganisationJoined(organisation="koor", name="Koor", sector="cultuur", kind="organisatie")
]
SAID = ExchangeDescribed(organisation="koor", brings="Zingen.")


def test_an_organisation_says_what_it_brings_and_seeks_in_its_own_words() -> None:
    assert describe_exchange(CHOIR, brings=" Zingen. ", seeks=" ") == SAID


def test_each_is_one_line_and_something_must_have_changed() -> None:
    long = faults(lambda: describe_exchange(CHOIR, brings="x" * 201, seeks="y" * 201))
    assert set(long) == {"brings", "seeks"}
    again = faults(lambda: describe_exchange([*CHOIR, SAID], brings="Zingen.", seeks=None))
    assert again == {"form": UNCHANGED}
    nothing = faults(lambda: describe_exchange(CHOIR, brings=None, seeks=None))
    assert nothing == {"form": UNCHANGED}


def test_what_was_said_can_be_taken_away_again() -> None:
    gone = describe_exchange([*CHOIR, SAID], brings=None, seeks=None)
    assert gone == ExchangeDescribed(organisation="koor")


def test_an_aandachtsfunctionaris_is_there_or_not_and_is_a_member_of_its_own() -> None:
    there = state_aandachtsfunctionaris(
        CHOIR, there="ja", contact="010 1", member="kim", members=("kim",)
    )
    assert there == AandachtsfunctionarisStated(
        organisation="koor", there="ja", contact="010 1", member="kim"
    )
    wrong = faults(lambda: state_aandachtsfunctionaris(CHOIR, there="soms", member="teun"))
    assert wrong == {"there": NO_ANSWER, "member": NOT_OURS}
    again = faults(
        lambda: state_aandachtsfunctionaris(
            [*CHOIR, there], there="ja", contact="010 1", member="kim", members=("kim",)
        )
    )
    assert again == {"form": UNCHANGED}


def test_where_there_is_none_nobody_is_named() -> None:
    none = state_aandachtsfunctionaris(CHOIR, there="nee", contact="010 1")
    assert none == AandachtsfunctionarisStated(organisation="koor", there="nee")


def test_an_organisation_that_stopped_says_nothing_any_more() -> None:
    gone = [*CHOIR, OrganisationLeft(organisation="koor")]
    assert faults(lambda: describe_exchange(gone, brings="Zang", seeks=None)) == {"form": STOPPED}
    assert faults(lambda: state_aandachtsfunctionaris(gone, there="ja")) == {"form": STOPPED}
