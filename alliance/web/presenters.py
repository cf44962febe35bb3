"""Who introduces a point of an agenda: what can be typed, and how it is said."""

from alliance.projections import people
from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.pages import ask
from alliance.web.people import name_shown

NOBODY_KNOWN = (
    "Kies iemand van de groep, een organisatie, de voorzitter of de aanjager. Typ het begin en kies"
    " uit de lijst, of laat het leeg."
)


def presenters(group: str) -> dict[str, str]:
    """Who can be typed for a group, and the key each stands for: roles, members, organisations."""
    found = {words: f"role:{role}" for role, words in names.PRESENTERS.items()}
    found |= {words_of(seat): f"member:{seat.member}" for seat in ask(people.seats, group)}
    theirs = ask(people.listed, taking_part=True)
    return found | {one.name: f"organisation:{one.organisation}" for one in theirs}


def words_of(seat: people.Seat) -> str:
    """Someone in a group, as one picks them: a name where the reader may see it."""
    ours = names.name_of("organisation", seat.organisation) if seat.organisation else ""
    named = name_shown(seat.member)
    return ", ".join(filter(None, [named, ours])) if named else names.who_is(seat.member)


def presenter_typed(typed: Typed, group: str, field: str = "presenter") -> str | None:
    """Who was typed, in full or the beginning of one; who is not known is a fault."""
    said = typed.text(field).casefold()
    if not said:
        return None
    known = presenters(group)
    exact = [key for words, key in known.items() if words.casefold() == said]
    begun = [key for words, key in known.items() if words.casefold().startswith(said)]
    found = exact or begun
    if len(found) == 1:
        return found[0]
    typed.faults[field] = NOBODY_KNOWN
    return None


def presenter_as_typed(presenter: str | None, group: str) -> str:
    """What stands in the field for who was chosen before."""
    known = {key: words for words, key in presenters(group).items()}
    return known.get(presenter) or names.presenter(presenter) if presenter else ""
