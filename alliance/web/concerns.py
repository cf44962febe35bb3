"""What coverage found, in the words in which an agenda and the progress page bring it up."""

from collections.abc import Iterable, Mapping, Sequence

from alliance.dutch import capital, day, listed, number, several
from alliance.projections.actions_tried import Tried
from alliance.projections.agenda_concerns import Concern
from alliance.projections.agenda_points import some
from alliance.projections.coverage_gaps import Gap, ToConfirm
from alliance.projections.coverage_start import Share, Start, Unmet

NEVER = "offers:never"
UNKNOWN = "onbekend"
NOTHING_TRIED = (
    "Voor zover is opgeschreven, is hier de laatste twee jaar niets voor iemand als {} afgesproken."
)
Names = Mapping[str, str]


def facts_found(start: Start) -> list[Concern]:
    """What the offer and the personas show as a whole, each with its reason."""
    found = [first_needs(start.nothing_first, start.elsewhere)] if start.nothing_first else []
    if start.offers:
        found += [by_form(start), by_age(start)]
    if start.offers and len(start.never_confirmed) == len(start.offers):
        found.append(never_confirmed(start))
    return found


def first_needs(unmet: Sequence[Unmet], elsewhere: Sequence[Unmet]) -> Concern:
    """For whom nothing fits what they need first; what is not for the alliance stays no gap."""
    told = [f"{one.persona.name} ({one.persona.kind_label}): “{one.need.label}”" for one in unmet]
    many = several(len(unmet), "persona", "persona's")
    beside = [
        f"Wat iemand als {one.persona.name} het eerst wil (“{one.need.label}”), kan de alliantie"
        " niet oplossen. Dat telt hier niet mee: hiervoor is iemand anders nodig."
        for one in elsewhere
    ]
    return Concern(
        key="personas:first_need",
        title=f"Voor {many} past niets bij de eerste behoefte",
        reason=" ".join([f"Het gaat om iemand als {'; '.join(told)}.", *beside]),
        weight=4,
        streams=(*(f"persona:{one.persona.persona}" for one in unmet), "coverage:all"),
        minutes=15,
    )


def by_form(start: Start) -> Concern:
    """How the offer is spread over the forms of loneliness."""
    known = [share for share in start.by_form if share.code != UNKNOWN]
    told = listed(f"{number(len(one.offers))} op {one.label.lower()}" for one in known)
    least = [one.label.lower() for one in known if len(one.offers) <= len(start.offers) // 4]
    return Concern(
        key="offers:forms",
        title=capital(f"er is weinig aanbod bij {listed(least)}")
        if least
        else "Zo is het aanbod verdeeld over soorten eenzaamheid",
        reason=f"{of_all(start)} richten zich {told}. Een aanbod kan bij meer soorten horen."
        f"{not_known(start.by_form)}",
        weight=3,
        streams=("offers:all",),
    )


def by_age(start: Start) -> Concern:
    """For whom the offer is: older people, others, everyone."""
    told = {share.code: len(share.offers) for share in start.by_age}
    return Concern(
        key="offers:age",
        title="Voor wie is het aanbod dat er is?",
        reason=(
            f"{of_all(start)} zijn er {number(told['ouderen'])} alleen voor ouderen,"
            f" {number(told['anderen'])} voor andere groepen,"
            f" {number(told['iedereen'])} voor iedereen.{not_known(start.by_age)}"
        ),
        weight=2,
        streams=("offers:all",),
    )


def never_confirmed(start: Start) -> Concern:
    """No organisation ever said of any offer that it is right."""
    return Concern(
        key=NEVER,
        title="Geen enkel aanbod is ooit bevestigd",
        reason=(
            f"Van {several(len(start.offers), 'aanbod', 'keer aanbod')} zei nog geen organisatie:"
            " dit klopt. Zolang dat zo is, tellen we het als ‘past misschien’. Spreek af wie"
            " het navraagt."
        ),
        weight=1,
        streams=("offers:all",),
    )


def gaps_found(gaps: Iterable[Gap], known: Sequence[Tried], groups: Names) -> list[Concern]:
    """Where nothing fits: for whom, since when that is known, and what was tried."""
    return [
        Concern(
            key=gap.key,
            title=gap.title,
            reason=" ".join([gap.sentence, *seen(gap, groups), *attempts(gap, known)]),
            weight=gap.weight,
            target_groups=gap.target_groups,
            areas=(gap.area, *gap.wijken),
            streams=(gap.key,),
        )
        for gap in gaps
    ]


def seen(gap: Gap, groups: Names) -> list[str]:
    """Since when it is known that people like this persona live here, and from whom."""
    name, said = gap.persona.name, gap.seen
    if said.group is None:
        return [f"Het plan noemt iemand als {name} hier."]
    who, on = groups.get(said.group, said.group), f" op {day(said.on)}" if said.on else ""
    return [f"{who} zei{on} dat hier mensen zijn als {name}."]


def attempts(gap: Gap, known: Sequence[Tried]) -> list[str]:
    """What was done or agreed for it, as far as somebody wrote that down."""
    mine = [one for one in known if gap.is_for(one.persona, one.area)]
    done = [f"{one.title} ({day(one.done_on)})" for one in mine if one.title and one.done_on]
    agreed = [one.title for one in mine if one.title and not one.done_on]
    who = f"Voor iemand als {gap.persona.name} hier"
    told = [f"{who} al gedaan: {some(done)}."] if done else []
    told += [f"{who} al afgesproken: {some(agreed)}."] if agreed else []
    return told if mine else [NOTHING_TRIED.format(gap.persona.name)]


def to_ask(found: Iterable[ToConfirm]) -> list[Concern]:
    """The offers of which someone must ask whether they still are right."""
    return [
        Concern(
            key=one.key,
            title=one.offer.name,
            reason=capital(f"{one.state}."),
            weight=len(one.serves),
            target_groups=one.offer.target_groups,
            areas=one.offer.areas,
            streams=(f"offer:{one.offer.offer}",),
        )
        for one in found
    ]


def of_all(start: Start) -> str:
    """How many offers it is about, as the beginning of a count."""
    return f"Er is {number(len(start.offers))} keer aanbod. Daarvan"


def not_known(shares: Iterable[Share]) -> str:
    """How many offers nobody said it of, as a sentence, or nothing."""
    amount = sum(len(one.offers) for one in shares if one.code == UNKNOWN)
    return f" Van {number(amount)} weten we het niet." if amount else ""
