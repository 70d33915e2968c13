"""The summary, sending, and what comes after it."""

from datetime import timedelta

import pytest

from states.case import Case
from states.desk import CHECKS
from states.dialogue import Dialogue
from states.intake import CHECK, GONE, SENT
from states.policy import Policy
from states.review import CLAIMED, DONE, REFUSED, WAITING, WITHDRAWN, Reviewer
from tests.states.stories import DIALOGUE, Someone, labels, lines, someone_at, spoken, words

RITA = Reviewer(77, "Rita")


def sent(dialogue=DIALOGUE):
    return Someone(dialogue).submits()


def decided(event, **details):
    """A person whose request a reviewer has decided."""
    person = sent()
    DIALOGUE.decisions.decide(person.case, "claim", RITA, person.now)
    person.case.desk.checks = set(CHECKS)
    told = DIALOGUE.decisions.decide(person.case, event, RITA, person.now, **details)
    return person, told


def test_the_summary_shows_every_answer():
    """C09, S14"""
    person = someone_at(CHECK)
    heard = lines(person.question)
    for question in DIALOGUE.questionnaire.changeable(person.case):
        shown = spoken(question.show(person.case.value(question.key)))
        assert f"{spoken(question.name)}: {shown}" in heard
    assert labels(person.question) == ["Send my request", "Change an answer", "Cancel"]
    assert person.question.protected


def test_the_summary_shows_what_was_not_provided():
    """C28"""
    person = someone_at(CHECK, transactions="I do not remember", banks="I have no linked cards")
    assert "Transactions: Not provided" in lines(person.question)
    assert "Card banks: Not provided" in lines(person.question)


def test_what_is_no_answer_at_the_summary_is_told_what_to_do():
    """C47"""
    person = someone_at(CHECK)
    for reply in ("hm", "blue"):
        person.says(reply)
        assert 'type what to change, like "change phone"' in person.hears()
        assert person.case.step == CHECK


@pytest.mark.parametrize("way", ["Send my request", "send", "submit", "Send it."])
def test_sending_can_be_typed(way):
    """C46"""
    person = someone_at(CHECK)
    person.says(way)
    assert person.case.step == SENT


def test_nothing_waits_for_a_reviewer_before_it_is_sent():
    """C10"""
    person = someone_at(CHECK)
    assert person.case.stage is None
    assert person.case.submitted_at is None
    person.taps("Send my request")
    assert person.case.stage == WAITING


def test_sending_brings_the_reference_the_next_step_the_time_and_whom_to_ask():
    """C11, S28, S29, S40"""
    person = someone_at(CHECK)
    person.case.ref = "R-2041"
    person.taps("Send my request")
    heard = person.hears()
    assert "Your reference is R-2041." in heard
    assert "A person checks your request. We aim to answer by" in heard
    assert "another photo, a short video or a call" in heard
    assert "support.example" in heard
    assert person.case.due_at - person.case.submitted_at == timedelta(hours=48)
    assert f"{person.case.due_at:%d %B %H:%M}" in heard


def test_after_sending_nothing_of_the_conversation_is_remembered():
    person = someone_at(CHECK)
    person.says("change phone")
    person.says("keep")
    person.taps("Send my request")
    assert person.case.memory == Case(applicant=1).memory


# --- the age of the sheet


@pytest.mark.parametrize(("days", "fresh"), [(0, True), (1, True), (2, False), (9, False)])
def test_the_sheet_is_of_today_or_yesterday(days, fresh):
    """S24: a day of grace for time zones."""
    person = someone_at(CHECK)
    person.waits(days=days)
    person.taps("Send my request")
    assert (person.case.step == SENT) == fresh


def test_an_old_sheet_asks_for_both_photos_again():
    """S24"""
    person = someone_at(CHECK)
    person.waits(days=5)
    person.taps("Send my request")
    assert "You wrote the sheet on 2026-11-21." in person.hears()
    assert "take both photos again" in person.hears()
    assert "26 November 2026" in person.hears()
    assert person.case.step == "document_photo"
    person.sends_photo()
    assert person.case.step == "selfie"
    person.sends_photo()
    person.taps("Send my request")
    assert person.case.step == SENT


def test_one_fresh_photo_does_not_save_an_old_sheet():
    """S24: both show the same sheet."""
    person = someone_at("selfie")
    person.waits(days=3)
    person.sends_photo()
    person.taps("Send my request")
    assert {"document_photo", "selfie"}.isdisjoint(person.case.answers)


# --- status


def test_status_before_anything_began():
    """C12"""
    person = Someone()
    person.says("/status")
    assert person.hears() == "You have no request. Use /start to begin."


def test_status_of_a_draft_says_that_it_waits_for_the_person():
    """C12"""
    person = someone_at("full_name")
    person.says("/status")
    assert "It waits for you." in person.hears()
    assert "You are at step 4 of 17." in person.hears()
    assert labels(person.question) == ["Continue"]


def test_status_of_a_request_that_waits():
    """C12, S40: who has to do what, hours left, and no promise."""
    person = sent()
    person.waits(hours=10, minutes=5)
    person.says("/status")
    assert "R-2041: waiting for a reviewer." in person.hears()
    assert "37 hours left" in person.hears()
    assert "You do not need to do anything." in person.hears()
    assert "guarantee" not in person.hears()


