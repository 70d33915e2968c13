"""The reviewer's machine: every action, at every stage, by everybody, is allowed or forbidden on purpose."""

from copy import deepcopy
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from states import diagrams
from states.case import Case
from states.desk import CHECKS
from states.diagrams import ACTIONS, ROLES, case_at
from states.review import (
    ANSWER_REASONS,
    APPROVED,
    ASKED,
    CLAIMED,
    CONFIRMING,
    DECIDED,
    DONE,
    ESCALATED,
    FINAL,
    HALTED,
    PHOTO_REASONS,
    REASON_LABELS,
    REASONS,
    REFUSED,
    RETRY,
    SECURITY,
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
    is_final,
)
from tests.states.stories import DIALOGUE, NOW, someone_at, spoken, words

RITA, ROB, LEA, THEMSELVES = (
    Reviewer(each.id, name, each.lead)
    for name, each in zip(("Rita", "Rob", "Lea", "Marta"), filter(None, ROLES.values()), strict=True)
)
"""Who has the case, another reviewer, a lead, and a lead whose own request it is."""
NOBODY = None
"""The clock, or the customer."""
EVERYBODY = (RITA, ROB, LEA, THEMSELVES, NOBODY)
SINCE = diagrams.SINCE
SOON, LATER, TOO_LATE = timedelta(minutes=1), timedelta(hours=2), timedelta(days=8)
"""Before anything ran out; once silence and waiting time are over; once nothing can be reopened."""
UNASKED = {
    "lapse": lambda case, _: DIALOGUE.decisions.lapse(case),
    "reply": DIALOGUE.decisions.replied,
    "expire": DIALOGUE.decisions.expire,
    "withdraw": DIALOGUE.decisions.withdraw,
    "halt": DIALOGUE.decisions.halt,
}
"""What comes of the clock and the customer."""


def at(stage: str | None) -> Case:
    """A request at a stage, with everything prepared; Rita had a hand in it."""
    if stage is None:
        return Case(applicant=THEMSELVES.id, ref="R-2041", step="phone")
    case = case_at(stage)
    if case.claimed_name:
        case.claimed_name = "Rita"
    if case.decided_name:
        case.decided_name = "Rita"
    return case


def does(case: Case, event: str, by: Reviewer | None, after: timedelta = LATER, **details):
    """One action, with what it takes along where nothing else is said."""
    if by is None:
        return UNASKED[event](case, SINCE + after)
    usual = {"approve": {"risk": False}, "refuse": {"reason": "face"}, "hand_over": {"to": diagrams.HAND}}
    return DIALOGUE.decisions.decide(case, event, by, SINCE + after, **{**usual.get(event, {}), **details})


ALLOWED = {
    **{(WAITING, "claim", by, after): CLAIMED for by in (RITA, ROB, LEA) for after in (SOON, LATER, TOO_LATE)},
    **{(CONFIRMING, "claim", by, after): CLAIMED for by in (ROB, LEA) for after in (SOON, LATER, TOO_LATE)},
    **{(ESCALATED, "claim", LEA, after): CLAIMED for after in (SOON, LATER, TOO_LATE)},
    **{(CLAIMED, "release", by, after): WAITING for by in (RITA, LEA) for after in (SOON, LATER, TOO_LATE)},
    **{(CLAIMED, "hand_over", by, after): CLAIMED for by in (RITA, LEA) for after in (SOON, LATER, TOO_LATE)},
    **{(CLAIMED, "take_over", LEA, after): CLAIMED for after in (SOON, LATER, TOO_LATE)},
    **{(CLAIMED, "take_over", ROB, after): CLAIMED for after in (LATER, TOO_LATE)},
    **{(CLAIMED, "ask", RITA, after): ASKED for after in (SOON, LATER, TOO_LATE)},
    **{(CLAIMED, "escalate", RITA, after): ESCALATED for after in (SOON, LATER, TOO_LATE)},
    **{(CLAIMED, "approve", RITA, after): APPROVED for after in (SOON, LATER, TOO_LATE)},
    **{(CLAIMED, "refuse", RITA, after): REFUSED for after in (SOON, LATER, TOO_LATE)},
    **{(CLAIMED, "lapse", NOBODY, after): WAITING for after in (SOON, LATER, TOO_LATE)},
    **{(ASKED, "reply", NOBODY, after): CLAIMED for after in (SOON, LATER, TOO_LATE)},
    **{(ASKED, "expire", NOBODY, after): REFUSED for after in (SOON, LATER, TOO_LATE)},
    **{(APPROVED, "cancel", by, after): WAITING for by in (RITA, LEA) for after in (SOON, LATER, TOO_LATE)},
    **{(APPROVED, "take_effect", by, after): DONE for by in (RITA, LEA) for after in (LATER, TOO_LATE)},
    **{(REFUSED, "reopen", by, after): WAITING for by in (RITA, ROB, LEA) for after in (SOON, LATER)},
    **{
        (stage, event, NOBODY, after): end
        for stage in STAGES
        if stage not in DECIDED
        for event, end in (("withdraw", WITHDRAWN), ("halt", HALTED))
        for after in (SOON, LATER, TOO_LATE)
    },
}
"""Everything that may be done, by whom and when; the rest of the matrix is forbidden."""
MATRIX = [
    pytest.param(stage, event, by, after, id=f"{stage}-{event}-{by.name if by else 'nobody'}-{after}")
    for stage in (None, *STAGES)
    for event in ACTIONS
    for by in EVERYBODY
    for after in (SOON, LATER, TOO_LATE)
    if by or event in UNASKED
]


