"""Does an offer suit a persona? Once per pair, wherever the persona lives."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from alliance.events.base import Code
from alliance.events.words import FitRow, Term
from alliance.matching.cards import Offer, Persona, Words
from alliance.matching.sentences import QUESTIONS, quoted, spoken
from alliance.matching.verdicts import Reason, Verdict, first_verdict

FRESH = timedelta(days=183)
"""How long a confirmation holds: contacts are asked twice a year whether their offer is right.

Our own choice, for the alliance to confirm. The directory food-oasis takes about six months too.
"""
COMES_TO_YOU = {"aan_huis": "aan huis", "telefoon": "per telefoon", "online": "online"}
"""How an offer may reach someone who stays at home."""
EVERYONE = "iedereen"
"""The kind of a target group that every resident belongs to."""
UNDECIDED = "onbepaald"
"""The kind of a target group of which nobody said who belongs to it."""
FIT_WORDS = {
    "P": "past",
    "C": "past onder voorwaarde",
    "L": "past pas later",
    "F": "lukte elders niet",
    ".": "niet besproken",
    "N": "past niet",
}
"""The codes of the fit table, best first: for someone of several levels the best counts.

Unsuitable stands last: where another level was not discussed, that is not a no.
"""
BEST = {code: turn for turn, code in enumerate(FIT_WORDS)}
FIT_VERDICTS: dict[str, Verdict] = {
    "C": "voorwaarde",
    "L": "later",
    "F": "misschien",
    ".": "misschien",
    "N": "past_niet",
}


@dataclass(frozen=True, slots=True)
class Fit:
    """How an offer suits a persona: the verdict, and every reason."""

    verdict: Verdict
    reasons: tuple[Reason, ...]


def fit(persona: Persona, offer: Offer, today: date) -> Fit:
    """What every rule says of this pair; place and need come after."""
    return suits(persona, offer, stands(offer, persona.words, today))


def stands(offer: Offer, words: Words, today: date) -> tuple[Reason, ...]:
    """How an offer stands by itself, whoever it is held against: once per offer."""
    return (
        *kind_counts(offer, words),
        *runs(offer, today),
        *room(offer),
        *confirmation(offer, today),
    )


def suits(persona: Persona, offer: Offer, standing: tuple[Reason, ...]) -> Fit:
    """How an offer that stands like this suits a persona: once per pair."""
    reasons = (
        *target_group(persona, offer),
        *standing,
        *thresholds(persona, offer),
        *level(persona, offer),
    )
    return Fit(first_verdict(reasons), reasons)


def beside(persona: Persona, offer: Offer) -> tuple[Reason, ...]:
    """What stands beside the verdict and changes nothing: hearing of the offer, and advice."""
    return (*hearing(persona, offer), *advice(persona, offer))


def kind_counts(offer: Offer, words: Words) -> Iterator[Reason]:
    """An offer of a kind that only finds, guides or trains people is no cover."""
    kind = words.kinds.get(offer.kind or "")
    if kind is None or kind.counts is None:
        text, question = "Wat voor soort aanbod dit is, weten we niet.", "Wat voor aanbod is {}?"
        yield Reason("soort", text, "misschien", question.format(offer.name))
    elif not kind.counts:
        yield Reason("soort", f"“{kind.label}” vervult zelf geen behoefte.", "telt_niet")


def runs(offer: Offer, today: date) -> Iterator[Reason]:
    """Planned, paused and ended offers do not count."""
    if offer.ends and offer.ends < today:
        yield Reason("looptijd", f"Gestopt op {spoken(offer.ends)}.", "telt_niet")
    elif offer.starts and offer.starts > today:
        yield Reason("plan", f"Begint pas op {spoken(offer.starts)}.", "telt_niet")
    elif offer.stage == "gepland":
        yield Reason("plan", "Gepland: het loopt nog niet.", "telt_niet")
    elif offer.paused:
        yield Reason("looptijd", "Ligt nu stil.", "telt_niet")


def target_group(persona: Persona, offer: Offer) -> Iterator[Reason]:
    """An offer is for who belongs to one of its target groups; unknown is no no."""
    known = persona.words.groups
    groups = [known.get(code) or Term(code=code, label=code) for code in offer.target_groups]
    open_to = [group for group in groups if group.kind == EVERYONE or group.code in persona.groups]
    unclear = any(group.kind == UNDECIDED or group.code not in known for group in groups)
    if open_to:
        yield Reason("doelgroep", f"Is voor {quoted(group.label for group in open_to)}.")
    elif not groups or unclear or not persona.groups:
        text = f"Of {persona.name} bij de doelgroep hoort, weten we niet."
        yield Reason("doelgroep", text, "misschien", f"Voor wie is {offer.name}?")
    else:
        who = quoted(group.label for group in groups)
        text = f"Is voor {who}. Daar hoort {persona.name} niet bij."
        yield Reason("doelgroep", text, "telt_niet")


def room(offer: Offer) -> Iterator[Reason]:
    """A full offer helps nobody now; not knowing whether there is room holds nobody back."""
    if offer.capacity == "vol":
        yield Reason("ruimte", "Er is geen plek.", "vol")
    elif offer.capacity == "wachtlijst":
        yield Reason("ruimte", "Er is een wachtlijst.", "vol")


def thresholds(persona: Persona, offer: Offer) -> Iterator[Reason]:
    """Each drempel of the persona has one of three answers; only a certain one blocks."""
    for drempel in persona.drempels:
        label, code = quoted([drempel.label]), drempel.code
        removed, present = code in offer.barriers_removed, code in offer.barriers_present
        way = COMES_TO_YOU.get(offer.reach or "")
        if present and not removed:
            yield Reason("drempel", f"Heeft een drempel voor {persona.name}: {label}.", "drempel")
        elif removed and not present:
            yield Reason("drempel", f"Neemt deze drempel weg: {label}.")
        elif code == "mobiliteit" and way:
            yield Reason("drempel", f"Is {way}: dan hoeft {persona.name} nergens heen.")
        else:
            question = QUESTIONS.get(code, f"Wat doet {{}} voor mensen met deze drempel: {label}?")
            text = f"Of deze drempel er is, weten we niet: {label}."
            yield Reason("drempel", text, "misschien", question.format(offer.name))


def level(persona: Persona, offer: Offer) -> Iterator[Reason]:
    """What the fit table says of this kind of offer; a verdict for older people only."""
    if not persona.older:
        return
    best, unsaid = best_row(persona, offer)
    if best is None or best.code == "." or (unsaid and best.code == "N"):
        text = "Of dit past bij hoe hardnekkig het is, weten we niet."
        yield Reason("niveau", text, "misschien")
    else:
        yield Reason("niveau", table_sentence(best, persona.words), FIT_VERDICTS.get(best.code))


def best_row(persona: Persona, offer: Offer) -> tuple[FitRow | None, bool]:
    """The best row of the fit table for the persona's levels; whether a level has no row."""
    known = persona.words.fit
    rows = [row for one in persona.levels if (row := known.get((offer.kind or "", one)))]
    best = min(rows, key=lambda row: BEST[row.code], default=None)
    return best, len(rows) < len(persona.levels)


