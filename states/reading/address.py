"""A home address, written on one line or many, with labels or without, the country first or last."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from states.private import Private
from states.reading import postcodes, streets
from states.reading.cities import cities, countries_of_cities
from states.reading.countries import (
    country_name,
    country_table,
    find_country,
    key,
    nearest_countries,
    us_states,
    with_flags_spelled,
)
from states.reading.normalise import in_small_letters
from states.reading.words import peel, phrase_book, plain, says_unknown, says_yes_no_or_none
from states.verdicts import Option, Refused, Unsure


class Address(Private):
    """Where a person lives."""

    country: str
    """ISO 3166 alpha-2, and XK for Kosovo."""
    state: str | None = None
    """USPS code in the United States; elsewhere the region as written, if it was."""
    city: str
    street: str
    """The rest of the address as written: street, house, flat, district."""
    postal_code: str | None = None
    raw: str
    """The whole text."""


def read_address(
    text: str,
    *,
    now: datetime,  # noqa: ARG001  every reader has one shape
    locale: str | None,  # noqa: ARG001  as above
    kept: Mapping[str, Any] | None = None,
) -> Address:
    """The address in the text.

    `kept` is that of an earlier refusal: then the text may be the missing part alone. Raises Refused with no_answer,
    not_an_address, po_box, bad_postcode, unknown_country, missing_country, missing_city, missing_street or
    missing_state, and Unsure with missing_country, missing_state or did_you_mean. The refusals for a missing part
    tell what was found (`country`, `city`).
    """
    _turn_away_what_is_no_address(text, in_reply=bool(kept))
    if not kept:
        return _address(text)
    try:
        return _address(text)
    except (Refused, Unsure):
        return _address(_completed(str(kept["text"]), text))


def spoken(address: Address) -> str:
    """The address on one line, in an order that reads back to the same parts."""
    parts = (address.street, address.city, address.state, address.postal_code, country_name(address.country))
    return ", ".join(part for part in parts if part)


# The parts of an address, as far as they are found.


@dataclass(frozen=True, slots=True)
class _Draft:
    country: str | None = None
    state: str | None = None
    city: str | None = None
    postal_code: str | None = None
    rest: tuple[str, ...] = ()
    """What is not one of the above: the street, if there is one."""
    country_first: bool = False


_LABEL_OF_THE_MISSING = {
    "missing_country": "Country",
    "unknown_country": "Country",
    "did_you_mean": "Country",
    "missing_city": "City",
    "missing_street": "Street",
    "missing_state": "State",
    "bad_postcode": "Postcode",
}


_PREPOSITION = re.compile(r"(?:in|at|on|en|à|w|we|в|у|na|em)\s+(?=\w)", re.IGNORECASE)


def _completed(earlier: str, reply: str) -> str:
    """The earlier text with the reply put in as the part that it lacked."""
    try:
        _address(earlier)
    except (Refused, Unsure) as lack:
        if label := _LABEL_OF_THE_MISSING.get(lack.reason):
            return f"{label}: {_PREPOSITION.sub('', _without_lead_in(peel(reply)))}\n{earlier}"
    return f"{earlier}\n{reply}"


def _address(text: str) -> Address:
    if streets.PO_BOX.search(plain(text)):
        raise Refused("po_box")
    try:
        draft = _drafted(text)
    except Refused as refused:
        raise Refused(refused.reason, kept={"text": text}, **refused.facts) from None
    if draft.country is None:
        _ask_for_the_country(draft, text)
    known = {"country": draft.country, "city": draft.city}
    kept = {"text": text}
    if draft.country == "US" and draft.state is None:
        _ask_for_the_state(draft, text)
    if draft.city is None:
        raise Refused("missing_city", kept=kept, **known)
    if not (_holds_a_street(draft.rest) or _is_irish_without_streets(draft)):
        raise Refused("missing_street", kept=kept, **known)
    return Address(
        country=draft.country or "",
        state=draft.state,
        city=draft.city,
        street=", ".join(draft.rest),
        postal_code=draft.postal_code,
        raw=text,
    )


def _ask_for_the_country(draft: _Draft, text: str) -> None:
    """Refuses; where the rest tells the country, or it is misspelt, asks instead."""
    kept = {"text": text}
    parts = _parts(text)
    for part in (parts[-1], parts[0]) if len(parts) > 1 else ():
        words = key(part)
        if len(words) > 4 and words not in countries_of_cities() and not _has_street_word(words):
            options = tuple(
                Option(option.label, text.replace(part, option.text))
                for option in nearest_countries(words)
                if "," not in option.text
            )
            if options:
                raise Unsure("did_you_mean", options, kept=kept)
    guess = _country_told_by_the_rest(draft, text)
    if guess:
        option = Option(country_name(guess), f"{text}, {country_name(guess)}")
        if _reads(option.text):
            raise Unsure("missing_country", (option,), kept=kept)
    raise Refused("missing_country", kept=kept, city=draft.city)


def _reads(text: str) -> bool:
    try:
        _address(text)
    except (Refused, Unsure):
        return False
    return True


def _country_told_by_the_rest(draft: _Draft, text: str) -> str | None:
    if _US_STATE_AND_ZIP.search(text):
        return "US"
    if (british := postcodes.pattern("GB")) and british.search(text):
        return "GB"
    named = [countries_of_cities().get(plain(part), frozenset()) for part in draft.rest]
    only = {next(iter(codes)) for codes in named if len(codes) == 1}
    return only.pop() if len(only) == 1 else None


_US_STATE_AND_ZIP = re.compile(r"\b[A-Z]{2},? \d{5}(?:-\d{4})?\b")


def _ask_for_the_state(draft: _Draft, text: str) -> None:
    """Refuses; where the ZIP code tells the state, asks instead."""
    if draft.postal_code and (state := postcodes.state_of_zip(draft.postal_code)):
        option = Option(state, f"State: {state}\n{text}")
        if _reads(option.text):
            raise Unsure("missing_state", (option,), kept={"text": text})
    raise Refused("missing_state", kept={"text": text}, country="US", city=draft.city)


# Taking the text apart.

_BREAK = re.compile(r"\s*(?:\n|,|;|\||•|·|\s/\s|(?<=[^\W\d])/(?=[^\W\d]{3})|\s[-–]\s|、)\s*")


_HYPHEN_BEFORE_POSTCODE = re.compile(r"(?<=[^\W\d]{3})-(?=\d{4,6}\b)")


_AFTER_A_ZIP = re.compile(r"\b[A-Z]{2},? \d{5}(?:-\d{4})?(?= \d+[A-Z]? )")
"""A state and its ZIP code before a house number: the city line has been written first."""


def _parts(text: str) -> list[str]:
    text = _AFTER_A_ZIP.sub(r"\g<0>, ", _HYPHEN_BEFORE_POSTCODE.sub(" ", text))
    parts = (part.strip(" .:-*\"'()[]") for part in _BREAK.split(text))
    return [part for part in parts if re.search(r"\w", part)]


def _drafted(text: str) -> _Draft:
    said = peel(streets.ASKED_BACK.sub("", _COUNTRY_BEFORE_POSTCODE.sub(r"\1 \3, \2", with_flags_spelled(text))))
    labelled, text = _labelled(_without_lead_in(_without_talk_before(_without_preface(said))))
    others = map(_without_lead_in, _parts(text))
    others = map(_without_wrong_postcode, others) if labelled.postal_code else others
    draft = replace(labelled, rest=(*labelled.rest, *others))
    if draft.country is None:
        draft = _with_country(draft)
    if draft.country is None:
        return _with_city(draft) if len(draft.rest) > 1 else draft
    draft = _with_us_state(draft) if draft.country == "US" else _with_postcode(_with_region(draft))
    return _without_vague_parts(_with_city(draft))


_COUNTRY_BEFORE_POSTCODE = re.compile(
    r"(\S)[ ,]+(england|scotland|wales|northern ireland|united kingdom|great britain|uk|canada)(?:,? uk)?"
    r",? ([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d[a-z] ?\d[a-z]\d)\s*[.!]*$",
    re.IGNORECASE,
)
"""The British put their nation before the postcode."""


def _without_preface(text: str) -> str:
    while (preface := streets.PREFACE.match(text)) and preface.end() < len(text):
        text = text[preface.end() :]
    return text


def _without_talk_before(text: str) -> str:
    """The text from where it says "I live at" or the like, if what stands before names nothing."""
    small = in_small_letters(text)
    starts = [stop.end() for stop in _STOP.finditer(text) if streets.LEAD_IN.match(small, stop.end())]
    if not starts or any(map(_names_something, _parts(text[: starts[-1]]))):
        return text
    return text[starts[-1] :]


_STOP = re.compile(r"[,;.!?\n]+\s*")


def _names_something(part: str) -> bool:
    part = _without_lead_in(part)
    words = plain(part)
    return (
        any(c.isdigit() for c in words)
        or words in countries_of_cities()
        or _has_street_word(words)
        or find_country(part) is not None
    )


def _without_wrong_postcode(part: str) -> str:
    """The part less a number that stands where a postcode would: the right one has been given elsewhere."""
    return part if _has_street_word(plain(part)) else postcodes.without_one(part)


def _without_lead_in(text: str) -> str:
    lead_in = streets.LEAD_IN.search(in_small_letters(text))
    return (text[: lead_in.start()] + text[lead_in.end() :] if lead_in else text) or text


# Labels.

_ALL_LABELS = {plain(label): part for part, page in streets.LABELS.items() for label in page.split("|")}
_END_OF_VALUE = re.compile(r"[,;|\n]")
_LABEL = re.compile(
    r"(?:(?<=^)|(?<=[\n,;|])|(?<=\s))\s*(?P<label>"
    + "|".join(
        sorted(
            {re.escape(label) for page in streets.LABELS.values() for label in page.split("|")}, key=len, reverse=True
        )
    )
    + r")\s*(?:[:=]|\s-\s)\s*",
    re.IGNORECASE,
)


_AFTER_A_LABEL = re.compile(r"[:=]|\s-\s")
_BARE_LABEL = re.compile(
    r"(?:^|(?<=[\s,]))(?P<label>country|city|street|postcode|zip(?: code)?|state|house)(?::|\s+is)?\s+(?=\w)",
    re.IGNORECASE,
)


def _labelled(text: str) -> tuple[_Draft, str]:
    """The parts that have a label, and the text without them. "Address:" before all of it is no label of a part."""
    if {plain(label["label"]) for label in _BARE_LABEL.finditer(text)} >= {"country", "city"}:
        text = _BARE_LABEL.sub(r", \g<label>: ", text)
    if not _AFTER_A_LABEL.search(text):
        return _Draft(), text
    marks = list(_LABEL.finditer(text))
    kinds = [_ALL_LABELS[plain(mark["label"])] for mark in marks]
    if kinds == ["street"] and not text[: marks[0].start()].strip():
        return _Draft(), text[marks[0].end() :]
    if set(kinds) <= {"house", "flat"}:
        return _Draft(), text
    found: dict[str, list[str]] = {}
    others = [text[: marks[0].start()]]
    for at, (mark, kind) in enumerate(zip(marks, kinds, strict=True)):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
        value, _, after = (
            _END_OF_VALUE.sub("\n", text[mark.end() : end], count=1).partition("\n")
            if kind != "street"
            else text[mark.end() : end].partition("\n")
        )
        found.setdefault(kind, []).append(value.strip(" ,;|.\n"))
        others.append(after)
    return _draft_of_labels(
        {kind: ", ".join(filter(None, values)) for kind, values in found.items() if any(values)}
    ), "\n".join(others)


def _draft_of_labels(found: Mapping[str, str]) -> _Draft:
    country = None
    if name := found.get("country"):
        country = find_country(name)
        if country is None and not nearest_countries(key(name)):
            raise Refused("unknown_country", kept={"text": ""})
    state = found.get("state")
    if state and country in {None, "US"} and (usps := us_states().get(key(state))):
        state, country = usps, country or "US"
    house = " ".join(filter(None, (found.get("street"), found.get("house"))))
    rest = [part for part in (house, found.get("flat"), None if country else found.get("country")) if part]
    return _Draft(
        country=country, state=state, city=found.get("city"), postal_code=found.get("postal_code"), rest=tuple(rest)
    )


# The country.

_SAFE_SHORT = phrase_book("uk|usa|us|uae|u|s|a|u|k|сша|оаэ|рф|drc|ksa|gb|nz|ua") | {
    "u s a",
    "u k",
    "u s",
    "u a e",
}
_BEFORE_A_COUNTRY = phrase_book("in|the|from|en|in|w|we|в|у|im|na|au|aux|nel|à|a|of|i")
_BEFORE_A_NAME_ONLY = streets.BEFORE_A_NAME - _BEFORE_A_COUNTRY
_LONGEST_COUNTRY = 5


def _with_country(draft: _Draft) -> _Draft:
    parts = draft.rest
    whole = [
        (_is_a_town_elsewhere(parts[at], code), at, code)
        for at in dict.fromkeys((len(parts) - 1, 0, *range(len(parts) - 2, 0, -1)))
        if 0 <= at < len(parts) and (code := _country_of_part(parts[at], parts))
    ]
    if whole:
        _, at, code = min(whole, key=lambda found: found[0])
        return replace(draft, country=code, rest=(*parts[:at], *parts[at + 1 :]), country_first=_is_first(at, parts))
    inside = [
        (not _is_of_towns(found[1], found[0]), at, found)
        for at in dict.fromkeys((len(parts) - 1, 0, *range(1, len(parts) - 1)))
        if 0 <= at < len(parts) and (found := _country_at_an_end(parts[at], parts))
    ]
    if not inside:
        return draft
    _, at, (code, before, after) = min(inside, key=lambda found: found[0])
    pieces = [piece for piece in (before, after) if piece]
    return replace(
        draft, country=code, rest=(*parts[:at], *pieces, *parts[at + 1 :]), country_first=at == 0 and not before
    )


def _is_of_towns(words: str, code: str) -> bool:
    """Whether the words begin or end with a large town of the country, and name no street."""
    tokens = words.split()
    if not tokens or len(tokens) > _LONGEST_TOWN + 1 or any(c.isdigit() for c in words):
        return False
    known = cities().get(code, frozenset())
    ends = (plain(" ".join(run)) for n in range(1, len(tokens) + 1) for run in (tokens[:n], tokens[-n:]))
    return not _has_street_word(plain(words)) and any(name in known for name in ends)


def _is_a_town_elsewhere(part: str, code: str) -> bool:
    """Granada is a town of Spain and the Spanish name of Grenada."""
    return bool(countries_of_cities().get(plain(part), frozenset()) - {code})


def _is_first(at: int, parts: tuple[str, ...]) -> bool:
    return at == 0 and len(parts) > 1


def _country_of_part(part: str, parts: tuple[str, ...]) -> str | None:
    words = key(part)
    if len(words) < 4 and words not in _SAFE_SHORT and (words in us_states() or not part.isupper()):
        return None
    code = find_country(part) if words in country_table() or len(words) < 4 else _by_known_name(part)
    if code == "GE" and words == "georgia" and _is_in_the_us(parts):
        return None
    return code


def _by_known_name(part: str) -> str | None:
    """The country of a part, inflected or not, that is not the name of a town as well."""
    if any(c.isdigit() for c in part) or plain(part) in countries_of_cities() or _has_street_word(key(part)):
        return None
    return find_country(part) if len(part.split()) < 4 else None


def _is_in_the_us(parts: Iterable[str]) -> bool:
    text = ", ".join(parts)
    return bool(re.search(r"\b3[019]\d{3}(?:-\d{4})?\b", text)) or any(plain(part) in cities()["US"] for part in parts)


def _country_at_an_end(part: str, parts: tuple[str, ...]) -> tuple[str, str, str] | None:
    """A country that ends or begins the part, or follows "in": its code, and what stands before and after it."""
    words = part.split()
    if len(words) > _MOST_WORDS:
        return None
    for start, end in _windows(len(words)):
        name = " ".join(words[start:end]).strip(" .")
        plain_name = key(name)
        if len(plain_name) < 4 and plain_name not in _SAFE_SHORT:
            continue
        if plain_name in {"us", "ua", "gb"} and not name.isupper():
            continue
        follows_in = start > 0 and plain(words[start - 1]) in _BEFORE_A_COUNTRY
        ends_the_part = all(word[0].isdigit() for word in words[end:])
        follows_its_town = _is_of_towns(" ".join(words[:start]), country_table().get(plain_name, ""))
        if not (ends_the_part or start == 0 or follows_in or follows_its_town):
            continue
        if plain_name == "georgia" and _is_in_the_us(parts):
            continue
        code = country_table().get(plain_name) or (
            find_country(name) if plain_name == "georgia" or follows_in else None
        )
        if code and not _belongs_to_a_street(words, start, end):
            before = " ".join(words[: start - 1] if follows_in and start > 1 else words[:start])
            return code, "" if plain(before) in streets.VAGUE else before, " ".join(words[end:])
    return None


_MOST_WORDS = 60


def _windows(count: int) -> Iterator[tuple[int, int]]:
    """Where names may stand among so many words: at the end, at the beginning, then anywhere; the longest first."""
    for length in range(min(_LONGEST_COUNTRY, count - 1), 0, -1):
        yield count - length, count
    for length in range(min(_LONGEST_COUNTRY, count - 1), 0, -1):
        yield 0, length
    for length in range(min(3, count - 2), 0, -1):
        yield from ((start, start + length) for start in range(1, count - length))


def _belongs_to_a_street(words: list[str], start: int, end: int) -> bool:
    """Whether a country's name is the name of a street: "Rue de France", "Jordan Street"."""
    before = [plain(word) for word in words[max(0, start - 2) : start]]
    if before and before[-1] in _JOINS:
        before.pop()
    if before and before[-1] in _BEFORE_A_NAME_ONLY:
        return True
    return end < len(words) and plain(words[end]) in streets.AFTER_A_NAME


