"""Settings: the example file, and what happens when one is wrong."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import WRONG, app
from bot.settings import Settings, Wrong, load
from tests.house.checkout import ROOT, text

GOOD: Mapping[str, str] = {
    "BOT_TOKEN": "123456:" + "s" * 35,
    "STAFF_CHAT_ID": "-1001000000001",
    "REVIEWER_IDS": "1003,1004",
    "DATA_KEYS": "k" * 43 + "=",
}
NAMES = [name.upper() for name in Settings.model_fields]
WRONG_VALUES = [
    ("BOT_TOKEN", ""),
    ("BOT_TOKEN", "hunter2hunter2"),
    ("BOT_TOKEN", "hunter2:hunter2"),
    ("BOT_TOKEN", "1000000001:change-me"),
    ("BOT_API_BASE", "hunter2 at home"),
    ("STAFF_CHAT_ID", ""),
    ("STAFF_CHAT_ID", "@hunter2"),
    ("REVIEWER_IDS", ""),
    ("REVIEWER_IDS", "1003,hunter2"),
    ("REVIEWER_IDS", ","),
    ("LEAD_IDS", "hunter2"),
    ("DATA_KEYS", ""),
    ("DATA_KEYS", "hunter2,change-me"),
    ("BRAND", "hunter2" * 6),
    ("SUPPORT_URL", "hunter2"),
    ("PRIVACY_URL", "hunter2"),
    ("TRANSPORT", "hunter2"),
    ("TRANSPORT", "webhook"),
    ("WEBHOOK_URL", "hunter2"),
    ("WEBHOOK_LISTEN", "hunter2"),
    ("WATCH_LISTEN", "hunter2"),
    ("ACCOUNT_FACTS_URL", "hunter2"),
]


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """Good settings in the environment, none elsewhere; a test makes one of them wrong."""
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(f"{name}_FILE", raising=False)
    for name, value in GOOD.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


@pytest.fixture
def nothing_slow(environment: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """As `environment`, and Telegram's library cannot be loaded: it takes seconds."""
    environment.setitem(sys.modules, "bot.app", None)
    return environment


# --- the example file


def test_the_example_file_names_every_setting_once_and_no_other() -> None:
    """O05: an operator finds every setting in one place."""
    assert sorted(re.findall(r"^([A-Z_]+)=", text(".env.example"), re.MULTILINE)) == sorted(NAMES)


def test_every_setting_of_the_example_file_stands_under_a_sentence() -> None:
    sentence = ""
    for line in text(".env.example").splitlines():
        if line.startswith("#"):
            sentence = line
        elif not line:
            sentence = ""
        else:
            assert re.fullmatch(r"# [A-Z].{10,}\.", sentence), line


def test_a_copy_of_the_example_file_does_not_run_before_its_secrets_are_changed(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """O05"""
    (tmp_path / ".env").write_text(text(".env.example"))
    environment.delenv("BOT_TOKEN")
    with pytest.raises(Wrong, match="BOT_TOKEN"):
        load()
    environment.setenv("BOT_TOKEN", GOOD["BOT_TOKEN"])
    environment.delenv("DATA_KEYS")
    with pytest.raises(Wrong, match="DATA_KEYS"):
        load()
    environment.setenv("DATA_KEYS", GOOD["DATA_KEYS"])
    assert load().brand == "CEX.IO"


# --- wrong values


@pytest.mark.parametrize(("name", "value"), WRONG_VALUES)
def test_a_wrong_setting_is_named_in_one_line_and_its_value_is_not_shown(
    environment: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """O05"""
    environment.setenv(name, value)
    with pytest.raises(Wrong) as wrong:
        load()
    said = str(wrong.value)
    assert said.startswith(f"{name}: ")
    assert said.count("\n") == 0
    assert "hunter2" not in said
    assert "change-me" not in said


@pytest.mark.parametrize("name", GOOD)
def test_a_setting_that_is_missing_is_called_missing(environment: pytest.MonkeyPatch, name: str) -> None:
    """O05"""
    environment.delenv(name)
    with pytest.raises(Wrong, match=rf"^{name}: is missing$"):
        load()


def test_good_settings_are_taken(environment: pytest.MonkeyPatch) -> None:
    """The other tests start from these, so these must be right."""
    environment.setenv("LEAD_IDS", "1005")
    settings = load()
    assert settings.reviewer_ids == {1003, 1004}
    assert settings.lead_ids == {1005}
    assert settings.bot_id == 123456


def test_settings_never_show_their_secrets(environment: pytest.MonkeyPatch) -> None:
    """O06: a settings object that is printed or logged by mistake tells nothing."""
    environment.setenv("WEBHOOK_SECRET", "s3cret-s3cret")
    shown = repr(load()) + str(load())
    assert "s" * 35 not in shown
    assert GOOD["DATA_KEYS"] not in shown
    assert "s3cret" not in shown


# --- the command


@pytest.mark.parametrize(("name", "value"), [("BOT_TOKEN", "hunter2"), ("REVIEWER_IDS", ""), ("TRANSPORT", "hunter2")])
def test_run_stops_with_status_2_and_one_line(nothing_slow: pytest.MonkeyPatch, name: str, value: str) -> None:
    """O05: at once."""
    nothing_slow.setenv(name, value)
    ended = CliRunner().invoke(app, ["run"])
    assert ended.exit_code == WRONG == 2
    assert ended.stdout == ""
    assert ended.stderr.startswith(f"{name}: ")
    assert len(ended.stderr.splitlines()) == 1
    assert "hunter2" not in ended.stderr


def test_the_real_process_stops_at_a_key_that_is_none(tmp_path: Path) -> None:
    """O05: from the command line, through everything that `run` loads."""
    settings = {**GOOD, "DATA_KEYS": "hunter2", "DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path}/regain.db"}
    ended = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **settings},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert ended.returncode == WRONG
    assert ended.stderr.startswith("DATA_KEYS: ")
    assert len(ended.stderr.splitlines()) == 1
    assert "hunter2" not in ended.stderr + ended.stdout


def test_an_account_system_is_never_asked_without_a_token(environment: pytest.MonkeyPatch) -> None:
    """O05"""
    environment.setenv("ACCOUNT_FACTS_URL", "https://accounts.example/regain")
    with pytest.raises(Wrong, match=r"^ACCOUNT_FACTS_TOKEN: is needed where ACCOUNT_FACTS_URL is given$"):
        load()
    environment.setenv("ACCOUNT_FACTS_TOKEN", "s3cret")
    assert load().account_facts_url == "https://accounts.example/regain"


# --- secrets from files


@pytest.mark.parametrize("name", ["BOT_TOKEN", "DATA_KEYS", "WEBHOOK_SECRET", "ACCOUNT_FACTS_TOKEN"])
def test_a_secret_may_stand_in_a_file(environment: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    """O05: NAME_FILE names it; the line break at its end does not count."""
    secret = {**GOOD, "WEBHOOK_SECRET": "s3cret", "ACCOUNT_FACTS_TOKEN": "s3cret"}[name]
    (tmp_path / "secret").write_text(f"{secret}\n")
    environment.delenv(name, raising=False)
    environment.setenv(f"{name}_FILE", str(tmp_path / "secret"))
    assert getattr(load(), name.lower()).get_secret_value() == secret


def test_a_file_of_a_secret_that_cannot_be_read_is_named_by_its_setting(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """O05"""
    environment.setenv("BOT_TOKEN_FILE", str(tmp_path / "hunter2"))
    with pytest.raises(Wrong, match=r"^BOT_TOKEN_FILE names a file that cannot be read$"):
        load()
