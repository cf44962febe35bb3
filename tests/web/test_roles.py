"""Who may do what, and of whose: the one table, and what it gives each person."""

import pytest
from flask import Flask

from alliance.projections.people import Grant
from alliance.web.roles import (
    ACTS,
    EVERYONE,
    READING,
    SIGNED_IN,
    WORDS,
    Person,
    act_of,
    has_any,
    may,
    needs,
    roles_in_words,
    who_has,
)

NOBODY = Person()
NEWCOMER = Person(member="nieuw")
AANJAGER = Person(member="noor", grants=(Grant("aanjager"),))
KEEPER = Person(member="bea", grants=(Grant("beheerder"),))
CHAIR_THERE_MEMBER_HERE = Person(
    member="fatima",
    organisation="welzijn",
    grants=(
        Grant("voorzitter", "tg2", "themagroep", "t2"),
        Grant("lid", "wijk", "wijkgroep"),
    ),
)
CORE_CHAIR = Person(member="karim", grants=(Grant("voorzitter", "kern", "kerngroep"),))
CONTACT = Person(member="jan", grants=(Grant("contactpersoon", organisation="kerk"),))
COUNCIL = Person(member="rob", grants=(Grant("raadslid"),))


def test_a_visitor_reads_what_is_public_and_nothing_else() -> None:
    assert {act for act in ACTS if has_any(NOBODY, act)} == {"read_public", "read_start"}


def test_who_signed_in_without_a_role_keeps_an_account_and_reads_what_is_public() -> None:
    mine = {act for act in ACTS if has_any(NEWCOMER, act)}
    assert mine == {"read_public", "read_start", "keep_account"}
    assert has_any(COUNCIL, "keep_account") and not has_any(COUNCIL, "read_inside")


def test_the_keeper_reads_no_inside_text() -> None:
    assert has_any(KEEPER, "manage_site") and has_any(KEEPER, "read_status")
    assert not has_any(KEEPER, "read_inside") and not has_any(KEEPER, "read_people")


def test_a_chair_has_rights_in_the_own_group_only() -> None:
    assert may(CHAIR_THERE_MEMBER_HERE, "plan_meeting", group="tg2")
    assert not may(CHAIR_THERE_MEMBER_HERE, "plan_meeting", group="wijk")
    assert not may(CHAIR_THERE_MEMBER_HERE, "plan_meeting")
    assert may(CHAIR_THERE_MEMBER_HERE, "raise_point", group="wijk")


def test_what_is_your_own_or_your_organisations_is_yours_to_answer() -> None:
    assert may(CHAIR_THERE_MEMBER_HERE, "answer_action", owner="fatima")
    assert may(CHAIR_THERE_MEMBER_HERE, "answer_action", organisation="welzijn")
    assert may(CONTACT, "answer_offer", organisation="kerk")
    assert not may(CONTACT, "answer_offer", organisation="welzijn")
    assert not may(CHAIR_THERE_MEMBER_HERE, "answer_action", author="noor", organisation="kerk")


def test_nobody_owns_what_has_no_author_or_owner() -> None:
    assert not may(NEWCOMER, "correct", author=None, owner=None)
    assert not may(NOBODY, "correct", author="")


def test_what_was_not_done_is_seen_by_its_organisation_its_group_and_the_aanjager() -> None:
    act = "read_names_behind"
    assert may(AANJAGER, act)
    assert may(CHAIR_THERE_MEMBER_HERE, act, group="wijk")
    assert may(CONTACT, act, organisation="kerk")
    assert not may(CONTACT, act, organisation="welzijn")
    assert not may(CORE_CHAIR, act, group="wijk", organisation="kerk")


def test_a_result_is_adjusted_by_its_theme_group_and_the_chair_of_the_core_group() -> None:
    assert may(CHAIR_THERE_MEMBER_HERE, "adjust_result", group="tg2")
    assert not may(CHAIR_THERE_MEMBER_HERE, "adjust_result", group="tg3")
    assert may(CORE_CHAIR, "adjust_result", group="tg3")
    assert not may(AANJAGER, "adjust_result", group="tg2")


def test_what_someone_wrote_is_corrected_by_who_wrote_it() -> None:
    assert may(CONTACT, "correct", author="jan")
    assert not may(AANJAGER, "correct", author="jan")


def test_while_roles_are_uncertain_nobody_gets_more_than_reading() -> None:
    unsure = Person(member="noor", grants=(Grant("aanjager"),), only_reading=True)
    assert {act for act in ACTS if has_any(unsure, act)} == {
        act for act in READING if has_any(AANJAGER, act)
    }
    assert has_any(unsure, "keep_account") and not may(unsure, "agree_action", author="noor")


def test_a_person_reads_in_which_roles() -> None:
    assert roles_in_words(CHAIR_THERE_MEMBER_HERE) == (
        "voorzitter van een groep en lid van een wijkgroep"
    )
    assert roles_in_words(NOBODY) == ""


def test_a_closed_door_says_which_role_has_the_key() -> None:
    assert who_has("manage_people") == "aanjager"
    assert who_has("plan_meeting") == (
        "aanjager, voorzitter van de kerngroep of voorzitter van een groep"
    )


def test_the_table_names_known_roles_and_reading_comes_with_a_name_of_reading() -> None:
    assert {role for roles in ACTS.values() for role in roles} <= set(WORDS)
    writing = [act for act in ACTS if act not in READING]
    assert not [act for act in writing if {EVERYONE, SIGNED_IN} & set(ACTS[act])]


def test_an_act_that_is_not_in_the_table_cannot_be_asked_for() -> None:
    with pytest.raises(ValueError, match="no act"):
        needs("rule_the_world")


def test_every_route_declares_its_act(site: Flask) -> None:
    views = {name: view for name, view in site.view_functions.items() if name != "static"}
    assert views
    undeclared = [name for name, view in views.items() if "act" not in vars(view)]
    assert not undeclared
    assert {act_of(view) for view in views.values()} <= set(ACTS)


def test_every_route_that_writes_declares_an_act_of_writing(site: Flask) -> None:
    by_ticket = {name for name in site.view_functions if name.startswith("ticket")}
    by_ticket |= {"preferring.by_mail"}
    open_to_all = {"signing_in.ask", "signing_in.confirm", *by_ticket}
    writes = {rule.endpoint for rule in site.url_map.iter_rules() if "POST" in (rule.methods or ())}
    acts = {name: act_of(site.view_functions[name]) for name in writes - open_to_all}
    assert not {name: act for name, act in acts.items() if act.startswith("read_")}