# Regions, states and postcodes.


def _with_us_state(draft: _Draft) -> _Draft:
    draft = _with_zip(draft)
    if draft.state is None:
        draft = _with_state_among(draft)
    if draft.state and draft.postal_code and not _zip_fits(draft.postal_code, draft.state):
        raise Refused("bad_postcode", country="US", postal_code=draft.postal_code)
    return draft


_ZIP = re.compile(r"(?<![\w-])(\d{5})(?:-\d{4})?(?![\w-])")
_NO_ZIP_AFTER_A_STATE = re.compile(r"(?:^|\s)(?P<state>[A-Za-z]{2,})\.? (?P<code>\d{2,9})$")


def _with_zip(draft: _Draft) -> _Draft:
    if draft.postal_code:
        return draft
    for at in range(len(draft.rest) - 1, -1, -1):
        part = draft.rest[at]
        found = list(_ZIP.finditer(part))
        if found and (
            found[-1].end() == len(part) and (found[-1].start() > 0 or _is_not_the_only_number(draft.rest, at))
        ):
            return replace(
                draft, postal_code=found[-1].group(), rest=_with_part(draft.rest, at, part[: found[-1].start()])
            )
    for part in draft.rest:
        number = _NO_ZIP_AFTER_A_STATE.search(part)
        if number and (number["state"].isupper() or len(number["state"]) > 2) and key(number["state"]) in us_states():
            raise Refused("bad_postcode", country="US", postal_code=number["code"])
    if wrong := _lone_number_of_length(draft.rest, {3, 4, 6, 7, 8}):
        raise Refused("bad_postcode", country="US", postal_code=wrong)
    return draft


