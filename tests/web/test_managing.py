"""Letting people in, giving and ending roles, and letting people go; groups and organisations."""

import re
from collections.abc import Callable

import pytest

from alliance import members, outbox
from alliance.database import reading
from alliance.desk import Desk
from alliance.events.organisations import MemberErased, MemberLeft, OrganisationLeft
from alliance.journal import stream
from alliance.projections import people
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
NEW = "/alliantie/leden/nieuw"
FATIMA = {
    "name": "Fatima Voorbeeldig",
    "mail": "fatima@voorbeeld.example",
    "organisation": "comenius",
    "role": "lid",
    "group": "themagroep_t3",
}
TEUN = "/alliantie/leden/m-themagroep"


def key_of(desk: Desk, mail: str) -> str:
    with reading(desk.engine) as db:
        found = members.find_by_mail(db, mail)
    assert found
    return found


def roles_of(desk: Desk, member: str) -> list[tuple[str, str | None]]:
    with desk.reading() as now:
        return [
            (one.role, one.group or one.organisation) for one in now.ask(people.roles_of, member)
        ]


def test_someone_is_let_in_with_a_role_a_name_and_a_letter(noor: Visitor, desk: Desk) -> None:
    form = noor.open(f"{NEW}?groep=themagroep_t3")
    assert form.fields()["group"] == "themagroep_t3" and form.fields()["role"] == ["lid"]
    assert "geen enkel besluit over subsidie" in form.text
    page = noor.write(NEW, FATIMA)
    assert page.title == "Fatima Voorbeeldig"
    assert "lid van Themagroep Eenzaamheid onder jongeren, sinds 2 maart 2026" in page.text
    member = key_of(desk, FATIMA["mail"])
    with reading(desk.engine) as db:
        [letter] = outbox.letters_to(db, member)
        written = [repr(entry.event) for entry in stream(db, f"member:{member}")]
    assert "http://localhost/inloggen" in letter.body
    assert "geen enkel besluit over subsidie" in letter.body
    assert not [event for event in written if "Fatima" in event or "@" in event]


def test_the_letter_leads_to_a_page_that_signs_in(noor: Visitor, desk: Desk) -> None:
    noor.write(NEW, FATIMA)
    with reading(desk.engine) as db:
        [letter] = outbox.letters_to(db, key_of(desk, FATIMA["mail"]))
    for address in re.findall(r"http://localhost(\S+)", letter.body):
        noor.open(address)


def test_every_fault_of_an_invitation_is_said_at_once_and_nothing_is_written(
    noor: Visitor, desk: Desk
) -> None:
    page = noor.send(NEW, {"name": "", "mail": "geen adres"}, 422)
    for sentence in ("Schrijf op hoe deze persoon heet", "hele mailadres", "Kies welke rol"):
        assert sentence in page.text
    page = noor.send(NEW, FATIMA | {"group": ""}, 422)
    assert "Kies bij deze rol een groep" in page.text
    assert page.fields()["mail"] == FATIMA["mail"]
    with reading(desk.engine) as db:
        assert members.find_by_mail(db, FATIMA["mail"]) is None


@pytest.mark.parametrize("mail", ["a,b@voorbeeld.example", "<a@b.nl>", "a@b..nl"])
def test_what_is_more_or_less_than_one_address_is_no_address(noor: Visitor, mail: str) -> None:
    assert "hele mailadres" in noor.send(NEW, FATIMA | {"mail": mail}, 422).text


def test_an_address_that_is_known_is_not_let_in_twice(noor: Visitor) -> None:
    page = noor.send(NEW, FATIMA | {"mail": "themagroep@voorbeeld.example"}, 422)
    assert "hoort al bij iemand die meedoet" in page.text


def test_the_same_form_sent_twice_lets_one_person_in(noor: Visitor, desk: Desk) -> None:
    fields = noor.open(NEW).fields() | FATIMA
    first, second = noor.post(NEW, fields), noor.post(NEW, fields)
    assert first.response.headers["Location"] == second.response.headers["Location"]
    with desk.reading() as now:
        assert len(now.ask(people.seats, "themagroep_t3")) == 3


