"""Each refusal, and the way back from it, through the real process."""

import itertools

import pytest

from tests import pictures
from tests.conversations.living import QUESTIONS

REFUSED = {
    "username": ("@marta_k", "That looks like a Telegram name"),
    "phone": ("07400 123456", "with the country code"),
    "phone_access": ("blue", "Select yes if you can use this phone number now"),
    "full_name": ("Марта Ковальська", "in Latin letters"),
    "birth_date": ("31 February 1985", "must be a real date"),
    "transactions": ("22 March 2019, 2.00456 BTC", "enter the type"),
    "verified": ("blue", "Select one of the buttons"),
    "address": ("18 Sample Street, Leeds", "with the country"),
    "card_verified": ("blue", "Select one of the buttons"),
    "banks": ("Visa", "That is a card brand"),
    "doc_type": ("student card", "Use a passport, national ID card or driving licence"),
    "doc_country": ("USA", "Enter the US state too"),
    "expiry_date": ("22 March 2019", "The document is out of date"),
    "issue_date": ("22 March 2012", "issued more than 10 years ago"),
}
"""For each step an answer that is not taken, and what is said of it."""


def test_every_refusal_says_why_and_the_next_answer_is_taken(customer):
    """C18, C25, C29, C30, C35, C41, C47, S37: one request with a refused answer at every step still ends well."""
    ann = customer(doc_country="Texas")
    ann.begins()
    steps = list(QUESTIONS)
    for here, there in itertools.pairwise(steps):
        if here in REFUSED:
            wrong, sentence = REFUSED[here]
            ann.person.says(wrong)
            assert ann.person.hears(sentence)
        else:
            ann.person.says("here it is")
            assert ann.person.hears("Send a photo, as a picture or as a file")
        if here == "transactions":  # what was right is kept: only the type is missing
            ann.person.says("deposit")
            ann.person.taps("Yes, continue")
        else:
            ann.answers_step(here)
        ann.person.hears(QUESTIONS[there])
    assert "22 March 2019, 2.00456 BTC, deposit" in ann.person.last().text
    assert ann.submits()


@pytest.fixture
def at_the_photo(customer):
    """A customer who is asked for the photo of the document."""
    ann = customer()
    ann.begins()
    ann.answers_until("document_photo")
    return ann


def test_photos_that_nobody_can_use_are_refused_with_one_reason(at_the_photo):
    """C35, C36: format, size, light and sharpness; then a good one is taken."""
    person = at_the_photo.person
    person.sends_photo(b"%PDF-1.7 not a picture", as_file=True)
    assert person.hears("We could not open that file")
    person.sends_photo(pictures.tiny(person.id))
    assert person.hears("Photo is too small to read")
    person.sends_photo(pictures.blurred(person.id))
    assert person.hears("This photo is blurred")
    person.sends_photo(pictures.specimen(person.id), as_file=True)
    assert person.hears(QUESTIONS["selfie"])


def test_the_largest_size_of_a_photo_is_kept_and_a_file_as_it_came(at_the_photo, bot):
    """C35: the stored picture has the pixels that were sent, whichever way."""
    person = at_the_photo.person
    person.sends_photo(pictures.specimen(person.id))
    person.hears(QUESTIONS["selfie"])
    person.sends_photo(pictures.specimen(person.id + 1), as_file=True)
    person.hears(QUESTIONS["check"])
    ((count,),) = bot.rows(
        "SELECT count(*) FROM photos JOIN cases ON cases.id = photos.case_id WHERE applicant = ?", person.id
    )
    assert count == 2


def test_a_file_of_more_than_20_megabytes_has_its_own_message(at_the_photo):
    """C35."""
    at_the_photo.person.sends_photo(pictures.specimen(1) + bytes(21 * 1024 * 1024), as_file=True)
    assert at_the_photo.person.hears("The file must be smaller than 20MB")


def test_an_album_is_handled_once(at_the_photo):
    """C39: its first photo answers the step, the rest is mentioned once, and nothing advances twice."""
    person = at_the_photo.person
    person.sends_album([pictures.specimen(person.id + number) for number in range(3)])
    assert person.hears("You sent several photos. We kept the first one for this step.")
    assert person.transcript().count("We kept the first one") == 1
    assert QUESTIONS["check"] not in person.transcript()
    person.sends_photo(pictures.specimen(person.id + 9))
    assert person.hears(QUESTIONS["check"])


def test_the_same_photo_for_both_steps_is_refused(at_the_photo):
    """C38."""
    person = at_the_photo.person
    person.sends_photo(pictures.specimen(person.id))
    person.hears(QUESTIONS["selfie"])
    person.sends_photo(pictures.specimen(person.id), as_file=True)
    assert person.hears("You sent this photo before")


def test_what_no_question_can_use_gets_its_own_sentence_and_changes_nothing(customer):
    """C14: sticker, voice, location, poll, video; the question stands."""
    ann = customer()
    ann.begins()
    ann.answers_until("full_name")
    for send in (
        ann.person.sends_sticker,
        ann.person.sends_voice,
        ann.person.sends_location,
        ann.person.sends_poll,
        ann.person.sends_video,
    ):
        send()
        assert ann.person.hears("Type your answer as a message")
    ann.answers_step("full_name")
    assert ann.person.hears(QUESTIONS["birth_date"])


def test_a_giant_text_an_unknown_command_and_a_broken_button_change_nothing(customer, sim):
    """C14, C47: each gets its own clear sentence."""
    ann = customer()
    ann.begins()
    question = ann.person.last()
    ann.person.says("a" * 4000)
    assert ann.person.hears("Answer must be 2000 characters or less. Yours has 4000.")
    ann.person.says("/frobnicate")
    assert ann.person.hears("That command does not exist")
    for data in ("nonsense", "q:", "q:abc:username:back", "q:1:2:3:4:5", "r:x:y:z"):
        ann.person.sends_data(question, data)
    sim.settle()
    ann.answers_step("username")
    assert ann.person.hears(QUESTIONS["phone"])


def test_a_message_in_a_group_is_answered_with_the_way_to_the_private_chat(sim, person, bot):
    """C14: a request is never taken in a group."""
    somebody = person()
    group = sim.new_chat("supergroup", "Friends", members=[somebody.id], bot_rights={"is_member": True})
    somebody.says("/start", in_=group)
    assert "https://t.me/" in group.hears("This bot only works in a private chat").text


def test_an_edited_answer_is_never_silently_ignored(customer):
    """C44: the person is told that the first answer stays and where to change it."""
    ann = customer()
    ann.begins()
    said = ann.person.says(ann.answers["username"])
    ann.person.hears(QUESTIONS["phone"])
    ann.person.edits(said, "somebody.else@example.com")
    assert ann.person.hears("We keep your first answer")


def test_an_own_contact_answers_the_phone_question_and_another_persons_does_not(person):
    """C22: the card counts only when Telegram says that it is the sender's own number."""
    from tests.conversations.living import Customer

    ann = Customer.of(person(phone_number="447400123456"))
    ann.begins()
    ann.answers_step("username")
    ann.person.hears(QUESTIONS["phone"])
    ann.person.shares_contact(own=False)
    assert ann.person.hears("That contact belongs to another Telegram user")
    ann.person.shares_contact(own=True)
    assert "447400123456" in ann.person.hears(QUESTIONS["phone_access"]).text.replace(" ", "")
    assert ann.person.keyboard() == []
