"""The banks that issued a person's cards."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from states.reading.bank_names import ISSUERS, NETWORKS
from states.reading.bank_words import (
    BRANCHES,
    CALLED,
    CARDS,
    CONNECTIVES,
    DEFINITE,
    EITHER,
    FUNCTION_WORDS,
    GENERIC,
    LINKING,
    NEVER,
    NEVER_A_NAME,
    NO_DENIAL,
    NOT,
    ORDINARY,
    PARTICLES,
    SIZES,
    VAGUE,
)
from states.reading.cities import countries_of_cities
from states.reading.countries import country_table, key
from states.reading.words import (
    NO,
    NONE,
    UNKNOWN,
    has_phrase,
    peel,
    phrase_book,
    plain,
    says_no,
    says_none,
    says_unknown,
    says_yes,
)
from states.verdicts import Option, Refused, Unsure


def read_banks(
    text: str,
    *,
    now: datetime,  # noqa: ARG001  every reader has one shape
    locale: str | None,  # noqa: ARG001  as above
) -> tuple[str, ...]:
    """The names of the issuers, each once, in their order; none if no card was ever linked.

    Raises Refused with no_answer, not_understood, card_network, iban_given or not_a_bank, and Unsure with unknown_bank
    or multiple_values.
    """
    if len(text) > _LONGEST_ANSWER or "@" in text:
        raise Refused("not_a_bank")
    if says_unknown(text):
        raise Refused("no_answer")
    if _IBAN.search(text):
        raise Refused("iban_given")
    if _says_no_cards(text):
        return ()
    if _ASKS_FIRST.match(plain(text)):
        raise Refused("not_a_bank")
    parts = [_part(piece) for piece in _pieces(text)]
    if has_phrase(plain(text), UNKNOWN) and all(_is_ordinary(name) for part in parts for name in part.names):
        raise Refused("no_answer")
    if not any(part.says == "bank" for part in parts):
        raise _nothing_named(text, parts)
    _ask_what_is_open(parts)
    banks = _each_once([name for part in parts if part.says == "bank" for name in part.names])
    if len(banks) > 1 and _EITHER.search(plain(text)):
        raise Unsure("multiple_values", tuple(Option(name, name) for name in (*banks, ", ".join(banks))))
    return banks


_EITHER = re.compile(EITHER)
_LONGEST_ANSWER = 1000
_ASKS_FIRST = re.compile(r"(?:can|could|may|should|do|does|would|will) (?:i|you|u|we|they)\b")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b")


@dataclass(frozen=True, slots=True)
class _Part:
    """What one part of a message says."""

    says: Literal["bank", "guess", "network", "some bank", "nothing"]
    """A `guess` is a word that we do not know and that may be a name."""
    names: tuple[str, ...] = ()
    is_bare: bool = False
    """Whether a guess stands alone, with no small words that would make it a remark."""


def _nothing_named(text: str, parts: Sequence[_Part]) -> Refused | Unsure:
    """What is said back to a message that names no bank that we know of."""
    said = {part.says for part in parts}
    if "guess" in said:
        return _question([name for part in parts for name in part.names])
    if "network" in said and "some bank" not in said:
        return Refused("card_network", text=text)
    if says_yes(text) or not re.search(r"\w", text):
        return Refused("not_understood", text=text)
    return Refused("not_a_bank", text=text)


def _ask_what_is_open(parts: Sequence[_Part]) -> None:
    """Refuse a list of which one bank is not named, ask about a word in it that may be a name."""
    if any(part.says == "some bank" for part in parts):
        raise Refused("not_a_bank")
    if any(part.says == "guess" and part.is_bare for part in parts):
        raise _question([name for part in parts if part.says == "bank" or part.is_bare for name in part.names])


def _question(names: Sequence[str]) -> Unsure:
    names_told = ", ".join(_each_once(names))
    return Unsure("unknown_bank", (Option(names_told, names_told),), text=names_told)


def _each_once(names: Sequence[str]) -> tuple[str, ...]:
    once: dict[str, str] = {}
    for name in names:
        once.setdefault(reduced(name), name)
    return tuple(once.values())


# Known issuers.


def reduced(name: str) -> str:
    """What bank names are compared by: the words without those that every bank's name has."""
    return _reduced(key(name).split())


