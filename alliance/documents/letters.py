"""Letters: what a mail says, drawn as plain text from what it is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from alliance import dutch, tickets

CLOSING = "[groet van de aanjager]"
"""Stands for who writes until the letter leaves, so that no name waits in the outbox."""
PREFER = "Liever een andere dag, een belletje of geen mail? Kies het hier"
RENEWED = """Dag,

Je vroeg een nieuwe link. Het gaat over: {title}.

{links}
De link werkt tot {until}. Op de pagina tik je op een knop; dan pas staat je
antwoord erin. Vroeg je hier niet om? Dan hoef je niets te doen.

[groet van de aanjager]
"""


@dataclass(frozen=True)
class Letter:
    """What a mail says; its links work once it is signed."""

    subject: str
    body: str


def changed_meeting(
    greeting: str,
    *,
    group: str,
    on: date,
    start: time | None,
    place: str | None,
    reason: str | None,
    was_on: date | None,
    page: str,
    prefer: str,
) -> Letter:
    """The mail about a meeting that has another day now, or that does not go on (`was_on` None)."""
    when = ", ".join(part for part in (dutch.weekday(on), dutch.hour(start), place) if part)
    if was_on is None:
        subject = f"Gaat niet door: {group}, {dutch.weekday(on)}"
        news = f"De bijeenkomst van {group} op {dutch.weekday(on)} gaat niet door."
    else:
        subject = f"Verplaatst: {group}, nu {dutch.weekday(on)}"
        moved = f"De bijeenkomst van {group} van {dutch.weekday(was_on)} is verplaatst."
        news = f"{moved}\n\nNu: {when}."
    why = f"Waarom: {reason}" if reason else ""
    parts = (greeting, news, why, f"Meer over deze bijeenkomst:\n{page}", CLOSING)
    said = "\n\n".join(part for part in (*parts, f"{PREFER}:\n{prefer}") if part)
    return Letter(subject, f"{said}\n")


def renewed(title: str, ways: Iterable[tuple[str, str]], now: datetime) -> Letter:
    """The mail with a new link in the place of one that was used or expired."""
    until = dutch.weekday(dutch.day_of(now + tickets.GOOD_FOR))
    body = RENEWED.format(title=title, links=links(ways), until=until)
    return Letter(f"Je nieuwe link: {title}", body)


def links(ways: Iterable[tuple[str, str]]) -> str:
    """Each answer with its address in full below it."""
    return "".join(f"{words}:\n{address}\n\n" for words, address in ways)


def ways(site: str, number: str, act: str, stream: str, how: str = "") -> list[tuple[str, str]]:
    """The answers of a ticket for this act with this subject: words, and the address in full."""
    found = tickets.answers(act, stream, how)
    return [(words, site + tickets.address(number, end)) for end, words in found.items()]
