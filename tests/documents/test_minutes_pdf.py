"""Minutes as a PDF: tagged, the same bytes each time, and without what is confidential."""

import re

from msgspec.structs import replace

from alliance.documents.minutes_pdf import minutes_pdf
from alliance.events.minutes_drafts import outward
from alliance.events.records import MinutesItem
from alliance.seals import seal
from tests.documents.test_minutes import TOLD

SECRET = MinutesItem(title="Een klacht #over *iets*", confidential=True)


def drawn(**more: object) -> bytes:
    told = outward(replace(TOLD, items=(*TOLD.items, SECRET)))
    return minutes_pdf(told, approved=None, seal=seal(told), **more)  # type: ignore[arg-type]


def test_the_file_is_tagged_for_a_screen_reader() -> None:
    made = drawn()
    assert made.startswith(b"%PDF-")
    assert b"pdfuaid" in made and b"/MarkInfo" in made


def test_it_is_read_in_the_order_of_the_page_with_a_list_under_each_head() -> None:
    found = re.findall(rb"/S\s*/(H1|H2|P|LI|L)\b", drawn())
    assert found[:4] == [b"H1", b"P", b"P", b"H2"]
    assert found[4:] == [b"LI", b"LI", b"LI", b"L", b"H2", b"P", b"P"]


def test_what_stays_inside_is_marked_on_the_paper_of_the_group() -> None:
    whole = replace(TOLD, items=(*TOLD.items, SECRET))
    open_to_all = replace(TOLD, items=(*TOLD.items, replace(SECRET, confidential=False)))
    assert minutes_pdf(whole, approved=None, seal="") != minutes_pdf(
        open_to_all, approved=None, seal=""
    )


def test_the_same_minutes_give_the_same_bytes() -> None:
    assert drawn() == drawn()
    approved = minutes_pdf(TOLD, approved="Vastgesteld op 14 januari 2027.", seal=seal(TOLD))
    assert approved != drawn()


def test_what_is_confidential_leaves_no_trace() -> None:
    bare = outward(TOLD)
    assert drawn() == minutes_pdf(bare, approved=None, seal=seal(bare))


def test_what_is_hidden_is_covered() -> None:
    def over(text: str) -> str:
        return text.replace("We rijden.", "(verborgen tekst)")

    assert drawn(over=over) != drawn()


def test_signs_of_a_text_are_only_signs() -> None:
    strange = replace(TOLD, items=(MinutesItem(title='#panic("x") $ *b* \\ ] "'),))
    assert minutes_pdf(strange, approved=None, seal="").startswith(b"%PDF-")
