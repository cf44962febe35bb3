"""The text check: what is personal is refused, what may be is asked, all else is let through."""

import csv
import tomllib
from datetime import date
from pathlib import Path

import msgspec
import pytest

from alliance.events.actions import ActionAgreed, ActionDone
from alliance.events.base import Event, Refused
from alliance.events.meetings import AgendaLine, AgendaSet
from alliance.events.offers import OfferRegistered
from alliance.events.organisations import OrganisationJoined
from alliance.events.programme import ResultAgreed, Target
from alliance.privacy import PERSONA_NAMES, Doubted, check_texts
from alliance.veil import HIDDEN

PERSONA_DATA = Path(__file__).parent.parent / "persona_data"
SENTENCES = (Path(__file__).parent / "minutes.txt").read_text("utf-8").splitlines()


def agreed(title: str) -> ActionAgreed:
    return ActionAgreed(action="a1", title=title)


PERSONAL = {
    "BSN": "Zijn nummer is 111222333.",
    "BSN of eight digits": "nr 12345672",
    "BSN with dots": "BSN 1112.22.333",
    "BSN in threes": "BSN 111 222 333",
    "BSN with hyphens": "bsn 111-222-333",
    "BSN glued to its name": "BSN111222333",
    "BSN of wide digits": "１１１２２２３３３",
    "BSN with something invisible": "111\u200b222\u00ad333",
    "mail with something invisible": "fatima@voorb\u200beeld.example",
    "mobile with another hyphen": "06\u201112345678",
    "mobile with a minus": "06\u221212345678",
    "mail": "Mail naar fatima@voorbeeld.example",
    "mail in disguise": "fatima (at) voorbeeld.example",
    "mobile": "Bel 06-12345678",
    "mobile in pairs": "06 12 34 56 78 bellen",
    "town": "Telefoon (010) 123 45 67.",
    "abroad": "Zij belt met +31 6 1234 5678",
    "Belgium": "Of +32 470 12 34 56",
    "IBAN": "Over op NL91 ABNA 0417 1643 00 graag",
    "foreign IBAN": "Naar BE68539007547034 overmaken",
    "address": "Bij haar thuis, 2903 TE 12",
    "address the other way": "Meeuwensingel 12b, 2903TE Capelle",
    "address in small letters": "2903te 12",
    "birth": "Geboren op 3 mei 1941",
    "birth without year": "geb. 3 mei",
    "birth in figures": "geboortedatum: 03-05-1941",
    "a date long ago": "Sinds 17 september 2008 alleen",
    "a date long ago in figures": "op 17-9-58 getrouwd",
    "a date long ago in the order of a computer": "1958-09-17",
}
ABOUT_SOMEONE = [
    "Mevrouw X (82) zit al jaren alleen.",
    "Gesproken met mw. Jansen over de koffie.",
    "De heer van der Berg komt niet meer.",
    "Meneer K. wil een maatje.",
    "J.P. de Vries gaat langs.",
    "Dit doet A. van Dijk.",
    "Samen met J. Jansen opgepakt.",
    "Annie, 82 jaar, eet alleen.",
    "Annie (82 jaar) eet alleen.",
]


@pytest.mark.parametrize("text", PERSONAL.values(), ids=PERSONAL.keys())
def test_what_is_personal_is_refused_at_its_field(text: str) -> None:
    with pytest.raises(Refused) as refused:
        check_texts([agreed(text)], sure=True)
    assert not isinstance(refused.value, Doubted)
    assert "Waar kun je terecht?" in refused.value.faults["title"]


@pytest.mark.parametrize("text", ABOUT_SOMEONE)
def test_what_may_be_about_someone_is_asked_and_not_refused(text: str) -> None:
    with pytest.raises(Doubted, match="herkenbaar persoon"):
        check_texts([agreed(text)])
    check_texts([agreed(text)], sure=True)


@pytest.mark.parametrize(
    "text",
    ["Iemand als Hans, 82 jaar, in Schenkel", "Voor Zeynep (70 jaar) iets zoeken", "mevrouw Truus"],
)
def test_a_persona_is_nobody_and_may_be_named(text: str) -> None:
    check_texts([agreed(text)])


def test_the_check_knows_the_names_of_the_plan() -> None:
    sheets = tomllib.loads((PERSONA_DATA / "personas.toml").read_text("utf-8"))["persona"]
    assert {sheet["name"] for sheet in sheets} == PERSONA_NAMES


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_of_real_minutes_are_let_through(sentence: str) -> None:
    check_texts([agreed(sentence)])


def test_there_are_fifty_different_sentences() -> None:
    assert len(set(SENTENCES)) >= 50