def test_who_stopped_comes_back_with_the_same_address(noor: Visitor, desk: Desk) -> None:
    noor.write(f"{TEUN}/stopt", {})
    typed = FATIMA | {"name": "Teun Voorbeeld", "mail": "themagroep@voorbeeld.example"}
    noor.write(NEW, typed)
    assert roles_of(desk, "m-themagroep") == [("lid", "themagroep_t3")]


def test_a_contact_stands_for_the_organisation_that_was_chosen(noor: Visitor, desk: Desk) -> None:
    form = noor.open(f"{NEW}?organisatie=aafje")
    assert form.fields()["organisation"] == "Aafje" and form.fields()["role"] == ["contactpersoon"]
    noor.write(NEW, FATIMA | {"organisation": "aafje", "role": "contactpersoon", "group": ""})
    assert roles_of(desk, key_of(desk, FATIMA["mail"])) == [("contactpersoon", "aafje")]


def test_a_role_is_given_and_ended(noor: Visitor, desk: Desk) -> None:
    page = noor.write(f"{TEUN}/rol", {"role": "lid", "group": "kerngroep"})
    assert "lid van Kerngroep" in page.text
    page = noor.write(f"{TEUN}/rol-beeindigen", {"role": "1"})
    assert roles_of(desk, "m-themagroep") == [("lid", "kerngroep")]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Kies welke rol"),
        ({"role": "koning"}, "Kies een van de mogelijkheden"),
        ({"role": "lid"}, "Kies bij deze rol een groep"),
        ({"role": "lid", "group": "themagroep_t3"}, "heeft deze rol al"),
        ({"role": "raadslid", "group": "kerngroep"}, "Laat de groep leeg"),
        ({"role": "contactpersoon"}, "Kies van welke organisatie"),
    ],
)
def test_a_role_that_cannot_be_given_says_why(
    noor: Visitor, typed: dict[str, str], sentence: str
) -> None:
    assert sentence in noor.send(f"{TEUN}/rol", typed, 422).text


def test_ending_a_role_asks_which(noor: Visitor) -> None:
    assert "Kies welke rol eindigt" in noor.send(f"{TEUN}/rol-beeindigen", {}, 422).text


def test_name_and_address_are_set_right_in_the_phone_book_alone(noor: Visitor, desk: Desk) -> None:
    typed = {"name": "Teun Beter", "mail": "TEUN@voorbeeld.example"}
    page = noor.write(f"{TEUN}/gegevens", typed)
    assert page.title == "Teun Beter" and "teun@voorbeeld.example" in page.text
    taken = noor.send(f"{TEUN}/gegevens", {"mail": "kerngroep@voorbeeld.example"}, 422)
    assert "hoort al bij iemand" in taken.text


def test_who_stops_loses_every_role_and_is_signed_out(
    noor: Visitor, visit: Visit, desk: Desk
) -> None:
    teun = visit("themagroep")
    page = noor.write(f"{TEUN}/stopt", {})
    assert "Gestopt op" in page.text and "Geef een rol" not in page.text
    assert roles_of(desk, "m-themagroep") == []
    assert "Inloggen" in teun.open("/privacy").text
    assert "gestopt" in noor.send(f"{TEUN}/stopt", {}, 422).text


def test_the_page_before_erasing_says_what_remains(noor: Visitor, desk: Desk) -> None:
    page = noor.open(f"{TEUN}/wissen")
    assert "Wat blijft" in page.text and "oud-lid" in page.text
    noor.write(f"{TEUN}/wissen", {})
    with reading(desk.engine) as db:
        happened = [type(entry.event) for entry in stream(db, "member:m-themagroep")]
        assert members.name_of(db, "m-themagroep") is None
    assert happened[-2:] == [MemberLeft, MemberErased]
    assert noor.open(TEUN).title == "oud-lid"
    assert "zijn gewist" in noor.send(f"{TEUN}/wissen", {}, 422).text


