"""Amounts of money wherever they stand in a message: exact, with the currency at their side."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import islice

from babel import Locale, UnknownLocaleError

from states.reading.currencies import CurrencyHit
from states.reading.lexicon import listed

_NUMBER = re.compile(
    r"(?<!\d)(?<!\d[.,'_])(?:(?<![^\W_])\d{1,3}(?: \d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,'_]\d+)*"
    r"|(?<![\w.])\.\d+|(?<!\S),\d+)"
    r"(?:e[-+]?\d{1,2}(?!\w))?",
)
_MULTIPLIERS = {
    1_000: "k|к|thousands?|mil|mille|mila|tsd|tausend|tys|tysiecy|tysiace|tisic|tusen|duizend|bin|тыс|тысяч[аи]?"
    "|тис|тисяч[аі]?|т|ألف|千",
    10_000: "万|萬",
    100_000: "lakh|lakhs|lac|लाख",
    1_000_000: "m|mn|mln|mio|mill|million|millions|millionen|millon|millones|milhao|milhoes|milione|milioni|milion"
    "|miliony|milionow|milyon|млн|миллион\\w*|мільйон\\w*|مليون",
}
_MULTIPLIER = re.compile(
    rf"\s?(?:{'|'.join(f'(?P<x{factor}>{words})' for factor, words in _MULTIPLIERS.items())})\.?(?![^\W_])",
)
_SPELLED = {
    "half a": Decimal("0.5"), "half": Decimal("0.5"), "one": Decimal(1), "two": Decimal(2), "three": Decimal(3),
    "four": Decimal(4), "five": Decimal(5), "six": Decimal(6), "seven": Decimal(7), "eight": Decimal(8),
    "nine": Decimal(9), "ten": Decimal(10), "twenty": Decimal(20), "thirty": Decimal(30),
    "forty": Decimal(40), "fifty": Decimal(50), "sixty": Decimal(60), "seventy": Decimal(70), "eighty": Decimal(80),
    "ninety": Decimal(90), "hundred": Decimal(100),
    "thousand": Decimal(1000), "dos": Decimal(2), "tres": Decimal(3), "cien": Decimal(100), "zwei": Decimal(2),
    "drei": Decimal(3), "hundert": Decimal(100), "deux": Decimal(2), "trois": Decimal(3), "cent": Decimal(100),
    "dois": Decimal(2), "cem": Decimal(100), "cento": Decimal(100), "один": Decimal(1), "два": Decimal(2),
    "три": Decimal(3), "дві": Decimal(2), "сто": Decimal(100), "dwa": Decimal(2), "sto": Decimal(100),
    "yuz": Decimal(100), "сотку": Decimal(100), "сотка": Decimal(100), "сотню": Decimal(100), "тысячу": Decimal(1000),
    "тыщу": Decimal(1000), "косарь": Decimal(1000), "штуку": Decimal(1000), "полтинник": Decimal(50),
    "тисячу": Decimal(1000), "stowe": Decimal(100), "stowke": Decimal(100),
}  # fmt: skip
_SPELLED_BEFORE = re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(_SPELLED, key=len, reverse=True))})\s\Z")
_K_INSIDE = re.compile(r"(?<![\w.,])(?P<thousands>\d{1,3})[kк](?P<hundreds>\d)(?!\d|[.,]\d)")
"""2k5, which is 2500."""
_LETTER = re.compile(r"[a-zа-яіїєґ]")
_TIGHT_AFTER = re.compile(r"[\s'\"(\[*]{0,3}(?:[个個枚개]\s?)?")
_TIGHT_BEFORE = re.compile(r"[\s'\":=)\]*]{0,3}[-+]?")
_NOTHING = re.compile("")
_LABEL = (
    r"(?:currency|coin|asset|symbol|ticker|moneda|wahrung|devise|moeda|valuta|waluta|валюта|amount|sum|summe|importe)"
)
_LOOSE_AFTER = re.compile(rf"[\s,;:|=/\-]{{1,4}}(?:(?:{_LABEL}[\s:=|\-]|of\s|in\s|de\s|di\s|в\s|w\s)\s?)?")
_LOOSE_BEFORE = re.compile(rf"[\s,;:|=/\-]{{1,4}}(?:{_LABEL}[\s:=|\-]\s?)?[-+]?")
_NOT_MONEY = re.compile(
    r"(?:order|orders|id|no|nr|num|number|ref|reference|card|ending|ends|invoice|tx|txid|hash|ticket|case|номер|заказ\w*|карт\w*"
    r"|#|№|\*{2,}|x{3,})\s?(?:in|with|on|is)?[\s:#.№-]*\Z",
)
_SIDE_BEFORE = re.compile(
    r"(?:@|=|≈|~|->|→|>|\(|(?<![^\W_])(?:at|for|to|into|in|from|with|using|worth|about|approx|equals?|per|price|"
    r"equal to|rate|received|receiving|got|getting|paid|paying|spent|total|por|a|en|de|con|fur|zu|in|mit|pour"
    r"|contre|avec|"
    r"per|за|на|в|у|по|из|з|получил\w*|отримав|отримала|курс\w*|za|na|do|po|icin|karsiligi|voor|naar|mot|till|til|equivalent|valor)"
    r")[\s:.=]*(?:of\s|a\s)?\Z",
)
_FEE = (
    r"(?:fee|fees|commission|comm|network fee|balance|комисси\w*|комісі\w*|баланс|gebuhr\w*|comision|comissao|taxa|"
    r"frais|commissione|prowizj\w*|komisyon|saldo|avgift|poplatek)"
)
_FEE_BEFORE = re.compile(rf"(?<![^\W_]){_FEE}\s?(?:of|was|is|:|=|-|\()?\s?\Z")
_FEE_AFTER = re.compile(rf"\s?(?:as\s|in\s|of\s|-\s)?(?:the\s|a\s)?{_FEE}(?![^\W_])")
_UNKNOWN_AFTER = re.compile(r"\s?\(?(?P<word>[A-Z][A-Z0-9]{1,11})(?![^\W_])")
_UNKNOWN_BEFORE = re.compile(r"(?<![^\W_])(?P<word>[A-Z][A-Z0-9]{1,11})[\s:]{1,2}\Z")
_NEVER_A_TICKER = frozenset(
    listed(
        "ON IN AT TO FROM FOR BY AND OR OF THE VIA PER AM PM UTC GMT CET CEST EST EDT PST PDT BST MSK EET OK CEX IO ID "
        "TX MY WAS IS IT WITH ONLY THEN MON TUE WED THU FRI SAT SUN VISA SEPA SWIFT IBAN CARD BANK FEE TYPE DATE "
        "AMOUNT SUM TIME ME HI NO"
    )
)
_EITHER = re.compile(r"(?<![\w.,])\d[\d.,]{0,20}(?:-|\s(?:or|to|o|ou|oder|или|або|чи|bis|lub|veya)\s)\d[\d.,]{0,20}")
"""Two numbers to choose from, which is none."""
_PHONE = re.compile(r"\+\d{1,3}[\s(-]{1,2}(?!\d{3}(?!\d)(?:\s\d{3})*(?!\s?\d))[\d\s()-]{6,20}")
_TIMES = re.compile(
    r"\s?(?:times|veces|vezes|mal|fois|volte|razy|kez|kere|раз|раза|рази|разів|keer|ganger|krat)(?![^\W_])"
)
_MINUS = re.compile(r"(?:^|(?<=[\s,;:|(\"'])|(?<=\0))-[$€£₿]?\Z|[$€£₿]-\Z")
_MOST_NUMBERS = 200
"""Numbers in a message that are looked at, at most: nobody tells more."""
_LONGEST_NUMBER = 40
_AROUND = 40
_MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text, with the currency that belongs to it."""

    start: int
    end: int
    number: tuple[int, int]
    """Where the number alone starts and ends, its multiplier included."""
    values: tuple[Decimal, ...]
    """One value; two where a mark may part decimals or thousands, decimals first."""
    is_negative: bool
    currency: CurrencyHit | None
    unknown: tuple[int, int] | None
    """Where a word in capitals stands in place of a currency that we know."""
    is_aside: bool
    """Whether the words before it make it a price, a counter-value or a total."""
    is_fee: bool

    def __repr__(self) -> str:
        return "Amount()"


