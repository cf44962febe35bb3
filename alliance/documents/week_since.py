"""What a letter tells that happened since the one before: told once, each with what can be done."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from alliance.documents.letters import links
from alliance.dutch import capital, listed, several, weekday
from alliance.events.actions import (
    ActionAccepted,
    ActionConsidered,
    ActionDeclined,
    ActionDone,
    ActionDropped,
    ActionMoved,
    OtherDateProposed,
    ProgressNoted,
)

Link = Callable[[str, str, str], str]
"""The address in full of one thing to do: an act, with a subject, and how the address ends."""
TELL, HEARD, NOTED, HOME = (
    "VERTEL WAT ERVAN KWAM", "DIT KWAM ERVAN", "DIT IS VOOR JE OPGESCHREVEN",
    "OM THUIS TE VERTELLEN",
)  # fmt: skip
ANSWERED = {
    ActionAccepted.stored_name: "ja",
    ActionDeclined.stored_name: "nee",
    ActionConsidered.stored_name: "eerst overleggen",
    OtherDateProposed.stored_name: "een andere datum",
    ActionMoved.stored_name: "een andere datum",
    ProgressNoted.stored_name: "bezig",
    ActionDone.stored_name: "gedaan",
    ActionDropped.stored_name: "het gaat niet door",
}
"""The answers that someone may write down for another, in a word."""


@dataclass(frozen=True)
class Noted:
    """An answer of the recipient that someone else wrote down."""

    action: str
    title: str
    answer: str  # in a word
    via: str
    by: str  # who wrote it down, in words
    on: date


@dataclass(frozen=True)
class Heard:
    """What came of something that the recipient took."""

    action: str
    title: str
    told: str


@dataclass(frozen=True)
class Telling:
    """Something that the recipient asked and another took: they hear what came of it."""

    action: str
    title: str
    whom: str  # in words
    by: date | None = None  # while that day is still to come


@dataclass(frozen=True)
class Home:
    """A meeting that was, of which there is a page to tell at home."""

    meeting: str
    group: str
    on: date


@dataclass(frozen=True)
class Since:
    """All that happened since the letter before, for one recipient."""

    telling: tuple[Telling, ...] = ()
    heard: tuple[Heard, ...] = ()
    noted: tuple[Noted, ...] = ()
    home: tuple[Home, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened."""
        return self == Since()

    def __add__(self, other: "Since") -> "Since":
        """Both in one letter; what both would hear stands there once."""
        return Since(
            telling=tuple(dict.fromkeys((*self.telling, *other.telling))),
            heard=tuple(dict.fromkeys((*self.heard, *other.heard))),
            noted=tuple(dict.fromkeys((*self.noted, *other.noted))),
            home=tuple(dict.fromkeys((*self.home, *other.home))),
        )

    @property
    def asks(self) -> bool:
        """Whether there is something to do with a link."""
        return bool(self.telling or self.noted or self.home)

    @property
    def numbers(self) -> Sequence[tuple[int, str, str]]:
        """How much of each there is, with its words."""
        return (
            (len(self.telling), "vraag wat ervan kwam", "vragen wat ervan kwam"),
            (len(self.heard), "bericht over wat ervan kwam", "berichten over wat ervan kwam"),
            (len(self.noted), "opgeschreven antwoord", "opgeschreven antwoorden"),
            (len(self.home), "pagina voor thuis", "pagina's voor thuis"),
        )

    @property
    def in_short(self) -> str:
        """The same in one line."""
        return listed(several(number, one, more) for number, one, more in self.numbers if number)


def told(since: Since, link: Link) -> Iterator[str]:
    """The parts of a letter on what happened, each under its head."""
    parts = (
        (TELL, [one_telling(one, link) for one in since.telling]),
        (HEARD, [one_heard(one) for one in since.heard]),
        (NOTED, [one_noted(one, link) for one in since.noted]),
        (HOME, [one_home(one, link) for one in since.home]),
    )
    for head, found in parts:
        if found:
            yield "\n\n".join([head, *found])


def one_telling(one: Telling, link: Link) -> str:
    """Whom to tell what came of it, and by when."""
    until = f" Vóór {weekday(one.by)}." if one.by else ""
    said = f"{one.title}\n{one.whom} zei ja, en hoort van je wat ervan kwam.{until}"
    tell = link("settle_answer", f"action:{one.action}", "vertel")
    return f"{said}\n\n{links([('Vertel het', tell)])}".rstrip()


def one_heard(one: Heard) -> str:
    """What came of it, with thanks."""
    return f"{one.title}\nDit deed je. Wat ervan kwam: {one.told}"


def one_noted(one: Noted, link: Link) -> str:
    """What was written down, by whom, and how to say that it is wrong."""
    said = (
        f"{one.title}\n{capital(one.via)} op {weekday(one.on)}. Je antwoord: {one.answer}.\n"
        f"Opgeschreven door: {one.by}."
    )
    wrong = link("answer_action", f"action:{one.action}", "klopt-niet")
    return f"{said}\n\n{links([('Dit klopt niet', wrong)])}".rstrip()


def one_home(one: Home, link: Link) -> str:
    """Which page to open for the own team."""
    said = (
        f"{one.group}, {weekday(one.on)}\n"
        "Wat is besloten, wat doen jullie, en wat moet je team weten?"
    )
    page = link("take_home", f"meeting:{one.meeting}", "thuis")
    return f"{said}\n\n{links([('Open de pagina', page)])}".rstrip()
