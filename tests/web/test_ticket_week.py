"""What an organisation adds to the programme of a week by a link, without signing in."""

from collections.abc import Callable
from datetime import date

import pytest

from alliance import journal, tickets
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.moments import InvitationDeclined
from alliance.events.organisations import OrganisationLeft
from tests.conftest import Clock
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
SET = "/jaarkalender/nieuw?vast=week_tegen_eenzaamheid&jaar=2026"
HOME = "organisation:vijverhof"
SONG = {
    "headline": "Zingen met de buren",
    "on": "21-03-2026",
    "start": "14.00",
    "place": "Grote zaal",
    "joining": "010 000 00 00",
}


@pytest.fixture
def week(noor: Visitor) -> str:
    """The key of the Week of 2026, less than three weeks before it begins."""
    return put_week(noor, "19-3-2026", "25-3-2026")


def put_week(noor: Visitor, on: str, until: str) -> str:
    typed = {"on": on, "until": until}
    return str(noor.send(SET, typed).response.headers["Location"]).rsplit("/", 1)[1]


def link(desk: Desk, stream: str = HOME, to: str = HOME, act: str = "plan_activity") -> str:
    with writing(desk.engine) as db:
        number = tickets.issue(db, act=act, stream=stream, recipient=to, now=desk.clock())
    return f"/antwoord/{tickets.token(number, desk.settings.secret_key)}"


@pytest.fixture
def page(desk: Desk, week: str) -> str:
    """The address of the page of an organisation without an account."""
    return f"{link(desk)}/weekprogramma"


def test_a_link_leads_to_the_page_in_one_tap(visitor: Visitor, desk: Desk, week: str) -> None:
    links = visitor.open(link(desk)).links()
    form = visitor.open(links["Zet jullie activiteit in het programma"])
    assert form.title == "Week tegen Eenzaamheid 2026: De Vijverhof"
    assert form.visible_fields() == ["headline", "on", "start", "place", "text", "joining"]
    assert "donderdag 19 maart 2026" in form.text and "Nog niets." in form.text


def test_what_is_added_is_in_the_programme_at_once_in_the_name_of_the_organisation(
    visitor: Visitor, desk: Desk, page: str
) -> None:
    after = visitor.write(page, SONG)
    assert "Het staat in het programma. Dank je wel." in after.text
    assert "Dit staat er van jullie" in after.text and "Nog iets toevoegen" in after.text
    public = visitor.open("/weekprogramma").text
    assert "14.00 uur: Zingen met de buren" in public
    assert "De Vijverhof" in public and "meedoen: 010 000 00 00" in public
    with reading(desk.engine) as db:
        planned, said = [*journal.entries(db)][-2:]
    assert (planned.by, said.by) == (HOME, HOME)
    assert (planned.name, said.name) == ("activity_planned", "activity_announced")


def test_what_is_missing_is_said_and_what_was_typed_is_kept(visitor: Visitor, page: str) -> None:
    again = visitor.send(page, {"headline": "Zingen", "on": "26-3-2026", "place": ""}, 422)
    assert "Deze dag valt niet in de week." in again.text
    assert "Schrijf op waar het is" in again.text
    assert again.fields()["headline"] == "Zingen"


def test_it_is_changed_and_cancelled_with_the_same_link(visitor: Visitor, page: str) -> None:
    links = visitor.write(page, SONG).links()
    change, cancel = (
        links[f"{way} : Zingen met de buren"] for way in ("Verander", "Gaat niet door")
    )
    assert visitor.open(change).fields()["start"] == "14.00"
    after = visitor.write(change, {"on": "22-03-2026", "text": "Neem iemand mee."})
    assert "De verandering staat erin." in after.text
    assert "Zondag 22 maart 2026" in (public := visitor.open("/weekprogramma").text)
    assert "Neem iemand mee." in public
    visitor.write(cancel, {"reason": "De zaal is dicht."})
    public = visitor.open("/weekprogramma").text
    assert "gaat niet door" in public and "De zaal is dicht." not in public
    assert visitor.open(cancel, 410).title == "Hier hoef je niets meer te doen"


def test_a_no_is_one_tap_and_ends_the_question(
    visitor: Visitor, noor: Visitor, visit: Visit, page: str, week: str
) -> None:
    sheet = noor.open(f"/jaarkalender/{week}")
    assert "De Vijverhof" in sheet.text.partition("Van wie we nog niets hoorden")[2]
    after = visitor.write(visitor.open(page).links()["Zeg dat hier"], {})
    assert "We vragen het dit keer niet meer." in after.text
    assert "Jullie zeiden dat jullie dit keer niets doen." in after.text
    sheet = noor.open(f"/jaarkalender/{week}")
    heard, _, history = sheet.text.partition("Wat er gebeurde")
    assert "De Vijverhof" not in heard and "Organisatie doet niet mee" in history
    assert "Organisatie doet niet mee" not in visit("themagroep").open(f"/jaarkalender/{week}").text
    assert "Nog iets toevoegen" in visitor.write(page, SONG).text


