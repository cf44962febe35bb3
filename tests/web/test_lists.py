"""Taking in a list as it is: its file, its columns, what happens row by row, and taking it back."""

from collections.abc import Callable

from alliance import members, uploads
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.journal import head
from alliance.sources import sheets
from tests.conftest import Clock
from tests.sources.books import separated, xlsx
from tests.web.handed import (
    CONTACTS,
    NEW,
    OFFERS,
    SONRISA,
    choose,
    columns_of,
    hand_in,
    rows_page,
    take,
    tap,
)
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]


def kept(desk: Desk) -> int:
    """How many lists wait to be taken in."""
    with reading(desk.engine) as db:
        return len(uploads.waiting(db, "m-aanjager"))


def position(desk: Desk) -> int:
    with reading(desk.engine) as db:
        return head(db).position


def test_only_the_aanjager_takes_lists_in(visit: Visit, noor: Visitor) -> None:
    assert noor.open(NEW).visible_fields() == ["contents", "origin", "file"]
    for role in ("kerngroep", "contactpersoon", "beheerder"):
        visit(role).open(NEW, status=403)


def test_everything_that_is_missing_is_said_at_once(noor: Visitor, desk: Desk) -> None:
    page = noor.send(NEW, {"origin": ""}, status=422)
    for words in ("Kies wat er in de lijst staat.", "waar de lijst vandaan komt", "Kies een best"):
        assert words in page.text
    assert kept(desk) == 0


def test_a_file_that_cannot_be_read_says_what_to_do(noor: Visitor, desk: Desk) -> None:
    for content in (b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"E\0n\0c\0"):
        assert "op als .xlsx" in hand_in(noor, content, status=422).text
    assert "te groot" in hand_in(noor, b"a" * (sheets.LARGEST + 9), status=422).text
    assert "te groot" in hand_in(noor, b"a" * (sheets.LARGEST + 900_000), status=413).text
    assert kept(desk) == 0


def test_other_forms_take_no_large_file(noor: Visitor) -> None:
    sent = noor.open("/aanbod/nieuw").fields() | {"for_whom": "a" * 400_000}
    noor.post("/aanbod/nieuw", sent, status=413)


def test_an_origin_that_names_someone_is_asked_about(noor: Visitor) -> None:
    page = hand_in(noor, OFFERS, status=422, origin="lijst van mevrouw Jansen")
    assert "herkenbaar persoon" in page.text


def test_the_columns_are_guessed_and_shown_with_the_first_rows(noor: Visitor) -> None:
    page = hand_in(noor, OFFERS)
    assert page.title == "Kies de kolommen"
    assert "Soep op vrijdag" in page.text
    fields = page.fields()
    assert [fields[one] for one in ("name", "organisation", "for_whom", "place")] == list("0123")
    assert fields.get("kind") in (None, "")


def test_a_column_that_is_needed_must_be_chosen(noor: Visitor) -> None:
    page = hand_in(noor, [("x", "y"), ("Soep", SONRISA)])
    sent = noor.post(page.response.request.path, page.fields(), status=422)
    assert "Kies in welke kolom dit staat." in sent.text
    rows = columns_of(noor, page, name="0", organisation="1")
    assert "Regel 2: Soep" in noor.open(f"{rows}?toon=new").text


def test_another_sheet_and_another_row_of_headings_can_be_chosen(noor: Visitor) -> None:
    book = xlsx(Uitleg=[["Lees dit eerst"]], Lijst=[["Versie 3"], *OFFERS])
    page = hand_in(noor, book)
    assert "Lees dit eerst" in page.text
    here = page.response.request.path
    again = noor.open(f"{here}?blad=1")
    assert "Soep op vrijdag" in again.text
    assert again.fields()["name"] == "0"
    none = noor.open(f"{here}?blad=1&rij=0")
    assert "Versie 3" in none.text
    sent = noor.post(f"{here}?blad=1", again.fields())
    rows = sent.response.headers["Location"]
    assert "Regel 3: Soep" in noor.open(f"{rows}?toon=new").text


