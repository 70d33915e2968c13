"""What a reviewer should look at twice."""

import pytest

from states.flags import FLAGS, Facts, flags
from states.question import AsWritten, Missing
from states.reply import Contact
from tests.states.stories import NOW, someone_at, spoken

from states.case import Answer  # isort: skip


def case_with(**values):
    """A whole request, with these answers instead."""
    case = someone_at("check").case
    for key, value in values.items():
        case.answers[key] = Answer(value, "", NOW)
    return case


def raised(case, **alike):
    return [spoken(flag.says) for flag in flags(Facts(case, alike))]


def test_an_ordinary_request_raises_no_flag():
    """R23"""
    assert raised(someone_at("check").case) == []


def test_two_claimants_of_one_account_are_flagged_as_a_risk():
    """C49, R23"""
    (flag,) = flags(Facts(case_with(), {"username": ["R-2040", "R-2039"]}))
    assert spoken(flag.says) == "Same account as R-2040, R-2039"
    assert flag.risk


def test_one_phone_in_two_cases_is_flagged_as_a_risk():
    """S05, R23"""
    (flag,) = flags(Facts(case_with(), {"phone": ["R-2040"]}))
    assert spoken(flag.says) == "Same phone as R-2040"
    assert flag.risk


def test_a_hacked_account_is_urgent_and_no_sign_of_fraud():
    """S45"""
    (flag,) = flags(Facts(someone_at("check", lost="I think I am hacked").case))
    assert spoken(flag.says).startswith("Urgent")
    assert not flag.risk


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"phone_access": "No, I cannot"}, "Phone cannot be used now"),
        ({"phone": "+1 202 555 0143"}, "Phone type unknown: mobile or landline"),
        ({"transactions": "none", "banks": "I do not remember"}, "Answers not provided: 2"),
    ],
)
def test_answers_raise_their_flags(answers, says):
    """C19, C20, C28, R23"""
    assert raised(someone_at("check", **answers).case) == [says]


def test_what_the_bot_could_not_read_is_counted():
    """C37, R23"""
    unread = AsWritten(text="Марта", reason="non_latin")
    assert raised(case_with(full_name=unread, address=unread)) == ["Answers the bot could not read: 2"]


def test_what_was_noticed_about_the_photos_is_told_once():
    """C37, C40, R23"""
    person = someone_at("document_photo")
    person.sends_photo(soft=("too_blurry",))
    person.sends_photo(soft=("too_blurry",))
    person.sends_photo(soft=("too_blurry",))
    person.sends_photo(soft=("too_blurry",))
    assert person.case.step == "check"
    assert raised(person.case) == ["Photos: too blurry"]


def test_all_flags_are_told_in_one_order():
    """R23"""
    case = case_with(phone_access=False, banks=Missing(why="none"))
    says = raised(case, username=["R-1"], phone=["R-2"])
    assert [text.split()[0] for text in says] == ["Same", "Same", "Phone", "Answers"]


@pytest.mark.parametrize("look", FLAGS, ids=lambda look: look.__name__)
def test_no_flag_needs_an_answer_to_be_there(look):
    """R23: a case may lack any of them."""
    assert look(Facts(someone_at("username").case)) is None


def test_another_number_than_the_one_that_was_shared_is_flagged():
    """C22, R23: a shared contact is the number of the Telegram account; reviewers see when the account's is another."""
    person = someone_at("phone")
    person.replies(Contact("+447400123456", own=True))
    person.says("change phone")
    person.says("+44 7400 123457")
    flag = "Phone differs from the Telegram number that was shared"
    assert flag in [spoken(each.says) for each in flags(Facts(person.case))]
    person.says("change phone")
    person.says("+44 7400 123456")
    assert flag not in [spoken(each.says) for each in flags(Facts(person.case))]
