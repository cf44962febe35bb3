"""Agenda and minutes on paper and as text: others get less, and nothing hidden is in them."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from alliance import hiding
from alliance.desk import Desk
from alliance.events.meetings import AgendaSet
from alliance.projections import meetings
from tests.web.taps import tap
from tests.web.test_gathering import say
from tests.web.test_minutes import held as held
from tests.web.test_minutes import karim as karim
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]


def paper(reader: Visitor, address: str) -> bytes:
    """A PDF as someone gets it."""
    answer = reader.open(address).response
    assert answer.mimetype == "application/pdf"
    return bytes(answer.data)


@pytest.fixture
def later(karim: Visitor) -> str:
    """The page of a meeting after the next, of which nothing was proposed, set or held yet."""
    karim.send("/bijeenkomsten/nieuw?groep=kerngroep", {"on": "16-04-2026"})
    answer = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", {"on": "07-05-2026"})
    return str(answer.response.headers["Location"])


@pytest.mark.parametrize("name", ["verslag", "agenda"])
def test_a_meeting_is_a_file_too_and_others_get_less_of_it(
    karim: Visitor, visit: Visit, held: str, name: str
) -> None:
    whole = karim.open(f"{held}/{name}.pdf").response
    assert whole.headers["Content-Disposition"].endswith(f"{name}-kerngroep-2026-03-26.pdf")
    other = paper(visit("themagroep"), f"{held}/{name}.pdf")
    assert other != whole.data
    assert paper(visit("kerngroep"), f"{held}/{name}.pdf") == whole.data


def test_the_group_can_print_its_minutes_as_everyone_may_read_them(
    karim: Visitor, visit: Visit, held: str
) -> None:
    links = karim.open(f"{held}/verslag").links()
    bare = paper(karim, links["Open als PDF zonder de vertrouwelijke punten"])
    assert bare == paper(visit("themagroep"), f"{held}/verslag.pdf")
    others = visit("themagroep").open(f"{held}/verslag").links()
    assert "Open als PDF zonder de vertrouwelijke punten" not in others


def test_an_agenda_can_be_printed_before_it_is_set(karim: Visitor, visit: Visit) -> None:
    plan = {"on": "26-03-2026 om 14.00", "place": "Gemeentehuis"}
    answer = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", plan)
    address = str(answer.response.headers["Location"])
    before = paper(karim, karim.open(f"{address}/agenda").links()["Open als PDF"])
    tap(karim, f"{address}/agenda/klaarmaken", "Stel vast zonder mail")
    assert paper(karim, f"{address}/agenda.pdf") != before  # it says that it is set


def test_there_is_no_paper_of_what_is_not_there_yet(karim: Visitor, later: str) -> None:
    for name in ("agenda.pdf", "verslag.pdf", "verslag.txt"):
        karim.open(f"{later}/{name}", 404)


def test_the_text_to_mail_never_holds_what_stays_inside(
    karim: Visitor, visit: Visit, held: str
) -> None:
    say(karim, f"{held}/nu", 2, "besluit", statement="Iets wat binnen blijft.")
    page = karim.open(f"{held}/verslag")
    assert "Iets wat binnen blijft." in page.text
    answer = karim.open(page.links()["Open als tekst"]).response
    assert answer.mimetype == "text/plain"
    assert "We beginnen met T1.R3." in answer.text
    for closed in ("gevoelige", "binnen blijft", "Bij 3 resultaten"):
        assert closed not in answer.text
    assert visit("themagroep").open(f"{held}/verslag.txt").response.text == answer.text


def test_what_was_decided_inside_stays_there_when_its_point_leaves_the_agenda(
    karim: Visitor, visit: Visit, held: str, desk: Desk
) -> None:
    say(karim, f"{held}/nu", 2, "besluit", statement="Iets wat binnen blijft.")
    leave_out(desk, held.rsplit("/", 1)[1])
    assert "Iets wat binnen blijft." in karim.open(f"{held}/verslag").text
    assert "binnen blijft" not in visit("themagroep").open(f"{held}/verslag").text


def leave_out(desk: Desk, meeting: str, title: str = "") -> None:
    """Set the agenda anew without what is confidential, and give its first point this title."""
    with desk.reading() as now:
        lines = now.ask(meetings.agenda_of, meeting)
    first, *rest = [line for line in lines if not line.confidential]
    kept = (replace(first, title=title or first.title), *rest)
    desk.record([AgendaSet(meeting=meeting, lines=kept)], by="import")


@pytest.mark.parametrize(
    ("name", "text"),
    [("verslag", "We beginnen met T1.R3."), ("agenda", "Een punt dat iemand aandroeg")],
)
def test_a_hidden_text_is_on_no_paper(
    karim: Visitor, visit: Visit, held: str, desk: Desk, name: str, text: str
) -> None:
    karim.write("/agenda/aandragen?groep=kerngroep", {"title": "Een punt dat iemand aandroeg"})
    leave_out(desk, held.rsplit("/", 1)[1], title="Een punt dat iemand aandroeg")
    tap(karim, f"{held}/verslag", "Stel het verslag vast")
    before = paper(visit("themagroep"), f"{held}/{name}.pdf")
    hiding.hide(desk, text, by="m-kerngroep")
    assert paper(visit("themagroep"), f"{held}/{name}.pdf") != before
