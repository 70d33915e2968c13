from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.reading.normalise import normalise
from states.reading.username import Username, read_username
from states.verdicts import Refused, Unsure

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def read(text):
    return read_username(normalise(text), now=NOW, locale=None)


def refusal(text):
    with pytest.raises(Refused) as refused:
        read(text)
    return refused.value


def test_an_address_is_found_among_other_words_and_its_domain_is_lowered():
    """S18"""
    assert read("Hi, it is Ann.Lee@EXAMPLE.org, thanks").username == "Ann.Lee@example.org"


def test_a_user_id_is_read_whatever_separates_its_digits():
    """S18"""
    assert read("User ID: UP 150-607-080") == Username(kind="user_id", username="up150607080")


def test_an_address_that_is_spelled_out_is_read():
    assert read("ann.lee [at] example (dot) org").username == "ann.lee@example.org"


def test_a_slip_in_a_well_known_domain_is_asked_about_and_both_ways_out_work():
    with pytest.raises(Unsure) as unsure:
        read("ann@gmial.com")
    assert unsure.value.reason == "domain_typo"
    assert [option.label for option in unsure.value.options] == ["ann@gmail.com", "ann@gmial.com"]
    for option in unsure.value.options:
        assert read(option.text).username == option.label


def test_two_different_names_are_asked_about_and_either_can_be_chosen():
    with pytest.raises(Unsure) as unsure:
        read("ann@example.org or up150607080")
    assert unsure.value.reason == "multiple_values"
    assert [read(option.text).username for option in unsure.value.options] == ["ann@example.org", "up150607080"]


def test_the_same_name_twice_is_one_name():
    assert read("ann@example.org, yes ann@example.org").username == "ann@example.org"


def test_a_telegram_name_is_told_apart():
    assert refusal("@ann_lee").facts["telegram"]
    assert refusal("https://t.me/ann_lee").facts["telegram"]


def test_a_web_link_is_told_apart():
    assert refusal("https://cex.io/profile").facts["link"]


@pytest.mark.parametrize("text", ["+44 7912 654321", "07912 654321", "8 (903) 123-45-67"])
def test_a_phone_number_is_told_apart(text):
    assert refusal(text).reason == "looks_like_phone"


@pytest.mark.parametrize("text", ["аnn@example.org", "ann@exаmple.org", "uр150607080"])
def test_look_alike_letters_of_another_alphabet_are_refused(text):
    assert refusal(text).reason == "mixed_script"


def test_nothing_of_the_name_is_printed():
    assert "ann" not in repr(read("ann@example.org"))


@given(st.text(max_size=200))
def test_any_text_gets_a_verdict(text):
    with suppress(Refused, Unsure):
        assert isinstance(read(text), Username)


@given(st.emails())
def test_what_was_read_reads_back_to_itself(email):
    try:
        username = read(email).username
    except (Refused, Unsure):
        return
    assert read(username).username == username


@given(st.integers(0, 999_999_999), st.sampled_from(["up{}", "UP {}", "my id is up{}.", "(up{})"]))
def test_every_user_id_is_read(number, words):
    assert read(words.format(f"{number:09}")).username == f"up{number:09}"
