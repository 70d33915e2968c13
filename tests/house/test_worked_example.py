"""The worked example of docs/decisions/adding-a-question.md, as it stands on the page."""

import re
from datetime import UTC, datetime

import pytest

from states.case import Case
from states.dialogue import Dialogue
from states.policy import Policy
from states.question import Moment, Question
from states.questions import QUESTIONS
from states.reply import Command, Typed
from states.verdicts import Refused
from tests.house.checkout import text

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def added() -> Question:
    """The question of the page."""
    file, *_ = re.findall(r"```python\n(.*?)```", text("docs/decisions/adding-a-question.md"), re.DOTALL)
    names: dict[str, type[Question]] = {}
    exec(compile(file, "adding-a-question.md", "exec"), names)
    return names["AccountKindQuestion"]()


def test_its_examples_are_read_and_its_refusals_refused(added: Question) -> None:
    at = Moment(Case(applicant=1), NOW, Policy())
    assert {said: added.read(Typed(said), at) for said in added.examples} == added.examples
    for said, reason in added.refusals.items():
        with pytest.raises(Refused) as refused:
            added.read(Typed(said), at)
        assert refused.value.reason == reason


def test_with_it_the_conversation_has_one_step_more_and_asks_it_in_its_place(added: Question) -> None:
    at = [question.key for question in QUESTIONS].index("phone")
    longer = Dialogue(questions=(*QUESTIONS[:at], added, *QUESTIONS[at:]))
    case = _brought_to("account_kind", longer)
    assert "account_kind" in _brought_to("phone", longer).answers
    assert longer.questionnaire.progress(case) == (2, _steps_of(Dialogue()) + 1)


def test_a_draft_that_is_past_its_place_is_asked_once_it_walks_again(added: Question) -> None:
    """The page says so: after a release with a new question, Back and Change find the gap."""
    at = [question.key for question in QUESTIONS].index("username")
    longer = Dialogue(questions=(*QUESTIONS[:at], added, *QUESTIONS[at:]))
    draft = _brought_to("phone", Dialogue())
    longer.take(draft, Command("back"), NOW)
    assert draft.step == "account_kind"


def _brought_to(step: str, dialogue: Dialogue) -> Case:
    """Somebody who answered everything before a step, by the examples of the questions."""
    case = Case(applicant=1)
    dialogue.take(case, Typed("hello"), NOW)
    while case.step != step:
        dialogue.take(case, Typed(next(iter(dialogue.questionnaire[str(case.step)].examples))), NOW)
    return case


def _steps_of(dialogue: Dialogue) -> int:
    progress = dialogue.questionnaire.progress(_brought_to("username", dialogue))
    assert progress is not None
    return progress.total
