"""Changing an answer that was given, by words, by number or by button, wherever one is."""

import pytest

from states.intake import CHECK
from tests.states.stories import ANSWERS, DIALOGUE, asked_steps, labels, someone_at, spoken

CHANGES = {
    "username": "other@example.com",
    "phone": "+48 512 345 678",
    "phone_access": "No, I cannot",
    "full_name": "Jan Nowak",
    "birth_date": "1 May 1990",
    "transactions": "23 March 2020, 3 ETH, withdrawal",
    "verified": "No, never",
    "address": "18 Sample Street, Leeds LS1 4AB, United Kingdom",
    "card_verified": "I do not remember",
    "banks": "Monzo",
    "doc_country": "Poland",
    "expiry_date": "1 May 2032",
    "issue_date": "1 May 2022",
}
"""Other answers than those of ANSWERS."""
ANSWERED = asked_steps()[asked_steps().index("username") :]
WORDS = [
    pytest.param(key, f"{verb} {name}", id=f"{verb} {name}")
    for key in CHANGES
    for verb in ("change", "edit")
    for name in DIALOGUE.questionnaire[key].called
]


def changes(person, key):
    """Answers the question that a wish to change led to, and confirms where that is asked."""
    assert person.case.step == key
    person.says(CHANGES[key])
    if key == "transactions":
        person.taps("Yes, continue")


@pytest.mark.parametrize(("key", "wish"), WORDS)
def test_words_name_the_answer_to_change(key, wish):
    """C08: every name that a question answers to."""
    person = someone_at("document_photo")
    person.says(wish)
    assert person.case.step == key
    assert "You gave this before: " in person.hears()


@pytest.mark.parametrize("key", CHANGES)
@pytest.mark.parametrize("place", ["later", CHECK])
def test_a_change_touches_just_that_answer_and_what_hangs_on_it(key, place):
    """C08, C09, C07: then the person is back where they were."""
    person = someone_at("document_photo" if place == "later" else CHECK)
    start, before = person.case.step, person.answered
    number = [each.key for each in DIALOGUE.questionnaire.steps(person.case)].index(key) + 1
    person.says(f"edit {number}")
    changes(person, key)
    hanging = {each.key for each in DIALOGUE.questionnaire.questions if key in each.depends}
    while person.case.step != start:
        assert person.case.step in hanging, "only what hangs on the change is asked again"
        person.answers(str(person.case.step))
    after = person.answered
    assert after[key] != before[key]
    assert {name for name in before if after[name] != before[name]} - hanging == {key}


def test_a_new_phone_asks_again_whether_it_can_be_used():
    """C08: the answer about the old number says nothing of the new one."""
    person = someone_at("full_name")
    person.says("change phone")
    person.says("+48 512 345 678")
    assert person.case.step == "phone_access"
    assert "phone_access" not in person.case.answers
    person.says("no")
    assert person.case.step == "full_name"


def test_the_same_answer_once_more_keeps_what_hangs_on_it():
    """C07"""
    person = someone_at("full_name")
    person.says("change phone")
    person.says("0044 7400 123456")
    assert person.case.step == "full_name"
    assert person.case.value("phone_access") is True


def test_another_document_asks_for_its_facts_and_photos_again():
    """C06, C08"""
    person = someone_at(CHECK)
    person.says("change document")
    person.says("National ID card")
    asked = []
    while person.case.step != CHECK:
        asked.append(person.case.step)
        person.answers(person.case.step)
    assert asked == ["doc_country", "expiry_date", "issue_date", "document_photo", "both_dates", "selfie"]
    assert person.told_progress == (18, 18)


def test_another_name_needs_another_sheet():
    """C08, C33: the name stands on the sheet."""
    person = someone_at(CHECK)
    person.says("change name")
    person.says("Jan Nowak")
    assert person.case.step == "document_photo"
    assert "Jan Nowak" in person.hears()
    person.sends_photo()
    person.sends_photo()
    assert person.case.step == CHECK