def plain(value: Decimal) -> str:
    """The number as we write it back: exact, without exponent, open to one reading only.

    >>> plain(Decimal("1E-5")), plain(Decimal("3.125")), plain(Decimal("2.50")), plain(Decimal("12500"))
    ('0.00001', '3.1250', '2.5', '12500')
    """
    whole, mark, part = f"{value:f}".partition(".")
    part = part.rstrip("0")
    if not part:
        return whole
    return f"{whole}{mark}{part}{'0' if len(part) == 3 and whole.strip('-') != '0' else ''}"


def find_amounts(text: str, folded: str, currencies: Sequence[CurrencyHit], locale: str | None) -> list[Amount]:
    """Every number of a text that may be an amount, in order.

    `text` has its dates, times and other understood words blanked out; `folded` is the same text folded.
    """
    numbers = sorted(islice(_numbers(folded, locale), _MOST_NUMBERS))
    owners = _owners(folded, [(start, end) for start, end, _ in numbers], currencies)
    amounts = [_amount(text, folded, number, owners.get(number[0])) for number in numbers]
    amounts += _spelled(folded, [hit for hit in currencies if hit not in owners.values()])
    return sorted(filter(None, amounts), key=lambda amount: amount.start)


def _numbers(folded: str, locale: str | None) -> Iterator[tuple[int, int, tuple[Decimal, ...]]]:
    apart = {at for pattern in (_EITHER, _PHONE) for match in pattern.finditer(folded) for at in range(*match.span())}
    for inner in _K_INSIDE.finditer(folded):
        apart.update(range(*inner.span()))
        thousands, hundreds = int(inner["thousands"]), int(inner["hundreds"])
        yield inner.start(), inner.end(), (Decimal(thousands * 1000 + hundreds * 100),)
    for match in _NUMBER.finditer(folded):
        if match.end() - match.start() > _LONGEST_NUMBER or match.start() in apart or _TIMES.match(folded, match.end()):
            continue
        values = read_number(match.group(), locale)
        multiplier = _MULTIPLIER.match(folded, match.end())
        if multiplier and values:
            factor = int((multiplier.lastgroup or "x1")[1:])
            yield match.start(), multiplier.end(), tuple(value * factor for value in values)
        elif values:
            yield match.start(), match.end(), values


