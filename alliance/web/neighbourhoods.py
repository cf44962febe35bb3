"""The wijken and gebieden people choose from, and what lies near each of them."""

from alliance.projections import places
from alliance.web.pages import ask


def options() -> list[tuple[str, str]]:
    """The alliance's own gebieden and the wijken, each with its name; not the many buurten."""
    own = [(one.gebied, one.name) for one in ask(places.gebieden)]
    taken = {name for _, name in own}
    wijken = [(one.code, one.name) for one in ask(places.wijken)]
    return own + [(code, f"{name} (wijk)" if name in taken else name) for code, name in wijken]


def near(code: str | None) -> tuple[str, ...]:
    """Every code that counts for this wijk, buurt or gebied; itself when it is unknown."""
    if not code:
        return ()
    found = ask(places.places).get(code)
    return tuple(found.near) if found else (code,)