def test_an_answer_that_was_not_given_yet_cannot_be_changed():
    """C08"""
    person = someone_at("full_name")
    for wish in ("change banks", "edit 9", "change my address", "change full name"):
        person.says(wish)
        assert "There is no answer to change there yet." in person.hears()
        assert person.case.step == "full_name"


def test_an_answer_that_only_sounds_like_a_wish_is_an_answer():
    """C08: an address may lie in Change Alley."""
    person = someone_at("address")
    person.says("1 Change Alley, London EC3V 3ND, United Kingdom")
    assert person.case.value("address").street.startswith("1 Change Alley")


def test_a_change_while_another_answer_is_being_changed_comes_back_to_both():
    """C08"""
    person = someone_at("birth_date")
    person.says("change username")
    person.says("change phone")
    assert person.case.step == "username"
    person.says("other@example.com")
    assert person.case.step == "phone"
    person.says("keep")
    assert person.case.step == "birth_date"


def test_an_offer_does_not_outlive_the_step():
    """C25: "2" at a later step is not the second date of an earlier one."""
    person = someone_at("transactions")
    person.says("change birth date")
    person.says("03/04/1985")
    assert labels(person.question) == ["3 April 1985", "4 March 1985"]
    person.says("keep")
    assert person.case.step == "transactions"
    person.says("2")
    assert "transactions" not in person.case.answers
    assert "April 1985" not in person.hears()


def test_a_kept_answer_forgets_the_half_of_another():
    """C07: what was begun and then dropped does not come back later."""
    person = someone_at(CHECK)
    person.says("change transactions")
    person.says("23 March 2020, 3 ETH")
    person.says("keep")
    assert person.case.step == CHECK
    person.says("change transactions")
    person.says("24 March 2020, 1 BTC, deposit")
    person.says("done")
    assert [each.currency for each in person.case.value("transactions")] == ["BTC"]


# --- at the summary


def test_the_menu_offers_every_answer_and_leads_back_to_the_summary():
    """C09, S14"""
    person = someone_at(CHECK)
    person.taps("Change an answer")
    names = [spoken(each.name) for each in DIALOGUE.questionnaire.changeable(person.case)]
    assert labels(person.question) == [*names, "Back to my answers"]
    person.taps("Back to my answers")
    assert person.turn.says == (DIALOGUE.prompt(person.case, person.now),)


@pytest.mark.parametrize("key", CHANGES)
@pytest.mark.parametrize("way", ["taps", "says", "says_change"])
def test_a_change_from_the_summary_returns_to_the_summary(key, way):
    """C09, C46: by button, by the button's words, or by a wish."""
    person = someone_at(CHECK)
    person.taps("Change an answer")
    question = DIALOGUE.questionnaire[key]
    match way:
        case "taps":
            person.taps(spoken(question.name))
        case "says":
            person.says(spoken(question.name))
        case _:
            person.says(f"change {question.called[0]}")
    changes(person, key)
    while person.case.step != CHECK:
        person.answers(str(person.case.step))
    assert "Check your answers before you send them" in person.hears()


def test_a_change_from_the_summary_says_that_it_is_changed():
    """C09"""
    person = someone_at(CHECK)
    person.says("change full name")
    person.says("Jan Nowak")
    person.sends_photo()
    person.sends_photo()
    person.says("change banks")
    person.says("Monzo")
    assert person.hears().startswith("✅ Changed. Check your answers again.")
    assert "Card banks: Monzo" in person.hears()


def test_a_button_cannot_change_what_is_not_there():
    """C46: what a button carries is untrusted."""
    person = someone_at(CHECK)
    for action in ("change:consent", "change:back_photo", "change:", "change:shoe_size", "change:lost"):
        person.presses(action)
        assert person.case.step == CHECK


def test_the_answers_of_these_stories_differ():
    assert all(CHANGES[key] != ANSWERS[key] for key in CHANGES)
    assert set(CHANGES) < set(ANSWERED)
