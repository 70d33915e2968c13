"""Reviewers at their channel and their desks, and those who are none."""

from concurrent.futures import ThreadPoolExecutor

from tests import pictures
from tests.conversations.living import Customer, Reviewer, card_of, taps_of


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
    reviewer.turns(dossier, "Refuse", "Cut off")
    preview = reviewer.turns(dossier, "Cut off", "Send and refuse")
    with ThreadPoolExecutor() as together:
        presses = [together.submit(rita.taps_on, preview, "Send and refuse") for _ in range(2)]
    answers = [press.result().text for press in presses]
    assert sorted(answers) == ["", f"{ref} is already not approved by Rita."]
    sim.settle()
    assert ann.person.transcript().count(f"We could not approve {ref}") == 1


def test_the_username_approves_once_and_only_when_it_is_the_right_one(customer, rita, channel, sim):
    """R15: another name approves nothing; a second time after the approval does nothing."""
    ann = customer()
    ref = ann.sends_request()
    reviewer = Reviewer(rita, channel)
    dossier = reviewer.claims(ref)
    reviewer.checks(dossier)
    rita.taps_on(rita.message(dossier.message_id), "Approve")
    rita.says("somebody@example.com")
    assert rita.hears("Nothing is approved")
    rita.taps_on(rita.message(dossier.message_id), "Approve")
    rita.says(ann.answers["username"])
    assert rita.hears(f"{ref}: approved")
    rita.says(ann.answers["username"])
    assert rita.hears("Nothing of yours waits for words")
    sim.settle()
    assert ann.person.transcript().count(f"{ref} is approved") == 1


def test_nothing_is_approved_before_all_five_checks_are_made(customer, rita, channel):
    """R15, R16."""
    ref = customer().sends_request()
    dossier = Reviewer(rita, channel).claims(ref)
    answer = rita.taps_on(dossier, "Approve")
    assert answer.text == "Tick all 5 checks before you approve. 5 to go."


def test_a_clean_case_takes_eight_taps_and_one_word(customer, rita, channel):
    """R15: claim, photos, five checks, approve, and the username."""
    ann = customer()
    ref = ann.sends_request()
    before = taps_of(rita, channel)
    reviewer = Reviewer(rita, channel)
    dossier = reviewer.claims(ref)
    rita.taps_on(dossier, "Photos")
    reviewer.approves(dossier, ref)
    assert ann.person.hears("2FA is turned off on your account")
    assert taps_of(rita, channel) - before == 8


def test_two_more_photos_are_asked_for_in_six_taps(customer, rita, channel, sim):
    """R10, C52: several items with their reasons leave as one request; only these are open to the customer."""
    ann = customer()
    ref = ann.sends_request()
    dossier = Reviewer(rita, channel).claims(ref)
    before = taps_of(rita, channel)
    reviewer = Reviewer(rita, channel)
    reviewer.turns(dossier, "Ask for more", "☐ Photo of the document")
    reviewer.turns(dossier, "☐ Photo of the document", "Cannot be read")
    reviewer.turns(dossier, "Cannot be read", "☐ Photo of you")
    reviewer.turns(dossier, "☐ Photo of you", "Face not clear")
    rita.taps_on(reviewer.turns(dossier, "Face not clear", "Send: 2"), "Send: 2")
    assert taps_of(rita, channel) - before == 6
    asked = ann.person.hears(f"We need something more for {ref}")
    assert "send it as a file" in asked.text
    assert "Take off hats" in asked.text
    sim.settle()
    assert "WAITING FOR THE CUSTOMER" in card_of(ref, channel).text

    ann.person.says("change phone")
    assert ann.person.hears()
    assert "What phone number" not in ann.person.last().text
    ann.person.sends_photo(pictures.specimen(ann.person.id * 2 + 500))
    ann.person.hears("Send a photo of you holding")
    ann.person.sends_photo(pictures.specimen(ann.person.id * 2 + 501))
    assert ann.person.hears("Thank you. We have it.")
    assert rita.hears(f"{ref}: the customer replied")
    sim.settle()
    assert "CLAIMED" in card_of(ref, channel).text


def test_a_risk_flag_needs_a_second_reviewer(customer, rita, rob, channel, sim):
    """R21, R24: one approval is not enough, the same hand cannot give both, and then it waits to take effect."""
    ann, ben = customer(), customer()
    ann.sends_request()
    ben.answers["username"] = ann.answers["username"]
    ref = ben.sends_request()
    first = Reviewer(rita, channel)
    dossier = first.claims(ref)
    first.approves(dossier, ref)
    assert rita.hears("A second reviewer must confirm")
    sim.settle()
    card = card_of(ref, channel)
    assert "First approval: Rita" in card.text
    assert "You approved" in rita.taps_on(card, "Second check", in_=channel).text
    rob.taps_on(card, "Second check", in_=channel)
    second = Reviewer(rob, channel)
    dossier = rob.hears(f"{ref} · 2FA reset · CLAIMED")
    second.checks(dossier)
    rob.taps_on(rob.message(dossier.message_id), "Approve")
    rob.says(ben.answers["username"])
    assert rob.hears("It may take effect at")
    assert ben.person.hears("To protect you, it takes effect at")
    assert "may take effect" in rob.taps("2FA is off, tell them").text
    ben.person.taps("I did not ask for this")
    assert ben.person.hears("We have stopped request")
    sim.settle()
    assert "STOPPED BY THE OWNER" in card_of(ref, channel).text


