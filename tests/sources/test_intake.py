"""Taking in the plan: once is enough, and nothing a member did is undone."""

from collections import Counter
from pathlib import Path

from alliance import journal
from alliance.config import PERSONA_DATA
from alliance.database import reading
from alliance.desk import Desk
from alliance.events.activities import ActivityCorrected, ActivityPlanned
from alliance.events.base import Event
from alliance.events.offers import OfferConfirmed, OfferRegistered, OfferRevised
from alliance.events.personas import PersonaDescribed, PersonaRecognised
from alliance.events.programme import ResultAdjusted, ResultAgreed
from alliance.events.sources import ImportQuestionAnswered, ImportQuestionRaised
from alliance.events.words import AreasAdopted
from alliance.journal import Entry
from alliance.projections import questions
from alliance.sources import import_folder
from alliance.sources.intake import SUBJECTS
from tests.sources.conftest import Change

OFFER = "Denk & Doe mee!-fonds"


def everything(desk: Desk) -> list[Entry]:
    with reading(desk.engine) as db:
        return list(journal.entries(db))


def events(desk: Desk) -> list[Event]:
    return [entry.event for entry in everything(desk)]


def last(desk: Desk) -> Event:
    return events(desk)[-1]


def revised(desk: Desk, **facts: object) -> OfferRevised:
    with reading(desk.engine) as db:
        offer = journal.stream(db, "offer:b02")[0].event
    assert isinstance(offer, OfferRegistered)
    now = {name: getattr(offer, name) for name in offer.__struct_fields__} | facts
    return OfferRevised(**now)


def test_the_real_plan_enters_in_one_append(desk: Desk) -> None:
    report = import_folder(desk, PERSONA_DATA)
    entries = everything(desk)
    assert report.total == {"new": len(entries)}
    assert len({entry.at for entry in entries}) == 1
    assert {entry.by for entry in entries} == {"import"}
    found = Counter(type(entry.event) for entry in entries)
    assert found[ResultAgreed] == 16
    assert found[OfferRegistered] == 51
    assert found[PersonaDescribed] == 6
    assert desk.behind() == {}


def test_a_second_import_right_after_writes_nothing(desk: Desk) -> None:
    first = import_folder(desk, PERSONA_DATA)
    before = everything(desk)
    report = import_folder(desk, PERSONA_DATA)
    assert everything(desk) == before
    assert report.total == {"unchanged": first.total["new"]}
    assert str(report).endswith("Niets nieuws. Er is niets vastgelegd.")


def test_the_wijk_of_the_plan_starts_as_recognised(sqlite_desk: Desk) -> None:
    import_folder(sqlite_desk, PERSONA_DATA)
    recognised = [one for one in events(sqlite_desk) if isinstance(one, PersonaRecognised)]
    assert {(event.persona, event.wijk) for event in recognised} == {
        ("hans", "WK050206"),
        ("nick", "WK050207"),
        ("nick", "WK050208"),
        ("patricia", "WK050205"),
        ("truus", "WK050201"),
        ("yonas", "WK050207"),
        ("yonas", "WK050208"),
    }
    assert all(event.recognised for event in recognised)


def test_residents_are_known_per_wijk_and_never_made_zero(sqlite_desk: Desk) -> None:
    import_folder(sqlite_desk, PERSONA_DATA)
    (areas,) = [event for event in events(sqlite_desk) if isinstance(event, AreasAdopted)]
    buurten = [area for area in areas.items if area.level == "buurt"]
    assert len(buurten) == 79
    assert {area.residents for area in buurten} == {None}
    assert sum(area.inhabited is False for area in buurten) == 13
    wijken = [area for area in areas.items if area.level == "wijk"]
    assert sum(area.residents or 0 for area in wijken) == 67_935


def test_what_did_not_change_in_the_file_stays_what_members_made_of_it(
    sqlite_desk: Desk, folder: Path
) -> None:
    import_folder(sqlite_desk, folder)
    sqlite_desk.record([revised(sqlite_desk, name="Nieuwe naam")], by="noor")
    before = everything(sqlite_desk)
    report = import_folder(sqlite_desk, folder)
    assert everything(sqlite_desk) == before
    assert report.total["unchanged"] == report.total.total()


def test_what_changed_in_the_file_only_becomes_one_event(
    desk: Desk, folder: Path, change: Change
) -> None:
    import_folder(desk, folder)
    desk.record([OfferConfirmed(offer="b02")], by="noor")
    before = len(everything(desk))
    change("offers.csv", OFFER, "Fonds voor ideeën")
    report = import_folder(desk, folder)
    assert len(everything(desk)) == before + 1
    event = last(desk)
    assert isinstance(event, OfferRevised)
    assert event == revised(desk, name="Fonds voor ideeën")
    assert report.total["changed"] == 1
    assert "Gewijzigd volgens het bestand: offer:b02 (offers.csv)." in report.lines()


def test_a_result_that_changed_says_why(sqlite_desk: Desk, folder: Path, change: Change) -> None:
    import_folder(sqlite_desk, folder)
    change("programme.toml", "Capellenaren kennen de risico's", "Alle Capellenaren kennen risico's")
    import_folder(sqlite_desk, folder)
    event = last(sqlite_desk)
    assert isinstance(event, ResultAdjusted)
    assert event.result == "T2.R1"
    assert event.reason == "Gewijzigd in het plan"
    import_folder(sqlite_desk, folder)
    assert last(sqlite_desk) == event


