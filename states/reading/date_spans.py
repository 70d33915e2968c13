"""Dates wherever they stand in a message, in whatever order and language."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from itertools import islice
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from states.reading import date_words
from states.reading.currencies import money_ahead
from states.reading.lexicon import Word, listed, phrases_of, words_of
from states.reading.months import month_number, months
from states.reading.normalise import fold
from states.reading.spans import masked

Problem = Literal["invalid_date", "imprecise_date"]

_MOST = 100
"""Dates of one kind that are looked for, at most: nobody tells more."""
_AROUND = 40
"""How far from a month's name its day and year may stand, in characters."""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in a text, or what is short of one."""

    start: int
    end: int
    readings: tuple[date, ...] = ()
    """One date; two where day and month could change places, day first; none where there is a problem."""
    problem: Problem | None = None

    def __repr__(self) -> str:
        return "DateSpan()"


@dataclass(frozen=True, slots=True)
class _Reading:
    """What all ways of writing a date need to know."""

    now: datetime
    locale: str | None
    last_year: int
    """The latest year that two digits may stand for."""
    words: Sequence[Word]
    """The words of the text, less those of dates that were found already."""

    def year(self, digits: str) -> int:
        if len(digits) != 2:
            return int(digits)
        century = self.last_year - self.last_year % 100
        year = century + int(digits)
        return year if year <= self.last_year else year - 100


def find_dates(text: str, *, now: datetime, locale: str | None, last_year: int | None = None) -> list[DateSpan]:
    """All dates of a normalised text, in order, none overlapping; what is short of a date comes with its problem.

    `last_year` is the latest year that two digits may stand for; twenty years from now if it is not given.
    """
    canvas = fold(text)
    reading = _Reading(now, locale, last_year or now.year + 20, words_of(canvas))
    found: list[DateSpan] = []
    for one_pass in (_year_first, _numeric, _run_together, _named, _roman, _misspelt, _near, _relative, _weekday):
        spans = list(_apart(_with_weekday(canvas, span) for span in one_pass(canvas, reading)))
        if spans:
            canvas = masked(canvas, spans)
            reading = replace(reading, words=words_of(canvas))
            found += spans
    found += _short_of_a_date(canvas, reading)
    return sorted(found, key=lambda span: span.start)


def _apart(spans: Iterable[DateSpan]) -> Iterator[DateSpan]:
    """The spans in order, none reaching into the one before."""
    at = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.end > at:
            yield span if span.start >= at else replace(span, start=at)
            at = span.end


def day_first(locale: str | None) -> bool | None:
    """Whether 3/4 is the third of April for people of this locale; None where it may be either.

    >>> day_first("en-GB"), day_first("en-US"), day_first("en"), day_first("de"), day_first(None)
    (True, False, None, True, None)
    """
    language, _, region = (locale or "").replace("_", "-").lower().partition("-")
    if not language or language == "und":
        return None
    if language != "en":
        return True
    return {"us": False, "ph": False, "": None, "ca": None, "001": None}.get(region, True)


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _span(match: re.Match[str], *readings: date | None) -> DateSpan:
    """A date where the match is, or an impossible one."""
    dates = tuple(dict.fromkeys(filter(None, readings)))
    return DateSpan(match.start(), match.end(), dates, None if dates else "invalid_date")


def _either_order(match: re.Match[str], year: int, first: int, second: int, locale: str | None) -> DateSpan:
    """The date of two numbers and a year, by the customer's habit where both orders are possible."""
    usual = day_first(locale)
    dates = tuple(filter(None, (_on(year, second, first), _on(year, first, second))))
    if usual is not None and len(dates) > 1:
        return _span(match, dates[0 if usual else 1])
    return _span(match, *dates)


# --- numbers only --------------------------------------------------------------------------------------------------

