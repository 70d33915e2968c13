"""What each question promises of itself, proved for all of them."""

import ast
import json
import re
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from states.case import Case
from states.check import check, reader_of
from states.choice import ChoiceQuestion
from states.message import Button
from states.policy import Policy
from states.question import COMMON_REASONS, Aside, AsWritten, Ended, Missing, Moment, Pending, Question
from states.questionnaire import Questionnaire
from states.questions import QUESTIONS
from states.reply import Tap, Typed, Unusable
from states.screens import SECRET_FAMILIES, SECRETS
from states.verdicts import Refused, Unsure
from tests.states.stories import ANSWERS, APPLICANT, BRANCHES, NOW, buttons, someone_at, spoken

READING = Path(__file__).parents[2] / "states" / "reading"
CORPUS = Path(__file__).parent / "corpus"
READERS = {
    "username": ("username",),
    "phone": ("phone",),
    "phone_access": ("access",),
    "full_name": ("names",),
    "birth_date": ("dates.read_birth_date", "dates.read_date"),
    "transactions": ("transactions", "entries"),
    "address": ("address",),
    "banks": ("banks",),
    "doc_type": ("document",),
    "doc_country": ("countries",),
    "expiry_date": ("dates.read_expiry_date", "dates.read_date"),
    "issue_date": ("dates.read_issue_date", "dates.read_date"),
}
"""The modules, or their functions, in which the reader of a question raises."""


def at(case: Case | None = None) -> Moment:
    return Moment(case or Case(applicant=APPLICANT), NOW, Policy())


def read(question: Question, text: str) -> Any:
    """The answer in a text; one that is read back first is confirmed."""
    moment = at()
    try:
        return question.read(Typed(text), moment)
    except Pending as pending:
        moment.case.memory.kept[question.key] = pending.kept
        return question.read(Typed("yes"), moment)


def named(questions: tuple[Question, ...] = QUESTIONS) -> list[Any]:
    return [pytest.param(question, id=question.key) for question in questions]


def examples() -> list[Any]:
    return [
        pytest.param(question, text, value, id=f"{question.key}: {text}"[:60])
        for question in QUESTIONS
        for text, value in question.examples.items()
    ]


def refusals() -> list[Any]:
    return [
        pytest.param(question, text, code, id=f"{question.key}: {text}"[:60])
        for question in QUESTIONS
        for text, code in question.refusals.items()
    ]


@pytest.mark.parametrize(("question", "text", "value"), examples())
def test_every_example_is_accepted_and_read_as_stated(question, text, value):
    """S21, S22, S23: the examples of the help article pass. C46: choices are typed too."""
    assert read(question, text) == value


@pytest.mark.parametrize(("question", "text", "code"), refusals())
def test_every_refusal_is_refused_with_its_code(question, text, code):
    """C47: the fault is named."""
    with pytest.raises((Refused, Unsure)) as turned_down:
        question.read(Typed(text), at())
    assert turned_down.value.reason == code


@pytest.mark.parametrize(("question", "text", "code"), refusals())
def test_a_refusal_speaks_with_the_sentence_of_its_question(question, text, code):
    """C47: each code has words of its own, and all their gaps are filled."""
    person = someone_at(question.key)
    person.says(text)
    if text == "why":  # the word of a button
        return
    sentence = question.reasons.get(code) or COMMON_REASONS[code]
    assert person.turn.refused == code
    assert re.match(_with_gaps(sentence.english), person.hears())


def test_a_rehearsal_reads_every_example_and_refusal_of_every_question(monkeypatch):
    """What is loaded at first need is there before anybody writes."""
    heard: list[tuple[str, str]] = []
    read = Question.read

    def overheard(question: Question, reply: Typed, moment: Moment) -> Any:
        heard.append((question.key, reply.text))
        return read(question, reply, moment)

    monkeypatch.setattr(Question, "read", overheard)
    Questionnaire(QUESTIONS).rehearse(NOW)
    assert heard == [(each.key, text) for each in QUESTIONS for text in (*each.examples, *each.refusals)]


def _with_gaps(english: str) -> str:
    return re.sub(r"\\\{\w+\\\}", ".+", re.escape(english))


def test_the_article_names_every_example_that_must_pass():
    """S21, S22, S23: the very examples of the help article stand among ours."""
    texts = {text for question in QUESTIONS for text in question.examples}
    assert {
        "22 March 2019, 2.00456 BTC, deposit",
        "24th Floor One Canada Square, Canary Wharf London E14 5AB, United Kingdom",
        "Barclays Bank, Bank of England",
    } <= texts


