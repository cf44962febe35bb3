"""What is told of a relation: the stage it is in, and the contact there was."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from alliance.events.relations import Pause

Stage = Literal["genoemd", "benaderd", "gesproken", "doet_mee", "even_niet", "gestopt"]
LONG = 90
"""After so many days without any contact an organisation is on the list to call."""


@dataclass(frozen=True)
class Contact:
    """One time that there was contact; not `heard` when the alliance only asked."""

    organisation: str
    on: date
    way: str
    heard: bool
    note: str | None
    talk: str | None  # what can be taken back; None: what happened tells it
    noted_by: str
    about: str | None  # the stream of what it was about
    first_on: date  # when that was for the first time


@dataclass(frozen=True)
class Standing:
    """How it stands with an organisation."""

    organisation: str
    name: str
    sector: str
    phone: str | None
    takes_part: bool
    taking_part_on: date | None
    left_on: date | None
    paused_on: date | None
    paused_why: Pause | None
    again_on: date | None
    heard: Contact | None  # the last time both heard each other; None: nobody wrote any down
    asked: Contact | None  # the last time the alliance asked, and heard nothing back then

    @property
    def stage(self) -> Stage:
        """The stage it is in: the first that applies, so that nobody keeps a second truth."""
        if self.left_on:
            return "gestopt"
        if self.paused_on:
            return "even_niet"
        if self.takes_part:
            return "doet_mee"
        if self.heard:
            return "gesproken"
        return "benaderd" if self.asked else "genoemd"

    @property
    def since(self) -> date | None:
        """Since when it is in that stage; None while nobody approached it."""
        return {
            "gestopt": self.left_on,
            "even_niet": self.paused_on,
            "doet_mee": self.taking_part_on,
            "gesproken": self.heard.first_on if self.heard else None,
            "benaderd": self.asked.first_on if self.asked else None,
            "genoemd": None,
        }[self.stage]

    @property
    def waits(self) -> Contact | None:
        """What the alliance asked last, when it heard nothing since."""
        later = self.asked and (self.heard is None or self.asked.on > self.heard.on)
        return self.asked if later else None

    def is_silent(self, today: date, days: int = LONG) -> bool:
        """Whether nobody was in touch for so many days with one that should hear from us."""
        if self.stage in ("genoemd", "gestopt") or (self.again_on and self.again_on > today):
            return False
        if self.again_on and (self.heard is None or self.heard.on < self.again_on):
            return True
        return self.heard is None or self.heard.on <= today - timedelta(days=days)
