"""An agenda in the making: it follows what is proposed, and what the chair chose comes first."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alliance.events import agenda_drafts as drafts
from alliance.events.agenda_drafts import GONE, THERE, Draft, draft_agenda
from alliance.events.agenda_rules import NO_POINTS, NO_TITLE, POINT_LENGTH, SENT, send_agenda
from alliance.events.agendas import AgendaChoice, AgendaPrepared
from alliance.events.meetings import AgendaLine, AgendaSent, AgendaSet, MeetingPlanned
from alliance.events.meetings_rules import PAST
from alliance.events.state import UNCHANGED
from tests.refusals import faults

SUNDAY, THURSDAY, FRIDAY = (date(2026, 11, day) for day in (22, 26, 27))
PLANNED = MeetingPlanned(meeting="m1", group="kerngroep", on=THURSDAY, minutes=60)
DIGEST, OTHER = "a" * 64, "b" * 64


def line(key: str, minutes: int = 20, title: str = "") -> AgendaLine:
    return AgendaLine(
        key=key, title=title or key, kind="bespreken", minutes=minutes, reason="Daarom."
    )


A, B, C, D = (line(f"item:{name}") for name in "abcd")


def drawn(*proposed: AgendaLine, by: AgendaPrepared | None = None, **more: Any) -> Draft:
    """The draft of these proposals after what was prepared."""
    chosen: dict[str, Any] = {"choices": by.choices, "dropped": by.dropped} if by else {}
    return draft_agenda("m1", 60, proposed=proposed or (A, B, C, D), **chosen | more)


def keys(found: Any) -> str:
    return "".join(one.key.removeprefix("item:") for one in found)


def done(act: Callable[..., AgendaPrepared], draft: Draft, **what: Any) -> AgendaPrepared:
    return act([PLANNED], draft, today=SUNDAY, **what)


def test_untouched_the_heaviest_points_fill_the_meeting_and_the_rest_waits() -> None:
    draft = drawn()

    assert (keys(draft.lines), keys(draft.waits), draft.used) == ("abc", "d", 60)


def test_a_smaller_point_fills_what_a_larger_one_leaves() -> None:
    draft = drawn(A, line("item:b", 50), C)

    assert (keys(draft.lines), keys(draft.waits)) == ("ac", "b")


def test_a_point_is_moved_up_down_and_to_the_top() -> None:
    first = done(drafts.move_point, drawn(), key="item:c", to=1)
    assert keys(drawn(by=first).lines) == "acb"
    top = done(drafts.move_point, drawn(by=first), key="item:b", to=-1)
    assert keys(drawn(by=top).lines) == "bac"


def test_what_the_chair_arranged_still_follows_what_happens() -> None:
    moved = done(drafts.move_point, drawn(), key="item:c", to=0)
    better = line("item:a", title="Al vier afspraken")
    draft = drawn(better, B, D, by=moved)

    assert keys(draft.lines) == "abd"
    assert draft.lines[0].title == "Al vier afspraken"


def test_a_pinned_point_stays_when_its_cause_is_gone() -> None:
    pinned = done(drafts.pin_point, drawn(), key="item:a")
    draft = drawn(B, C, D, by=pinned)

    assert (keys(draft.lines), keys(draft.waits)) == ("abc", "d")
    assert draft.lines[0] == A
    loose = done(drafts.pin_point, draft, key="item:a", pinned=False)
    assert keys(drawn(B, C, D, by=loose).lines) == "bcd"


def test_a_pinned_point_that_is_let_go_reads_as_proposed_again() -> None:
    pinned = drawn(by=done(drafts.pin_point, drawn(), key="item:a"))
    loose = done(drafts.pin_point, pinned, key="item:a", pinned=False)

    assert loose.choices[0] == AgendaChoice(key="item:a")


def test_a_point_gets_another_title_length_kind_and_presenter() -> None:
    changed = done(
        drafts.change_point,
        drawn(),
        key="item:a",
        title=" Vervoer ",
        minutes=30,
        kind="besluiten",
        presenter="organisation:welzijn_capelle",
        confidential=True,
    )
    draft = drawn(by=changed)

    assert draft.lines[0] == AgendaLine(
        key="item:a",
        title="Vervoer",
        kind="besluiten",
        minutes=30,
        reason="Daarom.",
        presenter="organisation:welzijn_capelle",
        confidential=True,
    )
    assert changed.choices[0].reason is None
    assert (draft.used, keys(draft.waits)) == (70, "d")


def test_a_changed_point_is_refused_with_every_fault_at_once() -> None:
    told = faults(lambda: done(drafts.change_point, drawn(), key="item:a", title=" ", minutes=0))
    assert told == {"title": NO_TITLE, "minutes": POINT_LENGTH}
    told = faults(lambda: done(drafts.change_point, drawn(), key="item:a", title="item:a"))
    assert told == {"form": UNCHANGED}


def test_a_dropped_proposal_does_not_come_back_for_this_meeting() -> None:
    dropped = done(drafts.drop_point, drawn(), key="item:a")
    draft = drawn(by=dropped)

    assert (keys(draft.lines), keys(draft.waits), keys(draft.dropped)) == ("bcd", "", "a")
    assert keys(drawn(A, B, line("item:e", 20), by=dropped).lines) == "be"


def test_what_waits_or_was_dropped_can_be_put_on_the_agenda() -> None:
    taken = done(drafts.take_point, drawn(), key="item:d")
    draft = drawn(by=taken)
    assert (keys(draft.lines), draft.used) == ("abcd", 80)
    dropped = drawn(by=done(drafts.drop_point, draft, key="item:a"))
    back = drawn(by=done(drafts.take_point, dropped, key="item:a"))
    assert (keys(back.lines), keys(back.dropped)) == ("bcda", "")


def test_the_chair_adds_a_point_that_nobody_raised() -> None:
    raised, prepared = drafts.add_point(
        [PLANNED], drawn(), item="x", title=" Een bankje ", kind="bespreken", today=SUNDAY
    )

    assert (raised.item, raised.group, raised.title) == ("x", "kerngroep", "Een bankje")
    assert prepared.choices[-1] == AgendaChoice(key="item:x")


@pytest.mark.parametrize("act", [drafts.pin_point, drafts.drop_point, drafts.take_point])
def test_a_point_that_is_not_there_is_refused(act: Callable[..., AgendaPrepared]) -> None:
    assert faults(lambda: done(act, drawn(), key="item:z")) == {"form": GONE}


def test_a_point_that_is_there_is_not_put_there_again() -> None:
    assert faults(lambda: done(drafts.take_point, drawn(), key="item:a")) == {"form": THERE}


def test_the_agenda_of_a_meeting_that_was_stays_as_it_is() -> None:
    told = faults(lambda: drafts.move_point([PLANNED], drawn(), key="item:a", to=1, today=FRIDAY))
    assert told == {"form": PAST}


def test_an_agenda_that_was_set_changes_only_by_hand() -> None:
    draft = drawn(A, B, D, set_before=[A, C], dropped=["item:b"])

    assert (keys(draft.lines), keys(draft.waits), keys(draft.dropped)) == ("ac", "d", "b")
    moved = done(drafts.move_point, draft, key="item:c", to=0)
    again = drawn(A, B, D, by=moved, set_before=[A, C])
    assert keys(again.lines) == "ca"


def sent(*history: Any, lines: tuple[AgendaLine, ...] = (A, B), digest: str = DIGEST) -> Any:
    return send_agenda([PLANNED, *history], lines=lines, digest=digest, today=SUNDAY)


def test_sending_an_agenda_sets_it() -> None:
    assert sent() == (
        AgendaSet(meeting="m1", lines=(A, B)),
        AgendaSent(meeting="m1", digest=DIGEST),
    )


def test_an_agenda_that_was_set_already_is_only_sent() -> None:
    assert sent(AgendaSet(meeting="m1", lines=(A, B))) == (AgendaSent(meeting="m1", digest=DIGEST),)


def test_the_same_agenda_is_not_sent_twice_and_a_changed_one_is() -> None:
    before = sent()
    assert faults(lambda: sent(*before)) == {"form": SENT}
    assert len(sent(*before, lines=(B,), digest=OTHER)) == 2
    assert sent(*before, digest=OTHER) == (AgendaSent(meeting="m1", digest=OTHER),)


def test_an_empty_agenda_is_not_sent() -> None:
    assert faults(lambda: sent(lines=())) == {"lines": NO_POINTS}
