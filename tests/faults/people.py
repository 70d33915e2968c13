"""Customers and reviewers who go on whatever happens to the bot. They repeat nothing: they wait.

A customer notes what they said, and what the bot acknowledged by asking the next question.
"""

import hashlib
import itertools
import queue
import random
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from simulator.client import Message, Person, Room, Simulator, SimulatorError
from tests import pictures
from tests.conversations.living import CHECKS, QUESTIONS, reference
from tests.seed_case import SEED_CASE

LOOK_SECONDS = 1.0
"""How long one request to the simulator waits."""
TIMED_OUT = 408
PROLOGUE = (
    ("lost", "Authenticator app", "I still cannot sign in"),
    ("route", "I still cannot sign in", "I have read it, continue"),
    ("warning", "I have read it, continue", "I agree, continue"),
    ("consent", "I agree, continue", None),
)
"""Step, button, and the button that shows that the next step has come."""
AT_ONCE = ("username", "phone", "phone_access", "full_name", "birth_date")
"""What somebody who knows the questions sends without waiting for them."""
PHOTOS = ("document_photo", "selfie")
CHOICES = {
    "phone_access": "Yes, I can use it",
    "verified": "Yes, I did",
    "card_verified": "Yes, I did",
    "doc_type": "International passport",
}
NAMES = ("Marta", "Jonas", "Quirin", "Ada", "Benno", "Clara", "Denis", "Elif", "Farid", "Greta", "Hugo", "Ines")
FAMILIES = ("Kowalska", "Testfall", "Arbor", "Benson", "Quellwasser", "Lindqvist", "Okafor", "Moreau", "Novak", "Silva")
BANKS = ("Barclays Bank", "Monzo", "Revolut", "Deutsche Bank", "Santander")


class Stuck(Exception):  # noqa: N818  it names an outcome
    """The bot did not say what it has to say, and never will."""


@dataclass
class Scene:
    """What all people of a run share."""

    sim: Simulator
    full: threading.Event = field(default_factory=threading.Event)
    """Set when no new customer shall begin."""
    closing: threading.Event = field(default_factory=threading.Event)
    """Set when those leave who have not come to the photos."""
    served: threading.Event = field(default_factory=threading.Event)
    """Set when no new request will come to the reviewers."""
    hopeless: threading.Event = field(default_factory=threading.Event)
    """Set when nothing more will come of waiting."""
    sent: "queue.Queue[str]" = field(default_factory=queue.Queue)
    """References of the requests that wait for a reviewer."""
    daylight: threading.Event = field(default_factory=threading.Event)
    """Set while a life is to last long enough for a picture."""
    cameras: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(4))
    """For so many customers at once; the others leave before they are asked for a photo."""
    patient: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(2))
    """So many customers send their request however long it takes: no run is without one."""
    last_step: float = field(default_factory=time.monotonic)
    """When anybody last heard what they waited for."""

    def wait_for_daylight(self) -> None:
        """Raises Stuck."""
        while not self.daylight.wait(LOOK_SECONDS):
            if self.hopeless.is_set():
                raise Stuck("waits for a life that lasts")

    def hear(self, room: Room, text: str = "", button: str | None = None, since: int = 0) -> Message:
        """The newest message of the bot with this text and button, changed since. Raises Stuck."""
        wanted = {"chat": room.id, "contains": text, "button": button, "since_change": since, "by": "bot"}
        while not self.hopeless.is_set():
            try:
                heard = Message(self.sim.get("/sim/wait", LOOK_SECONDS, timeout=LOOK_SECONDS, **wanted))
            except SimulatorError as error:
                if error.status != TIMED_OUT:
                    raise
            else:
                self.last_step = time.monotonic()
                return heard
        raise Stuck(f"{room.title} waits for {text or button!r}")


