"""What was erased and taken away, in a file beside the database: no back-up brings it back.

A back-up knows nothing of what was erased after it was made. The list does, and it names nobody: it
holds random keys and links of the chain, which nobody can guess. Nothing is ever removed from it.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

MEMBER, TEXT = "lid", "tekst"


class Text(NamedTuple):
    """A text that was taken away; the chain up to its entry says which journal it was in."""

    position: int
    chain: str
    field: str


def note_member(file: Path, member: str) -> None:
    """Remember that a member was erased."""
    _note(file, MEMBER, member)


def note_text(file: Path, text: Text) -> None:
    """Remember that a text was taken away."""
    _note(file, TEXT, *map(str, text))


def members(file: Path) -> list[str]:
    """The keys of everyone who was erased."""
    return list(dict.fromkeys(key for key, *_ in _noted(file, MEMBER)))


def texts(file: Path) -> list[Text]:
    """Every text that was taken away."""
    return [Text(int(position), chain, field) for position, chain, field in _noted(file, TEXT)]


def _note(file: Path, *words: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    try:
        os.write(descriptor, f"{' '.join(words)}\n".encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _noted(file: Path, kind: str) -> Iterator[list[str]]:
    if not file.exists():
        return
    for line in file.read_text("utf-8").splitlines():
        first, *words = line.split(" ")
        if first == kind and len(words) == (1 if kind == MEMBER else 3):
            yield words