def test_a_lead_takes_over_at_once_and_another_reviewer_does_not(customer, rita, rob, channel, sim):
    """R04, R05."""
    lea = sim.user("Lea")
    ref = customer().sends_request()
    Reviewer(rita, channel).claims(ref)
    sim.settle()
    assert "Rita has" in rob.taps_on(card_of(ref, channel), "Take over", in_=channel).text
    assert "You have" in lea.taps_on(card_of(ref, channel), "Take over", in_=channel).text
    assert lea.hears(f"{ref} · 2FA reset · CLAIMED")
    assert rita.hears("Lea has taken over")


def test_a_case_is_handed_over_to_another_reviewer(customer, rita, rob, channel, sim):
    """R04."""
    ref = customer().sends_request()
    dossier = Reviewer(rita, channel).claims(ref)
    reviewer = Reviewer(rita, channel)
    reviewer.turns(dossier, "More", "Hand over")
    reviewer.turns(dossier, "Hand over", "Rob")
    rita.taps_on(reviewer.turns(dossier, "Rob", "Needs another language"), "Needs another language")
    assert rob.hears(f"{ref} · 2FA reset · CLAIMED")
    sim.settle()
    assert "Claimed by Rob" in card_of(ref, channel).text


def test_security_takes_a_case_and_a_lead_takes_it_from_there(customer, rita, rob, channel, sim):
    """R26."""
    lea = sim.user("Lea")
    ref = customer().sends_request()
    dossier = Reviewer(rita, channel).claims(ref)
    rita.taps_on(Reviewer(rita, channel).turns(dossier, "More", "To security"), "To security")
    sim.settle()
    card = card_of(ref, channel)
    assert "WITH SECURITY" in card.text
    assert "A lead takes it" in rob.taps_on(card, "Claim (lead)", in_=channel).text
    assert "You have" in lea.taps_on(card, "Claim (lead)", in_=channel).text


def test_fraud_is_never_told_to_the_customer(customer, rita, channel):
    """R11: a security reason reads as any account that we could not confirm; it is final."""
    ann = customer()
    ref = ann.sends_request()
    Reviewer(rita, channel).refuses(Reviewer(rita, channel).claims(ref), "Security: forged document")
    heard = ann.person.hears(f"We could not approve {ref}").text
    assert "We could not confirm that this account is yours" in heard
    assert "forged" not in ann.person.transcript()
    assert "You can ask once to have it looked at again" in heard


def test_a_refusal_is_reopened_once(customer, rita, rob, channel, sim):
    """R27: the first decision stays in the timeline."""
    ann = customer()
    ref = ann.sends_request()
    Reviewer(rita, channel).refuses(Reviewer(rita, channel).claims(ref), "Not confirmed")
    sim.settle()
    rob.taps_on(card_of(ref, channel), "Reopen", in_=channel)
    sim.settle()
    rob.taps_on(card_of(ref, channel), "The customer contests it", in_=channel)
    assert ann.person.hears(f"We are looking at {ref} again")
    sim.settle()
    dossier = Reviewer(rob, channel).claims(ref)
    Reviewer(rob, channel).refuses(dossier, "Not confirmed")
    sim.settle()
    assert card_of(ref, channel).buttons == []


def test_a_note_is_for_the_staff_alone(customer, rita, rob, channel, sim):
    """R13: what a reviewer writes for the others no customer ever reads."""
    ann = customer()
    ref = ann.sends_request()
    dossier = Reviewer(rita, channel).claims(ref)
    rita.taps_on(Reviewer(rita, channel).turns(dossier, "More", "Note"), "Note")
    rita.says("The bank confirmed the name")
    rita.hears("the note is kept")
    rita.says(f"/case {ref}")
    assert "The bank confirmed the name" in rita.hears("Notes").text
    sim.settle()
    assert "bank confirmed" not in ann.person.transcript() + channel.transcript()


def test_marks_and_the_timeline_are_kept(customer, rita, channel):
    """R09, R25."""
    ref = customer().sends_request()
    dossier = Reviewer(rita, channel).claims(ref)
    reviewer = Reviewer(rita, channel)
    reviewer.turns(dossier, "Marks", "· Username")
    reviewer.turns(dossier, "· Username", "✓ Username")
    assert "not right" in reviewer.turns(dossier, "✓ Username", "✘ Username").text
    reviewer.turns(dossier, "Back", "More")
    rita.taps_on(reviewer.turns(dossier, "More", "Timeline"), "Timeline")
    told = rita.hears("submitted").text
    assert "submitted, applicant" in told
    assert "claim, Rita" in told