def table_sentence(row: FitRow, words: Words) -> str:
    """What one row of the fit table says, with both profiles where they differ."""
    kind, one = words.kinds.get(row.kind), words.levels.get(row.level)
    about = quoted([kind.label if kind else row.kind])
    about += f" bij {quoted([one.label if one else row.level])}"
    both = " en ".join(FIT_WORDS[code] for code in row.profiles)
    apart = f" De twee profielen verschillen: {both}." if len(set(row.profiles)) > 1 else ""
    unsure = "" if row.confirmed else ", nog te bevestigen"
    return f"{about}: {FIT_WORDS[row.code]}.{apart} Bron: {row.source}{unsure}."


def confirmation(offer: Offer, today: date) -> Iterator[Reason]:
    """An offer counts fully when someone confirmed it within the freshness term."""
    question = f"Klopt wat er over {offer.name} staat?"
    if offer.confirmed_on is None:
        text = "Nog te bevestigen: niemand zei nog dat dit klopt."
        yield Reason("bevestiging", text, "misschien", question)
    elif today - offer.confirmed_on > FRESH:
        text = f"Voor het laatst bevestigd op {spoken(offer.confirmed_on)}: te lang geleden."
        yield Reason("bevestiging", text, "verouderd", question)
    else:
        yield Reason("bevestiging", f"Bevestigd op {spoken(offer.confirmed_on)}.")


def hearing(persona: Persona, offer: Offer) -> Iterator[Reason]:
    """Whether the persona hears of this offer, and what would help."""
    name = persona.name
    answers = {code: heard(persona, code) for code in offer.channels}
    along = [code for code, answer in answers.items() if answer == "ja"]
    if along:
        yield Reason("kanaal", f"{name} hoort hiervan via {channels(along, persona.words)}.")
    elif answers and set(answers.values()) == {"nee"}:
        works = channels(along_which(persona), persona.words)
        helps = f" Wel te bereiken via {works}." if works else ""
        yield Reason("kanaal", f"{name} hoort hier niet van.{helps}")
    else:
        yield Reason("kanaal", f"Of {name} hiervan hoort, weten we niet.")
    for code in sorted(persona.unheard.difference(offer.barriers_removed)):
        barrier = persona.words.barriers.get(code)
        label = quoted([barrier.label if barrier else code])
        yield Reason("kanaal", f"Bij {name} staat {label}: iemand moet het aanwijzen.")


def along_which(persona: Persona) -> list[Code]:
    """The channels that reach the persona, without those of which a narrower one is known."""
    known = persona.words.channels
    reaching = [code for code, answer in persona.hears.items() if answer == "ja"]
    wider = {term.parent for code in reaching if (term := known.get(code))}
    return [code for code in reaching if code not in wider]


def heard(persona: Persona, channel: Code) -> str:
    """Whether a channel reaches the persona: a wider one that does not, rules it out."""
    own = persona.hears.get(channel)
    term = persona.words.channels.get(channel)
    wider = persona.hears.get(term.parent or "") if term else None
    return own or ("nee" if wider == "nee" else "onbekend")


def advice(persona: Persona, offer: Offer) -> Iterator[Reason]:
    """What to keep in mind: it never blocks."""
    for barrier in persona.belemmeringen:
        text = f"Houd rekening met {quoted([barrier.label])}. Vraag of iemand meegaat."
        yield Reason("belemmering", text)
    best, _ = best_row(persona, offer)
    if best and best.code != "." and not persona.older:
        said = table_sentence(best, persona.words)
        yield Reason("niveau", f"Advies, gemaakt voor ouderen en dus geen oordeel. {said}")


def channels(codes: Iterable[Code], words: Words) -> str:
    """The labels of these channels, as a list in words."""
    return quoted(term.label if (term := words.channels.get(code)) else code for code in codes)
