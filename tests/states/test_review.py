"""The reviewer's machine: every pair of stage and action is allowed or forbidden on purpose."""

from copy import deepcopy
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from states.case import Case
from states.review import (
    APPROVED,
    CLAIMED,
    DECIDED,
    REASON_LABELS,
    REASONS,
    REFUSED,
    STAGES,
    WAITING,
    WITHDRAWN,
    Closed,
    Declined,
    NotNow,
    NotYours,
    OwnCase,
    Reviewer,
    Taken,
)
from tests.states.stories import DIALOGUE, NOW, someone_at, spoken, words

APPLICANT = 1001
RITA, ROB, LEA = Reviewer(1, "Rita"), Reviewer(2, "Rob"), Reviewer(3, "Lea", lead=True)
THEMSELVES = Reviewer(APPLICANT, "Marta", lead=True)
EVENTS = ("claim", "release", "approve", "refuse", "withdraw")
REFUSAL = {"reason": "face"}


def case_at(stage: str | None) -> Case:
    """A request at a stage; claimed and decided by Rita."""
    case = Case(applicant=APPLICANT, ref="R-2041", step="sent", stage=stage, submitted_at=NOW, due_at=NOW)
    if stage not in (None, WAITING):
        case.claimed_by, case.claimed_name, case.claimed_at = RITA.id, RITA.name, NOW
    if stage in DECIDED:
        case.decided_by, case.decided_name, case.decided_at, case.closed_at = RITA.id, RITA.name, NOW, NOW
    if stage == WITHDRAWN:
        case.claimed_by, case.decided_by, case.decided_name = None, APPLICANT, ""
    return case


def decide(case: Case, event: str, by: Reviewer, **details: str):
    if event == "refuse" and "reason" not in details:
        details = REFUSAL
    return DIALOGUE.decide(case, event, by, NOW + timedelta(hours=1), **details)


ALLOWED = {
    (WAITING, "claim", RITA): CLAIMED,
    (WAITING, "claim", ROB): CLAIMED,
    (WAITING, "claim", LEA): CLAIMED,
    (CLAIMED, "release", RITA): WAITING,
    (CLAIMED, "release", LEA): WAITING,
    (CLAIMED, "release", THEMSELVES): WAITING,
    (CLAIMED, "approve", RITA): APPROVED,
    (CLAIMED, "refuse", RITA): REFUSED,
}
"""Everything that a reviewer may do to Rita's case; the rest of the matrix is forbidden."""
MATRIX = [
    pytest.param(stage, event, by, id=f"{stage}-{event}-{by.name}")
    for stage in (None, *STAGES)
    for event in EVENTS
    for by in (RITA, ROB, LEA, THEMSELVES)
]


@pytest.mark.parametrize(("stage", "event", "by"), MATRIX)
def test_every_pair_of_stage_and_action_is_allowed_or_declined_with_words(stage, event, by):
    """R03, R16: what is forbidden changes nothing and says why."""
    case = case_at(stage)
    before = deepcopy(case)
    if (stage, event, by) in ALLOWED:
        decide(case, event, by)
        assert case.stage == ALLOWED[stage, event, by]
        return
    with pytest.raises(Declined) as declined:
        decide(case, event, by)
    assert case == before
    assert spoken(declined.value.says)


