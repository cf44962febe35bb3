"""How far results are: what they miss, what was heard, what groups say."""

import pytest

from alliance.events.actions import (
    ActionAgreed,
    ActionDone,
)
from alliance.events.organisations import OrganisationJoined, OrganisationRevised
from alliance.events.programme import ResultAdjusted, ResultAssessed, Target
from alliance.projections.progress_evidence import (
    assessed,
    plan,
)
from alliance.projections.progress_overview import Overview, one, overview
from alliance.projections.progress_sums import Sums
from tests.projections import plan as real
from tests.projections.conftest import Given
from tests.projections.counted import (
    AGREED,
    BEFORE,
    IMPORTED,
    SPRING,
    TODAY,
    Asked,
    result,
)


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    given(*real.plan(), by="import", at=IMPORTED)


def test_after_the_import_every_result_misses_its_owner_measure_and_date(asked: Asked) -> None:
    found: Overview = asked(overview)

    assert len(found.results) == 16
    assert [theme.theme for theme in found.themes] == ["T1", "T2", "T3", "T4"]
    for what in ("eigenaar", "streefwaarde", "datum"):
        assert len(found.lacking(what)) == 16


def test_after_the_import_three_results_have_no_action(asked: Asked) -> None:
    found: Overview = asked(overview)

    assert [one.result for one in found.lacking("actie")] == ["T1.R2", "T3.R2", "T4.R4"]


def test_after_the_import_nothing_was_done_or_counted(asked: Asked) -> None:
    assert asked(overview).total == Sums()
    assert result(asked).news(TODAY) == "Nog niets gemeld"


def test_a_result_that_was_never_agreed_is_not_there(asked: Asked) -> None:
    assert asked(one, "T9.R9") is None


def test_the_plan_shows_what_it_means_to_do_for_a_result(given: Given, asked: Asked) -> None:
    given(ActionAgreed(action="a1", title="Maak hem", planned="T3.A2a"))
    found = asked(plan, result="T3.R1")

    assert [(one.planned, one.agreed) for one in found] == [
        ("T3.A2", 0),
        ("T3.A2a", 1),
        ("T3.A2b", 0),
        ("T3.A2c", 0),
        ("T3.A3", 0),
    ]
    assert len(asked(plan)) == 23
    assert {one.theme for one in asked(plan, theme="T4")} == {"T4"}


def test_an_adjusted_result_reads_as_it_does_now(given: Given, asked: Asked) -> None:
    target = Target(words="De peiling.", number=60, unit="mensen", baseline=12)
    joined = OrganisationJoined(
        organisation="welzijn", name="Welzijn", sector="welzijn", kind="organisatie"
    )
    renamed = OrganisationRevised(
        organisation="welzijn", name="Welzijn Capelle", sector="welzijn", kind="organisatie"
    )
    adjusted = ResultAdjusted(
        result="T3.R1",
        statement="Wij zien het.",
        target=target,
        deadline=SPRING,
        owner="welzijn",
        reason="Besloten.",
    )
    given(joined, renamed, adjusted)
    found = result(asked)

    assert (found.statement, found.target, found.deadline) == ("Wij zien het.", target, SPRING)
    assert (found.owner, found.owner_name, found.adjusted) == ("welzijn", "Welzijn Capelle", 1)
    assert found.missing == ()


def test_a_groups_own_judgement_stands_beside_it(given: Given, asked: Asked) -> None:
    first, second = (
        ResultAssessed(result="T3.R1", verdict=verdict, group="themagroep_t3", reason="Peiling.")
        for verdict in ("niet", "deels")
    )
    given(first, at=BEFORE)
    given(second, at=TODAY)

    latest, earlier = asked(assessed, "T3.R1")
    assert (latest.verdict, latest.on) == ("deels", TODAY)
    assert earlier.group_name == "Themagroep Eenzaamheid onder jongeren"
    assert result(asked).news(TODAY) == "Laatste nieuws op 22 november 2026"


def test_what_was_done_long_ago_is_shown_as_silence(given: Given, asked: Asked) -> None:
    given(AGREED, ActionDone(action="a1", on=BEFORE))

    assert result(asked).news(TODAY) == "Laatste nieuws op 5 november 2026"
    assert result(asked).news(SPRING) == "Niet gemeld sinds 5 november 2026"
    assert result(asked).is_silent(SPRING)


def test_what_was_only_agreed_is_no_news(given: Given, asked: Asked) -> None:
    given(AGREED)

    assert result(asked).news_on is None
