"""Dates given as an answer: of any day, of a document, of a birth."""

import re
from collections.abc import Callable
from datetime import date, datetime

from states.policy import Policy
from states.reading.date_spans import DateSpan, find_dates
from states.reading.lexicon import listed
from states.reading.normalise import LONGEST_MESSAGE, fold
from states.reading.words import says_unknown
from states.verdicts import Option, Refused, Unsure

_MONTHS = listed("January February March April May June July August September October November December")
_EARLIEST_BIRTH_YEAR = 1900
_ADULT = Policy().adult_years
_DOCUMENT_YEARS = Policy().document_years
_LONGEST_VALIDITY = 60
"""Years; a document that lasts longer is a slip or another calendar."""

_ISSUE = re.compile(
    r"issu|date of issue|ausgestellt|ausstell|emis|emit|expedi|deliv|rilasc|wydan|veril|duzenl|выда|вида|afgegeven"
    r"|utfard|vydan",
)
_EXPIRY = re.compile(
    r"expir|valid|until|till|good|ablauf|gultig|bis |vence|vencim|caduc|valide|jusqu|scad|fino al|wazn|wazny|gecerli"
    r"|son kullanma|действ|дійсн|истека|закінч|до |geldig|giltig|gyldig|plat",
)
_BIRTH = re.compile(
    r"born|birth|dob|b-day|bday|geb|nacid|nacim|naci|nasc|nat[oa]|nee? |ne le|naiss|urodz|dogum|dogdu|рожд|родил|народ"
    r"|fodd|geboren|naroz",
)


def written(day: date) -> str:
    """The date as we write it back: no reader, human or ours, can take it for another.

    >>> written(date(2024, 4, 3))
    '3 April 2024'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def read_date(text: str, *, now: datetime, locale: str | None, last_year: int | None = None) -> date:
    """The one date of an answer.

    Raises Refused: `not_a_date`, `imprecise_date`, `invalid_date`, `multiple_values`, `no_answer`; Unsure:
    `ambiguous_date` with both readings.
    """
    return _one_date(text, now=now, locale=locale, last_year=last_year, about=None)


def read_issue_date(text: str, *, now: datetime, locale: str | None) -> date:
    """The day a document was issued. Raises, besides what `read_date` does, Refused: `future_date`,
    `issued_over_10_years_ago`.
    """
    today = now.date()

    def check(issued: date) -> None:
        if issued > today:
            raise Refused("future_date", date=issued)
        if issued < _years_before(today, _DOCUMENT_YEARS):
            raise Refused("issued_over_10_years_ago", date=issued)

    return _one_date(text, now=now, locale=locale, last_year=None, about=_ISSUE, check=check)


def read_expiry_date(text: str, *, now: datetime, locale: str | None) -> date:
    """The last day a document is valid. Raises, besides what `read_date` does, Refused: `expired`,
    `implausible_date`.
    """
    today = now.date()

    def check(expires: date) -> None:
        if expires < today:
            raise Refused("expired", date=expires)
        if expires.year > today.year + _LONGEST_VALIDITY:
            raise Refused("implausible_date", date=expires)

    return _one_date(text, now=now, locale=locale, last_year=2099, about=_EXPIRY, check=check)


def read_birth_date(text: str, *, now: datetime, locale: str | None) -> date:
    """The day a person was born. Raises, besides what `read_date` does, Refused: `future_date`, `underage`,
    `implausible_date`.
    """
    today = now.date()

    def check(born: date) -> None:
        if born > today:
            raise Refused("future_date", date=born)
        if born > _years_before(today, _ADULT):
            raise Refused("underage", date=born)
        if born.year < _EARLIEST_BIRTH_YEAR:
            raise Refused("implausible_date", date=born)

    return _one_date(text, now=now, locale=locale, last_year=today.year, about=_BIRTH, check=check)


def _years_before(day: date, years: int) -> date:
    """The same day so many years earlier; of a leap day, the day before the first of March."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _accept(_day: date) -> None:
    """Any date will do."""


def _one_date(
    text: str,
    *,
    now: datetime,
    locale: str | None,
    last_year: int | None,
    about: re.Pattern[str] | None,
    check: Callable[[date], None] = _accept,
) -> date:
    """The date that a message gives about a thing, once `check` has nothing against it."""
    if len(text) > LONGEST_MESSAGE:
        raise Refused("not_understood")
    spans = find_dates(text, now=now, locale=locale, last_year=last_year)
    span = _the_one(text, spans, about)
    if len(span.readings) == 1:
        check(span.readings[0])
        return span.readings[0]
    _refuse_if_no_reading_will_do(span, check)
    raise Unsure(
        "ambiguous_date",
        tuple(Option(written(day), written(day)) for day in span.readings),
        text=text[span.start : span.end],
    )


def _refuse_if_no_reading_will_do(span: DateSpan, check: Callable[[date], None]) -> None:
    refusals = []
    for day in span.readings:
        try:
            check(day)
        except Refused as refused:
            refusals.append(refused)
    if len(refusals) == len(span.readings) and len({refused.reason for refused in refusals}) == 1:
        raise refusals[0]


def _the_one(text: str, spans: list[DateSpan], about: re.Pattern[str] | None) -> DateSpan:
    every = [span for span in spans if span.readings]
    dates = _distinct(every)
    if len(dates) > 1 and about:
        dates = _distinct(_told_about(text, every, about))
    if len(dates) > 1:
        raise Refused("multiple_values")
    problems = [span for span in spans if span.problem == "invalid_date"]
    if problems:
        raise Refused("invalid_date", text=text[problems[0].start : problems[0].end])
    if dates:
        return dates[0]
    if spans:
        raise Refused("imprecise_date", text=text[spans[0].start : spans[0].end])
    raise Refused("no_answer" if says_unknown(text) else "not_a_date")


def _distinct(dates: list[DateSpan]) -> list[DateSpan]:
    """The dates less those that repeat another; a plain one settles an ambiguous one that may be the same."""
    kept: list[DateSpan] = []
    for span in sorted(dates, key=lambda span: len(span.readings)):
        if not any(set(other.readings) & set(span.readings) for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)


def _told_about(text: str, dates: list[DateSpan], about: re.Pattern[str]) -> list[DateSpan]:
    """The dates with words about the thing right before them; else those without words about another thing."""
    folded = fold(text)
    before = [
        folded[start : span.start] for start, span in zip([0, *(span.end for span in dates)], dates, strict=False)
    ]
    others = [cue for cue in (_ISSUE, _EXPIRY, _BIRTH) if cue is not about]
    told = [span for span, words in zip(dates, before, strict=True) if about.search(words)]
    silent = [
        span for span, words in zip(dates, before, strict=True) if not any(other.search(words) for other in others)
    ]
    return told or silent or dates
