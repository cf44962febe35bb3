"""The one mail that has everything in it: what someone agreed, was asked, and where to be.

Whoever never signs in gets one a month, in which all questions stand on one page.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from alliance.documents import invitations, offers_check
from alliance.documents.invitations import Invitation
from alliance.documents.letters import CLOSING, PREFER, Letter, links
from alliance.documents.offers_check import Check, Noted
from alliance.documents.week_since import Link, Since
from alliance.documents.week_since import told as told_since
from alliance.dutch import day, hour, listed, several, weekday

Ways = Sequence[tuple[str, str]]
"""The answers that can be given: words, and the address in full."""
LATE, DUE, ASKED, MEETINGS = (
    "LUKT HET NOG?", "DIT SPRAK JE AF", "EEN VRAAG AAN JOU", "BIJEENKOMSTEN"
)  # fmt: skip
ON_ONE_PAGE = "Antwoord op alles op één pagina"
NO_LOGIN = "Je hoeft niet in te loggen."
MINUTES = "HET VERSLAG"
FAULT = "Klopt er iets niet in een verslag? Antwoord op deze mail."
GUEST = "Jullie zijn gevraagd als gast."
SAID = {"ja": "Je zei dat je komt.", "nee": "Je meldde je af."}
FEW = 5
"""How much of one kind stands in a letter; the rest is one tap away."""


@dataclass(frozen=True)
class Task:
    """Something that one recipient agreed to, or is asked to do."""

    action: str
    title: str
    by_when: date | None = None
    asked_by: str = ""  # in words; empty when it was agreed
    noted: bool = False  # someone else wrote down what the recipient answered
    considered: bool = False  # the recipient talks it over first
    backed: str = ""  # what their manager said, in words
    doubt: str = ""  # what looks odd of it, in a sentence
    odd: str = ""  # and what can be answered to that

    @property
    def asks(self) -> str:
        """How a letter asks about it, for what can be answered."""
        return "question" if self.asked_by else self.odd

    @property
    def how(self) -> str:
        """How it stands, for what can be answered on a page."""
        return self.asks or ("noted" if self.noted else "")


@dataclass(frozen=True)
class Gathering:
    """A meeting someone is expected at."""

    meeting: str
    group: str
    on: date
    start: time | None = None
    place: str | None = None
    guest: bool = False  # asked for an organisation, from outside the group
    said: str = ""  # ja, nee, or nothing yet


@dataclass(frozen=True)
class Held:
    """A meeting that was held, with its minutes as they may leave the group."""

    meeting: str
    minutes: str


@dataclass(frozen=True)
class Share:
    """All there is to say to one recipient."""

    late: tuple[Task, ...] = ()
    due: tuple[Task, ...] = ()
    asked: tuple[Task, ...] = ()
    meetings: tuple[Gathering, ...] = ()  # soon enough to say something about
    later: tuple[Gathering, ...] = ()  # told when there is a mail anyhow
    checks: tuple[Check, ...] = ()  # per organisation what stands about its offers
    noted: tuple[Noted, ...] = ()  # told when there is a mail anyhow
    held: tuple[Held, ...] = ()  # since the mail before this one
    invited: tuple[Invitation, ...] = ()  # to the programme of a week
    since: Since = Since()  # what happened since the letter before

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to mail about."""
        said = self.tasks or self.meetings or self.checks or self.held or self.invited
        return not said and self.since.is_empty

    @property
    def is_check(self) -> bool:
        """Whether all it asks is whether what stands about offers is right."""
        others = self.tasks or self.meetings or self.held or self.invited
        return bool(self.checks) and not others and self.since.is_empty

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Everything that can be answered, in the order of the letter."""
        return (*self.late, *self.due, *self.asked)

    def __add__(self, other: "Share") -> "Share":
        """Both in one letter; a meeting that both go to stands there once."""
        return Share(
            late=(*self.late, *other.late),
            due=(*self.due, *other.due),
            asked=(*self.asked, *other.asked),
            meetings=tuple(dict.fromkeys((*self.meetings, *other.meetings))),
            later=tuple(dict.fromkeys((*self.later, *other.later))),
            checks=tuple(dict.fromkeys((*self.checks, *other.checks))),
            noted=tuple(dict.fromkeys((*self.noted, *other.noted))),
            held=tuple(dict.fromkeys((*self.held, *other.held))),
            invited=tuple(dict.fromkeys((*self.invited, *other.invited))),
            since=self.since + other.since,
        )

    @property
    def in_short(self) -> str:
        """What the letter holds, in one line."""
        agreed = len(self.late) + len(self.due)
        parts = (
            (agreed, "afspraak", "afspraken"),
            (len(self.asked), "vraag", "vragen"),
            (sum(len(one.offers) for one in self.checks), "aanbod", "keer aanbod"),
            (len(self.meetings), "bijeenkomst", "bijeenkomsten"),
            (len(self.held), "verslag", "verslagen"),
            (len(self.invited), "uitnodiging", "uitnodigingen"),
            *self.since.numbers,
        )
        return listed(several(number, one, more) for number, one, more in parts if number)


@dataclass(frozen=True)
class Frame:
    """What stands around the share in a letter, and where its answers lead."""

    greeting: str  # "Dag Fatima,"
    site: str
    monthly: bool
    good_until: date  # the last day of the links
    prefer: str  # the address where one chooses how to hear from us
    ways: Callable[[Task], Ways] | None = None  # per task; None: all on one page
    coming: Callable[[Gathering], Ways] | None = None  # per meeting; None: all on one page
    link: Link = lambda act, stream, end: ""  # to one thing that is done without signing in
    on_one_page: str = ""  # its address
    check: str = ""  # where one says whether what stands about offers is right
    opening: str = ""  # words of the aanjager, instead of ours
    invite: Callable[[Invitation], str] | None = None  # where an invitation is answered


def draw(share: Share, frame: Frame) -> Letter:
    """The letter with everything in it, as it waits in the outbox."""
    period = "maand" if frame.monthly else "week"
    opening = frame.opening or f"Dit is er deze {period} voor je."
    about = f"Jouw {period}: {share.in_short}"
    subject = offers_check.subject(share.checks) if share.is_check else about
    return Letter(subject, written(share, frame, opening))


def remind(share: Share, frame: Frame) -> Letter:
    """The letter for who asked to be reminded: of what has its day, or had it."""
    what = share.tasks[0].title if len(share.tasks) == 1 else share.in_short
    return Letter(f"Herinnering: {what}", written(share, frame, "Je vroeg om een herinnering."))


def written(share: Share, frame: Frame, opening: str) -> str:
    """What a letter says, from its greeting to how to get no more."""
    parts = [frame.greeting, opening, *told(share, frame)]
    if share.tasks or share.meetings or share.since.asks:
        page = f"{ON_ONE_PAGE}:\n{frame.on_one_page}\n\n" if frame.on_one_page else ""
        parts.append(f"{page}{NO_LOGIN} De links werken tot {day(frame.good_until)}.")
    elif share.checks or share.noted or share.invited:
        parts.append(f"{NO_LOGIN} De link werkt tot {day(frame.good_until)}.")
    parts += [CLOSING, f"{PREFER}:\n{frame.prefer}"]
    return "\n\n".join(parts) + "\n"


def told(share: Share, frame: Frame) -> Iterator[str]:
    """The parts of a letter that have something to say, each under its head."""
    for head, tasks in ((LATE, share.late), (DUE, share.due), (ASKED, share.asked)):
        if tasks:
            rest = len(tasks[FEW:])
            more = f"En nog {rest}. Je ziet ze op {frame.site}/afspraken/?van=mij" if rest else ""
            yield "\n\n".join(
                [head, *(one_task(task, frame) for task in tasks[:FEW]), *([more] if more else [])]
            )
    if share.checks:
        yield offers_check.written(share.checks, frame.check)
    if share.noted:
        yield offers_check.noted_in_words(share.noted, frame.check)
    if share.invited and frame.invite:
        yield invitations.told(share.invited, frame.invite)
    yield from told_since(share.since, frame.link)
    meetings = (*share.meetings, *share.later)
    if meetings:
        yield "\n\n".join([MEETINGS, *(one_meeting(one, frame) for one in meetings)])
    if share.held:
        yield "\n\n".join([MINUTES, *(one_held(one, frame.site) for one in share.held), FAULT])


def one_task(task: Task, frame: Frame) -> str:
    """What was agreed or asked, and the answers that can be given."""
    until = f"Vóór {weekday(task.by_when)}." if task.by_when else ""
    asked = f"{task.asked_by} vraagt dit." if task.asked_by else ""
    doubt = f"Klopt dit nog? {task.doubt}" if task.doubt else ""
    when = "" if doubt else f"{asked} {until}".strip()
    said = "\n".join(line for line in (task.title, when, doubt, task.backed) if line)
    return f"{said}\n\n{links(frame.ways(task))}".rstrip() if frame.ways else said


def one_meeting(one: Gathering, frame: Frame) -> str:
    """When and where a group meets, with its agenda, and how to say whether one comes."""
    when = ", ".join(part for part in (weekday(one.on), hour(one.start), one.place) if part)
    lines = [f"{one.group}: {when}.", GUEST if one.guest else "", SAID.get(one.said, "")]
    page = "" if one.guest else f"{frame.site}/bijeenkomsten/{one.meeting}"
    told = "\n".join(filter(None, [*lines, page]))
    return f"{told}\n\n{links(frame.coming(one))}".rstrip() if frame.coming else told


def one_held(one: Held, site: str) -> str:
    """The minutes of a meeting, and where they stand."""
    return f"{one.minutes}\n\nOp de site, ook als PDF:\n{site}/bijeenkomsten/{one.meeting}/verslag"