class Applicant:
    """A customer. `answers` are what they typed, as last given; empty for a tap, a digest for a photo."""

    def __init__(self, scene: Scene, person: Person, seed: int) -> None:
        self.scene, self.person = scene, person
        self.answers: dict[str, str] = {}
        self.story: list[str] = []
        """The questions that were answered, in order, each as often as it was."""
        self.acknowledged = 0
        """How many of those the bot is known to have taken."""
        self.ref = ""
        self.stuck = ""
        self._stays = scene.patient.acquire(blocking=False)
        self._chance = random.Random(seed)
        self._lines = _lines(person, self._chance)

    def run(self) -> None:
        """From /start to the reference."""
        try:
            self._begin()
            if self._chance.random() < 0.1:
                self._start_over()
            self._answer_words()
            if not self._leaves() and self.scene.cameras.acquire(blocking=self._stays):
                self._finish()
                self.scene.cameras.release()
        except Stuck as stuck:
            self.stuck = str(stuck)

    def _leaves(self) -> bool:
        return self.scene.closing.is_set() and not self._stays

    # --- the parts of the dialogue

    def _begin(self) -> None:
        self.person.says("/start")
        self._hears(button="Start")
        self._choose("Start", "welcome")
        self._takes(button=PROLOGUE[0][1])
        for step, label, following in PROLOGUE:
            self._choose(label, step)
            self._takes("" if following else QUESTIONS["username"], following)

    def _start_over(self) -> None:
        """Cancels: the draft is forgotten, its key destroyed."""
        self.person.says("/cancel")
        self._hears(button="Yes, delete them")
        self._choose("Yes, delete them")
        self._hears("Your answers are deleted")
        self.answers, self.story, self.acknowledged = {}, [], 0
        self._begin()

    def _answer_words(self) -> None:
        """All but the photos; some send many answers at once."""
        steps = list(QUESTIONS)
        begun = 0
        if self._chance.random() < 0.3:
            for step in AT_ONCE:
                self._say(step)
            begun = len(AT_ONCE)
            self._takes(QUESTIONS[steps[begun]])
        for step, following in itertools.pairwise(steps[begun : steps.index(PHOTOS[0]) + 1]):
            if self._leaves():
                return
            self._answer(step)
            self._takes(QUESTIONS[following])

    def _finish(self) -> None:
        """The photos, and the request is sent."""
        for step, following in itertools.pairwise((*PHOTOS, "check")):
            self.scene.wait_for_daylight()
            self._photograph(step)
            self._takes(QUESTIONS[following])
        if self._chance.random() < 0.2:
            self._correct()
        self._submit()

    def _answer(self, step: str) -> None:
        if step == "transactions":
            self.person.says(self._lines[step])
            self._hears(button="Yes, continue")
            self._choose("Yes, continue")
            self._note(step, self._lines[step])
        elif step in CHOICES:
            self._choose(CHOICES[step], step)
        else:
            self._say(step)

    def _photograph(self, step: str) -> None:
        photo = own_photo(step, self.person.id)
        self._note(step, hashlib.sha256(photo).hexdigest())
        self.person.sends_photo(photo)

    def _correct(self) -> None:
        """Another bank."""
        self._lines["banks"] = self._chance.choice(BANKS)
        self.person.says("change banks")
        self._hears(QUESTIONS["banks"])
        self._answer("banks")
        self._takes(QUESTIONS["check"])

    def _submit(self) -> None:
        self._choose("Send my request")
        self.ref = reference(self._hears("Your reference is"))
        self.scene.sent.put(self.ref)

    # --- one step

    def _choose(self, label: str, step: str = "") -> None:
        """Presses a button, or types what stands on it."""
        if self._chance.random() < 0.5:
            message = self.scene.hear(self.person, button=label)
            if step:
                self._note(step, "")
            self.person.taps_on(message, label)
        else:
            if step:
                self._note(step, label)
            self.person.says(label)

    def _say(self, step: str) -> None:
        self._note(step, self._lines.get(step) or CHOICES[step])
        self.person.says(self.answers[step])

    def _note(self, step: str, answer: str) -> None:
        self.answers[step] = answer
        self.story.append(step)

    def _takes(self, text: str = "", button: str | None = None) -> None:
        """The next question: the bot has what was said before."""
        self._hears(text, button)
        self.acknowledged = len(self.story)

    def _hears(self, text: str = "", button: str | None = None) -> Message:
        return self.scene.hear(self.person, text, button, self.person.last_action)


