"""All steps of a moment seen beforehand, and agreed by a group in one go."""

from collections.abc import Callable

import pytest

from alliance.database import reading
from alliance.desk import Desk
from alliance.journal import head
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
WEEK = "/jaarkalender/nieuw?vast=week_tegen_eenzaamheid&jaar=2026"
SET = {"on": "24-9-2026", "until": "30-9-2026", "source": "eentegeneenzaamheid.nl"}


@pytest.fixture
def week(noor: Visitor) -> str:
    """The address of the Week of 2026."""
    return str(noor.send(WEEK, SET).response.headers["Location"])


def test_the_set_is_seen_with_its_days_before_it_is_agreed(noor: Visitor, week: str) -> None:
    sheet = noor.open(week).links()["Spreek alle stappen in één keer af"]
    page = noor.open(sheet)
    assert "Organisaties vragen om mee te doen, vóór 18 juni 2026" in page.text
    assert len(page.fields()["steps"]) > 3


def test_all_that_is_ticked_becomes_agreements_of_the_group_in_one_append(
    noor: Visitor, week: str, desk: Desk
) -> None:
    sheet = noor.open(week).links()["Spreek alle stappen in één keer af"]
    ticked = noor.open(sheet).fields()["steps"][:2]
    with reading(desk.engine) as db:
        before = head(db)
    noor.write(sheet, {"steps": ticked, "group": "kerngroep"})
    with reading(desk.engine) as db:
        assert head(db).position == before.position + 4
    text = noor.open("/afspraken/?groep=kerngroep&mist=owner").text
    assert text.count("(Week tegen Eenzaamheid 2026)") == 2
    assert ticked[0] not in noor.open(sheet).fields()["steps"]


def test_what_is_missing_is_said_at_once(noor: Visitor, week: str) -> None:
    sheet = noor.open(week).links()["Spreek alle stappen in één keer af"]
    page = noor.send(sheet, {"steps": [], "group": ""}, status=422)
    assert "Vink minstens één stap aan." in page.text
    assert "Kies welke groep dit afspreekt." in page.text


def test_only_the_aanjager_starts_a_set(visit: Visit, week: str) -> None:
    visit("themagroep").open(f"{week}/stappen", status=403)
    assert "Spreek alle stappen in één keer af" not in visit("themagroep").open(week).links()
