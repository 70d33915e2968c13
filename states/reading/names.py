"""A person's full name in Latin letters."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from functools import cache

from states.reading import name_words as words_of
from states.reading.words import (
    has_phrase,
    phrase_book,
    plain,
    says_no,
    says_unknown,
    says_yes_no_or_none,
    without_courtesies,
)
from states.verdicts import Option, Refused, Unsure


def read_full_name(
    text: str,
    *,
    now: datetime,  # noqa: ARG001  every reader has one shape
    locale: str | None,  # noqa: ARG001  as above
) -> str:
    """First and last name, in the order and the case in which they were written.

    Raises Refused with no_answer, not_a_name, non_latin, mixed_script, invalid_characters, single_name or
    initials_only, and Unsure with multiple_values.
    """
    if len(text) > _LONGEST_ANSWER or "@" in text or "://" in text:
        raise Refused("not_a_name" if len(text) > _LONGEST_ANSWER or "." in text else "invalid_characters")
    if says_unknown(text):
        raise Refused("no_answer")
    name = _in_natural_order(_labelled(text) or _alone(text))
    _refuse_other_scripts(name)
    _refuse_other_characters(name)
    _refuse_what_is_no_name(name)
    _ask_which_of_two_people(name)
    _refuse_half_a_name(name)
    return name


_LONGEST_ANSWER = 200

# Names in labelled parts.


def _any_of(*pages: str) -> str:
    phrases = {phrase for page in pages for phrase in page.split("|")}
    return "(?:" + "|".join(sorted(map(re.escape, phrases), key=len, reverse=True)) + r")(?![\w'’])"


_FIRST, _LAST = _any_of(words_of.FIRST, words_of.FIRST_TOO), _any_of(words_of.LAST, words_of.LAST_TOO)
_IS = r"(?:is|ist|es|est|é|è|jest|to|это|це|är|er|je|este)\b"
_PARTS = re.compile(
    rf"(?:^|(?<=[\s,;.|/(]))(?:(?P<middle>{_any_of(words_of.MIDDLE)})|(?P<last>{_LAST})|(?P<first>{_FIRST}))"
    rf"(?:\s*\([^()]{{0,20}}\))?\s*(?:[:=>]+|\s?-(?=\s)|{_IS})?\s*",
    re.IGNORECASE,
)
_CLEAR_FIRST, _CLEAR_LAST = phrase_book(words_of.FIRST), phrase_book(words_of.LAST)
_LINKS = phrase_book(words_of.LINKS)
_AROUND_A_PART = " ,;.:=|/()&+-\n"


def _labelled(text: str) -> str | None:
    """The parts of "First name: Ann, last name: Lee" in natural order; None if they are not labelled so.

    One label is enough where it can mean nothing else: "Ann, surname Lee".
    """
    labels = list(_PARTS.finditer(_DECORATION.sub(" ", text)))
    kinds = {str(label.lastgroup) for label in labels}
    if not kinds >= {"first", "last"} and not any(_is_clear(label) for label in labels):
        return None
    parts: dict[str, str] = {}
    if kinds == {"last"}:
        parts["first"] = _without_links(_without_lead_ins(text[: labels[0].start()]))
    for at, label in enumerate(labels):
        end = labels[at + 1].start() if at + 1 < len(labels) else len(text)
        if part := _without_links(_without_closing(text[label.end() : end])):
            parts.setdefault(str(label.lastgroup), part)
    return " ".join(filter(None, (parts.get(kind) for kind in ("first", "middle", "last")))) or None


def _is_clear(label: re.Match[str]) -> bool:
    return plain(label["first"] or "") in _CLEAR_FIRST or plain(label["last"] or "") in _CLEAR_LAST


def _without_links(part: str) -> str:
    """A labelled part less the words that join it with its neighbours: "and my", "i", "mein"."""
    words = part.strip(_AROUND_A_PART).split()
    while words and plain(words[-1]) in _LINKS:
        words.pop()
    while words and plain(words[0]) in _LINKS and (len(words) > 1 or not words[0][0].isupper()):
        words.pop(0)
    return " ".join(words).strip(_AROUND_A_PART)


# Taking a name out of its sentence.

_DECORATION = re.compile(r"[\u2190-\u2bff\u3030\ufe0e\ufe0f\U0001f000-\U0001faff]|(?<!\w)[:;=]-?[)D(P]|[\"“”«»„*`]")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_ASIDE = re.compile(
    r"(?<=\w),?\s(?:and (?:i|my|this)|und (?:ich|bin)|y (?:soy|tengo|vivo)|et (?:je|j'ai)|e (?:sono|ho|tenho)|born|from"
    r"|aus|né|née|nacid[oa]|geboren|ur)\s.*$",
    re.IGNORECASE | re.DOTALL,
)
_BUT = r"(?:,\s*|\s)(?:but|aber|pero|mais|maar|но|але)\s|,\s*(?:ma|ale|ama|actually)\s"
_NO_ABBREVIATION = "".join(
    rf"(?<!\b{title})" for title in ("st", "St", "dr", "Dr", "mr", "Mr", "ms", "Ms", "jr", "Jr", "prof", "Prof")
)
_STOP = re.compile(
    rf"(?P<colon>\s*(?::|=|\s->?\s|>)\s*|{_BUT})|\s*(?:[,;\n|]|[!?]+(?=\s|$)|\.{{2,}}|(?<=[^\W\d_]{{4}}){_NO_ABBREVIATION}\.(?=\s)"
    rf"|(?<=[^\W\d_]{{2}}){_NO_ABBREVIATION}\.(?=\s[a-zà-ýа-яіїєґ]))\s*"
)
_TITLES = phrase_book(
    "mr|mrs|ms|miss|mx|dr|prof|sir|madam|mister|herr|frau|señora|señor|senor|senora|sr|sra|srta|doña|monsieur|madame"
    "|mademoiselle|mme|mlle|signor|signora|signore|sig|pan|pani|bay|bayan|sayın|господин|госпожа|пан|пані|meneer|mevrouw"
)
_TITLE = re.compile(rf"(?:(?:{'|'.join(sorted(_TITLES - {'pan', 'bay', 'sig'}))})\b\.?\s+)+(?=\S+\s+\S)", re.IGNORECASE)


def _alone(text: str) -> str:
    """The name in a text that labels no parts; the text itself where none is found."""
    clean = _without_paper(_ASIDE.sub("", _without_brackets(_DECORATION.sub(" ", text))))
    name = clean if _reads_as_a_name(clean) else _named_in(clean)
    name = " ".join(_TITLE.sub("", name, count=1).split())
    return _without_full_stop(name.strip(" ,;:!?-")) or text.strip()


def _without_paper(text: str) -> str:
    """The text without "just as in my passport" at its end, if a name may stand before it."""
    before = words_of.AS_ON_PAPER.sub("", text).strip()
    return before if len(before.split()) > 1 else text


def _without_brackets(text: str) -> str:
    """The text outside of brackets; where that has no Latin letter, all of it without the brackets."""
    outside = _BRACKETS.sub(" ", text)
    inside = outside if any(map(_is_latin, filter(str.isalpha, outside))) else re.sub(r"[()\[\]]", ", ", text)
    return re.sub(r" +", " ", inside).strip()


def _reads_as_a_name(text: str) -> bool:
    """Two words or more, each with a capital: such a text is not searched for courtesies ("Bo So" is a name)."""
    words = text.split()
    return (
        len(words) > 1
        and not _STOP.search(text)
        and all(word[0].isupper() for word in words)
        and (not _is_ordinary(text) or _is_a_name_all_the_same(text))
        and (plain(words[0]) in _LEAD_INS_AND_NAMES or not _lead_in_of(text))
    )


def _named_in(text: str) -> str:
    """The piece between stops that is a name: the last after a colon, both around the comma of "Lee, Ann"."""
    if says_no(_STOP.split(text)[-1]):
        return text
    pieces = [(stop, bare) for stop, piece in _pieces(text) if (bare := _without_sentence(piece))]
    telling = [(stop, piece) for stop, piece in pieces if _may_be_a_name(piece)]
    latin = [(stop, piece) for stop, piece in telling if _is_all_latin(piece)]
    if any(" " in piece for _, piece in latin):
        telling = latin
    if not telling and any(map(_is_latin, filter(str.isalpha, text))):
        raise Refused("not_a_name")
    if not telling:
        return text
    after_colon = [at for at, (stop, _) in enumerate(telling) if stop == ":"]
    after_colon = [at for at in after_colon if " " in telling[at][1]] or after_colon
    telling = telling[after_colon[-1] :] if after_colon else telling
    if len(telling) == 1:
        return telling[0][1]
    return "".join(f"{stop if at else ''}{piece}" for at, (stop, piece) in enumerate(telling))


def _may_be_a_name(piece: str) -> bool:
    if plain(piece) in _AFTER_BOOK | (_LEAD_IN_BOOK - _LEAD_INS_AND_NAMES):
        return False
    return not _is_ordinary(piece) or _is_a_name_all_the_same(piece)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """What stands between the stops, each with the stop before it: a colon, a comma or a space for a line break."""
    start, before = 0, ""
    for stop in _STOP.finditer(text):
        yield before, text[start : stop.start()]
        start, before = stop.end(), ":" if stop["colon"] else " " if "\n" in stop.group() else ", "
    yield before, text[start:]


def _without_sentence(piece: str) -> str:
    """The piece less what leads up to the name and what follows it."""
    piece = _without_full_stop(piece.strip(" -"))
    if _reads_as_a_name(piece):
        return piece
    bare = _without_closing(_without_other_script(_without_lead_ins(_without_closing(piece))))
    return _capitals_among_small_words(_without_lead_ins(_after_midway(bare)))


_LEAD_IN_BOOK = phrase_book(words_of.LEAD_INS)
_LEAD_INS_AND_NAMES = phrase_book(words_of.LEAD_INS_AND_NAMES)
_AFTER_BOOK = phrase_book(words_of.AFTER)
_MIDWAY = re.compile(rf"(?<=\s){_any_of(words_of.MIDWAY)}\s+", re.IGNORECASE)
_LONGEST_PHRASE = 6


def _without_lead_ins(piece: str) -> str:
    while length := _lead_in_of(piece):
        piece = " ".join(piece.split()[length:])
    return piece


def _lead_in_of(piece: str) -> int:
    """How many words the lead-in has that the piece begins with; a first name that looks like one is none."""
    words = piece.split()
    for length in range(min(_LONGEST_PHRASE, len(words) - 1), 0, -1):
        phrase = plain(" ".join(words[:length]))
        if (
            phrase in _LEAD_IN_BOOK
            and "." not in words[0]
            and not (phrase in _LEAD_INS_AND_NAMES and _is_a_name_here(words))
        ):
            return length
    return 0


def _is_a_name_here(words: list[str]) -> bool:
    """Whether the first of the words is a name: the last one follows at once, and has no capital that it lacks."""
    return (
        words[0].isalpha()
        and words[0][0].isupper() == words[1][0].isupper()
        and (len(words) == 2 or words[0][0].isupper())
    )


def _without_closing(piece: str) -> str:
    piece = piece.strip(" ,;!?-")
    words = piece.split()
    for length in range(min(_LONGEST_PHRASE, len(words) - 1), 0, -1):
        if plain(" ".join(words[-length:])) in _AFTER_BOOK and not (length == 1 and words[-1].istitle()):
            return _without_closing(" ".join(words[:-length]))
    return without_courtesies(piece) if len(words) > 1 else piece


def _after_midway(piece: str) -> str:
    """What follows the last "is", "it's", "in the name of" in the middle of a sentence; the piece if it is no such."""
    for mark in reversed(list(_MIDWAY.finditer(piece))):
        before, after = piece[: mark.start()], piece[mark.end() :]
        if _is_ordinary(before) or (before[1:].islower() and after[0].isupper()):
            return after
    return piece


def _capitals_among_small_words(piece: str) -> str:
    """The name in "as I said Ann Lee", where nothing else has a capital; the piece if it is not so."""
    words = piece.split()
    capitals = [at for at, word in enumerate(words) if word[0].isupper() and not (at == 0 and _is_ordinary(word))]
    if len(capitals) < 2:
        return piece
    start, end = capitals[0], capitals[-1] + 1
    name, around = " ".join(words[start:end]), words[:start] + words[end:]
    if not around or any(word != word.lower() for word in around[1:]) or _is_ordinary(name):
        return piece
    return name if _is_ordinary(" ".join(around)) or start > 1 else piece


def _without_full_stop(piece: str) -> str:
    """The piece less its full stop; the dot of "Jr." and "J." stays."""
    last = piece.rstrip(" .").rpartition(" ")[2]
    return piece.rstrip(" .") if len(last) > 1 and not _SUFFIX.fullmatch(last) else piece


def _without_other_script(piece: str) -> str:
    """A name in Latin letters less the small words of another script that lead up to it: "пишется Ann Lee"."""
    words = piece.split()
    start = next((at for at, word in enumerate(words) if _is_all_latin(word)), len(words))
    rest = words[start:]
    leads = all(word == word.lower() for word in words[:start])
    return " ".join(rest) if leads and len(rest) > 1 and all(map(_is_all_latin, rest)) else piece


_COMMA = re.compile(r"([^,]+),\s*([^,]+)")
_SUFFIX = re.compile(r"(?:jr|sr|junior|senior|ii|iii|iv|esq|phd|md)\.?", re.IGNORECASE)


def _in_natural_order(name: str) -> str:
    """The first name first: "Lee, Ann" has the last one before a comma, "Ann Lee, Jr." has not."""
    inverted = _COMMA.fullmatch(name)
    if not inverted:
        return name
    last, first = inverted[1].strip(), inverted[2].strip()
    return f"{last} {first}" if _SUFFIX.fullmatch(first) else f"{first} {last}"


# What cannot be taken.


def _refuse_other_scripts(name: str) -> None:
    letters = [c for c in name if c.isalpha()]
    latin = [_is_latin(c) for c in letters]
    if letters and not any(latin):
        raise Refused("non_latin")
    if not all(latin):
        raise Refused("mixed_script")


def _is_all_latin(words: str) -> bool:
    return all(_is_latin(c) for c in words if c.isalpha())


def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith(
        ("LATIN", "MODIFIER LETTER", "FEMININE", "MASCULINE")
    )


_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ '’ʼ`.&\-\u0300-\u036f])*")


def _refuse_other_characters(name: str) -> None:
    if not any(c.isalpha() for c in name):
        raise Refused("invalid_characters" if name.strip(" -.?!") else "not_a_name")
    if not _NAME.fullmatch(name):
        raise Refused("invalid_characters")


@cache
def _no_names() -> frozenset[str]:
    return phrase_book(words_of.NO_NAMES)


_INITIAL = re.compile(r"\b[^\W\d_]\.")
_SMALL_WORDS = phrase_book(
    "un|una|uno|con|sin|por|para|en|met|mit|auf|für|pour|sur|avec|dans|per|z|w|po|off|out|up|at|of|by|até|à|zu|vom"
)
"""Words that no name has in the middle when they are written without capitals."""
_NAMES_TOO = phrase_book(words_of.NAMES_TOO)


def _is_ordinary(text: str) -> bool:
    return has_phrase(plain(_INITIAL.sub(" ", text)), _no_names()) or bool(
        text.islower() and set(text.split()[:-1]) & _SMALL_WORDS
    )


def _refuse_what_is_no_name(name: str) -> None:
    if _is_ordinary(name) and not _is_a_name_all_the_same(name):
        raise Refused("not_a_name")
    if name.islower() and says_yes_no_or_none(name):
        raise Refused("not_a_name")
    if any(_is_noise(word) for word in plain(name).split()):
        raise Refused("not_a_name")


def _is_a_name_all_the_same(name: str) -> bool:
    """A few words, each with one capital, at most one of them a common word: "My Linh", "Is Demir", "Kim No"."""
    words = name.split()
    ordinary = [plain(word) in _no_names() for word in words]
    if len(words) == 1:
        return name.istitle() and plain(name) in _NAMES_TOO
    return (
        2 <= len(words) <= 4
        and sum(ordinary) == 1
        and plain(words[ordinary.index(True)]) in _NAMES_TOO
        and (_are_capitalised(words) or (len(words) == 2 and plain(words[0]) in _FIRST_NAMES and name.islower()))
    )


_FIRST_NAMES = phrase_book("will|can|don|art|yes|hope|grace")


def _are_capitalised(words: list[str]) -> bool:
    return all(word[0].isupper() and word[1:].islower() for word in words)


_KEYBOARD_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghij")


def _is_noise(word: str) -> bool:
    """One letter over and over, or a run of neighbours on the keyboard."""
    return len(word) > 3 and (len(set(word)) == 1 or any(word in row for row in _KEYBOARD_ROWS))


_TWO_PEOPLE = re.compile(
    r"(?P<one>.+?)(?:\s*&\s*|\s+(?P<word>and|und|et|ve|og|och|en|or|oder|ou|oraz|lub|y|e|i|o)\s+)(?P<other>.+)",
    re.IGNORECASE,
)


def _ask_which_of_two_people(name: str) -> None:
    """Refuses "Ann Lee and Bob Lee", not "Ortega y Gasset": there one word alone follows."""
    people = _TWO_PEOPLE.fullmatch(name)
    if not people:
        return
    one, other = people["one"], people["other"]
    if len(people["word"] or "and") > 1 or (" " in one and " " in other):
        options = tuple(Option(person, person) for person in (one, other) if " " in person)
        raise Unsure("multiple_values", options)


def _refuse_half_a_name(name: str) -> None:
    words = [
        word
        for word in re.split(r"[\s.]+", name)
        if re.search(r"[^\W\d_]", word) and not _SUFFIX.fullmatch(word) and plain(word) not in _TITLES
    ]
    if len(words) > _MOST_WORDS:
        raise Refused("not_a_name")
    if all(len(word) == 1 for word in words):
        raise Refused("initials_only" if len(words) > 1 or "." in name else "single_name")
    if len(words) < 2:
        raise Refused("single_name")


_MOST_WORDS = 10
