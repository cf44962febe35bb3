"""What coverage found, in the words of an agenda."""

from dataclasses import replace
from datetime import date

from alliance.matching import Wanted
from alliance.projections.coverage_gaps import ToConfirm
from alliance.projections.coverage_rows import Head, Listed
from alliance.projections.coverage_start import Share, Start, Unmet
from alliance.web.concerns import NEVER, facts_found, to_ask

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


def test_an_offer_to_ask_about_says_how_it_stands_and_leads_to_its_page() -> None:
    [asked] = to_ask([ToConfirm(WALK, "verouderd", ("Hans", "Truus"))])
    assert (asked.title, asked.reason, asked.weight) == ("Wandelgroep", "Verouderd.", 2)
    assert asked.streams == ("offer:wandelen",)