_YEAR_FIRST = re.compile(
    r"(?<!\d)(?<!\d[.,/])(?P<year>\d{4})(?:(?P<mark>\s?[-/.]\s?)(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"|\s?[年년]\s?(?P<month_cjk>\d{1,2})\s?[月월]\s?(?P<day_cjk>\d{1,2})\s?[日일號号]?"
    r"|\s(?P<month_spaced>\d{2})\s(?P<day_spaced>\d{2})(?![.,]?\d))(?!\d)",
)
_NUMERIC = re.compile(
    r"(?<!\d)(?<!\d[.,/:])(?P<first>\d{1,2})(?P<mark>\s?[-/.]\s?|\s|,)(?P<second>\d{1,2})(?P<mark2>\s?[-/.]\s?|\s|,\s?)"
    r"(?P<year>\d{4}|'?\d{2})(?!\d)(?![./-]\d)",
)
_VIETNAMESE = re.compile(
    r"(?:ngay\s)?(?<!\d)(?P<first>\d{1,2})\sthang\s(?P<second>\d{1,2})(?:,?\snam|,)?\s(?P<year>\d{4})(?!\d)",
)
_EIGHT_DIGITS = re.compile(r"(?<![\w.,#])(?<![\w][-/])\d{8}(?!\w|[.,]\d|[-/]\w)")
_TWO_DIGIT_YEAR_FIRST = 31


def _year_first(text: str, _reading: _Reading) -> Iterator[DateSpan]:
    for match in _YEAR_FIRST.finditer(text):
        month = match["month"] or match["month_cjk"] or match["month_spaced"]
        day = match["day"] or match["day_cjk"] or match["day_spaced"]
        span = _span(match, _on(int(match["year"]), int(month), int(day)))
        if span.readings or not match["month_spaced"]:
            yield span


def _numeric(text: str, reading: _Reading) -> Iterator[DateSpan]:
    for match in _NUMERIC.finditer(text):
        if _is_date_shaped(match) and not _is_amount(text, match):
            yield _numeric_span(match, reading)
    for match in _VIETNAMESE.finditer(text):
        yield _span(match, _on(int(match["year"]), int(match["second"]), int(match["first"])))


def _numeric_span(match: re.Match[str], reading: _Reading) -> DateSpan:
    first, second, year = int(match["first"]), int(match["second"]), match["year"].lstrip("'")
    if first > _TWO_DIGIT_YEAR_FIRST and len(year) == 2:
        return _span(match, _on(reading.year(match["first"]), second, int(year)))
    return _either_order(match, reading.year(year), first, second, reading.locale)


def _is_date_shaped(match: re.Match[str]) -> bool:
    """Whether the marks between the numbers are those of a date and not of amounts in a row."""
    mark, mark2 = match["mark"].strip(), match["mark2"].strip()
    whole_days = len(match["first"]) == len(match["second"]) == 2
    four_digits = len(match["year"]) == 4
    if mark in {"", ","} or mark2 in {"", ","}:
        return four_digits and ((mark == mark2 and whole_days) or mark == "/")
    return mark == mark2 if not four_digits else not (mark == "." and mark2 == "-")


def _is_amount(text: str, match: re.Match[str]) -> bool:
    return len(match["year"]) == 2 and match["mark"] == "." and money_ahead(text, match.end())


def _run_together(text: str, reading: _Reading) -> Iterator[DateSpan]:
    for match in _EIGHT_DIGITS.finditer(text):
        digits = match.group()
        year_first = _on(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        if money_ahead(text, match.end()):
            continue
        if digits[:2] in {"19", "20"} and year_first:
            yield _span(match, year_first)
        elif digits[4:6] in {"19", "20"}:
            span = _either_order(match, int(digits[4:]), int(digits[:2]), int(digits[2:4]), reading.locale)
            if span.readings:
                yield span


# --- names of months -----------------------------------------------------------------------------------------------

_SUFFIX = (
    r"(?:\s?(?:st|nd|rd|th|th\.)|t|ro|er|re|ere|eme|ieme|do|mo|to|o|a|e|de|ste|te|ten|ter|tes|:?[aen]|\.|"
    r"-?(?:го|ого|е|ое|те|ти|й|а|я)|nci|inci|uncu|d)?(?![^\W\d_])"
)
_BEFORE_MONTH = r"[\s.,/\-']*(?:(?:day of|of the|of|de|del|d|di|do|da|den|der|des|the|el|lui|month of)\b[\s'.]*)?"
_BEFORE_YEAR = (
    r"[\s.,/\-(]*(?:(?:of the year|del ano|do ano|de l'an|dell'anno|des jahres"
    r"|of|de|del|di|do|en|in|the year|year|anno|ano|annee|yil|roku|года?|року|от)\s)?"
    r"(?:\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?(?:\s(?:utc|gmt|[a-z]{3,4}))?,?\s)?"
)
_YEAR_TAIL = r"(?:\s?(?:гг|г|года|год|году|р|рік|року|році)\b\.?)?"
_NOT_A_NUMBER_YET = r"(?!\d)(?!:\d)(?![.,](?!\d{4}(?!\d))\d)"


@cache
def _ordinal_words() -> str:
    words = sorted(date_words.ordinals(), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]?") for word in words)


@cache
def _day_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<!\d)(?<!\d[.,:])(?P<day>\d{{1,2}}){_SUFFIX}|\b(?P<word>{_ordinal_words()})){_BEFORE_MONTH}\Z",
    )


