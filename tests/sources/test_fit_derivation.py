"""The fit table: every row can be made again from the study's own table and the crosswalk."""

import csv

import pytest

from alliance.config import PERSONA_DATA

MILD_TO_SEVERE = "PCLFN."
LEVELS = {
    "dreigend": ("actieven", "geborgenen"),
    "situationeel": ("achterblijvers", "afhankelijken"),
    "structureel": ("compenseerders", "buitenstaanders"),
    "structureel_complex": ("hoopvollen", "overlevers"),
}


def table(name: str) -> list[dict[str, str]]:
    with (PERSONA_DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def mildest(codes: list[str]) -> str:
    return min(codes, key=MILD_TO_SEVERE.index, default=".")


STUDY = {row["id"]: row for row in table("fit_source.csv")}
NEAREST = {row["kind"]: row["source_offers"].split("|") for row in table("fit_crosswalk.csv")}


@pytest.mark.parametrize("row", table("fit.csv"), ids=lambda row: f"{row['kind']}-{row['level']}")
def test_a_row_follows_from_the_study(row: dict[str, str]) -> None:
    offers = [name for name in NEAREST[row["kind"]] if name]
    profiles = [
        mildest([STUDY[offer][profile] for offer in offers]) for profile in LEVELS[row["level"]]
    ]
    assert row["codes_of_profiles"].split("|") == profiles
    assert row["code"] == mildest(profiles)
