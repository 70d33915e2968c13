"""What a reviewer asks for after sending, on the customer's side: only that is open to them, and time runs for it."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.case import Answer
from states.desk import CHECKS
from states.diagrams import case_at
from states.intake import SENT
from states.question import Missing, Moment
from states.questions import QUESTIONS
from states.questions.call_time import FIRST_HOUR, HOURS, LAST_HOUR, SLOTS
from states.questions.local_time import offset
from states.reply import Tap, Typed
from states.review import (
    APPROVED,
    ASKED,
    CLAIMED,
    DONE,
    ESCALATED,
    HALTED,
    REASON_LABELS,
    REFUSED,
    SECURITY,
    STAGES,
    WAITING,
    WITHDRAWN,
)
from tests.states.stories import (
    DIALOGUE,
    NOW,
    PHRASE,
    RITA,
    WORD,
    Someone,
    buttons,
    labels,
    lines,
    someone_at,
    spoken,
    words,
)
from tests.states.test_intake import presses_here, replies, takes, walks

QUARTERS = range(-12 * 60, 14 * 60 + 1, 15)
"""Every time zone that there can be, in minutes ahead of UTC."""


def sent(**answers: str) -> Someone:
    person = someone_at("check", **answers)
    person.taps("Send my request")
    person.case.ref = "R-2041"
    return person


def asked(**items: str) -> Someone:
    return sent().is_asked_for(**items)


# --- only what was asked for


def test_the_request_names_each_item_with_its_reason_and_until_when():
    """C52, R10: several items leave as one request."""
    person = asked(selfie="face", transactions="more")
    heard = lines(person.turn.says[0])
    assert heard[0] == "We need something more for R-2041"
    assert f"{spoken(DIALOGUE.questionnaire['selfie'].name)}: {spoken(DIALOGUE.decisions.reason('face'))}" in heard
    assert "All your other answers stay as they are." in heard
    due = person.now + timedelta(days=5)
    assert f"Send it here by {due:%d %B %H:%M}. Our time to answer starts again with your reply." in heard
    assert person.case.desk.request.due_at == due
    assert (person.case.stage, person.case.claimed_by) == (ASKED, RITA.id)


def test_the_items_are_asked_one_after_the_other_and_nothing_else_is():
    """C52"""
    person = asked(selfie="face", transactions="more", phone="again")
    before = dict(person.case.answers)
    seen = []
    while person.case.step != SENT:
        seen.append(str(person.case.step))
        person.answers(seen[-1])
    assert seen == ["phone", "transactions", "selfie"]
    changed = {key for key in before if person.case.answers[key] != before[key]}
    assert changed == set(seen)
    assert set(person.case.answers) == set(before)


def test_a_question_that_is_asked_anew_shows_the_former_answer_and_offers_no_keeping():
    """C52: what the reviewer found wanting is not kept with a press."""
    person = asked(username="again")
    assert "You gave this before: marta.k@example.com" in lines(person.question)
    assert "Keep it" not in labels(person.question)
    person.says("keep it")
    assert (person.case.step, person.case.stage) == ("username", ASKED)


@pytest.mark.parametrize("say", ["change phone", "edit 2", "back", "/back", "change", "change selfie", "submit"])
def test_accepted_answers_stay_locked(say):
    """C52"""
    person = asked(document_photo="blurred")
    before = dict(person.case.answers)
    person.says(say)
    assert (person.case.step, person.case.stage) == ("document_photo", ASKED)
    assert person.case.answers == before


@pytest.mark.parametrize("action", ["change:phone", "back", "keep", "summary", "change", "submit", "anyway", "halt"])
def test_no_button_of_another_time_opens_them(action):
    """C52, C46"""
    person = asked(document_photo="blurred")
    before = dict(person.case.answers)
    person.presses(action)
    assert (person.case.step, person.case.stage) == ("document_photo", ASKED)
    assert person.case.answers == before


def test_one_asked_item_can_be_corrected_while_another_is_open():
    """C08, C52"""
    person = asked(username="again", selfie="face")
    person.says("marta.k@example.com")
    assert person.case.step == "selfie"
    person.says("change username")
    assert person.case.step == "username"
    person.says("marta.kowalska@example.com")
    assert person.case.step == "selfie"
    person.sends_photo()
    assert person.case.stage == CLAIMED


@pytest.mark.parametrize("way", ["/cancel", "cancel", "/delete"])
def test_stopping_means_to_withdraw_the_request(way):
    """C50, C52"""
    person = asked(selfie="face")
    person.says(way)
    assert "Withdraw your request?" in person.hears()
    person.says("no, keep it")
    assert (person.case.step, person.case.stage) == ("selfie", ASKED)
    person.says(way)
    person.says("yes, withdraw it")
    assert (person.case.stage, person.case.claimed_by) == (WITHDRAWN, None)
    assert person.case.closed_at == person.now


@pytest.mark.parametrize(
    ("item", "answer"),
    [("birth_date", "22 March 2012"), ("expiry_date", "22 March 2020"), ("issue_date", "22 March 2009")],
)
def test_no_answer_ends_a_request_that_was_sent(item, answer):
    """C52: too young, expired or too old: a reviewer decides about it, and nothing is lost."""
    person = asked(**{item: "again"})
    before = dict(person.case.answers)
    person.says(answer)
    assert (person.case.step, person.case.stage) == (item, ASKED)
    assert person.case.answers == before
    assert person.hears()
    person.answers(item)
    assert person.case.stage == CLAIMED


@pytest.mark.parametrize(("fault", "word"), [("too_dark", "too_dark"), ("same_photo", "same_photo")])
def test_a_photo_that_is_asked_for_again_has_its_own_refusals(fault, word):
    """C52: looked at as strictly as the first one."""
    person = asked(selfie="face")
    before = person.case.answers["selfie"]
    person.sends_photo(hard=(fault,))
    assert person.turn.refused == word
    person.sends_bad_file("too_big")
    assert person.turn.refused == "too_big"
    assert (person.case.answers["selfie"], person.case.stage) == (before, ASKED)
    person.sends_photo()
    assert person.case.stage == CLAIMED
    assert person.case.answers["selfie"] != before


def test_the_reply_is_thanked_for_and_starts_the_time_anew():
    """C52, R19: the clock stood while we waited."""
    person = asked(selfie="face")
    person.waits(days=3)
    person.sends_photo()
    assert person.hears().startswith("✅ Thank you. We have it.")
    due = person.now + timedelta(hours=48)
    assert (person.case.stage, person.case.due_at) == (CLAIMED, due)
    assert f"we aim to answer by {due:%d %B %H:%M}" in person.hears()
    assert (person.case.claimed_by, person.case.claimed_at) == (RITA.id, person.now)
    person.sends_photo()
    assert "We did not add this to it." in person.hears()


def test_more_can_be_asked_for_more_than_once():
    """C52, R29: each time counts."""
    person = asked(selfie="face")
    person.sends_photo()
    person.is_asked_for(document_photo="cropped")
    assert (person.case.step, person.case.desk.rounds) == ("document_photo", 2)
    assert set(person.case.desk.request.items) == {"document_photo"}
    person.sends_photo()
    assert person.case.stage == CLAIMED


def test_a_reply_that_does_not_come_ends_the_request_and_it_can_be_looked_at_again():
    """C17, C52, R27: what was asked for is asked no more, and what comes late is not taken."""
    person = asked(selfie="face", call_time="call", local_time="call")
    told = DIALOGUE.decisions.expire(person.case, person.now)
    assert "closed because we had no reply in time" in words(told)
    assert (person.case.stage, person.case.reason, person.case.step) == (REFUSED, "no_reply", SENT)
    DIALOGUE.decisions.decide(person.case, "reopen", RITA, person.now)
    before = dict(person.case.answers)
    person.sends_photo()
    person.says("14:30")
    assert (person.case.stage, person.case.step, person.case.answers) == (WAITING, SENT, before)
    person.is_asked_for(selfie="face")
    person.sends_photo()
    assert person.case.stage == CLAIMED


def test_an_answer_that_makes_others_worthless_is_followed_by_them():
    """C52, C30: another document needs its own dates."""
    person = asked(doc_type="again")
    person.says("National ID card")
    assert person.case.stage == ASKED
    while person.case.stage == ASKED:
        person.answers(str(person.case.step))
    assert DIALOGUE.questionnaire.gap(person.case) is None


@walks
@given(
    st.sampled_from(
        [
            {"selfie": "face"},
            {"birth_date": "again", "expiry_date": "again"},
            {"phone": "again", "video": "video"},
            {"local_time": "call", "call_time": "call", "transactions": "more"},
        ]
    ),
    st.lists(st.one_of(replies, presses_here), max_size=12),
)
def test_whatever_a_person_says_only_what_was_asked_for_changes(items, said):
    """C52, R16: and the request is with us again exactly when all of it is there."""
    person = asked(**items)
    before = dict(person.case.answers)
    hanging = {each.key for each in QUESTIONS if set(each.depends) & set(items)}
    for reply in said:
        takes(person, reply)
        changed = {key for key, answer in person.case.answers.items() if before.get(key) != answer}
        assert changed | (set(before) - set(person.case.answers)) <= set(items) | hanging
        assert person.case.stage in (ASKED, CLAIMED, WITHDRAWN)
        if person.case.stage == WITHDRAWN:
            return
        assert (person.case.step == SENT) == (person.case.stage == CLAIMED)
        assert set(items) <= changed or person.case.stage == ASKED


# --- what they see of it


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("command", ["/status", "/start", "/help", "hello"])
def test_no_stage_shows_the_customer_anything_internal(stage, command):
    """C12: no reviewer, no flag, no reason's label, no name of a stage, no note."""
    person = sent()
    shown = case_at(stage)
    shown.applicant, shown.answers = person.case.applicant, person.case.answers
    shown.claimed_name = shown.claimed_name and "Zebulon"
    shown.decided_name = shown.decided_name and "Zebulon"
    shown.reason = "fraud_person" if stage == REFUSED else ""
    person.now = NOW + timedelta(minutes=5)
    if shown.closed_at:
        person.case = shown
        person.starts_anew()
    else:
        person.case = shown
    person.says(command)
    heard = person.hears()
    assert heard
    internal = ["Zebulon", "security", "flag", "second check", "escalated", "claimed", "confirm", "reviewer claims"]
    internal += [spoken(REASON_LABELS[code]) for code in SECURITY]
    if command != "/help":  # it speaks of no case
        assert [word for word in internal if word.casefold() in heard.casefold()] == []