def test_status_of_a_claimed_request_does_not_name_the_reviewer():
    """C12: no internal text."""
    person = sent()
    DIALOGUE.decisions.decide(person.case, "claim", RITA, person.now)
    person.says("/status")
    assert "a reviewer is checking it now" in person.hears()
    assert "Rita" not in person.hears()


def test_status_after_the_time_is_honest():
    """C12, S40"""
    person = sent()
    person.waits(hours=49)
    person.says("/status")
    assert "It takes longer than we aimed for." in person.hears()


@pytest.mark.parametrize(
    ("event", "details", "shown"),
    [("approve", {"risk": False}, "approved"), ("refuse", {"reason": "face"}, "not approved")],
)
def test_status_of_a_decided_request_is_the_decision(event, details, shown):
    """C12"""
    person, _ = decided(event, **details)
    person.starts_anew()
    person.says("/status")
    assert person.hears().startswith(f"R-2041: {shown} on")
    assert person.case.step is None


# --- after sending


@pytest.mark.parametrize("say", ["change phone", "hello", "+44 7400 123456", "back"])
def test_nothing_is_added_to_a_request_that_is_sent(say):
    """C52: what was sent stays as it was sent."""
    person = sent()
    before = dict(person.case.answers)
    person.says(say)
    assert "is with our reviewers. We did not add this to it." in person.hears()
    assert person.case.answers == before
    person.sends_photo()
    assert person.case.answers == before


def test_a_sent_request_is_withdrawn_after_asking():
    """C50"""
    person = sent()
    person.says("/cancel")
    assert "Withdraw your request?" in person.hears()
    assert person.case.stage == WAITING
    person.taps("Yes, withdraw it")
    assert person.case.stage == WITHDRAWN
    assert person.case.closed_at == person.now
    assert "R-2041 is withdrawn and your answers are deleted" in person.hears()


@pytest.mark.parametrize("stage", [WAITING, CLAIMED])
def test_a_withdrawal_can_be_typed_and_taken_back(stage):
    """C50, C46"""
    person = sent()
    if stage == CLAIMED:
        DIALOGUE.decisions.decide(person.case, "claim", RITA, person.now)
    person.says("/delete")
    person.says("no, keep it")
    assert "Nothing is changed." in person.hears()
    assert person.case.stage == stage
    person.says("/cancel")
    person.says("yes, withdraw it")
    assert person.case.stage == WITHDRAWN


def test_an_old_yes_of_a_draft_does_not_withdraw_a_sent_request():
    """C50, C15"""
    person = someone_at(CHECK)
    person.says("/cancel")
    person.taps("No, go on")
    person.submits()
    person.says("/cancel")
    person.presses("yes", step=CHECK)
    assert person.case.stage == WAITING


def test_a_photo_after_the_decision_is_not_kept_and_the_sender_is_told():
    """R18"""
    for event, details in (("approve", {"risk": False}), ("refuse", {"reason": "blurred"})):
        person, _ = decided(event, **details)
        person.starts_anew()
        person.sends_photo()
        assert "R-2041 is closed. We did not keep this photo." in person.hears()
        assert person.case.step is None
        person.sends_bad_file("too_big")
        assert "We did not keep this photo." in person.hears()
        assert not person.case.answers


def test_after_a_decision_a_new_request_can_be_started():
    """C55"""
    person, _ = decided("refuse", reason="face")
    person.starts_anew()
    person.says("/start")
    assert person.case.step == "welcome"


# --- what the decision says


def test_approval_says_that_2fa_is_off_and_what_to_do_now():
    """C55, S41, S49"""
    person, told = decided("approve", risk=False)
    heard = words(told[0])
    assert person.case.stage == DONE
    assert "2FA is turned off on your account." in heard
    for advice in (
        "authenticator app straight away, rather than SMS",
        "strong password",
        "Keep your recovery email and phone number current",
        "Watch for emails",
    ):
        assert advice in heard


def test_refusal_says_why_what_next_and_whom_to_ask():
    """C55, S50"""
    person, told = decided("refuse", reason="sheet_text")
    heard = words(told[0])
    assert person.case.stage == REFUSED
    assert 'The sheet must say "CEX.IO, 2FA disable", your full name and the date' in heard
    assert "You can send a new request with /start." in heard
    assert "support.example" in heard


def test_a_withdrawn_draft_and_a_withdrawn_request_end_differently():
    """C15, C50: the one leaves nothing, the other its reference and decision."""
    draft = someone_at("full_name")
    draft.says("/cancel")
    draft.says("yes")
    assert draft.case.step == GONE
    person = sent()
    person.says("/cancel")
    person.says("yes")
    assert (person.case.step, person.case.stage) == (SENT, WITHDRAWN)


def test_the_policy_sets_the_time_to_answer():
    """O04"""
    person = sent(Dialogue(Policy(answer_hours=24)))
    assert person.case.due_at - person.case.submitted_at == timedelta(hours=24)
