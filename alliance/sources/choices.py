"""What someone chose about a list before taking it in: its columns, and each row that asks."""

from typing import Literal

import msgspec

from alliance.sources.separated import Form

Use = Literal["new", "out"]
NEW, NONE = "new", "none"
"""That an organisation which is not known yet is a new one, or none at all."""


class RowChoice(msgspec.Struct, frozen=True):
    """What was chosen about one row."""

    use: Use | None = None  # as something new although it looks known, or not at all
    typed: dict[str, str] | None = None  # as it was corrected
    sure: bool = False  # it is not about a recognisable person


class Choices(msgspec.Struct, frozen=True):
    """Everything that was chosen about a list."""

    sheet: int = 0
    heading: int = 0  # the number of the row with the headings; 0: none
    encoding: str | None = None  # of a list with separators
    separator: str | None = None
    columns: dict[str, int] = {}  # per field the place of its column, from 0
    organisations: dict[str, str] = {}  # per unknown name a key, `new` or `none`
    rows: dict[int, RowChoice] = {}  # by the number the row has in the file

    @property
    def form(self) -> Form | None:
        """How a list with separators is read, when that was said."""
        if self.encoding and self.separator:
            return Form(self.encoding, self.separator)
        return None

    def about(self, number: int) -> RowChoice:
        """What was chosen about a row."""
        return self.rows.get(number, RowChoice())

    def with_row(self, number: int, choice: RowChoice) -> "Choices":
        """The same choices, with another one about a row."""
        return msgspec.structs.replace(self, rows={**self.rows, number: choice})