@cache
def _day_after() -> re.Pattern[str]:
    return re.compile(
        rf"[\s.,/\-]*(?:the\s)?(?:(?P<day>\d{{1,2}})(?!\d){_SUFFIX}(?![^\W_]){_NOT_A_NUMBER_YET}"
        rf"|(?P<word>{_ordinal_words()})\b)",
    )


_OR = r"(?:-|/|\b(?:or|to|и|или|або|чи|o|ou|oder|bis|lub|veya|au|al)\b)"
_BETWEEN = r"(?:between|entre|zwischen|tra|miedzy|между|між)"
_RANGE_BEFORE = re.compile(
    rf"(?:(?<!\d)(?<!\d[.,:])\d{{1,2}}{_SUFFIX}\s?{_OR}|\b{_BETWEEN}\s\d{{1,2}}{_SUFFIX}\s\w{{1,3}})"
    rf"\s?\d{{1,2}}{_SUFFIX}{_BEFORE_MONTH}\Z",
)
_RANGE_AFTER = re.compile(rf"[\s.,]*\d{{1,2}}{_SUFFIX}\s?(?:-|/|\bor\b|\bto\b)\s?\d{{1,2}}{_SUFFIX},?\s\d{{4}}(?!\d)")
_YEAR_AFTER = re.compile(
    rf"{_BEFORE_YEAR}(?P<year>20[1-3]\d(?!\d|\.\d)|\d{{4}}{_NOT_A_NUMBER_YET}){_YEAR_TAIL}",
)
_SHORT_YEAR_AFTER = re.compile(rf"{_BEFORE_YEAR}(?P<year>'?\d{{2}}){_NOT_A_NUMBER_YET}(?![^\W\d_]){_YEAR_TAIL}")
_MARKED_SHORT_YEAR = re.compile(r"(?:\s?'|,\s?'?|[-/.]|\sof\s'?)(?P<year>\d{2})(?![\w:%])(?![.,]\d)")
_YEAR_BEFORE = re.compile(
    r"(?<!\d)(?<!\d[.,])(?P<year>\d{4})\.?\s?(?:m|г|р|gada|ko|жылғы|жылгы|жылы|nin|년|年)?[\s.,/\-]*\Z",
)
_PLAUSIBLE_YEARS = range(1800, 2200)


def _named(text: str, reading: _Reading) -> Iterator[DateSpan]:
    """Dates that name their month: 9 May 2024, May 9th '24, 2024 May 9, 9 de mayo de 2024, 18NOV2020."""
    at = 0
    for word in _named_months(reading):
        span = _around_month(text, word, at, reading) if word.start >= at else None
        if span:
            at = span.end
            yield span


def _named_months(reading: _Reading) -> Iterator[Word]:
    return islice((word for word in reading.words if month_number(word.text, reading.locale)), _MOST)


def _around_month(text: str, word: Word, at: int, reading: _Reading) -> DateSpan | None:
    """The date whose month the word is, if its day and year stand around it; nothing before `at` belongs to it."""
    month = month_number(word.text, reading.locale) or 0
    before = text[max(at, word.start - _AROUND) : word.start]
    offset = word.start - len(before)
    word = _with_translation(text, word, month, reading.locale)
    after = text[word.end : word.end + _AROUND]
    for attempt in (_month_day_year, _day_month_year, _year_month_day):
        parts = attempt(before, after)
        if parts:
            start, end, year, day = parts
            bounds = offset + start, word.end + end
            if several := _range(before, after, start):
                return DateSpan(offset + several[0], word.end + max(end, several[1]), problem="imprecise_date")
            if money_ahead(text, bounds[1]) and end and len(year) == 2:
                continue
            found = _on(reading.year(year), month, day)
            return DateSpan(*bounds, (found,) if found else (), None if found else "invalid_date")
    return None


