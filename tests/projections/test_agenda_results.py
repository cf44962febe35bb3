"""Results on an agenda: what they miss, what is done for them, what was heard."""

from datetime import date

import pytest

from alliance.events.actions import (
    ActionDone,
)
from alliance.events.outcomes import OutcomeRecorded, OutcomeWithdrawn
from alliance.events.programme import ResultAssessed
from tests.projections.agendas import (
    BEFORE,
    CORE,
    IMPORTED,
    LATER,
    TODAY,
    YOUNG,
    Asked,
    agreed,
    points,
    whole,
)
from tests.projections.conftest import Given
from tests.projections.plan import plan


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    given(*plan(), by="import", at=IMPORTED)


def test_after_the_import_no_result_has_an_owner_a_measure_or_a_date(asked: Asked) -> None:
    point = points(asked)["results:open"]

    assert point.title == (
        "Geen van de 16 resultaten heeft een eigenaar, een streefwaarde en een datum"
    )
    assert point.reason == (
        "Van de 16 resultaten: zonder eigenaar 16, zonder streefwaarde 16, zonder datum 16."
        " Kies per resultaat wie het trekt, waaraan jullie zien dat het lukt en wanneer het"
        " klaar is."
    )
    assert point.kind == "besluiten"
    assert len(point.streams) == 16


def test_after_the_import_three_results_have_no_action(asked: Asked) -> None:
    point = points(asked)["results:idle"]

    assert point.title == "Bij 3 resultaten hoort nog geen actie"
    assert point.streams == ("result:T1.R2", "result:T3.R2", "result:T4.R4")
    assert "Duidelijk is welk aanbod jongeren nodig hebben" in point.reason


def test_a_theme_group_sees_its_own_results(asked: Asked) -> None:
    point = points(asked, YOUNG)["results:open"]

    assert [stream[:9] for stream in point.streams] == ["result:T3"] * 4
    assert point.title.startswith("Geen van de 4 resultaten")


def test_results_that_are_finished_are_counted_off(given: Given, asked: Asked) -> None:
    given(whole("T3.R1"), whole("T3.R2"), whole("T3.R3"))
    point = points(asked, YOUNG)["results:open"]

    assert point.title == "Eén resultaat is nog niet af"
    assert point.minutes == 15
    assert point.reason.startswith("Van de 4 resultaten: zonder eigenaar 1,")


def test_when_every_result_is_whole_nobody_is_asked(given: Given, asked: Asked) -> None:
    given(*(whole(f"T3.R{n}") for n in (1, 2, 3, 4)))

    assert "results:open" not in points(asked, YOUNG)


def test_an_agreement_ends_that_a_result_has_no_action(given: Given, asked: Asked) -> None:
    given(agreed("a1", LATER, result="T3.R2"))

    assert points(asked)["results:idle"].streams == ("result:T1.R2", "result:T4.R4")
    assert "results:idle" not in points(asked, YOUNG)


def test_results_without_news_for_ninety_days_are_asked_after(given: Given, asked: Asked) -> None:
    spring = date(2027, 3, 1)
    assert "results:silent" not in points(asked, YOUNG)
    given(agreed("a1", None, result="T3.R1"), ActionDone(action="a1", on=BEFORE))
    given(OutcomeRecorded(outcome="o1", statement="Twaalf.", on=TODAY, result="T3.R2"))
    given(ResultAssessed(result="T3.R3", verdict="deels", group=YOUNG, reason="Half."), at=spring)
    point = points(asked, YOUNG, today=spring)["results:silent"]

    assert point.title == "Van 3 resultaten horen we niets"
    assert point.streams == ("result:T3.R4", "result:T3.R1", "result:T3.R2")
    assert point.reason.endswith("naar dat aanbod toegeleid (nog nooit iets gemeld).")


def test_silence_is_counted_from_the_last_news(given: Given, asked: Asked) -> None:
    given(*(agreed(f"a{n}", None, result=f"T3.R{n}") for n in (1, 2, 3, 4)))
    given(*(ActionDone(action=f"a{n}", on=BEFORE) for n in (1, 2, 3, 4)))
    point = points(asked, YOUNG, today=date(2027, 3, 1))["results:silent"]

    assert point.reason.endswith("(niet gemeld sinds 5 november 2026).")
    assert point.since == BEFORE


def test_an_outcome_taken_back_is_no_news(given: Given, asked: Asked) -> None:
    recorded = OutcomeRecorded(outcome="o1", statement="Twaalf.", on=TODAY, result="T3.R2")
    given(recorded, OutcomeWithdrawn(outcome="o1", reason="Dubbel."))
    point = points(asked, YOUNG, today=date(2027, 3, 1))["results:silent"]

    assert point.title == "Van 4 resultaten horen we niets"


def test_a_result_past_its_date_is_decided_on(given: Given, asked: Asked) -> None:
    given(whole("T3.R1", deadline=BEFORE))
    for group in (CORE, YOUNG):
        point = points(asked, group)["result:T3.R1"]
        assert point.title == "Is dit gelukt? Professionals zien signalen eerder."
        assert point.kind == "besluiten"

    given(ResultAssessed(result="T3.R1", verdict="gehaald", group=YOUNG, reason="Peiling."))
    assert "result:T3.R1" not in points(asked)