@pytest.mark.parametrize("question", [each for each in named() if each.values[0].example])
def test_the_example_that_a_prompt_shows_is_one_that_passes(question):
    """C47: nobody is shown an example that would be refused."""
    assert read(question, question.example)


# --- sentences for all codes


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse((READING / f"{module}.py").read_text())


def codes_raised_in(place: str) -> set[str]:
    """The reason codes that a module, or one function of it, can raise."""
    module, _, function = place.partition(".")
    tree = _tree(module)
    scope = next((node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == function), tree)
    codes: set[str] = set()
    for call in ast.walk(scope):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("Refused", "Unsure", "_asked_again"):
            codes |= _codes_in(call.args[0], tree)
    return codes


def _codes_in(expression: ast.expr, tree: ast.Module) -> set[str]:
    """Code-like strings of an expression, and those of the tables and functions that it names."""
    places: list[ast.AST] = [expression]
    names = {node.id for node in ast.walk(expression) if isinstance(node, ast.Name)}
    for node in tree.body:
        bound = [node.name] if isinstance(node, ast.FunctionDef) else [t.id for t in _targets(node)]
        if names & set(bound):
            places.append(node)
    strings = {
        node.value
        for place in places
        for node in ast.walk(place)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {text for text in strings if re.fullmatch(r"[a-z]+(_[a-z0-9]+)*", text) and len(text) > 3}


def _targets(node: ast.stmt) -> list[ast.Name]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [target for target in targets if isinstance(target, ast.Name)]


@pytest.mark.parametrize("key", READERS)
def test_every_code_that_a_reader_can_raise_has_a_sentence(key):
    """C47: no refusal falls back on "we did not understand" for want of words."""
    question = next(each for each in QUESTIONS if each.key == key)
    codes = set().union(*(codes_raised_in(place) for place in READERS[key]))
    assert codes, "the reader raises nothing: look in another module"
    assert codes <= {*question.reasons, *COMMON_REASONS, "underage"}


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.jsonl")), ids=lambda path: path.stem)
def test_every_code_that_the_collected_messages_are_refused_with_has_a_sentence(path):
    """C47: what people really write gets words of its own. C31: so does every kind of secret."""
    records = [json.loads(line) for line in path.read_text().splitlines()]
    read = reader_of(path.stem)
    for record in records:
        if record["verdict"] == "accept":
            continue
        moment = datetime.fromisoformat(record["now"])
        _, _, code = check(read, record["text"], now=moment, locale=record["locale"])
        if code in SECRET_FAMILIES:
            assert spoken(SECRETS[SECRET_FAMILIES[code]])
        elif code:
            question = next(each for each in QUESTIONS if each.key == path.stem)
            assert code in {*question.reasons, *COMMON_REASONS, "underage"}


def test_the_codes_are_found_where_they_are_computed_too():
    """The search for codes sees tables, functions and conditional expressions."""
    assert {"landline", "voip", "toll_free", "unknown_country_code", "no_answer", "too_short"} <= codes_raised_in(
        "phone"
    )
    assert {"initials_only", "single_name"} <= codes_raised_in("names")
    assert "partial_access" in codes_raised_in("access")


# --- what a question must have


@pytest.mark.parametrize("question", named())
def test_every_question_has_a_name_a_reason_and_something_to_try(question):
    """C05, O01: why is answered everywhere, and the demo can play every question of words."""
    assert question.name.english
    assert question.why.english
    assert question.ask.english
    assert question.examples or question.wrong_kind == "wrong_kind_photo"
    assert question.refusals


def test_every_key_and_every_name_is_unique():
    """C08: no two answers can be meant by one word."""
    keys = [question.key for question in QUESTIONS]
    assert len(set(keys)) == len(keys)
    words = [word for question in QUESTIONS for word in {question.name.english.casefold(), *question.called}]
    assert len(set(words)) == len(words)


def test_what_an_answer_depends_on_is_asked_before_it():
    """C06: a change is followed by the questions that it makes worthless."""
    order = [question.key for question in QUESTIONS]
    for question in QUESTIONS:
        assert all(order.index(other) < order.index(question.key) for other in question.depends)


@pytest.mark.parametrize("question", named())
def test_the_data_of_every_button_fits_what_telegram_carries(question):
    """C46: q:CASE:STEP:ACTION in 64 bytes, for the longest case number."""
    person = someone_at(question.key)
    shown = buttons(person.dialogue.prompt(person.case, NOW))
    shown += [button for row in question.detours.values() for button in row]
    shown += [Button(each.name, f"change:{each.key}") for each in QUESTIONS]
    for button in shown:
        if isinstance(button, Button):
            assert len(f"q:{APPLICANT}:{question.key}:{button.action}".encode()) <= 64


def choices() -> list[Any]:
    return [
        pytest.param(question, number, choice, id=f"{question.key}: {choice.label.english}")
        for question in QUESTIONS
        if isinstance(question, ChoiceQuestion)
        for number, choice in enumerate(question.choices, start=1)
    ]


def outcome(question: Question, reply: Any) -> Any:
    """What reading comes to: a value, or the kind of what was raised."""
    try:
        return question.read(reply, at())
    except (Aside, Ended) as raised:
        return type(raised)


@pytest.mark.parametrize(("question", "number", "choice"), choices())
def test_every_choice_can_be_typed_as_well_as_pressed(question, number, choice):
    """C46: by its label, its number, and each of its words."""
    pressed = outcome(question, Tap(choice.action, question.key))
    for text in (choice.label.english, choice.label.english.upper() + ".", str(number), *choice.words):
        assert outcome(question, Typed(text)) == pressed


@pytest.mark.parametrize("question", [each for each in named() if each.values[0].skips])
def test_having_none_and_not_remembering_can_be_typed_as_well_as_pressed(question):
    """C28, C46"""
    for why in question.skips:
        pressed = question.read(Tap(f"skip:{why}", question.key), at())
        assert pressed == Missing(why=why)
        assert question.read(Typed(question.skip_labels[why].english), at()) == pressed
    assert spoken(question.show(pressed)) == "Not provided"


@pytest.mark.parametrize("question", named())
@pytest.mark.parametrize("action", ["", "pick:", "pick:nonsense", "skip:everything", "offer:0", "offer:x", "::", "yes"])
def test_a_press_on_a_button_that_was_never_shown_is_refused(question, action):
    """C46: what a button carries is untrusted."""
    with pytest.raises(Refused) as refused:
        question.read(Tap(action, question.key), at())
    assert refused.value.reason == question.wrong_kind


@pytest.mark.parametrize("question", named())
def test_a_text_that_is_too_long_is_refused_with_both_lengths(question):
    with pytest.raises(Refused) as refused:
        question.read(Typed("x" * 2001), at())
    assert spoken(question.sentence(refused.value)) == "Answer must be 2000 characters or less. Yours has 2001."


@pytest.mark.parametrize("question", named())
@pytest.mark.parametrize("kind", ["sticker", "voice", "location", "poll"])
def test_what_no_question_can_use_gets_the_message_of_the_step(question, kind):
    """C14"""
    person = someone_at(question.key)
    before = dict(person.case.answers)
    person.sends(kind)
    sentence = question.reasons.get(question.wrong_kind) or COMMON_REASONS[question.wrong_kind]
    assert person.hears() == sentence.english
    assert person.case.step == question.key
    assert person.case.answers == before


# --- keeping answers


@pytest.mark.parametrize(("question", "text", "value"), examples())
def test_every_answer_survives_being_stored(question, text, value):
    """C16"""
    assert question.load(question.dump(value)) == value


@pytest.mark.parametrize("question", named())
@pytest.mark.parametrize("value", [Missing(why="none"), Missing(why="forgotten"), AsWritten(text="x", reason="y")])
def test_what_is_no_plain_answer_survives_being_stored_too(question, value):
    """C28, C37"""
    assert question.load(question.dump(value)) == value


def test_the_answers_of_a_whole_request_survive_being_stored():
    """C16"""
    questionnaire = someone_at("check").dialogue.questionnaire
    person = someone_at("check", **BRANCHES["back_photo"])
    assert set(person.answered) == {*ANSWERS, "document_photo", "back_photo", "selfie"}
    for key, value in person.answered.items():
        assert questionnaire.load(key, questionnaire.dump(key, value)) == value


def test_unusable_input_is_a_reply_like_any_other():
    with pytest.raises(Refused):
        QUESTIONS[0].read(Unusable("dice"), at())
