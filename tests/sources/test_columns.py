"""The columns of a list: which of a file's own they seem to be, in any order and any spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alliance.sources.alike import alike, nearest, plain, same
from alliance.sources.choices import Choices, RowChoice
from alliance.sources.columns import (
    ACTIONS,
    CONTACTS,
    CONTENTS,
    OFFERS,
    Contents,
    guess_columns,
    guess_heading,
    letter,
)
from alliance.sources.lines import lines_of
from alliance.sources.sheets import Sheet

OF_ANY_KIND = some.sampled_from([*CONTENTS.values()])


def called(contents: Contents) -> some.SearchStrategy[dict[str, str]]:
    """A heading that people use for each field, each field once."""
    return some.fixed_dictionaries(
        {
            column.field: some.sampled_from(
                [column.label, column.label.upper(), f" {column.label} "]
            )
            for column in contents.columns
        }
    )


@given(some.data())
def test_headings_are_recognised_in_any_order_and_spelling(data: some.DataObject) -> None:
    contents = data.draw(OF_ANY_KIND)
    headings = data.draw(called(contents))
    order = data.draw(some.permutations([*headings]))
    guessed = guess_columns(contents, [headings[field] for field in order])
    assert guessed == {field: place for place, field in enumerate(order)}


@given(OF_ANY_KIND, some.lists(some.text(max_size=12), max_size=12))
def test_a_column_is_chosen_for_one_field_at_most(contents: Contents, headings: list[str]) -> None:
    guessed = guess_columns(contents, headings)
    assert len({*guessed.values()}) == len(guessed)
    assert {*guessed} <= {*contents.fields}
    assert all(0 <= place < len(headings) for place in guessed.values())


@pytest.mark.parametrize(
    ("contents", "headings", "fields"),
    [
        (OFFERS, ["Nr", "Naam activiteit", "Aanbieder", "Doelgroep"], "name organisation for_whom"),
        (OFFERS, ["Wat", "Wie", "Waar", "Telefoonnummer"], "name organisation place contact"),
        (
            OFFERS,
            ["Activiteit / aanbod", "Hoe aanmelden", "Opm.", "E-mail"],
            "name joining mailbox",
        ),
        (CONTACTS, ["Organisatie", "Contactpersoon", "E-mailadres"], "organisation name mail"),
        (CONTACTS, ["Voornaam", "Achternaam", "Email"], "name surname mail"),
        (
            ACTIONS,
            ["Actiepunt", "Trekker", "Deadline", "Afgerond"],
            "title organisation by_when on",
        ),
    ],
)
def test_usual_headings_are_known(contents: Contents, headings: list[str], fields: str) -> None:
    guessed = guess_columns(contents, headings)
    assert sorted(guessed, key=guessed.__getitem__) == fields.split()


def test_the_row_with_the_headings_is_found_below_a_title() -> None:
    rows = [("Sociale kaart",), (), ("Naam", "Organisatie"), ("Koffie", "De Wel")]
    assert guess_heading(OFFERS, rows) == 3
    assert guess_heading(OFFERS, [("12", "13")]) == 0
    assert guess_heading(OFFERS, []) == 0


def test_columns_are_called_as_a_spreadsheet_does() -> None:
    assert [letter(place) for place in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_a_row_says_what_its_columns_hold_or_what_it_was_corrected_to() -> None:
    sheet = Sheet("", (("Naam", "Waar"), ("Koffie",), (), ("Soep", " De Wel "), ("Thee", "Zaal")))
    chosen = Choices(heading=1, columns={"name": 0, "place": 1})
    chosen = chosen.with_row(5, RowChoice(typed={"name": "Taart"}))
    found = {line.number: line.typed for line in lines_of(OFFERS, sheet, chosen)}
    assert found == {
        2: {"name": "Koffie", "place": ""},
        4: {"name": "Soep", "place": "De Wel"},
        5: {"name": "Taart"},
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stichting Welzijn Capelle", "welzijn  capelle"),
        ("Café De Wel!", "Cafe de wel"),
        ("Vereniging Het Koor", "Koor"),
    ],
)
def test_names_that_differ_in_spelling_only_are_the_same(one: str, other: str) -> None:
    assert same(one, other) and alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lelie Zorg", "Lelie Zorggroep"),
        ("CJG", "Centrum voor Jeugd en Gezin (CJG)"),
        ("Huis van de Wijk de Well", "Huis van de Wijk De Wel"),
    ],
)
def test_names_that_may_be_of_the_same_are_alike_and_not_the_same(one: str, other: str) -> None:
    assert alike(one, other) and alike(other, one) and not same(one, other)


def test_other_names_are_neither() -> None:
    for one, other in (("Sensoor", "Sonrisa"), ("Koor", "Fietsclub"), ("", "Koor"), ("!", "?")):
        assert not alike(one, other) and not same(one, other)


def test_the_nearest_name_is_offered_first() -> None:
    known = [
        ("a", "Huis van de Wijk Schollevaar"),
        ("b", "Huis van de Wijk De Wel"),
        ("c", "Aafje"),
    ]
    assert [*nearest("Huis v.d. Wijk De Wel", known)][:1] == ["b"]


@given(some.text(max_size=30))
def test_a_name_is_always_the_same_as_itself_or_has_no_letters(name: str) -> None:
    assert same(name, name) is bool(plain(name))
