"""Times of day, with the zones that people write behind them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from states.reading.currencies import money_ahead
from states.reading.spans import masked

_HOURS_FROM_UTC = {
    "utc": 0, "gmt": 0, "z": 0, "zulu": 0, "wet": 0, "ut": 0, "uct": 0,
    "cet": 1, "mez": 1, "bst": 1, "west": 1, "wat": 1,
    "cest": 2, "mesz": 2, "eet": 2, "cat": 2, "sast": 2,
    "eest": 3, "msk": 3, "мск": 3, "trt": 3, "eat": 3,
    "gst": 4, "samt": 4, "pkt": 5, "uzt": 5,
    "wib": 7, "ict": 7, "sgt": 8, "hkt": 8, "awst": 8, "pht": 8,
    "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
    "brt": -3, "art": -3, "adt": -3, "ast": -4, "edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6,
    "mst": -7, "pdt": -7, "pst": -8, "akst": -9, "hst": -10,
}  # fmt: skip
"""Zone names that mean one offset nearly everywhere. Two-letter ones (ET, PT) do not say whether it was summer."""

_OFFSET = r"(?P<sign>[+-])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?(?!\d|[.,]\d)"
_BARE_OFFSET = r"\s?(?P<bare_sign>[+-])(?P<bare_hours>\d{2}):?(?P<bare_minutes>\d{2})(?!\d|[.,]\d)"
_ZONE = rf"(?:\s?\(?(?P<zone>{'|'.join(_HOURS_FROM_UTC)})(?![^\W\d_])(?:\s?{_OFFSET})?\)?)"
_ZONES = rf"(?:{_ZONE}|{_BARE_OFFSET})?"
_HALF = r"(?:\s?(?P<half>a\.?\s?m|p\.?\s?m)(?![^\W\d_])\.?)"
_SECONDS = r"(?::\d{2}(?:\.\d{1,6})?)?"
_HOUR_WORD = r"(?:uhr|часов|часа|час|годин[аиі]?|h|hs|hrs|ora|heures?|o'clock)"
_AT = r"(?:at|um|kl|klo|o|om|в|о|alle|a las|as|a|saat|ore|ob)"
_NOON = r"(?P<noon>noon|midday|mediodia|mittags|midi|mezzogiorno|meio dia|poludnie|опівдні|полдень)"
_MIDNIGHT = r"(?P<midnight>midnight|medianoche|mitternacht|minuit|mezzanotte|meia noite|polnoc|полночь|опівночі)"
_HOUR = r"(?<![\d.,:])t?(?P<hour>\d{1,2})"
_WORD_ENDS = r"(?![^\W\d_])"
_TIMES = tuple(
    map(
        re.compile,
        (
            # 14:30, 2:30 pm, 14:30:05Z, T14:30
            rf"{_HOUR}:(?P<minute>\d{{2}}){_SECONDS}(?!\d){_HALF}?(?:\s?(?:uhr|h){_WORD_ENDS})?{_ZONES}",
            # 2.30 pm, 2 pm
            rf"{_HOUR}(?:[.](?P<minute>\d{{2}}))?{_HALF}{_ZONES}",
            # 14h30, 14 Uhr 30
            rf"{_HOUR}\s?(?:h|uhr)\s?(?P<minute>\d{{2}})(?!\d)(?:\s?min)?{_ZONES}",
            # 14.30 Uhr, 14 Uhr
            rf"{_HOUR}(?:[.](?P<minute>\d{{2}}))?\s?{_HOUR_WORD}{_WORD_ENDS}{_ZONES}",
            # at 14.30, um 14.30, kl. 14.30
            rf"(?<![^\W_]){_AT}\.?\s(?P<hour>\d{{1,2}})\.(?P<minute>\d{{2}})(?![\d.,]){_ZONES}",
            # 1430 UTC, 1430 hrs UTC
            rf"(?<![\d.,:/-])(?P<hour>\d{{2}})(?P<minute>\d{{2}})\s?(?:hrs|hours|h)?{_ZONE}",
            # noon, midnight
            rf"(?<![^\W\d_])(?:at\s)?(?:{_NOON}|{_MIDNIGHT}){_WORD_ENDS}{_ZONES}",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time of day in a text."""

    start: int
    end: int
    time: str
    """HH:MM, 24 hours."""
    utc_offset: str | None
    """+HH:MM, where a zone is written."""


def find_times(folded: str) -> list[TimeSpan]:
    """All times of day in a folded text whose dates are blanked out, in order, none overlapping."""
    spans: list[TimeSpan] = []
    for pattern in _TIMES:
        found = list(_matches(pattern, folded))
        spans += found
        folded = masked(folded, found)
    return sorted(spans, key=lambda span: span.start)


def _matches(pattern: re.Pattern[str], folded: str) -> Iterator[TimeSpan]:
    for match in pattern.finditer(folded):
        parts = match.groupdict()
        time = _time(parts)
        if time and not money_ahead(folded, match.end()):
            yield TimeSpan(match.start(), match.end(), time, _utc_offset(parts))


def _time(parts: dict[str, str | None]) -> str | None:
    if parts.get("noon") or parts.get("midnight"):
        return "12:00" if parts.get("noon") else "00:00"
    hour, minute = int(parts["hour"] or 0), int(parts.get("minute") or 0)
    if half := parts.get("half"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * half.startswith("p")
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _utc_offset(parts: dict[str, str | None]) -> str | None:
    prefix = "bare_" if parts.get("bare_sign") else ""
    sign, hours = parts.get(f"{prefix}sign"), parts.get(f"{prefix}hours")
    minutes = int(parts.get(f"{prefix}minutes") or 0)
    total = 60 * _HOURS_FROM_UTC[zone] if (zone := parts.get("zone")) else 0
    if sign and hours:
        total += (60 * int(hours) + minutes) * (1 if sign == "+" else -1)
    elif not zone:
        return None
    return f"{'-' if total < 0 else '+'}{abs(total) // 60:02}:{abs(total) % 60:02}" if abs(total) <= 14 * 60 else None