def _reduced(words: Sequence[str]) -> str:
    return "".join(word for word in words if word not in GENERIC) or "".join(words)


@cache
def _all_names() -> tuple[str, ...]:
    """Every known spelling; of two that compare alike the first is preferred."""
    return tuple(name for page in ISSUERS.values() for name in page.split("|"))


@cache
def _spellings() -> Mapping[str, str]:
    """Every known spelling by its `key`."""
    return {key(name): name for name in reversed(_all_names())}


@cache
def _issuers() -> Mapping[str, str]:
    """A known spelling of every issuer by its `reduced` name, and by all its words in one."""
    names = [(key(name).split(), name) for name in _all_names()]
    issuers: dict[str, str] = {}
    for words, name in names:
        issuers.setdefault(_reduced(words), name)
    for words, name in names:
        issuers.setdefault("".join(words), name)
    return issuers


@cache
def _stems() -> Mapping[str, str]:
    """A known spelling of every issuer by its words without their endings."""
    stems: dict[str, str] = {}
    for name in sorted(_all_names(), key=len):
        words = key(name).split()
        if not ORDINARY.issuperset(words):
            stems.setdefault(_stem(words), name)
    return stems


_ENDING = re.compile(
    r"(?<=\w{3})(?:ами|ах|ом|ем|ой|ою|ов|[аеоуыіияю]|(?<=\w)(?:owi|ami|iem|em|ou|om|[aeiouy]|s))$",
)
_SUFFIX = re.compile(r"(?<=\w{4})(?:s?[iu]?n?[dt][ae]n?|n?[iu]n|y?l[ae]|[dt]i|lt?[ae]|st[ae]|t[oó]l|b[oó]l|ului|ul)$")
"""Case endings that only sentences have: Turkish, Finnish, Hungarian, Romanian."""


def _stem(words: Sequence[str]) -> str:
    return "".join(_ENDING.sub("", word) for word in words if word not in GENERIC)


@cache
def _names_with_a_separator() -> frozenset[str]:
    """Keys of the names that a list must not be split in the middle of: "Marks & Spencer", "Yapı ve Kredi"."""
    names = (name for name in _all_names() if _SEPARATOR.search(name))
    return frozenset(form for name in names for form in (key(name), key(name.replace("&", " and "))))


def _known(words: Sequence[str]) -> str | None:
    """The issuer that the words, in the form of `key`, name together; as they are or as a sentence inflects them."""
    if words[-1].startswith("bankasi"):
        words = [*words[:-1], "bankasi"]
    if (spelling := _spellings().get(" ".join(words))) and not _is_small_talk(words):
        return spelling
    if words[0] in _JOINTS or words[-1] in _JOINTS or _NO_TELLING.issuperset(words):
        return None
    name = _reduced(words)
    if (len(words) > 1 or len(name) > _SHORTEST) and name in _issuers() and not _is_a_place(words, name):
        return _issuers()[name]
    return _inflected(words)


_SHORTEST = 3
"""Letters of a word that must be a bank's name exactly."""


def _is_small_talk(words: Sequence[str]) -> bool:
    """Whether a sentence may have the words without naming a bank: "my first bank" is no First Bank."""
    is_name = words[-1] == "bankasi" and len(words) > 1
    return not is_name and (_ARTICLES.issuperset(words) or (len(words) == 1 and words[0] in _NO_TELLING))


_JOINTS = frozenset(("of", "the", "as", "a", "s", "n", "and"))
_ARTICLES = (
    FUNCTION_WORDS
    & phrase_book(
        "a|an|the|my|our|one|in|of|is|it|i|to|be|me|at|on|as|and|or|no|so|do|up|by|we|he|s|m|new|old|main|first|same|una|un"
        "|la|el|le|il|de|del|di|da|do|do|der|die|das|eine|ein|und|e|y|i|a|o|z|w|na|to|moja|mi|ma|mia|en|een|det|den|si|op"
        "|very|current|all|both|next|only|just|var|bir|bu|ve|je|tu|on|az|egy|es|bes|pan|ser|sol|bin|am|was|nu|net|max|one"
    )
    | GENERIC
    | NEVER_A_NAME
)
"""What a sentence may have beside the word "bank"."""
_NO_TELLING = (
    FUNCTION_WORDS
    | GENERIC
    | NEVER_A_NAME
    | VAGUE
    | phrase_book(CONNECTIVES)
    | SIZES
    | {"union", "society", "building", "trust", "federal", "caja", "caixa", "caisse", "kasse", "cassa"}
)


