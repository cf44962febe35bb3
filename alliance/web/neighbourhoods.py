"""The places people choose from, and what lies near each of them."""

from collections import Counter

from alliance.projections import places
from alliance.web.pages import ask

LEVELS = ("gemeente", "gebied", "wijk", "buurt")


def everywhere() -> dict[str, str]:
    """Every place by its key: the gemeente, gebieden, wijken and buurten, told apart by name."""
    areas = ask(places.areas).values()
    found: list[tuple[str, str, str]] = [(one.code, one.name, one.level) for one in areas]
    found += [(one.gebied, one.name, "gebied") for one in ask(places.gebieden)]
    found.sort(key=lambda one: (LEVELS.index(one[2]), one[1]))
    times = Counter(name for _, name, _ in found)
    return {
        key: f"heel {name}" if level == "gemeente" else told_apart(name, level, times[name] > 1)
        for key, name, level in found
    }


def told_apart(name: str, level: str, twice: bool) -> str:
    """A name, with what it is the name of where there are two of it."""
    return f"{name} ({level})" if twice else name


def near(code: str | None) -> tuple[str, ...]:
    """Every code that counts for this wijk, buurt or gebied; itself when it is unknown."""
    if not code:
        return ()
    found = ask(places.places).get(code)
    return tuple(found.near) if found else (code,)
