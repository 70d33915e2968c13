"""Digits that are told one by one in words: "four four eight one", "пять два ноль"."""

import re
from collections.abc import Iterator

from states.reading.lexicon import any_of
from states.reading.normalise import fold

_DIGITS = (
    "zero oh nought cero null zéro nul zéro zerowy sıfır ноль нуль noll nula",
    "one uno una eins ein un une um uno jeden bir один одна één en ett jedna unu",
    "two dos zwei zwo deux dois due dwa iki два дві twee två dva doi",
    "three tres drei trois três tre trzy üç три drie tri trei",
    "four cuatro vier quatre quatro quattro cztery dört четыре чотири fyra čtyři patru",
    "five cinco fünf cinq cinque pięć beş пять п'ять пять vijf fem pět cinci",
    "six seis sechs sei sześć altı шесть шість zes sex šest șase",
    "seven siete sieben sept sete sette siedem yedi семь сім zeven sju sedm șapte",
    "eight ocho acht huit oito otto osiem sekiz восемь вісім åtta osm opt",
    "nine nueve neun neuf nove dziewięć dokuz девять дев'ять negen nio devět nouă",
)
"""The words for each digit, from 0, in the languages of our customers."""
_MEANING = {fold(word): str(digit) for digit, page in enumerate(_DIGITS) for word in page.split()}
_WORD = any_of(_MEANING)
_RUN = re.compile(rf"(?<![^\W_])(?:{_WORD})(?:(?:[ ,.-]{{1,3}}|\n)(?:{_WORD}))+(?![^\W_])")
_ONE = re.compile(rf"(?<![^\W_])(?:{_WORD})(?![^\W_])")
_DIGIT = re.compile(r"\d")


def tells_digits(folded: str) -> bool:
    """Whether there is a digit in the folded text, or a row of two or more in words."""
    return _DIGIT.search(folded) is not None or _RUN.search(folded) is not None


def find_spelled_digits(folded: str) -> Iterator[tuple[int, int, str]]:
    """Every row of two or more digits in words: where it starts and ends in the folded text, and its digits."""
    for run in _RUN.finditer(folded):
        yield run.start(), run.end(), "".join(_MEANING[word] for word in _ONE.findall(run[0]))
