"""What the pages tell people, against what the code does."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest
import typer

from bot.__main__ import app
from bot.settings import Settings
from states import flags
from states.policy import Policy
from states.review import REASON_LABELS
from tests.house.checkout import pages, text

DECISIONS = [file for file in pages() if file.parts[:2] == ("docs", "decisions") and file.name != "README.md"]
PARTS = ("What", "Why", "What it costs", "Deviations", "Open questions")
"""Of a decision's page."""


def test_the_readme_starts_with_two_commands_that_make_knows() -> None:
    commands = re.findall(r"```sh\n(.*?)```", text("README.md"), re.DOTALL)[0]
    assert re.findall(r"^make (\w+)", commands, re.MULTILINE) == ["demo", "test"]


@pytest.mark.parametrize("file", pages(), ids=str)
def test_every_make_word_of_a_page_exists(file: Path) -> None:
    words = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    assert set(re.findall(r"(?:`|^)(?:\w+=\S+ )?make ([a-z]+)", text(file), re.MULTILINE)) <= words


@pytest.mark.parametrize("file", pages(), ids=str)
def test_every_command_of_a_page_exists(file: Path) -> None:
    """`python -m bot WORD WORD` is a command of the program, and its options are its own."""
    for words in re.findall(r"python -m bot((?: [a-z-]+)+)", text(file)):
        command: Any = typer.main.get_command(app)
        for word in words.split():
            if word.startswith("--"):
                assert word in {option for parameter in command.params for option in parameter.opts}, words
            elif hasattr(command, "commands"):
                assert word in command.commands, words
                command = command.commands[word]


def test_the_operators_page_lists_every_setting() -> None:
    """O05"""
    listed = re.findall(r"^\| `([A-Z_]+)` \|", text("docs/operator.md"), re.MULTILINE)
    assert sorted(listed) == sorted(name.upper() for name in Settings.model_fields)


def test_the_reviewers_page_explains_every_flag() -> None:
    """R23: in the words of the card."""
    page = text("docs/reviewer.md")
    texts = [
        str(ast.literal_eval(call.args[0]))
        for call in ast.walk(ast.parse(text(Path(flags.__name__.replace(".", "/")).with_suffix(".py"))))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "Text" and isinstance(call.args[0], ast.Constant)
    ]
    assert len(texts) >= len(flags.FLAGS)
    assert [said for said in texts if f"| {said.partition(' {')[0].partition(':')[0]}" not in page] == []


def test_the_reviewers_page_lists_every_reason() -> None:
    page = text("docs/reviewer.md")
    assert [label.english for label in REASON_LABELS.values() if f"| {label.english} |" not in page] == []


def test_the_reviewers_page_lists_every_command_of_the_desk() -> None:
    listed = set(re.findall(r"^\| `/(\w+)", text("docs/reviewer.md"), re.MULTILINE))
    assert listed == _commands("STAFF_COMMANDS")


@pytest.mark.parametrize("name", ["photo_days", "case_days", "draft_days"])
def test_the_privacy_page_says_how_long_the_code_keeps_things(name: str) -> None:
    """O04: the number stands in one table, and the page follows it."""
    assert re.search(rf"\b{getattr(Policy(), name)} days\b", text("docs/privacy.md"))


@pytest.mark.parametrize("file", DECISIONS, ids=str)
def test_a_decision_says_what_why_and_what_it_costs(file: Path) -> None:
    assert tuple(re.findall(r"^## (.+)$", text(file), re.MULTILINE)) == PARTS


def test_every_decision_stands_in_the_index() -> None:
    listed = re.findall(r"\]\(([\w-]+\.md)\)", text("docs/decisions/README.md"))
    assert sorted(listed) == sorted(file.name for file in DECISIONS)


def _commands(name: str) -> set[str]:
    """The commands that the bot tells Telegram of; read, not imported, because Telegram's library takes seconds."""
    for node in ast.parse(text("bot/app.py")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return set(ast.literal_eval(node.value))
    raise AssertionError(f"bot/app.py has no {name}")
