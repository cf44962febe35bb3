"""Files that do not fit: refused by file, place and what was expected; nothing is written."""

import csv
import re
from pathlib import Path

import pytest

from alliance import journal
from alliance.config import PERSONA_DATA
from alliance.database import reading
from alliance.desk import Desk
from alliance.sources import Unfit, import_folder
from alliance.sources.plan import read_plan
from tests.sources.conftest import Change, faults


def test_nothing_is_written_when_one_file_does_not_fit(
    desk: Desk, folder: Path, change: Change
) -> None:
    change("offers.csv", "groepsactiviteit", "groepsding")
    with pytest.raises(Unfit) as refused:
        import_folder(desk, folder)
    assert str(refused.value).splitlines() == [
        "Er is niets ingelezen. Verbeter dit eerst:",
        'offers.csv, regel 6, kind: "groepsding" staat niet in de woordenlijst "offer_kind"'
        " (vocabulary.toml).",
    ]
    with reading(desk.engine) as db:
        assert journal.head(db).position == 0


def test_every_fault_is_named_at_once(folder: Path, change: Change) -> None:
    change("offers.csv", ",loopt,", ",misschien,")
    change("personas.toml", "age = 82", 'age = "oud"')
    change("personas.toml", "age = 16", "age = -1")
    change("gebieden.toml", "linked = true", 'linked = "ja"')
    (folder / "routes.toml").unlink()
    assert faults(folder) == [
        "gebieden.toml, gebied 1 (schenkel), linked: hier hoort ja of nee (in TOML: true of false),"
        ' er staat "ja".',
        "offers.csv, regel 2, status: hier hoort een van deze woorden: gepland, loopt,"
        ' er staat "misschien".',
        'personas.toml, persona 1 (hans), age: hier hoort een geheel getal, er staat "oud".',
        "personas.toml, persona 2 (nick), age: hier hoort een geheel getal, er staat -1.",
        "routes.toml: dit bestand ontbreekt. Zet het in de map.",
    ]


def test_broken_toml_is_refused_with_its_line(folder: Path, change: Change) -> None:
    change("personas.toml", 'name = "Nick"', 'name = "Nick')
    (fault,) = faults(folder)[:1]
    assert re.match(r"personas\.toml, regel \d+, teken \d+: hier klopt de TOML niet", fault)


def test_toml_that_ends_too_early_is_refused(folder: Path) -> None:
    path = folder / "routes.toml"
    path.write_text(path.read_text("utf-8") + "\nx = [1,", "utf-8")
    assert [one for one in faults(folder) if one.startswith("routes.toml")]


def test_broken_csv_is_refused_with_its_line(folder: Path) -> None:
    path = folder / "fit.csv"
    path.write_text(path.read_text("utf-8").replace("P|P", '"P"|P', 1), "utf-8")
    (fault,) = faults(folder)
    assert fault.startswith("fit.csv, regel 2: deze regel is geen goede CSV")


def test_a_file_in_another_encoding_is_refused_with_its_line(folder: Path) -> None:
    path = folder / "organisations.csv"
    path.write_bytes(
        path.read_text("utf-8").replace("–", "-").replace("CJG", "ÇJG", 1).encode("cp1252")
    )
    found = [one for one in faults(folder) if one.startswith("organisations.csv")]
    assert found == [
        "organisations.csv, regel 5: hier staat een teken dat geen UTF-8 is."
        " Sla het bestand op als UTF-8."
    ]


def test_a_mark_before_the_first_column_is_no_fault(folder: Path) -> None:
    path = folder / "fit.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_plan(folder) == read_plan(PERSONA_DATA)


def test_a_missing_column_is_refused(folder: Path) -> None:
    path = folder / "areas.csv"
    rows = list(csv.reader(path.read_text("utf-8").splitlines()))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([*row[:3], *row[4:]] for row in rows)
    assert faults(folder) == ["areas.csv, regel 1: deze kolommen ontbreken: parent."]


def test_an_unknown_column_is_refused(folder: Path, change: Change) -> None:
    change("activities.csv", "id,title", "id,titel,title")
    assert "activities.csv, regel 1: deze kolommen kennen we niet: titel." in faults(folder)


def test_semicolons_are_named_as_such(folder: Path) -> None:
    path = folder / "fit.csv"
    path.write_text(path.read_text("utf-8").replace(",", ";"), "utf-8")
    (fault,) = faults(folder)
    assert "gescheiden met ;" in fault


def test_a_row_with_too_many_cells_is_refused(folder: Path, change: Change) -> None:
    change("fit.csv", "nog te bevestigen\n", "nog te bevestigen,en meer\n")
    assert faults(folder) == ["fit.csv, regel 2: hier horen 8 kolommen, er staan er 9."]


def test_a_missing_and_an_unknown_key_are_refused(folder: Path, change: Change) -> None:
    change("programme.toml", 'problem = "Eenzaamheid', 'probleem = "Eenzaamheid')
    found = faults(folder)
    assert "programme.toml, theme 1 (T1), problem: dit ontbreekt. Vul het in." in found
    assert any("theme 1 (T1), probleem: deze naam kennen we niet" in one for one in found)


def test_an_unknown_section_is_refused(folder: Path, change: Change) -> None:
    change("routes.toml", "[meta]", "[maten]")
    assert faults(folder) == ["routes.toml, maten: dit onderdeel kennen we niet. We kennen: route."]


def test_a_fault_deep_inside_a_record_is_named_with_its_place(folder: Path, change: Change) -> None:
    change("personas.toml", "rank = 1", 'rank = "een"')
    assert faults(folder) == [
        "personas.toml, persona 1 (hans), needs_ranked[1].rank: hier hoort een geheel getal,"
        ' er staat "een".'
    ]


def test_a_day_that_does_not_exist_is_refused(folder: Path, change: Change) -> None:
    change("activities.csv", "2024-03-06", "2024-02-31")
    (fault,) = faults(folder)
    assert fault.startswith("activities.csv, regel 2, date: hier hoort een dag die bestaat")


def test_a_text_that_is_too_long_is_refused(folder: Path, change: Change) -> None:
    change("offers.csv", "MaakCapelle", "M" * 201)
    (fault,) = faults(folder)
    assert fault.endswith("hier hoort tekst van 1 tot 200 tekens, er staat tekst van 201 tekens.")


def test_a_text_about_a_person_is_refused_at_its_field(folder: Path, change: Change) -> None:
    change("offers.csv", "Open sinds 13 december 2016.", "Bel 06 12345678.")
    (fault,) = faults(folder)
    assert fault.startswith("offers.csv, regel 8, note: Hier staat een telefoonnummer.")


def test_the_real_files_say_nothing_about_a_recognisable_person() -> None:
    assert len(read_plan(PERSONA_DATA)) > 200
