"""Picking from a list: at most seven at once, and from a longer one by a few letters of a name."""

import unicodedata
from collections.abc import Mapping, Sequence

from alliance.readers import Filled

AT_ONCE = 7
"""Nobody chooses from more than seven."""
NONE = "geen"
"""What is sent when none of the list is meant."""
Names = Mapping[str, str]


def pick(typed: Filled, name: str, known: Names, of: str = "") -> str | None:
    """What was picked from a list in a form or an address, or None; what is unclear is a fault.

    `of` is the name under which it was searched, when that is another than the field's.
    """
    try:
        return read_pick(typed.text(of or name), "" if of else typed.text(f"{name}-keuze"), known)
    except ValueError as why:
        typed.faults[name] = str(why)
        return None


def read_pick(typed: str, offered: str, known: Names) -> str | None:
    """The key of what was picked, None when nothing was; raises ValueError with what to do.

    `typed` is a key or a part of a name, `offered` the key of what was offered beside it.
    """
    found = dict(finds(typed, known))
    meant = exact(typed, known)
    if len(meant) == 1 and offered != NONE:
        return meant[0]
    if offered in known and (offered in found or offered == NONE or not typed):
        return offered
    if not typed:
        return None
    if not found:
        raise ValueError(f"In de lijst staat geen “{typed}”. Zoek op een deel van de naam.")
    raise ValueError("Kies hieronder wat je bedoelt, of typ meer letters.")


def exact(typed: str, known: Names) -> list[str]:
    """The keys with that whole name, however it was written, or the key that was sent.

    A key that is a part of another name too may have been typed as a word: then it says nothing.
    """
    wanted = plain(typed)
    if named := [key for key, name in known.items() if plain(name) == wanted]:
        return named
    others = [key for key, _ in finds(typed, known) if key != typed]
    return [typed] if typed in known and not others else []


def finds(typed: str, known: Names) -> Sequence[tuple[str, str]]:
    """The keys and names that hold each word that was typed; first those that begin with it."""
    wanted = plain(typed)
    words = wanted.split()
    held = [one for one in known.items() if all(word in plain(one[1]) for word in words)]
    return sorted(held, key=lambda one: not plain(one[1]).startswith(wanted)) if words else []


def plain(line: str) -> str:
    """A line without capitals, accents and double spaces."""
    parts = unicodedata.normalize("NFKD", line.casefold())
    return " ".join("".join(one for one in parts if not unicodedata.combining(one)).split())
