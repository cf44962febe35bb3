"""Receipts: a form that was sent is handled once, however often it arrives."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from alliance.database import Statement
from alliance.recorder import as_text, receipts

_FIND = Statement(
    sa.select(receipts.c.form, receipts.c.position, receipts.c.answer).where(
        receipts.c.key == sa.bindparam("asked")
    )
)
_KEEP = Statement(sa.insert(receipts))


@dataclass(frozen=True)
class Receipt:
    """What an append came to: the last position and the answer that was given."""

    position: int
    answer: str | None
    again: bool  # this form was handled before; nothing new was written


class KeyUsed(Exception):
    """A form's one-time key was used before, for something else."""


def find_receipt(db: sa.Connection, key: str, form: str | None) -> Receipt | None:
    """The first answer to this form, if it came before; raises KeyUsed for another form."""
    found = _FIND.run(db, asked=key).fetchone()
    if found is None:
        return None
    first_form, position, answer = found
    if first_form != form:
        raise KeyUsed(key)
    return Receipt(position, answer, again=True)


def keep_receipt(
    db: sa.Connection, receipt: Receipt, *, key: str | None, form: str | None, at: str
) -> None:
    """Remember what a key was used for, in the transaction that did what the form asked."""
    if key:
        _KEEP.run(db, key=key, form=form, answer=receipt.answer, position=receipt.position, at=at)


def sweep_receipts(db: sa.Connection, older_than: datetime) -> int:
    """Forget the receipts of before a moment; how many there were."""
    return db.execute(sa.delete(receipts).where(receipts.c.at < as_text(older_than))).rowcount


def forget_form(db: sa.Connection, position: int) -> None:
    """Let go of what was typed in the form that wrote an entry: its hash could be guessed back."""
    after = sa.select(sa.func.min(receipts.c.position)).where(receipts.c.position >= position)
    last = receipts.c.position == after.scalar_subquery()
    db.execute(sa.update(receipts).where(last).values(form=None))
