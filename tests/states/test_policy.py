"""The table of numbers and facts."""

import ast
import re
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from states.policy import Policy, Source, sources

STATES = Path(__file__).parents[2] / "states"


@pytest.mark.parametrize("row", [row.name for row in fields(Policy)])
def test_every_row_has_a_source(row):
    """O04: an article and its words, or a decision of ours and why."""
    source = sources()[row]
    assert isinstance(source, Source)
    assert source.article in (None, 0, 1, 2, 3, 4)
    assert len(source.words.split()) >= 3


@pytest.mark.parametrize(
    ("row", "value", "article"),
    [("answer_hours", 48, 3), ("document_years", 10, 2), ("adult_years", 18, 1), ("photos", 2, 2), ("answers", 6, 2)],
)
def test_the_numbers_of_the_articles_are_the_articles(row, value, article):
    """O04"""
    assert getattr(Policy(), row) == value
    source = sources()[row]
    assert source.article == article
    assert str(value) in source.words or row in ("photos", "answers")


def test_the_sheet_reads_what_the_article_says():
    """O04, S24"""
    assert Policy().sheet_line == "CEX.IO, 2FA disable"
    assert Policy().sheet_line in sources()["sheet_purpose"].words


def test_three_documents_are_accepted():
    """O04, S26"""
    assert set(Policy().documents) == {"passport", "national_id", "driving_licence"}


def test_the_table_cannot_be_changed_while_running():
    with pytest.raises(FrozenInstanceError):
        Policy().answer_hours = 1  # type: ignore[misc]


def test_the_documents_asked_for_are_those_of_the_table():
    """O04, S26"""
    from states.questions.doc_type import DocTypeQuestion

    assert tuple(choice.value for choice in DocTypeQuestion.choices) == Policy().documents


@pytest.mark.parametrize(
    "path", sorted(STATES.glob("*.py")) + sorted((STATES / "questions").glob("*.py")), ids=lambda p: p.stem
)
def test_no_sentence_says_48_hours_or_18_years_by_itself(path):
    """O04: the two numbers that policy may change stand in the table only, and fill a gap of the sentence."""
    texts = [node.value for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Constant)]
    if path.stem != "policy":
        assert not [text for text in texts if isinstance(text, str) and re.search(r"\b48 hours\b", text)]
