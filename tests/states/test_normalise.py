import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from states.reading.normalise import fold, in_small_letters, normalise
from states.reading.streets import LEAD_IN


@pytest.mark.parametrize(
    ("sent", "plain"),
    [
        ("٢٥٠ EUR", "250 EUR"),
        ("۱۴۰۳", "1403"),
        ("+44 7911 123456", "+44 7911 123456"),
        ("१२३", "123"),
        ("1️⃣2️⃣", "12"),
    ],
)
def test_digits_of_every_script_become_ascii(sent: str, plain: str) -> None:
    """C18: full-width and other digits are accepted."""
    assert normalise(sent) == plain


@pytest.mark.parametrize(
    ("sent", "plain"),
    [
        ("\u202a+380\u202c", "+380"),
        ("41\u200b11", "4111"),
        ("\ufeffhello", "hello"),
        ("a\u00adb", "ab"),
        ("\ud800x", "x"),
        ("\x00x\x07", "x"),
    ],
)
def test_invisible_marks_go(sent: str, plain: str) -> None:
    assert normalise(sent) == plain


def test_there_is_one_kind_of_space_and_one_kind_of_line_break() -> None:
    assert normalise(" 13\u00a0травня \t 2026\u202fр.\r\nA \u2028 B\r\rC ") == "13 травня 2026 р.\nA\nB\n\nC"


def test_quotes_apostrophes_and_dashes_are_of_one_kind() -> None:
    assert normalise("’24 ‘x’ “y” «z» can`t п’ять 1–2 −5") == "'24 'x' \"y\" \"z\" can't п'ять 1-2 -5"


def test_a_long_dash_stays_a_word_of_its_own() -> None:
    assert normalise("22 March 2019—2 BTC") == "22 March 2019 - 2 BTC"


def test_a_fraction_does_not_melt_into_the_number_before_it() -> None:
    assert normalise("12½ Main Street") == "12 1/2 Main Street"


def test_letters_keep_their_case_and_accents() -> None:
    assert normalise("Łódź, Größe, İstanbul, Київ") == "Łódź, Größe, İstanbul, Київ"


def test_folding_takes_case_and_accents_away() -> None:
    assert fold("ŁÓDŹ Größe İstanbul Київ أحمد ی") == "lodz große istanbul киів احمد ي"


def test_folding_leaves_syllable_scripts_whole() -> None:
    assert fold("입금 提现") == "입금 提现"


@settings(deadline=None)
@given(st.text())
def test_a_normalised_text_stays_as_it_is(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@settings(deadline=None)
@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    plain = normalise(text)
    assert len(fold(plain)) == len(plain)


CHARACTERS = "".join(map(chr, range(0xD800)))


@pytest.mark.parametrize("letter", sorted(set(filter(str.isalpha, LEAD_IN.pattern))))
def test_a_small_letter_stands_for_all_that_a_pattern_takes_for_it_in_either_case(letter: str) -> None:
    small = [
        character for character, small in zip(CHARACTERS, in_small_letters(CHARACTERS), strict=True) if small == letter
    ]
    assert small == re.findall(letter, CHARACTERS, re.IGNORECASE)


@pytest.mark.parametrize("kind", [r"\w", r"\d", r"\s"])
def test_small_letters_leave_words_numbers_and_spaces_where_they_are(kind: str) -> None:
    places = [match.start() for match in re.finditer(kind, CHARACTERS)]
    assert [match.start() for match in re.finditer(kind, in_small_letters(CHARACTERS))] == places