_TRANSLATION = re.compile(r"\s?/\s?(?P<month>[^\W\d_]+)\b")


def _with_translation(text: str, word: Word, month: int, locale: str | None) -> Word:
    """The month's name with its second language, as passports print it: MAR/MARS."""
    twin = _TRANSLATION.match(text, word.end)
    return word._replace(end=twin.end()) if twin and month_number(twin["month"], locale) == month else word


_Parts = tuple[int, int, str, int]
"""Where the date starts in the text before the month, where it ends in the text after it, its year and its day."""


def _day(match: re.Match[str]) -> int:
    return int(match["day"]) if match["day"] else date_words.ordinals()[match["word"].replace("-", " ")]


def _month_day_year(before: str, after: str) -> _Parts | None:
    day = _day_after().match(after)
    if not day:
        return None
    year = _YEAR_AFTER.match(after, day.end())
    if not year and not _day_before().search(before):
        year = _MARKED_SHORT_YEAR.match(after, day.end())
    if not year or (len(year["year"]) == 4 and int(year["year"]) not in _PLAUSIBLE_YEARS):
        return None
    return len(before), year.end(), year["year"], _day(day)


def _day_month_year(before: str, after: str) -> _Parts | None:
    day = _day_before().search(before)
    if not day:
        return None
    year = _YEAR_AFTER.match(after)
    if year and int(year["year"]) in _PLAUSIBLE_YEARS:
        return day.start(), year.end(), year["year"], _day(day)
    leading = _YEAR_BEFORE.search(before[: day.start()])
    if leading:
        return leading.start(), 0, leading["year"], _day(day)
    short = _SHORT_YEAR_AFTER.match(after)
    return (day.start(), short.end(), short["year"].lstrip("'"), _day(day)) if short else None


def _year_month_day(before: str, after: str) -> _Parts | None:
    year = _YEAR_BEFORE.search(before)
    day = _day_after().match(after)
    if not year or not day or int(year["year"]) not in _PLAUSIBLE_YEARS:
        return None
    return year.start(), day.end(), year["year"], _day(day)


def _range(before: str, after: str, start: int) -> tuple[int, int] | None:
    """Where it starts before the month and ends after it if several days are named: 5-7 May, 5 or 6 May, May 5-7."""
    if start < len(before):
        earlier = _RANGE_BEFORE.search(before)
        return (earlier.start(), 0) if earlier else None
    later = _RANGE_AFTER.match(after)
    return (start, later.end()) if later else None


_MISSPELT = re.compile(
    rf"(?<!\d)(?<!\d[.,:])(?:(?P<day>\d{{1,2}}){_SUFFIX}[\s.,/\-]*(?:(?:of|de)\s)?(?P<month>[^\W\d_]{{5,12}})[\s.,/\-]*"
    rf"(?:(?:of|de|del)\s)?(?P<year>\d{{4}})"
    rf"|(?P<month2>(?<![^\W\d_])[^\W\d_]{{5,12}})\s(?P<day2>\d{{1,2}}){_SUFFIX},?\s(?P<year2>\d{{4}}))(?!\d)(?![.,]\d)",
)
_ROMAN = re.compile(
    r"(?<!\d)(?<!\d[.,:])(?P<day>\d{1,2})(?P<mark>[\s./-])\s?(?P<month>x?i{1,3}|x?i?[vx]|vi{1,3})(?P=mark)\s?"
    r"(?P<year>\d{4})(?!\d|[.,]\d)",
)
_ROMAN_MONTHS = {name: number for number, name in enumerate(listed("i ii iii iv v vi vii viii ix x xi xii"), 1)}
_LEAST_ALIKE = 5


@cache
def _long_month_names() -> tuple[str, ...]:
    return tuple(name for name in months() if len(name) >= _LEAST_ALIKE)