def test_a_result_that_moves_to_another_theme_is_agreed_again(
    sqlite_desk: Desk, folder: Path, change: Change
) -> None:
    import_folder(sqlite_desk, folder)
    change("programme.toml", 'id = "T4.R1"\ntheme = "T4"', 'id = "T4.R1"\ntheme = "T3"')
    import_folder(sqlite_desk, folder)
    event = last(sqlite_desk)
    assert isinstance(event, ResultAgreed)
    assert (event.result, event.theme) == ("T4.R1", "T3")


def test_what_changed_on_both_sides_is_asked_once_and_never_overwritten(
    desk: Desk, folder: Path, change: Change
) -> None:
    import_folder(desk, folder)
    desk.record([revised(desk, name="Naam van een lid")], by="noor")
    change("offers.csv", OFFER, "Naam in het bestand")
    report = import_folder(desk, folder)
    asked = last(desk)
    assert isinstance(asked, ImportQuestionRaised)
    assert asked.item == "offer:b02"
    for words in (OFFER, "Naam in het bestand", "Naam van een lid"):
        assert f'"{words}"' in asked.difference
    assert report.total["asked"] == 1
    with desk.reading() as now:
        assert [one.question for one in now.ask(questions.unanswered)] == [asked.question]
    again = import_folder(desk, folder)
    assert last(desk) == asked
    assert again.total["waiting"] == 1


def test_an_answered_question_is_not_asked_again(
    sqlite_desk: Desk, folder: Path, change: Change
) -> None:
    import_folder(sqlite_desk, folder)
    sqlite_desk.record([revised(sqlite_desk, name="Naam van een lid")], by="noor")
    change("offers.csv", OFFER, "Naam in het bestand")
    import_folder(sqlite_desk, folder)
    asked = last(sqlite_desk)
    assert isinstance(asked, ImportQuestionRaised)
    answered = ImportQuestionAnswered(question=asked.question)
    sqlite_desk.record([answered], by="noor")
    import_folder(sqlite_desk, folder)
    assert last(sqlite_desk) == answered
    change("offers.csv", "Naam in het bestand", "Nog een andere naam")
    import_folder(sqlite_desk, folder)
    assert isinstance(last(sqlite_desk), ImportQuestionRaised)


def test_the_same_change_on_both_sides_is_no_question(
    sqlite_desk: Desk, folder: Path, change: Change
) -> None:
    import_folder(sqlite_desk, folder)
    sqlite_desk.record([revised(sqlite_desk, name="Fonds voor ideeën")], by="noor")
    before = len(everything(sqlite_desk))
    change("offers.csv", OFFER, "Fonds voor ideeën")
    report = import_folder(sqlite_desk, folder)
    assert len(everything(sqlite_desk)) == before
    assert report.total["asked"] == 0


def test_what_a_member_registered_under_the_same_id_is_asked_about(
    sqlite_desk: Desk, folder: Path
) -> None:
    sqlite_desk.record([OfferRegistered(offer="b02", name="Van een lid")], by="noor")
    report = import_folder(sqlite_desk, folder)
    assert report.total["asked"] == 1
    (asked,) = [event for event in events(sqlite_desk) if isinstance(event, ImportQuestionRaised)]
    assert asked.item == "offer:b02"


def test_what_is_gone_from_the_file_is_told_and_stays(desk: Desk, folder: Path) -> None:
    import_folder(desk, folder)
    before = everything(desk)
    lines = (folder / "offers.csv").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("b03,")]
    (folder / "offers.csv").write_text("".join(kept), "utf-8")
    report = import_folder(desk, folder)
    assert everything(desk) == before
    assert report.gone == ["offer:b03"]
    assert "Staat niet meer in het bestand en blijft staan: offer:b03." in report.lines()


def test_a_persona_no_longer_put_in_a_wijk_is_told(
    sqlite_desk: Desk, folder: Path, change: Change
) -> None:
    import_folder(sqlite_desk, folder)
    change("personas.toml", 'wijken = ["WK050207", "WK050208"]', 'wijken = ["WK050207"]')
    report = import_folder(sqlite_desk, folder)
    assert report.gone == ["persona:nick:WK050208"]
    assert report.counts["wijk"]["gone"] == 1


def test_the_report_speaks_of_every_subject_that_entered(sqlite_desk: Desk) -> None:
    import_folder(sqlite_desk, PERSONA_DATA)
    subjects = {entry.event.subject for entry in everything(sqlite_desk)}
    assert subjects | {"wijk"} == SUBJECTS.keys()


def test_a_place_is_not_quoted_because_it_may_hold_an_address(
    sqlite_desk: Desk, folder: Path, change: Change
) -> None:
    import_folder(sqlite_desk, folder)
    with reading(sqlite_desk.engine) as db:
        session = journal.stream(db, "activity:s03")[0].event
    assert isinstance(session, ActivityPlanned)
    facts = {name: getattr(session, name) for name in session.__struct_fields__}
    elsewhere = ActivityCorrected(**facts | {"place": "Beemsterhoek 1, 2904 AB 1"})
    sqlite_desk.record([elsewhere], by="noor")
    change("activities.csv", "Verpleeghuis Rijckehove,", "Ergens anders,")
    import_folder(sqlite_desk, folder)
    asked = last(sqlite_desk)
    assert isinstance(asked, ImportQuestionRaised)
    assert "plaats: is anders dan eerst" in asked.difference
    assert "Beemsterhoek" not in asked.difference
