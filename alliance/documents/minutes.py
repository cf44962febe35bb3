"""Minutes as plain text: to copy into a mail, or to read without the site."""

from collections.abc import Sequence

from alliance.dutch import capital, day, hour, listed, weekday
from alliance.events.records import Minutes, MinutesItem, MinutesLine

CONCEPT = "Dit verslag is nog niet vastgesteld."


def minutes_text(minutes: Minutes, *, approved: str | None = None) -> str:
    """All of it as plain text, with when it was `approved`, or that it was not."""
    where = f"Waar: {minutes.place}" if minutes.place else ""
    at = f", {hour(minutes.start)}" if minutes.start else ""
    head = [
        f"Verslag {minutes.title}",
        "\n".join(filter(None, [f"Wanneer: {weekday(minutes.on)}{at}", where, *seats(minutes)])),
        approved or CONCEPT,
    ]
    items = (told(number, item) for number, item in enumerate(minutes.items, 1))
    return "\n\n".join([*head, *items])


def seats(minutes: Minutes) -> Sequence[str]:
    """Who was there, as organisations."""
    words = {
        "Aanwezig": minutes.present,
        "Afgemeld": minutes.excused,
        "Niet aanwezig": minutes.absent,
    }
    return [f"{word}: {listed(who)}" for word, who in words.items() if who]


def told(number: int, item: MinutesItem) -> str:
    """One point with what came of it."""
    lines = [f"   {capital(one.kind)}: {in_words(one)}" for one in item.lines]
    return "\n".join([f"{number}. {item.title}", *(lines or ["   Niets vastgelegd."])])


def in_words(line: MinutesLine) -> str:
    """One line, with who does it and before when."""
    word = "opnieuw bekijken vanaf" if line.kind == "besluit" else "vóór"
    more = [line.name or "", f"{word} {day(line.day)}" if line.day else ""]
    told = ", ".join(filter(None, more))
    return f"{line.statement} ({told})" if told else line.statement
