import re
import unicodedata
from collections.abc import Mapping

_SPELLINGS: Mapping[str, str] = {
    **dict.fromkeys("‘’‚‛ʼʻʹ′´`ˈ‹›", "'"),
    **dict.fromkeys("“”„‟″«»〝〞", '"'),
    **dict.fromkeys("‐‑‒–−﹣⁃", "-"),
    **dict.fromkeys("—―", " - "),
    **dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
    "\t": " ",
    "\n": "\n",
    "،": ",",
    "、": ",",
    "؛": ";",
    "؟": "?",
    "。": ".",
    "۔": ".",
    "٫": ".",
    "٬": "'",  # thousands, as the apostrophe is: a comma would be open to two readings
    "⁄": "/",
    **{fraction: f" {unicodedata.normalize('NFKC', fraction).replace('⁄', '/')}" for fraction in "¼½¾⅓⅔⅛⅜⅝⅞"},
    "\u20e3": "",  # the frame of keycap emoji
    "\u180e": " ",
}
LONGEST_MESSAGE = 4096
"""Characters in the longest message that Telegram carries; what is longer is read by nobody."""

_MARKS = (
    r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    r"\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
)
_IDEOGRAMS = r"\u3040-\u30ff\u4e00-\u9fff"
WORD = rf"[{_IDEOGRAMS}]|[^\W\d_{_IDEOGRAMS}]+(?:[{_MARKS}][^\W\d_{_IDEOGRAMS}]*)*"
"""A pattern of one word: a run of letters with their vowel signs, or one Chinese or Japanese character."""

_EMPTY_LINES = re.compile(r"\n\n\n+")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})


class _Spelling(dict[int, str]):
    """The plain spelling of every character, worked out the first time the character is seen."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = plain = self._plain(character)
        return plain

    @staticmethod
    def _plain(character: str) -> str:
        if character in _SPELLINGS:
            return _SPELLINGS[character]
        if unicodedata.category(character) in _INVISIBLE or 0xFE00 <= ord(character) <= 0xFE0F:
            return ""
        digit = unicodedata.decimal(character, None)
        return character if digit is None else str(digit)


class _Base(dict[int, str]):
    """The letter under the accents, for every character; one character for one, so that offsets keep their meaning."""

    _strokes: Mapping[str, str] = dict(zip("łøđħıςґکیى", "lodhiσгكيي", strict=True))

    def __missing__(self, code: int) -> str:
        character = chr(code)
        decomposed = unicodedata.normalize("NFKD", character)
        base = decomposed[0] if all(map(unicodedata.combining, decomposed[1:])) else character
        lower = base.lower()
        self[code] = plain = self._strokes.get(lower, lower) if len(lower) == 1 else base
        return plain


class _Small(dict[int, str]):
    """The small letter of every character, as patterns that ignore case see it; one character for one."""

    def __missing__(self, code: int) -> str:
        folded = chr(code).casefold()
        self[code] = small = folded if len(folded) == 1 else chr(code).lower()[0]
        return small


_spelling = _Spelling()
_base = _Base()
_small = _Small({ord("ı"): "i", 0x345: "\u0345"})  # the iota below a vowel is a mark and stays one


def normalise(text: str) -> str:
    r"""The message as if typed on a plain keyboard: what every reader and the secret guard are given.

    Digits of any script become ASCII, look-alike forms (NFKC), quotes, apostrophes and dashes one kind each; invisible
    marks go; spaces become single spaces; line breaks stay `\n`. Letters keep their case and accents. A normalised
    text stays as it is.
    """
    text = text.replace("\r\n", "\n").translate(_spelling)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_spelling)
        text = unicodedata.normalize("NFC", text)
    lines = "\n".join([" ".join(line.split()) for line in text.split("\n")])
    return _EMPTY_LINES.sub("\n\n", lines).strip()


def fold(text: str) -> str:
    """The text without case and accents, for looking words up: as long as the text, so offsets fit both.

    >>> fold("Überweisung, Größe, Łódź, ПОПОВНЕННЯ")
    'uberweisung, große, lodz, поповнення'
    """
    return text.translate(_base)


def in_small_letters(text: str) -> str:
    """The text without capitals, as long as the text: patterns are looked for in it faster than in either case.

    >>> in_small_letters("ADRESSE: Łódź, İzmir")
    'adresse: łódź, izmir'
    """
    return text.translate(_small)
