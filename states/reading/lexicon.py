import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from states.reading.normalise import WORD, fold

Meaning = TypeVar("Meaning")

_WORD = re.compile(WORD)
_GAP = re.compile(r"[ '.\-]{0,2}")


class Word(NamedTuple):
    start: int
    end: int
    text: str


class Hit(NamedTuple, Generic[Meaning]):
    """A phrase found in a text: where, and what it means."""

    start: int
    end: int
    meaning: Meaning


def words_of(folded: str) -> Sequence[Word]:
    """The words of a folded text, in order."""
    return [Word(*match.span(), match[0]) for match in _WORD.finditer(folded)]


class Lexicon(Generic[Meaning]):
    """Phrases and their meanings, looked up in folded texts.

    A phrase that ends in an asterisk stands for every word that begins so; between the words of a phrase there may be
    a space, an apostrophe, a dot or a hyphen.

    >>> book = Lexicon({"withdr*": "withdrawal", "top up": "deposit"})
    >>> [hit.meaning for hit in book.find("withdrew 5 after a top-up")]
    ['withdrawal', 'deposit']
    """

    def __init__(self, phrases: Mapping[str, Meaning]) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        self._stems: dict[str, Meaning] = {}
        for phrase, meaning in phrases.items():
            self._learn(fold(phrase), meaning)
        for known in self._phrases.values():
            known.sort(key=lambda entry: -len(entry[0]))
        self._stem_lengths = sorted({len(stem) for stem in self._stems}, reverse=True)

    def _learn(self, phrase: str, meaning: Meaning) -> None:
        first, *rest = (word.text for word in words_of(phrase))
        if phrase.endswith("*") and not rest:
            self._stems.setdefault(first, meaning)
        elif phrase.endswith("*"):
            self._phrases.setdefault(first, []).append(((*rest[:-1], f"{rest[-1]}*"), meaning))
        else:
            self._phrases.setdefault(first, []).append((tuple(rest), meaning))

    def find(self, folded: str) -> list[Hit[Meaning]]:
        """Every phrase in the folded text, longest first where they begin alike, none within another."""
        return list(self.hits(folded, words_of(folded)))

    def hits(self, folded: str, words: Sequence[Word]) -> Iterator[Hit[Meaning]]:
        """As `find`, for a text whose words are known already."""
        index = 0
        while index < len(words):
            found = self._at(folded, words, index)
            if found is None:
                index += 1
                continue
            count, meaning = found
            yield Hit(words[index].start, words[index + count - 1].end, meaning)
            index += count

    def meaning(self, word: str) -> Meaning | None:
        """What a single folded word means here."""
        found = self._at(word, [Word(0, len(word), word)], 0)
        return found[1] if found else None

    def _at(self, folded: str, words: Sequence[Word], index: int) -> tuple[int, Meaning] | None:
        word = words[index].text
        for rest, meaning in self._phrases.get(word, ()):
            if _follow(folded, words, index, rest):
                return 1 + len(rest), meaning
        for length in self._stem_lengths:
            if word[:length] in self._stems:
                return 1, self._stems[word[:length]]
        return None


def _follow(folded: str, words: Sequence[Word], index: int, rest: tuple[str, ...]) -> bool:
    """Whether the words after the one at `index` are these, with no more than a gap between them."""
    if index + len(rest) >= len(words):
        return False
    for offset, expected in enumerate(rest, start=index + 1):
        if not _fits(words[offset].text, expected) or not _GAP.fullmatch(
            folded, words[offset - 1].end, words[offset].start
        ):
            return False
    return True


def _fits(word: str, expected: str) -> bool:
    return word.startswith(expected[:-1]) if expected.endswith("*") else word == expected


def pages(book: Mapping[Meaning, str]) -> dict[str, Meaning]:
    """The phrases of each meaning, parted by commas, as one mapping from phrase to meaning."""
    return {phrase: meaning for meaning, page in book.items() for phrase in phrases_of(page)}


def phrases_of(page: str) -> Iterable[str]:
    """The phrases of a page, parted by commas; a phrase may run over a line's end."""
    return filter(None, (" ".join(phrase.split()) for phrase in page.split(",")))


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, a longer one before what it begins with.

    They stand by their first letters, so that a place where none begins is soon passed.

    >>> any_of(["zwei", "dos", "zwo", "due"])
    'z(?:wo|wei)|d(?:ue|os)'
    """
    by_letter = groupby(sorted(words, reverse=True), key=itemgetter(0))
    return "|".join(
        f"{re.escape(first)}(?:{'|'.join(re.escape(word[1:]) for word in those)})" for first, those in by_letter
    )


def listed(page: str) -> Sequence[str]:
    """The words of a page, parted by blanks."""
    return page.split()
