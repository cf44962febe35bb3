"""Receipts: a form is handled once, however often it arrives."""

from datetime import timedelta

import pytest

from alliance.database import reading, writing
from alliance.journal import Journal, KeyUsed, Stale, find_receipt
from alliance.receipts import sweep_receipts
from tests.conftest import Clock
from tests.test_journal import AGREED, WALK, written


def test_a_form_that_arrives_twice_is_handled_once(journal: Journal) -> None:
    first = journal.append([AGREED], by="fatima", key="k1", form="f1", answer="/afspraken/coffee")
    journal.append([WALK], by="jan")
    again = journal.append([AGREED], by="fatima", key="k1", form="f1", answer="/elders")
    assert (again.position, again.answer, again.again) == (1, "/afspraken/coffee", True)
    assert (first.position, first.answer, first.again) == (1, "/afspraken/coffee", False)
    assert written(journal.engine) == [AGREED, WALK]


def test_a_repeated_form_gets_its_answer_before_any_rule(journal: Journal) -> None:
    journal.append([AGREED], by="fatima", key="k1", form="f1", answer="/afspraken/coffee")
    with reading(journal.engine) as db:
        found = find_receipt(db, "k1", "f1")
        assert found and found.answer == "/afspraken/coffee"
        assert find_receipt(db, "k2", "f1") is None


def test_a_used_key_is_refused_for_another_form(journal: Journal) -> None:
    journal.append([AGREED], by="fatima", key="k1", form="f1")
    with pytest.raises(KeyUsed):
        journal.append([WALK], by="fatima", key="k1", form="f2")
    assert written(journal.engine) == [AGREED]


def test_a_form_that_changes_nothing_is_answered_once_too(journal: Journal) -> None:
    journal.append([AGREED], by="fatima")
    assert journal.append([], by="fatima", key="k1", form="f1", answer="/").position == 1
    assert journal.append([], by="fatima", key="k1", form="f1").answer == "/"


def test_a_refused_append_leaves_its_key_unused(journal: Journal) -> None:
    with pytest.raises(Stale):
        journal.append([AGREED], by="fatima", seen={"action:coffee": 3}, key="k1", form="f1")
    assert not journal.append([AGREED], by="fatima", key="k1", form="f1").again


def test_old_receipts_are_swept(journal: Journal, clock: Clock) -> None:
    journal.append([AGREED], by="fatima", key="k1", form="f1")
    clock.forward(days=31)
    journal.append([WALK], by="fatima", key="k2", form="f2")
    with writing(journal.engine) as db:
        assert sweep_receipts(db, older_than=clock() - timedelta(days=30)) == 1
        assert find_receipt(db, "k1", "f1") is None
        assert find_receipt(db, "k2", "f2") is not None