def _is_not_the_only_number(rest: tuple[str, ...], at: int) -> bool:
    """Whether the house has its number elsewhere. A number of its own after a street without one is the house's."""
    if at > 0 and len(rest[at]) < 5 and not re.search(r"\d", rest[at - 1]) and _has_street_word(plain(rest[at - 1])):
        return False
    others = (plain(part) for here, part in enumerate(rest) if here != at)
    return any(re.search(r"\d", words) and not streets.UNIT.fullmatch(words) for words in others)


def _lone_number_of_length(rest: tuple[str, ...], lengths: set[int]) -> str | None:
    """A part that is one number, where another part has a house number already."""
    for at, part in enumerate(rest):
        if part.isdigit() and len(part) in lengths and _is_not_the_only_number(rest, at):
            return part
    return None


def _with_part(parts: tuple[str, ...], at: int, text: str) -> tuple[str, ...]:
    text = text.strip(" ,.-")
    return (*parts[:at], *((text,) if text else ()), *parts[at + 1 :])


def _zip_fits(zip_code: str, state: str) -> bool:
    start = postcodes.us_zips().get(state)
    return bool(_ZIP.fullmatch(zip_code)) and (start is None or bool(start.match(zip_code)))


def _with_state_among(draft: _Draft) -> _Draft:
    """A part that is a state, the last of several and a code before a name; else one that ends or begins with one."""
    parts = draft.rest
    whole = [at for at, part in enumerate(parts) if _area(part)]
    by_code = [at for at in whole if len(key(parts[at])) == 2]
    if whole:
        at = (by_code or whole)[-1]
        return replace(draft, state=_area(parts[at]), rest=_with_part(parts, at, ""))
    for at in range(len(parts) - 1, -1, -1):
        words = parts[at].split()
        for length in range(min(3, len(words) - 1), 0, -1):
            tail, rest = words[-length:], words[:-length]
            codes_count = bool(draft.postal_code) or at == len(parts) - 1
            if _is_a_state(tail, codes_count=codes_count) and not (len(rest) == 1 and rest[0][0].isdigit()):
                return replace(draft, state=_area(" ".join(tail)), rest=_with_part(parts, at, " ".join(rest)))
    return _with_state_at_the_start(draft) if draft.country_first and parts else draft


