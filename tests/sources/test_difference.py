"""The difference between a file and what members made of it, in words."""

from datetime import date, time

from alliance.events.activities import ActivityCorrected, ActivityPlanned
from alliance.events.base import TEXT_LENGTH
from alliance.events.offers import OfferRegistered
from alliance.events.personas import Need, PersonaDescribed
from alliance.sources.comparison import facts
from alliance.sources.difference import describe_difference
from alliance.sources.plan import Item

DAY = ActivityPlanned(activity="s01", title="Middag", on=date(2024, 3, 6), start=time(14))


def test_days_times_lists_and_parts_are_said_in_dutch() -> None:
    moved = ActivityCorrected(activity="s01", title="Middag", on=date(2024, 3, 7), place="De Wel")
    item = Item("activities.csv", "regel 2", DAY)
    said = describe_difference(item, {}, facts(moved), [moved])
    assert "(activities.csv, regel 2)" in said
    assert "dag: was niets, in het bestand nu 06-03-2024, in de site 07-03-2024" in said
    assert "begintijd: was niets, in het bestand nu 14.00 uur, in de site niets" in said
    assert "activiteit verbeterd" in said
    assert said.endswith("pas het zo nodig zelf aan.")


def test_yes_no_and_lists_are_said_in_dutch() -> None:
    offer = OfferRegistered(offer="b01", name="Fonds", needs=("rouw", "maatje"), check=True)
    said = describe_difference(Item("offers.csv", "", offer), {}, {"check": False}, [])
    assert "nakijken: was niets, in het bestand nu ja, in de site nee" in said
    assert 'behoeften: was niets, in het bestand nu "rouw", "maatje"' in said


def test_parts_of_a_list_are_said_without_their_empty_fields() -> None:
    need = Need(rank=1, statement="Een maatje", codes=("maatje",))
    persona = PersonaDescribed(persona="p", name="P", kind_label="k", needs=(need,), source="plan")
    said = describe_difference(Item("personas.toml", "", persona), {}, {}, [])
    assert 'behoeften: was niets, in het bestand nu 1 "Een maatje" "maatje"' in said


def test_long_values_are_cut_and_the_whole_fits_in_a_text() -> None:
    offer = OfferRegistered(offer="b01", name="Fonds", note="n" * TEXT_LENGTH)
    said = describe_difference(Item("offers.csv", "", offer), {}, {"note": "m" * 999}, [])
    assert len(said) <= TEXT_LENGTH
    assert "…" in said
