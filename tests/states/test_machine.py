"""The table that is read from a chart moves a case as python-statemachine itself would, from anywhere, by any event."""

from copy import deepcopy
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statemachine.exceptions import TransitionNotAllowed

from states.case import Answer
from states.desk import CHECKS, Approval, Request
from states.diagrams import HAND, SINCE, case_at
from states.intake import CHECK, GONE, SENT, intake
from states.machine import Machine, NotAllowed, Rules
from states.questions import QUESTIONS
from states.review import STAGES, Declined, Review, Reviewer
from tests.states.stories import NOW, someone_at

INTAKE = intake(QUESTIONS)
TABLES = {INTAKE: Machine(INTAKE, "step"), Review: Machine(Review, "stage")}
KEYS = [question.key for question in QUESTIONS]
ALL_ANSWERED = someone_at(CHECK).case
REVIEWERS = (Reviewer(1, "Rita"), HAND, Reviewer(3, "Lea", lead=True), Reviewer(ALL_ANSWERED.applicant, "Marta"), None)


class Place:
    """Where the library keeps the state: in the case itself."""

    def __init__(self, case, field):
        self.case, self._field = case, field

    @property
    def state(self):
        return getattr(self.case, self._field)

    @state.setter
    def state(self, state):
        setattr(self.case, self._field, state)


def by_library(chart, field, case, event, **details):
    chart(Place(case, field), state_field="state").send(event, **details)


def by_table(chart, field, case, event, **details):
    TABLES[chart].send(case, event, **details)


def outcome(run, chart, field, case, event, **details):
    """The case afterwards, and what was raised."""
    case = deepcopy(case)
    try:
        run(chart, field, case, event, **details)
    except (NotAllowed, TransitionNotAllowed):
        return case, "not allowed"
    except (Declined, KeyError, TypeError) as refused:
        return case, type(refused), getattr(refused, "says", None)
    return case, None


@settings(max_examples=300, deadline=None)
@given(
    step=st.sampled_from([None, *KEYS, CHECK, SENT, GONE]),
    event=st.sampled_from([*(event.id for event in INTAKE.events), "explode"]),
    about=st.sampled_from(KEYS),
    unanswered=st.sets(st.sampled_from(KEYS)),
    revising=st.sets(st.sampled_from(KEYS)),
    is_sent=st.booleans(),
)
def test_an_applicant_gets_where_the_chart_leads(step, event, about, unanswered, revising, is_sent):
    """C16"""
    case = deepcopy(ALL_ANSWERED)
    case.step, case.memory.revising = step, revising
    case.submitted_at = NOW if is_sent else None
    for key in unanswered & case.answers.keys():
        del case.answers[key]
    details = {"about": [about] if event == "ask_again" else about, "answer": Answer("new", "new", NOW)}
    run = (INTAKE, "step", case, event)
    assert outcome(by_table, *run, **details) == outcome(by_library, *run, **details)


@settings(max_examples=500, deadline=None)
@given(
    stage=st.sampled_from(list(STAGES)),
    event=st.sampled_from([*(event.id for event in Review.events), "explode"]),
    by=st.sampled_from(REVIEWERS),
    desk=st.fixed_dictionaries(
        {
            "first": st.sampled_from([None, *(Approval(by.id, by.name, NOW) for by in REVIEWERS[:2])]),
            "checks": st.sampled_from([set(), set(CHECKS)]),
            "basket": st.sampled_from([{}, {"selfie": "face"}]),
            "reopened": st.booleans(),
        }
    ),
    after=st.sampled_from([timedelta(minutes=1), timedelta(hours=2), timedelta(days=8)]),
    details=st.fixed_dictionaries(
        {
            "risk": st.booleans(),
            "reason": st.sampled_from(["", "face", "because"]),
            "to": st.sampled_from(REVIEWERS),
        }
    ),
)
def test_a_reviewer_may_what_the_chart_allows(stage, event, by, desk, after, details):
    """R16: also who is refused, and with which words."""
    case = case_at(stage)
    case.desk = replace(case.desk, **desk)
    now = SINCE + after
    details |= {"now": now, "due_at": now, "effective_at": now, "silence": timedelta(hours=1)}
    details |= {"period": timedelta(days=7), "request": Request({}, now, now)}
    if by:
        details["by"] = by
    run = (Review, "stage", case, event)
    assert outcome(by_table, *run, **details) == outcome(by_library, *run, **details)


@pytest.mark.parametrize("chart", [INTAKE, Review])
def test_a_chart_holds_nothing_that_the_table_does_not(chart: type[Rules]):
    """What happens before, after, on the way in or out, or on any event at all, would be passed over."""
    for state in chart.states:
        for hook in (*state.enter, *state.exit, *(each for move in state.transitions for each in hooks(move))):
            assert not hasattr(chart, str(hook.func)), hook
        assert not state.states
        assert all(len(move.targets) == 1 for move in state.transitions)


def hooks(move):
    named = {f"on_{event}" for event in move.events}
    return [*move.before, *move.after, *(spec for spec in move.on if spec.func not in named)]
