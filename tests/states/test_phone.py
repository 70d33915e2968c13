from contextlib import suppress
from datetime import UTC, datetime

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.reading.normalise import normalise
from states.reading.phone import Phone, example, looks_like_phone, read_phone, region_of, spoken
from states.reading.secrets import find_secret
from states.verdicts import Refused, Unsure

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
REGIONS = sorted(region for region in phonenumbers.SUPPORTED_REGIONS if example(region))


def read(text):
    return read_phone(normalise(text), now=NOW, locale=None)


def reason(text):
    with pytest.raises(Refused) as refused:
        read(text)
    return refused.value.reason


@pytest.mark.parametrize(
    "text",
    [
        "+44 7912 654321",
        "+44-7912-654321",
        "(+44) 7912 654321",
        "0044 7912 654321",
        "+44 (0)7912 654321",
        "+44 07912 654321",
        "447912654321",
        "＋４４ ７９１２ ６５４３２１",
        "my number is +44 7912 654321, thanks",
    ],
)
def test_a_number_is_read_however_it_is_written(text):
    """C18 S19"""
    assert read(text) == Phone(e164="+447912654321", line="mobile")


@pytest.mark.parametrize(
    "text", ["07912 654321", "(201) 555-0123", "0151 23456789", "8 903 123-45-68", "067 123 45 68"]
)
def test_a_missing_country_code_has_its_own_reason(text):
    """C18"""
    assert reason(text) == "missing_country_code"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+44 20 7946 0018", "landline"),
        ("+44 56 1234 5678", "voip"),
        ("+44 800 123 4567", "toll_free"),
        ("+44 909 012 3456", "premium_rate"),
        ("+44 70 1234 5678", "not_mobile"),
    ],
)
def test_lines_that_get_no_codes_are_refused_by_their_kind(text, expected):
    """C19 S11"""
    assert reason(text) == expected


def test_a_number_that_may_be_mobile_is_taken_and_flagged():
    """C19"""
    assert read("+1 201 555 0123").line == "mobile_or_landline"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+44 7912 65", "too_short"),
        ("+44 7912 654 321 99", "too_long"),
        ("+999 123 456 789", "unknown_country_code"),
        ("+44 7700 900123", "invalid_number"),
        ("+44 7912 654321 ext. 12", "extension"),
        ("+44 7912 654321 доб. 12", "extension"),
        ("Samsung S21", "not_a_number"),
        ("+1 415-GET-COIN", "not_a_number"),
        ("не помню", "no_answer"),
    ],
)
def test_each_slip_has_its_own_reason(text, expected):
    assert reason(text) == expected


def test_the_refusal_quotes_the_number_as_it_was_understood():
    with pytest.raises(Refused) as refused:
        read("+44 20 7946 0018")
    assert refused.value.facts["number"] == "+44 20 7946 0018"


def test_two_numbers_are_asked_about_and_either_can_be_chosen():
    with pytest.raises(Unsure) as unsure:
        read("+44 7912 654321 or +49 151 23456789")
    assert unsure.value.reason == "multiple_values"
    assert [read(option.text).e164 for option in unsure.value.options] == ["+447912654321", "+4915123456789"]


def test_one_number_written_twice_is_one_number():
    assert read("+44 7912 654321 (07912 654321)").e164 == "+447912654321"


@pytest.mark.parametrize("region", REGIONS)
def test_the_example_of_every_region_reads_back_to_itself(region):
    """C18: no example passes for a card number either."""
    shown = example(region)
    e164 = read(shown).e164
    assert read(e164).e164 == e164
    assert read(spoken(e164)).e164 == e164
    assert read(f"00{e164[1:]}").e164 == e164
    assert find_secret(f"00{e164[1:]}") is None
    assert find_secret(shown) is None


def test_the_region_is_that_of_the_numbering_plan():
    assert region_of("+447912654321") == "GB"
    assert region_of("+77710009998") == "KZ"


def test_a_region_without_mobiles_has_no_example():
    assert example("ZZ") is None


@pytest.mark.parametrize(
    ("text", "expected"), [("+44 7912 654321", True), ("07912 654321", True), ("S21", False), ("12 Rose St", False)]
)
def test_what_was_meant_as_a_number_looks_like_one(text, expected):
    assert looks_like_phone(text) is expected


def test_nothing_of_the_number_is_printed():
    assert "7912" not in repr(read("+44 7912 654321"))


@given(st.text(max_size=200) | st.text("0123456789+-() x.,\n", max_size=60))
def test_any_text_gets_a_verdict(text):
    with suppress(Refused, Unsure):
        assert isinstance(read(text), Phone)