@pytest.mark.parametrize(("stage", "event", "by", "after"), MATRIX)
def test_every_action_is_allowed_to_somebody_at_some_stage_or_declined_with_words(stage, event, by, after):
    """R03, R16, R22, R24, R26, R27: what is forbidden changes nothing and says why."""
    case = at(stage)
    before = deepcopy(case)
    if (stage, event, by, after) in ALLOWED:
        does(case, event, by, after)
        assert case.stage == ALLOWED[stage, event, by, after]
        return
    with pytest.raises(Declined) as declined:
        does(case, event, by, after)
    assert case == before
    assert spoken(declined.value.says)


def test_the_matrix_knows_every_stage_and_action_of_the_machine():
    """R16: a new one cannot be forgotten here."""
    assert {stage for stage, *_ in ALLOWED} == set(STAGES) - {DONE, WITHDRAWN, HALTED}
    assert {event for _, event, *_ in ALLOWED} == set(ACTIONS)


@pytest.mark.parametrize(
    ("stage", "event", "by", "outcome", "heard"),
    [
        (CLAIMED, "claim", ROB, Taken, "Rita has R-2041 since 01 January 00:00."),
        (CLAIMED, "claim", RITA, Taken, "Rita has R-2041 since"),
        (ASKED, "claim", ROB, Taken, "Rita has R-2041 since"),
        (CLAIMED, "approve", ROB, NotYours, "Rita has R-2041."),
        (CLAIMED, "approve", LEA, NotYours, "Rita has R-2041."),
        (CLAIMED, "release", ROB, NotYours, "Rita has R-2041."),
        (CLAIMED, "take_over", RITA, NotNow, "You have R-2041 already."),
        (CLAIMED, "cancel", RITA, NotNow, "R-2041 is claimed."),
        (CLAIMED, "lapse", ROB, NotYours, "No reviewer can do this to R-2041."),
        (ASKED, "approve", RITA, NotNow, "R-2041 is waiting for the customer."),
        (ESCALATED, "claim", ROB, NotYours, "R-2041 is with the security team. A lead takes it from there."),
        (CONFIRMING, "claim", RITA, NotYours, "You approved R-2041 already. Another reviewer must confirm."),
        (CONFIRMING, "approve", ROB, NotNow, "Claim R-2041 first."),
        (WAITING, "approve", RITA, NotNow, "Claim R-2041 first."),
        (WAITING, "release", LEA, NotNow, "Claim R-2041 first."),
        (WAITING, "reopen", LEA, NotNow, "R-2041 is new."),
        (APPROVED, "approve", ROB, Closed, "R-2041 is already approved, not yet in effect by Rita."),
        (APPROVED, "cancel", ROB, NotYours, "Rita approved R-2041."),
        (DONE, "cancel", RITA, Closed, "R-2041 is already approved by Rita."),
        (REFUSED, "claim", ROB, Closed, "R-2041 is already not approved by Rita."),
        (WAITING, "claim", THEMSELVES, OwnCase, "This case came from your own Telegram account."),
        (CLAIMED, "withdraw", RITA, NotYours, "Only the customer can withdraw R-2041."),
        (None, "claim", RITA, NotNow, "R-2041 is not sent yet."),
        (WAITING, "explode", RITA, NotNow, "Claim R-2041 first."),
    ],
)
def test_a_declined_reviewer_hears_why(stage, event, by, outcome, heard):
    """R02, R03, R16, R17, R21, R22, R26"""
    with pytest.raises(outcome) as declined:
        does(at(stage), event, by)
    assert spoken(declined.value.says).startswith(heard)