def _is_a_place(words: Sequence[str], name: str) -> bool:
    """Whether it takes a word for bank to make a name of it: "ireland" is a place, "Bank of Ireland" an issuer."""
    return (name in _placenames() or name in countries_of_cities()) and GENERIC.isdisjoint(words)


def _inflected(words: Sequence[str]) -> str | None:
    """The issuer in another case: "z mbanku", "от Сбера"."""
    telling = [word for word in words if word not in GENERIC]
    if any(word in _NO_TELLING for word in telling) or not telling:
        return None
    for stem in (_stem(telling), _stem([*telling[:-1], _SUFFIX.sub("", telling[-1])])):
        if len(stem) > _SHORTEST - (not stem.isascii()) and stem in _stems() and not _is_a_place(words, stem):
            return _stems()[stem]
    return None


def _misspelt(words: Sequence[str]) -> str | None:
    name = _reduced(words)
    if not 5 <= len(name) <= 40 or all(word in _NO_TELLING for word in words) or name in _placenames():
        return None
    slips = 1 if len(name) < 9 else 2
    near = process.extract(name, _names_as_long_as(len(name), slips), scorer=OSA.distance, score_cutoff=slips, limit=3)
    same_start = [known for known, _, _ in near if known[0] == name[0]] or [
        known for known, distance, _ in near if distance == 1
    ]
    return _issuers()[same_start[0]] if same_start else None


@cache
def _names_as_long_as(length: int, slips: int) -> tuple[str, ...]:
    """The names that a few slips may make a word of that length of."""
    return tuple(name for name in _issuers() if len(name) > _SHORTEST + 1 and abs(len(name) - length) <= slips)


def _is_capitalised(words: str) -> bool:
    return words != words.lower()


def _as_typed(words: str) -> str:
    """The words as they were written, with capitals if they had none."""
    words = re.sub(r"^bank\s+(?=[A-Z])", "", " ".join(words.split()))
    return words if _is_capitalised(words) else _JOINT.sub(lambda joint: joint.group().lower(), words.title())


_JOINT = re.compile(r"(?<=\s)(?:Of|The|And|De|Del|La|Di|Do|Da|Du)(?=\s)")


# Taking the message apart.

_SEPARATOR = re.compile(
    r"\s*(?:\n+|;|\||•|·|\+(?=\s)|/(?!\d)|→|,(?!\s*(?:N\.?A\.?|Inc|Ltd|Limited|plc|PLC|LLC|S\.A|A\.G|AG|Corp"
    r"|FSB|F\.S\.B|SA|NV|GmbH|Sh\.?A)\b))\s*"
    r"|(?:^|\s+)[-–*]\s+|\s+[-–]{1,2}\s+"
    r"|(?<!\b\w)\s*&\s*(?!\w\b|Co\b|co\b|Sons|Trust|Partners)"
    rf"|\s+(?:{CONNECTIVES})\s+"
    r"|(?:^|\s+)\(?\d{1,2}[.)]\s+|(?<=\s)\d\)|(?<=[^\W\d_]{4})[.!?]+\s+",
    re.IGNORECASE,
)
_LAST_FOUR = re.compile(
    r"[(\[]?\s?(?:\b(?:ending|ends|ended|end|last|four|4|digits|digit|with|in|no|nr|number|is|are|the"
    r"|terminada|termina|acaba|en|endet|endend|auf|mit|endziffern"
    r"|finissant|se|terminant|par|final|terminado|em|che|finisce|con|końcówka|kończy|się|na|sonu|biten|son"
    r"|dört|hane|оканчивается|заканчивается|закінчується"
    r"|на|последние|останні|цифры|цифри|четыре|чотири"
    r"|окончание)\b[\s:]{0,3}){0,6}[*xX•.…#·-]{0,20}\s?\b\d{4}\b\s?[)\]]?",
    re.IGNORECASE,
)
_FOUR_DIGITS = re.compile(r"\d{4}")
_PARENTHESIS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_NETWORKS = phrase_book(NETWORKS)
_NETWORK_WORDS = frozenset(phrase for phrase in _NETWORKS if " " not in phrase) | {"electron"}


