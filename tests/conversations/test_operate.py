"""The operator's commands beside the running bot, and starts that cannot work."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot import operate
from bot.doctor import examine
from bot.settings import load


def one_line(text: str) -> str:
    (line,) = text.splitlines()
    return line


@pytest.fixture(scope="module")
def settings(bot):
    """What the running bot was started with."""

    def settings_with(**other: object):
        return load(**{name.lower(): value for name, value in bot.environment.items() if name.isupper()} | other)

    return settings_with


def test_a_process_that_cannot_work_says_why_in_one_line_and_ends_with_2(bot, sim):
    """O05: a token that Telegram does not know, a database that another bot holds, an address that is taken."""
    taken = sim.base_url.removeprefix("http://")
    starts = {
        "BOT_TOKEN: Telegram does not know this token": {
            "BOT_TOKEN": "1000000001:un.known",
            "DATABASE_URL": f"sqlite+aiosqlite:///{bot.folder}/other.db",
        },
        "DATABASE_URL: another process works on regain.db": {},
        "WATCH_LISTEN: cannot listen there (": {
            "WATCH_LISTEN": taken,
            "DATABASE_URL": f"sqlite+aiosqlite:///{bot.folder}/third.db",
        },
    }
    with ThreadPoolExecutor() as together:
        ended = list(together.map(lambda other: bot.run_command("run", **other), starts.values()))
    for says, process in zip(starts, ended, strict=True):
        lines = [line for line in process.stderr.splitlines() if not line.startswith("{")]
        assert process.returncode == 2, process.stderr
        assert one_line("\n".join(lines)).startswith(says)


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
