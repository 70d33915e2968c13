"""What reviewers may ask for besides the answers, through the real process."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.facts import demo
from simulator.client import Simulator, running_simulator
from simulator.people import SOME_VIDEO
from tests.conversations.living import PATIENCE, ROOT, BotProcess, Customer, Reviewer
from tests.conversations.test_webhook import free_port

MPEG4 = SOME_VIDEO.content
LONGEST = 30


def asks_for_a_video(reviewer: Reviewer, ref: str) -> str:
    """The words that are to be spoken."""
    dossier = reviewer.claims(ref)
    reviewer.turns(dossier, "Ask for more", "☐ Short video")
    reviewer.person.taps_on(reviewer.turns(dossier, "☐ Short video", "Send: 1"), "Send: 1")
    return reviewer.person.hears("the video must say").text.split("“")[1].split("”")[0]


def test_a_video_is_asked_for_checked_and_seen_by_the_reviewer(customer, rita, channel, sim, bot):
    """C54: spoken words of this request; length, size and type are checked; R07, R08: protected, each view an event."""
    ann: Customer = customer()
    ref = ann.sends_request()
    phrase = asks_for_a_video(Reviewer(rita, channel), ref)
    asked = ann.person.hears("Send a short video")
    assert f"<code>{phrase}</code>" in asked.html

    ann.person.sends_video(MPEG4, seconds=LONGEST + 1)
    assert ann.person.hears("The video must be 30 seconds or shorter")
    ann.person.sends_video(MPEG4 + b"\0" * (20 * 1024 * 1024))
    assert ann.person.hears("The video must be smaller than 20MB")
    ann.person.sends_video(b"no video at all", note=True)
    assert ann.person.hears("We could not open that video")
    ann.person.sends_video(MPEG4 + ref.encode(), seconds=LONGEST, note=True)
    assert ann.person.hears("Thank you. We have it.")

    dossier = rita.hears(f"{ref}: the customer replied")
    assert "Short video: 30 seconds" in dossier.text
    rita.taps_on(dossier, "Photos")
    seen = rita.hears(f"{ref}: Short video")
    assert seen.protected
    assert sim.request("GET", f"/sim/files/{seen.raw['video']['file_unique_id']}") == (MPEG4 + ref.encode()).decode()
    sim.settle()
    assert bot.events_of(ref).count("video_viewed") == 1
    sealed = b"".join(bytes(row[0]) for row in bot.rows("SELECT sealed_original FROM photos WHERE question = 'video'"))
    assert sealed
    assert MPEG4 not in sealed


# --- what is on file


@pytest.fixture(scope="module")
def connected(tmp_path_factory) -> Iterator[tuple[Simulator, BotProcess, Path]]:
    """A simulator, a bot whose operator connected the demo's account system, and what that system wrote."""
    folder, port = tmp_path_factory.mktemp("connected"), free_port()
    wrote = folder / "notices.txt"
    settings = {"ACCOUNT_FACTS_URL": f"http://127.0.0.1:{port}", "ACCOUNT_FACTS_TOKEN": demo.TOKEN}
    with running_simulator(0, "--strict") as sim, wrote.open("w") as out:
        accounts = subprocess.Popen([sys.executable, "-m", "bot.facts.demo", "--port", str(port)], cwd=ROOT, stdout=out)
        bot = BotProcess(sim, folder, **settings)
        bot.start()
        sim.user("Rita").says("/queue")
        yield sim, bot, wrote
        bot.kill()
        accounts.kill()
        accounts.wait()


def link_in(wrote: Path) -> str:
    """The link that the owner was sent, awaited."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        words = wrote.read_text().split()
        if words and words[-1].startswith("https://"):
            return words[-1]
        time.sleep(0.1)
    raise AssertionError("the owner was sent nothing: " + wrote.read_text())


def test_what_is_on_file_stands_in_the_dossier_and_the_owner_stops_the_request(connected):
    """R09, C51: the account system is asked beside all transactions; its link halts the case at once."""
    sim, bot, wrote = connected
    (username,) = demo.ACCOUNTS
    ann = Customer.of(sim.new_user("Ann"), username=username, full_name="Marta Nowak")
    ref = ann.sends_request()
    link = link_in(wrote)
    rita, channel = sim.user("Rita"), sim.channel("Staff")
    channel.hears("Answers that differ from the account: 2")
    dossier = Reviewer(rita, channel).claims(ref)
    assert "on file: Marta Kowalska · differs" in dossier.text
    assert "on file: 1985-03-22 · agrees" in dossier.text
    assert "on file: Barclays Bank" in dossier.text

    owner = sim.new_user("Owner")
    owner.opens(link)
    assert owner.hears(f"We have stopped request {ref}")
    assert ann.person.hears(f"We have stopped request {ref}")
    assert channel.hears(f"{ref} was stopped by the owner of the account")
    sim.settle()
    assert "STOPPED BY THE OWNER" in next(each for each in channel.messages() if each.text.startswith(f"{ref} · ")).text
    assert "on file" not in ann.person.transcript()
    log = bot.log.read_text()
    assert not any(private in log for private in (username, link, link.partition("halt_")[2], "Kowalska"))