def _pieces(text: str) -> Iterator[str]:
    """The parts of the message that each should be a name."""
    rest = _opened(_LAST_FOUR.sub(" ", text) if _FOUR_DIGITS.search(text) else text)
    rest = peel(rest) if re.search(r"\w", rest) else rest
    whole_names = list(_spans_of_names_with_a_separator(rest))
    start = 0
    for separator in _SEPARATOR.finditer(rest):
        if not any(begin < separator.end() and separator.start() < end for begin, end in whole_names):
            yield rest[start : separator.start()]
            start = separator.end()
    yield rest[start:]


def _opened(text: str) -> str:
    """The text with what stands in brackets left out, unless that is where the names are."""
    outside = _PARENTHESIS.sub(" ", text)
    if any(_known_among(_words(piece)) for piece in _SEPARATOR.split(outside) if piece):
        return outside
    return _PARENTHESIS.sub(r"; \1; ", text)


def _spans_of_names_with_a_separator(text: str) -> Iterator[tuple[int, int]]:
    words = [(word.start(), word.end()) for word in re.finditer(r"[\w'.]+", text)]
    keys = [_key(text[start:end]) for start, end in words]
    at = 0
    while at < len(words):
        for last in range(min(at + _LONGEST_NAME, len(words)) - 1, at, -1):
            if " ".join(keys[at : last + 1]) in _names_with_a_separator():
                yield words[at][0], words[last][1]
                at = last
                break
        at += 1


_LONGEST_NAME = 7


@dataclass(frozen=True, slots=True)
class _Word:
    typed: str
    key: str

    @property
    def is_small(self) -> bool:
        """Whether it may stand around a name without being part of one."""
        return (
            not self.key
            or self.key in FUNCTION_WORDS
            or self.key in _CONNECTIVE_WORDS
            or self.key in _NETWORK_WORDS
            or bool(_ORDINAL.fullmatch(self.key))
        )


_ORDINAL = re.compile(r"\d+ ?(?:st|nd|rd|th|[aoeй]|er|eme|я|ая|га|ша|x)?")
_CONNECTIVE_WORDS = phrase_book(CONNECTIVES) | {"a"}
_SMALL_WORDS = FUNCTION_WORDS | _CONNECTIVE_WORDS
_SMALL_OR_NOT = FUNCTION_WORDS | NOT
_GENERIC_OR_SMALL = GENERIC | FUNCTION_WORDS
_NO_PART_OF_A_NAME = FUNCTION_WORDS - PARTICLES


def _words(text: str) -> list[_Word]:
    return [_Word(word, _key(word)) for word in re.findall(r"[^\s=:]+", text)]


def _key(word: str) -> str:
    """As `key`, at once for what is plain already."""
    return word.lower() if word.isascii() and word.isalnum() else key(word)


@dataclass(frozen=True, slots=True)
class _Found:
    """A known issuer among words: from where to where, and its name."""

    start: int
    end: int
    name: str


def _known_among(words: Sequence[_Word]) -> list[_Found]:
    """Every known issuer among the words, the longest name first where several begin alike."""
    found: list[_Found] = []
    at = 0
    while at < len(words):
        for last in range(min(at + _LONGEST_NAME, len(words)), at, -1):
            keys = _keys(words[at:last])
            if words[at].key and words[last - 1].key and not _goes_on(words, last) and (name := _known(keys)):
                found.append(_Found(at, last, name))
                at = last
                break
        else:
            at += 1
    return found


def _goes_on(words: Sequence[_Word], at: int) -> bool:
    """Whether a name goes on after a word: what we know as People's Bank is not "Peoples Bank of Tampa"."""
    if " ".join(_keys(words[at : at + 3])) in _spellings():
        return False
    while at < len(words) and words[at].key in _GENERIC_BUT_OF:
        at += 1
    if at + 1 >= len(words) or words[at].key not in _OF:
        return False
    joint, following = words[at], words[at + 1]
    is_title = following.typed[0].isupper() and joint.typed.islower() and words[at - 1].typed[0].isupper()
    return is_title or (joint.key == "of" and not following.is_small)