# --- claims


def test_the_second_of_two_claims_is_told_who_has_the_case():
    """R02"""
    case = at(WAITING)
    does(case, "claim", RITA)
    with pytest.raises(Taken) as taken:
        does(case, "claim", ROB)
    assert "Rita has R-2041" in spoken(taken.value.says)
    assert case.claimed_by == RITA.id


def test_a_claim_remembers_who_and_when():
    """R01, R03"""
    case = at(WAITING)
    assert does(case, "claim", ROB) == ()
    assert (case.claimed_by, case.claimed_name, case.claimed_at) == (ROB.id, "Rob", SINCE + LATER)


@pytest.mark.parametrize(("event", "by"), [("release", RITA), ("release", LEA), ("lapse", NOBODY)])
def test_a_case_that_was_given_back_can_be_claimed_by_another(event, by):
    """R04, R05"""
    case = at(CLAIMED)
    does(case, event, by)
    assert (case.stage, case.claimed_by, case.claimed_name, case.claimed_at) == (WAITING, None, "", None)
    does(case, "claim", ROB)
    assert case.claimed_by == ROB.id


def test_whoever_gets_a_case_makes_the_checks_themselves():
    """R04, R15: nobody approves on the ticks of another."""
    for event, by, details in (("hand_over", RITA, {"to": ROB}), ("take_over", LEA, {})):
        case = at(CLAIMED)
        does(case, event, by, **details)
        assert case.desk.checks == set()
        with pytest.raises(NotNow):
            does(case, "approve", ROB if event == "hand_over" else LEA)


def test_a_case_is_handed_over_to_a_reviewer_and_to_no_customer_of_it():
    """R04, R22"""
    case = at(CLAIMED)
    does(case, "hand_over", RITA, to=ROB)
    assert (case.claimed_by, case.claimed_name) == (ROB.id, "Rob")
    for to in (None, THEMSELVES):
        with pytest.raises(NotNow):
            does(case, "hand_over", ROB, to=to)
    assert case.claimed_by == ROB.id


def test_a_silent_claimer_can_be_relieved_and_a_working_one_cannot():
    """R05: what counts is when the claimer last did something."""
    case = at(CLAIMED)
    case.desk.active_at = SINCE + timedelta(hours=1, minutes=30)
    with pytest.raises(Taken):
        does(case, "take_over", ROB)
    does(case, "take_over", ROB, after=timedelta(hours=2, minutes=30))
    assert case.claimed_by == ROB.id


# --- two hands


@pytest.mark.parametrize("missing", CHECKS)
def test_an_approval_needs_all_five_checks(missing):
    """R15, R16"""
    case = at(CLAIMED)
    case.desk.checks.remove(missing)
    with pytest.raises(NotNow) as declined:
        does(case, "approve", RITA)
    assert spoken(declined.value.says) == "Tick all 5 checks before you approve. 1 to go."
    assert case.stage == CLAIMED


def test_a_risk_flag_needs_a_second_and_different_reviewer():
    """R21"""
    case = at(CLAIMED)
    assert does(case, "approve", RITA, risk=True) == ()
    assert (case.stage, case.claimed_by, case.decided_by) == (CONFIRMING, None, None)
    assert case.desk.first
    assert case.desk.first.by == RITA.id
    with pytest.raises(NotYours):
        does(case, "claim", RITA)
    does(case, "claim", ROB)
    with pytest.raises(NotNow):
        does(case, "approve", ROB, risk=True)  # none of the checks is theirs yet
    case.desk.checks = set(CHECKS)
    does(case, "approve", ROB, risk=True)
    assert (case.stage, case.decided_by) == (APPROVED, ROB.id)


