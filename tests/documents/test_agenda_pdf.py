"""An agenda as a PDF: tagged, the same bytes each time, and without what is confidential."""

import re
from dataclasses import replace

from alliance.documents.agenda_letters import POINT_INSIDE, WHY_INSIDE, Item
from alliance.documents.agenda_pdf import agenda_pdf
from tests.documents.test_agenda_letters import LATE, SECRET, letter

LEAD = "Deze agenda is vastgesteld."


def drawn(*items: Item, within: bool = False, **more: object) -> bytes:
    return agenda_pdf(letter(*items), lead=LEAD, within=within, **more)  # type: ignore[arg-type]


def test_the_file_is_tagged_for_a_screen_reader() -> None:
    made = drawn(LATE)
    assert made.startswith(b"%PDF-")
    assert b"pdfuaid" in made and b"/MarkInfo" in made


def test_it_is_read_in_the_order_of_the_page_with_a_head_for_each_point() -> None:
    found = re.findall(rb"/S\s*/(H1|H2|P)\b", drawn(LATE, SECRET))
    assert found == [b"H1", b"P", b"P", b"H2", b"P", b"P", b"H2", b"P", b"P"]


def test_the_same_agenda_gives_the_same_bytes() -> None:
    assert drawn(LATE) == drawn(LATE)
    assert drawn(LATE) != drawn(replace(LATE, minutes=10))


def test_what_is_confidential_leaves_no_trace_outside_the_group() -> None:
    told = replace(SECRET, title=POINT_INSIDE, reason=WHY_INSIDE)
    assert drawn(LATE, SECRET) == drawn(LATE, told)
    assert drawn(LATE, SECRET, within=True) != drawn(LATE, told, within=True)


def test_what_is_hidden_is_covered() -> None:
    def over(text: str) -> str:
        return text.replace("De dag is voorbij.", "(verborgen tekst)")

    assert drawn(LATE, over=over) == drawn(replace(LATE, reason="(verborgen tekst)"))


def test_signs_of_a_text_are_only_signs() -> None:
    assert drawn(replace(LATE, title='#panic("x") $ *b* \\ ] "')).startswith(b"%PDF-")
