"""A person's full name in Latin letters."""

import re
import unicodedata
from datetime import datetime

from states.reading.words import has_phrase, peel, phrase_book, plain, says_unknown, without_courtesies
from states.verdicts import Refused


def read_full_name(
    text: str,
    *,
    now: datetime,  # noqa: ARG001  every reader has one shape
    locale: str | None,  # noqa: ARG001  as above
) -> str:
    """First and last name, in the order and the case in which they were written.

    Raises Refused with no_answer, not_a_name, non_latin, mixed_script, invalid_characters, single_name or
    initials_only.
    """
    if len(text) > _LONGEST_ANSWER or "@" in text or "://" in text:
        raise Refused("not_a_name" if len(text) > _LONGEST_ANSWER or "." in text else "invalid_characters")
    if says_unknown(text):
        raise Refused("no_answer")
    name = _labelled(text) or _alone(text)
    _refuse_other_scripts(name)
    _refuse_other_characters(name)
    _refuse_what_is_no_name(name)
    _refuse_half_a_name(name)
    return name


_LONGEST_ANSWER = 200

# Taking the name out of its sentence.

_FIRST = (
    "first name|first names|first|given name|given names|given|forename|forenames|name|vorname|vornamen|prénom"
    "|prenom|nombre|nombres|nome|imię|imie|имя|ім'я|ім’я|ad|adı|voornaam|förnamn|jméno|fornavn"
)
_MIDDLE = "middle name|middle names|middle|second name given|patronymic|отчество|по батькові|zweiter vorname"
_LAST = (
    "last name|last|surname|surnames|family name|family|second name|nachname|familienname|zuname"
    "|nom de famille|nom|apellido|apellidos|sobrenome|apelido"
    "|cognome|nazwisko|фамилия|прізвище|soyad|soyadı|achternaam|efternamn|příjmení|etternavn|efternavn"
)
_WHOLE = (
    "full name|full legal name|legal name|my name|name|name surname|name and surname|name surname"
    "|surname and name|first and last name|first name and last name|names|complete name"
    "|passport name|name on passport|name in passport|name as in passport|account name|account holder|holder"
    "|real name|vor und nachname|vollständiger name|voller name|nombre completo|nombre y apellidos"
    "|nombre|nom complet|nom et prénom|nom prénom|prénom et nom|prénom nom|nome completo|nome e cognome|nome"
    "|imię i nazwisko|imie i nazwisko|ad soyad|adı soyadı|isim|adım|фио|имя и фамилия|имя фамилия|имя|піб"
    "|ім'я та прізвище|ім'я|volledige naam|naam|namn|navn|jméno"
)


def _label(page: str) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, page.split("|")), key=len, reverse=True)) + ")"