def _with_state_at_the_start(draft: _Draft) -> _Draft:
    words = draft.rest[0].split()
    for length in range(min(3, len(words) - 1), 0, -1):
        if _is_a_state(words[:length], codes_count=False):
            after = _with_part(draft.rest, 0, " ".join(words[length:]))
            return replace(draft, state=_area(" ".join(words[:length])), rest=after)
    return draft


def _is_a_state(words: list[str], *, codes_count: bool) -> bool:
    name = " ".join(words)
    return bool(_area(name)) and (len(key(name)) > 2 or name.isupper() or codes_count)


_TERRITORIES = {
    key(name): code
    for code, names in {
        "PR": "PR|Puerto Rico",
        "GU": "GU|Guam",
        "VI": "VI|US Virgin Islands",
        "AS": "AS|American Samoa",
    }.items()
    for name in names.split("|")
}


def _area(name: str) -> str | None:
    """The USPS code of a state, or of a territory, which addresses write like one."""
    words = key(name)
    return us_states().get(words) or _TERRITORIES.get(words)


def _with_region(draft: _Draft) -> _Draft:
    """The first part that is a region and not a town, or the region's code after a town ("Melbourne VIC 3000")."""
    if draft.state:
        return draft
    known = _regions_of(str(draft.country))
    for at, part in enumerate(draft.rest):
        words = plain(part)
        if _names_a_region(words, known) and words not in cities().get(str(draft.country), ()):
            return replace(draft, state=part, rest=_with_part(draft.rest, at, ""))
    for at, part in enumerate(draft.rest):
        code = _CODE_OF_A_REGION.search(part)
        if code and plain(code["code"]) in known and _is_meant_as_a_code(code, str(draft.country)):
            return replace(
                draft, state=code["code"], rest=_with_part(draft.rest, at, part[: code.start()] + part[code.end() :])
            )
    return draft


