from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.reading.access import read_phone_access
from states.reading.normalise import normalise
from states.verdicts import Unsure

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def read(text):
    return read_phone_access(normalise(text), now=NOW, locale=None)


def doubt(text):
    with pytest.raises(Unsure) as unsure:
        read(text)
    return unsure.value


@pytest.mark.parametrize(
    "text", ["yep, got it here", "sim is in my hand", "ja, hab ich noch", "так", "со мной", "hala kullanıyorum", "👍"]
)
def test_a_yes_is_understood_in_people_s_own_words(text):
    """C20 S20"""
    assert read(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "lost it",
        "stolen",
        "not anymore",
        "it belongs to somebody else now",
        "нема",
        "kein Zugriff mehr",
        "çalındı",
        "👎",
    ],
)
def test_a_no_is_understood_in_people_s_own_words(text):
    """C20 S20"""
    assert read(text) is False


@pytest.mark.parametrize("text", ["never lost it", "no problem, I have it", "не терял", "nicht verloren"])
def test_a_denied_loss_is_a_yes(text):
    assert read(text) is True


@pytest.mark.parametrize(
    "text", ["only calls", "sometimes", "i can get calls but not sms", "только смс", "yes, but it is blocked"]
)
def test_a_yes_in_part_is_asked_about(text):
    assert doubt(text).reason == "partial_access"


@pytest.mark.parametrize(
    "text", ["BTC", "why do you ask?", "I am Robert", "can you help me", "I cannot log in to my account"]
)
def test_what_answers_another_question_is_asked_about(text):
    assert doubt(text).reason == "not_understood"


def test_not_knowing_is_no_answer():
    assert doubt("not sure").reason == "no_answer"


def test_both_ways_out_of_a_doubt_are_understood():
    assert [read(option.text) for option in doubt("maybe").options] == [True, False]


@given(st.text(max_size=400))
def test_any_text_gets_a_verdict(text):
    with suppress(Unsure):
        assert read(text) in {True, False}


@pytest.mark.parametrize(
    "text", ["yesss", "даа", "sii", "no jasne", "no mam", "100%", "ofc", "phones right next to me"]
)
def test_a_yes_is_understood_stretched_in_slang_or_after_the_polish_well(text):
    """C20 S20"""
    assert read(text) is True


@pytest.mark.parametrize("text", ["noooo", "nop", "нееет", "no", "no nie mam"])
def test_a_no_is_understood_stretched_or_short(text):
    """C20 S20"""
    assert read(text) is False


@pytest.mark.parametrize("text", ["my wife has it, i can ask her", "my ex has it", "он у жены", "meine Frau hat es"])
def test_a_phone_that_someone_else_holds_is_asked_about(text):
    """C20 S20"""
    assert doubt(text).reason == "partial_access"


def test_a_phone_that_someone_else_took_is_lost():
    assert read("my brother lost it") is False
