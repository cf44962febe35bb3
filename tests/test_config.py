"""Settings: what the environment says, and a clear sentence about what it does not."""

from pathlib import Path

import pytest

from alliance.config import Misconfigured, Settings

GIVEN = {
    "ALLIANCE_DATABASE_URL": "sqlite:////data/alliance.db",
    "ALLIANCE_SECRET_KEY": "k" * 32,
    "ALLIANCE_SITE_URL": "https://alliantie.example.nl/",
}
OPTIONAL = ["ALLIANCE_SMTP_URL", "ALLIANCE_FOLDER", "ALLIANCE_DEMO"]


@pytest.fixture(autouse=True)
def given(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site's environment with only what is needed."""
    for name in OPTIONAL:
        monkeypatch.delenv(name, raising=False)
    for name, text in GIVEN.items():
        monkeypatch.setenv(name, text)


def test_a_site_starts_with_three_settings() -> None:
    assert Settings.from_environment() == Settings(
        database_url="sqlite:////data/alliance.db",
        secret_key="k" * 32,
        site_url="https://alliantie.example.nl",
        smtp_url=None,
        folder=Path("/data/past"),
        demo=False,
    )


def test_mail_folder_and_demo_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in zip(OPTIONAL, ["smtp://mail:25", "/kept", "ja"], strict=True):
        monkeypatch.setenv(name, text)
    settings = Settings.from_environment()
    assert settings.smtp_url == "smtp://mail:25"
    assert settings.folder == Path("/kept")
    assert settings.demo


def test_past_dates_stand_in_instance_when_the_server_keeps_the_data(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ALLIANCE_DATABASE_URL", "postgresql://localhost/alliance")
    assert Settings.from_environment().folder == Path("instance/past")


def test_everything_that_misses_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in GIVEN:
        monkeypatch.setenv(name, " ")
    with pytest.raises(Misconfigured) as caught:
        Settings.from_environment()
    assert all(f"{name} ontbreekt" in str(caught.value) for name in GIVEN)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("ALLIANCE_DATABASE_URL", "mysql://localhost/x", "sqlite:/// of postgresql://"),
        ("ALLIANCE_DATABASE_URL", "alliance.db", "sqlite:/// of postgresql://"),
        ("ALLIANCE_SECRET_KEY", "kort", "te kort"),
        ("ALLIANCE_SITE_URL", "alliantie.nl", "https://"),
    ],
)
def test_what_cannot_be_used_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, text: str, why: str
) -> None:
    monkeypatch.setenv(name, text)
    with pytest.raises(Misconfigured, match=why):
        Settings.from_environment()