_CODE_OF_A_REGION = re.compile(r"(?<=[^\W\d] )\(?(?P<code>(?i:[A-Z]{2,3}))\)?(?=$|\s+[\dA-Z][\dA-Z -]*\d[\dA-Z]*$)")


def _is_meant_as_a_code(code: re.Match[str], country: str) -> bool:
    """Whether it has capitals, or follows a large town: "sydney nsw"."""
    before = code.string[: code.start()].strip()
    is_after_a_town = plain(before) in cities().get(country, ()) or _town_at_the_end(before, country) is not None
    return code["code"].isupper() or is_after_a_town


@cache
def _regions_of(country: str) -> frozenset[str]:
    return postcodes.regions(country) | streets.REGIONS.get(country, frozenset())


def _names_a_region(words: str, known: frozenset[str]) -> bool:
    if words in known:
        return True
    tokens = words.split()
    return (
        len(tokens) > 1
        and not any(c.isdigit() for c in words)
        and (tokens[0] in streets.REGION_WORDS or tokens[-1] in streets.REGION_WORDS)
    )


@dataclass(frozen=True, slots=True)
class _Postcode:
    rank: int
    """How sure its place makes it: 0 is a part of its own."""
    at: int
    code: str
    before: str
    after: str


def _with_postcode(draft: _Draft) -> _Draft:
    pattern = postcodes.pattern(str(draft.country))
    if pattern is None:
        return draft
    if draft.postal_code:
        if not pattern.fullmatch(draft.postal_code):
            raise Refused("bad_postcode", country=draft.country, postal_code=draft.postal_code)
        return draft
    found = [
        code for at, part in enumerate(draft.rest) for code in _postcodes_in(part, at, pattern) if code.rank < _NO_PLACE
    ]
    if not found:
        _refuse_an_impossible_postcode(draft)
        return draft
    best = min(found, key=lambda code: (code.rank, -code.at))
    rest = list(draft.rest[: best.at])
    city = draft.city
    before, after = best.before.strip(" ,.-"), best.after.strip(" ,.-")
    town = after or (before if best.rank == 1 else "")
    rest += [piece for piece in (before, after) if piece and (piece != town or city)]
    rest += draft.rest[best.at + 1 :]
    if town and not city:
        town_parts = _town_beside_a_postcode(town, str(draft.country))
        if town_parts is None:
            draft = replace(draft, state=draft.state or town)
        else:
            extra, city = town_parts
            rest[best.at : best.at] = [extra] if extra else []
            rest += [before] if before and before != town and before not in rest else []
    return replace(draft, postal_code=best.code, city=city, rest=tuple(rest))


