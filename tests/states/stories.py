"""A person who talks to the dialogue, in memory: what they do and what they hear read as sentences."""

import itertools
from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from states.case import Case
from states.dialogue import Dialogue, Turn
from states.intake import CHECK, SENT
from states.message import Button, Code, Copy, Link, Message, Pair
from states.reply import BadPhoto, Clip, Command, Contact, Edited, Photo, Picture, Reply, Tap, Typed, Unusable, Video
from states.review import WAITING, Reviewer
from states.text import CountryName, Text
from tests.seed_case import SEED_CASE

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
APPLICANT = 5_000_000_000_000_000_001
"""As long as a Telegram id may become in a button."""
DIALOGUE = Dialogue()

ANSWERS: Mapping[str, str] = {
    "welcome": "Start",
    "lost": "Authenticator app",
    "route": "I still cannot sign in",
    "warning": "I have read it, continue",
    "consent": "I agree, continue",
    **SEED_CASE,
    "both_dates": "Yes",
}
"""What the person of these stories types at each step, where the story does not say otherwise."""

CALL = {"local_time": "call", "call_time": "call"}
ASKED_LATER: Mapping[str, Mapping[str, str]] = {"local_time": CALL, "call_time": CALL, "video": {"video": "video"}}
"""The steps that come only where a reviewer asks for them after sending, and what a reviewer asks for then."""
LATER: Mapping[str, str] = {"local_time": "14:30", "call_time": "1"}
"""What the person types at such a step."""
RITA = Reviewer(77, "Rita")
PHRASE, WORD = "amber maple river", "walnut"
"""What a reviewer's request asks to be spoken, and what both sides of a call say."""

FACTS = {"brand": "CEX.IO", "support_url": "support.example", "privacy_url": "privacy.example"}
"""What may stand in any sentence."""


def spoken(text: Text | str) -> str:
    """A sentence as it is heard in English."""
    if isinstance(text, str):
        return text
    return text.english.format_map({**FACTS, **{name: _value(value) for name, value in text.values.items()}})


def _value(value: Any) -> str:
    match value:
        case Text():
            return spoken(value)
        case CountryName(code):
            return code
        case datetime():
            return f"{value:%d %B %H:%M}"
        case _:
            return str(value)


def lines(message: Message) -> list[str]:
    """A message line by line, as it is heard."""
    parts = [message.lead, *message.title, *message.body, message.why]
    return [_line(part) for part in parts if part is not None]


def _line(part: Text | Code | Pair) -> str:
    match part:
        case Code(text):
            return text
        case Pair(name, value):
            return f"{spoken(name)}: {spoken(value)}"
        case _:
            return spoken(part)


def words(message: Message) -> str:
    return "\n".join(lines(message))


def buttons(message: Message) -> list[Button | Link | Copy]:
    return [button for row in message.rows for button in row]


def labels(message: Message) -> list[str]:
    return [spoken(button.label) for button in buttons(message)]


_seeds = itertools.count(1)


def picture(seed: int | None = None, **facts: Any) -> Picture:
    """What is known of a picture that nobody sent before, or of the one with this seed."""
    seed = next(_seeds) if seed is None else seed
    fingerprint = f"{pow(3, seed + 200, 2**256):064x}"
    known = {"digest": f"{seed:064x}", "fingerprint": fingerprint, "width": 1280, "height": 960, "size": 250_000}
    return Picture(**{**known, "as_file": False, **facts})