@pytest.mark.parametrize(
    ("stage", "says"),
    [
        (WAITING, "R-2041: waiting for a reviewer."),
        (CLAIMED, "R-2041: a reviewer is checking it now."),
        (ESCALATED, "R-2041: a reviewer is checking it now."),
        (ASKED, "R-2041: we need something from you."),
        (APPROVED, "R-2041 is approved. It takes effect at"),
    ],
)
def test_status_says_what_is_awaited_from_whom(stage, says):
    """C12"""
    person = sent()
    person.case = case_at(stage)
    person.says("/status")
    assert person.hears().startswith(says)
    awaited = "You do not need to do anything." not in person.hears()
    assert awaited == (stage == ASKED)


def test_a_start_while_something_is_asked_for_asks_it_once_more():
    """C12, C52"""
    person = asked(full_name="again")
    person.says("/start")
    assert "You already have a request: R-2041." in person.hears()
    assert person.question == DIALOGUE.prompt(person.case, person.now)


# --- the waiting time


def approved_later() -> Someone:
    """Approved, but the phone is lost: it waits for a day."""
    person = sent(phone_access="No, I lost it")
    DIALOGUE.decisions.decide(person.case, "claim", RITA, person.now)
    person.case.desk.checks = set(CHECKS)
    told = DIALOGUE.decisions.decide(person.case, "approve", RITA, person.now, risk=False)
    person.all_heard += told
    return person