_NO_PLACE = 9


def _postcodes_in(part: str, at: int, pattern: re.Pattern[str]) -> Iterator[_Postcode]:
    for found in pattern.finditer(part) if _has_digit(part) else ():
        if not _has_digit(found["code"]):
            continue
        before, after = part[: found.start()], part[found.end() :]
        yield _Postcode(_rank(before, after, found["code"]), at, found["code"], before, after)


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


_DISTRICT = re.compile(r"(?<=\w)\s+(?:\d{1,2}|[IVX]{1,5}\.?)$")


def _rank(before: str, after: str, code: str) -> int:
    around = plain(before + " " + _DISTRICT.sub("", after))
    if not around or around in {
        "zip",
        "postcode",
        "plz",
        "pin",
        "cep",
        "cp",
        "индекс",
        "індекс",
        "zip code",
        "postal code",
    }:
        return 0
    has_numbers = any(c.isdigit() for c in around)
    if not (before.strip() and after.strip()) and not has_numbers and not _has_street_word(around):
        return 1
    if not before.strip():
        return _NO_PLACE
    if not after.strip():
        return 2 if has_numbers or not code.isdigit() or len(code) > 4 else _NO_PLACE
    return 3 if has_numbers and re.search(r"[^\W\d]", before) and re.search(r"[^\W\d]", after) else _NO_PLACE


def _town_beside_a_postcode(town: str, country: str) -> tuple[str, str] | None:
    """What of the words beside a postcode is a district, and the town; None if they are a region."""
    words = _CITY_PREFIX.sub("", town)
    if plain(words) in _regions_of(country) - cities().get(country, frozenset()):
        return None
    if _has_street_word(plain(words)) and plain(words) not in cities().get(country, ()):
        return _town_at_the_end(words, country)
    return _town_at_the_end(words, country) or ("", words)


_CITY_PREFIX = streets.CITY_BEFORE


def _refuse_an_impossible_postcode(draft: _Draft) -> None:
    """A number beside a town, or on its own, where the house has one already, is meant for a postcode."""
    streetless = [
        part
        for at, part in enumerate(draft.rest)
        if _is_not_the_only_number(draft.rest, at)
        and not _has_street_word(plain(part))
        and not streets.UNIT.fullmatch(plain(part))
    ]
    candidates = [part for part in streetless if _is_beside_a_town_or_alone(part, str(draft.country))]
    if wrong := postcodes.impossible_one(candidates):
        raise Refused("bad_postcode", country=draft.country, postal_code=wrong)


def _is_beside_a_town_or_alone(part: str, country: str) -> bool:
    if re.fullmatch(r"\d{3,9}", part):
        return True
    words = plain(re.sub(r"\b\w*\d\w*\b", " ", part))
    if not words:
        return bool(re.fullmatch(r"[A-Za-z]{1,2}\d\w?\s\w{1,4}", part))
    return (
        words in cities().get(country, ())
        or words in _regions_of(country)
        or bool(re.match(r"\d{3,9}\s+[^\W\d]", part))
    )


# The town.


def _with_city(draft: _Draft) -> _Draft:
    if draft.city:
        return replace(draft, city=_without_lone_numbers(draft.city))
    for find in (
        _marked_town,
        _known_town,
        _town_inside_a_part,
        _town_by_its_place,
        _town_after_the_street,
        _town_that_is_a_region,
    ):
        if found := find(draft):
            return found
    return draft


def _without_lone_numbers(city: str) -> str:
    return re.sub(r"^\d{4,}\s+|\s+\d{4,}$", "", city)


def _taken(draft: _Draft, at: int, city: str, left: str = "") -> _Draft:
    return replace(draft, city=city.strip(" ,.-"), rest=_with_part(draft.rest, at, left))


def _marked_town(draft: _Draft) -> _Draft | None:
    """A name with a word before it that says so: "м. Київ", "г. Москва", "city of Leeds"."""
    for at, part in enumerate(draft.rest):
        name = _CITY_PREFIX.sub("", part)
        if name != part and not any(c.isdigit() for c in name) and not _has_street_word(plain(name)):
            return _taken(draft, at, name)
    return None


def _known_town(draft: _Draft) -> _Draft | None:
    """A part that is a large town of the country; the last of several, the first where the country stands first."""
    known = cities().get(str(draft.country), frozenset())
    towns = [at for at, part in enumerate(draft.rest) if _town_name(part) in known]
    towns = [at for at in towns if plain(draft.rest[at]) not in _regions_of(str(draft.country))] or towns
    if not towns or (len(draft.rest) == 1 and draft.country is None):
        return None
    at = towns[0] if draft.country_first else towns[-1]
    return _taken(draft, at, draft.rest[at])


