"""What coverage found, in the words of an agenda."""

from dataclasses import replace
from datetime import date

from alliance.matching import Wanted
from alliance.projections.actions_tried import Tried
from alliance.projections.coverage_gaps import Gap, ToConfirm
from alliance.projections.coverage_rows import Head, Listed, Said
from alliance.projections.coverage_start import Share, Start, Unmet
from alliance.web.concerns import NEVER, facts_found, gaps_found, to_ask

WALK = Listed(offer="wandelen", name="Wandelgroep", kind="ontmoeting", forms=("sociaal",))
EAT = replace(WALK, offer="eten", name="Samen eten", confirmed_on=date(2026, 1, 5))
HANS = Head("hans", "Hans", "oudere weduwnaar", unlinked=False)
NEED = Wanted("netwerk", "Een netwerk", 1, "Een netwerk", "alliantie", ("sociaal",), 1.0)
AGES = ("ouderen", "anderen", "iedereen", "onbekend")


def start(*offers: Listed, unmet: tuple[Unmet, ...] = ()) -> Start:
    """What can be said of these offers, all of them social and of unknown age."""
    social = Share("sociaal", "Sociale eenzaamheid", offers)
    ages = tuple(Share(age, age, offers if age == "onbekend" else ()) for age in AGES)
    never = tuple(offer for offer in offers if offer.confirmed_on is None)
    return Start(offers, (social,), ages, never, unmet, ())


def test_without_offers_or_personas_there_is_nothing_to_say() -> None:
    assert facts_found(start()) == []


def test_an_even_spread_is_told_without_a_verdict() -> None:
    titles = [fact.title for fact in facts_found(start(WALK, EAT))]
    assert titles == [
        "Zo is het aanbod verdeeld over soorten eenzaamheid",
        "Voor wie is het aanbod dat er is?",
    ]


def test_what_nobody_knows_is_said() -> None:
    [_, age] = facts_found(start(WALK, EAT))
    assert age.reason.endswith("0 voor iedereen. Van 2 weten we het niet.")


def test_that_nothing_was_ever_confirmed_is_said_until_one_is() -> None:
    assert NEVER in {fact.key for fact in facts_found(start(WALK))}
    assert NEVER not in {fact.key for fact in facts_found(start(WALK, EAT))}


def test_one_persona_is_one_persona() -> None:
    [first, *_] = facts_found(start(WALK, unmet=(Unmet(HANS, NEED, ()),)))
    assert first.title == "Voor één persona past niets bij de eerste behoefte"
    assert first.reason == "Het gaat om iemand als Hans (oudere weduwnaar): “Een netwerk”."
    assert first.streams == ("persona:hans", "coverage:all")


GAP = Gap(
    key="gap:hans:netwerk:schenkel",
    persona=HANS,
    need=NEED,
    area="schenkel",
    area_name="Schenkel",
    wijken=("WK1",),
    first=True,
    everywhere=True,
    target_groups=(),
    forms=(),
    weight=1,
    reason="Geen enkel aanbod is hiervoor bedoeld.",
    seen=Said("herkend", "wop_schenkel", on=date(2026, 3, 12)),
)
GROUPS = {"wop_schenkel": "Wijkoverleg Schenkel"}


def test_a_gap_says_for_whom_where_what_and_since_when_that_is_known() -> None:
    [found] = gaps_found([GAP], (), GROUPS)
    assert found.reason == (
        "Voor iemand als Hans (oudere weduwnaar) is in Schenkel niets passends voor"
        " “Een netwerk”. Geen enkel aanbod is hiervoor bedoeld."
        " Wijkoverleg Schenkel zei op 12 maart 2026 dat hier mensen zijn als Hans."
        " Voor zover is opgeschreven, is hier de laatste twee jaar niets voor iemand als Hans"
        " afgesproken."
    )


def test_a_gap_of_the_plan_says_so() -> None:
    [found] = gaps_found([replace(GAP, seen=Said("herkend"))], (), GROUPS)
    assert "Het plan noemt iemand als Hans hier." in found.reason


def test_a_gap_says_what_was_done_and_agreed_for_it() -> None:
    known = (
        Tried("hans", "schenkel", "Kookgroep zoeken", None),
        Tried("hans", None, "Praten met de kerk", date(2026, 5, 1)),
        Tried("hans", "elders", "Iets elders", None),
        Tried("truus", "schenkel", "Iets anders", None),
    )
    [found] = gaps_found([GAP], known, GROUPS)
    assert found.reason.endswith(
        "Voor iemand als Hans hier al gedaan: Praten met de kerk (1 mei 2026)."
        " Voor iemand als Hans hier al afgesproken: Kookgroep zoeken."
    )


def test_what_is_not_for_everyone_to_see_is_neither_told_nor_denied() -> None:
    [found] = gaps_found([GAP], (Tried("hans", "schenkel", None, None),), GROUPS)
    assert found.reason.endswith("mensen zijn als Hans.")


def test_an_offer_to_ask_about_says_how_it_stands_and_leads_to_its_page() -> None:
    [asked] = to_ask([ToConfirm(WALK, "verouderd", ("Hans", "Truus"))])
    assert (asked.title, asked.reason, asked.weight) == ("Wandelgroep", "Verouderd.", 2)
    assert asked.streams == ("offer:wandelen",)