def read_number(written: str, locale: str | None) -> tuple[Decimal, ...]:
    """What a number may mean: one value, two where its only mark is open (decimals first), none if it is malformed.

    >>> read_number("1.234", None), read_number("1.234", "de"), read_number("12 500,25", None)
    ((Decimal('1.234'), Decimal('1234')), (Decimal('1234'),), (Decimal('12500.25'),))
    """
    mantissa, _, exponent = written.partition("e")
    digits = re.sub(r"[ '_]", "", mantissa)
    readings = _readings(digits, locale, is_grouped=digits != mantissa)
    values = tuple(Decimal(f"{reading}e{exponent or 0}") for reading in readings)
    return tuple(value for value in values if _is_sensible(value))


def _is_sensible(value: Decimal) -> bool:
    _, digits, exponent = value.as_tuple()
    return isinstance(exponent, int) and exponent >= -_MOST_DIGITS and len(digits) + exponent <= _MOST_DIGITS


def _readings(digits: str, locale: str | None, *, is_grouped: bool) -> tuple[str, ...]:
    whole, mark, part = _at_last_mark(digits)
    if not mark:
        return (digits,)
    other = "," if mark == "." else "."
    if mark in whole:
        return (digits.replace(mark, ""),) if other not in digits and _in_thousands(digits, mark) else ()
    if other in whole:
        return (f"{whole.replace(other, '')}.{part}",) if _in_thousands(whole, other) else ()
    if whole == "" and mark == ",":
        return f"0.{part}", part
    if len(part) != 3 or is_grouped or len(whole) > 3 or whole.startswith("0") or whole == "":
        return (f"{whole or 0}.{part}",)
    decimals, thousands = f"{whole}.{part}", f"{whole}{part}"
    decimal_mark, group_mark = _marks(locale or "")
    if mark not in {decimal_mark, group_mark}:
        return decimals, thousands
    return (decimals,) if mark == decimal_mark else (thousands,)


def _at_last_mark(digits: str) -> tuple[str, str, str]:
    at = max(digits.rfind("."), digits.rfind(","))
    return (digits[:at], digits[at], digits[at + 1 :]) if at >= 0 else (digits, "", "")


def _in_thousands(digits: str, mark: str) -> bool:
    """Whether the marks stand where thousands end; commas may also stand as in India, where lakhs end."""
    groups = digits.split(mark)
    lengths = [len(group) for group in groups[1:]]
    if mark == "," and lengths[-1] == 3 and set(lengths[:-1]) == {2}:
        return 1 <= len(groups[0]) <= 2
    return set(lengths) == {3} and 1 <= len(groups[0]) <= 3


