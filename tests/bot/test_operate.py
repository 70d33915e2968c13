"""The operator's commands on a database that no bot works on."""

import base64
import json
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import backup, doctor, operate
from bot.__main__ import app
from bot.settings import Settings, Wrong
from storage.seal import Keys
from tests.bot.town import ANN, KEYS, Town, photo, settings_of
from tests.seed_case import SEED_CASE

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)


@pytest.fixture
def at_rest(town: Town, store):
    """Lets go of the database, as a bot that was stopped."""

    async def let_go(until: str = "expiry_date", *last: str) -> None:
        await town.draft(ANN, until=until)
        if last:
            await town.hears(ANN, *last)
            await town.receives(photo(ANN), photo(ANN))
            await town.works()
            await town.hears(ANN, "Send my request")
        await store.close()

    return let_go


@pytest.fixture
def command(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """`python -m bot` with the settings of the test's database."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOT_TOKEN", settings.bot_token.get_secret_value())
    monkeypatch.setenv("STAFF_CHAT_ID", str(settings.staff_chat_id))
    monkeypatch.setenv("REVIEWER_IDS", "1003")
    monkeypatch.setenv("DATA_KEYS", KEYS)
    monkeypatch.setenv("DATABASE_URL", settings.database_url)
    return lambda *words: CliRunner().invoke(app, list(words))


def beside(file: Path) -> set[str]:
    return {path.name for path in file.parent.iterdir()}


def is_private(file: Path) -> bool:
    return file.stat().st_mode & 0o077 == 0


def damage(file: Path) -> None:
    """A page of it is lost."""
    good = file.read_bytes()
    file.write_bytes(good[:8192] + bytes(4096) + good[12288:])


def lose(file: Path) -> None:
    for path in file.parent.glob(f"{file.name}*"):
        path.unlink()


SENT = ("issue_date", SEED_CASE["issue_date"])


async def test_an_export_holds_everything_that_is_kept_and_is_recorded(at_rest, settings: Settings) -> None:
    """O10, R25: answers as typed and as read, the pictures themselves, the events, this one among them."""
    await at_rest(*SENT)
    exported = await operate.export(settings, "R-2041", NOW)
    assert json.loads(json.dumps(exported)) == exported
    assert exported["telegram_id"] == ANN
    assert {step: exported["answers"][step]["typed"] for step in ("username", "full_name", "address")} == {
        step: SEED_CASE[step] for step in ("username", "full_name", "address")
    }
    assert [base64.b64decode(each["base64"]) for each in exported["photos"]] == [b"data", b"data"]
    kinds = [event["kind"] for event in exported["events"]]
    assert kinds[-2:] == ["submitted", "exported"]
    assert [event["kind"] for event in await operate.timeline(settings, "r-2041")] == kinds


async def test_a_purged_draft_is_gone(at_rest, settings: Settings, rows) -> None:
    """O08, O10"""
    await at_rest()
    await operate.purge(settings, "R-2041", NOW)
    for table in ("cases", "case_keys", "answers", "photos", "timers", "lookups"):
        assert rows(f"SELECT count(*) FROM {table}") == [(0,)]
    with pytest.raises(operate.Declined, match="no such case"):
        await operate.timeline(settings, "R-2041")
    assert await operate.broken_row(settings) is None


async def test_an_open_request_is_not_purged_under_its_reviewers(at_rest, settings: Settings, rows) -> None:
    """O08"""
    await at_rest(*SENT)
    with pytest.raises(operate.Declined, match=r"^R-2041 is open"):
        await operate.purge(settings, "R-2041", NOW)
    assert rows("SELECT count(*) FROM photos") == [(2,)]


async def test_of_a_purged_closed_case_the_decision_and_its_events_stay(at_rest, settings: Settings, rows) -> None:
    """O08: reference, dates and events; nothing that was sealed opens again."""
    await at_rest(*SENT)
    rows("UPDATE cases SET stage = 'approved', closed_at = saved_at")
    await operate.purge(settings, "R-2041", NOW)
    assert rows("SELECT stage, sealed_memory FROM cases") == [("approved", None)]
    for table in ("case_keys", "answers", "photos", "lookups"):
        assert rows(f"SELECT count(*) FROM {table}") == [(0,)]
    assert [event["kind"] for event in await operate.timeline(settings, "R-2041")][-2:] == ["submitted", "purged"]


async def test_verify_finds_a_row_that_was_changed(at_rest, settings: Settings, rows) -> None:
    """O13"""
    await at_rest()
    assert await operate.broken_row(settings) is None
    (trigger,) = rows("SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%BEFORE UPDATE ON events%'")[
        0
    ]
    rows(f"DROP TRIGGER {trigger}")
    rows("UPDATE events SET kind = 'approved' WHERE id = 2")
    assert await operate.broken_row(settings) == 2


# --- copies


async def test_a_backup_comes_back_and_the_former_database_is_kept(
    at_rest, settings: Settings, rows, file: Path
) -> None:
    """O12"""
    await at_rest()
    await backup.backup(settings, file.with_name("copy.db"))
    before = rows("SELECT question, at FROM answers ORDER BY question")
    await operate.purge(settings, "R-2041", NOW)
    aside = await backup.restore(settings, file.with_name("copy.db"), NOW)
    with closing(sqlite3.connect(file)) as restored, closing(sqlite3.connect(aside)) as former:
        assert restored.execute("SELECT question, at FROM answers ORDER BY question").fetchall() == before
        assert former.execute("SELECT count(*) FROM answers").fetchone() == (0,)
    assert is_private(file)
    assert (await operate.export(settings, "R-2041", NOW))["answers"]["username"]["typed"] == SEED_CASE["username"]
    assert not any("coming" in name for name in beside(file))


async def test_a_database_that_is_lost_comes_back_from_its_backup(at_rest, settings: Settings, file: Path) -> None:
    await at_rest()
    await backup.backup(settings, file.with_name("copy.db"))
    lose(file)
    assert await backup.restore(settings, file.with_name("copy.db"), NOW) is None
    assert await operate.broken_row(settings) is None


async def test_a_damaged_page_is_found_by_the_check_and_by_the_doctor(at_rest, settings: Settings, file: Path) -> None:
    """O05: a start does not read every page, so an operator can have it done, also beside the running bot."""
    await at_rest()
    await backup.check(settings)
    damage(file)
    with pytest.raises(Wrong, match=r"^DATABASE_URL: the file is no database, or not whole"):
        await backup.check(settings)
    finding = await doctor._checked("database", lambda: doctor._database(settings))
    assert (finding.well, "not whole" in finding.says) == (False, True)
    lose(file)
    with pytest.raises(Wrong, match=r"^DATABASE_URL"):
        await backup.check(settings)


async def test_what_is_no_backup_of_ours_is_not_restored(at_rest, settings: Settings, rows, file: Path) -> None:
    """O05: a damaged file, one of other keys, one that is not there: the database stays as it was."""
    await at_rest()
    before = rows("SELECT question, sealed_answer FROM answers")
    damaged, foreign = file.with_name("damaged.db"), file.with_name("foreign.db")
    damage(shutil.copy(file, damaged))
    shutil.copy(file, foreign)
    other_keys = settings_of(file, data_keys=Keys.new())
    for source, with_settings, says in (
        (damaged, settings, "not whole"),
        (foreign, other_keys, "DATA_KEYS"),
        (file.with_name("none.db"), settings, "cannot be copied"),
    ):
        with pytest.raises(Wrong, match=says):
            await backup.restore(with_settings, source, NOW)
    assert rows("SELECT question, sealed_answer FROM answers") == before != []
    assert await operate.broken_row(settings) is None


async def test_nothing_is_restored_or_exported_while_a_bot_works_on_it(store, settings: Settings, file: Path) -> None:
    """O05: one process holds the file; looking at it is allowed."""
    await backup.backup(settings, file.with_name("copy.db"))
    assert await operate.listed(settings) == []
    for refused in (
        backup.restore(settings, file.with_name("copy.db"), NOW),
        operate.export(settings, "R-2041", NOW),
        operate.purge(settings, "R-2041", NOW),
    ):
        with pytest.raises(Wrong, match=r"^DATABASE_URL: another process works on regain\.db"):
            await refused


# --- as typed


def test_a_command_that_cannot_do_it_says_why_in_a_line(command, tmp_path: Path) -> None:
    for words, says in (
        (("cases", "show", "R-9999"), "there is no such case"),
        (("cases", "export", "nonsense"), "there is no such case"),
        (("cases", "purge", "R-9999", "--yes"), "there is no such case"),
        (("db", "backup", str(tmp_path / "regain.db")), f"{tmp_path / 'regain.db'} cannot be written: File exists"),
    ):
        ended = command(*words)
        assert (ended.exit_code, ended.stdout) == (1, "")
        assert ended.stderr == f"{says}\n"


def test_a_purge_asks_first(command) -> None:
    ended = CliRunner().invoke(app, ["cases", "purge", "R-9999"], input="n\n")
    assert ended.exit_code == 1
    assert "Destroy what R-9999 collected?" in ended.stdout
    assert "there is no such case" not in ended.stderr


def test_keys_are_rotated_once(command, monkeypatch: pytest.MonkeyPatch) -> None:
    """O14: the newest of DATA_KEYS wraps what an older one wrapped."""
    monkeypatch.setenv("DATA_KEYS", f"{Keys.new()},{KEYS}")
    assert command("keys", "rotate").stdout == "1 keys wrapped anew\n"
    assert command("keys", "rotate").stdout == "0 keys wrapped anew\n"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("DATA_KEYS", Keys.new(), id="another key"),
        ("DATA_KEYS", "hunter2"),
        ("DATABASE_URL", "mysql://hunter2@localhost/regain"),
        ("WEBHOOK_SECRET", "hunter2 hunter2"),
    ],
)
def test_a_setting_that_does_not_fit_the_database_is_named(
    command, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """O05"""
    monkeypatch.setenv(name, value)
    ended = command("audit", "verify")
    assert ended.exit_code == 2
    assert ended.stderr.startswith(f"{name}: ")
    assert len(ended.stderr.splitlines()) == 1
    assert "hunter2" not in ended.stderr
