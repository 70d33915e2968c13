"""The real bot as a process, beside a simulated Telegram, and people who talk to it."""

import itertools
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from simulator.client import Message, Person, Room, Simulator
from storage.seal import Keys
from tests import pictures
from tests.seed_case import SEED_CASE

ROOT = Path(__file__).parents[2]
TOKEN = "1000000001:" + "t" * 35
PATIENCE = 30.0
FIRST_REFERENCE = 2041


def free_port() -> int:
    """One that nobody listens on at this moment."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class BotProcess:
    """`python -m bot run`, started, killed and started again on the same data."""

    def __init__(self, sim: Simulator, folder: Path, **settings: str) -> None:
        people = {user["first_name"]: str(user["id"]) for user in sim.state()["users"]}
        self.log = folder / "bot.log"
        self.folder = folder
        self.environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
            "BOT_TOKEN": TOKEN,
            "BOT_API_BASE": sim.base_url,
            "STAFF_CHAT_ID": str(sim.channel("Staff").id),
            "REVIEWER_IDS": f"{people['Rita']},{people['Rob']}",
            "LEAD_IDS": people["Lea"],
            "DATA_KEYS": Keys.new(),
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/regain.db",
            "DATA_DIR": str(folder),
            "REQUESTS_AN_HOUR": "1000000",
            "SEND_LIMITS": "off",  # whoever tells a story has no time to wait; tests of the pace say otherwise
            **settings,
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            already = self.log.stat().st_size
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"], cwd=ROOT, env=self.environment, stderr=log, stdout=log
            )
        self._wait_for("running", already)

    def kill(self) -> None:
        """SIGKILL: nothing is tidied up."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def stop(self) -> int:
        """SIGTERM, as an operator stops it; the exit status."""
        self._process.terminate()
        return self._process.wait(timeout=20)

    def run_command(self, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """One of the operator's commands, with this bot's settings."""
        return subprocess.run(
            [sys.executable, "-m", "bot", *words],
            cwd=ROOT,
            env={**self.environment, **settings},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """What another connection reads in the bot's database: committed data only."""
        with closing(sqlite3.connect(f"file:{self.folder}/regain.db?mode=ro", uri=True)) as database:
            return database.execute(query, values).fetchall()

    def events_of(self, ref: str) -> list[str]:
        """The kinds of the events of a case, in order."""
        rows = self.rows("SELECT kind FROM events WHERE case_id = ? ORDER BY id", self.case_id(ref))
        return [str(kind) for (kind,) in rows]

    @staticmethod
    def case_id(ref: str) -> int:
        """The number of the row behind a reference."""
        return int(ref.removeprefix("R-")) - FIRST_REFERENCE + 1

    def _wait_for(self, event: str, since: int) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self._process.poll() is None:
            if f'"event": "{event}"' in self.log.read_bytes()[since:].decode():
                return
            time.sleep(0.05)
        raise AssertionError("the bot does not run:\n" + self.log.read_text())


QUESTIONS: Mapping[str, str] = {
    "username": "What is your CEX.IO username?",
    "phone": "What phone number is linked",
    "phone_access": "Can you use this phone number now?",
    "full_name": "What is your full name?",
    "birth_date": "What is your date of birth?",
    "transactions": "What are your latest transactions?",
    "verified": "Did you ever verify your identity",
    "address": "What is your home address?",
    "card_verified": "Did you ever link a payment card",
    "banks": "Which banks issued the cards",
    "doc_type": "Which document will you use?",
    "doc_country": "Which country issued the document?",
    "expiry_date": "When does the document expire?",
    "issue_date": "When was the document issued?",
    "document_photo": "next to a handwritten sheet",
    "selfie": "Send a photo of you holding the same",
    "check": "Check your answers before you send them",
}
"""How each step is recognised."""


class Customer:
    """A person who asks to get back in."""

    def __init__(self, person: Person, **answers: str) -> None:
        self.person = person
        self.answers = {**SEED_CASE, **answers}

    @classmethod
    def of(cls, person: Person, **answers: str) -> "Customer":
        """With an account of their own, so that no two stories share one."""
        own = {"username": f"{person.title.lower()}@example.com", "phone": f"+44 7400 {person.id % 1_000_000:06}"}
        return cls(person, **{**own, **answers})

    def begins(self) -> None:
        """From /start to the first question."""
        person = self.person
        person.says("/start")
        person.taps("Start")
        person.taps("Authenticator app")
        person.taps("I still cannot sign in")
        person.taps("I have read it, continue")
        person.taps("I agree, continue")
        person.hears(QUESTIONS["username"])

    def answers_until(self, step: str, since: str = "username") -> Message:
        """Answers from one step on until another is asked."""
        steps = list(QUESTIONS)
        for here, there in itertools.pairwise(steps):
            if steps.index(here) < steps.index(since):
                continue
            if here == step:
                break
            self.answers_step(here)
            self.person.hears(QUESTIONS[there])
        return self.person.last()

    def answers_step(self, step: str) -> None:
        if step == "transactions":
            self.person.says(self.answers[step])
            self.person.taps("Yes, continue")
        elif step in ("document_photo", "selfie"):
            self.person.sends_photo(pictures.specimen(self._seed(step)))
        else:
            self.person.says(self.answers[step])

    def sends_request(self) -> str:
        """Everything from /start to the reference."""
        self.begins()
        self.answers_until("check")
        return self.submits()

    def submits(self) -> str:
        self.person.taps("Send my request")
        sent = self.person.hears("Your reference is")
        return reference(sent)

    def _seed(self, step: str) -> int:
        return self.person.id * 2 + (step == "selfie")


class Reviewer:
    """Somebody who works cases."""

    def __init__(self, person: Person, channel: Room) -> None:
        self.person, self.channel = person, channel

    def claims(self, ref: str) -> Message:
        """The dossier that comes of it."""
        self.person.taps_on(card_of(ref, self.channel), "Claim", in_=self.channel)
        return self.person.hears(f"{ref} · 2FA reset · CLAIMED")

    def turns(self, dossier: Message, label: str, shows: str) -> Message:
        """Another page of the dossier: presses a button of it and waits for one of the page that follows."""
        self.person.taps_on(self.person.message(dossier.message_id), label)
        until = time.monotonic() + 5
        while time.monotonic() < until:
            page = self.person.message(dossier.message_id)
            if page.has(shows):
                return page
            time.sleep(0.02)
        raise AssertionError(f"no button {shows} after {label}; there are {page.buttons}")

    def checks(self, dossier: Message) -> None:
        """Makes the five checks."""
        for check in CHECKS:
            self.turns(dossier, f"☐ {check}", f"☑ {check}")

    def approves(self, dossier: Message, ref: str) -> None:
        """With all checks made and the username typed, as the dossier shows it."""
        self.checks(dossier)
        self.person.taps_on(self.person.message(dossier.message_id), "Approve")
        self.person.hears(f"{ref}: turn off 2FA in the account system first")
        self.person.says(username_in(dossier))
        self.person.hears(f"{ref}: approved")

    def refuses(self, dossier: Message, label: str) -> None:
        self.turns(dossier, "Refuse", label)
        preview = self.turns(dossier, label, "Send and refuse")
        self.person.taps_on(preview, "Send and refuse")


CHECKS = (
    "Sheet: text, name, date",
    "In date, max 10 years old",
    "Latin letters, both dates",
    "Same face, same document",
    "Answers match the account",
)


def taps_of(person: Person, *rooms: Room) -> int:
    """How often somebody pressed a button until now, in their own chat and in these."""
    return sum(room.transcript().count(f"\n{person.title}: [") for room in (person, *rooms))


def username_in(dossier: Message) -> str:
    return next(line.removeprefix("Username: ") for line in dossier.text.splitlines() if line.startswith("Username"))


def card_of(ref: str, channel: Room) -> Message:
    """The one message that shows the case in the channel."""
    channel.hears(ref)
    cards = [message for message in channel.messages() if message.text.startswith(ref)]
    assert len(cards) == 1, f"{len(cards)} cards of {ref}"
    return cards[0]


def reference(message: Message) -> str:
    return next(word.strip(".:") for word in message.text.split() if word.startswith("R-"))