_PARTS = re.compile(
    (
        rf"(?:^|(?<=[\s,;|/]))(?:(?P<first>{_label(_FIRST)})|(?P<middle>{_label(_MIDDLE)})"
        rf"|(?P<last>{_label(_LAST)}))\s*(?:\([^()]{{0,20}}\))?\s*(?:[:=]|\s[-–—]|\bis\b)\s*"
    ),
    re.IGNORECASE,
)
_BARE_LABEL = re.compile(
    r"\b((?:first|given|last|family|middle) name|surname)\s+(?=[^\W\d_]{2})(?!is\b|and\b)", re.IGNORECASE
)
_WHOLE_LABEL = re.compile(rf"{_label(_WHOLE)}(?:\s*\([^()]{{0,20}}\))?\s*(?:[:=>]+|\s[-–—]+|-\s)\s*", re.IGNORECASE)
_LEAD_IN = re.compile(
    r"(?:(?:hi|hello|hey|well|ok|okay|so|yes|sure|just|only|simply)[\s,!.]+)*"
    r"(?:(?:and\s)?my (?:full |real |legal |own |complete |official )?name(?:'?s| is| ist| was)?(?: on (?:the "
    r"|my )?(?:passport|account|id|document)(?: is)?)?|(?:the |full )?name(?:'?s)? is|name'?s"
    r"|just|only|simply|ok|okay|yes|sure|well|hi|hello|hey|it'?s me|this is me|je me nomme|yo me llamo"
    r"|(?:full )?name|i am(?: called| named)?|i'm(?: called| named)?|im(?: called)?|i m|this is|it is|it's"
    r"|its|they call me|call me|called|i go by|people call me|you can call me|here is my name|that's|that is"
    r"|registered as|registered under|account is in the name of|in the name of|under the name(?: of)?"
    r"|me llamo|mi nombre(?: completo)? es|soy|yo soy|mi nombre y apellidos? son|ich hei(?:ß|ss)e"
    r"|ich bin(?: der| die)?|mein (?:voller |vollständiger )?name ist|mein name lautet|je m'appelle|je suis"
    r"|mon nom(?: complet)? est|moi c'est|c'est"
    r"|(?:o )?meu nome(?: completo)? (?:é|e)|eu sou|sou(?: o| a)?|chamo-me|me chamo|mi chiamo"
    r"|(?:il )?mio nome (?:completo )?(?:è|e'|e)|sono|io sono|nazywam się|nazywam sie|jestem|mam na imię"
    r"|mam na imie|moje (?:imię i )?nazwisko(?: to)?|to"
    r"|benim adım|adım(?: soyadım)?|adim|ismim|ben|меня зовут|мое имя|моё имя|это|я|мене звати|моє ім'я"
    r"|мене звуть|це|mijn naam is|ik ben|ik heet|jag heter|mitt namn är|jeg hedder|jeg heter|mit navn er"
    r"|jmenuji se|jmenuju se|já jsem|volám sa|a nevem|mă numesc|ma numesc|numele meu este|zovem se|ja sam"
    r"|nimeni on|olen)"
    r"\b[\s:,=-]*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    (
        r"[\s,;.-]*(?:\b(?:is my (?:full |real |legal )?name|that'?s (?:me|my name|it)|that is (?:me|my name)|here"
        r"|speaking|as (?:in|on) (?:the |my )?(?:passport|id|document|account|licence|license)|is the name|my name"
        r"|ist mein name|es mi nombre|is mijn naam|adım|это я)|\((?:me|that'?s me)\))[\s.!]*$"
    ),
    re.IGNORECASE,
)
_TITLES = phrase_book(
    "mr|mrs|ms|miss|mx|dr|prof|sir|madam|mister|herr|frau|señora|señor|senor|senora|sra|srta|monsieur|madame"
    "|mademoiselle|mme|mlle|signor|signora|pan|pani|bay|bayan"
)
_TITLE = re.compile(rf"(?:(?:{'|'.join(sorted(_TITLES))})\.?\s+)+(?=\S+\s+\S)", re.IGNORECASE)
_ASIDE = re.compile(r"(?<=\w)\s*(?:\([^()]*\)|,?\s(?:and (?:i|my)|born|from|aus)\s.*)\s*$", re.IGNORECASE | re.DOTALL)
_DECORATION = re.compile(r"[\u2190-\u2bff\u3030\ufe0e\ufe0f\U0001f000-\U0001faff]|(?<!\w)[:;=]-?[)D(P]|[\"“”«»„*`]")


def _labelled(text: str) -> str | None:
    """The parts of "First name: Ann, last name: Lee" in natural order; None if they are not labelled so."""
    text = _BARE_LABEL.sub(r"\1: ", text)
    labels = list(_PARTS.finditer(text))
    if not any(label["last"] for label in labels) or not any(label["first"] for label in labels):
        return None
    parts: dict[str, str] = {}
    for at, label in enumerate(labels):
        end = labels[at + 1].start() if at + 1 < len(labels) else len(text)
        parts[str(label.lastgroup)] = text[label.end() : end].strip(" ,;.|/\n")
    return " ".join(filter(None, (parts.get(kind) for kind in ("first", "middle", "last"))))


def _alone(text: str) -> str:
    name = " ".join(_ASIDE.sub("", _DECORATION.sub(" ", text)).split())
    if not _reads_as_a_name(name):
        label = _WHOLE_LABEL.match(name)
        name = name[label.end() :] if label else _without_a_sentence(name)
    name = _AFTER.sub("", name).strip(" ,;:!?")
    name = _TITLE.sub("", name, count=1)
    return _in_natural_order(name).rstrip(" ,;:!?") or text.strip()


def _without_a_sentence(text: str) -> str:
    polite = without_courtesies(text)
    lead_in = _LEAD_IN.match(polite)
    return polite[lead_in.end() :] if lead_in else peel(polite)


def _reads_as_a_name(text: str) -> bool:
    """Two words or more, each with a capital: such a text is not searched for courtesies ("Bo So" is a name)."""
    words = text.split()
    return (
        len(words) > 1
        and ":" not in text
        and all(word[0].isupper() for word in words)
        and not has_phrase(plain(text), _NOT_NAMES)
        and (plain(words[0]) in _FIRST_NAMES_TOO or not _LEAD_IN.match(text))
    )


_FIRST_NAMES_TOO = phrase_book("ben|to|sou|jo")
"""Lead-ins of one language that are first names in another."""


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


def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith(
        ("LATIN", "MODIFIER LETTER", "FEMININE", "MASCULINE")
    )


_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ '’ʼ`.\-\u0300-\u036f])*")


def _refuse_other_characters(name: str) -> None:
    if not any(c.isalpha() for c in name):
        raise Refused("invalid_characters" if name.strip(" -.?!") else "not_a_name")
    if not _NAME.fullmatch(name):
        raise Refused("invalid_characters")


_NOT_NAMES = phrase_book(
    "good|morning|evening|afternoon|first last|same|same as|account|my account|passport|see|above|below"
    "|document|documents|know|forgot|forgotten"
    "|remember|email|e mail|mail|name|names|my name|hello|hi|hey|please|thanks"
    "|thank you|already|told|sent|photo|picture|the|what|why|who|how|which|yes|no|none|nothing|nobody"
    "|anonymous|unknown|not|don't|dont|cannot|cant|want|later|tell|your|you|this|that"
    "|it|is|was|are|am|my|me|i|id|card|as|in|on|with|profile|username|user|login|customer|client|secret"
    "|private|skip|next|help|support|because|first name|last name|full name|n a|na na|test test"
    "|qwerty|asdf|lorem ipsum|john doe example|your name|blah|whatever|something|someone|somebody|guess"
    "|registered|verified|written|can|has|have|had|will not|wont|would|should|bank|same one|do not|does|did"
    "|mismo|cuenta|pasaporte|el mismo|la misma|como en|ver|no quiero|igual que|nombre|gleich|gleiche|konto"
    "|reisepass|siehe|wie im|wie auf|steht|kein|keine|nicht|mein|name ist|warum|même|compte|passeport|voir"
    "|comme|nom|pourquoi|pas"
    "|mesmo|conta|passaporte|não|como no|nome|stesso|passaporto|vedi|come|perché|taki sam|konto|paszport"
    "|patrz|tak jak|nie|dlaczego|aynı|hesap|pasaport|isim|neden|değil|hayır|evet"
)
_WORDS_THAT_ARE_NAMES_TOO = phrase_book(
    "good|no|i|as|in|on|me|na|come|ver|nom|will|can|has|is|konto|am|do|secret|guess|pas|my|are|mail|see|card"
    "|bank|you|the"
)


def _refuse_what_is_no_name(name: str) -> None:
    if has_phrase(plain(name), _NOT_NAMES) and not _is_a_name_all_the_same(name):
        raise Refused("not_a_name")
    if any(_is_noise(word) for word in plain(name).split()):
        raise Refused("not_a_name")


def _is_a_name_all_the_same(name: str) -> bool:
    """Two words or three, each with one capital, one of them no common word: "My Linh", "Is Demir", "Kim No"."""
    words = name.split()
    ordinary = [plain(word) in _NOT_NAMES for word in words]
    return (
        2 <= len(words) <= 4
        and sum(ordinary) == 1
        and all(word[0].isupper() and word[1:].islower() for word in words)
        and plain(words[ordinary.index(True)]) in _WORDS_THAT_ARE_NAMES_TOO
    )


_KEYBOARD_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghij")


def _is_noise(word: str) -> bool:
    """One letter over and over, or a run of neighbours on the keyboard."""
    return len(word) > 3 and (len(set(word)) == 1 or any(word in row for row in _KEYBOARD_ROWS))


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
