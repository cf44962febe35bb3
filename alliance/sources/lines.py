"""The rows of a list by the fields they fill: what each says, and on which row of the file."""

from collections.abc import Iterator
from dataclasses import dataclass

from alliance.sources.choices import Choices
from alliance.sources.columns import Contents
from alliance.sources.sheets import Sheet


@dataclass(frozen=True)
class Line:
    """One row: its number in the file, and what it says by field."""

    number: int
    typed: dict[str, str]

    def says(self, field: str) -> str:
        """What stands in a field; empty when nothing does."""
        return self.typed.get(field, "")


def lines_of(contents: Contents, sheet: Sheet, choices: Choices) -> Iterator[Line]:
    """Every row below the headings that says anything, as it was corrected."""
    for number, row in enumerate(sheet.rows, 1):
        if number <= choices.heading:
            continue
        corrected = choices.about(number).typed
        typed = corrected if corrected is not None else read(contents, row, choices)
        if any(typed.values()):
            yield Line(number, typed)


def read(contents: Contents, row: tuple[str, ...], choices: Choices) -> dict[str, str]:
    """What a row says by field; a row that ends early says nothing in the rest."""
    return {
        field: row[place].strip() if place < len(row) else ""
        for field in contents.fields
        if (place := choices.columns.get(field)) is not None
    }
