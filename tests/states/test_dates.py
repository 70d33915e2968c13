from calendar import isleap
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from time import process_time

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from states.reading.date_spans import find_dates
from states.reading.dates import read_birth_date, read_date, read_expiry_date, read_issue_date, written
from states.reading.lexicon import listed
from states.reading.normalise import fold, normalise
from states.reading.times import find_times
from states.verdicts import Refused, Unsure

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = NOW.date()
LANGUAGES = listed(
    "en es de fr pt it pl tr ru uk nl sv da nb fi cs sk ro hu el hr sl sr bg lt lv et ar he hi id ms ca az be sq is gl"
)


def read(text: str, locale: str | None = None) -> date:
    return read_date(normalise(text), now=NOW, locale=locale)


def reason(text: str, locale: str | None = None) -> str:
    with pytest.raises((Refused, Unsure)) as refused:
        read(text, locale)
    return refused.value.reason


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_dates_of_every_language_are_read(language: str) -> None:
    """C25: as the language itself writes them, every month of the year."""
    for month in range(1, 13):
        day = date(2024, month, 23)
        told = format_date(day, "d MMMM y", locale=language)
        assert read(told, language) == day, told


@pytest.mark.parametrize("language", listed("en es de fr pt it pl tr ru uk nl sv nb fi cs sk ro hu el sl lt id"))
def test_short_names_of_months_are_read_too(language: str) -> None:
    """C25"""
    for month, name in Locale.parse(language).months["format"]["abbreviated"].items():
        assert read(f"23 {name} 2024", language) == date(2024, month, 23), name


@pytest.mark.parametrize(
    "text",
    [
        "9 May 2024", "May 9, 2024", "9th of may '24", "2024 May 9", "2024, 9 May", "9-May-24", "09MAY2024",
        "9/May/2024",
        "2024-05-09", "2024/05/09", "2024.05.09", "20240509", "2024-05-09T14:30:00Z", "Thu May 9 14:30:00 2024",
        "9 de mayo del 2024", "ninth of May 2024", "May the 9th 2024", "9.V.2024", "Thursday, 9 May 2024",
        "9 May, 2024 (Thu)",
        "2024年5月9日", "2024년 5월 9일", "ngày 9 tháng 5 năm 2024", "09 MAY/MAI 2024",
    ],
)  # fmt: skip
def test_a_date_is_read_in_any_order(text: str) -> None:
    """C25"""
    assert read(text) == date(2024, 5, 9)


@pytest.mark.parametrize(
    ("locale", "day"),
    [("en-GB", 3), ("en-US", 4), ("en-IN", 3), ("de", 3), ("uk", 3), ("es-MX", 3), ("en_US", 4)],
)
def test_the_customers_habit_settles_day_and_month(locale: str, day: int) -> None:
    """C25"""
    assert read("03/04/2024", locale) == date(2024, 7 - day, day)


@pytest.mark.parametrize("locale", [None, "en", "und"])
@pytest.mark.parametrize("text", ["03/04/2024", "3.4.2024", "3-4-24", "03042024", "it was 03 / 04 / 2024"])
def test_an_open_date_is_asked_with_both_readings(text: str, locale: str | None) -> None:
    """C25: 03/04/2024 asks which."""
    with pytest.raises(Unsure) as unsure:
        read(text, locale)
    assert unsure.value.reason == "ambiguous_date"
    assert [read(option.text) for option in unsure.value.options] == [date(2024, 4, 3), date(2024, 3, 4)]


@pytest.mark.parametrize(
    ("text", "day"),
    [("05/05/2023", date(2023, 5, 5)), ("22/03/2024", date(2024, 3, 22)), ("03/22/2024", date(2024, 3, 22))],
)
def test_numbers_that_allow_one_reading_are_not_asked_about(text: str, day: date) -> None:
    """C25"""
    assert read(text) == day


def test_a_weekday_settles_an_open_date() -> None:
    assert read("Friday 06/09/2024") == date(2024, 9, 6)


def test_the_same_date_told_twice_settles_itself() -> None:
    assert read("03/04/2024 (3 April 2024)") == date(2024, 4, 3)


@pytest.mark.parametrize(
    "text", ["31 April 2024", "30/02/2024", "2023-13-05", "29 Feb 2023", "32 May 2024", "0 May 2024"]
)
def test_a_day_that_never_was_is_told_apart(text: str) -> None:
    """C25: 31 Feb must be a real date."""
    assert reason(text) == "invalid_date"


@pytest.mark.parametrize(
    "text",
    ["March 2019", "2019", "03/2019", "22 March", "last year", "5 years ago", "about 3 days ago", "a few days ago",
     "5-7 May 2024", "5 or 6 May 2024", "summer 2021", "between 3 and 5 May 2024"],
)  # fmt: skip
def test_a_month_or_a_year_or_a_guess_is_not_a_date(text: str) -> None:
    assert reason(text) == "imprecise_date"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("today", 0), ("yesterday", 1), ("3 days ago", 3), ("hace 3 días", 3), ("vor 2 Wochen", 14),
        ("il y a 3 jours", 3),
        ("позавчера", 2), ("dün", 1), ("тиждень тому", 7), ("last friday", 1), ("viernes pasado", 1), ("2 gün önce", 2),
        ("anteontem", 2), ("przedwczoraj", 2), ("för 4 dagar sedan", 4), ("昨天", 1),
    ],
)  # fmt: skip
def test_days_are_counted_from_the_moment_of_the_message(text: str, days: int) -> None:
    """C25"""
    assert read(text) == TODAY - timedelta(days=days)


def test_two_dates_are_too_many() -> None:
    assert reason("5 May 2024 and 7 May 2024") == "multiple_values"