def _town_name(part: str) -> str:
    """The name without its district: "Dublin 2", "Praha 1", "Paris 8e"."""
    return plain(
        re.sub(
            r"\s+(?:\d{1,2}(?:e|er|ème|th)?|[IVX]+\.?|SE\d{1,2}|[NSEW]{1,2}\d{1,2}|CEDEX(?: \d+)?)$",
            "",
            part,
            flags=re.IGNORECASE,
        )
    )


def _town_inside_a_part(draft: _Draft) -> _Draft | None:
    """A large town at the end or the beginning of a part that goes on with something else."""
    country = str(draft.country)
    for at in range(len(draft.rest) - 1, -1, -1):
        if split := _town_at_the_end(draft.rest[at], country):
            left, town = split
            return _taken(draft, at, town, left)
    for at, part in enumerate(draft.rest):
        if split := _town_at_the_beginning(part, country):
            town, left = split
            return _taken(draft, at, town, left)
    return None


_LONGEST_TOWN = 4
_IN_ONLY_THERE = {"IT": frozenset("a"), "PL": frozenset("w")}
"""Elsewhere a letter of an address: "100 King St W"."""
_IN = frozenset(("in", "à", "en", "we", "em", "в", "у", "i", "v", "ve", "în", "near", "bei"))
_JOINS = phrase_book("de|du|des|la|le|les|of|the|del|della|di|da|do|dos|das|van|von|der|am|an")


def _town_at_the_end(part: str, country: str) -> tuple[str, str] | None:
    words = part.split()
    for length in range(min(_LONGEST_TOWN, len(words) - 1), 0, -1):
        town = " ".join(words[-length:])
        before = words[:-length]
        if len(before) > 1 and before[-1].lower() in _IN | _IN_ONLY_THERE.get(country, frozenset()):
            before = before[:-1]
        last = plain(before[-1])
        if (
            _town_name(town) not in cities().get(country, ())
            or last in _JOINS
            or (last in streets.BEFORE_A_NAME and last not in streets.AFTER_A_NAME)
        ):
            continue
        if last in streets.AFTER_A_NAME or last in streets.VAGUE or not _names_only_a_kind_of_street(before):
            return " ".join(before), town
    return None


def _town_at_the_beginning(part: str, country: str) -> tuple[str, str] | None:
    words = part.split()
    for length in range(min(_LONGEST_TOWN, len(words) - 1), 0, -1):
        town, after = " ".join(words[:length]), words[length:]
        if (
            plain(town) in cities().get(country, ())
            and not _names_only_a_kind_of_street(after)
            and re.search(r"[^\W\d]", " ".join(after))
        ):
            return town, " ".join(after)
    return None


def _names_only_a_kind_of_street(words: list[str]) -> bool:
    """Whether the words are like "Road 12": then the word beside them is the street's name and no town."""
    return all(
        plain(word) in streets.AFTER_A_NAME | streets.BEFORE_A_NAME | streets.BUILDINGS
        or not plain(word)
        or plain(word)[0].isdigit()
        for word in words
    )


def _town_by_its_place(draft: _Draft) -> _Draft | None:
    """The last name after the street, or, where the country stands first, the one just before the street."""
    names = [at for at, part in enumerate(draft.rest) if _may_be_a_town(part)]
    if not names:
        return None
    numbered = [at for at, part in enumerate(draft.rest) if at not in names and not streets.UNIT.fullmatch(plain(part))]
    if not numbered and len(names) > 1:
        # No part has a house number: the name farthest from the country is taken for the street.
        at = names[0] if draft.country_first else names[-1]
        return _taken(draft, at, draft.rest[at])
    street = numbered[0] if numbered else -1
    after = [at for at in names if at > street]
    before = [at for at in names if at < street]
    likely, otherwise = (before[-1:], after[:1]) if draft.country_first else (after[-1:], before[-1:])
    at = (likely or otherwise)[0]
    return _taken(draft, at, draft.rest[at])


def _may_be_a_town(part: str) -> bool:
    words = plain(part)
    if (
        not words
        or any(c.isdigit() for c in words)
        or len(words.split()) > _LONGEST_TOWN + 1
        or all(word in streets.VAGUE for word in words.split())
    ):
        return False
    return not (
        _has_street_word(words)
        or streets.UNIT.fullmatch(words)
        or words.split()[-1] in streets.BUILDINGS
        or words.split()[0] in streets.BUILDINGS
    )


_DIRECTION_OR_UNIT = re.compile(
    r"(?:n|s|e|w|ne|nw|se|sw|north|south|east|west|apt|apartment|unit|suite|ste|flat|floor|fl|no|\d+\w?|[a-z]"
    r"|lgh|kv|м|кв|m|d|bis|ter)"
)


def _town_after_the_street(draft: _Draft) -> _Draft | None:
    """In an address without commas: the words after the kind of street, or after the house number."""
    for at in range(len(draft.rest) - 1, -1, -1):
        words = draft.rest[at].split()
        end = _end_of_street(words)
        town = words[end:]
        if end and 0 < len(town) <= _LONGEST_TOWN and all(re.fullmatch(r"[^\W\d][\w'.-]*", word) for word in town):
            return _taken(draft, at, " ".join(town), " ".join(words[:end]))
    for at, part in enumerate(draft.rest):
        words = part.split()
        start = next((i for i, word in enumerate(words) if plain(word) in streets.BEFORE_A_NAME), 0)
        if (
            0 < start <= _LONGEST_TOWN
            and all(re.fullmatch(r"[^\W\d][\w'.-]*", word) for word in words[:start])
            and len(words) > start + 1
        ):
            return _taken(draft, at, " ".join(words[:start]), " ".join(words[start:]))
    return None


