"""Which sectors sit at a table or have offers in a wijk, and which do not: never a reproach."""

from collections.abc import Callable

from alliance.desk import Desk
from alliance.events.offers import OfferRegistered
from alliance.events.organisations import MemberJoined, RoleAssigned
from tests.web.cast import FIRST
from tests.web.visitor import Page, Visitor

Visit = Callable[[str], Visitor]
YOUNG, CORE = "/alliantie/groepen/themagroep_t3", "/alliantie/groepen/kerngroep"
SCHENKEL = "/wijken/WK050206"


def section(page: Page) -> str:
    """What a page says of sectors."""
    return " ".join(page.html.query("section[aria-labelledby=sectoren]")[0].to_text().split())


def seat(desk: Desk, member: str, organisation: str | None, group: str) -> None:
    """Let someone sit in a group for an organisation."""
    role = RoleAssigned(member=member, role="lid", group=group, since=FIRST)
    desk.record([MemberJoined(member=member, organisation=organisation), role], by="m-aanjager")


def test_a_theme_table_is_laid_beside_with_whom_the_plan_wants_to_work(visit: Visit) -> None:
    said = section(visit("themagroep").open(YOUNG))
    assert "Aan tafel: welzijn, onderwijs." in said
    assert "Het plan vraagt hier om welzijn en onderwijs. Die zitten er allemaal." in said
    assert "niet aan deze tafel: zorg, wonen" in said


def test_the_core_table_is_laid_beside_the_sectors_that_the_plan_names(
    visit: Visit, desk: Desk
) -> None:
    page = visit("kerngroep").open(CORE)
    assert "Het plan vraagt hier om zorg en welzijn. Nog niet aan tafel: zorg." in section(page)
    seat(desk, "lotte", "de_zellingen", "kerngroep")
    assert "Die zitten er allemaal." in section(visit("kerngroep").open(CORE))


def test_where_the_plan_names_no_sector_that_is_said(noor: Visitor) -> None:
    said = section(noor.open("/alliantie/groepen/klankbordgroep"))
    assert "Het plan noemt voor deze tafel geen sectoren." in said


def test_two_organisations_of_a_sector_count_twice_and_one_twice_seated_once(
    noor: Visitor, desk: Desk
) -> None:
    for member, organisation in (("a", "aafje"), ("b", "lelie"), ("c", "lelie"), ("d", None)):
        seat(desk, member, organisation, "kerngroep")
    said = section(noor.open(CORE))
    assert "Aan tafel: zorg (2 organisaties), welzijn, wonen." in said
    assert "Van één lid weten we de organisatie niet." in said


def test_who_plans_a_meeting_reads_in_one_line_what_misses_at_the_table(noor: Visitor) -> None:
    planning = noor.open("/bijeenkomsten/nieuw?groep=kerngroep").text
    assert "Het plan vraagt hier ook om zorg: nog niet aan tafel." in planning
    assert "Het plan vraagt" not in noor.open("/bijeenkomsten/nieuw?groep=themagroep_t3").text


def test_a_wijk_tells_from_which_sectors_there_are_offers_and_from_which_not(
    visit: Visit, desk: Desk
) -> None:
    before = section(visit("wijkgroep").open(SCHENKEL))
    assert "onderwijs" in before.split("weten we hier geen aanbod:")[1]
    lesson = OfferRegistered(
        offer="les", name="Taalles", organisation="comenius", areas=("WK050206",)
    )
    anyone = OfferRegistered(offer="x", name="Iets", areas=("WK050206",))
    desk.record([lesson, anyone], by="m-aanjager")
    after = section(visit("wijkgroep").open(SCHENKEL))
    assert "onderwijs" in after.split("In Schenkel zelf:")[1].split(".")[0]
    assert "weten we niet welke organisatie het geeft" in after
