"""Words: the lists the alliance speaks with."""

from collections.abc import Callable
from typing import Any

from alliance.events.words import FitRow, FitTableAdopted, Term, VocabularyAdopted
from alliance.projections import words
from tests.projections.conftest import Given

TAAL = Term(code="taal", label="Nederlands leren", reach="alliantie")
NETWERK = Term(code="netwerk", label="Eigen netwerk", reach="alliantie", forms=("sociaal",))
NEEDS = VocabularyAdopted(
    vocabulary="need", title="Behoeften", source="plan", terms=(TAAL, NETWERK)
)


def test_a_list_is_found_by_vocabulary_and_code(given: Given, asked: Callable[..., Any]) -> None:
    given(NEEDS)
    assert asked(words.vocabularies) == {"need": {"taal": TAAL, "netwerk": NETWERK}}
    assert asked(words.terms, "need") == {"taal": TAAL, "netwerk": NETWERK}
    assert asked(words.terms, "nergens") == {}


def test_a_list_adopted_anew_replaces_the_old_one(given: Given, asked: Callable[..., Any]) -> None:
    given(NEEDS, VocabularyAdopted(vocabulary="need", source="besluit", terms=(TAAL,)))
    [adopted] = asked(words.adopted)
    assert (adopted.title, adopted.source, adopted.terms) == ("need", "besluit", (TAAL,))


def test_the_fit_table_is_kept_with_its_source(given: Given, asked: Callable[..., Any]) -> None:
    row = FitRow(kind="inloop", level="dreigend", code="P", profiles=("P", "P"), source="LESI")
    given(FitTableAdopted(table="fit", source="LESI 2010", rows=(row,)))
    [table] = asked(words.adopted_fit_tables)
    assert (table.fit_table, table.source, table.rows) == ("fit", "LESI 2010", (row,))
