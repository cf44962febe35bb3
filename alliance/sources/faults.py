"""What is wrong with a file: where it stands and what was expected, in a Dutch sentence."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that does not fit."""

    file: str
    where: str  # a line, a key, or both; empty for the file as a whole
    what: str

    def __str__(self) -> str:
        place = f"{self.file}, {self.where}" if self.where else self.file
        return f"{place}: {self.what}"


def inside(where: str, at: str) -> str:
    """A place within a record."""
    return ", ".join(filter(None, [where, at]))


class Unfit(Exception):
    """Files that cannot be taken in; every fault is named at once and nothing was written."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        lines = ["Er is niets ingelezen. Verbeter dit eerst:", *map(str, faults)]
        super().__init__("\n".join(lines))
