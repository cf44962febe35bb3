"""Does an offer suit a persona? One test per rule; the fit table is read, not copied."""

from datetime import timedelta
from typing import Any

import pytest

from alliance.events.personas import PersonaChannel
from alliance.matching import FRESH, Fit, Offer, Persona, Reason, Verdict, beside, fit
from tests.matching.cast import COUNTING, FIT, LEVELS, MONDAY, hans, offer, yonas

TOMORROW, YESTERDAY = MONDAY + timedelta(days=1), MONDAY - timedelta(days=1)
TABLE: dict[str, Verdict] = {
    "P": "past",
    "C": "voorwaarde",
    "L": "later",
    "F": "misschien",
    ".": "misschien",
    "N": "past_niet",
}


def fits(persona: Persona, found: Offer) -> Fit:
    return fit(persona, found, MONDAY)


def said(found: tuple[Reason, ...], rule: str) -> list[str]:
    return [reason.text for reason in found if reason.rule == rule]


def questions(found: Fit) -> list[str]:
    return [reason.question for reason in found.reasons if reason.question]


def test_an_offer_of_which_all_is_right_fits() -> None:
    assert fits(yonas(), offer()).verdict == "past"
    assert fits(hans(), offer()).verdict == "past"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"kind": "vindplaats"}, "vervult zelf geen behoefte"),
        ({"stage": "gepland"}, "loopt nog niet"),
        ({"paused": True}, "Ligt nu stil"),
        ({"starts": TOMORROW}, "Begint pas op 3 maart 2026"),
        ({"ends": YESTERDAY}, "Gestopt op 1 maart 2026"),
        ({"target_groups": ("jongeren",)}, "Is voor “Jongeren”. Daar hoort Yonas niet bij."),
    ],
)
def test_an_offer_does_not_count_when(change: dict[str, Any], why: str) -> None:
    found = fits(yonas(), offer(**change))
    assert found.verdict == "telt_niet"
    assert any(why in reason.text for reason in found.reasons)


def test_an_offer_counts_on_its_first_and_last_day() -> None:
    assert fits(yonas(), offer(starts=MONDAY, ends=MONDAY)).verdict == "past"


@pytest.mark.parametrize("capacity", ["vol", "wachtlijst"])
def test_an_offer_without_room_is_full(capacity: str) -> None:
    assert fits(yonas(), offer(capacity=capacity)).verdict == "vol"


def test_an_offer_of_which_nobody_said_it_is_full_still_fits() -> None:
    assert fits(yonas(), offer(capacity=None)).verdict == "past"


@pytest.mark.parametrize(
    ("change", "question"),
    [
        ({"confirmed_on": None}, "Klopt wat er over De Wel staat?"),
        ({"kind": None}, "Wat voor aanbod is De Wel?"),
        ({"target_groups": ()}, "Voor wie is De Wel?"),
        ({"target_groups": ("kwetsbare_inwoners",)}, "Voor wie is De Wel?"),
        ({"target_groups": ("onbekend_woord",)}, "Voor wie is De Wel?"),
    ],
)
def test_what_nobody_knows_makes_it_fit_perhaps_and_asks(
    change: dict[str, Any], question: str
) -> None:
    found = fits(yonas(), offer(**change))
    assert found.verdict == "misschien"
    assert questions(found) == [question]


def test_a_persona_without_target_group_fits_perhaps() -> None:
    assert fits(yonas(target_groups=()), offer(target_groups=("jongeren",))).verdict == "misschien"


def test_a_wider_target_group_holds_who_is_in_the_narrower_one() -> None:
    assert fits(hans(), offer(target_groups=("ouderen",))).verdict == "past"
    older = hans(target_groups=("ouderen",))
    assert fits(older, offer(target_groups=("ouderen_75plus",))).verdict == "telt_niet"


def test_a_confirmation_holds_for_the_freshness_term() -> None:
    assert fits(yonas(), offer(confirmed_on=MONDAY - FRESH)).verdict == "past"
    late = fits(yonas(), offer(confirmed_on=MONDAY - FRESH - timedelta(days=1)))
    assert late.verdict == "verouderd"
    assert said(late.reasons, "bevestiging") == [
        "Voor het laatst bevestigd op 30 augustus 2025: te lang geleden."
    ]


def test_a_drempel_has_three_answers() -> None:
    persona = yonas(barriers=("taal",))
    assert fits(persona, offer(barriers_removed=("taal",))).verdict == "past"
    assert fits(persona, offer(barriers_present=("taal",))).verdict == "drempel"
    unknown = fits(persona, offer())
    assert unknown.verdict == "misschien"
    assert questions(unknown) == ["Kun je meedoen met De Wel als je weinig Nederlands spreekt?"]


def test_contradicting_answers_about_a_drempel_are_unknown() -> None:
    both = offer(barriers_removed=("taal",), barriers_present=("taal",))
    assert fits(yonas(barriers=("taal",)), both).verdict == "misschien"


def test_a_barrier_of_unknown_kind_is_asked_about() -> None:
    found = fits(yonas(barriers=("nieuw",)), offer())
    assert found.verdict == "misschien"
    assert questions(found) == ["Wat doet De Wel voor mensen met deze drempel: “nieuw”?"]


