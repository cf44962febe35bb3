"""What happened since someone's last mail that left, of what others said or did: told once."""

from collections.abc import Mapping
from datetime import date, timedelta

from alliance.documents.week_since import ANSWERED, Heard, Home, Noted, Since, Telling
from alliance.dutch import capital
from alliance.mailing.days import MONTH, since
from alliance.mailing.shares import Known, Someone, expected
from alliance.projections import actions_news, news, people

FURTHEST = timedelta(days=70)
"""So long ago nothing is news any more."""


def since_last(known: Known, on: date) -> Mapping[str, Since]:
    """By recipient, what a mail of a day tells that the one before did not know."""
    found: dict[str, Since] = {}
    for to, one in (*telling(known), *heard(known), *noted(known), *home(known, on)):
        found[to] = found.get(to, Since()) + one
    return found


def telling(known: Known) -> list[tuple[str, Since]]:
    """What whoever asked has to tell to who took it."""
    named = known.now.ask(people.organisation_names)
    made = []
    for one in known.now.ask(actions_news.taken):
        whom = named.get(one.organisation or "", "Iemand")
        by = one.tell_by if one.tell_by >= known.now.today else None
        told = Telling(one.action, one.title, whom, by)
        made.append((f"member:{one.asker}", Since(telling=(told,))))
    return made


def heard(known: Known) -> list[tuple[str, Since]]:
    """What came of it, for who took it."""
    made = []
    for one in known.now.ask(actions_news.told, known.now.today - FURTHEST):
        someone = known.everyone.get(known.responsible(one) or "")
        if someone and is_new(someone, one.at, one.on, known.now.today):
            told = Heard(one.action, one.title, one.told)
            made.append((someone.recipient, Since(heard=(told,))))
    return made


def noted(known: Known) -> list[tuple[str, Since]]:
    """What someone else wrote down, for who is said to have answered it."""
    made = []
    for one in known.now.ask(actions_news.noted, known.now.today - FURTHEST):
        someone = known.everyone.get(known.responsible(one) or "")
        own = someone is not None and someone.recipient == f"member:{one.noted_by}"
        if someone and not own and is_new(someone, one.at, one.on, known.now.today):
            by = capital(known.words.get(one.noted_by, "de aanjager"))
            said = Noted(one.action, one.title, ANSWERED[one.answer], one.via, by, one.on)
            made.append((someone.recipient, Since(noted=(said,))))
    return made


def home(known: Known, on: date) -> list[tuple[str, Since]]:
    """The page of each meeting with something to tell, for whose organisation did not tell it."""
    told, made = known.now.ask(news.all_told), []
    for ready in known.ready:
        meeting = ready.meeting
        page = Since(home=(Home(meeting.meeting, meeting.group_name, meeting.on),))
        for one in expected(known, meeting):
            waits = one.organisation and (meeting.meeting, one.organisation) not in told
            if waits and since(one.liked, on) <= ready.ready_on < on:
                made.append((one.recipient, page))
    return made


def is_new(someone: Someone, at: int, on: date, today: date) -> bool:
    """Whether someone's last mail that left did not know this; at first, whether it is of late."""
    known = someone.liked.knew_up_to
    return at > known if known is not None else on > today - MONTH
