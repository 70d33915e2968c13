"""The operator's commands beside the running bot, and starts that cannot work."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot import app, operate
from bot.doctor import examine
from bot.settings import Wrong, load
from simulator.client import running_simulator


def one_line(text: str) -> str:
    (line,) = text.splitlines()
    return line


@pytest.fixture(scope="module")
def settings(bot):
    """What the running bot was started with."""

    def settings_with(**other: object):
        return load(**{name.lower(): value for name, value in bot.environment.items() if name.isupper()} | other)

    return settings_with


def test_a_process_that_cannot_work_says_why_in_one_line_and_ends_with_2(bot):
    """O05: a token that Telegram does not know, a database that another bot holds."""
    elsewhere = f"sqlite+aiosqlite:///{bot.folder}/other.db"
    with ThreadPoolExecutor() as together:
        unknown = together.submit(bot.run_command, "run", BOT_TOKEN="1000000001:un.known", DATABASE_URL=elsewhere)
        second = together.submit(bot.run_command, "run")
    assert unknown.result().returncode == second.result().returncode == 2
    assert one_line(unknown.result().stderr) == "BOT_TOKEN: Telegram does not know this token"
    assert one_line(second.result().stderr) == "DATABASE_URL: another process works on regain.db"


async def test_an_address_that_is_taken_is_named_by_its_setting(settings, tmp_path):
    """O05: found by the running bot, which then ends."""
    webhook = {"transport": "webhook", "webhook_url": "http://127.0.0.1:1/hook", "webhook_secret": "secret"}
    with running_simulator() as other:
        base, taken = {"bot_api_base": other.base_url, **webhook}, other.base_url.removeprefix("http://")
        for name in ("watch_listen", "webhook_listen"):
            database = f"sqlite+aiosqlite:///{tmp_path}/{name}.db"
            given = {"webhook_listen": "127.0.0.1:0", **base, name: taken, "database_url": database}
            with pytest.raises(Wrong, match=rf"^{name.upper()}: cannot listen there"):
                await app.run(settings(**given))


def test_the_cases_can_be_looked_at_beside_the_running_bot(customer, bot, sim, settings):
    """R20, R25, O13: list, timeline and chain, with nothing in them that a person said."""
    ann = customer()
    ref = ann.sends_request()
    sim.settle()
    listed = json.loads(bot.run_command("cases", "list", "--json").stdout)
    assert next(row for row in listed if row["ref"] == ref)["stage"] == "waiting"
    shown = bot.run_command("cases", "show", ref)
    assert (shown.returncode, "submitted" in shown.stdout) == (0, True)
    assert ann.answers["username"] not in json.dumps(listed) + shown.stdout
    assert bot.run_command("audit", "verify").stdout == "the chain is whole\n"


def test_a_backup_is_taken_beside_the_running_bot_and_put_back_only_without_it(bot):
    """O12: what would change the database wants the bot stopped, and says so."""
    copy = bot.folder / "copy.db"
    assert bot.run_command("db", "backup", str(copy)).returncode == 0
    assert copy.stat().st_mode & 0o077 == 0
    refused = bot.run_command("db", "restore", str(copy))
    assert (refused.returncode, refused.stdout) == (2, "")
    assert one_line(refused.stderr) == "DATABASE_URL: another process works on regain.db"


def test_the_doctor_ends_with_0_where_all_is_well_and_with_1_elsewhere(bot):
    """O05: a line for each check, beside the running bot."""
    other = {"STAFF_CHAT_ID": "-1009999"}
    with ThreadPoolExecutor() as together:
        well = together.submit(bot.run_command, "doctor", "--json")
        ill = together.submit(bot.run_command, "doctor", **other)
    findings = json.loads(well.result().stdout)
    assert [each["name"] for each in findings if not each["ok"]] == []
    assert (len(findings), well.result().returncode) == (6, 0)
    marks = [line[:4] for line in ill.result().stdout.splitlines()]
    assert (len(marks), marks.count("FAIL"), ill.result().returncode) == (6, 2, 1)


async def told(settings, name: str) -> str:
    """What the doctor finds wrong with one thing."""
    finding = next(each for each in await examine(settings) if each.name == name)
    assert not finding.well
    return finding.says


async def test_the_doctor_names_what_is_wrong(settings):
    """O05: each check fails for its own reason."""
    assert await told(settings(bot_token="1000000001:un.known"), "token") == "Telegram does not know it"
    assert (
        await told(settings(staff_chat_id=1003), "staff chat")
        == "STAFF_CHAT_ID is a private chat; use a channel or a group"
    )
    assert await told(settings(staff_chat_id=-1009999), "staff chat") == "Telegram answers TelegramBadRequest"
    assert await told(settings(reviewer_ids="1003,1002"), "reviewers") == "not in the staff chat: 1002"
    assert await told(settings(languages="en,xx"), "languages") == "no catalogue for xx"
    assert await told(settings(bot_api_base="http://127.0.0.1:1"), "clock") == "Telegram cannot be reached"


async def test_the_doctor_says_when_the_bot_is_no_administrator(settings, sim, rita):
    """O05: it could not post there."""
    channel = sim.channel("Staff")
    rita.changes_bot_rights(channel, status="member")
    try:
        assert await told(settings(), "staff chat") == "the bot is not an administrator there"
    finally:
        rita.changes_bot_rights(channel, status="administrator")


async def test_the_doctor_says_when_the_keys_do_not_fit(settings, tmp_path):
    """O05, O14: before the bot is started with them."""
    from storage.seal import Keys

    assert (await told(settings(data_keys=Keys.new()), "database and keys")).startswith("DATA_KEYS: ")
    untouched = settings(database_url=f"sqlite+aiosqlite:///{tmp_path}/new.db")
    finding = (await examine(untouched))[0]
    assert (finding.well, finding.says) == (True, "is made at the first start")
    assert not (tmp_path / "new.db").exists()
    assert await operate.broken_row(settings()) is None