def _end_of_street(words: list[str]) -> int:
    """Where the street ends among the words of an address without commas; 0 if nothing tells."""
    if not any(c.isdigit() for word in words for c in word):
        return 0
    kinds = [i for i, word in enumerate(words) if i > 0 and _is_kind_after_a_name(word)]
    numbers = [i for i, word in enumerate(words) if i > 0 and word.lstrip("#№")[:1].isdigit()]
    leads_with_kind = any(plain(word) in streets.BEFORE_A_NAME - streets.AFTER_A_NAME for word in words)
    if kinds and not leads_with_kind and not (numbers and numbers[-1] > kinds[-1]):
        end = kinds[-1] + 1
    elif numbers and (leads_with_kind or not words[0][0].isdigit()):
        end = numbers[-1] + 1
    elif kinds:
        end = kinds[-1] + 1
    else:
        return 0
    while end < len(words) and _DIRECTION_OR_UNIT.fullmatch(plain(words[end])):
        end += 1
    return end


def _is_kind_after_a_name(word: str) -> bool:
    bare = plain(word)
    return bare in streets.AFTER_A_NAME or (len(bare) > 5 and bare.endswith(_ENDINGS))


_CITY_STATES = frozenset(("SG", "HK", "MO", "MC", "VA", "GI", "LU", "SM", "DJ", "KW", "PA", "GT", "MX"))


def _town_that_is_a_region(draft: _Draft) -> _Draft | None:
    if draft.state and draft.country == "US" and draft.state == "NY":
        return replace(draft, city="New York")
    if draft.country == "US" and draft.state == "DC":
        return replace(draft, city="Washington")
    if draft.state and draft.country != "US":
        return replace(draft, city=draft.state, state=None)
    if draft.country in _CITY_STATES - {"PA", "GT", "MX", "KW", "DJ", "LU", "SM"}:
        return replace(draft, city=country_name(str(draft.country)))
    return None


# The street.


def _has_street_word(words: str) -> bool:
    tokens = words.split()
    return any(
        token in streets.TELLING_WORDS or (len(token) > 5 and token.endswith(_TELLING_ENDINGS)) for token in tokens
    )


_ENDINGS = tuple(streets.ENDINGS_OF_STREETS)
_TELLING_ENDINGS = tuple(streets.ENDINGS_OF_STREETS - streets.ENDINGS_OF_TOWNS)


def _is_irish_without_streets(draft: _Draft) -> bool:
    """In the Irish countryside a townland and the Eircode of the house are the whole address."""
    return draft.country == "IE" and bool(draft.postal_code and draft.rest)


def _holds_a_street(rest: tuple[str, ...]) -> bool:
    named = [plain(part) for part in rest if not _is_a_number_or_unit(plain(part))]
    named = [
        words for words in named if any(word not in streets.VAGUE or _has_street_word(words) for word in words.split())
    ]
    if not named:
        return False
    has_number = any(c.isdigit() for part in rest for c in part)
    return (
        has_number
        or any(_has_street_word(words) or set(words.split()) & streets.BUILDINGS for words in named)
        or len(named) > 1
    )


def _is_a_number_or_unit(words: str) -> bool:
    return bool(
        streets.UNIT.fullmatch(words)
        or (streets.NUMBER.fullmatch(words) and not re.search(r"house|дом|building", words))
        or not re.search(r"[^\W\d]", words)
    )


def _without_vague_parts(draft: _Draft) -> _Draft:
    """Parts such as "somewhere near" name nothing."""
    telling = tuple(part for part in draft.rest if not all(word in streets.VAGUE for word in plain(part).split()))
    return replace(draft, rest=telling)


# What is no address.


_LONGEST_ADDRESS = 600
_WALLET = re.compile(r"\b(?:0x[0-9a-f]{20,}|bc1[0-9a-z]{20,}|[13T][A-Za-z0-9]{25,40})\b")


def _turn_away_what_is_no_address(text: str, *, in_reply: bool) -> None:
    words = plain(text)
    if says_unknown(text):
        raise Refused("no_answer")
    if len(text) > _LONGEST_ADDRESS or _WALLET.search(text) or "@" in text or "://" in text:
        raise Refused("not_an_address")
    if says_yes_no_or_none(text) or not (in_reply or re.search(r"[^\W\d]", words)):
        raise Refused("not_understood")
    if (
        not in_reply
        and not any(c.isdigit() for c in words)
        and set(words.split()) & _POINTS_ELSEWHERE
        and find_country(text) is None
    ):
        raise Refused("no_answer")


_POINTS_ELSEWHERE = phrase_book(
    "same|passport|account|profile|before|above|already|document|mismo|misma|gleiche|même|meme|mesmo|stesso|aynı"
    "|ayni|pasaporte|reisepass|passeport|verified|verification|id|kyc|paszport|паспорт|паспорте|паспорті|pasaport"
)
