"""Phone numbers as people write them: with spaces, dashes, brackets, 00, (0), and words around them."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType, ValidationResult

from states.private import Private
from states.reading.words import says_none, says_unknown
from states.verdicts import Option, Refused, Unsure


class Phone(Private):
    e164: str
    line: Literal["mobile", "mobile_or_landline"]
    """`mobile_or_landline` where the numbering plan does not tell the two apart, as in North America."""


_NUMBER = re.compile(r"\(?\+[\s(]{0,2}\d(?:[\s().,/_-]{0,4}\d)*|\(?(?<![\w@.])\d(?:[\s()./_-]{0,4}\d)*")
_GLUED_TO_LETTERS = re.compile(r"[-.]?[^\W\d_]{2}")
_TRUNK_ZERO = re.compile(r"\(\s?0\s?\)")
_EXTENSION = re.compile(
    r"[\s,;(]{0,3}(?:extension|extn?|ext|x|доб\w*|внутр\w*|вн|anexo|ramal|poste|durchwahl|dw|nebenstelle"
    r"|interno|int|wewn?\w*"
    r"|dahili|toestel|anknytning|linka|#)[\s.:]{0,3}\d{1,7}\b",
    re.IGNORECASE,
)
_EXTENSION_BEFORE = re.compile(
    r"(?<![^\W_])(?:extension|extn?|доб\w*|внутр\w*|anexo|ramal|poste|durchwahl|nebenstelle|interno|wewn\w*"
    r"|int|dahili|toestel|anknytning|linka)[\s.:#]{0,3}\d{1,6}(?![\d+])",
    re.IGNORECASE,
)
_BETWEEN_NUMBERS = re.compile(r"[/,\n]|\s(?=\()|\s-\s|\s(?=00)")
_FEWEST_DIGITS, _MOST_DIGITS = 6, 17
_LONGEST_CODE = 3
_DIGITS_OF_A_BARE_NUMBER = 11
_DIGITS_OF_ANOTHER_NUMBER = 9
_LINES: dict[int, Literal["mobile", "mobile_or_landline"]] = {
    PhoneNumberType.MOBILE: "mobile",
    PhoneNumberType.FIXED_LINE_OR_MOBILE: "mobile_or_landline",
}
_REFUSED_LINES = {
    PhoneNumberType.FIXED_LINE: "landline",
    PhoneNumberType.VOIP: "voip",
    PhoneNumberType.TOLL_FREE: "toll_free",
    PhoneNumberType.PREMIUM_RATE: "premium_rate",
}
_LENGTHS = {
    ValidationResult.TOO_SHORT: "too_short",
    ValidationResult.IS_POSSIBLE_LOCAL_ONLY: "too_short",
    ValidationResult.TOO_LONG: "too_long",
}


def read_phone(text: str, *, now: datetime, locale: str | None) -> Phone:  # noqa: ARG001  every reader is called alike
    """One mobile number with its country code.

    Refused: `not_a_number`, `no_answer`, `missing_country_code`, `unknown_country_code`, `too_short`, `too_long`,
    `invalid_number`, `extension`, and by kind of line `landline`, `voip`, `toll_free`, `premium_rate`, `not_mobile`.
    Unsure: `multiple_values`.
    """
    written = _numbers_in(text)
    if not written:
        raise Refused("no_answer" if says_unknown(text) or says_none(text) else "not_a_number")
    complete = {e164(number): number for number in map(_international, written) if number}
    if not complete:
        raise Refused("missing_country_code", number=written[0])
    found = complete if len(complete) == 1 else _valid_among(complete) or complete
    first, *others = found
    if others:
        raise Unsure("multiple_values", tuple(Option(spoken(number), spoken(number)) for number in found))
    if _another_number(written, first):
        raise Refused("multiple_values")
    return _usable(found[first], text)


def _valid_among(numbers: Mapping[str, PhoneNumber]) -> dict[str, PhoneNumber]:
    return {spelled: number for spelled, number in numbers.items() if phonenumbers.is_valid_number(number)}


def e164(number: PhoneNumber) -> str:
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def spoken(e164: str) -> str:
    """The international form with its usual spaces: "+44 7911 123456"."""
    return phonenumbers.format_number(phonenumbers.parse(e164), PhoneNumberFormat.INTERNATIONAL)


def region_of(e164: str) -> str | None:
    """The ISO 3166 region whose plan the number is of. Says nothing of where its owner lives."""
    region: str | None = phonenumbers.region_code_for_number(phonenumbers.parse(e164))
    return region


def example(region: str) -> str | None:
    """A mobile number of the region, in international form, that shows what one looks like."""
    number = phonenumbers.example_number_for_type(region, PhoneNumberType.MOBILE)
    return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL) if number else None


def looks_like_phone(text: str) -> bool:
    """Whether the message holds what was meant as a phone number, complete or not."""
    return any(number.startswith("+") or len(_digits(number)) > _FEWEST_DIGITS for number in _numbers_in(text))


def _numbers_in(text: str) -> list[str]:
    """What is written like a phone number; a country code that stands apart is joined with its number."""
    found = [part for match in _NUMBER.finditer(text) if not _is_vanity(match, text) for part in _parted(match[0])]
    numbers: list[str] = []
    code = ""
    for written in found:
        number = written.lstrip("( ")
        if number.startswith("+") and len(_digits(number)) <= _LONGEST_CODE and written is not found[-1]:
            code = f"{number} "
            continue
        number = number if number.startswith("+") else code + number
        code = ""
        if number.startswith("+") or len(_digits(number)) >= _FEWEST_DIGITS:
            numbers.append(number)
    complete = [number for number in numbers if len(_digits(number)) > _LONGEST_CODE]
    return complete or numbers


def _parted(written: str) -> list[str]:
    """One number, or several where together they are longer than any number is."""
    return _BETWEEN_NUMBERS.split(written) if len(_digits(written)) > _MOST_DIGITS else [written]


def _is_vanity(match: re.Match[str], text: str) -> bool:
    """As in 1-800-FLOWERS: letters in a number stand for digits to some, not to us."""
    return _GLUED_TO_LETTERS.match(text, match.end()) is not None


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _international(written: str) -> PhoneNumber | None:
    """The number with its country code, if it was written with one."""
    digits = _digits(_TRUNK_ZERO.sub("", written))
    if written.startswith("+"):
        return _parsed(digits.removeprefix("00"), or_else=_digits(written))
    if digits.startswith("00"):
        return _parsed(digits[2:])
    if len(digits) >= _DIGITS_OF_A_BARE_NUMBER and not digits.startswith("0"):
        return _valid(digits)
    return None


def _parsed(digits: str, or_else: str = "") -> PhoneNumber:
    """The number of international digits.

    A zero that was left between country code and number is dropped if that makes the number right.
    """
    number = _parse(digits)
    if phonenumbers.is_valid_number(number):
        return number
    code, national = str(number.country_code), digits[len(str(number.country_code)) :]
    without_zero = code + national[1:] if national.startswith("0") else ""
    return _valid(or_else) or _valid(without_zero) or number


def _valid(digits: str) -> PhoneNumber | None:
    try:
        number = _parse(digits)
    except Refused:
        return None
    return number if phonenumbers.is_valid_number(number) else None


def _parse(digits: str) -> PhoneNumber:
    try:
        return phonenumbers.parse(f"+{digits}")
    except phonenumbers.NumberParseException as error:
        raise Refused(_UNREADABLE.get(error.error_type, "invalid_number"), number=f"+{digits}") from None


_UNREADABLE = {
    phonenumbers.NumberParseException.INVALID_COUNTRY_CODE: "unknown_country_code",
    phonenumbers.NumberParseException.NOT_A_NUMBER: "too_short",
    phonenumbers.NumberParseException.TOO_SHORT_NSN: "too_short",
    phonenumbers.NumberParseException.TOO_SHORT_AFTER_IDD: "too_short",
    phonenumbers.NumberParseException.TOO_LONG: "too_long",
}


def _another_number(written: list[str], found: str) -> bool:
    """Whether a further number is written that is not the found one in its national form."""
    others = (_digits(_TRUNK_ZERO.sub("", number)).lstrip("0") for number in written)
    return any(len(digits) >= _DIGITS_OF_ANOTHER_NUMBER and digits[-7:] != found[-7:] for digits in others)


def _usable(number: PhoneNumber, text: str) -> Phone:
    shown = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    kind = phonenumbers.number_type(number)
    if kind == PhoneNumberType.UNKNOWN:
        raise Refused(_what_is_wrong(number), number=shown)
    if _has_extension(text):
        raise Refused("extension", number=shown)
    if kind not in _LINES:
        raise Refused(_REFUSED_LINES.get(kind, "not_mobile"), number=shown)
    return Phone(e164=e164(number), line=_LINES[kind])


def _has_extension(text: str) -> bool:
    after = any(_EXTENSION.match(text, match.end()) for match in _NUMBER.finditer(text))
    return after or _EXTENSION_BEFORE.search(text) is not None


def _what_is_wrong(number: PhoneNumber) -> str:
    """Too short or too long against what is possible, else against a mobile number of the same country code."""
    possible = phonenumbers.is_possible_number_with_reason(number)
    if possible in _LENGTHS:
        return _LENGTHS[possible]
    region = phonenumbers.region_code_for_country_code(number.country_code or 0)
    usual = phonenumbers.example_number_for_type(region, PhoneNumberType.MOBILE)
    if usual is None:
        return "invalid_number"
    excess = len(phonenumbers.national_significant_number(number)) - len(
        phonenumbers.national_significant_number(usual),
    )
    if excess == 0:
        return "invalid_number"
    return "too_long" if excess > 0 else "too_short"