def test_everything_in_persona_data_is_let_through() -> None:
    checked = 0
    for text in plan_texts():
        check_texts([ActionDone(action="a1", on=date(2026, 3, 2), yielded=text)])
        checked += 1
    assert checked > 1_000


def plan_texts() -> list[str]:
    found: list[str] = []
    for file in PERSONA_DATA.glob("*.toml"):
        found += texts_in(tomllib.loads(file.read_text("utf-8")))
    for file in PERSONA_DATA.glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as rows:
            found += texts_in([list(row) for row in csv.reader(rows)])
    return found


def texts_in(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case dict():
            return texts_in(list(value.values()))
        case list():
            return [text for item in value for text in texts_in(item)]
    return []


INSIDE: dict[str, Event] = {
    "lines": AgendaSet(
        meeting="m1",
        lines=(
            AgendaLine(
                key="action:a1",
                title="Afspraak",
                kind="bespreken",
                minutes=5,
                reason="Bel 06-12345678",
            ),
        ),
    ),
    "target": ResultAgreed(
        result="r1", theme="t1", statement="Meer", target=Target(words="Bel 06-12345678")
    ),
    "ideas": ResultAgreed(
        result="r1", theme="t1", statement="Meer", ideas=("Goed", "Bel 06-12345678")
    ),
}


@pytest.mark.parametrize("field", INSIDE)
def test_parts_of_an_event_are_checked_too(field: str) -> None:
    with pytest.raises(Refused) as refused:
        check_texts([INSIDE[field]])
    assert list(refused.value.faults) == [field]


def test_every_faulty_field_of_every_event_is_named_at_once() -> None:
    done = ActionDone(action="a1", on=date(2026, 3, 2), yielded="mw. Jansen kwam")
    with pytest.raises(Refused) as refused:
        check_texts([agreed("Bel 06-12345678"), done])
    assert not isinstance(refused.value, Doubted)
    assert set(refused.value.faults) == {"title", "yielded"}


def test_places_and_contacts_may_hold_an_address_phone_and_mailbox() -> None:
    check_texts(
        [
            OfferRegistered(
                offer="o1",
                name="Koffie",
                place="Meeuwensingel 12, 2903 TE Capelle",
                contact="010 123 45 67",
                joining="info@voorbeeld.example",
            ),
            OrganisationJoined(
                organisation="x",
                name="Voorbeeld",
                sector="welzijn",
                kind="organisatie",
                phone="010 123 45 67",
                mailbox="info@voorbeeld.example",
            ),
        ]
    )


IN_REACH = {
    "place": "Bij 111222333 thuis",
    "contact": "NL91 ABNA 0417 1643 00",
    "joining": "geboren 3 mei 1941",
}


@pytest.mark.parametrize("field", IN_REACH)
def test_places_and_contacts_may_hold_nothing_else_that_is_personal(field: str) -> None:
    offer = OfferRegistered(offer="o1", name="Koffie")
    with pytest.raises(Refused) as refused:
        check_texts([msgspec.structs.replace(offer, **{field: IN_REACH[field]})], sure=True)
    assert list(refused.value.faults) == [field]


@pytest.mark.parametrize("phone", ["06 12345672", "010-1234567", "+31 10 123 45 67", "14 010"])
def test_a_number_to_call_is_not_taken_for_a_citizen_service_number(phone: str) -> None:
    check_texts([OfferRegistered(offer="o1", name="Koffie", contact=f"Bel {phone}")])


def test_a_name_in_a_contact_is_asked_as_in_any_text() -> None:
    with pytest.raises(Doubted):
        check_texts([OfferRegistered(offer="o1", name="Koffie", contact="Vraag mw. Jansen")])


@pytest.mark.parametrize("sign", ["\0", "\x01", "\x0b", "\x1b", "\x7f", "\x85"])
def test_a_sign_that_no_page_can_show_is_refused(sign: str) -> None:
    for event in (agreed(f"Koff{sign}ie"), OfferRegistered(offer="o1", name="K", place=f"a{sign}")):
        with pytest.raises(Refused, match="niemand kan lezen"):
            check_texts([event], sure=True)


def test_lines_and_tabs_are_no_such_signs() -> None:
    check_texts([ActionDone(action="a1", on=date(2026, 3, 2), yielded="Een\n\ttwee\r\ndrie")])


def test_what_covers_a_hidden_text_is_not_written_back() -> None:
    with pytest.raises(Refused, match="is iets verborgen"):
        check_texts([agreed(f"Doe {HIDDEN} nog eens")], sure=True)
