"""Every event as its source describes it: stored name, label, stream, fields and what they mean."""

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from sys import modules

from alliance.events.base import KINDS, Event, Fact
from docs.reading import PACKAGE, source

LABELS: dict[str, str] = ast.literal_eval(source(PACKAGE / "web" / "labels.py").names["LABELS"][0])
"""The Dutch word for every field, as the pages show it."""
SHAPES = {
    "Id": "a random key, or the key of an imported file; never made from a person's name",
    "Code": "a word from an adopted vocabulary, an official area code, or a fixed choice",
    "Digest": "a SHA-256 in hexadecimal",
    "Title": "one line of free text, at most 200 characters, checked on personal data",
    "Text": "free text, at most 5,000 characters, checked on personal data",
    "Place": "where something is; may hold an address",
    "Contact": "how an organisation is reached; may hold a phone number or general mailbox",
    "WebAddress": "the address of a page or online meeting: https, without name or password",
    "PointKey": "what an agenda point is about, the same each time",
    "RecordName": "the stream of what was recorded, or the key of a note",
    "Presenter": "a member, an organisation or a role, by its key",
}
"""The shapes that text in an event can have."""


@dataclass(frozen=True)
class Described:
    """One field: its name, its Dutch label, the shape as written, and what the source says."""

    name: str
    label: str
    shape: str
    meaning: str


def subjects() -> dict[str, list[type[Event]]]:
    """The events by the module they stand in, in the order in which they are written there."""
    found: dict[str, list[type[Event]]] = {}
    for kind in KINDS.values():
        found.setdefault(kind.__module__, []).append(kind)
    return found


def parts() -> list[type[Fact]]:
    """The parts that events are made of, by name."""
    found = {cls for module in subjects() for cls in vars(modules[module]).values() if is_part(cls)}
    return sorted(found, key=lambda cls: cls.__name__)


def is_part(found: object) -> bool:
    """Whether this is a part of an event: a fact that is no event itself."""
    return (
        isinstance(found, type)
        and issubclass(found, Fact)
        and not issubclass(found, Event)
        and found is not Fact
    )


def fields(cls: type[Fact], *, own: bool = False) -> Iterator[Described]:
    """The fields of an event or part, those of its bases first, unless only its own are asked."""
    for base in [cls] if own else reversed(cls.__mro__):
        if issubclass(base, Fact):
            yield from described(base)


def says_the_same_as(kind: type[Event], before: list[type[Event]]) -> type[Event] | None:
    """The first event of those before it that shares this one's fields, if there is one."""
    base = kind.__mro__[1]
    return next((each for each in before if base is not Event and issubclass(each, base)), None)


def described(cls: type[Fact]) -> Iterator[Described]:
    """The fields that a class itself declares, with the comment that stands beside each."""
    path = Path(str(modules[cls.__module__].__file__))
    for node in ast.walk(source(path).tree):
        if isinstance(node, ast.ClassDef) and node.name == cls.__name__:
            for line in node.body:
                match line:
                    case ast.AnnAssign(target=ast.Name(id=name), annotation=shape) if (
                        name in cls.__struct_fields__
                    ):
                        said = comments(path).get(line.end_lineno or 0, "")
                        yield Described(name, LABELS.get(name, ""), written(line, shape), said)


def written(line: ast.AnnAssign, shape: ast.expr) -> str:
    """A shape as the source writes it; `open` when the field may stay empty."""
    text = ast.unparse(shape).removesuffix(" | None")
    match line.value:
        case None:
            return text
        case ast.Constant(value=None) | ast.Tuple(elts=[]):
            return f"{text}, may be empty"
    return f"{text}, {ast.unparse(line.value)} when left out"


@cache
def comments(path: Path) -> dict[int, str]:
    """The comments of a source file by line."""
    read = io.StringIO(path.read_text("utf-8")).readline
    return {
        token.start[0]: token.string.removeprefix("#").strip()
        for token in tokenize.generate_tokens(read)
        if token.type == tokenize.COMMENT and not token.string.startswith("# type:")
    }


def explained(cls: type) -> str:
    """The explanation of a class on one line."""
    return " ".join((cls.__doc__ or "").split())
