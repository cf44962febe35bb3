"""What stands about an organisation, to be answered with a link from a mail, without signing in."""

from collections.abc import Callable

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from alliance import tickets
from alliance.tickets import Ticket
from alliance.web.confirmers import Answering
from alliance.web.confirming import show
from alliance.web.confirming_forms import change, stop
from alliance.web.confirming_pages import ACT, spoken_for, thank
from alliance.web.pages import desk, past_day
from alliance.web.roles import Person, needs
from alliance.web.tickets import Dead, opened_page
from alliance.web.writing import to_today

bp = Blueprint("ticket_offers", __name__, url_prefix=tickets.PLACE)


@bp.route("/<token>/klopt", methods=["GET", "POST"])
@needs("read_public")
def by_link(token: str) -> ResponseReturnValue:
    """All that stands about the organisation of whoever got the mail."""
    return to_today() if past_day() else alive(token, show)


@bp.route("/<token>/klopt/<offer>/gewijzigd", methods=["GET", "POST"])
@needs("read_public")
def change_by_link(token: str, offer: str) -> ResponseReturnValue:
    """What changed about one offer."""
    return alive(token, lambda at: change(at, offer))


@bp.route("/<token>/klopt/<offer>/gestopt", methods=["GET", "POST"])
@needs("read_public")
def stop_by_link(token: str, offer: str) -> ResponseReturnValue:
    """One offer ended."""
    return alive(token, lambda at: stop(at, offer))


@bp.get("/<token>/klopt/bedankt")
@needs("read_public")
def thanks_by_link(token: str) -> ResponseReturnValue:
    """Whom the answers of today help."""
    return to_today() if past_day() else thank(by_ticket(token))


def alive(token: str, answer: Callable[[Answering], ResponseReturnValue]) -> ResponseReturnValue:
    """The page of a link that works until its last day."""
    try:
        return answer(by_ticket(token))
    except tickets.Spent as why:
        raise Dead("expired", token) from why


def by_ticket(token: str) -> Answering:
    """Where whoever got the mail answers; raises Dead when they speak for nobody any more."""
    ticket, holder = opened_page(token, ACT, "answer_action")
    found = answering(token, ticket, holder)
    if not found.organisations:
        raise Dead("passed_on", token)
    return found


def answering(token: str, ticket: Ticket, holder: Person) -> Answering:
    """Where the holder of a ticket answers, for the organisations they speak for."""
    return Answering(
        spoken_for(holder),
        url_for("ticket_offers.by_link", token=token),
        url_for("ticket_offers.thanks_by_link", token=token),
        by=holder.member or ticket.recipient,
        also=lambda db: tickets.check(db, ticket, desk().clock()),
    )