@cache
def _marks(locale: str) -> tuple[str, str]:
    """The decimal and the thousands mark of a locale; empty if nobody knows it."""
    try:
        symbols = Locale.parse(locale.replace("_", "-"), sep="-").number_symbols
    except (UnknownLocaleError, ValueError, TypeError):
        return "", ""
    latin = symbols.get("latn", symbols)
    return latin["decimal"], latin["group"]


def _owners(folded: str, numbers: list[tuple[int, int]], currencies: Sequence[CurrencyHit]) -> dict[int, CurrencyHit]:
    """The currency of each number, by the number's start: the nearest after it, or before it; none is shared."""
    starts, ends = [hit.start for hit in currencies], [hit.end for hit in currencies]
    owners: dict[int, CurrencyHit] = {}
    taken: set[int] = set()

    def claim(number: tuple[int, int], at: int, gap: re.Pattern[str], bounds: tuple[int, int]) -> None:
        if number[0] not in owners and at not in taken and gap.fullmatch(folded, *bounds):
            owners[number[0]] = currencies[at]
            taken.add(at)

    for number in numbers:
        at = bisect_right(ends, number[0]) - 1
        if at >= 0 and currencies[at].is_sign and not _says_the_same(currencies, at):
            claim(number, at, _NOTHING, (ends[at], number[0]))
    for after, before in ((_TIGHT_AFTER, _TIGHT_BEFORE), (_LOOSE_AFTER, _LOOSE_BEFORE)):
        for number in numbers:
            if (at := bisect_left(starts, number[1])) < len(starts):
                claim(number, at, after, (number[1], starts[at]))
        for number in numbers:
            if (at := bisect_right(ends, number[0]) - 1) >= 0:
                claim(number, at, before, (ends[at], number[0]))
    return owners


def _says_the_same(currencies: Sequence[CurrencyHit], at: int) -> bool:
    """Whether the next currency only spells a sign out: $100 USDT is not a hundred dollars of something."""
    return at + 1 < len(currencies) and currencies[at + 1].code.startswith(currencies[at].code)


def _amount(
    text: str, folded: str, number: tuple[int, int, tuple[Decimal, ...]], currency: CurrencyHit | None
) -> Amount | None:
    """The amount of a number; None if the number is an order's, a card's, or part of a word."""
    begin, finish, values = number
    before = folded[max(0, begin - _AROUND) : begin]
    start, end = begin, finish
    unknown = None
    is_tail = _LETTER.match(folded, begin - 1, begin) if begin else None
    if currency:
        if is_tail and currency.end != begin:
            return None
        start, end = min(start, currency.start), max(end, currency.end)
    else:
        if _NOT_MONEY.search(before) or folded[begin - 1 : begin].isalpha() or folded[finish : finish + 1] == "%":
            return None
        unknown = _unknown(text, begin, finish)
        if not unknown and folded[finish : finish + 1].isalpha():
            return None
    head = folded[max(0, start - _AROUND) : start]
    is_fee = bool(_FEE_BEFORE.search(head) or _FEE_AFTER.match(folded, end))
    return Amount(
        start,
        end,
        (begin, finish),
        values,
        is_negative=bool(_MINUS.search(before)),
        currency=currency,
        unknown=unknown,
        is_aside=is_fee or bool(_SIDE_BEFORE.search(head)),
        is_fee=is_fee,
    )


def _unknown(text: str, begin: int, finish: int) -> tuple[int, int] | None:
    """Where a word in capitals stands beside a number, as a ticker would."""
    before, after = _UNKNOWN_BEFORE.search(text, max(0, begin - _AROUND), begin), _UNKNOWN_AFTER.match(text, finish)
    for match in (after, before):
        if match and match["word"] not in _NEVER_A_TICKER and any(map(str.isalpha, match["word"])):
            return match.span("word")
    return None


def _spelled(folded: str, currencies: Sequence[CurrencyHit]) -> Iterator[Amount]:
    """Amounts told in words: half a bitcoin, two ETH, cien euros."""
    for hit in currencies:
        match = _SPELLED_BEFORE.search(folded, max(0, hit.start - _AROUND), hit.start)
        if match:
            values = (_SPELLED[match.group().strip()],)
            number = match.start(), match.end() - 1
            yield Amount(match.start(), hit.end, number, values, False, hit, None, False, False)
