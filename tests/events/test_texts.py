"""The texts of an event: each is found at its path, and can be replaced there alone."""

import json
from pathlib import Path

import pytest

from alliance.events.base import TITLE_LENGTH, Event
from alliance.events.meetings import AgendaLine, AgendaSet
from alliance.events.offers import OfferRegistered
from alliance.events.programme import ResultAgreed, Target
from alliance.events.texts import fitting, text_at, texts, with_text
from alliance.journal import decode

LINE = AgendaLine(key="x", title="Koffie", kind="bespreken", minutes=5, reason="Het is op")
AGENDA = AgendaSet(meeting="m1", lines=(LINE, LINE))
RESULT = ResultAgreed(
    result="r1", theme="t1", statement="Meer", target=Target(words="Tien"), ideas=("a", "b")
)
STORED = Path(__file__).parent.parent / "stored_examples.jsonl"
EXAMPLES = [json.loads(line) for line in STORED.read_text("utf-8").splitlines()]


def test_every_text_is_found_at_its_path_also_in_parts_and_lists() -> None:
    assert [(said.path, said.text) for said in texts(RESULT)] == [
        ("statement", "Meer"),
        ("target.words", "Tien"),
        ("ideas.0", "a"),
        ("ideas.1", "b"),
    ]
    assert [said.path for said in texts(AGENDA)][1] == "lines.0.reason"
    assert {said.field for said in texts(AGENDA)} == {"lines"}


def test_places_and_contacts_are_texts_that_are_not_free() -> None:
    offer = OfferRegistered(offer="o1", name="Koffie", place="De Wel", contact="010 123 45 67")
    assert [(said.path, said.free) for said in texts(offer)] == [
        ("name", True),
        ("place", False),
        ("contact", False),
    ]


def test_where_no_text_stands_there_is_none() -> None:
    assert text_at(AGENDA, "lines.1.title") == "Koffie"
    for path in ("lines.2.title", "lines", "meeting", "nothing", ""):
        assert text_at(AGENDA, path) is None


def test_one_text_is_replaced_and_nothing_else() -> None:
    new = with_text(AGENDA, "lines.1.reason", "weg")
    assert text_at(new, "lines.1.reason") == "weg"
    assert with_text(new, "lines.1.reason", "Het is op") == AGENDA
    assert with_text(RESULT, "ideas.0", "c").ideas == ("c", "b")


def test_a_text_that_grew_too_long_gives_way() -> None:
    assert fitting("langer", "kort", "weg") == "langer"
    assert fitting("x" * (TITLE_LENGTH + 1), "x" * TITLE_LENGTH, "weg") == "weg"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"])
def test_every_text_of_every_event_can_be_replaced_and_read_back(example: dict[str, str]) -> None:
    event: Event = decode(example["name"], json.dumps(example["data"]).encode())
    for said in texts(event):
        assert text_at(with_text(event, said.path, "weg"), said.path) == "weg"