def _roman(text: str, _reading: _Reading) -> Iterator[DateSpan]:
    """Dates whose month is a Roman number: 12.XII.2024."""
    for match in _ROMAN.finditer(text):
        month = _ROMAN_MONTHS.get(match["month"])
        if month:
            yield _span(match, _on(int(match["year"]), month, int(match["day"])))


def _misspelt(text: str, _reading: _Reading) -> Iterator[DateSpan]:
    """Dates whose month is one slip away from a known name: 9 Febuary 2024."""
    for match in islice(_MISSPELT.finditer(text), _MOST):
        month = _month_one_slip_away(match["month"] or match["month2"])
        if month:
            year, day = int(match["year"] or match["year2"]), int(match["day"] or match["day2"])
            yield _span(match, _on(year, month, day))


def _month_one_slip_away(word: str) -> int | None:
    near = process.extract(word, _long_month_names(), scorer=OSA.distance, score_cutoff=1 + (len(word) > 7), limit=None)
    closest = {months()[name] for name, distance, _ in near if distance == near[0][1]}
    return closest.pop() if len(closest) == 1 else None


# --- this month and last, this year and last -----------------------------------------------------------------------

_OF = r"[\s.,]*(?:(?:of|de|del|du|di|do|da|des|dell'|de l'|d'|el|il|le|la|l'|van|the|in|en|no|av|din)\s?){0,3}\Z"
_DAY_OF = re.compile(rf"(?<!\d)(?<!\d[.,:/])(?P<day>\d{{1,2}}){_SUFFIX}{_OF}")
_NUMBERS_OF = re.compile(rf"(?<!\d)(?<!\d[.,:/])(?P<first>\d{{1,2}})[./](?P<second>\d{{1,2}})\.?{_OF}")
_MONTH_OF = re.compile(
    rf"(?:(?<!\d)(?P<day>\d{{1,2}}){_SUFFIX}{_BEFORE_MONTH})?(?<![^\W\d_])(?P<month>[^\W\d_]+)\.?"
    rf"(?:\s(?P<day2>\d{{1,2}}){_SUFFIX})?{_OF}"
)


def _near(text: str, reading: _Reading) -> Iterator[DateSpan]:
    """Days of this month or the last, of this year or the last: the 14th of this month, 5 March last year."""
    for start, end, distance in islice(date_words.months_from_this().hits(text, reading.words), _MOST):
        if day := _DAY_OF.search(text, max(0, start - _AROUND), start):
            months = reading.now.year * 12 + reading.now.month - 1 + distance
            found = _on(months // 12, months % 12 + 1, int(day["day"]))
            yield DateSpan(day.start(), end, (found,) if found else (), None if found else "invalid_date")
    for start, end, distance in islice(date_words.years_from_this().hits(text, reading.words), _MOST):
        if span := _in_year(text, start, reading.now.year + distance, reading.locale):
            yield replace(span, end=end)


def _in_year(text: str, end: int, year: int, locale: str | None) -> DateSpan | None:
    """The day and month that stand before a place in the text, in that year."""
    begin = max(0, end - _AROUND)
    if numbers := _NUMBERS_OF.search(text, begin, end):
        return _either_order(numbers, year, int(numbers["first"]), int(numbers["second"]), locale)
    named = _MONTH_OF.search(text, begin, end)
    month = month_number(named["month"], locale) if named else None
    day = named and (named["day"] or named["day2"])
    return _span(named, _on(year, month, int(day))) if named and month and day else None


# --- days counted from today ---------------------------------------------------------------------------------------


def _any_of(page: str) -> str:
    phrases = sorted({fold(phrase) for phrase in phrases_of(page)}, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"[\s'-]") for phrase in phrases)


@cache
def _counting() -> dict[str, re.Pattern[str]]:
    """Patterns for the words on either side of "3 days" and of "friday"."""
    before = {
        "ago": date_words.AGO_BEFORE,
        "ahead": date_words.AHEAD_BEFORE,
        "last": date_words.LAST,
        "next": date_words.NEXT,
        "on": date_words.ON,
        "hedge": date_words.HEDGES,
    }
    after = {
        "ago": date_words.AGO_AFTER,
        "ahead": date_words.AHEAD_AFTER,
        "last": date_words.LAST,
        "next": date_words.NEXT,
    }
    return {
        f"{name} before": re.compile(rf"(?:(?<![^\W_])(?:{_any_of(page)})|~)\s?\Z") for name, page in before.items()
    } | {f"{name} after": re.compile(rf"\s?(?:{_any_of(page)})(?![^\W\d_])") for name, page in after.items()}


