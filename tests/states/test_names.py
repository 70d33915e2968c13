import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.reading.names import read_full_name
from states.reading.normalise import normalise
from states.verdicts import Refused, Unsure

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def read(text):
    return read_full_name(normalise(text), now=NOW, locale=None)


def refusal(text):
    with pytest.raises(Refused) as refused:
        read(text)
    return refused.value.reason


NAMES = [
    "Robert Smith",
    "Siobhán O'Leary",
    "Anne-Marie St. John",
    "Ray O'Neil Jr.",
    "Nguyễn Văn An",
    "Jan van der Berg",
    "Şükrü Özdemir",
    "Łukasz Wójcik",
    "J. R. Smith",
    "Ben Carter",
    "Bo Li",
    "Will May",
    "Faith No",
    "Le Minh",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_kept_as_it_is_written(name):
    """Latin letters with any accents, apostrophes, hyphens and dots, in their order."""
    assert read(name) == name


@pytest.mark.parametrize(
    "lead_in",
    [
        "my name is",
        "It's",
        "I'm",
        "Name:",
        "full name -",
        "me llamo",
        "ich heiße",
        "je m'appelle",
        "mi chiamo",
        "nazywam się",
        "меня зовут",
        "Mr.",
    ],
)
def test_what_stands_before_a_name_is_taken_off(lead_in):
    assert read(f"{lead_in} Robert Smith") == "Robert Smith"


@pytest.mark.parametrize("ending", [", thanks", " here", " is my name", " :)", " 🙂", " (as in my passport)", "!"])
def test_what_stands_after_a_name_is_taken_off(ending):
    assert read(f"Robert Smith{ending}") == "Robert Smith"


@pytest.mark.parametrize(
    "text",
    [
        "First name: Robert, Last name: Smith",
        "Last name: Smith\nFirst name: Robert",
        "Vorname: Robert Nachname: Smith",
        "first name Robert last name Smith",
        "Smith, Robert",
    ],
)
def test_a_name_in_parts_is_put_in_natural_order(text):
    assert read(text) == "Robert Smith"


@pytest.mark.parametrize(
    "text",
    [
        "Vorname Robert Nachname Smith",
        "me llamo Robert y mi apellido es Smith",
        "имя Robert фамилия Smith",
        "Name: Robert Smith, danke",
        "thanks, Robert Smith",
        "people call me Bob but it's Robert Smith",
        "the account is in the name of Robert Smith",
        "el titular es Robert Smith",
        "пишется Robert Smith",
        "Роберт Смит (Robert Smith)",
        "you can see it in my passport: Robert Smith",
    ],
)
def test_a_name_is_found_among_the_words_around_it(text):
    """S38: labels, thanks, a nickname before it and words in another script are no part of it."""
    assert read(text) == "Robert Smith"


@pytest.mark.parametrize("text", ["ya se lo dije", "non capisco", "jak w paszporcie", "one moment please", "bom dia"])
def test_an_ordinary_phrase_is_no_name(text):
    assert refusal(text) == "not_a_name"


@pytest.mark.parametrize("text", ["Robert Smith and Mary Smith", "Robert Smith und Eva Roth"])
def test_of_two_people_one_is_asked_for(text):
    with pytest.raises(Unsure) as unsure:
        read(text)

    assert unsure.value.reason == "multiple_values"
    assert [read(option.text) for option in unsure.value.options] == [option.text for option in unsure.value.options]


def test_two_family_names_joined_by_and_are_one_name():
    assert read("José Ortega y Gasset") == "José Ortega y Gasset"


def test_a_suffix_after_a_comma_stays_at_the_end():
    assert read("Robert Smith, Jr.") == "Robert Smith Jr."


@pytest.mark.parametrize("text", ["Иван Петренко", "김민수", "Νίκος Δήμου", "فاطمة حسن"])
def test_another_script_is_refused(text):
    """The document's main details are in Latin letters."""
    assert refusal(text) == "non_latin"


@pytest.mark.parametrize("text", ["Jоhn Smith", "Michaеl Brown", "Ivan Петров"])
def test_a_letter_of_another_script_among_latin_ones_is_noticed(text):
    """The first has a Cyrillic o, the second a Cyrillic e."""
    assert refusal(text) == "mixed_script"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Robert", "single_name"),
        ("my name is Robert", "single_name"),
        ("Mr Smith", "single_name"),
        ("R. S.", "initials_only"),
        ("R0bert Smith", "invalid_characters"),
        ("Robert_Smith", "invalid_characters"),
        ("@robert", "invalid_characters"),
        ("same as account", "not_a_name"),
        ("see my passport", "not_a_name"),
        ("robert.smith@example.com", "not_a_name"),
        ("asdf asdf", "not_a_name"),
        ("I don't remember", "no_answer"),
    ],
)
def test_each_thing_that_is_no_full_name_has_its_reason(text, reason):
    assert refusal(text) == reason


LETTERS = st.text(alphabet="abcdefghiklmnoprstuvwyzáéíóúñçøåäöüšžčřłś", min_size=2, max_size=9).map(str.capitalize)


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_and_what_is_read_reads_back_to_itself(text):
    name = read_or_refuse(text)

    assert name is None or read_or_refuse(name) == name


@given(st.lists(LETTERS, min_size=2, max_size=4))
def test_words_of_latin_letters_are_kept_or_found_to_be_no_name(words):
    """Never is their script or a character of theirs found fault with."""
    assert not {"non_latin", "mixed_script", "invalid_characters"} & reasons(" ".join(words))


def reasons(text):
    try:
        read(text)
    except Refused as refused:
        return {refused.reason}
    return set()


@pytest.mark.parametrize("noise", ["a ", "Ann ", "my name is ", "First name: ", "(", "@", "é", "Mr "])
def test_a_message_of_any_length_is_answered_at_once(noise):
    """Ten thousand characters of anything cost less than 50 ms of work."""
    text = noise * (10_000 // len(noise))
    read_or_refuse(text)
    start = time.process_time()

    read_or_refuse(text)

    assert time.process_time() - start < 0.05


def read_or_refuse(text):
    try:
        return read(text)
    except (Refused, Unsure):
        return None
