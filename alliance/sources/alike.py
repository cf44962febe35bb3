"""Names that are the same, and names that are alike: for finding what stands there twice."""

import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache

NOT_TELLING = frozenset({"stichting", "st", "vereniging", "de", "het", "een", "t", "en", "bv"})
"""Words that one list writes before a name and another leaves out."""
NEAR = 0.82
"""How much of two names must be equal to ask whether they are the same."""


@lru_cache(maxsize=20_000)
def plain(name: str) -> str:
    """A name without capitals, accents, signs and words that tell nothing."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(sign if sign.isalnum() else " " for sign in bare if sign.isascii())
    words = letters.split()
    return " ".join([word for word in words if word not in NOT_TELLING] or words)


def same(one: str, other: str) -> bool:
    """Whether two names are written differently at most in capitals, accents and signs."""
    return bool(plain(one)) and plain(one) == plain(other)


def alike(one: str, other: str) -> bool:
    """Whether two names may well be of the same; never sure, so a person is asked."""
    here, there = plain(one), plain(other)
    if not here or not there:
        return False
    if within(here, there) or within(there, here):
        return True
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    if matcher.real_quick_ratio() < NEAR or matcher.quick_ratio() < NEAR:
        return False
    return matcher.ratio() >= NEAR


def within(short: str, long: str) -> bool:
    """Whether every word of one name stands in the other, or begins one there."""
    words = long.split()
    return all(
        any(other == word or (len(word) > 2 and other.startswith(word)) for other in words)
        for word in short.split()
    )


def nearest(name: str, known: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The keys of the names that are alike, the nearest first; `known` pairs keys and names."""
    found = [(key, other) for key, other in known if alike(name, other)]
    ranked = sorted(found, key=lambda one: -nearness(name, one[1]))
    return (key for key, _ in ranked)


def nearness(one: str, other: str) -> float:
    """How near two names are, from 0 to 1."""
    return SequenceMatcher(None, plain(one), plain(other), autojunk=False).ratio()
