"""Make the pages of docs/ that follow from the code: `python -m docs.make`, or `--check` them."""

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from sys import modules

import alliance.events  # noqa: F401  every kind of event is known from here on
from alliance.events.base import Event
from docs import kinds
from docs.reading import HOUSE, PACKAGE, source
from docs.refusals import Refusal, refusals

MADE = "<!-- Made by `python -m docs.make`; change the code, not this page. -->"
EVENTS = """# What can happen

Every event, by subject: the name under which it is stored (for ever), its label on the screen, the
stream it belongs to and what it says. A field that is called *empty* is not known; unknown is never
zero and never no. Dutch words for fields stand behind them.
"""
REFUSALS = """# Weigeringen

What the site, the commands and the import refuse, and the sentence that says so, by file and field.
Each sentence says what to do next. `…` is filled in on the spot; `form` is the form as a whole.
What is refused is not written down, not even half, and what was typed stays in the form.
"""
EVERYWHERE = {
    "alliance/privacy.py": "every free text",
    "alliance/commands.py": "the command line",
    "alliance/config.py": "the setting named",
}
"""Where a sentence is said that no field is named with."""
PLACES = (
    ("alliance/events/", "What may be written down"),
    ("alliance/privacy.py", "Text about people"),
    ("alliance/web/", "Forms and pages"),
    ("alliance/sources/", "Files that are taken in"),
    ("alliance/", "Commands and settings"),
)
"""The chapters of weigeringen.md, by where the file stands; the first that fits."""
NEXT = {
    "Files that are taken in": "Every list of these begins with: *Er is niets ingelezen. Verbeter "
    "dit eerst:*, and each line with the file, the line or key, and what was expected there.",
    "Commands and settings": "What is wrong with a command line is followed by: *Kijk wat kan met: "
    "alliance … --help*.",
}


def events_page() -> str:
    """The page that lists every event."""
    lines = [MADE, "", EVENTS]
    for module, found in kinds.subjects().items():
        said = source(PACKAGE.parent.joinpath(*module.split(".")).with_suffix(".py"))
        lines += [f"## {module.rpartition('.')[2].capitalize()}", "", title_of(module), ""]
        lines += [f"In `{said.file}`.", ""]
        for number, kind in enumerate(found):
            lines += [f"### `{kind.stored_name}` · {kind.label}", ""]
            lines += [*about(kind, found[:number]), ""]
    lines += ["## Parts", "", "What the fields above are made of.", ""]
    for part in kinds.parts():
        lines += [f"### {part.__name__}", "", kinds.explained(part), ""]
        lines += [*table(kinds.fields(part)), ""]
    lines += ["## Shapes of text", "", *rows(("shape", "what it holds"), kinds.SHAPES.items())]
    return "\n".join(lines) + "\n"


def title_of(module: str) -> str:
    """What a module of events is about, in its own words."""
    return (modules[module].__doc__ or "").split("\n")[0]


def about(kind: type[Event], before: list[type[Event]]) -> Iterator[str]:
    """What an event says, where it is kept, and its fields: all, or those no earlier event has."""
    like = kinds.says_the_same_as(kind, before)
    yield f"{kinds.explained(kind)} Stream: `{kind.subject}:<{kind.subject}>`."
    yield ""
    if like is None:
        yield from table(kinds.fields(kind))
    elif own := [*kinds.fields(kind, own=True)]:
        yield f"The fields of `{like.stored_name}`, and:"
        yield ""
        yield from table(own)
    else:
        yield f"The fields of `{like.stored_name}`."


def table(fields: Iterable[kinds.Described]) -> Iterator[str]:
    """The fields of an event or part."""
    cells = ((f"`{each.name}`", each.label, each.shape, each.meaning) for each in fields)
    return rows(("field", "on the screen", "shape", "meaning"), cells)


def refusals_page() -> str:
    """The page that lists every refusal."""
    lines = [MADE, "", REFUSALS]
    found = sorted(refusals(), key=lambda each: (chapter(each.file), each))
    for number, of_chapter in groupby(found, key=lambda each: chapter(each.file)):
        title = PLACES[number][1]
        lines += [f"## {title}", "", *([NEXT[title], ""] if title in NEXT else [])]
        for file, said in groupby(of_chapter, key=lambda each: each.file):
            lines += [f"### `{file}`", "", *rows(("field", "what it says"), by_sentence(said)), ""]
    return "\n".join(lines).rstrip() + "\n"


def chapter(file: str) -> int:
    """The number of the chapter a file belongs to."""
    return next(number for number, (start, _) in enumerate(PLACES) if file.startswith(start))


def by_sentence(said: Iterable[Refusal]) -> Iterator[tuple[str, str]]:
    """The sentences of one file, each once, with the fields it stands at."""
    at: dict[str, list[str]] = {}
    for each in said:
        at.setdefault(each.sentence, []).append(each.field or EVERYWHERE.get(each.file, "page"))
    yield from ((", ".join(fields), text) for text, fields in at.items())


def rows(head: tuple[str, ...], cells: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A table in Markdown."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in cells:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |".replace(
            "|  |", "| |"
        )


PAGES = {"events.md": events_page, "weigeringen.md": refusals_page}
"""The pages that are made, and what makes each."""


def outdated() -> list[str]:
    """The pages that no longer say what the code says."""
    folder = HOUSE / "docs"
    return [
        name
        for name, make in PAGES.items()
        if not (folder / name).is_file() or (folder / name).read_text("utf-8") != make()
    ]


def main(words: list[str]) -> int:
    """Make the pages; with --check only say which are out of date."""
    if words == ["--check"]:
        for name in (old := outdated()):
            print(f"docs/{name} is out of date: run python -m docs.make", file=sys.stderr)
        return 1 if old else 0
    for name, make in PAGES.items():
        (HOUSE / "docs" / name).write_text(make(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