def test_a_no_is_written_down_in_the_name_of_the_organisation(
    visitor: Visitor, desk: Desk, page: str, week: str
) -> None:
    visitor.send(f"{page}/dit-jaar-niet", {})
    with reading(desk.engine) as db:
        last = journal.stream(db, f"moment:{week}")[-1]
    assert last.event == InvitationDeclined(moment=week, organisation="vijverhof")
    assert last.by == HOME


def test_the_aanjager_sees_what_is_new_and_leaves_one_out(
    visitor: Visitor, noor: Visitor, page: str, week: str
) -> None:
    visitor.send(page, SONG)
    assert "Nieuw in het weekprogramma" in noor.open("/").text
    sheet = noor.open(f"/jaarkalender/{week}")
    assert "in het programma nieuw" in sheet.text
    noor.write(sheet.links()["Laat weg : Zingen met de buren"], {})
    assert "Zingen" not in visitor.open("/weekprogramma").text
    mine = visitor.open(page)
    assert "De aanjager liet dit uit het programma." in mine.text
    assert "Verander : Zingen met de buren" not in mine.links()


def test_what_the_organisation_planned_inside_is_shown_once_it_says_so(
    visitor: Visitor, visit: Visit, desk: Desk, week: str
) -> None:
    visit("contactpersoon").send(
        "/activiteiten/nieuw", {"title": "Koffie", "on": "20-3-2026", "place": "De Wel"}
    )
    mine = visitor.open(
        f"{link(desk, 'organisation:sonrisa', 'member:m-contactpersoon')}/weekprogramma"
    )
    assert "niet in het programma" in mine.text
    visitor.write(mine.links()["Zet in het programma : Koffie"], {"headline": "Samen koffie"})
    assert "Samen koffie" in visitor.open("/weekprogramma").text


def test_nothing_of_another_organisation_or_of_another_link_is_reached(
    visitor: Visitor, desk: Desk, page: str
) -> None:
    links = visitor.write(page, SONG).links()
    activity = links["Verander : Zingen met de buren"].rsplit("/", 1)[1]
    other = f"{link(desk, 'organisation:sonrisa', 'organisation:sonrisa')}/weekprogramma"
    assert visitor.open(f"{other}/{activity}", 410).title == "Dit ligt nu bij iemand anders"
    stranger = f"{link(desk, HOME, 'member:m-contactpersoon')}/weekprogramma"
    assert visitor.open(stranger, 410).title == "Dit ligt nu bij iemand anders"
    elsewhere = f"{link(desk, HOME, HOME, 'keep_account')}/weekprogramma"
    assert visitor.open(elsewhere, 410).title == "Deze link werkt niet"


def test_the_page_with_everything_leads_to_the_week_too(
    visitor: Visitor, desk: Desk, week: str
) -> None:
    cora = "member:m-contactpersoon"
    address = f"{link(desk, cora, cora, 'answer_action')}/alles"
    links = visitor.open(address).links()
    [to] = [there for words, there in links.items() if "jullie activiteit" in words]
    assert "Dit staat er van jullie" in visitor.write(to, SONG).text
    assert "Doen jullie ook iets?" not in visitor.open(address).text
    visitor.open(to.replace("sonrisa", "vijverhof"), 410)


def test_a_week_that_has_been_and_an_organisation_that_left_are_told(
    visitor: Visitor, desk: Desk, page: str, clock: Clock
) -> None:
    clock.now = clock.now.replace(day=25)
    assert visitor.open(page).title == "Week tegen Eenzaamheid 2026: De Vijverhof"
    assert date(2026, 3, 25) == desk.today()
    desk.record([OrganisationLeft(organisation="vijverhof", reason="Gestopt.")], by="m-aanjager")
    assert visitor.open(page, 410).title == "Dit ligt nu bij iemand anders"


def test_after_its_last_day_there_is_nothing_to_add(
    visitor: Visitor, desk: Desk, week: str, clock: Clock
) -> None:
    clock.now = clock.now.replace(day=26)
    page = visitor.open(f"{link(desk)}/weekprogramma", 410)
    assert page.title == "Hier hoef je niets meer te doen"


def test_organisations_are_asked_sooner_when_the_aanjager_says_so(
    noor: Visitor, visit: Visit
) -> None:
    week = put_week(noor, "24-9-2026", "30-9-2026")
    sheet = noor.open(f"/jaarkalender/{week}")
    ask = sheet.links()["Vraag organisaties om hun activiteit"]
    after = noor.write(ask, {})
    assert "De vraag gaat mee in de volgende mail" in after.text
    assert "vroegen we de organisaties om hun activiteit" in after.text
    assert "al mee in de mail" in noor.send(ask, {}, 422).text
    visit("themagroep").open(ask, 403)
