"""The texts in an event, each with the path of its field: `title`, `ideas.1`, `lines.0.reason`."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple, TypeVar

import msgspec
import msgspec.inspect as shapes

from alliance.events.base import TITLE_LENGTH, Fact

Whole = TypeVar("Whole")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Signs that no keyboard types and no page can show; PostgreSQL keeps the first in no text."""


class Said(NamedTuple):
    """One text that people typed, and where in its event it stands."""

    path: str
    text: str
    free: bool  # a Title or Text; otherwise a Place or Contact

    @property
    def field(self) -> str:
        """The field of the event that holds it, perhaps in a part."""
        return self.path.partition(".")[0]


Reader = Callable[[Any, str], Iterator[Said]]


def texts(event: Fact) -> Iterator[Said]:
    """Every text that people can read in an event, also inside its parts."""
    for name, read in fields(type(event)).items():
        yield from read(getattr(event, name), name)


def text_at(event: Fact, path: str) -> str | None:
    """The text at a path; None when none stands there."""
    return next((said.text for said in texts(event) if said.path == path), None)


def with_text(whole: Whole, path: str, text: str) -> Whole:
    """The same event, part or list with another text at a path."""
    name, _, rest = path.partition(".")
    if isinstance(whole, tuple):
        place = int(name)
        new = with_text(whole[place], rest, text) if rest else text
        return (*whole[:place], new, *whole[place + 1 :])  # type: ignore[return-value]
    new = with_text(getattr(whole, name), rest, text) if rest else text
    return msgspec.structs.replace(whole, **{name: new})  # type: ignore[type-var]


def fitting(new: str, old: str, instead: str) -> str:
    """The new text, or `instead` when it may be too long for the field that held the old one."""
    return new if len(new) <= max(len(old), TITLE_LENGTH) else instead


@cache
def fields(kind: type) -> dict[str, Reader]:
    """The fields of an event or part that hold texts, each with how to read them."""
    shape = shapes.type_info(kind)
    assert isinstance(shape, shapes.StructType)
    found = {field.name: _reader(field.type) for field in shape.fields}
    return {name: read for name, read in found.items() if read}


def _reader(shape: shapes.Type) -> Reader | None:
    match shape:
        case shapes.Metadata(type=inner, extra=extra):
            sort = (extra or {}).get("text")
            return _one(free=sort == "free") if sort else _reader(inner)
        case shapes.UnionType(types=options):
            return next(filter(None, map(_reader, options)), None)
        case shapes.VarTupleType(item_type=item):
            return _each(read) if (read := _reader(item)) else None
        case shapes.StructType(cls=kind):
            return _part if fields(kind) else None
    return None


def _one(*, free: bool) -> Reader:
    def read(text: str | None, path: str) -> Iterator[Said]:
        if text:
            yield Said(path, text, free)

    return read


def _each(read: Reader) -> Reader:
    def read_all(items: tuple[Any, ...] | None, path: str) -> Iterator[Said]:
        for number, item in enumerate(items or ()):
            yield from read(item, f"{path}.{number}")

    return read_all


def _part(part: Fact | None, path: str) -> Iterator[Said]:
    if part is not None:
        for said in texts(part):
            yield said._replace(path=f"{path}.{said.path}")
