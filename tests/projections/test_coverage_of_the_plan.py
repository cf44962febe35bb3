"""What the coverage says of the real plan, right after it was taken in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from alliance.projections.coverage_cells import cell
from alliance.projections.coverage_gaps import gaps, to_confirm
from alliance.projections.coverage_matrix import matrix
from alliance.projections.coverage_start import after_import
from alliance.sources.plan import read_plan
from tests.projections.conftest import Given
from tests.projections.coverage_cast import MONDAY

Asked = Callable[..., Any]
PLAN = [item.event for item in read_plan(Path(__file__).parents[2] / "persona_data")]


@pytest.fixture
def plan(given: Given, asked: Asked) -> Asked:
    """Asks a question of the plan as it was taken in."""
    given(*PLAN, by="import", at=MONDAY)
    return asked


def test_yonas_finds_no_network_in_schollevaar_and_sees_why(plan: Asked) -> None:
    found = plan(cell, "yonas", "schollevaar", MONDAY)
    family, network, *_ = found.needs
    assert (family.need.code, family.word) == ("gezinshereniging", "iemand_anders")
    assert [route.name for route in family.routes] == ["Vluchtelingenwelzijn"]
    assert (network.need.code, network.word) == ("netwerk", "niets_passends")
    assert {offer.offer.stage for offer in network.offers} == {"gepland"}
    assert network.sentence == "Wat er is, past niet: 2 keer is het voor een andere groep."


def test_the_first_needs_for_which_nothing_fits_are_gaps(plan: Asked) -> None:
    found = plan(gaps, MONDAY)
    assert [gap.key for gap in found if gap.first] == [
        "gap:hans:praktische_hulp:schenkel",
        "gap:nick:veilige_omgeving:schollevaar",
        "gap:patricia:netwerk:WK050205",
        "gap:yonas:netwerk:schollevaar",
    ]
    assert not any("gezinshereniging" in gap.key for gap in found)


def test_the_existing_offer_is_mostly_social_and_never_confirmed(plan: Asked) -> None:
    found = plan(after_import, MONDAY)
    assert [len(share.offers) for share in found.by_form] == [8, 1, 1, 0]
    assert [len(share.offers) for share in found.by_age] == [1, 1, 6, 1]
    assert found.never_confirmed == found.offers
    assert len(plan(to_confirm, MONDAY)) == len(found.offers) == 9
    assert [one.persona.name for one in found.elsewhere] == ["Yonas"]


def test_the_wijken_of_the_plan_count_and_the_rest_waits_for_a_look(plan: Asked) -> None:
    found = plan(matrix, MONDAY)
    assert len(found.personas) == 6 and len(found.areas) == 9
    assert {area.name: area.recognised for area in found.areas if area.recognised} == {
        "Capelle West en 's Gravenland": 1,
        "Oostgaarde Noord": 1,
        "Schenkel": 1,
        "Schollevaar Zuid": 2,
        "Schollevaar Noord": 2,
    }
    assert {square.word for square in found.row("zeynep")} == {"weten_niet"}


def test_buurten_without_residents_are_not_coloured(plan: Asked) -> None:
    empty = [
        area.name for area in plan(matrix, MONDAY, "WK050209").areas if area.inhabited is False
    ]
    assert "AWZI Rivium" in empty
    assert plan(cell, "hans", "BU05020996", MONDAY).square.word == "geen_bewoners"