@pytest.mark.parametrize("way", ["hand_over", "take_over", "approve"])
def test_no_way_leads_the_second_approval_to_the_first_hand(way):
    """R21: not by being handed the case, not by taking it over, not by having it."""
    case = at(CONFIRMING)
    lea = Reviewer(RITA.id, "Rita", lead=True)
    does(case, "claim", ROB)
    if way == "approve":
        case.claimed_by, case.desk.checks = RITA.id, set(CHECKS)
    before = deepcopy(case)
    with pytest.raises(Declined):
        does(case, way, ROB if way == "hand_over" else lea, to=lea) if way == "hand_over" else does(case, way, lea)
    assert case == before


@pytest.mark.parametrize("event", ["release", "lapse"])
def test_a_second_check_that_is_given_back_still_waits_for_a_second_check(event):
    """R04, R05, R21"""
    case = at(CONFIRMING)
    does(case, "claim", ROB)
    does(case, event, NOBODY if event == "lapse" else ROB)
    assert case.stage == CONFIRMING


@pytest.mark.parametrize("first", [False, True])
def test_the_second_reviewer_may_refuse_as_well(first):
    """R21"""
    case = at(CONFIRMING if first else WAITING)
    does(case, "claim", ROB)
    does(case, "refuse", ROB)
    assert case.stage == REFUSED


# --- the waiting time


@pytest.mark.parametrize(
    ("access", "risk", "hours"), [(True, False, 0), (False, False, 24), (None, False, 24), (True, True, 48)]
)
def test_an_approval_waits_the_longer_the_weaker_its_proof_is(access, risk, hours):
    """R24"""
    person = someone_at("check").submits()
    case = person.case
    case.answers["phone_access"] = type(case.answers["phone"])(access, "", NOW)
    does(case, "claim", RITA)
    case.desk.checks = set(CHECKS)
    if risk:
        does(case, "approve", RITA, risk=True)
        does(case, "claim", ROB)
        case.desk.checks = set(CHECKS)
    does(case, "approve", ROB if risk else RITA, risk=risk)
    assert case.desk.effective_at == SINCE + LATER + timedelta(hours=hours)
    assert case.stage == (DONE if hours == 0 else APPROVED)


def test_an_approval_takes_effect_when_its_time_has_come_and_not_before():
    """R24"""
    case = at(APPROVED)
    with pytest.raises(NotNow) as declined:
        does(case, "take_effect", RITA, after=timedelta(minutes=59, seconds=59))
    assert spoken(declined.value.says) == "R-2041 may take effect at 01 January 01:00."
    (told,) = does(case, "take_effect", RITA, after=timedelta(hours=1))
    assert (case.stage, case.closed_at) == (DONE, SINCE + timedelta(hours=1))
    assert "2FA is turned off" in words(told)


def test_an_approval_that_is_taken_back_leaves_nothing_of_itself():
    """R21, R24: also not the first of two hands."""
    case = at(APPROVED)
    (told,) = does(case, "cancel", LEA)
    assert (case.stage, case.decided_by, case.decided_name, case.decided_at) == (WAITING, None, "", None)
    assert (case.desk.first, case.desk.effective_at) == (None, None)
    assert "We are looking at R-2041 once more" in words(told)
    assert "Lea" not in words(told)


# --- refusals


@pytest.mark.parametrize("event", ["approve", "refuse"])
def test_nobody_decides_their_own_case_even_when_they_have_it(event):
    """R22"""
    case = at(CLAIMED)
    case.claimed_by = THEMSELVES.id
    with pytest.raises(OwnCase):
        does(case, event, THEMSELVES)
    assert case.stage == CLAIMED


@pytest.mark.parametrize("reason", ["", "because", "approved", "again", "video", "no_reply"])
def test_a_refusal_needs_one_of_our_reasons(reason):
    """R11, R12"""
    case = at(CLAIMED)
    with pytest.raises(NotNow) as declined:
        does(case, "refuse", RITA, reason=reason)
    assert spoken(declined.value.says) == "Select a reason."
    assert (case.stage, case.reason) == (CLAIMED, "")


