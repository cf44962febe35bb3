"""What the plan names and nobody took up, as each kind of group sees it."""

import pytest

from tests.projections.agendas import (
    IMPORTED,
    LATER,
    SOUNDING,
    WIJK,
    YOUNG,
    Asked,
    agreed,
    points,
)
from tests.projections.conftest import Given
from tests.projections.plan import plan


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    given(*plan(), by="import", at=IMPORTED)


def test_a_theme_group_sees_what_nobody_took_up(asked: Asked) -> None:
    point = points(asked, YOUNG)["planned:open"]

    assert point.title == "4 acties uit het plan zonder afspraak"
    assert point.reason.startswith("Het plan noemt dit, maar niemand maakte er een afspraak over:")
    assert point.reason.endswith("; en nog 1.")


def test_an_agreement_about_a_part_takes_a_planned_action_up(given: Given, asked: Asked) -> None:
    given(agreed("a1", LATER, planned="T3.A2a"))

    assert points(asked, YOUNG)["planned:open"].title == "3 acties uit het plan zonder afspraak"


def test_when_all_was_taken_up_the_theme_group_is_not_asked(given: Given, asked: Asked) -> None:
    given(*(agreed(f"a{n}", LATER, planned=f"T3.A{n}") for n in (1, 2, 3, 4)))

    assert "planned:open" not in points(asked, YOUNG)


def test_a_wijk_group_chooses_what_suits_its_wijk(given: Given, asked: Asked) -> None:
    point = points(asked, WIJK)["planned:T4.A2"]

    assert point.title.startswith("Kies wat bij jullie wijk past: Een paar keer per jaar")
    assert "Je kunt kiezen uit: Kaartjes" in point.reason

    given(agreed("a1", LATER, planned="T4.A2c", group=WIJK))
    assert "planned:T4.A2" not in points(asked, WIJK)


def test_the_sounding_board_thinks_along_about_what_nobody_began(asked: Asked) -> None:
    found = points(asked, SOUNDING)

    assert found["planned:T4.A1"].title == (
        "Wat vinden jullie hiervan? Een ontmoetingspakket waarmee nieuwe bewoners de buurt gaan"
        " verkennen."
    )
    assert {point.kind for point in found.values()} == {"meedenken"}
    assert "planned:T1.A1" not in found, "what was only handed over is no proposal"
