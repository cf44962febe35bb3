"""Questions on an agenda: answered with a no or another date, or waiting for too long."""

from datetime import date, timedelta
from typing import Any

import pytest

from alliance.events.actions import (
    ActionAccepted,
    ActionAgreed,
    ActionAsked,
    ActionConsidered,
    ActionDeclined,
    ActionDone,
    ActionDropped,
    ActionHandedOver,
    AnswerDisputed,
    OtherDateAccepted,
    OtherDateDeclined,
    OtherDateProposed,
)
from tests.projections.agendas import BEFORE, CORE, IMPORTED, LATER, TODAY, YOUNG, Asked, points
from tests.projections.conftest import Given
from tests.projections.plan import plan

LONG_AGO = date(2026, 11, 3)


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    given(*plan(), by="import", at=IMPORTED)


def ask(key: str = "a1", **about: Any) -> ActionAsked:
    known: dict[str, Any] = {"organisation": "kerk", "group": CORE, "by_when": LATER} | about
    return ActionAsked(action=key, title="Zoek een zaal", **known)


def test_a_question_without_an_answer_comes_after_two_weeks(given: Given, asked: Asked) -> None:
    given(ask(), at=LONG_AGO)
    assert "action:a1" not in points(asked, today=LONG_AGO + timedelta(14))
    point = points(asked)["action:a1"]
    assert point.title == "Nog geen antwoord: Zoek een zaal"
    assert point.reason == "Dit is op 3 november 2026 gevraagd. Dat is 19 dagen geleden."


def test_who_consults_first_is_given_until_the_day_they_named(given: Given, asked: Asked) -> None:
    given(ask(), ActionConsidered(action="a1", answer_by=date(2026, 11, 20)), at=LONG_AGO)
    assert "action:a1" not in points(asked, today=date(2026, 11, 20))
    told = points(asked)["action:a1"].reason
    assert told.endswith("Het antwoord zou er zijn vóór 20 november 2026.")


def test_a_no_asks_whom_to_ask_now(given: Given, asked: Asked) -> None:
    given(ask(), ActionDeclined(action="a1", why="geen_tijd"), at=BEFORE)
    point = points(asked)["action:a1"]
    assert point.title == "Wie vragen we nu? Zoek een zaal"
    assert point.reason == "Op 5 november 2026 is hier nee op gezegd."
    assert "action:a1" not in points(asked, YOUNG)


def test_another_date_asks_whether_it_is_fine(given: Given, asked: Asked) -> None:
    given(ask(), OtherDateProposed(action="a1", proposed=date(2027, 2, 1)), at=BEFORE)
    assert points(asked)["action:a1"].reason == (
        "Op 5 november 2026 is 1 februari 2027 voorgesteld. De vraag was 14 januari 2027."
    )
    given(OtherDateDeclined(action="a1"), at=TODAY)
    assert "action:a1" not in points(asked)


def test_another_date_for_what_had_none_says_only_the_new_one(given: Given, asked: Asked) -> None:
    given(ask(by_when=None), OtherDateProposed(action="a1", proposed=LATER), at=BEFORE)
    assert points(asked)["action:a1"].reason.endswith("14 januari 2027 voorgesteld.")


@pytest.mark.parametrize(
    "yes",
    [
        [ActionAccepted(action="a1")],
        [
            OtherDateProposed(action="a1", proposed=LATER),
            OtherDateAccepted(action="a1", by_when=LATER),
        ],
        [ActionDropped(action="a1", reason="Niet nodig.")],
    ],
)
def test_what_got_a_yes_or_ended_is_no_question(given: Given, asked: Asked, yes: list[Any]) -> None:
    given(ask(by_when=date(2028, 1, 1)), *yes, at=LONG_AGO)
    assert "action:a1" not in points(asked)


def test_a_yes_is_asked_after_once_its_day_has_been(given: Given, asked: Asked) -> None:
    given(ask(by_when=BEFORE), ActionAccepted(action="a1"), at=LONG_AGO)
    assert points(asked)["action:a1"].title == "Lukt het nog? Zoek een zaal"


def test_a_successor_is_a_question_again(given: Given, asked: Asked) -> None:
    given(ActionAgreed(action="a1", title="Bel", group=CORE, by_when=BEFORE), at=IMPORTED)
    handed = ActionHandedOver(action="a1", title="Bel", group=CORE, by_when=LATER)
    given(handed, at=LONG_AGO)
    assert points(asked)["action:a1"].title == "Nog geen antwoord: Bel"


def test_a_wrong_answer_brings_the_question_or_the_agreement_back(
    given: Given, asked: Asked
) -> None:
    given(ask(), ActionAccepted(action="a1", via="gebeld"), at=LONG_AGO)
    about: dict[str, Any] = {"title": "Zoek een zaal", "group": CORE, "by_when": BEFORE}
    given(AnswerDisputed(action="a1", answer="action_accepted", **about), at=LONG_AGO)
    assert points(asked)["action:a1"].title.startswith("Nog geen antwoord")
    given(ActionAccepted(action="a1"), ActionDone(action="a1", on=LONG_AGO, via="gebeld"))
    given(AnswerDisputed(action="a1", answer="action_done", **about))
    assert points(asked)["action:a1"].title.startswith("Lukt het nog?")


def test_three_questions_come_apart_and_the_rest_together(given: Given, asked: Asked) -> None:
    given(*(ask(f"a{number}") for number in range(5)), at=LONG_AGO)
    given(ActionDeclined(action="a4", why="anders"), at=BEFORE)
    found = points(asked)
    assert {"action:a4", "action:a0", "action:a1"} <= found.keys()
    assert found["actions:asked"].title == "Loop 2 vragen na die nog open staan"
    assert found["actions:asked"].streams == ("action:a2", "action:a3")
