"""What is told of actions: one action as it stands, a filter, and numbers of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from alliance.dutch import day, several
from alliance.events.actions import Backing, Every, No, Via
from alliance.events.state import LinkKind
from alliance.projections.action_tables import QUESTIONS

Asked = Literal["gevraagd", "overleg", "andere_datum", "afgewezen"]
"""How a question stands that is not answered with a yes: the first two wait for who was asked."""
Status = Asked | Literal["open", "gedaan", "niet_doorgegaan", "teruggenomen"]
Missing = Literal["owner", "by_when", "result"]


SILENT, FIRST = 90, 14
"""After so many days without news whoever does it is asked; so much later the aanjager sees it."""
SOON = timedelta(days=7)
"""Within so long whoever took a question hears what came of it."""


@dataclass(frozen=True)
class Eyes:
    """Whose moved, dropped and late actions someone may see: their own, and of their groups."""

    member: str = ""
    groups: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gone:
    """Who no longer takes part: what is still theirs needs a successor."""

    members: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True)
class Serving:
    """What serves a pillar: agreements themselves, else those of these results and themes."""

    actions: tuple[str, ...]
    others: tuple[str, ...]  # agreements that serve another pillar themselves
    results: tuple[str, ...]
    themes: tuple[str, ...]


@dataclass(frozen=True)
class Filter:
    """Which actions are asked for; without a status all that were not taken back."""

    status: Status | None = None
    mine: str | None = None  # owned by this member, or written down by them for nobody yet
    owner: str | None = None
    author: str | None = None
    asker: str | None = None  # asked by this member
    asked: Eyes | None = None  # waiting for an answer of this member, or of their organisations
    organisation: str | None = None
    group: str | None = None
    meeting: str | None = None
    theme: str | None = None
    result: str | None = None
    persona: str | None = None
    planned: tuple[str, ...] = ()  # carrying out one of these actions of the plan
    areas: tuple[str, ...] = ()
    anyone: bool = False  # asked of anyone, and taken by nobody yet
    to_tell: bool = False  # taken by someone who did not hear yet what came of it
    waiting: bool = False  # for an answer of who was asked
    to_settle: bool = False  # answered with a no or another date
    past_date: bool = False  # open, while the day agreed on has been
    missing: Missing | None = None  # open, without this
    silent: int = 0  # open, its day still to come, and so many days without news
    odd: tuple[str, ...] = ()  # or one of these, beside what is silent
    done_by: Eyes | None = None  # owned by this member, or of their organisations without a name
    gone: Gone | None = None  # not ended, and of someone who is gone
    serves: Serving | None = None  # a pillar of the national programme
    seen_by: Eyes | None = None  # without what these eyes may not see; None sees everything


@dataclass(frozen=True)
class Ask:
    """What was said to a question."""

    action: str
    answer_by: date | None = None
    why: No | None = None
    said: str | None = None  # in a sentence, beside a no or another date
    proposed: date | None = None
    question: str | None = None  # to the own manager
    backing: Backing | None = None
    limit: str | None = None
    disputed_on: date | None = None  # when they said that they never answered so
    taken_on: date | None = None  # when someone took what was asked of anyone
    told: str | None = None  # what they heard came of it
    told_on: date | None = None
    told_at: int | None = None

    @property
    def tell_by(self) -> date | None:
        """By when whoever took it hears what came of it; None when they did, or nobody took it."""
        return self.taken_on + SOON if self.taken_on and not self.told else None


@dataclass(frozen=True)
class ActionRow:
    """One action as it stands, `late` when its day has been and it is still open."""

    action: str
    title: str
    status: Status
    author: str
    asker: str | None  # who asked for it; None: agreed without being asked
    owner: str | None
    organisation: str | None
    group: str | None
    meeting: str | None
    theme: str | None
    result: str | None
    planned: str | None
    persona: str | None
    area: str | None
    without: tuple[LinkKind, ...]  # the links it has none of
    agreed_on: date
    since: date | None  # since when a question is somebody's turn
    news_on: date | None  # when someone last said something of it
    first_date: date | None
    by_when: date | None
    moved: int
    on: date | None
    ended_on: date | None
    yielded: str | None
    reason: str | None
    every: Every | None  # how often it comes back
    renews: str | None  # the one before, when it came back
    via: Via | None  # how the last answer came, when someone else wrote it down
    noted_by: str | None
    late: bool
    ask: Ask | None = None

    @property
    def behind(self) -> bool:
        """Whether it is late, moved, dropped or not answered: not for everyone to see."""
        moved = self.status == "open" and bool(self.moved)
        silent = self.status in QUESTIONS and not self.for_anyone
        return self.late or moved or silent or self.status == "niet_doorgegaan"

    @property
    def last_news(self) -> date:
        """When something was last said of it; at first that it was agreed."""
        return self.news_on or self.agreed_on

    @property
    def for_anyone(self) -> bool:
        """Whether whoever can is asked: a question without a name on it."""
        return self.status == "gevraagd" and not (self.organisation or self.owner)

    @property
    def whose(self) -> dict[str, str | None]:
        """Whose it is to answer: who wrote it down only when nobody was asked."""
        author = None if self.asker else self.author
        return {"author": author, "owner": self.owner, "organisation": self.organisation}

    @property
    def word(self) -> str:
        """How it stands, in a word or a question."""
        if self.for_anyone:
            return "wie kan dit?"
        if self.status != "open":
            return WORDS[self.status]
        if self.late:
            return "lukt het nog?"
        return "verschoven" if self.moved else "open"

    def waits(self, today: date) -> str:
        """Since when who waits for what, in a sentence; empty when nobody has to answer."""
        if self.ask is None or self.since is None:
            return ""
        match self.status:
            case "gevraagd":
                days = (today - self.since).days
                ago = f"sinds {several(days, 'dag', 'dagen')}" if days else "sinds vandaag"
                return f"{'Wacht' if self.for_anyone else 'Wacht op antwoord'} {ago}"
            case "overleg":
                return f"Overlegt eerst, antwoord vóór {day(self.ask.answer_by)}"
            case "andere_datum":
                return f"Stelt een andere datum voor: {day(self.ask.proposed)}"
            case "afgewezen":
                return f"Zei nee: {NO[self.ask.why or 'anders']}"
            case _:
                return ""


NO: dict[No, str] = {
    "geen_tijd": "geen tijd",
    "past_niet": "past niet bij ons",
    "geen_geld": "geen geld",
    "niet_hier": "niet in deze wijk",
    "anders": "een andere reden",
}
"""Why someone says no, in the words of the button."""
EVERY: dict[Every, str] = {
    "week": "elke week",
    "twee_weken": "elke twee weken",
    "maand": "elke maand",
    "kwartaal": "elk kwartaal",
    "half_jaar": "elk half jaar",
    "jaar": "elk jaar",
    "nooit": "niet meer",
}
"""How often something comes back."""
WORDS = {
    "gevraagd": "wacht op antwoord",
    "overleg": "overlegt eerst",
    "andere_datum": "andere datum voorgesteld",
    "afgewezen": "zei nee",
    "gedaan": "nagekomen",
    "niet_doorgegaan": "niet doorgegaan",
    "teruggenomen": "teruggenomen",
}


@dataclass(frozen=True)
class Counts:
    """How many actions stand how; what is not open has ended."""

    open: int = 0
    past_date: int = 0
    without_owner: int = 0
    without_date: int = 0
    without_result: int = 0
    done: int = 0
    dropped: int = 0
    waiting: int = 0  # for an answer


@dataclass(frozen=True)
class Behind:
    """How many of one group are late, moved, dropped in the past year, or wait for an answer."""

    group: str | None  # None: agreed outside any group
    late: int
    moved: int
    dropped: int
    waiting: int = 0
