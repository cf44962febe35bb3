"""All that someone without login is asked, on one page: agreements and offers, with answers."""

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from alliance import tickets
from alliance.documents.week import Share, Task
from alliance.mailing.doubting import with_doubts
from alliance.mailing.inviting import invitations
from alliance.mailing.shares import Known, Someone, shares
from alliance.web.confirming import on_page
from alliance.web.pages import page, past_day, reading, today
from alliance.web.roles import needs
from alliance.web.ticket_offers import answering
from alliance.web.tickets import opened_page
from alliance.web.writing import to_today

bp = Blueprint("ticket_page", __name__, url_prefix=tickets.PLACE)


@bp.get("/<token>/alles")
@needs("read_public")
def show(token: str) -> ResponseReturnValue:
    """Everything that waits for an answer of whoever got the mail."""
    if past_day():
        return to_today()
    ticket, holder = opened_page(token, "answer_action")
    known = Known(reading())

    def wanted(one: Someone) -> bool:
        return one.recipient == ticket.recipient

    found = with_doubts(known, shares(known, today(), wanted), today(), wanted)
    share = found.get(ticket.recipient, Share())
    shown: dict[str, Any] = {
        "share": share,
        "answers": answers_to,
        "coming": tickets.ANSWERS["attend", "meeting"],
        "there": url_for(".show", token=token),
        "token": token,
        "check": answering(token, ticket, holder),
        "invited": [one for to, one in invitations(known, today()) if to == ticket.recipient],
        "week_of": lambda one: url_for("ticket_week.show", token=token, organisatie=one),
        "form": {},
    }
    return page("tickets/all.html", "Wat we je vragen", **shown, **on_page())


def answers_to(task: Task) -> dict[str, str]:
    """What can be answered about one thing on the page."""
    return tickets.answers("answer_action", f"action:{task.action}", task.how)
