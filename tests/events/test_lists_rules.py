"""Rules of lists and of contacts without a login: taken in, taken back, named and ended."""

from alliance.events.contacts_rules import (
    KNOWN,
    NOT_KNOWN,
    contacts_now,
    end_contact,
    name_contact,
)
from alliance.events.lists import ListItem, ListTaken, ListWithdrawn
from alliance.events.lists_rules import (
    NO_ORIGIN,
    NOTHING,
    UNKNOWN,
    WITHDRAWN,
    take_list,
    withdraw_list,
)
from alliance.events.offers_rules import NO_NAME, enter_offer
from alliance.events.organisations import ContactEnded, ContactNamed, OrganisationWithdrawn
from alliance.events.organisations_rules import STOPPED, withdraw_organisation
from alliance.events.state import WHY
from tests.events.test_organisations_rules import CHURCH, join
from tests.refusals import faults

SOUP = ListItem(kind="offer", key="soep")
TAKEN = ListTaken(list="l1", contents="offers", origin="Kaart van 2025", taken=(SOUP,))
NAMED = ContactNamed(organisation="kerk", member="m1")


def test_a_list_is_taken_in_with_everything_it_brought() -> None:
    assert take_list(key="l1", contents="offers", origin=" Kaart van 2025 ", taken=[SOUP]) == TAKEN


def test_a_list_without_an_origin_or_anything_in_it_is_refused() -> None:
    said = faults(lambda: take_list(key="l1", contents="offers", origin=" ", taken=[]))
    assert said == {"origin": NO_ORIGIN, "form": NOTHING}


def test_a_list_is_taken_back_once_and_says_what_stays() -> None:
    gone = withdraw_list([TAKEN], reason=" Verkeerd. ", kept=[SOUP])
    assert gone == ListWithdrawn(list="l1", reason="Verkeerd.", kept=(SOUP,))
    assert faults(lambda: withdraw_list([TAKEN, gone], reason="x")) == {"form": WITHDRAWN}
    assert faults(lambda: withdraw_list([TAKEN], reason="")) == {"reason": WHY}
    assert faults(lambda: withdraw_list([], reason="x")) == {"form": UNKNOWN}


def test_an_offer_of_a_list_needs_a_name_and_leaves_the_rest_unknown() -> None:
    soup = enter_offer(offer="soep", name=" Soep ", source="Kaart", for_whom=" ")
    assert (soup.name, soup.for_whom, soup.place) == ("Soep", None, None)
    assert faults(lambda: enter_offer(offer="a", name="", source="Kaart")) == {"name": NO_NAME}


def test_an_organisation_that_should_not_be_there_is_taken_back() -> None:
    gone = withdraw_organisation([CHURCH], reason=" Dubbel. ")
    assert gone == OrganisationWithdrawn(organisation="kerk", reason="Dubbel.")
    assert faults(lambda: withdraw_organisation([CHURCH, gone], reason="x")) == {"form": STOPPED}
    assert join(CHURCH, gone, phone="010 123") == CHURCH


def test_someone_speaks_for_an_organisation_until_that_ends() -> None:
    assert name_contact([CHURCH], member="m1") == NAMED
    assert faults(lambda: name_contact([CHURCH, NAMED], member="m1")) == {"form": KNOWN}
    ended = end_contact([CHURCH, NAMED], organisation="kerk", member="m1")
    assert ended == ContactEnded(organisation="kerk", member="m1")
    assert contacts_now([CHURCH, NAMED, ended]) == []
    again = faults(lambda: end_contact([NAMED, ended], organisation="kerk", member="m1"))
    assert again == {"form": NOT_KNOWN}


def test_an_organisation_that_stopped_gets_no_new_contact() -> None:
    gone = OrganisationWithdrawn(organisation="kerk", reason="Dubbel.")
    assert faults(lambda: name_contact([CHURCH, gone, NAMED], member="m2")) == {"form": STOPPED}
