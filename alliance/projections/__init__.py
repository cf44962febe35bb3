"""What we know: one file per question; ALL lists them."""

import hashlib
from functools import cache
from pathlib import Path

from alliance.projections import (
    actions,
    activities,
    advice,
    agenda,
    announced,
    attendance,
    checks,
    coverage,
    decisions,
    doubts,
    hours,
    meetings,
    news,
    offers,
    opinions,
    outcomes,
    patterns,
    people,
    personas,
    pillars,
    places,
    playbooks,
    profiles,
    programme,
    progress,
    questions,
    records,
    relations,
    tips,
    words,
    year,
)
from alliance.projections.base import Projection

ALL: tuple[Projection, ...] = (
    actions.PROJECTION,
    activities.PROJECTION,
    advice.PROJECTION,
    agenda.PROJECTION,
    announced.PROJECTION,
    attendance.PROJECTION,
    checks.PROJECTION,
    coverage.PROJECTION,
    decisions.PROJECTION,
    doubts.PROJECTION,
    hours.PROJECTION,
    meetings.PROJECTION,
    news.PROJECTION,
    offers.PROJECTION,
    opinions.PROJECTION,
    outcomes.PROJECTION,
    patterns.PROJECTION,
    people.PROJECTION,
    personas.PROJECTION,
    pillars.PROJECTION,
    places.PROJECTION,
    playbooks.PROJECTION,
    profiles.PROJECTION,
    programme.PROJECTION,
    progress.PROJECTION,
    questions.PROJECTION,
    records.PROJECTION,
    relations.PROJECTION,
    tips.PROJECTION,
    words.PROJECTION,
    year.PROJECTION,
)


@cache
def code_hash() -> str:
    """A hash of the code that makes rows: events, matching and projections.

    Rows made with other code are rebuilt when the site starts.
    """
    house = Path(__file__).parent.parent
    floors = ("events", "matching", "projections")
    read = hashlib.sha256()
    for file in sorted(file for floor in floors for file in house.glob(f"{floor}/*.py")):
        read.update(file.name.encode() + file.read_bytes())
    return read.hexdigest()
