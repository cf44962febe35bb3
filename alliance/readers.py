"""Reading what was typed, in a form or in a cell: what cannot be read is refused, never guessed."""

import datetime
import re
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from typing import ParamSpec, TypeVar

from babel.dates import get_month_names

from alliance.events.base import Refused
from alliance.events.texts import UNPRINTABLE

MONTHS = {
    name.rstrip("."): number
    for width in ("wide", "abbreviated")
    for number, name in get_month_names(width, locale="nl").items()
}
"""The number of each month by its name, whole or short: maart, mrt."""
NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
WORDS = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)})\.? (\d{{4}}|\d{{2}})")
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
HOUR = re.compile(r"(\d{1,2})[.:u ]?(\d{2})?(?: ?uur)?")
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
UNKNOWN_CHOICE = "Kies een van de mogelijkheden uit de lijst."


class Filled:
    """What was filled in by name, in a form or a row; collects what could not be read."""

    def __init__(self, said: Mapping[str, str]) -> None:
        """Read what was said."""
        self.said = said
        self.faults: dict[str, str] = {}

    def text(self, name: str) -> str:
        """The line or text that was typed, as people see it; empty when left open."""
        return as_seen(self.said.get(name, ""))

    def optional(self, name: str) -> str | None:
        """What was typed, or None when it was left open."""
        return self.text(name) or None

    def yes(self, name: str) -> bool:
        """Whether a box was ticked."""
        return bool(self.text(name))

    def date(self, name: str) -> datetime.date | None:
        """The day that was typed, or None when it was left open or cannot be read (a fault)."""
        return self._read(name, read_date)

    def time(self, name: str) -> datetime.time | None:
        """The time that was typed, or None when it was left open or cannot be read (a fault)."""
        return self._read(name, read_time)

    def day_and_time(self, name: str) -> tuple[datetime.date | None, datetime.time | None]:
        """The day that was typed, with the time when that stands behind it."""
        return self._read(name, read_day_and_time) or (None, None)

    def number(self, name: str) -> int | None:
        """The whole number that was typed, or None when left open or unreadable (a fault)."""
        return self._read(name, read_number)

    def choice(self, name: str, known: Collection[str]) -> str | None:
        """What was chosen, or None; what is not on the list is a fault."""
        return self._read(name, lambda typed: read_choice(typed, known))

    def decide(
        self, rule: Callable[Asked, Answer], *args: Asked.args, **kwargs: Asked.kwargs
    ) -> Answer:
        """What the rule makes of it; raises Refused with every fault, of reading and of the rule.

        Where something could not be read, that is the fault, not that it or a change is missing.
        """
        try:
            answer = rule(*args, **kwargs)
        except Refused as why:
            told = {name: said for name, said in why.faults.items() if name != "form"}
            raise Refused(**(told | self.faults if self.faults else why.faults)) from why
        if self.faults:
            raise Refused(**self.faults)
        return answer

    def _read(self, name: str, read: Callable[[str], Answer]) -> Answer | None:
        typed = self.text(name)
        if not typed:
            return None
        try:
            return read(typed)
        except ValueError as why:
            self.faults[name] = str(why)
            return None


def as_seen(typed: str) -> str:
    """A text without spaces around it, and without the signs that no page can show.

    Such signs come along when somebody pastes.
    """
    return UNPRINTABLE.sub("", typed).strip()


def read_date(typed: str) -> datetime.date:
    """The day in dd-mm-jjjj, "2 maart 2026" or jjjj-mm-dd; raises ValueError with what to do."""
    line = " ".join(typed.lower().split())
    if found := ISO.fullmatch(line):
        year, month, day = map(int, found.groups())
    elif found := NUMBERS.fullmatch(line):
        day, month, year = map(int, found.groups())
    elif found := WORDS.fullmatch(line):
        day, month, year = int(found[1]), MONTHS[found[2]], int(found[3])
    else:
        raise ValueError("Schrijf de datum als dag-maand-jaar, bijvoorbeeld 27-11-2026.")
    if year < 100:
        raise ValueError("Schrijf het jaar met vier cijfers, bijvoorbeeld 27-11-2026.")
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise ValueError("Deze dag bestaat niet. Kijk de dag en de maand nog eens na.") from None


def read_time(typed: str) -> datetime.time:
    """The time in 14.00, 14:00 or "14 uur"; raises ValueError with what to do."""
    found = HOUR.fullmatch(typed.strip().lower())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    if hour > 23 or minute > 59:
        raise ValueError("Schrijf de tijd als uren en minuten, bijvoorbeeld 14.00.")
    return datetime.time(hour, minute)


def read_day_and_time(typed: str) -> tuple[datetime.date, datetime.time | None]:
    """A day, and a time behind it if there is one: "27-11-2026 om 14.00"; else ValueError."""
    words = typed.lower().replace(",", " ").split() or [typed]
    for cut in range(len(words), 0, -1):
        with suppress(ValueError):
            day = read_date(" ".join(words[:cut]))
            rest = " ".join(words[cut:]).removeprefix("om ")
            break
    else:
        return read_date(words[0] if len(words) < 3 else typed), None
    return day, read_time(rest) if rest else None


def read_number(typed: str) -> int:
    """A whole number from zero, "1.284" too; raises ValueError with what to do."""
    digits = re.sub(r"(?<=\d)\.(?=\d{3}\b)", "", typed)
    if not digits.isdecimal() or len(digits) > 9:
        raise ValueError("Schrijf een heel getal, bijvoorbeeld 12.")
    return int(digits)


def read_choice(typed: str, known: Collection[str]) -> str:
    """What was typed when it is on the list; raises ValueError with what to do."""
    if typed not in known:
        raise ValueError(UNKNOWN_CHOICE)
    return typed