def _lines(person: Person, chance: random.Random) -> dict[str, str]:
    """What this person types; no two the same."""
    name = f"{chance.choice(NAMES)} {chance.choice(FAMILIES)}"
    return {
        **SEED_CASE,
        "username": f"person{person.id}@example.com",
        "phone": f"+44 7400 {person.id % 1_000_000:06}",
        "full_name": name,
        "birth_date": f"{chance.randint(1, 28)} March {chance.randint(1950, 2000)}",
        "transactions": f"22 March 2019, {chance.randint(1, 9)}.{chance.randint(1000, 9999)}5 BTC, deposit",
        "address": f"{chance.randint(1, 400)} Example Street, Leeds LS1 4AB, United Kingdom",
        "banks": chance.choice(BANKS),
    }


def own_photo(step: str, person_id: int) -> bytes:
    """A picture that nobody else sent: a specimen with a comment in the file."""
    picture = pictures.specimen(2 if step == "selfie" else 1)
    comment = f"{step} of {person_id}".encode()
    return picture[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + picture[2:]


class Desk:
    """A reviewer. `decided` is what they decided, by reference, once they heard that it is."""

    def __init__(self, scene: Scene, person: Person, channel: Room, seed: int) -> None:
        self.scene, self.person, self.channel = scene, person, channel
        self.decided: dict[str, str] = {}
        self.stuck = ""
        self._chance = random.Random(seed)

    def run(self) -> None:
        try:
            self.person.says("/queue")
            for ref in self._requests():
                self._work_on(ref)
        except Stuck as stuck:
            self.stuck = str(stuck)

    def _requests(self) -> Iterator[str]:
        while True:
            try:
                yield self.scene.sent.get(timeout=LOOK_SECONDS / 2)
            except queue.Empty:
                if self.scene.served.is_set() or self.scene.hopeless.is_set():
                    return

    def _work_on(self, ref: str) -> None:
        card = self.scene.hear(self.channel, ref, "Claim")
        since = self.person.last_action
        self.person.taps_on(card, "Claim", in_=self.channel)
        dossier = self.scene.hear(self.person, f"{ref} · 2FA reset · CLAIMED", "Refuse", since)
        if self._chance.random() < 0.6:
            self._approve(ref, dossier)
        else:
            self._refuse(ref, dossier)

    def _approve(self, ref: str, dossier: Message) -> None:
        for check in CHECKS:
            dossier = self._turn(ref, dossier, f"☐ {check}", f"☑ {check}")
        self.person.taps_on(dossier, "Approve")
        self._hears(f"{ref}: turn off 2FA in the account system first")
        self.person.says(_username_in(dossier))
        self._hears(f"{ref}: approved")
        self.decided[ref] = "approve"

    def _refuse(self, ref: str, dossier: Message) -> None:
        reasons = self._turn(ref, dossier, "Refuse", "Cut off")
        preview = self._turn(ref, reasons, "Cut off", "Send and refuse")
        self.person.taps_on(preview, "Send and refuse")
        self._hears(f"{ref}: not approved")
        self.decided[ref] = "refuse"

    def _turn(self, ref: str, dossier: Message, label: str, shows: str) -> Message:
        self.person.taps_on(dossier, label)
        return self.scene.hear(self.person, ref, shows, self.person.last_action)

    def _hears(self, text: str) -> Message:
        return self.scene.hear(self.person, text, None, self.person.last_action)


def _username_in(dossier: Message) -> str:
    return next(line.removeprefix("Username: ") for line in dossier.text.splitlines() if line.startswith("Username"))


def begin(work: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread
