"""A list on its way in, as its pages open it: its cells, what was chosen, and what would happen."""

from dataclasses import dataclass
from functools import cached_property

import msgspec
from flask import abort, url_for

from alliance import uploads
from alliance.database import writing
from alliance.sources.choices import Choices
from alliance.sources.columns import CONTENTS, Contents, letter
from alliance.sources.lines import lines_of
from alliance.sources.sheets import Sheet
from alliance.sources.there import Intake, there_now
from alliance.sources.weighing import Weighed, weigh
from alliance.uploads import Upload
from alliance.web.lists import here
from alliance.web.pages import desk, person, reading


@dataclass(frozen=True)
class Busy:
    """A list that somebody is taking in, opened."""

    kept: Upload
    contents: Contents
    sheets: tuple[Sheet, ...]
    choices: Choices

    @property
    def key(self) -> str:
        """The key to find it by."""
        return self.kept.upload

    @property
    def title(self) -> str:
        """What the list is called."""
        return f"{self.contents.label} uit: {self.kept.origin}"

    @property
    def sheet(self) -> Sheet:
        """The sheet that was chosen."""
        return self.sheets[min(self.choices.sheet, len(self.sheets) - 1)]

    @cached_property
    def headings(self) -> list[str]:
        """What stands above each column, behind the letter that a spreadsheet gives it."""
        rows, heading = self.sheet.rows, self.choices.heading
        named = rows[heading - 1] if 0 < heading <= len(rows) else ()
        wide = max(map(len, rows), default=0)
        full = [*named, *[""] * wide][:wide]
        return [f"{letter(at)}: {name}" if name else letter(at) for at, name in enumerate(full)]

    @cached_property
    def intake(self) -> Intake:
        """The list with what is there at this moment."""
        there = there_now(reading(), self.contents)
        return Intake(self.contents, self.kept.origin, self.key, self.choices, there)

    @cached_property
    def weighed(self) -> Weighed:
        """What would happen with every row now."""
        return weigh(self.intake, [*lines_of(self.contents, self.sheet, self.choices)])

    def column_of(self, field: str) -> str:
        """Where a field stands in the file, and what it is called: kolom C, Voor wie."""
        at = self.choices.columns.get(field)
        label = self.contents.label_of(field)
        return label if at is None else f"kolom {letter(at)}, {label}"


def opened(upload: str) -> Busy:
    """The list that who is looking is taking in; 404 when there is none, or a day has passed."""
    kept = uploads.find(reading().db, upload, person().member)
    if kept is None or kept.kept_until < desk().clock():
        abort(404)
    return Busy(
        kept,
        next(one for kind, one in CONTENTS.items() if kind == kept.contents),
        msgspec.json.decode(kept.sheets, type=tuple[Sheet, ...]),
        msgspec.json.decode(kept.choices, type=Choices),
    )


def choose(busy: Busy, choices: Choices) -> None:
    """Keep what was chosen about a list, and its cells when they are read in another way."""
    news = {"choices": msgspec.json.encode(choices), "sheets": msgspec.json.encode(busy.sheets)}
    with writing(desk().engine) as db:
        uploads.change(db, busy.key, **news)


def way(busy: Busy) -> list[tuple[str, str]]:
    """The way from home to a list on its way in."""
    return [*here(), (url_for("uploads.columns", upload=busy.key), busy.title)]