@pytest.mark.parametrize("reason", [*RETRY, *FINAL, *SECURITY])
def test_every_reason_has_a_label_for_the_reviewer_and_a_sentence_for_the_customer(reason):
    """R11, R13, C55: the reviewer's words are not the customer's."""
    case = at(CLAIMED)
    (told,) = does(case, "refuse", RITA, reason=reason)
    assert case.reason == reason
    heard = words(told)
    assert spoken(DIALOGUE.decisions.reason(reason)) in heard
    assert spoken(REASON_LABELS[reason]) not in heard.splitlines()
    assert ("You can send a new request" in heard) == (reason in RETRY)
    assert ("You can ask once to have it looked at again" in heard) == is_final(reason)


def test_retry_and_final_and_security_reasons_are_separate_lists():
    """R11"""
    assert set(RETRY).isdisjoint((*FINAL, *SECURITY))
    assert set(FINAL).isdisjoint(SECURITY)
    assert {*RETRY, *FINAL, *PHOTO_REASONS, *ANSWER_REASONS} <= set(REASONS)
    assert set(SECURITY).isdisjoint(REASONS)
    assert {*RETRY, *FINAL, *SECURITY, *PHOTO_REASONS, *ANSWER_REASONS} <= set(REASON_LABELS)


@pytest.mark.parametrize("reason", SECURITY)
def test_a_reason_of_fraud_reads_as_any_account_that_we_could_not_confirm(reason):
    """R11, C32: word for word; nobody learns what gave them away."""
    fraud, plain = at(CLAIMED), at(CLAIMED)
    assert does(fraud, "refuse", RITA, reason=reason) == does(plain, "refuse", RITA, reason="no_match")
    assert fraud.reason == reason
    told = " ".join(text.english.casefold() for text in REASONS.values())
    for word in ("fraud", "stolen", "fake", "forged", "suspicious", "photoshop", "another person", "security"):
        assert word not in told


# --- after the decision


@pytest.mark.parametrize(
    ("event", "after", "stage"), [("approve", LATER, APPROVED), ("refuse", LATER, REFUSED), ("refuse", SOON, REFUSED)]
)
def test_a_decision_says_who_and_when_and_nobody_has_the_case_any_more(event, after, stage):
    """R17, R25"""
    case = at(CLAIMED)
    does(case, event, RITA, after)
    assert (case.stage, case.decided_by, case.decided_name, case.decided_at) == (
        stage,
        RITA.id,
        "Rita",
        SINCE + after,
    )
    assert (case.claimed_by, case.claimed_name) == (None, "")
    assert case.closed_at == (SINCE + after if stage in DECIDED else None)


def test_a_second_press_has_no_second_effect():
    """R17"""
    case = at(CLAIMED)
    does(case, "approve", RITA)
    before = deepcopy(case)
    for by in (RITA, ROB):
        with pytest.raises(Closed) as closed:
            does(case, "approve", by)
        assert spoken(closed.value.says).startswith("R-2041 is already approved")
    assert case == before


def test_a_decision_leaves_the_answers_alone():
    """R25"""
    person = someone_at("check").submits()
    before = dict(person.case.answers)
    does(person.case, "claim", RITA)
    person.case.desk.checks = set(CHECKS)
    does(person.case, "approve", RITA)
    assert person.case.answers == before
    assert person.case.step == "sent"


def test_a_refusal_is_looked_at_again_once_and_its_reason_is_kept():
    """R27"""
    case = at(CLAIMED)
    does(case, "refuse", RITA, reason="blurred")
    (told,) = does(case, "reopen", ROB)
    assert (case.stage, case.reason, case.desk.former_reason) == (WAITING, "", "blurred")
    assert (case.closed_at, case.decided_by) == (None, None)
    assert case.due_at == SINCE + LATER + timedelta(hours=48)
    assert "We are looking at R-2041 again." in words(told)
    does(case, "claim", RITA)
    does(case, "refuse", RITA, reason="face")
    with pytest.raises(NotNow) as declined:
        does(case, "reopen", LEA)
    assert spoken(declined.value.says) == "R-2041 was reopened once already."


def test_a_case_at_security_is_not_decided_and_comes_back_through_a_lead():
    """R26"""
    case = at(CLAIMED)
    assert does(case, "escalate", RITA) == ()
    assert (case.stage, case.claimed_by, case.decided_at, case.closed_at) == (ESCALATED, None, None, None)
    does(case, "claim", LEA)
    does(case, "refuse", LEA, reason="fraud_document")
    assert case.stage == REFUSED


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_has_a_name(stage):
    """C12"""
    assert spoken(STAGES[stage])