@pytest.mark.parametrize("way", ["press", "I did not ask for this", "i did not ask for this."])
def test_whoever_did_not_ask_for_it_can_stop_an_approval_that_waits(way):
    """R24, C51, C46: by the button or by its words."""
    person = approved_later()
    assert person.case.stage == APPROVED
    if way == "press":
        person.taps("I did not ask for this")
    else:
        person.says(way)
    assert (person.case.stage, person.case.closed_at) == (HALTED, person.now)
    assert "We have stopped request R-2041" in person.hears()


def test_nothing_else_that_is_said_stops_an_approval():
    """R24"""
    person = approved_later()
    for said in ("hello", "no", "stop", "back"):
        person.says(said)
        assert person.case.stage == APPROVED
    person.presses("halt", step="selfie")
    assert person.case.stage == APPROVED


@pytest.mark.parametrize("stage", [WAITING, CLAIMED])
def test_there_is_nothing_to_stop_before_an_approval(stage):
    """R24: whoever wants to go withdraws."""
    person = sent()
    if stage == CLAIMED:
        DIALOGUE.decisions.decide(person.case, "claim", RITA, person.now)
    person.says("I did not ask for this")
    assert person.case.stage == stage


def test_what_is_told_of_an_approval_that_waits_promises_no_more_than_it_does():
    """R24, C55"""
    person = approved_later()
    heard = words(person.all_heard[-1])
    assert f"it takes effect at {person.case.desk.effective_at:%d %B %H:%M}" in heard
    assert "2FA is turned off" not in heard
    (told,) = DIALOGUE.decisions.decide(person.case, "take_effect", RITA, person.now + timedelta(hours=24))
    assert person.case.stage == DONE
    assert "2FA is turned off on your account." in words(told)