def test_the_explanation_is_sent_again_once_a_day(noor: Visitor, desk: Desk) -> None:
    fields = noor.open(TEUN).fields()
    noor.post(f"{TEUN}/uitnodigen", fields)
    noor.post(f"{TEUN}/uitnodigen", noor.open(TEUN).fields())
    with reading(desk.engine) as db:
        assert len(outbox.letters_to(db, "m-themagroep")) == 1


def test_only_the_aanjager_manages_people(visit: Visit) -> None:
    for role in ("kernvoorzitter", "beheerder", "contactpersoon"):
        visitor = visit(role)
        for address in ("/alliantie/leden", NEW, TEUN, "/alliantie/groepen/nieuw"):
            visitor.open(address, 403)


def test_an_unknown_member_is_not_found(noor: Visitor) -> None:
    noor.open("/alliantie/leden/niemand", 404)
    noor.open("/alliantie/leden/niemand/wissen", 404)


def test_the_list_of_members_tells_who_stopped(noor: Visitor) -> None:
    noor.write(f"{TEUN}/stopt", {})
    page = noor.open("/alliantie/leden")
    assert "Vera Voorbeeld" in page.text and "Gestopt: 1" in page.text


def test_a_group_is_formed_and_formed_anew(noor: Visitor) -> None:
    typed = {
        "name": "Wijkgroep Middelwatering",
        "kind": "wijkgroep",
        "task": "Kiest acties voor de wijk.",
        "gebied": "schollevaar",
    }
    page = noor.write("/alliantie/groepen/nieuw", typed)
    assert page.title == typed["name"]
    address = page.links()["Wijzig naam, taak of ritme van deze groep"]
    page = noor.write(address, {"meetings_per_year": "6", "task": "Kiest kleine acties."})
    assert "Kiest kleine acties." in page.text
    assert "Er is niets veranderd" in noor.send(address, {}, 422).text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": "Groep"}, "Kies wat voor groep"),
        ({"name": "Groep", "kind": "themagroep", "task": "Doen."}, "Kies aan welk thema"),
        ({"name": "Groep", "kind": "wijkgroep", "task": "Doen."}, "van welk gebied"),
        ({"kind": "kerngroep"}, "Schrijf op hoe de groep heet"),
    ],
)
def test_a_group_that_is_not_whole_says_what_misses(
    noor: Visitor, typed: dict[str, str], sentence: str
) -> None:
    assert sentence in noor.send("/alliantie/groepen/nieuw", typed, 422).text


def test_an_organisation_joins_is_described_stops_and_comes_back(noor: Visitor) -> None:
    new = "/alliantie/organisaties/nieuw"
    assert "geen enkel besluit over subsidie" in noor.open(new).text
    typed = {"name": "Buurtkeuken", "sector": "welzijn", "kind": "organisatie", "takes_part": "ja"}
    page = noor.write(new, typed)
    assert page.title == "Buurtkeuken" and "Doet mee in de alliantie" in page.text
    links = page.links()
    page = noor.write(links["Verbeter de gegevens"], {"name": "De Buurtkeuken", "check": "ja"})
    assert page.title == "De Buurtkeuken" and "nakijken" in page.text
    page = noor.write(links["Deze organisatie stopt"], {"reason": "Het pand is dicht."})
    assert "Doet niet meer mee sinds 2 maart 2026" in page.text
    page = noor.write(page.links()["Neem weer op"], {})
    assert "Doet mee in de alliantie" in page.text


def test_an_organisation_without_a_sector_is_refused(noor: Visitor) -> None:
    page = noor.send("/alliantie/organisaties/nieuw", {"name": "Buurtkeuken"}, 422)
    assert "Kies een sector" in page.text and "wat voor organisatie" in page.text


def test_nobody_is_let_in_for_an_organisation_that_stopped(noor: Visitor, desk: Desk) -> None:
    desk.record([OrganisationLeft(organisation="comenius")], by="m-aanjager")
    assert "In de lijst staat geen" in noor.send(NEW, FATIMA, 422).text