@pytest.mark.parametrize(
    ("stage", "event", "by", "outcome", "heard"),
    [
        (CLAIMED, "claim", ROB, Taken, "Rita has R-2041 since 21 November 12:00."),
        (CLAIMED, "claim", RITA, Taken, "Rita has R-2041 since"),
        (CLAIMED, "approve", ROB, NotYours, "Rita has R-2041."),
        (CLAIMED, "approve", LEA, NotYours, "Rita has R-2041."),
        (CLAIMED, "release", ROB, NotYours, "Rita has R-2041."),
        (WAITING, "approve", RITA, NotNow, "Claim R-2041 first."),
        (WAITING, "release", LEA, NotNow, "Claim R-2041 first."),
        (APPROVED, "approve", ROB, Closed, "R-2041 is already approved by Rita."),
        (REFUSED, "claim", ROB, Closed, "R-2041 is already not approved by Rita."),
        (WITHDRAWN, "approve", RITA, Closed, "R-2041 is already withdrawn."),
        (WAITING, "claim", THEMSELVES, OwnCase, "This case came from your own Telegram account."),
        (CLAIMED, "withdraw", RITA, NotYours, "Only the customer can withdraw R-2041."),
        (None, "claim", RITA, NotNow, "R-2041 is not sent yet."),
        (WAITING, "explode", RITA, NotNow, "Claim R-2041 first."),
    ],
)
def test_a_declined_reviewer_hears_why(stage, event, by, outcome, heard):
    """R02, R03, R16, R17, R22"""
    with pytest.raises(outcome) as declined:
        decide(case_at(stage), event, by)
    assert spoken(declined.value.says).startswith(heard)


def test_the_second_of_two_claims_is_told_who_has_the_case():
    """R02"""
    case = case_at(WAITING)
    decide(case, "claim", RITA)
    with pytest.raises(Taken) as taken:
        decide(case, "claim", ROB)
    assert "Rita has R-2041" in spoken(taken.value.says)
    assert case.claimed_by == RITA.id


def test_a_claim_remembers_who_and_when():
    """R01, R03"""
    case = case_at(WAITING)
    assert decide(case, "claim", ROB) == ()
    assert (case.claimed_by, case.claimed_name, case.claimed_at) == (ROB.id, "Rob", NOW + timedelta(hours=1))


def test_a_released_case_can_be_claimed_by_another():
    """R04"""
    case = case_at(CLAIMED)
    assert decide(case, "release", RITA) == ()
    assert (case.claimed_by, case.claimed_name, case.claimed_at) == (None, "", None)
    decide(case, "claim", ROB)
    decide(case, "approve", ROB)
    assert case.decided_by == ROB.id


def test_a_lead_may_take_a_case_from_its_claimer_but_not_decide_it_for_them():
    """R03, R04"""
    case = case_at(CLAIMED)
    with pytest.raises(NotYours):
        decide(case, "approve", LEA)
    decide(case, "release", LEA)
    decide(case, "claim", LEA)
    decide(case, "approve", LEA)
    assert case.decided_name == "Lea"


@pytest.mark.parametrize("event", ["approve", "refuse"])
def test_nobody_decides_their_own_case_even_when_they_have_it(event):
    """R22"""
    case = case_at(CLAIMED)
    case.claimed_by = APPLICANT
    with pytest.raises(OwnCase):
        decide(case, event, THEMSELVES)
    assert case.stage == CLAIMED


@pytest.mark.parametrize("details", [{}, {"reason": ""}, {"reason": "because"}, {"reason": "approved"}])
def test_a_refusal_needs_one_of_our_reasons(details):
    """R12"""
    case = case_at(CLAIMED)
    with pytest.raises(NotNow) as declined:
        DIALOGUE.decide(case, "refuse", RITA, NOW, **details)
    assert spoken(declined.value.says) == "Select a reason."
    assert (case.stage, case.reason) == (CLAIMED, "")


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_a_label_for_the_reviewer_and_a_sentence_for_the_customer(reason):
    """R11, R13, C55: the reviewer's words are not the customer's."""
    case = case_at(CLAIMED)
    (told,) = decide(case, "refuse", RITA, reason=reason)
    assert case.reason == reason
    heard = words(told)
    assert spoken(DIALOGUE.reason(reason)) in heard
    assert spoken(REASON_LABELS[reason]) not in heard.splitlines()