def test_a_field_takes_the_date_that_is_told_about_it() -> None:
    text = "issued 13 March 2021, valid until 12 March 2031"
    assert read_issue_date(text, now=NOW, locale=None) == date(2021, 3, 13)
    assert read_expiry_date(text, now=NOW, locale=None) == date(2031, 3, 12)


@pytest.mark.parametrize(
    ("days", "outcome"),
    [(0, None), (-1, "future_date"), (1, None)],
)
def test_a_document_is_not_issued_in_the_future(days: int, outcome: str | None) -> None:
    """C25: the future must be in the past."""
    day = TODAY - timedelta(days=days)
    if outcome is None:
        assert read_issue_date(written(day), now=NOW, locale=None) == day
        return
    with pytest.raises(Refused, match=outcome):
        read_issue_date(written(day), now=NOW, locale=None)


def test_ten_years_to_the_day_are_not_too_many() -> None:
    assert read_issue_date("21 November 2016", now=NOW, locale=None) == date(2016, 11, 21)
    with pytest.raises(Refused) as refused:
        read_issue_date("20 November 2016", now=NOW, locale=None)
    assert (refused.value.reason, refused.value.facts["date"]) == ("issued_over_10_years_ago", date(2016, 11, 20))


def test_a_document_may_expire_today_but_not_yesterday() -> None:
    assert read_expiry_date("21 November 2026", now=NOW, locale=None) == TODAY
    with pytest.raises(Refused, match="expired"):
        read_expiry_date("20 November 2026", now=NOW, locale=None)


def test_an_adult_turns_eighteen_today() -> None:
    assert read_birth_date("21 November 2008", now=NOW, locale=None) == date(2008, 11, 21)
    with pytest.raises(Refused, match="underage"):
        read_birth_date("22 November 2008", now=NOW, locale=None)


def test_who_is_born_on_a_leap_day_comes_of_age_with_the_others() -> None:
    later = datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert read_birth_date("29 February 2008", now=later, locale=None) == date(2008, 2, 29)
    with pytest.raises(Refused, match="underage"):
        read_birth_date("29 February 2008", now=later - timedelta(days=2), locale=None)


def test_nobody_is_born_before_1900() -> None:
    with pytest.raises(Refused, match="implausible_date"):
        read_birth_date("20 June 1840", now=NOW, locale=None)


def test_two_digits_mean_the_century_of_the_question() -> None:
    assert read_birth_date("23.4.45", now=NOW, locale=None) == date(1945, 4, 23)
    assert read_expiry_date("23.4.45", now=NOW, locale=None) == date(2045, 4, 23)


def test_readings_that_are_all_refused_are_not_asked_about() -> None:
    with pytest.raises(Refused, match="expired"):
        read_expiry_date("03/04/2020", now=NOW, locale=None)


@pytest.mark.parametrize(
    ("text", "time", "offset"),
    [
        ("14:30", "14:30", None), ("2:30pm", "14:30", None), ("2.30 p.m. EST", "14:30", "-05:00"),
        ("14h30", "14:30", None),
        ("um 14.30 Uhr", "14:30", None), ("12 am", "00:00", None), ("noon", "12:00", None),
        ("1430 UTC", "14:30", "+00:00"),
        ("14:30 UTC+2, then", "14:30", "+02:00"), ("14:30 GMT-03:30", "14:30", "-03:30"),
        ("14:30:05+0200", "14:30", "+02:00"),
        ("14:30 мск", "14:30", "+03:00"),
    ],
)  # fmt: skip
def test_a_time_of_day_is_found_with_its_zone(text: str, time: str, offset: str | None) -> None:
    """C23: the time may be told, in any common way."""
    assert [(span.time, span.utc_offset) for span in find_times(fold(text))] == [(time, offset)]


@pytest.mark.parametrize("text", ["25:30", "13pm", "10.12", "at 14.30 EUR", "3 BTC"])
def test_what_is_no_time_is_not_taken_for_one(text: str) -> None:
    assert find_times(fold(text)) == []


@settings(deadline=None)
@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)), st.sampled_from([None, "en", "en-US", "de", "hr"]))
def test_a_date_as_we_write_it_reads_back_to_itself(day: date, locale: str | None) -> None:
    """C25"""
    assert read_date(written(day), now=NOW, locale=locale) == day


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_iso_dates_are_never_open(day: date) -> None:
    """C25"""
    assert read_date(day.isoformat(), now=NOW, locale=None) == day


@settings(deadline=None)
@given(st.integers(1900, 2199).filter(lambda year: not isleap(year)))
def test_there_is_no_29_february_in_common_years(year: int) -> None:
    assert reason(f"29 February {year}") == "invalid_date"


PIECES = st.sampled_from(
    listed("may 5 5th 2024 '24 / - . , of de last friday ago 3 days yesterday 31 02 2024-05-03 XII 日 年")
)


@settings(deadline=None)
@given(st.text() | st.lists(PIECES, max_size=20).map(" ".join) | st.lists(PIECES, max_size=20).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read(text)
    except (Refused, Unsure):
        return


@settings(deadline=None)
@given(st.lists(PIECES, max_size=20).map(" ".join))
def test_dates_found_do_not_overlap(text: str) -> None:
    spans = find_dates(text, now=NOW, locale=None)
    assert all(earlier.end <= later.start for earlier, later in pairwise(spans))


@pytest.mark.parametrize(
    "piece", ["may ", "5 may ", "1/2/", "3 days ago ", "2024 ", "first of ", "foobarx 12 2024 ", "1 "]
)
def test_no_message_takes_long(piece: str) -> None:
    for length, milliseconds in ((10_000, 50), (4096, 150)):
        started = process_time()
        with suppress(Refused, Unsure):
            read((piece * length)[:length])
        assert timedelta(seconds=process_time() - started) < timedelta(milliseconds=milliseconds)
