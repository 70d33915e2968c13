"""The simulator as a process, a bot that talks to it, and a browser that looks at its page."""

import http.client
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from echo_bot import EchoBot
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
WIDE = {"width": 1440, "height": 860}
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the simulator listens."""
    command = [sys.executable, "-m", "simulator", "--port", "0"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process.stdout.readline().split()[-1]
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def bot(address) -> Iterator[EchoBot]:
    bot = EchoBot(urlsplit(address).hostname, urlsplit(address).port)
    bot.start()
    yield bot
    bot.stop()


# The plugin's browser lives until the last test of the run and keeps an event loop open that long, which the
# asynchronous tests of other folders do not survive. This one ends with its module.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def contexts(chromium, address) -> Callable[..., BrowserContext]:
    """Browser contexts by their settings; tests with the same settings share one, which is much faster."""

    @cache
    def context(**settings) -> BrowserContext:
        granted = ["clipboard-read", "clipboard-write"]
        opened = chromium.new_context(base_url=address, permissions=granted, **settings)
        opened.set_default_timeout(5000)
        return opened

    return context


@pytest.fixture
def open_page(contexts, address, bot) -> Iterator[Callable[..., Page]]:
    """Opens the page in a reset simulator; keywords are those of a browser context."""
    reset(address)
    pages, troubles = [], []

    def opened(size=WIDE, **settings) -> Page:
        page = contexts(**settings).new_page()
        page.set_viewport_size(size)
        page.on("pageerror", lambda trouble: troubles.append(trouble))  # noqa: PLW0108 - it must be a plain function
        page.goto("/")
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.close()
    assert [str(trouble) for trouble in troubles] == []


@pytest.fixture
def page(open_page) -> Page:
    return open_page()


@pytest.fixture
def phone(open_page) -> Page:
    return open_page(PHONE, has_touch=True)


@pytest.fixture
def picture(request):
    """Saves what a page shows where REGAIN_SCREENSHOTS names a folder, for looking at it."""

    def saved(page: Page, name: str) -> None:
        if folder := os.environ.get("REGAIN_SCREENSHOTS"):
            page.screenshot(path=Path(folder) / f"{name}.png")

    return saved


def reset(address: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=5)
    connection.request("POST", "/sim/reset")
    assert connection.getresponse().read()
    connection.close()
