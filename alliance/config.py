"""The settings of one running site, read from its environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

PERSONA_DATA = Path(__file__).parent.parent / "persona_data"
"""The words and numbers from outside that stand beside this package."""
SITE_NAME = "Samen tegen eenzaamheid"
"""What the alliance calls itself, above every page and under every letter."""
SHORTEST_SECRET = 32
YES = frozenset({"1", "ja", "true", "yes"})
NO = frozenset({"0", "nee", "false", "no"})
NEEDED = {
    "ALLIANCE_DATABASE_URL": "waar de gegevens staan, bijvoorbeeld sqlite:////data/alliantie.db",
    "ALLIANCE_SECRET_KEY": f"een geheim van minstens {SHORTEST_SECRET} willekeurige tekens",
    "ALLIANCE_SITE_URL": "het adres van de site, bijvoorbeeld https://alliantie.example.nl",
}


class Misconfigured(Exception):
    """The environment does not say enough to start; the message says in Dutch what is missing."""


@dataclass(frozen=True)
class Settings:
    """Everything that differs from one site to another."""

    database_url: str
    secret_key: str
    site_url: str  # for links; without a slash at its end
    smtp_url: str | None  # None: mail stays in the outbox, which the site shows
    folder: Path  # where past-date files live; they can be made again at any time
    demo: bool
    responsible: str | None = None  # the organisation that answers for what is kept here
    contact: str | None = None  # the address for privacy and weak spots
    has_clock: bool = True  # False: nothing happens by the clock here, by design
    reply_to: str | None = None  # the mailbox, read by a person, that answers to letters go to

    @property
    def forgotten(self) -> Path:
        """The file that names what was erased; it goes along in no back-up of the database."""
        return self.folder.with_suffix(".erased")

    @classmethod
    def from_environment(cls) -> "Settings":
        """What the variables ALLIANCE_… say; raises Misconfigured with every fault at once."""
        given = {name: text.strip() for name, text in os.environ.items() if text.strip()}
        faults = [*_missing(given), *_unusable(given)]
        if faults:
            raise Misconfigured("\n".join(["De instellingen kloppen niet.", *faults]))
        database_url = given["ALLIANCE_DATABASE_URL"]
        folder = given.get("ALLIANCE_FOLDER")
        return cls(
            database_url=database_url,
            secret_key=given["ALLIANCE_SECRET_KEY"],
            site_url=given["ALLIANCE_SITE_URL"].rstrip("/"),
            smtp_url=given.get("ALLIANCE_SMTP_URL"),
            folder=Path(folder) if folder else beside(database_url),
            demo=given.get("ALLIANCE_DEMO", "").lower() in YES,
            responsible=given.get("ALLIANCE_RESPONSIBLE"),
            contact=given.get("ALLIANCE_CONTACT"),
            has_clock=given.get("ALLIANCE_CLOCK", "").lower() not in NO,
            reply_to=given.get("ALLIANCE_REPLY_TO"),
        )


def beside(database_url: str) -> Path:
    """The folder for past-date files when none is named: next to the SQLite file, or instance/."""
    url = sa.make_url(database_url)
    if url.get_backend_name() == "sqlite" and url.database:
        return Path(url.database).parent / "past"
    return Path("instance") / "past"


def _missing(given: Mapping[str, str]) -> list[str]:
    return [f"{name} ontbreekt: {what}." for name, what in NEEDED.items() if name not in given]


def _unusable(given: Mapping[str, str]) -> list[str]:
    faults = []
    if (url := given.get("ALLIANCE_DATABASE_URL")) and not _is_ours(url):
        faults.append("ALLIANCE_DATABASE_URL moet met sqlite:/// of postgresql:// beginnen.")
    if (secret := given.get("ALLIANCE_SECRET_KEY")) and len(secret) < SHORTEST_SECRET:
        faults.append(f"ALLIANCE_SECRET_KEY is te kort: geef minstens {SHORTEST_SECRET} tekens.")
    site = given.get("ALLIANCE_SITE_URL", "https://")
    if not site.startswith(("http://", "https://")):
        faults.append("ALLIANCE_SITE_URL moet met http:// of https:// beginnen.")
    if "@" not in given.get("ALLIANCE_REPLY_TO", "@"):
        faults.append("ALLIANCE_REPLY_TO moet een mailadres zijn.")
    return faults


def _is_ours(database_url: str) -> bool:
    try:
        return sa.make_url(database_url).get_backend_name() in {"sqlite", "postgresql"}
    except sa.exc.ArgumentError:
        return False
