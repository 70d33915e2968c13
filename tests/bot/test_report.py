"""The report of a small town: one who sent a request, one who did not."""

import asyncio
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from bot import charts, report
from bot.__main__ import app
from bot.settings import Settings
from storage.statistics import figures, start_of
from tests.bot.town import ANN, BEN, KEYS, Town, photo
from tests.seed_case import SEED_CASE


@pytest.fixture
def told(town: Town, store):
    """What happened, and the figures of it."""

    async def tell(*, happens: bool = True):
        if happens:
            await town.draft(ANN, until="expiry_date")
            await town.hears(ANN, SEED_CASE["expiry_date"], SEED_CASE["issue_date"])
            await town.receives(photo(ANN), photo(ANN))
            await town.works()
            await town.hears(ANN, "Send my request")
            await town.draft(BEN, until="birth_date")
            await town.hears(BEN, "the day after my birthday")
            town.clock.passes(hours=45)
        async with store.reading() as tx:
            return await figures(tx, since=start_of(14, town.clock.now), now=town.clock.now)

    return tell


class Page(HTMLParser):
    """What a browser would fetch, and what a reader sees."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, _tag, attrs):
        self.fetched += [value for name, value in attrs if name in ("src", "href", "action", "srcset", "data")]

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.mark.parametrize("happens", [True, False], ids=["some", "empty"])
async def test_the_picture_fills_a_phone_also_when_nothing_happened(told, happens):
    """R29: one portrait picture."""
    drawn = Image.open(io.BytesIO(charts.render(await told(happens=happens))))
    assert (drawn.format, drawn.size) == ("PNG", (1080, 1920))


async def test_what_is_worst_is_drawn_in_another_colour(told):
    """R29: and only where something is worst."""
    calm = charts.render(await told(happens=False))
    busy = charts.render(await told())
    assert not _has(charts.WORST, calm)
    assert _has(charts.WORST, busy)


async def test_the_page_tells_the_figures_in_words_and_tables(told):
    """R19, R29: what is due soon, where people stopped, what was turned down."""
    found = await told()
    text = Page(report.page(found, b"picture")).text
    assert "Now: 1 open, 1 not claimed, 1 due in 6 hours, 0 late, 0 with the customer." in text
    assert "2 began, 1 of them sent. Most stopped after Full name: 1." in text
    assert "Sat, 31 Oct 0 0" in text
    assert "Mon, 2 Nov 1 0" in text
    assert "Full name 2 2 1 Date of birth 2 1 0" in text
    [turned_down] = [each for each in found.turned_down if each.question == "birth_date"]
    assert f"Date of birth {turned_down.reason.replace('_', ' ')} 1 1" in text


async def test_a_page_of_nothing_says_so(told):
    text = Page(report.page(await told(happens=False), b"picture")).text
    assert "From sent to decision: nothing was decided." in text
    assert "Reasons None." in text


async def test_the_page_fetches_nothing_and_forbids_it(told):
    """The file stands alone: it can be mailed, kept and printed."""
    html = report.page(await told(), b"picture")
    [picture] = Page(html).fetched
    assert picture.startswith("data:image/png;base64,")
    assert "default-src 'none'" in html
    assert "url(" not in html
    assert "@import" not in html


async def test_nothing_personal_is_in_the_page(told):
    """R29: no answer, no Telegram id, no reference."""
    text = Page(report.page(await told(), b"picture")).text
    typed = [word for answer in SEED_CASE.values() for word in re.findall(r"[\w@.]{6,}", answer)]
    labels = {"document", "passport", "International"}
    assert not [word for word in {*typed, str(ANN), str(BEN), "R-20", "Somebody"} - labels if word in text]


def test_a_reason_from_elsewhere_is_text_and_never_markup():
    assert "<td>&lt;b&gt;</td>" in report._table("Reasons", ("Reason", "Times"), [("<b>", 1)])


async def test_the_command_writes_the_file_beside_a_running_bot(settings: Settings, store, tmp_path, monkeypatch):
    """The bot holds its database meanwhile."""
    _environment(settings, monkeypatch, tmp_path)
    done = await _in_a_thread("report", "--days", "7", "--out", "week.html")
    assert done.exit_code == 0, done.output
    assert "The last 7 days" in (tmp_path / "week.html").read_text()


async def test_a_file_that_cannot_be_written_is_told_in_one_line(settings: Settings, store, tmp_path, monkeypatch):
    _environment(settings, monkeypatch, tmp_path)
    done = await _in_a_thread("report", "--out", "nowhere/report.html")
    assert done.exit_code == 1
    assert done.output == "nowhere/report.html cannot be written: No such file or directory\n"


def _environment(settings: Settings, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("BOT_TOKEN", settings.bot_token.get_secret_value())
    monkeypatch.setenv("STAFF_CHAT_ID", str(settings.staff_chat_id))
    monkeypatch.setenv("REVIEWER_IDS", "1003")
    monkeypatch.setenv("DATA_KEYS", KEYS)
    monkeypatch.setenv("DATABASE_URL", settings.database_url)


async def _in_a_thread(*words: str):
    """A command of its own event loop."""
    return await asyncio.to_thread(CliRunner().invoke, app, list(words))


def _has(color: str, picture: bytes) -> bool:
    wanted = tuple(int(color[at : at + 2], 16) for at in (1, 3, 5))
    drawn = Image.open(io.BytesIO(picture)).convert("RGB")
    return any(found == wanted for _, found in drawn.getcolors(drawn.width * drawn.height))