def test_how_a_list_with_separators_is_written_is_shown_and_can_be_changed(noor: Visitor) -> None:
    page = hand_in(noor, separated(OFFERS, ";", "windows-1252"))
    assert "Breicafé" in page.text
    chosen = page.html.query("select option[selected]")
    shown = " ".join(option.to_text() for option in chosen)
    assert "Windows-1252" in shown
    assert "puntkomma" in shown
    here = page.response.request.path
    assert "BreicafÃ" not in page.text
    assert "Naam;Organisatie" in noor.open(f"{here}?scheiding=,").text
    noor.open(f"{here}?letters=utf-8", status=422)


def test_row_by_row_is_told_what_would_happen_and_nothing_is_written(
    noor: Visitor, desk: Desk
) -> None:
    before = position(desk)
    page = noor.open(rows_page(noor, OFFERS))
    for words in ("Neem 1 regel", "Organisaties die we niet kennen 1", "Breiclub Voorbeeld"):
        assert words.replace("1 regel", "één regel") in page.text
    faulty = noor.open(f"{page.response.request.path}?toon=faulty").text
    assert (
        "Regel 4" in faulty and "Kolom A, Hoe heet het: Schrijf op hoe het aanbod heet." in faulty
    )
    assert "Regel 5" in faulty and "herkenbaar persoon" in faulty
    assert position(desk) == before


def test_a_list_is_taken_in_as_one_and_what_was_uploaded_goes(noor: Visitor, desk: Desk) -> None:
    rows = rows_page(noor, OFFERS)
    choose(noor, rows)
    assert "Nieuwe organisatie: Breiclub Voorbeeld" in noor.open(f"{rows}?toon=new").text
    page = take(noor, rows)
    assert page.title == "Aanbod uit: sociale kaart van 2025"
    for words in ("Opgenomen: 2 regels.", "Soep op vrijdag", "Breicafé", "Breiclub Voorbeeld"):
        assert words in page.text
    assert kept(desk) == 0
    noor.open(rows, status=404)
    offer = noor.open(page.links()["Breicafé"])
    for words in ("nog te bevestigen", "in de stad", "Bron: sociale kaart van 2025"):
        assert words in offer.text
    assert "Schenkel" in noor.open(page.links()["Soep op vrijdag"]).text


def test_a_row_is_corrected_in_place(noor: Visitor) -> None:
    rows = rows_page(noor, OFFERS)
    form = noor.open(f"{rows}/4/verbeteren")
    assert "Schrijf op hoe het aanbod heet." in form.text
    wrong = noor.send(f"{rows}/4/verbeteren", {"kind": "bestaat niet", "name": "Kaarten"}, 422)
    assert "Kies een van de mogelijkheden" in wrong.text
    noor.send(f"{rows}/4/verbeteren", {"kind": "Fonds of subsidie", "name": "Kaarten"})
    assert "Regel 4: Kaarten" in noor.open(f"{rows}?toon=new").text
    asked = noor.send(f"{rows}/5/verbeteren", {"name": "Mevrouw Jansen (82) leest voor"}, 422)
    assert "Dit gaat niet over een herkenbaar persoon." in asked.text
    noor.send(f"{rows}/5/verbeteren", {"name": "Mevrouw Jansen (82) leest voor", "sure": "ja"})
    assert "Regel 5: Mevrouw" in noor.open(f"{rows}?toon=new").text
    noor.open(f"{rows}/40/verbeteren", status=404)