def _misspelt_among(words: Sequence[_Word]) -> list[_Found]:
    """The issuers that words are a slip away from."""
    strange = [at for at, word in enumerate(words) if not word.is_small and word.key not in NEVER_A_NAME]
    slips = ((at, _misspelt([words[at].key])) for at in strange[:_MOST_SLIPS] if len(words[at].key) > _SHORT)
    return [_Found(at, at + 1, name) for at, name in slips if name and not _is_ordinary(name)]


_MOST_SLIPS = 4
_SHORT = 5
"""Letters of a word that a slip soon makes another word of: only where nothing stands beside it."""


def _part(piece: str) -> _Part:
    """What one part of the message says."""
    words = _words(piece)
    core = _core(words)
    if not core:
        return _without_a_name(words)
    found = _known_among(words)
    known = _spellings()[" ".join(_keys(core))] if _is_spelled(core) else _known(_keys(core))
    if known and len(found) < _SEVERAL:
        return _Part("nothing") if found and not _meant(words, found) else _Part("bank", (_as_told(core, known),))
    if found and _is_small_beside(words, found):
        return _named(words, found)
    slip = _misspelt(_keys(core))
    if slip and (len(core) == len(words) or not _is_ordinary(slip)):
        return _Part("bank", (slip,))
    if not _reads_as_a_bank(core):
        found = sorted((*found, *_misspelt_outside(words, found)), key=lambda one: one.start)
    if found and (_is_small_beside(words, found) or _is_sentence_around(words, found)):
        return _named(words, found)
    return _unknown(words, core)


def _misspelt_outside(words: Sequence[_Word], found: Sequence[_Found]) -> list[_Found]:
    taken = {at for one in found for at in range(one.start, one.end)}
    return [slip for slip in _misspelt_among(words) if slip.start not in taken]


_SEVERAL = 2


def _keys(words: Sequence[_Word]) -> list[str]:
    return " ".join(word.key for word in words).split()


def _core(words: Sequence[_Word]) -> Sequence[_Word]:
    """The words less the small ones around the name; one that belongs to a known name stays ("Yapı Kredi")."""
    core = [word for word in words if word.key]
    while core and not _is_spelled(core) and (core[0].is_small or core[-1].is_small):
        core.pop(-1 if core[-1].is_small else 0)
    return core


def _is_spelled(words: Sequence[_Word]) -> bool:
    """Whether the words are a known name exactly; "a bank" is no A-Bank, nor is "a card" one of a network."""
    keys = [word.key for word in words]
    if " ".join(keys) not in _spellings():
        return False
    return keys[0] != "a" and (len(keys) > 1 or keys[0] not in FUNCTION_WORDS or words[0].typed.isupper())


def _as_told(words: Sequence[_Word], known: str) -> str:
    """The name as it was written, if that was with capitals and is one of its spellings."""
    typed = _bare(words)
    if exact := _spellings().get(key(typed)):
        return exact
    typed = _LABEL.sub("", typed)
    return _as_typed(typed) if _is_capitalised(typed) and typed.isascii() and reduced(typed) in _issuers() else known


_LABEL = re.compile(r"^(?:bank|банк)\s+", re.IGNORECASE)


def _named(words: Sequence[_Word], found: Sequence[_Found]) -> _Part:
    """The issuers found, less those that are said not to be meant: "HSBC, not Barclays"."""
    meant = _meant(words, found)
    if not meant:
        return _Part("nothing")
    open_names = tuple(_bare([word]).title() for word in _after_from(words, found))
    return _Part("guess", meant + open_names, is_bare=True) if open_names else _Part("bank", meant)


def _meant(words: Sequence[_Word], found: Sequence[_Found]) -> tuple[str, ...]:
    """The names of the issuers found, less those that are denied."""
    if has_phrase(" ".join(word.key for word in words), NEVER):
        return ()
    return tuple(one.name for one in found if not _is_denied(words, one))