# --- a call


moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001  bounds


@given(moments, st.sampled_from(QUARTERS), st.integers(-7, 7))
def test_every_time_zone_is_found_by_the_time_on_the_clock(now, ahead, slow):
    """C53: though a clock is some minutes wrong. Where two zones show the same time, a day apart, it is one of them."""
    clock = (now + timedelta(minutes=ahead + slow)).strftime("%H:%M")
    found = offset(clock, now)
    assert found in QUARTERS
    seen = timedelta(minutes=found) - timedelta(minutes=ahead)
    assert seen % timedelta(days=1) <= timedelta(minutes=15) or -seen % timedelta(days=1) <= timedelta(minutes=15)


@given(moments, st.sampled_from([each for each in QUARTERS if -10 * 60 <= each < 14 * 60]))
def test_a_right_clock_names_exactly_its_zone(now, ahead):
    """C53"""
    clock = (now.replace(second=0, microsecond=0) + timedelta(minutes=ahead)).strftime("%H:%M")
    assert offset(clock, now) == ahead


@given(moments, st.sampled_from(QUARTERS))
def test_slots_lie_in_the_customers_own_day_ahead_of_now_and_one_after_the_other(now, ahead):
    """C53"""
    person = someone_at("call_time")
    person.case.answers["local_time"] = Answer(ahead, "", now)
    question = DIALOGUE.questionnaire["call_time"]
    moment = Moment(person.case, now, DIALOGUE.policy)
    shown = [button for row in question.rows(moment) for button in row if button.action.startswith("pick:")]
    slots = [question.read(Tap(button.action, "call_time"), moment) for button in shown]
    assert len(slots) == SLOTS
    zone = timezone(timedelta(minutes=ahead))
    for slot, button in zip(slots, shown, strict=True):
        local = slot.astimezone(zone)
        assert FIRST_HOUR <= local.hour <= LAST_HOUR
        assert local.minute == 0
        assert slot - now >= timedelta(hours=1)
        assert spoken(button.label).endswith(f"{local:%H:%M} to {local + timedelta(hours=HOURS):%H:%M}")
        assert question.read(Typed(spoken(button.label)), moment) == slot
    assert all(second - first >= timedelta(hours=HOURS) for first, second in pairwise(slots))
    assert slots[-1] - now < timedelta(days=3)


def test_a_call_is_arranged_in_two_steps_and_both_sides_have_a_word():
    """C53"""
    person = asked(local_time="call", call_time="call")
    assert person.case.step == "local_time"
    person.says("14:30")
    assert person.case.step == "call_time"
    heard = lines(person.question)
    assert f"The caller begins with this word, so that you know it is us: {WORD}" in heard
    assert "The caller never asks for codes or passwords." in heard
    assert person.case.desk.request.word == WORD
    assert labels(person.question)[0].startswith("Today ")
    person.says("1")
    assert person.case.stage == CLAIMED
    assert person.case.value("call_time") > person.now


def test_what_is_no_time_or_more_than_one_is_asked_for_once_more():
    """C53"""
    person = asked(local_time="call", call_time="call")
    for said in ("soon", "2 pm or 3 pm", "banana"):
        person.says(said)
        assert person.turn.refused == "not_a_time"
        assert (person.case.step, person.case.stage) == ("local_time", ASKED)


def test_whoever_cannot_talk_says_so():
    """C53, C28"""
    person = someone_at("call_time")
    person.taps("I cannot talk")
    assert person.case.value("call_time") == Missing(why="none")
    assert person.case.stage == CLAIMED


def test_a_slot_that_is_over_by_now_is_not_taken():
    """C53"""
    person = someone_at("call_time")
    action = buttons(person.question)[0].action
    person.waits(days=4)
    person.presses(action)
    assert (person.turn.refused, person.case.stage) == ("wrong_kind_button", ASKED)


def test_nobody_is_asked_for_a_call_or_a_video_that_no_reviewer_wants():
    """C53, C54, C06"""
    person = sent()
    assert {"local_time", "call_time", "video"}.isdisjoint(person.case.answers)
    assert PHRASE not in person.hears()
