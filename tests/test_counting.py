"""Counting honestly: whatever happened in truth, a sum never says more than is known."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from alliance.counting import FLOOR, Tally, honest, in_words, is_small, tallies
from alliance.events.counts import Count, Known

AMOUNTS = some.integers(min_value=0, max_value=40)
ADDABLE = "bezoeken"


def counted(number: int, unit: str = ADDABLE, *, unique: bool = False) -> Count:
    return Count(known="getal", number=number, unit=unit, unique=unique)


def at_least(number: int, unit: str = ADDABLE) -> Count:
    return Count(known="minstens", number=number, unit=unit)


def unknown(unit: str = ADDABLE) -> Count:
    return Count(known="onbekend", unit=unit)


def not_offered(unit: str = ADDABLE) -> Count:
    return Count(known="niet_aangeboden", unit=unit)


def summed(*counts: Count) -> Count:
    [tally] = tallies([count] for count in counts)
    return tally.total()


def could_be(count: Count, truth: int) -> bool:
    """Whether a count speaks the truth about this number."""
    match count.known:
        case "getal":
            return truth == count.number
        case "minstens":
            return truth >= (count.number or 0)
        case "onbekend":
            return True
        case "niet_aangeboden":
            return truth == 0


@some.composite
def truths_and_counts(draw: some.DrawFn) -> tuple[int, Count]:
    truth = draw(AMOUNTS)
    known: Known = draw(some.sampled_from(["getal", "minstens", "onbekend", "niet_aangeboden"]))
    match known:
        case "getal":
            return truth, counted(truth)
        case "minstens":
            return truth, at_least(draw(some.integers(0, truth)))
        case "onbekend":
            return truth, unknown()
        case "niet_aangeboden":
            return 0, not_offered()


@settings(max_examples=60)
@given(some.lists(truths_and_counts(), min_size=1, max_size=8))
def test_a_sum_never_says_more_than_is_known(found: list[tuple[int, Count]]) -> None:
    total = summed(*(count for _, count in found))

    assert could_be(total, sum(truth for truth, _ in found))


@settings(max_examples=60)
@given(some.lists(truths_and_counts(), min_size=1, max_size=6), some.randoms())
def test_the_order_of_counting_changes_nothing(found: list[tuple[int, Count]], any: object) -> None:
    counts = [count for _, count in found]

    assert summed(*counts) == summed(*reversed(counts))


@settings(max_examples=60)
@given(some.lists(some.sets(some.integers(0, 30), min_size=1), min_size=1, max_size=6))
def test_people_are_never_counted_twice(groups: list[set[int]]) -> None:
    found = tallies([counted(len(group), "personen", unique=True)] for group in groups)
    people, participations = (tally.total() for tally in found)

    assert could_be(people, len(set.union(*groups)))
    assert participations == at_least(sum(map(len, groups)), "deelnames")


@settings(max_examples=60)
@given(some.lists(AMOUNTS, min_size=2, max_size=6))
def test_no_small_number_can_be_subtracted_from_a_total(amounts: list[int]) -> None:
    [tally] = tallies([counted(amount)] for amount in amounts)
    shown = tally.shown()
    small = [amount for amount in amounts if is_small(counted(amount))]

    assert could_be(shown, sum(amounts))
    if shown.known == "getal" and small:
        assert len(small) > 1
        assert sum(small) >= FLOOR


@settings(max_examples=40)
@given(some.lists(truths_and_counts(), min_size=2, max_size=6))
def test_taking_a_count_back_leaves_what_was_there(found: list[tuple[int, Count]]) -> None:
    counts = [count for _, count in found]
    [all_of_them] = tallies([count] for count in counts)
    [all_but_last] = tallies([count] for count in counts[:-1])

    assert all_of_them.plus(counts[-1], sign=-1).total() == all_but_last.total()


@settings(max_examples=40)
@given(some.lists(AMOUNTS, min_size=2, max_size=6), some.integers(1, 5))
def test_tallies_can_be_joined(amounts: list[int], at: int) -> None:
    def tally(part: Sequence[int]) -> Tally:
        found = tallies([counted(amount)] for amount in part)
        return found[0] if found else Tally(ADDABLE)

    assert tally(amounts[:at]).joined(tally(amounts[at:])) == tally(amounts)


def test_an_unknown_part_makes_a_lower_bound() -> None:
    assert summed(counted(12), unknown()) == at_least(12)


def test_nothing_but_unknown_stays_unknown() -> None:
    assert summed(unknown(), unknown()) == unknown()
    assert summed(counted(0), unknown()) == unknown()
    assert Tally(ADDABLE).total() == unknown()


def test_what_was_not_offered_adds_nothing() -> None:
    assert summed(counted(12), not_offered()) == counted(12)
    assert summed(not_offered(), not_offered()) == not_offered()


def test_nobody_came_is_a_number_too() -> None:
    assert summed(counted(0), counted(0)) == counted(0)


def test_different_units_stay_apart() -> None:
    found = tallies([[counted(12, "bezoeken")], [counted(3, "uren")]])

    assert [tally.unit for tally in found] == ["bezoeken", "uren"]


def test_different_units_are_never_added() -> None:
    with pytest.raises(ValueError, match="uren cannot be added to bezoeken"):
        Tally("bezoeken").plus(counted(3, "uren"))
    with pytest.raises(ValueError, match="uren cannot be added to bezoeken"):
        Tally("bezoeken").joined(Tally("uren"))


def test_people_who_may_be_the_same_are_participations() -> None:
    assert honest([counted(12, "personen")]) == (counted(12, "deelnames"),)


def test_people_counted_once_took_part_at_least_once() -> None:
    people = counted(12, "personen", unique=True)

    assert honest([people]) == (people, at_least(12, "deelnames"))


def test_who_was_shown_the_way_need_not_have_taken_part() -> None:
    shown_the_way = counted(12, "toegeleid", unique=True)

    assert honest([shown_the_way]) == (shown_the_way,)


def test_one_occasion_counts_participations_once() -> None:
    both = (counted(20, "deelnames"), counted(12, "personen", unique=True))

    assert honest(both) == both


def test_one_count_of_people_stays_people() -> None:
    [trained, _] = tallies([[counted(9, "getraind")]])

    assert trained.total() == counted(9, "getraind", unique=True)


def test_several_trainings_say_only_the_largest_for_sure() -> None:
    [trained, _] = tallies([[counted(9, "getraind")], [counted(14, "getraind")]])

    assert trained.total() == at_least(14, "getraind")


def test_a_lone_small_count_is_left_out_of_the_total() -> None:
    [tally] = tallies([[counted(9)], [counted(12)], [counted(2)]])

    assert tally.shown() == at_least(21)


def test_a_total_of_nothing_but_small_counts_that_say_too_much_does_not_show() -> None:
    [tally] = tallies([[counted(1)], [counted(2)]])

    assert tally.shown() == unknown()


def test_one_small_count_is_hidden_by_its_words() -> None:
    [tally] = tallies([[counted(3)]])

    assert in_words(tally.shown()) == "minder dan 5 bezoeken"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (counted(1_284, "deelnames"), "1.284 deelnames"),
        (counted(107, "bezoeken"), "107 bezoeken"),
        (at_least(107, "deelnames"), "minstens 107 deelnames"),
        (unknown("deelnames"), "deelnames: niet geteld"),
        (not_offered("gesprekken"), "gesprekken: niet aangeboden"),
        (counted(0, "deelnames"), "0 deelnames"),
        (counted(1, "bijeenkomsten"), "1 bijeenkomst"),
        (counted(4, "deelnames"), "minder dan 5 deelnames"),
        (at_least(4, "deelnames"), "deelnames: niet precies geteld"),
        (counted(30, "personen", unique=True), "30 personen"),
        (counted(6, "zelf_bedacht"), "6 zelf bedacht"),
    ],
)
def test_a_count_reads_as_people_say_it(count: Count, words: str) -> None:
    assert in_words(count) == words


def test_who_recorded_a_small_count_sees_it() -> None:
    assert in_words(counted(4, "deelnames"), whole=True) == "4 deelnames"
    assert in_words(counted(1, "koppels"), whole=True) == "1 koppel"