def _after_from(words: Sequence[_Word], found: Sequence[_Found]) -> list[_Word]:
    """Words that we do not know where a sentence names a bank: after "from"."""
    beside = _beside(words, found)
    return [
        word
        for word in beside
        if not word.is_small
        and word.key not in GENERIC
        and words.index(word)
        and words[words.index(word) - 1].key in _FROM
    ]


_FROM = phrase_book(
    "from|von|vom|del|du|dal|dalla|od|от|від|van|från|fra|pelo|one|another|una|otra|uno|otro|eine|andere|une|autre|uma"
    "|outra|um|outro|altra|jedna|druga|одна|другая|вторая|інша|друга|biri|diğeri|ene|druhá"
)
"""Words right before the name of a bank."""
_IS = phrase_book("is|its|was|es|era|ist|war|est|c'était|é|foi|è|to|był|это|був|це|är|var|je|este")


def _is_denied(words: Sequence[_Word], one: _Found) -> bool:
    before = [word.key for word in words[max(0, one.start - 2) : one.start]]
    return bool(before) and (before[-1] in _NOT_THAT or (len(before) > 1 and before[0] in _NOT_THAT))


_NOT_THAT = NOT - {"no", "without", "mai", "na", "nu", "ne", "ei"}


def _is_small_beside(words: Sequence[_Word], found: Sequence[_Found]) -> bool:
    """Whether nothing but small words stands beside the names."""
    return all(word.is_small or word.key in GENERIC or word.key in _NOT_THAT for word in _beside(words, found))


def _is_sentence_around(words: Sequence[_Word], found: Sequence[_Found]) -> bool:
    """Whether the names stand in a sentence that asks nothing, and of which no other word looks like a name."""
    beside = _beside(words, found)
    telling = [word for word in beside if not word.is_small and word.key not in GENERIC]
    return (
        len(telling) < len(beside)
        and not all(_is_ordinary(one.name) for one in found)
        and not any(_NO_ANSWER.fullmatch(word.key) or _BANK_WORD.search(word.key) for word in telling)
        and not any(word.typed[0].isupper() and word is not words[0] for word in telling)
    )


def _is_ordinary(name: str) -> bool:
    return plain(name) in ORDINARY or reduced(name) in ORDINARY


_NO_ANSWER = re.compile(
    r"\b(?:why|what|who|how|when|do|does|did|you|your|can|cant|need|want|wanna|ask|asking|tell|accept|support|help|wont|will"
    r"|would|account|transfer|deposit|withdraw|puedo|acept\w*|kann|akzeptiert\w*|acceptez|puis|posso|aceita\w*|accett\w*"
    r"|moge|можно|принимаете|можна|приймаєте|decir\w*|dire|dizer|sagen?|sag|powiem|podam|скажу|говорить|share)\b",
)


def _asks(words: str) -> bool:
    return bool(_NO_ANSWER.search(words) or re.search(NO_DENIAL, words))


def _beside(words: Sequence[_Word], found: Sequence[_Found]) -> list[_Word]:
    taken = {at for one in found for at in range(one.start, one.end)}
    branches = {one.end for one in found if one.end < len(words) and _is_a_branch(words, one)}
    return [word for at, word in enumerate(words) if at not in taken | branches and word.key]


def _is_a_branch(words: Sequence[_Word], one: _Found) -> bool:
    """Whether the word after an issuer only says where in the world it is: "Revolut Lithuania"."""
    after = words[one.end].key
    return after in BRANCHES or (after in _placenames() and not _is_ordinary(one.name))


def _without_a_name(words: Sequence[_Word]) -> _Part:
    """A part of small words only: of a network, of some bank that is left unnamed, or of nothing."""
    keys = [word.key for word in words if word.key]
    if any(word in _NETWORK_WORDS for word in keys) or " ".join(keys) in _NETWORKS:
        return _Part("network")
    return _Part("some bank" if _speaks_of_some_bank(keys) else "nothing")


def _speaks_of_some_bank(keys: Sequence[str]) -> bool:
    return not VAGUE.isdisjoint(keys) and any(_BANK_WORD.search(word) for word in keys)


# Names that we do not know.