def test_what_is_there_already_stays_out_and_what_is_like_it_is_asked(noor: Visitor) -> None:
    take(noor, rows_page(noor, OFFERS[:2]))
    again = [*OFFERS[:2], ("Soep op vrijdagen", SONRISA), ("SOEP OP VRIJDAG!", SONRISA)]
    rows = rows_page(noor, again)
    page = noor.open(rows)
    assert "staat er al 2" in page.text
    assert "Er is nog geen regel die zo kan worden opgenomen." in page.text
    alike = noor.open(f"{rows}?toon=alike")
    assert "In jouw lijst" in alike.text and "Iedereen uit de buurt" in alike.text
    out = tap(noor, f"{rows}?toon=alike", f"{rows}/3", use="weglaten")
    assert "Regel 3" in noor.open(f"{rows}?toon=out").text
    assert "Toch meenemen" in noor.open(f"{rows}?toon=out").text
    tap(noor, f"{rows}?toon=out", f"{rows}/3", use="opnemen")
    assert "Regel 3" in noor.open(f"{rows}?toon=new").text
    assert out.status == 200


def test_an_organisation_that_looks_known_is_asked_and_never_guessed(noor: Visitor) -> None:
    rows = rows_page(noor, [("Naam", "Van wie"), ("Spelavond", "Lelie Zorg"), ("Koor", "Niemand")])
    page = noor.open(rows)
    assert "Dit is Lelie Zorggroep" in page.text
    chosen = choose(noor, rows, **{"organisation-0": "lelie", "organisation-1": "none"})
    assert "Organisaties die we niet kennen" not in chosen.text
    page = take(noor, rows)
    assert "Lelie Zorggroep" in noor.open(page.links()["Spelavond"]).text
    assert "Niemand" in noor.open(page.links()["Koor"]).text


def test_a_list_of_another_is_not_seen_and_goes_after_a_day(
    noor: Visitor, visit: Visit, desk: Desk, clock: Clock
) -> None:
    rows = rows_page(noor, OFFERS)
    visit("kerngroep").open(rows, status=403)
    assert "Nog niet klaar" in noor.open("/lijsten/").text
    clock.forward(hours=25)
    noor.open(rows, status=404)
    with writing(desk.engine) as db:
        uploads.sweep(db, clock())
    assert kept(desk) == 0


def test_a_list_that_is_not_wanted_is_thrown_away(noor: Visitor, desk: Desk) -> None:
    rows = rows_page(noor, OFFERS)
    address = rows.replace("regels", "weggooien")
    page = tap(noor, rows.replace("regels", "kolommen"), address)
    assert "Er is niets opgenomen." in page.text
    assert kept(desk) == 0


def test_contacts_go_to_the_phone_book_and_into_no_event(noor: Visitor, desk: Desk) -> None:
    rows = rows_page(noor, CONTACTS, "contacts")
    choose(noor, rows)
    assert "Schrijf het hele mailadres" in noor.open(f"{rows}?toon=faulty").text
    page = take(noor, rows)
    for words in ("Wil Voorbeeld", "Ans Voorbeeld", "Eetclub Voorbeeld"):
        assert words in page.text
    with reading(desk.engine) as db:
        data = str(db.exec_driver_sql("SELECT data FROM journal").all())
        member = members.find_by_mail(db, "wil@voorbeeld.example")
    assert "Wil Voorbeeld" not in data and "wil@" not in data
    assert member
    shown = noor.open("/alliantie/organisaties/welzijn_capelle").text
    assert "Wil Voorbeeld" in shown
    again = noor.open(rows_page(noor, CONTACTS[:2], "contacts"))
    assert "staat er al 1" in again.text


def test_agreements_come_in_with_their_day_or_as_done(noor: Visitor) -> None:
    listed = [
        ("Actie", "Wie", "Deadline", "Klaar op"),
        ("Zaal regelen", SONRISA, "27-11-2026", ""),
        ("Folders drukken", SONRISA, "", "1-2-2026"),
        ("Taart bakken", SONRISA, "31-02-2026", ""),
    ]
    rows = rows_page(noor, listed, "actions")
    faulty = noor.open(f"{rows}?toon=faulty").text
    assert "Kolom C, Vóór welke dag: Deze dag bestaat niet" in faulty
    page = take(noor, rows)
    assert "27 november 2026" in noor.open(page.links()["Zaal regelen"]).text
    assert "1 februari 2026" in noor.open(page.links()["Folders drukken"]).text
