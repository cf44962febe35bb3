"""Which actions are asked for, and which of them someone may see, as conditions on the rows."""

from datetime import date, timedelta

import sqlalchemy as sa

from alliance.projections.action_rows import Eyes, Filter, Gone, Serving
from alliance.projections.action_tables import (
    ASKED,
    ASKED_LAST,
    ENDED,
    QUESTIONS,
    UNDATED,
    UNTOLD,
    actions,
    asks,
)

WAITING = ("gevraagd", "overleg")
"""Questions that wait for who was asked."""
TO_SETTLE = ("andere_datum", "afgewezen")
"""Questions that wait for who asked."""


def conditions(wanted: Filter, today: date) -> list[sa.ColumnElement[bool]]:
    """What a filter asks of the rows."""
    c = actions.c
    whose = ("owner", "author", "asker", "organisation", "group", "meeting")
    names = (*whose, "theme", "result", "persona")
    asked = [c[name] == value for name in names if (value := getattr(wanted, name))]
    asked += [assigned_to(wanted.mine)] if wanted.mine else []
    asked += [asked_of(wanted.asked)] if wanted.asked else []
    asked += [c.planned.in_(wanted.planned)] if wanted.planned else []
    asked += [c.area.in_(wanted.areas)] if wanted.areas else []
    asked += [c[wanted.missing].is_(None)] if wanted.missing else []
    asked += [visible(wanted.seen_by, today)] if wanted.seen_by else []
    asked += [quiet(wanted, today)] if wanted.silent else []
    asked += [done_by(wanted.done_by)] if wanted.done_by and not wanted.silent else []
    asked += [for_anyone()] if wanted.anyone else []
    asked += [to_tell()] if wanted.to_tell else []
    asked += [left_behind(wanted.gone)] if wanted.gone else []
    asked += [serves(wanted.serves)] if wanted.serves else []
    if wanted.past_date:
        asked += [c.rank < today.toordinal()]
    turn = {WAITING: wanted.waiting, TO_SETTLE: wanted.to_settle}
    for statuses in (one for one, is_asked in turn.items() if is_asked):
        asked += [c.status.in_(statuses), c.rank.between(ASKED, ASKED_LAST)]
    if wanted.status == "open" or wanted.missing:
        asked += [c.rank <= UNDATED]
    elif wanted.status is None:
        asked += [c.rank <= ENDED]
    return asked + ([c.status == wanted.status] if wanted.status else [])


def assigned_to(member: str) -> sa.ColumnElement[bool]:
    """What a member does: their own, and what they wrote down for nobody yet."""
    c = actions.c
    nobody = sa.and_(c.owner.is_(None), c.author == member, c.asker.is_(None))
    return sa.or_(c.owner == member, nobody)


def quiet(wanted: Filter, today: date) -> sa.ColumnElement[bool]:
    """What nobody heard of for long, of whom is asked about, and what looks odd."""
    found = silent(today, wanted.silent)
    mine = sa.and_(found, done_by(wanted.done_by)) if wanted.done_by else found
    return sa.or_(mine, actions.c.action.in_(wanted.odd)) if wanted.odd else mine


def silent(today: date, days: int) -> sa.ColumnElement[bool]:
    """What goes as agreed, as far as anyone said; nobody said anything for so many days."""
    c = actions.c
    ahead = c.rank.between(today.toordinal(), UNDATED)
    return sa.and_(ahead, c.news_on <= today - timedelta(days=days))


def done_by(whom: Eyes) -> sa.ColumnElement[bool]:
    """What a member does, by name or for an organisation without a name."""
    c = actions.c
    ours = sa.and_(c.owner.is_(None), c.organisation.in_(whom.organisations))
    return sa.or_(assigned_to(whom.member), ours)


def serves(what: Serving) -> sa.ColumnElement[bool]:
    """What serves a pillar: by itself, or as its result or theme does."""
    c = actions.c
    of_theme = sa.and_(c.result.is_(None), c.theme.in_(what.themes))
    follows = sa.or_(c.result.in_(what.results), of_theme)
    return sa.or_(c.action.in_(what.actions), sa.and_(c.action.not_in(what.others), follows))


def for_anyone() -> sa.ColumnElement[bool]:
    """What is asked of anyone, and was taken by nobody yet."""
    c = actions.c
    nobody = sa.and_(c.organisation.is_(None), c.owner.is_(None))
    return sa.and_(c.status == "gevraagd", c.rank.between(ASKED, ASKED_LAST), nobody)


def to_tell() -> sa.ColumnElement[bool]:
    """What someone took who did not hear yet what came of it.

    It says what does not count, since there are few of these and many that are open or done: so a
    database begins with what was taken.
    """
    taken = sa.select(asks.c.action).where(UNTOLD)
    other = (*QUESTIONS, "niet_doorgegaan", "teruggenomen")
    return sa.and_(actions.c.action.in_(taken), actions.c.status.not_in(other))


def left_behind(gone: Gone) -> sa.ColumnElement[bool]:
    """What has not ended and is of someone who is gone."""
    c = actions.c
    theirs = sa.or_(c.owner.in_(gone.members), c.organisation.in_(gone.organisations))
    return sa.and_(c.rank < ASKED_LAST, theirs)


def asked_of(whom: Eyes) -> sa.ColumnElement[bool]:
    """What a member may answer: asked by name, or of an organisation without a name."""
    c = actions.c
    ours = sa.and_(c.owner.is_(None), c.organisation.in_(whom.organisations))
    waits = sa.and_(c.status.in_(WAITING), c.rank.between(ASKED, ASKED_LAST))
    return sa.and_(waits, sa.or_(c.owner == whom.member, ours))


def visible(eyes: Eyes, today: date) -> sa.ColumnElement[bool]:
    """What these eyes may see: what goes as agreed, and what is their own or of their groups."""
    c = actions.c
    moved = sa.and_(c.status == "open", c.moved > 0)
    named = sa.or_(c.organisation.is_not(None), c.owner.is_not(None))
    silent = sa.and_(c.rank.between(ASKED, ASKED_LAST), named)
    behind = sa.or_(c.rank < today.toordinal(), moved, silent, c.status == "niet_doorgegaan")
    own = sa.or_(*(c[name] == eyes.member for name in ("owner", "author", "asker")))
    ours = sa.or_(c.group.in_(eyes.groups), c.organisation.in_(eyes.organisations))
    return sa.or_(sa.not_(behind), own, ours)