_COUNT = re.compile(r"(?:(?<![\d.,])(?P<digits>\d{1,3})|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)(?:\sof|\sde)?)[\s-]?\Z")


def _relative(text: str, reading: _Reading) -> Iterator[DateSpan]:
    """Days told from today: yesterday, 3 days ago, vor 2 Wochen."""
    for start, end, distance in islice(date_words.days_from_today().hits(text, reading.words), _MOST):
        yield DateSpan(start, end, (reading.now.date() + timedelta(days=distance),))
    for start, end, unit in islice(date_words.units().hits(text, reading.words), _MOST):
        span = _counted(text, start, end, unit, reading)
        if span:
            yield span


def _counted(text: str, start: int, end: int, unit: date_words.Unit, reading: _Reading) -> DateSpan | None:
    """The day that a number of days or weeks leads to; imprecise for months, years and numbers not told."""
    before = text[max(0, start - _AROUND) : start]
    count = _COUNT.search(before)
    number = _number(count)
    begin = count.start() if count and number is not None else len(before)
    direction, first, last = _direction(before[:begin], text[end : end + _AROUND])
    if not direction:
        return None
    bounds = start - len(before) + first, end + last
    hedged = _counting()["hedge before"].search(before[:begin]) or _counting()["hedge before"].search(before[:first])
    if unit in {"month", "year"} or hedged or number == 0:
        return DateSpan(*bounds, problem="imprecise_date")
    return DateSpan(*bounds, (_moved(reading.now, unit, direction * (number or 1)),))


def _number(count: re.Match[str] | None) -> int | None:
    """How many; 0 for "a few", None where no number stands."""
    if not count:
        return None
    if count["digits"]:
        return int(count["digits"])
    return 0 if count["word"] in date_words.few() else date_words.small_numbers().get(count["word"])


def _direction(before: str, after: str) -> tuple[int, int, int]:
    """-1 for ago, 1 for ahead, 0 for neither; then where the phrase starts before the count and ends after the unit."""
    patterns = _counting()
    for name, sign in (("ago", -1), ("ahead", 1)):
        if tail := patterns[f"{name} after"].match(after):
            return sign, len(before), tail.end()
        if head := patterns[f"{name} before"].search(before):
            return sign, head.start(), 0
    return 0, len(before), 0


def _moved(now: datetime, unit: date_words.Unit, count: int) -> date:
    step = {"hour": timedelta(hours=1), "day": timedelta(days=1)}.get(unit, timedelta(weeks=1))
    return (now + count * step).date()


def _weekday(text: str, reading: _Reading) -> Iterator[DateSpan]:
    """The nearest such day before or after today: last friday, le lundi dernier, next tuesday, on monday."""
    today = reading.now.date()
    for start, end, weekday in islice(date_words.weekday_names().hits(text, reading.words), _MOST):
        if end - start <= _LONGEST_SHORT_WEEKDAY:
            continue
        before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        since = (today.weekday() - weekday) % 7
        for name, day in (
            ("last", today - timedelta(days=since or 7)),
            ("next", today + timedelta(days=7 - since)),
            ("on", today - timedelta(days=since)),
        ):
            if bounds := _stands_by(name, before, after):
                yield DateSpan(start - len(before) + bounds[0], end + bounds[1], (day,))
                break


def _stands_by(name: str, before: str, after: str) -> tuple[int, int] | None:
    """Where the phrase starts before a weekday and ends after it, if such a word is at its side."""
    patterns = _counting()
    if head := patterns[f"{name} before"].search(before):
        return head.start(), 0
    tail = patterns[f"{name} after"].match(after) if f"{name} after" in patterns else None
    return (len(before), tail.end()) if tail else None