def test_a_case_is_found_by_reference_username_and_phone(customer, rita, channel):
    """R20, O14: the search goes through keyed hashes."""
    ann = customer()
    ref = ann.sends_request()
    for wanted in (ref, ann.answers["username"].upper(), ann.answers["phone"]):
        rita.says(f"/find {wanted}")
        assert ref in rita.hears("answer by").text


def test_a_call_is_agreed_in_the_customers_own_time(customer, rita, channel, sim):
    """C53: the customer says what time it is, picks a slot; both sides have the same word."""
    ann = customer()
    ref = ann.sends_request()
    dossier = Reviewer(rita, channel).claims(ref)
    reviewer = Reviewer(rita, channel)
    reviewer.turns(dossier, "Ask for more", "☐ Call")
    rita.taps_on(reviewer.turns(dossier, "☐ Call", "Send: 2"), "Send: 2")
    word = rita.hears("begin the call with the word").text.split("“")[1].split("”")[0]
    ann.person.hears("What time is it where you are now?")
    ann.person.says("14:30")
    asked = ann.person.hears("When can you talk?")
    assert word in asked.text
    assert "never asks for codes" in asked.text
    ann.person.taps_on(asked, asked.buttons[0])
    assert ann.person.hears("Thank you. We have it.")
    assert "Time for a call" in rita.hears(f"{ref}: the customer replied").text


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
    reviewer = Reviewer(rita, channel)
    reviewer.turns(dossier, "More", "Release")
    rita.taps_on(reviewer.turns(dossier, "Release", "End of my shift"), "End of my shift")
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
    """R20: /queue, /next, /mine and /case; a case of somebody else shows masked."""
    ann = customer()
    ref = ann.sends_request()
    rita.says("/queue")
    assert ref in rita.hears("answer by").text
    rita.says("/next")
    assert rita.hears("2FA reset · NEW").has("Claim")
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


def test_the_figures_of_the_desk_come_as_text_and_as_a_chart(customer, rita, channel):
    """R29: /stats says the numbers first, then shows them; nothing personal is in them."""
    ann = customer()
    ann.sends_request()
    rita.says("/stats")
    text = rita.hears("The last 14 days").text
    assert ann.answers["username"] not in text
    until = [message for message in rita.messages() if "photo" in message.raw]
    rita.says("/stats 7")
    rita.hears("The last 7 days")
    rita.sim.settle(quiet=2)
    assert len([message for message in rita.messages() if "photo" in message.raw]) > len(until)


def test_a_saved_reply_is_read_before_it_is_sent(customer, rita, channel):
    """R13, R14: what the customer will read is shown, in their language, and only then goes out."""
    ann = customer()
    ref = ann.sends_request()
    reviewer = Reviewer(rita, channel)
    dossier = reviewer.claims(ref)
    reviewer.turns(dossier, "More", "Reply")
    reviewer.turns(dossier, "Reply", "Still checking")
    page = reviewer.turns(dossier, "Still checking", "Send this")
    assert f"We are still checking {ref}" in page.text
    assert "still checking" not in ann.person.transcript()
    rita.taps_on(page, "Send this")
    assert ann.person.hears(f"We are still checking {ref}")


def test_after_the_decision_the_desk_is_cleared(customer, rita, channel, sim):
    """R07: dossier and photos go from the reviewer's chat; the card stays."""
    ref = customer().sends_request()
    reviewer = Reviewer(rita, channel)
    dossier = reviewer.claims(ref)
    rita.taps_on(dossier, "Photos")
    photo = rita.hears(f"{ref}: Photo of you")
    reviewer.approves(dossier, ref)
    sim.settle()
    assert rita.message(dossier.message_id).deleted
    assert rita.message(photo.message_id).deleted
    assert card_of(ref, channel)


def test_a_photo_of_another_case_and_a_second_try_are_flagged(customer, rita, channel, sim):
    """R23, C38: what a case shares with another, by keyed hashes."""
    ann, ben = customer(), customer()
    first = ann.sends_request()
    ben.begins()
    ben.answers_until("document_photo")
    ben.person.sends_photo(pictures.specimen(ann.person.id * 2))
    ben.person.hears("Send a photo of you holding")
    ben.answers_until("check", since="selfie")
    second = ben.submits()
    sim.settle()
    assert f"Same photo as {first}" in card_of(second, channel).text
    Reviewer(rita, channel).refuses(Reviewer(rita, channel).claims(first), "Cut off")
    ann.person.hears("We could not approve")
    third = Customer.of(ann.person, username="another@example.com").sends_request()
    sim.settle()
    assert f"Same Telegram account as {first}" in card_of(third, channel).text
