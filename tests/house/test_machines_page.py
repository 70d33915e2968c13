"""docs/machines.md against the machines."""

import pytest

from states import diagrams
from states.intake import CHECK, intake
from states.questions import QUESTIONS
from states.review import Review
from tests.house.checkout import text


def test_the_page_is_fresh() -> None:
    assert text("docs/machines.md") == diagrams.page(), "stale: run `make diagrams`"


@pytest.mark.parametrize("event", diagrams.FROM_EVERYWHERE)
def test_what_the_picture_leaves_out_leads_from_every_question_and_the_summary(event: str) -> None:
    """The page says so."""
    machine = intake(QUESTIONS)
    sources = {state.id for state in machine.states for each in state.transitions if each.match(event.lower())}
    assert sources == {CHECK, *(question.key for question in QUESTIONS)}


def test_the_page_says_of_every_pair_of_stage_and_action_what_comes_of_it() -> None:
    """R16: a stage has a row, an action a column, and no cell is empty."""
    matrix = diagrams.page().partition("### Who may do what, when")[2]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in matrix.splitlines() if line[:1] == "|"]
    header, _, *stages = rows
    assert {cell.strip("`") for cell in header[1:]} == {event.id for event in Review.events}  # type: ignore[attr-defined]  # a class attribute that the types call a method
    assert [row[0].strip("*") for row in stages] == [state.id for state in Review.states]
    assert all(len(row) == len(header) and all(row) for row in stages)
