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
    called = event.lower().replace(" ", "_")
    sources = {state.id for state in machine.states for each in state.transitions if each.match(called)}
    assert sources == {CHECK, *(question.key for question in QUESTIONS)}


def test_the_page_says_of_every_pair_of_stage_and_action_what_comes_of_it_for_everybody() -> None:
    """R16: a pair has a row, a role a column, and no cell is empty."""
    matrix = diagrams.page().partition("### Who may do what, when")[2]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in matrix.splitlines() if line[:1] == "|"]
    header, _, *pairs = rows
    events = {event.id for event in Review.events}  # type: ignore[attr-defined]  # a class attribute that the types call a method
    assert header == ["stage", "action", *diagrams.ROLES]
    assert [(row[0].strip("*"), row[1].strip("`")) for row in pairs] == [
        (state.id, action) for state in Review.states for action in diagrams.ACTIONS
    ]
    assert set(diagrams.ACTIONS) == events
    assert all(len(row) == len(header) and all(row) for row in pairs)