@pytest.mark.parametrize("way", ["aan_huis", "telefoon", "online"])
def test_who_stays_at_home_needs_no_transport(way: str) -> None:
    assert fits(yonas(barriers=("mobiliteit",)), offer(reach=way)).verdict == "past"


def test_for_a_place_to_go_to_transport_is_asked() -> None:
    assert questions(fits(yonas(barriers=("mobiliteit",)), offer())) == [
        "Is er vervoer naar De Wel?"
    ]


def test_a_belemmering_is_advice_and_never_blocks() -> None:
    persona, found = yonas(barriers=("trauma",)), offer(barriers_present=("trauma",))
    assert fits(persona, found).verdict == "past"
    assert said(beside(persona, found), "belemmering") == [
        "Houd rekening met “Onverwerkt trauma”. Vraag of iemand meegaat."
    ]


@pytest.mark.parametrize(
    ("channels", "text"),
    [
        (("school",), "Hans hoort hier niet van. Wel te bereiken via “Persoonlijk”."),
        (("loket",), "Of Hans hiervan hoort, weten we niet."),
        ((), "Of Hans hiervan hoort, weten we niet."),
        (("school", "persoonlijk"), "Hans hoort hiervan via “Persoonlijk”."),
    ],
)
def test_a_channel_is_a_reason_beside_the_match(channels: tuple[str, ...], text: str) -> None:
    found = offer(channels=channels)
    assert fits(hans(), found).verdict == "past"
    assert said(beside(hans(), found), "kanaal") == [text]


def test_a_persona_that_no_channel_reaches_gets_no_empty_list() -> None:
    unheard = hans(channels=(PersonaChannel(channel="anders", reaches="nee"),))
    assert said(beside(unheard, offer(channels=("school",))), "kanaal") == [
        "Hans hoort hier niet van."
    ]


def test_being_out_of_sight_is_about_channels_and_no_drempel() -> None:
    persona = yonas(barriers=("niet_in_beeld",))
    found = offer(barriers_present=("niet_in_beeld",))
    assert fits(persona, found).verdict == "past"
    assert "iemand moet het aanwijzen" in said(beside(persona, found), "kanaal")[-1]
    seen = offer(barriers_removed=("niet_in_beeld",))
    assert len(said(beside(persona, seen), "kanaal")) == 1


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("kind", COUNTING)
def test_the_fit_table_gives_the_verdict_for_older_people(kind: str, level: str) -> None:
    found = fits(hans(levels=(level,)), offer(kind=kind))
    assert found.verdict == TABLE[FIT[kind, level].code]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("kind", COUNTING)
def test_the_fit_table_is_advice_for_everyone_else(kind: str, level: str) -> None:
    persona, found = yonas(levels=(level,)), offer(kind=kind)
    assert fits(persona, found).verdict == "past"
    assert len(said(beside(persona, found), "niveau")) == (FIT[kind, level].code != ".")


@pytest.mark.parametrize("kind", COUNTING)
def test_of_several_levels_the_best_counts(kind: str) -> None:
    order = ["past", "voorwaarde", "later", "misschien", "past_niet"]
    for first in LEVELS:
        for second in LEVELS:
            alone = [TABLE[FIT[kind, level].code] for level in (first, second)]
            both = fits(hans(levels=(first, second)), offer(kind=kind))
            assert both.verdict == min(alone, key=order.index)


def test_a_kind_that_the_table_does_not_hold_fits_older_people_perhaps() -> None:
    found = fits(hans(levels=()), offer())
    assert found.verdict == "misschien"
    assert said(found.reasons, "niveau") == [
        "Of dit past bij hoe hardnekkig het is, weten we niet."
    ]


def test_both_profiles_of_a_level_are_shown_where_they_differ() -> None:
    found = fits(hans(levels=("situationeel",)), offer())
    assert said(found.reasons, "niveau") == [
        "“Ontmoetingsplek” bij “Situationeel”: past pas later. "
        "De twee profielen verschillen: past pas later en past niet. "
        "Bron: LESI 2010, § 3.6.2; 4.7.3; 5.2.2, nog te bevestigen."
    ]


ORDER: list[tuple[Verdict, dict[str, Any]]] = [
    ("telt_niet", {"paused": True}),
    ("vol", {"capacity": "vol"}),
    ("drempel", {"barriers_present": ("taal",)}),
    ("past_niet", {"kind": "lotgenotencontact"}),
    ("verouderd", {"confirmed_on": MONDAY - FRESH * 2}),
    ("misschien", {"target_groups": ()}),
]


def test_the_first_verdict_that_applies_holds() -> None:
    persona = hans(barriers=("taal",), levels=("situationeel",))
    for start, (verdict, _) in enumerate(ORDER):
        change: dict[str, Any] = {}
        for _, more in ORDER[start:]:
            change |= more
        assert fits(persona, offer(**{"kind": "luisterlijn"} | change)).verdict == verdict


def test_later_comes_before_stale_and_stale_before_conditional() -> None:
    stale = MONDAY - FRESH * 2
    persona = hans(levels=("situationeel",))
    assert fits(persona, offer(confirmed_on=stale)).verdict == "later"
    assert fits(persona, offer(kind="huisbezoek", confirmed_on=stale)).verdict == "verouderd"
    assert fits(persona, offer(kind="huisbezoek", confirmed_on=None)).verdict == "voorwaarde"