_BANK_WORD = re.compile(
    r"bank|banc|banq|банк|pank|credit union|savings|building society|sparkasse|sparbank|sparekasse|volksbank"
    r"|kasse\b|caisse|caja\b|caixa|cassa|kasa\b|trust|финанс|financ|finans|credito|crédito|crédit\b|kredit"
    r"|кредит|fintech|\bpay\b|pay$|\bcoop|cooperativ|银行|銀行|은행|بنك|بانک|مصرف|בנק|बैंक|ธนาคาร|τράπεζα|fcu\b"
    r"|\bcu\b|federal|\bunion\b|society"
)
_AFTER_CALLED = re.compile(rf"\b(?:{CALLED})[\s:]+(.+)$", re.IGNORECASE | re.DOTALL)


def _unknown(words: Sequence[_Word], core: Sequence[_Word]) -> _Part:
    """What a part says that has words of its own and is no known name."""
    if " ".join(word.key for word in core) in _NETWORKS:
        return _Part("network")
    called = _AFTER_CALLED.search(" ".join(word.typed for word in words))
    if called and (names := _core(_words(called[1]))):
        return _Part("bank", (_as_typed(_bare(names)),))
    keys = [word.key for word in core]
    if _speaks_of_some_bank([word.key for word in words]) and not _is_a_title(core):
        return _Part("some bank")
    if " ".join(keys) in countries_of_cities() or _is_no_name(keys) or _asks(" ".join(keys)):
        return _Part("nothing")
    name = _bare(_title(words, core))
    if _reads_as_a_bank(core) or _reads_as_a_name(name):
        return _Part("bank", (_as_typed(name),))
    if len(keys) > _LONGEST_GUESS:
        return _Part("nothing")
    return _Part("guess", (name.title(),), is_bare=_is_bare(words, core))


_LONGEST_GUESS = 3


def _is_bare(words: Sequence[_Word], core: Sequence[_Word]) -> bool:
    """Whether words that we do not know stand where a name would: alone, or after "is" or "from"."""
    at = words.index(core[0])
    return not any(word.is_small for word in words) or (at > 0 and words[at - 1].key in _FROM | _IS)


def _bare(words: Sequence[_Word]) -> str:
    return " ".join(word.typed for word in words).strip(" .,!?\"'«»“”-*")


def _is_no_name(keys: Sequence[str]) -> bool:
    """Whether the words cannot name anything: they ask, they only place a bank somewhere, or they are no words."""
    telling = [word for word in keys if word not in _NO_TELLING and word not in _placenames()]
    return (
        any(word in NEVER_A_NAME for word in keys)
        or not (telling or _is_of_a_place(keys))
        or _is_gibberish(keys)
        or len(keys) > _LONGEST_NAME
        or any(len(word) > 5 and word.isdigit() for word in keys)
    )


def _is_of_a_place(keys: Sequence[str]) -> bool:
    """Whether it is called after a place: "Bank of Springfield", "Banco de Chile"."""
    inside = keys[1:-1]
    return bool(_BANK_WORD.search(" ".join(keys))) and not _OF.isdisjoint(inside)


_OF = frozenset(("of", "de", "del", "della", "di", "do", "da", "du", "des", "von", "van"))
_GENERIC_BUT_OF = GENERIC - _OF


def _reads_as_a_bank(core: Sequence[_Word]) -> bool:
    """Whether there is a word for bank among the words, and none in small letters that no name has."""
    keys = [word.key for word in core]
    if not _BANK_WORD.search(" ".join(keys)):
        return False
    strange = (word.typed for word in core if word.key in _NO_PART_OF_A_NAME)
    return not any(typed == typed.lower() for typed in strange)


def _title(words: Sequence[_Word], core: Sequence[_Word]) -> Sequence[_Word]:
    """The words with the small ones that belong to the name: "First" in "First Sahara Bank"."""
    told = [word for word in words if word.key]
    if _is_a_title(told) and told[0].key not in _SENTENCE_STARTS:
        return told
    at = told.index(core[0])
    return [told[at - 1], *core] if at and told[at - 1].key in _FIRST and _reads_as_a_bank(core) else core


def _is_a_title(words: Sequence[_Word]) -> bool:
    """Whether every word has a capital."""
    return len(words) > 1 and all(word.typed[0].isupper() for word in words)


