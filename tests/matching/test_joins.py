"""Which needs are met where? Joins, and what must hold for any offers whatever."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance.events.personas import Need
from alliance.matching import (
    FRESH,
    HOPEFUL,
    Cover,
    Match,
    Offer,
    Persona,
    Place,
    Word,
    fit,
    judge,
    need_word,
    reach,
    word_of_cell,
)
from tests.matching.cast import (
    COUNTING,
    LEVELS,
    MONDAY,
    PLACES,
    SCHENKEL,
    WORDS,
    hans,
    offer,
    yonas,
)

ORDER: list[Word] = ["niets_passends", "weten_niet", "kan_beter", "voldoende", "iemand_anders"]
NEEDS = (
    Need(rank=1, statement="Zijn gezin hier", codes=("gezinshereniging",)),
    Need(rank=2, statement="Mensen leren kennen", codes=("netwerk",)),
    Need(rank=3, statement="Eropuit", codes=("ontmoeting", "netwerk")),
    Need(rank=4, statement="Iets nieuws", codes=("onbekend_woord",)),
)


def match(persona: Persona, found: Offer, place: Place = SCHENKEL, need: int = 0) -> Match:
    return judge(persona.wanted[need], found, fit(persona, found, MONDAY), reach(found, place))


def words(persona: Persona, offers: list[Offer], place: Place = SCHENKEL) -> dict[str, Word]:
    cover = Cover(offers, WORDS, MONDAY)
    return cover.words(persona, cover.fitting(persona), cover.reaching(place))


def test_the_verdict_joins_need_persona_and_place() -> None:
    assert match(yonas(), offer()).verdict == "past"
    assert match(yonas(), offer(needs=("ontmoeting",))).verdict == "telt_niet"
    assert match(yonas(), offer(areas=("WK2",))).verdict == "telt_niet"
    assert match(yonas(), offer(areas=())).verdict == "misschien"
    assert match(yonas(), offer(areas=(), capacity="vol")).verdict == "vol"


def test_every_reason_stands_in_the_answer_and_the_deciding_one_first() -> None:
    found = match(yonas(), offer(capacity="vol", confirmed_on=None, areas=("WK1",)))
    assert [reason.rule for reason in found.reasons] == [
        "ruimte",
        "bevestiging",
        "behoefte",
        "doelgroep",
        "plek",
    ]
    assert found.questions == ("Klopt wat er over De Wel staat?",)


def test_needs_are_weighed_by_rank_and_only_within_reach() -> None:
    wanted = yonas(needs=NEEDS).wanted
    assert [(need.code, need.rank, need.weight) for need in wanted] == [
        ("gezinshereniging", 1, 0),
        ("netwerk", 2, 1),
        ("ontmoeting", 3, 1 / 2),
        ("onbekend_woord", 4, 1 / 3),
    ]


def test_a_need_beyond_the_alliance_is_for_someone_else_and_never_a_gap() -> None:
    found = words(yonas(needs=NEEDS), [])
    assert found["gezinshereniging"] == "iemand_anders"
    assert found["netwerk"] == "niets_passends"
    far = Need(rank=1, statement="Geld", codes=("schulden",))
    assert words(yonas(needs=(far,)), []) == {"schulden": "iemand_anders"}


def test_a_need_that_nobody_wrote_down_who_can_meet_is_unknown() -> None:
    assert words(yonas(needs=NEEDS), [])["onbekend_woord"] == "weten_niet"


def test_two_offers_that_fit_are_sufficient_and_one_can_be_better() -> None:
    assert words(yonas(), [offer("a"), offer("b")]) == {"netwerk": "voldoende"}
    assert words(yonas(), [offer("a")]) == {"netwerk": "kan_beter"}


@pytest.mark.parametrize(
    "change",
    [{"stage": "gepland"}, {"paused": True}, {"ends": MONDAY - timedelta(days=1)}],
)
def test_a_planned_paused_or_ended_offer_never_counts_as_cover(change: dict[str, Any]) -> None:
    assert words(yonas(), [offer(**change)]) == {"netwerk": "niets_passends"}


def test_a_full_or_stale_offer_can_be_better_and_is_no_cover() -> None:
    full, stale = offer(capacity="vol"), offer(confirmed_on=MONDAY - FRESH * 2)
    assert words(yonas(), [full, stale]) == {"netwerk": "kan_beter"}


def test_an_offer_with_a_drempel_is_nothing() -> None:
    blocked = offer(barriers_present=("taal",))
    assert words(yonas(barriers=("taal",)), [blocked]) == {"netwerk": "niets_passends"}


def test_an_offer_and_its_part_are_counted_once() -> None:
    whole, part, other = offer("huizen"), offer("wel", part_of="huizen"), offer("ander")
    assert words(yonas(), [whole, part]) == {"netwerk": "kan_beter"}
    assert words(yonas(), [whole, part, other]) == {"netwerk": "voldoende"}
    assert words(yonas(), [part, replace(part, offer="oost")]) == {"netwerk": "voldoende"}


OFFERS = st.builds(
    offer,
    name=st.sampled_from(["a", "b", "c"]),
    kind=st.sampled_from([*COUNTING, "vindplaats", None]),
    stage=st.sampled_from(["loopt", "loopt", "gepland"]),
    paused=st.booleans(),
    target_groups=st.sampled_from(
        [(), ("alle_inwoners",), ("ouderen",), ("jongeren",), ("kwetsbare_inwoners",)]
    ),
    needs=st.sampled_from([("netwerk",), ("ontmoeting", "netwerk"), ("schulden",)]),
    barriers_removed=st.sampled_from([(), ("taal",), ("mobiliteit", "taal")]),
    barriers_present=st.sampled_from([(), ("taal",), ("trauma",), ("mobiliteit",)]),
    areas=st.sampled_from([(), ("GM1",), ("WK1",), ("BU21",), ("rondelen",)]),
    reach=st.sampled_from(["plek", "aan_huis", "online", None]),
    capacity=st.sampled_from([None, "ruimte", "vol"]),
    confirmed_on=st.sampled_from([None, MONDAY, MONDAY - FRESH * 2]),
    part_of=st.sampled_from([None, None, "a"]),
)
PERSONAS = st.builds(
    lambda make, **given: make(needs=NEEDS, **given),
    st.sampled_from([hans, yonas]),
    levels=st.lists(st.sampled_from(LEVELS), max_size=3, unique=True).map(tuple),
    barriers=st.lists(st.sampled_from(sorted(WORDS.barriers)), max_size=3, unique=True).map(tuple),
)
SOMEWHERE = st.sampled_from(sorted(PLACES.values(), key=lambda place: place.code))
SOME = st.lists(OFFERS, max_size=5)


def no_worse(persona: Persona, place: Place, before: list[Offer], after: list[Offer]) -> None:
    old, new = words(persona, before, place), words(persona, after, place)
    for code, word in old.items():
        assert ORDER.index(new[code]) >= ORDER.index(word)
    cells = [word_of_cell(persona, old), word_of_cell(persona, new)]
    assert ORDER.index(cells[1]) >= ORDER.index(cells[0])


@given(PERSONAS, SOMEWHERE, SOME, OFFERS)
def test_adding_an_offer_never_makes_a_cell_worse(
    persona: Persona, place: Place, offers: list[Offer], more: Offer
) -> None:
    no_worse(persona, place, offers, [*offers, more])


@given(PERSONAS, SOMEWHERE, SOME, OFFERS, st.sampled_from(sorted(WORDS.barriers)))
def test_taking_a_drempel_away_never_makes_a_cell_worse(
    persona: Persona, place: Place, offers: list[Offer], had: Offer, code: str
) -> None:
    gone = replace(
        had,
        barriers_present=tuple(one for one in had.barriers_present if one != code),
        barriers_removed=(*had.barriers_removed, code),
    )
    no_worse(persona, place, [*offers, had], [*offers, gone])


UNKNOWN: list[dict[str, Any]] = [
    {"kind": None},
    {"target_groups": ()},
    {"areas": (), "reach": None},
    {"barriers_present": (), "barriers_removed": ()},
    {"confirmed_on": None},
]


@given(PERSONAS, SOMEWHERE, OFFERS, st.sampled_from(UNKNOWN))
def test_not_knowing_never_makes_a_gap(
    persona: Persona, place: Place, known: Offer, unknown: dict[str, Any]
) -> None:
    for word_before, word_after in zip(
        words(persona, [known], place).values(),
        words(persona, [replace(known, **unknown)], place).values(),
        strict=True,
    ):
        assert word_after != "niets_passends" or word_before == "niets_passends"


@given(PERSONAS, SOMEWHERE, OFFERS, st.sampled_from(UNKNOWN))
def test_not_knowing_never_makes_a_match(
    persona: Persona, place: Place, known: Offer, unknown: dict[str, Any]
) -> None:
    for need in range(len(persona.wanted)):
        if match(persona, replace(known, **unknown), place, need).verdict == "past":
            assert match(persona, known, place, need).verdict == "past"


@given(PERSONAS, SOMEWHERE, OFFERS)
def test_a_belemmering_never_blocks(persona: Persona, place: Place, found: Offer) -> None:
    without = [code for code in persona.barriers if WORDS.barriers[code].kind != "persoon"]
    free = hans if persona.persona == "hans" else yonas
    freed = free(needs=NEEDS, levels=persona.levels, barriers=tuple(without))
    for need in range(len(persona.wanted)):
        before, after = match(persona, found, place, need), match(freed, found, place, need)
        assert before.verdict == after.verdict


@given(PERSONAS, SOMEWHERE, SOME)
def test_all_at_once_says_the_same_as_one_by_one(
    persona: Persona, place: Place, offers: list[Offer]
) -> None:
    alone = [replace(one, part_of=None) for one in offers]
    at_once = words(persona, alone, place)
    for turn, need in enumerate(persona.wanted):
        found = Counter(match(persona, one, place, turn).verdict for one in alone)
        word = need_word(found["past"], sum(found[verdict] for verdict in HOPEFUL))
        unsaid = need.reach is None and word == "niets_passends"
        expected = "iemand_anders" if not need.weight else "weten_niet" if unsaid else word
        assert at_once[need.code] == expected
