"""The agreed results and planned actions of the real plan, and the groups, as events."""

import tomllib
from pathlib import Path

from alliance.events.base import Event
from alliance.events.organisations import GroupFormed
from alliance.events.programme import PlannedActionAdopted, ResultAgreed, ThemeAdopted

FILE = Path(__file__).parents[2] / "persona_data" / "programme.toml"
READ = tomllib.loads(FILE.read_text())


def plan() -> tuple[Event, ...]:
    """Four themes, their groups, sixteen results and all planned actions, as the plan has them."""
    return (*themes(), *groups(), *results(), *planned())


def themes() -> list[Event]:
    """The themes."""
    return [
        ThemeAdopted(
            theme=theme["id"],
            name=theme["name"],
            what=theme["what"],
            problem=theme["problem"],
            target_groups=tuple(theme["target_groups"]),
        )
        for theme in READ["theme"]
    ]


def groups() -> list[Event]:
    """The groups, two hours per meeting where the plan says so."""
    return [
        GroupFormed(
            group=group["id"],
            name=group["name"],
            kind=group["kind"],
            task=group["task"],
            theme=group.get("theme"),
            gebied=group.get("gebied"),
            meetings_per_year=group.get("meetings_per_year"),
            minutes_per_meeting=group.get("hours_per_meeting", 2) * 60,
        )
        for group in READ["group"]
    ]


def results() -> list[Event]:
    """The agreed results: none has a measure, a date or an owner."""
    return [
        ResultAgreed(result=result["id"], theme=result["theme"], statement=result["text"])
        for result in READ["result"]
    ]


def planned() -> list[Event]:
    """The planned actions and their parts."""
    return [
        PlannedActionAdopted(
            planned=action["id"],
            theme=action["theme"],
            statement=action["text"],
            parent=action.get("part_of"),
            kind=action["kind"],
            partners=("Wijk Overleg Platforms (WOP's)",) if "wop" in action["partners"] else (),
            results=tuple(action["results"]),
        )
        for action in READ["planned_action"]
    ]