class Someone:
    """A person with a Telegram account, their open case and the one before it; time passes only when it is told to."""

    def __init__(self, dialogue: Dialogue = DIALOGUE, now: datetime = NOW, applicant: int = APPLICANT) -> None:
        self.dialogue = dialogue
        self.now = now
        self.case = Case(applicant=applicant)
        self.before: Case | None = None
        self.turn = Turn()
        self.all_heard: list[Message] = []

    # --- what they do

    def replies(self, reply: Reply) -> Turn:
        self.now += timedelta(seconds=5)
        self.turn = self.dialogue.take(self.case, reply, self.now, self.before)
        self.all_heard += self.turn.says
        return self.turn

    def says(self, text: str) -> Turn:
        name, _, payload = text[1:].partition(" ")
        return self.replies(Command(name, payload) if text.startswith("/") else Typed(text))

    def taps(self, label: str) -> Turn:
        """Presses a button of the last messages."""
        seen = [button for message in reversed(self.all_heard[-4:]) for button in buttons(message)]
        actions = [button.action for button in seen if isinstance(button, Button) and spoken(button.label) == label]
        assert actions, f"there is no button {label!r}, only {[spoken(button.label) for button in seen]}"
        return self.presses(actions[0])

    def presses(self, action: str, step: str | None = None) -> Turn:
        """Presses a button of any time."""
        return self.replies(Tap(action, step=str(self.case.step) if step is None else step))

    def sends_photo(self, seed: int | None = None, **photo: Any) -> Turn:
        return self.replies(Photo(picture(seed), **photo))

    def sends_bad_file(self, reason: str, **photo: Any) -> Turn:
        return self.replies(BadPhoto(reason, **photo))

    def shares_number(self, phone: str = "447400123456", *, own: bool = True) -> Turn:
        return self.replies(Contact(phone, own))

    def sends_video(self, seed: int | None = None) -> Turn:
        seed = next(_seeds) if seed is None else seed
        return self.replies(Video(Clip(digest=f"{seed:064x}", seconds=12, size=900_000)))

    def sends(self, kind: str) -> Turn:
        """Something that no question can use: a sticker, a voice message."""
        return self.replies(Unusable(kind))

    def edits(self, text: str) -> Turn:
        return self.replies(Edited(text))

    def waits(self, **time: float) -> None:
        self.now += timedelta(**time)

    def answers(self, step: str, text: str = "") -> Turn:
        """Answers the question that is asked, which must be this one."""
        assert self.case.step == step, f"{self.case.step} is asked, not {step}"
        if step in self.dialogue.photo_questions:
            return self.sends_photo()
        if step == "video":
            return self.sends_video()
        turn = self.says(text or {**ANSWERS, **LATER}[step])
        if step == "transactions" and self.case.step == step:
            turn = self.taps("Yes, continue")
        return turn

    def reaches(self, step: str, **answers: str) -> "Someone":
        """Answers all questions before this step; from /start on, if nothing was begun."""
        if self.case.step is None:
            self.says("/start")
        for _ in self.dialogue.questionnaire.questions:
            if self.case.step == step:
                break
            here = str(self.case.step)
            self.answers(here, answers.get(here, ""))
            assert self.case.step != here, f"{here} was not accepted: {self.hears()}"
        assert self.case.step == step, f"{self.case.step} was reached, not {step}"
        return self

    def submits(self, **answers: str) -> "Someone":
        self.reaches(CHECK, **answers).taps("Send my request")
        assert self.case.step == SENT
        self.case.ref = "R-2041"
        return self

    def is_asked_for(self, **items: str) -> "Someone":
        """A reviewer who has the request, or takes it, asks for these, each with the code of its reason."""
        decide = self.dialogue.decisions.decide
        if self.case.stage == WAITING:
            decide(self.case, "claim", RITA, self.now)
        self.case.desk.basket = dict(items)
        told = decide(self.case, "ask", RITA, self.now, phrase=PHRASE, word=WORD)
        self.turn = Turn((*told, self.dialogue.prompt(self.case, self.now)))
        self.all_heard += self.turn.says
        return self

    def starts_anew(self) -> None:
        """The case that was open is closed, and the person has no other."""
        self.before, self.case = self.case, Case(applicant=self.case.applicant)

    # --- what they hear

    def hears(self) -> str:
        """All that the last turn said."""
        return "\n".join(words(message) for message in self.turn.says)

    @property
    def question(self) -> Message:
        """The last message of the last turn."""
        return self.turn.says[-1]

    @property
    def told_progress(self) -> tuple[int, int] | None:
        """Step k of n, as the last message says."""
        first = spoken(self.question.title[0]).split() if self.question.title else []
        return (int(first[1]), int(first[3])) if first[:1] == ["Step"] else None

    @property
    def answered(self) -> dict[str, Any]:
        """The values of all answers, by question."""
        return {key: answer.value for key, answer in self.case.answers.items()}


BRANCHES: Mapping[str, Mapping[str, str]] = {
    "both_dates": {"doc_type": "Driving licence"},
    "back_photo": {"doc_type": "Driving licence", "both_dates": "No, send the back too"},
}
"""What has to be answered otherwise for a step to be asked at all."""


def someone_at(step: str, **answers: str) -> Someone:
    """A person who has answered everything before this step, as in ANSWERS or otherwise."""
    told = _someone_at(step, tuple(sorted({**BRANCHES.get(step, {}), **answers}.items())))
    person = Someone(now=told.now)
    person.case, person.turn, person.all_heard = deepcopy(told.case), told.turn, list(told.all_heard)
    return person


@cache
def _someone_at(step: str, answers: tuple[tuple[str, str], ...]) -> Someone:
    """Told once: many tests begin at the same step."""
    if step in ASKED_LATER:
        return Someone().submits(**dict(answers)).is_asked_for(**ASKED_LATER[step]).reaches(step)
    return Someone().reaches(step, **dict(answers))


def asked_steps(questions: Sequence[Any] = DIALOGUE.questionnaire.questions) -> list[str]:
    """The steps before sending."""
    return [question.key for question in questions if question.key not in ASKED_LATER]
