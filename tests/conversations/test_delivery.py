"""Telegram says things twice, at once, too soon or not at all; people block the bot."""

import pytest

from tests.conversations.living import QUESTIONS, TOKEN, Customer, Reviewer, card_of

SAVE_AGAIN = "We could not save your answer."


def times_heard(customer: Customer, text: str) -> int:
    return customer.person.transcript().count(text)


def test_an_update_that_comes_twice_has_one_effect(customer, channel, sim):
    """O12: an answer is taken once, a request is sent once and has one card."""
    ann = customer()
    ann.begins()
    ann.answers_step("username")
    ann.person.hears(QUESTIONS["phone"])
    sim.duplicate()
    sim.settle()
    assert times_heard(ann, QUESTIONS["phone"]) == 1
    ann.answers_until("check", since="phone")
    ref = ann.submits()
    sim.duplicate()
    sim.settle()
    assert times_heard(ann, "Your reference is") == 1
    assert card_of(ref, channel)


def test_answers_typed_faster_than_questions_come_are_taken_in_order(customer, sim):
    """C16, C04: what was held at Telegram comes as one batch."""
    ann = customer()
    ann.begins()
    sim.settle()
    sim.hold()
    for step in ("username", "phone", "phone_access", "full_name", "birth_date"):
        ann.person.says(ann.answers[step])
    assert sim.release() == 5
    ann.person.hears(QUESTIONS["transactions"])
    assert "Marta Kowalska" in ann.answers_until("check", since="transactions").text


@pytest.mark.parametrize(("kind", "most"), [("429", 1), ("502", 1), ("reset_before", 1), ("reset_after", 2)])
def test_no_question_is_lost_whatever_telegram_answers(customer, sim, kind, most):
    """O12: asked again until it arrives; twice only where nobody can know that it did. The next waits its turn."""
    ann = customer()
    ann.begins()
    sim.settle()
    sim.fault(kind, method="sendMessage", chat=str(ann.person.id), times=1)
    ann.person.says(ann.answers["username"])
    ann.person.says(ann.answers["phone"])
    ann.person.hears(QUESTIONS["phone_access"])
    sim.settle()
    assert 1 <= times_heard(ann, QUESTIONS["phone"]) <= most
    assert times_heard(ann, QUESTIONS["phone_access"]) == 1
    story = ann.person.transcript()
    assert story.index(QUESTIONS["phone"]) < story.index(QUESTIONS["phone_access"])


def test_what_piled_up_in_an_outage_is_delivered_when_it_ends(customer, sim):
    """O12: Telegram refuses every message for a while; then each person hears everything, in order."""
    people = [customer() for _ in range(4)]
    for one in people:
        one.begins()
    sim.settle()
    sim.fault("502", method="sendMessage", times=6)
    for one in people:
        one.person.says(one.answers["username"])
        one.person.says(one.answers["phone"])
    for one in people:
        one.person.hears(QUESTIONS["phone_access"], timeout=10)
        story = one.person.transcript()
        assert story.count(QUESTIONS["phone"]) == story.count(QUESTIONS["phone_access"]) == 1
    sim.clear_faults()


def test_an_update_that_nobody_can_read_stops_nobody(customer, channel, sim, bot):
    """O12: its person is asked to send it again, the staff is told, the next person is served."""
    ann, ben = customer(), customer()
    ann.person.says("/start")
    ann.person.hears()
    chat = {"id": ann.person.id, "type": "private", "first_name": "Ann"}
    number = sim.raw_update({"message": {"message_id": 1, "date": "not a date", "chat": chat, "text": "hello"}})
    ben.person.says("/start")
    assert ben.person.hears("Recover your CEX.IO account")
    assert ann.person.hears(SAVE_AGAIN)
    assert channel.hears(f"set aside: {number}")
    assert bot.rows("SELECT ended, sealed_update FROM inbox WHERE update_id = ?", number) == [("dead", None)]


def test_who_blocked_the_bot_shows_on_the_case_as_undeliverable(customer, rita, channel, sim, bot):
    """R28: the decision stands, and the record says that its person did not hear it."""
    ann = customer()
    ref = ann.sends_request()
    reviewer = Reviewer(rita, channel)
    dossier = reviewer.claims(ref)
    ann.person.blocks()
    reviewer.approves(dossier, ref)
    sim.settle()
    assert "undeliverable" in bot.events_of(ref)
    assert "APPROVED" in card_of(ref, channel).text
    ann.person.unblocks()


def test_no_to_the_notice_leaves_no_row_of_the_person(customer, sim, bot):
    """C03: in the database that the bot works on; the farewell is blanked once it is sent."""
    ann = customer()
    ann.person.says("/start")
    for label in ("Start", "Authenticator app", "I still cannot sign in", "I have read it, continue"):
        ann.person.taps(label)
    ann.person.sees_button("No, stop")
    sim.settle()
    (case,) = bot.rows("SELECT id FROM cases WHERE applicant = ?", ann.person.id)[0]
    ann.person.taps("No, stop")
    assert ann.person.hears("We have kept nothing.")
    sim.settle()
    assert bot.rows("SELECT id FROM cases WHERE applicant = ?", ann.person.id) == []
    for table in ("case_keys", "answers", "photos", "lookups", "cards", "timers"):
        assert bot.rows(f"SELECT count(*) FROM {table} WHERE case_id = ?", case) == [(0,)], table
    assert bot.rows("SELECT count(*) FROM inbox WHERE chat_id = ?", ann.person.id) == [(0,)]
    said = "SELECT count(*) FROM outbox WHERE chat_id = ? AND (ended IS NULL OR sealed_params IS NOT NULL)"
    assert bot.rows(said, ann.person.id) == [(0,)]
    assert bot.rows("SELECT count(*) FROM events WHERE actor = ?", str(ann.person.id)) == [(0,)]


def test_after_all_that_the_log_holds_nothing_of_anybody(customer, sim, bot):
    """O06: also the lines about what failed: no answer, no name, no id, no token."""
    ann = customer(full_name="Zacharias Quellwasser")
    sim.fault("502", method="sendMessage", chat=str(ann.person.id), times=1)
    sim.fault("502", method="getFile", times=1)
    ref = ann.sends_request()
    log = bot.log.read_text()
    assert "call put off" in log
    assert "update failed" in log
    values = ("Quellwasser", "Marta", "example.com", "2.00456", "Barclays", "Canada Square", str(ann.person.id), ref)
    assert [value for value in (*values, TOKEN, TOKEN.partition(":")[2]) if value in log] == []