_LONGEST_SHORT_WEEKDAY = 3
_WORD_BEFORE = re.compile(r"(?P<name>[^\W\d_]+(?:'[^\W\d_]+)?)[\s.,(]{0,3}(?:the\s)?\Z")
_WORD_AFTER = re.compile(r"[\s.,]{0,2}\(?(?P<name>[^\W\d_]{2,})\b\.?\)?")
_NUMBER_BEFORE = re.compile(r"\d\s?\Z")


def _with_weekday(text: str, span: DateSpan) -> DateSpan:
    """The span with the weekday at its side taken in, which may also settle which of two readings is meant."""
    before = _WORD_BEFORE.search(text, max(0, span.start - 20), span.start)
    names = date_words.weekday_names()
    weekday = names.meaning(before["name"]) if before else None
    if before and weekday is not None and not _NUMBER_BEFORE.search(text, max(0, before.start() - 2), before.start()):
        return DateSpan(before.start(), span.end, _on_weekday(span.readings, weekday), span.problem)
    after = _WORD_AFTER.match(text, span.end, span.end + 20)
    weekday = names.meaning(after["name"]) if after and len(after["name"]) > 2 else None
    if after and weekday is not None and not money_ahead(text, span.end):
        return DateSpan(span.start, after.end(), _on_weekday(span.readings, weekday), span.problem)
    return span


def _on_weekday(readings: tuple[date, ...], weekday: int) -> tuple[date, ...]:
    return tuple(reading for reading in readings if reading.weekday() == weekday)[:1] or readings


# --- what is short of a date ---------------------------------------------------------------------------------------

_YEAR_ALONE = re.compile(r"(?<![\d.,/#:])(?<![^\W_])(?P<year>(?:19|20)\d{2})(?!\d|[.,]\d)")
_MONTH_AND_YEAR = re.compile(
    r"(?<![\d.,/-])(?:\d{1,2}\s?[-/.]\s?(?:19|20)\d{2}|(?:19|20)\d{2}\s?[-/]\s?\d{1,2})(?![\d.,/-])"
)
_DAY_AND_MONTH = re.compile(r"(?<![\d.,/-])\d{1,2}/\d{1,2}(?![\d.,/-])")
_AGE = re.compile(r"(?<![\d.,])\d{1,3}\s?\Z")


def _short_of_a_date(text: str, reading: _Reading) -> Iterator[DateSpan]:
    """Months, years, seasons and ages: times that leave the day open."""
    yield from _apart([*_numbers_short_of_a_date(text), *_words_short_of_a_date(text, reading)])


def _numbers_short_of_a_date(text: str) -> Iterator[DateSpan]:
    for pattern in (_MONTH_AND_YEAR, _DAY_AND_MONTH, _YEAR_ALONE):
        for match in pattern.finditer(text):
            if not money_ahead(text, match.end()):
                yield DateSpan(*match.span(), problem="imprecise_date")


def _words_short_of_a_date(text: str, reading: _Reading) -> Iterator[DateSpan]:
    for start, end, _ in date_words.vague().hits(text, reading.words):
        yield DateSpan(start, end, problem="imprecise_date")
    for start, end, _ in islice(date_words.units().hits(text, reading.words), _MOST):
        count = _AGE.search(text, max(0, start - 4), start)
        if count:
            yield DateSpan(count.start(), end, problem="imprecise_date")
    for word in _named_months(reading):
        yield from _month_without_day_or_year(text, word)


def _month_without_day_or_year(text: str, word: Word) -> Iterator[DateSpan]:
    before = text[max(0, word.start - _AROUND) : word.start]
    offset = word.start - len(before)
    day, leading = _day_before().search(before), _YEAR_BEFORE.search(before)
    year = _YEAR_AFTER.match(text, word.end, word.end + _AROUND)
    day_after = _day_after().match(text, word.end, word.end + _AROUND)
    if year and int(year["year"]) in _PLAUSIBLE_YEARS:
        yield DateSpan(word.start, year.end(), problem="imprecise_date")
    elif day:
        yield DateSpan(offset + day.start(), word.end, problem="imprecise_date")
    elif leading:
        yield DateSpan(offset + leading.start(), word.end, problem="imprecise_date")
    elif day_after and not money_ahead(text, day_after.end()):
        yield DateSpan(word.start, day_after.end(), problem="imprecise_date")
