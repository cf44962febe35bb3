"""What organisations bring and seek, and whom to turn to there."""

from collections.abc import Callable
from datetime import date
from typing import Any

from alliance.events.organisations import (
    AandachtsfunctionarisStated,
    ContactHandedOver,
    ExchangeDescribed,
    MemberLeft,
)
from alliance.projections.profiles import Profile, every, profile
from tests.projections.conftest import Given

Asked = Callable[..., Any]
BRINGS = ExchangeDescribed(organisation="koor", brings="Zang", seeks="Een zaal")
KIM = AandachtsfunctionarisStated(organisation="koor", there="ja", contact="010", member="kim")


def test_what_was_said_last_counts_and_the_rest_stays(given: Given, asked: Asked) -> None:
    assert asked(profile, "koor") == Profile("koor")
    given(BRINGS, KIM)
    assert asked(profile, "koor") == Profile("koor", "Zang", "Een zaal", "ja", "010", "kim")
    given(ExchangeDescribed(organisation="koor", brings="Koffie"))
    assert asked(every) == {"koor": Profile("koor", "Koffie", None, "ja", "010", "kim")}
    given(AandachtsfunctionarisStated(organisation="koor", there="nee"))
    assert asked(profile, "koor") == Profile("koor", "Koffie", None, "nee")


def test_who_left_is_named_no_more(given: Given, asked: Asked) -> None:
    given(KIM, MemberLeft(member="kim"))
    assert asked(profile, "koor").member is None
    given(KIM)
    assert asked(profile, "koor").member == "kim"


def test_who_handed_over_to_whom_stays_known_beside_the_rest(given: Given, asked: Asked) -> None:
    handed = ContactHandedOver(organisation="koor", member="kim", successor="teun")
    given(BRINGS, handed, at=date(2026, 3, 2))
    now = asked(profile, "koor")
    assert (now.predecessor, now.successor, now.handed_on) == ("kim", "teun", date(2026, 3, 2))
    assert now.brings == "Zang"
