"""The voice: every sentence that the product says, wherever it stands."""

import ast
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from states.desk import CHECKS
from states.intake import CHECK
from states.question import COMMON_REASONS
from states.questions import QUESTIONS
from states.review import REASON_LABELS, REASONS
from states.screens import SECRETS
from states.text import Text
from tests.states.stories import ASKED_LATER, DIALOGUE, NOW, asked_steps, buttons, lines, someone_at, spoken, words

ROOT = Path(__file__).parents[2]
BANNED = re.compile(
    r"\b(please|sorry|valid|invalid|oops|errors?|forbidden|illegal|you forgot|failed|fail)\b|!", re.IGNORECASE
)
NOTICE = re.compile(r"[✅⚠🔒]️?")
LIST_MARKS = "👁🚩✓✘•"
PICTURE = re.compile("[\U0001f000-\U0001faff☀-➿⬀-⯿️]")


class Said(NamedTuple):
    """A sentence in the code, and the call that it is an argument of."""

    place: str
    english: str
    call: str


@cache
def everything_said() -> tuple[Said, ...]:
    """Every `Text("...")` of the conversation and of the edges, with the class that it was written for."""
    return tuple(
        said
        for room in ("states", "handlers", "bot")
        for path in sorted((ROOT / room).rglob("*.py"))
        for said in _said_in(path)
    )


def _said_in(path):
    tree = ast.parse(path.read_text())
    calls = {
        id(argument): getattr(call.func, "id", "")
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        for argument in call.args
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text" and node.args:
            sentence = node.args[0]
            if isinstance(sentence, ast.Constant) and isinstance(sentence.value, str):
                place = f"{path.relative_to(ROOT)}:{node.lineno}"
                yield Said(place, sentence.value, calls.get(id(node), ""))


def those(condition):
    """The sentences for which it holds: a list to be empty, which names what is wrong and where."""
    return [f"{said.place}: {said.english}" for said in everything_said() if condition(said)]


@cache
def command_descriptions() -> tuple[str, ...]:
    """What Telegram shows beside each command: the values of the tables of the edge that sets them."""
    tree = ast.parse((ROOT / "bot" / "app.py").read_text())
    tables = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and any("COMMANDS" in getattr(target, "id", "") for target in node.targets)
    ]
    return tuple(value.value for table in tables for value in table.values)


def test_sentences_are_found_in_all_rooms():
    """C47: the search sees questions, screens, reviewers' words and commands."""
    rooms = {said.place.split("/")[0] for said in everything_said()}
    assert {"states", "handlers"} <= rooms
    assert len(everything_said()) > 250
    assert len(command_descriptions()) >= 10


def test_no_sentence_has_a_banned_word():
    """C47: no begging, no blame, no alarm."""
    assert those(lambda said: BANNED.search(said.english)) == []


@pytest.mark.parametrize("text", command_descriptions())
def test_commands_are_described_shortly_in_the_same_voice(text):
    """C47"""
    assert len(text) <= 60
    assert not BANNED.search(text)


def misplaced_picture(said):
    bare = NOTICE.sub("", said.english, count=1) if NOTICE.match(said.english) else said.english
    return any(PICTURE.search(line.strip().strip(LIST_MARKS)) for line in bare.splitlines())


def test_a_picture_stands_only_before_a_notice_or_as_a_list_mark():
    """C46: none within a sentence."""
    assert those(misplaced_picture) == []


def test_a_picture_never_stands_for_a_word():
    """C46: no meaning by emoji alone; marks of a list stand beside words or names."""
    alone = r"[^\w{]*"
    assert those(lambda said: PICTURE.search(said.english) and re.fullmatch(alone, said.english)) == []


def test_buttons_are_short():
    """C47: a few words that fit a phone's row."""
    pressed = ("Button", "Link", "Copy", "Choice")
    assert those(lambda said: said.call in pressed and len(said.english) > 28) == []


def test_everything_that_becomes_a_button_is_short():
    """C47: names in the menu, labels of choices, of skips, of reasons, and of what is shown at every step."""
    shown = [question.name for question in QUESTIONS]
    shown += [label for question in QUESTIONS for label in question.skip_labels.values()]
    shown += REASON_LABELS.values()
    shown += [Text("{tick} {check}", tick="☑", check=label.filled(years=10)) for label in CHECKS.values()]
    for step in (*asked_steps(), *ASKED_LATER, CHECK):
        shown += [button.label for button in buttons(DIALOGUE.prompt(someone_at(step).case, NOW))]
    assert [spoken(label) for label in shown if len(spoken(label)) > 28] == []


def refusals():
    tables = [*(question.reasons for question in QUESTIONS), COMMON_REASONS, REASONS, SECRETS]
    found = {text.english for table in tables for text in table.values()}
    return [pytest.param(english, id=english[:50]) for english in sorted(found)]


@pytest.mark.parametrize("english", refusals())
def test_refusals_are_short(english):
    """C47: they name the fault and the fix in 200 characters."""
    assert len(english) <= 200


@pytest.mark.parametrize("step", [*asked_steps(), *ASKED_LATER, CHECK])
def test_prompts_are_not_too_long(step):
    """C47: a question with its hints, without the answers that it repeats, in 700 characters."""
    message = someone_at(step).question
    if step != CHECK:
        assert len(words(message)) <= 700
    if message.placeholder:
        assert len(spoken(message.placeholder)) <= 64


@pytest.mark.parametrize("step", asked_steps())
def test_a_counted_prompt_begins_with_the_progress_and_ends_with_the_reason(step):
    """C04, C05, C06"""
    question = DIALOGUE.questionnaire[step]
    if question.counted:
        heard = lines(DIALOGUE.prompt(someone_at(step).case, someone_at(step).now))
        assert heard[0].startswith("Step ")
        assert heard[-1] == spoken(question.why).join(("Why we ask: ", ""))


def test_the_dated_notice_of_july_is_not_repeated():
    """S07"""
    assert those(lambda said: re.search(r"\bjuly\b|need to take any action", said.english, re.IGNORECASE)) == []


def test_the_time_to_answer_is_never_a_promise():
    """S40: "can take up to", never "within", never a guarantee."""
    assert (
        those(lambda said: re.search(r"\bguarantee|\bwithin \{?(48|hours|answer)", said.english, re.IGNORECASE)) == []
    )


def test_nobody_is_told_whether_an_account_exists():
    """C32: no sentence compares an answer with what is on file."""
    pattern = (
        r"no such account|account (does not|doesn't) exist|does not match|do not match|not registered|wrong answer"
    )
    assert those(lambda said: re.search(pattern, said.english, re.IGNORECASE)) == []


@pytest.mark.parametrize("key", ["username", "phone", "full_name", "birth_date", "address", "banks", "transactions"])
def test_an_unknown_account_is_answered_like_a_known_one(key):
    """C32: the conversation knows no accounts; any answer of the right shape is taken with the same words."""
    others = {"username": "nobody.at.all@example.org", "full_name": "Nemo Nowhere", "banks": "Monzo"}
    ours, theirs = someone_at(key), someone_at(key)
    ours.answers(key)
    theirs.answers(key, others.get(key, ""))
    assert spoken(ours.question.title[-1]) == spoken(theirs.question.title[-1])
    assert ours.question.lead == theirs.question.lead


def test_no_question_asks_for_a_secret():
    """C31, S08, S44, S47: no password, no code, no card number, no secret phrase."""
    for question in QUESTIONS:
        assert not re.search(
            r"password|2fa code|card number|secret phrase|private key", question.ask.english.casefold()
        )
