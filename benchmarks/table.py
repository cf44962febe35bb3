"""The table of what was measured: each line with its goal, and whether it was reached."""

import platform
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HEAD = ("what", "measured", "beside it", "goal", "reached")


@dataclass(frozen=True)
class Line:
    """One thing that was measured; `reached` is None where there is no goal."""

    what: str
    measured: str
    beside: str = ""
    goal: str = ""
    reached: bool | None = None

    @property
    def verdict(self) -> str:
        """Whether the goal was reached, in a word."""
        return "" if self.reached is None else "yes" if self.reached else "no"


def ratio(what: str, ours: float, theirs: float, least: float, aim: float | None = None) -> Line:
    """A line for a ratio of speeds: theirs in seconds over ours; more is faster."""
    found = theirs / ours
    goal = f"at least {least}×" + (f", aim {aim}×" if aim else "")
    return Line(what, shown(ours), f"library {shown(theirs)}: {found:.2f}×", goal, found >= least)


def below(what: str, seconds: float, most: float, beside: str = "") -> Line:
    """A line for a time that has a limit."""
    return Line(what, shown(seconds), beside, f"under {shown(most)}", seconds < most)


def shown(seconds: float) -> str:
    """A time in the unit that reads best."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.2f} ms"


def as_markdown(lines: Iterable[Line]) -> Iterator[str]:
    """The table as it stands in the documentation, and reads on a screen."""
    rows = [HEAD] + [(one.what, one.measured, one.beside, one.goal, one.verdict) for one in lines]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEAD))]
    for number, row in enumerate(rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"| {' | '.join(cells)} |"
        if not number:
            yield f"|{'|'.join('-' * (width + 2) for width in widths)}|"


def machine() -> str:
    """On what was measured, and when."""
    return (
        f"{date.today():%d %B %Y}, {processors()}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, {platform.system()} {platform.machine()}."
    )


def processors() -> str:
    """How many processors of which kind."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    names = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    return f"{len(names)} × {names[0]}" if names else platform.processor()
