"""What is kept about who is looking: seen, taken along, set right and erased."""

import json
from collections.abc import Callable
from pathlib import Path

from alliance import members
from alliance.database import reading
from alliance.desk import Desk
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]


def test_the_account_tells_what_is_kept_and_for_how_long(visit: Visit) -> None:
    page = visit("themagroep").open("/mijn-gegevens")
    for told in ("Teun Voorbeeld", "themagroep@voorbeeld.example", "Comenius College"):
        assert told in page.text
    assert "lid van Themagroep Eenzaamheid onder jongeren, sinds 5 januari 2026" in page.text
    assert "1 apparaat" in page.text and "Hoe lang" in page.text and "Woo" in page.text


def test_all_of_it_can_be_taken_along_and_no_token_with_it(visit: Visit, desk: Desk) -> None:
    teun = visit("themagroep")
    teun.write("/afspraken/nieuw", {"title": "Bel de mentoren", "by_when": "27-03-2026"})
    response = teun.open("/mijn-gegevens/download").response
    assert response.mimetype == "application/json"
    assert "attachment" in response.headers["Content-Disposition"]
    told = json.loads(response.text)
    assert told["adresboek"][0]["naam"] == "Teun Voorbeeld"
    assert told["rollen"] == [
        {"rol": "lid van Themagroep Eenzaamheid onder jongeren", "sinds": "2026-01-05"}
    ]
    assert told["in_het_logboek_door_jou"][-1]["gegevens"]["Wat"] == "Bel de mentoren"
    assert [one["wat"] for one in told["in_het_logboek_over_jou"]] == [
        "Lid toegelaten",
        "Rol gegeven",
    ]
    with reading(desk.engine) as db:
        hashes = db.execute(members.sessions.select()).mappings()
        assert not [row for row in hashes if row["token"] in response.text]


def test_someone_sets_right_the_own_name_and_address(visit: Visit) -> None:
    teun = visit("themagroep")
    page = teun.write("/mijn-gegevens/verbeteren", {"name": "Teun de Tester"})
    assert "Teun de Tester" in page.text and "Je gegevens zijn verbeterd" in page.text
    page = teun.send("/mijn-gegevens/verbeteren", {"mail": "kerngroep@voorbeeld.example"}, 422)
    assert "hoort al bij iemand" in page.text


def test_someone_erases_oneself_and_nothing_of_the_name_is_left(
    visit: Visit, desk: Desk, tmp_path: Path
) -> None:
    teun = visit("themagroep")
    form = teun.open("/mijn-gegevens/wissen")
    assert "Wat blijft" in form.text and "oud-lid" in form.text
    page = teun.write("/mijn-gegevens/wissen", {})
    assert "Je gegevens zijn gewist" in page.text and "Uitloggen" not in page.text
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    for trace in ("Teun", "themagroep@voorbeeld"):
        assert not [file for file in files if trace.encode() in file.read_bytes()]


def test_the_only_aanjager_is_warned_before_erasing(noor: Visitor) -> None:
    assert "De enige aanjager" in noor.open("/mijn-gegevens/wissen").text


def test_privacy_leads_to_every_right(visit: Visit) -> None:
    links = visit("themagroep").open("/privacy").links()
    for words in ("Bekijk jouw gegevens", "Download", "Verbeter", "Wis"):
        assert links[words].startswith("/mijn-gegevens")
