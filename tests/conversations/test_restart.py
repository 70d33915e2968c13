"""The process dies in the middle of a story, and the story goes on."""

import time

import pytest

from tests.conversations.living import QUESTIONS, Reviewer, card_of


@pytest.fixture
def restart(bot, sim):
    """Kills the bot and starts it again."""

    def restarts() -> None:
        bot.kill()
        bot.start()
        sim.settle()

    return restarts


def test_a_case_goes_from_start_to_approval_across_kills(customer, rita, channel, sim, bot, restart):
    """C16, C09: killed after a refused answer, within a correction, before the decision. Nothing is asked again,
    nothing is lost.
    """
    ann = customer()
    ann.begins()
    ann.answers_until("birth_date")
    ann.person.says("31 February 1985")
    ann.person.hears("real date")
    sim.settle()
    bot.kill()
    ann.answers_step("birth_date")  # said while nobody listens
    bot.start()
    ann.person.hears(QUESTIONS["transactions"])
    ann.answers_until("check", since="transactions")

    ann.person.says("change banks")
    ann.person.hears(QUESTIONS["banks"])
    sim.settle()
    restart()
    ann.person.says("Monzo")
    assert "Monzo" in ann.person.hears(QUESTIONS["check"]).text
    ref = ann.submits()
    reviewer = Reviewer(rita, channel)
    dossier = reviewer.claims(ref)
    assert "Card banks: Monzo" in dossier.text
    sim.settle()
    restart()
    reviewer.approves(dossier, ref)
    assert ann.person.hears(f"{ref} is approved")

    sim.settle()
    assert "APPROVED" in card_of(ref, channel).text
    story = ann.person.transcript()
    asked = {step: story.count(question) for step, question in QUESTIONS.items()}
    assert asked == dict.fromkeys(QUESTIONS, 1) | {"banks": 2, "check": 2}
    assert story.count(f"{ref} is approved") == 1


def test_killed_while_answers_pour_in_every_one_is_kept_in_order(customer, bot, sim):
    """C16, O12: five answers at once, and a kill at a point that nobody chose; it repeats one message at the most."""
    ann = customer()
    ann.begins()
    steps = ["username", "phone", "phone_access", "full_name", "birth_date"]
    for step in steps:
        ann.person.says(ann.answers[step])
    time.sleep(0.1)
    bot.kill()
    bot.start()
    ann.person.hears(QUESTIONS["transactions"], timeout=10)
    sim.settle()
    assert "Marta Kowalska" in ann.answers_until("check", since="transactions").text
    story = ann.person.transcript()
    asked = [story.count(QUESTIONS[step]) for step in (*steps, "transactions")]
    assert all(asked)
    assert sum(asked) <= len(asked) + 1
    first = [story.index(QUESTIONS[step]) for step in (*steps, "transactions")]
    assert first == sorted(first)
