"""From /start to the decision, through the real process and real HTTP."""

import itertools

from tests.conversations.living import QUESTIONS, Reviewer, card_of


def test_the_seed_case_ends_with_an_approved_customer(customer, rita, channel, sim):
    """C01, C04, C11, R01, S17-S29: the examples of the help article, typed, are a whole case."""
    marta = customer()
    ref = marta.sends_request()
    card = card_of(ref, channel)
    assert "NEW" in card.text
    assert card.buttons == ["Claim"]

    reviewer = Reviewer(rita, channel)
    dossier = reviewer.claims(ref)
    assert "Barclays Bank, Bank of England" in dossier.text
    assert "24th Floor One Canada Square, Canary Wharf London E14 5AB, United Kingdom" in dossier.text
    assert dossier.protected
    rita.taps_on(dossier, "Photos")
    assert rita.hears(f"{ref}: Photo of you").protected
    reviewer.approves(dossier, ref)

    assert "2FA is turned off on your account" in marta.person.hears(f"{ref} is approved").text
    sim.settle()
    assert "APPROVED" in card_of(ref, channel).text
    assert card_of(ref, channel).buttons == []
    assert sim.violations() == []


def test_nothing_of_what_a_customer_said_is_ever_in_the_channel(customer, rita, channel, sim):
    """R01, R07: the channel's whole transcript holds none of the collected values, from card to decision."""
    marta = customer(full_name="Quirina Testfall", address="24 Example Street, Leeds LS1 4AB, United Kingdom")
    ref = marta.sends_request()
    reviewer = Reviewer(rita, channel)
    reviewer.approves(reviewer.claims(ref), ref)
    sim.settle()
    said = channel.transcript() + "".join(message.text for message in channel.everything())
    spoken = [marta.answers[step] for step in ("username", "phone", "full_name", "birth_date", "address", "banks")]
    assert [value for value in (*spoken, "Quirina", "2.00456", marta.person.title) if value in said] == []
    assert not any("photo" in message.raw for message in channel.everything())


def test_staff_see_nothing_before_the_request_is_sent(customer, channel, sim):
    """C10: a complete draft has no card; the summary says that it is not sent yet."""
    before = len(channel.everything())
    marta = customer()
    marta.begins()
    summary = marta.answers_until("check")
    assert "Your request is not sent yet" in summary.text
    sim.settle()
    assert len(channel.everything()) == before


def test_a_refused_customer_reads_the_reason_and_may_start_again(customer, rita, channel, sim):
    """R12, R13, C55: the reason is chosen, seen by the reviewer as the customer will read it, and sent."""
    ben = customer()
    ref = ben.sends_request()
    reviewer = Reviewer(rita, channel)
    dossier = reviewer.claims(ref)
    reviewer.refuses(dossier, "Cut off")
    preview = rita.message(dossier.message_id)
    heard = ben.person.hears(f"We could not approve {ref}")
    assert "All corners must be in the photo" in heard.text
    assert "All corners must be in the photo" in preview.text
    ben.person.says("/status")
    assert "not approved" in ben.person.hears(f"{ref}:").text
    ben.person.says("/start")
    ben.person.hears("Recover your CEX.IO account")


def test_two_customers_at_once_do_not_touch_each_other(customer, channel):
    """C16, O12: their answers come in turns, and each case holds its own."""
    ann, ben = customer(full_name="Ann Arbor"), customer(full_name="Bea Benson")
    ann.begins()
    ben.begins()
    steps = list(QUESTIONS)
    for here, there in itertools.pairwise(steps):
        for one in (ann, ben):
            one.answers_step(here)
            one.person.hears(QUESTIONS[there])
    assert "Ann Arbor" in ann.person.last().text
    assert "Bea Benson" in ben.person.last().text
    assert ann.submits() != ben.submits()


def test_two_people_who_claim_one_account_are_both_flagged_and_neither_is_told(customer, channel, sim):
    """C48, C49, C32: the second request goes the same way as the first; only reviewers see that they meet."""
    ann = customer()
    first = ann.sends_request()
    ben = customer(username=ann.answers["username"])
    second = ben.sends_request()
    sim.settle()
    assert f"Same account as {first}" in card_of(second, channel).text
    assert f"Same account as {second}" in card_of(first, channel).text
    heard = ann.person.transcript() + ben.person.transcript()
    assert "Same account" not in heard
    assert second not in ann.person.transcript()
    assert first not in ben.person.transcript()


def test_a_second_start_shows_the_first_request(customer):
    """C48: one open request for each customer."""
    ann = customer()
    ref = ann.sends_request()
    ann.person.says("/start")
    assert ann.person.hears(f"You already have a request: {ref}")


def test_a_photo_after_the_decision_is_not_kept_and_its_sender_is_told(customer, rita, channel):
    """R18."""
    ann = customer()
    ref = ann.sends_request()
    reviewer = Reviewer(rita, channel)
    dossier = reviewer.claims(ref)
    reviewer.approves(dossier, ref)
    ann.answers_step("selfie")
    assert ann.person.hears(f"Your request {ref} is closed. We did not keep this photo.")


def test_a_withdrawn_request_leaves_the_queue(customer, rita, channel, sim):
    """C15, C50: asked once, then withdrawn; the card says so and nobody can claim it."""
    ann = customer()
    ref = ann.sends_request()
    card = card_of(ref, channel)
    ann.person.says("/cancel")
    ann.person.taps("Yes, withdraw it")
    ann.person.hears(f"Your request {ref} is withdrawn")
    sim.settle()
    assert "WITHDRAWN" in card_of(ref, channel).text
    answer = rita.sends_data(card, card.rows[0][0]["callback_data"], in_=channel)
    assert "already withdrawn" in answer.text


def test_after_the_decision_a_customer_can_have_everything_deleted(customer, rita, channel, bot, sim):
    """C03, O10: /delete destroys answers, photos and the key; the row with the decision stays."""
    ann = customer()
    ref = ann.sends_request()
    reviewer = Reviewer(rita, channel)
    reviewer.approves(reviewer.claims(ref), ref)
    ann.person.says("/delete")
    ann.person.hears("Your data is deleted")
    sim.settle()
    case = f"FROM {{}} WHERE case_id = {bot.case_id(ref)}"
    left = {table: bot.rows(f"SELECT count(*) {case.format(table)}") for table in ("answers", "photos", "case_keys")}
    assert all(rows == [(0,)] for rows in left.values())
    assert "erased" in bot.events_of(ref)


def test_status_tells_the_place_in_the_queue_and_the_hours_left(customer, sim):
    """C12: how many are before, how long it can take; nothing of what reviewers say to each other."""
    ann, ben = customer(), customer()
    ann.sends_request()
    ref = ben.sends_request()
    ben.person.says("/status")
    told = ben.person.hears(f"{ref}: waiting for a reviewer").text
    assert int(told.split("Requests before yours: ")[1].split(".")[0]) >= 1
    assert "hours left" in told