# --- any order


class ReviewOfOneCase(RuleBasedStateMachine):
    """Everybody presses whatever they like on one case, and time passes."""

    def __init__(self) -> None:
        super().__init__()
        self.case = at(WAITING)
        self.case.desk.checks, self.case.desk.basket = set(), {}
        self.after = timedelta()
        self.reopened = 0

    @rule(minutes=st.sampled_from([1, 61, 24 * 60, 9 * 24 * 60]))
    def time_passes(self, minutes):
        self.after += timedelta(minutes=minutes)

    @rule(all_of_them=st.booleans())
    def the_claimer_makes_the_checks(self, all_of_them):
        if self.case.stage == CLAIMED:
            self.case.desk.checks = set(CHECKS) if all_of_them else {"sheet"}
            self.case.desk.basket = {"selfie": "face"}

    @rule(
        event=st.sampled_from([*ACTIONS, "explode"]),
        by=st.sampled_from([RITA, ROB, LEA, THEMSELVES]),
        to=st.sampled_from([RITA, ROB, LEA, THEMSELVES, None]),
        reason=st.sampled_from(["", "face", "no_match", "fraud_person", "because"]),
        risk=st.booleans(),
    )
    def a_reviewer_presses(self, event, by, to, reason, risk):
        extra = {"refuse": {"reason": reason}, "approve": {"risk": risk}, "hand_over": {"to": to}}.get(event, {})
        before = deepcopy(self.case)
        try:
            does(self.case, event, by, self.after, **extra)
        except Declined:
            assert self.case == before
            return
        assert event not in UNASKED
        assert before.stage not in DECIDED or (event, before.stage) == ("reopen", REFUSED)
        self.reopened += event == "reopen"
        if event in ("approve", "refuse"):
            assert before.claimed_by == by.id != before.applicant
        if event == "approve":
            assert before.desk.checks == set(CHECKS)
            if risk and not before.desk.first:
                assert self.case.stage == CONFIRMING
            if before.desk.first:
                assert before.desk.first.by != by.id
        if self.case.stage == DONE:
            assert self.case.desk.effective_at <= SINCE + self.after

    @rule(event=st.sampled_from(sorted(UNASKED)))
    def the_clock_or_the_customer_moves_it(self, event):
        before = deepcopy(self.case)
        try:
            does(self.case, event, NOBODY, self.after)
        except Declined:
            assert self.case == before

    @invariant()
    def it_is_reopened_at_most_once(self):
        assert self.reopened <= 1

    @invariant()
    def somebody_has_it_if_and_only_if_it_is_claimed_or_waits_for_the_customer(self):
        assert (self.case.claimed_by is not None) == (self.case.stage in (CLAIMED, ASKED))
        assert bool(self.case.claimed_name) == (self.case.claimed_at is not None) == (self.case.claimed_by is not None)
        assert self.case.claimed_by != self.case.applicant

    @invariant()
    def it_is_closed_if_and_only_if_it_came_to_an_end(self):
        assert (self.case.closed_at is not None) == (self.case.stage in DECIDED)
        assert (self.case.decided_at is not None) == (self.case.stage in (APPROVED, *DECIDED))

    @invariant()
    def a_reason_is_given_if_and_only_if_it_was_refused(self):
        assert bool(self.case.reason) == (self.case.stage == REFUSED)

    @invariant()
    def it_has_an_hour_to_take_effect_if_and_only_if_it_is_approved(self):
        if self.case.stage in (APPROVED, DONE):
            assert self.case.desk.effective_at >= self.case.decided_at
        elif self.case.stage not in (WITHDRAWN, HALTED):
            assert self.case.desk.effective_at is None

    @invariant()
    def the_customer_is_at_a_question_if_and_only_if_something_is_asked_for(self):
        if self.case.stage not in (WITHDRAWN, HALTED):
            assert (self.case.step != "sent") == (self.case.stage == ASKED)


ReviewOfOneCase.TestCase.settings = settings(max_examples=100, stateful_step_count=30, deadline=None)
TestAnyOrderOfPresses = ReviewOfOneCase.TestCase
TestAnyOrderOfPresses.__doc__ = "R02, R03, R12, R16, R17, R21, R22, R24, R27: whatever the order of presses."