def test_reasons_of_fraud_cannot_reach_the_customer():
    """R11, C32: one sentence stands for all that must not be told."""
    told = " ".join(text.english.casefold() for text in REASONS.values())
    for word in ("fraud", "stolen", "fake", "forged", "suspicious", "photoshop", "another person"):
        assert word not in told
    assert set(REASON_LABELS) == set(REASONS)


@pytest.mark.parametrize(("event", "stage"), [("approve", APPROVED), ("refuse", REFUSED)])
def test_a_decision_closes_the_case_with_who_and_when(event, stage):
    """R17, R25"""
    case = case_at(CLAIMED)
    decide(case, event, RITA)
    later = NOW + timedelta(hours=1)
    assert (case.stage, case.decided_by, case.decided_name) == (stage, RITA.id, "Rita")
    assert case.decided_at == case.closed_at == later


def test_a_second_press_has_no_second_effect():
    """R17"""
    case = case_at(CLAIMED)
    decide(case, "approve", RITA)
    before = deepcopy(case)
    for by in (RITA, ROB):
        with pytest.raises(Closed) as closed:
            decide(case, "approve", by)
        assert spoken(closed.value.says) == "R-2041 is already approved by Rita."
    assert case == before


def test_a_decision_leaves_the_answers_alone():
    """R25"""
    person = someone_at("check").submits()
    before = dict(person.case.answers)
    decide(person.case, "claim", RITA)
    decide(person.case, "approve", RITA)
    assert person.case.answers == before
    assert person.case.step == "sent"


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_has_a_name(stage):
    """C12"""
    assert spoken(STAGES[stage])


class ReviewOfOneCase(RuleBasedStateMachine):
    """Four people press whatever they like on one case."""

    def __init__(self) -> None:
        super().__init__()
        self.case = case_at(WAITING)
        self.now = NOW
        self.end: str | None = None

    @rule(
        event=st.sampled_from([*EVENTS, "explode"]),
        by=st.sampled_from([RITA, ROB, LEA, THEMSELVES]),
        reason=st.sampled_from(["", "face", "no_match", "because"]),
    )
    def a_reviewer_presses(self, event, by, reason):
        self.now += timedelta(minutes=1)
        before = deepcopy(self.case)
        details = {"reason": reason} if event == "refuse" else {}
        heard = ""
        try:
            DIALOGUE.decide(self.case, event, by, self.now, **details)
        except Declined as declined:
            heard = spoken(declined.says)
        if heard:
            assert self.case == before
        else:
            assert before.stage not in DECIDED
            if event in ("approve", "refuse"):
                assert before.claimed_by == by.id != self.case.applicant

    @rule()
    def the_customer_withdraws(self):
        self.now += timedelta(minutes=1)
        if self.case.stage not in DECIDED:
            person = someone_at("check").submits()
            person.case, person.now = self.case, self.now
            person.says("/cancel")
            person.says("yes")
            assert self.case.stage == WITHDRAWN

    @invariant()
    def there_is_never_a_second_end(self):
        if self.end:
            assert self.case.stage == self.end
        elif self.case.stage in DECIDED:
            self.end = self.case.stage

    @invariant()
    def a_claimed_case_has_a_claimer_and_a_waiting_one_has_none(self):
        if self.case.stage == CLAIMED:
            assert self.case.claimed_by
            assert self.case.claimed_by != self.case.applicant
        if self.case.stage == WAITING:
            assert (self.case.claimed_by, self.case.claimed_name, self.case.claimed_at) == (None, "", None)

    @invariant()
    def it_is_closed_if_and_only_if_it_came_to_an_end(self):
        assert (self.case.closed_at is not None) == (self.case.stage in DECIDED)

    @invariant()
    def a_reason_is_given_if_and_only_if_it_was_refused(self):
        assert (self.case.reason in REASONS) == (self.case.stage == REFUSED)


ReviewOfOneCase.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestAnyOrderOfPresses = ReviewOfOneCase.TestCase
TestAnyOrderOfPresses.__doc__ = "R02, R03, R12, R16, R17, R22: whatever the order of presses."