_FIRST = frozenset(("first", "united", "standard"))
_SENTENCE_STARTS = phrase_book(
    "my|the|a|an|it|i|is|was|card|bank|mein|meine|mi|ma|mon|meu|minha|mio|mia|moja|mój|моя|мой|мій|это|це"
)


@cache
def _placenames() -> frozenset[str]:
    return frozenset(name for name in country_table() if " " not in name and len(name) > 3)


_VOWELS = frozenset("aeiouyаеиоуыэюяіїєαειουη")
_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")


def _is_gibberish(words: Sequence[str]) -> bool:
    return any(
        len(word) > 2 and (any(len(word) > 3 and word in row for row in _KEYBOARD) or len(set(word)) == 1)
        for word in words
    )


def _reads_as_a_name(name: str) -> bool:
    """Every word has a capital, and all but abbreviations have vowels."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if plain(word) not in _SMALL_WORDS]
    return 0 < len(words) <= _LONGEST_TITLE and all(_is_name_word(word) for word in words)


_LONGEST_TITLE = 4


def _is_name_word(word: str) -> bool:
    if word.isupper():
        return 1 < len(word) < 7 or bool(_VOWELS & set(plain(word)))
    if word[0].islower() and word == word.lower():
        return False
    return bool(_VOWELS & set(plain(word))) or not word.isascii()


# No cards at all.


def _says_no_cards(text: str) -> bool:
    if says_none(text) or says_no(text):
        return True
    if len(text) > _LONGEST_DENIAL or re.search(NO_DENIAL, plain(text)):
        return False
    parts = [part for part in re.split(r"[,.;!?\n]+", text) if plain(part)]
    denials = [at for at, part in enumerate(parts) if _denies_cards(part)]
    return (
        bool(denials)
        and all(word.is_small for part in parts[: denials[0]] for word in _words(part))
        and not any(_names_an_issuer(part) for at, part in enumerate(parts) if at not in denials)
    )


_LONGEST_DENIAL = 160
_ONLY_OTHERWISE = re.compile(
    r"\b(?:only|just|always|solo|solamente|nur|immer|seulement|apenas|so|tylko|sadece|soltanto|только|лише|тільки"
    r"|alleen|bara)\b"
    r".{0,40}(?:crypt|kript|крипт|transfer|wire|sepa|swift|wallet|bitcoin|btc|uberweis|virement|przelew"
    r"|bonific|havale|перевод|переказ)"
)
_LINKING = re.compile(LINKING)
_CARDS = re.compile(CARDS)
_DEFINITE = re.compile(DEFINITE)
_LONE_DENIAL = re.compile(r"\ben ole\b|\bn ai\b")


_NO_OR_NONE = NO | NONE


def _denies_cards(part: str) -> bool:
    """Whether it says that no card was linked, or that money only ever came another way."""
    words = plain(part)
    if words in _NO_OR_NONE or NOT.issuperset(words.split()) or _says_never(words):
        return True
    if _NOUGHT.fullmatch(words):
        return True
    denies = not NOT.isdisjoint(words.split()) or _LONE_DENIAL.search(words)
    of_cards = _LINKING.search(words) or (_CARDS.search(words) and not _DEFINITE.search(words))
    return bool((denies and of_cards) or _ONLY_OTHERWISE.search(words)) and not _names_an_issuer(part)


_NOUGHT = re.compile(r"0 (?:banks?|bancos|banken|banques|banche|bankow|банков|банків)")


def _says_never(words: str) -> bool:
    """Whether it is a "never" with nothing but small words beside it."""
    return has_phrase(words, _NEVER) and _SMALL_OR_NOT.issuperset(words.split())


_NEVER = phrase_book("never|nunca|jamás|noch nie|niemals|jamais|nigdy|никогда|ніколи|nooit|aldrig|nikdy|niciodată|soha")


def _names_an_issuer(part: str) -> bool:
    """Whether a known issuer is named, a network, or something that reads as a bank."""
    words = _words(part)
    keys = [word.key for word in words]
    return (
        any(not _is_ordinary(one.name) for one in _known_among([word for word in words if word.key not in NOT]))
        or any(word in _NETWORK_WORDS for word in keys)
        or any(word not in _GENERIC_OR_SMALL and _BANK_WORD.search(word) for word in keys if not _CARDS.search(word))
    )
