"""Reviewers at their channel and their desks, and those who are none."""

from concurrent.futures import ThreadPoolExecutor

from tests.conversations.living import Customer, Reviewer, card_of


def test_two_reviewers_claim_at_once_and_one_of_them_wins(customer, rita, rob, channel, sim):
    """R02: both press at the same moment; one has the case, the other is told who."""
    ref = customer().sends_request()
    card = card_of(ref, channel)
    with ThreadPoolExecutor() as together:
        answers = list(together.map(lambda who: who.taps_on(card, "Claim", in_=channel).text, (rita, rob)))
    winners = [answer for answer in answers if answer.startswith("You have")]
    losers = [answer for answer in answers if f"has {ref} since" in answer]
    assert len(winners) == len(losers) == 1
    sim.settle()
    winner = "Rita" if answers[0] in winners else "Rob"
    assert losers[0].startswith(winner)
    assert f"Claimed by {winner}" in card_of(ref, channel).text


def test_a_stranger_in_the_channel_is_refused_and_recorded(customer, sam, channel, sim, bot):
    """R06: who presses is checked on every press, whatever chat it comes from."""
    ref = customer().sends_request()
    card = card_of(ref, channel)
    answer = sam.taps_on(card, "Claim", in_=channel)
    assert answer.text == "You are not on the reviewer list. Ask a lead."
    assert answer.show_alert
    sim.settle()
    assert "NEW" in card_of(ref, channel).text
    assert "stranger_refused" in bot.events_of(ref)


def test_a_customer_cannot_use_a_reviewers_button(customer, channel, sim):
    """R06: the data of a button is no secret and gives no right."""
    ann = customer()
    ref = ann.sends_request()
    card = card_of(ref, channel)
    claim = card.rows[0][0]["callback_data"]
    for action in (claim, claim.replace("claim", "approve-yes"), claim.replace("claim", "photos")):
        answer = ann.person.sends_data(card, action, in_=channel)
        assert answer.text == "You are not on the reviewer list. Ask a lead."
    sim.settle()
    assert "NEW" in card_of(ref, channel).text


def test_only_the_claimers_buttons_work(customer, rita, rob, channel, sim):
    """R03: another reviewer who presses the same buttons changes nothing and sees nothing."""
    ref = customer().sends_request()
    dossier = Reviewer(rita, channel).claims(ref)
    data = [button["callback_data"] for row in dossier.rows for button in row]
    data += [each.replace("approve", "approve-yes") for each in data if each.endswith("approve")]
    data += [each.replace("refuse", "refuse-no_match") for each in data if each.endswith("refuse")]
    heard = len(rob.messages())
    card = card_of(ref, channel)
    for each in data:
        assert rob.sends_data(card, each, in_=channel).text.startswith(f"Rita has {ref}")
    sim.settle()
    assert len(rob.messages()) == heard
    assert "CLAIMED" in card_of(ref, channel).text


def test_nobody_reviews_their_own_request(rita, channel):
    """R22: a request from a reviewer's own Telegram account is for another reviewer."""
    own = Customer.of(rita, username="rita@example.com")
    ref = own.sends_request()
    answer = rita.taps_on(card_of(ref, channel), "Claim", in_=channel)
    assert answer.text == "This case came from your own Telegram account. Another reviewer must decide."
    rita.says("/cancel")
    rita.taps("Yes, withdraw it")
    rita.hears(f"Your request {ref} is withdrawn")


def test_a_double_tap_decides_once(customer, rita, channel, sim):
    """R17: the second press hears who decided, the customer hears it once."""
    ann = customer()
    ref = ann.sends_request()
    reviewer = Reviewer(rita, channel)
    dossier = reviewer.claims(ref)
    rita.taps_on(dossier, "Approve")
    confirm = rita.sees_button(f"2FA is off, approve {ref}")
    with ThreadPoolExecutor() as together:
        presses = [together.submit(rita.taps_on, confirm, f"2FA is off, approve {ref}") for _ in range(2)]
    answers = [press.result().text for press in presses]
    assert sorted(answers) == ["", f"{ref} is already approved by Rita."]
    sim.settle()
    assert ann.person.transcript().count(f"{ref} is approved") == 1


def test_old_buttons_of_a_decided_case_go(customer, rita, rob, channel, sim):
    """R17: a stale card is brought up to date when somebody presses it."""
    ref = customer().sends_request()
    card = card_of(ref, channel)
    reviewer = Reviewer(rita, channel)
    reviewer.approves(reviewer.claims(ref), ref)
    answer = rob.sends_data(card, card.rows[0][0]["callback_data"], in_=channel)
    assert answer.text == f"{ref} is already approved by Rita."
    sim.settle()
    assert card_of(ref, channel).buttons == []


def test_a_released_case_goes_to_the_next_reviewer(customer, rita, rob, channel, sim):
    """R04."""
    ref = customer().sends_request()
    dossier = Reviewer(rita, channel).claims(ref)
    rita.taps_on(dossier, "Release")
    sim.settle()
    assert "NEW" in card_of(ref, channel).text
    assert Reviewer(rob, channel).claims(ref)


def test_every_look_at_a_dossier_or_a_photo_is_recorded(customer, rita, channel, sim, bot):
    """R07, R08."""
    ref = customer().sends_request()
    dossier = Reviewer(rita, channel).claims(ref)
    rita.taps_on(dossier, "Photos")
    rita.hears(f"{ref}: Photo of you")
    sim.settle()
    events = bot.events_of(ref)
    assert events.count("dossier_viewed") == 1
    assert events.count("photo_viewed") == 2


def test_the_desk_lists_what_is_open_and_opens_what_is_mine(customer, rita, rob, channel):
    """R20: /queue, /mine and /case; a case of somebody else shows masked."""
    ann = customer()
    ref = ann.sends_request()
    rita.says("/queue")
    assert ref in rita.hears("answer by").text
    Reviewer(rita, channel).claims(ref)
    rita.says("/mine")
    assert ref in rita.hears("answer by").text
    rita.says(f"/case {ref}")
    assert ann.answers["username"] in rita.hears(f"{ref} · 2FA reset").text
    rob.says(f"/case {ref}")
    assert ann.answers["username"] not in rob.hears(f"{ref} · 2FA reset").text
    rob.says("/case R-1")
    assert rob.hears("There is no request with this reference.")


def test_a_reviewer_who_never_opened_the_bot_is_led_to_the_desk_by_the_card(customer, channel, sim, rob):
    """R07: the card of a claimed case has a button that opens the private chat at the dossier."""
    ref = customer().sends_request()
    Reviewer(rob, channel).claims(ref)
    sim.settle()
    button = card_of(ref, channel).rows[0][0]
    assert button["url"].endswith(f"?start=case_{ref}")
    rob.says(f"/start case_{ref}")
    assert rob.hears(f"{ref} · 2FA reset · CLAIMED").protected
