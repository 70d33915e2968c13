"""The banks that issued a person's cards."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from states.reading.bank_names import ISSUERS, NETWORKS
from states.reading.cities import countries_of_cities
from states.reading.countries import country_table, key
from states.reading.words import peel, phrase_book, plain, says_no, says_none, says_unknown, says_yes
from states.verdicts import Option, Refused, Unsure


def read_banks(
    text: str,
    *,
    now: datetime,  # noqa: ARG001  every reader has one shape
    locale: str | None,  # noqa: ARG001  as above
) -> tuple[str, ...]:
    """The names of the issuers, each once, in their order; none if no card was ever linked.

    Raises Refused with no_answer, not_understood, card_network, iban_given or not_a_bank, and Unsure with unknown_bank.
    """
    if len(text) > _LONGEST_ANSWER or "@" in text:
        raise Refused("not_a_bank")
    if says_unknown(text):
        raise Refused("no_answer")
    if _IBAN.search(text):
        raise Refused("iban_given")
    if _says_no_cards(text):
        return ()
    named = [name for piece in _pieces(text) for name in _banks_in(piece)]
    if not named:
        raise Refused("not_understood" if says_yes(text) or not re.search(r"\w", text) else "not_a_bank", text=text)
    once = {reduced(name): name for name in reversed(named)}
    return tuple(reversed(once.values()))


_LONGEST_ANSWER = 1000
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b")

# Known issuers.

_GENERIC = phrase_book(
    "bank|banka|banken|bankasi|bankas|banco|banca|banque|банк|банка|банку|plc|ltd|limited|ag|sa|nv|na|n|inc|uk"
    "|group|the|of|as|jsc|pjsc|ат|пат|ао|пао|llc|corp|corporation|co|company|s|a|p|l|spa|se|gmbh|oao|оао|зао|тов"
    "|пао|bankkonto|pank|pankki|bankası|bancorp"
)


def reduced(name: str) -> str:
    """What bank names are compared by: the words without those that every bank's name has."""
    words = key(name).split()
    return "".join(word for word in words if word not in _GENERIC) or "".join(words)


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
    """A known spelling of every issuer by its `reduced` name."""
    issuers: dict[str, str] = {}
    for name in _all_names():
        issuers.setdefault(reduced(name), name)
    return issuers


@cache
def _names_with_a_separator() -> frozenset[str]:
    """Keys of the names that a list must not be split in the middle of: "Marks & Spencer", "Yapı ve Kredi"."""
    names = (name for name in _all_names() if _SEPARATOR.search(name))
    return frozenset(form for name in names for form in (key(name), key(name.replace("&", " and "))))


def _known(words: str) -> str | None:
    """The issuer that the words name, as they are, in another case of a language that inflects, or with a slip."""
    words = words.strip()
    if spelling := _exact(words):
        return spelling
    if plain(words) in _NO_NAMES or all(word in _NO_NAMES | _GENERIC | _FILLERS for word in plain(words).split()):
        return None
    name = reduced(words)
    if name in _issuers():
        return _as_typed(words) if _is_capitalised(words) and words.isascii() else _issuers()[name]
    if (base := _CYRILLIC_ENDING.sub("", name)) != name and len(base) > 2 and base in _issuers():
        return _issuers()[base]
    return _misspelt(name)


def _exact(words: str) -> str | None:
    """The known spelling; "a bank" is no A-Bank."""
    return None if words.startswith("a ") else _spellings().get(key(words))


_CYRILLIC_ENDING = re.compile(r"(?:ом|ами|ов|[аеоуыіия])$")


def _misspelt(name: str) -> str | None:
    if not 5 <= len(name) <= 40:
        return None
    slips = 1 if len(name) < 9 else 2
    near = process.extract(name, _long_names(), scorer=OSA.distance, score_cutoff=slips, limit=3)
    same_start = [known for known, _, _ in near if known[0] == name[0]] or [
        known for known, distance, _ in near if distance == 1
    ]
    return _issuers()[same_start[0]] if same_start else None


@cache
def _long_names() -> tuple[str, ...]:
    return tuple(name for name in _issuers() if len(name) > 4)


def _is_capitalised(words: str) -> bool:
    return words != words.lower()


def _as_typed(words: str) -> str:
    """The words as they were written, with capitals if they had none."""
    words = re.sub(r"^bank\s+(?=[A-Z])", "", " ".join(words.split()))
    return words if _is_capitalised(words) else words.title()


# Taking the message apart.

_CONNECTIVES = (
    "and|und|et|y|e|i|и|і|та|й|ve|och|og|oraz|plus|also|as well as|then|si|e anche|ainsi que|así como|sowie|a také"
    "|și|ja|en|ile|or|или|або|o|ou|oder|lub"
)
_SEPARATOR = re.compile(
    r"\s*(?:\n+|;|\||•|·|\+(?=\s)|/(?!\d)|→|,(?!\s*(?:N\.?A\.?|Inc|Ltd|Limited|plc|PLC|LLC|S\.A|A\.G|AG|Corp"
    r"|FSB|F\.S\.B|SA|NV|GmbH|Sh\.?A)\b))\s*"
    r"|(?:^|\s+)[-–*]\s+|\s+[-–]{1,2}\s+"
    r"|(?<!\b\w)\s*&\s*(?!\w\b|Co\b|co\b|Sons|Trust|Partners)"
    rf"|\s+(?:{_CONNECTIVES})\s+"
    r"|(?:^|\s+)\(?\d{1,2}[.)]\s+|(?<=\s)\d\)",
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
_PARENTHESIS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_FILLERS = phrase_book(
    "a|an|the|either|my|our|your|it|its|was|is|were|are|be|been|i|had|have|has|used|use|using|with|from|by|at|of|for|in"
    "|on|to|only|just|one|two|first|second|third|another|other|both|card|cards|debit|credit|prepaid|virtual"
    "|linked|issued|issuer|issuing|bank's|name|named|called|account|accounts|banks|all|always|mostly|mainly|main"
    "|old|new|same|also|and|used|verified|payment|payments|which|that|this|these|them|they|there|me|we|some|maybe"
    "|probably|think|believe|guess|business|personal|joint|corporate|student|current|savings|gold|platinum"
    "|classic|metal|black|карта|карты|карти|карту|карте|картой|карточка|карточки|карточку|картка|картки|картку|картці"
    "|моя|мои|мій|мої|мою|моей|была|были|був|була|було|были|есть|є|от|від|из|з|із|у|в|меня|мене|банка|банк|банку"
    "|банки|банков|банків|дебетовая|кредитная|дебетова|кредитна|дебетовую|зарплатная|это|це|только|тільки|одна"
    "|одну|две|дві|еще|ще|обе|обидві|karte|karten|meine|mein|meiner|von|vom|der|die|das|den|dem|war|waren|es|bei"
    "|debitkarte|kreditkarte|konto|girokarte|ec|ist|sind|eine|ich|hatte|habe|nur|und|banken|tarjeta|tarjetas|de"
    "|del|mi|mis|era|eran|es|débito|crédito|la|el|una|un|las|los|con|tengo|tenía|solo|dos|bancos|fue|carte|cartes"
    "|ma|mes|du|des|c'était|cétait|chez|une|le|les|était|sont|j'avais|j'ai|avec|deux|banques|bancaire|cartão"
    "|cartões|cartao|cartoes|do|da|dos|das|meu|minha|meus|minhas|era|eram|foi|são|um|uma|só|tenho|tinha|débito"
    "|crédito|carta|carte|di|della|dello|il|mia|mie|mio|era|erano|sono|è|due|solo|ho|avevo|debito|credito|banche"
    "|karta|karty|kartę|kart|moja|moje|mój|z|ze|w|była|były|to|jest|są|mam|miałem|miałam|tylko|dwie|banku"
    "|kredytowa|debetowa|płatnicza|kart|kartı|kartım|kartları|kartlarım|kredi|benim|vardı|idi|var"
    "|sadece|iki|olan|kaart|kaarten|mijn|van|bij|was|zijn|een|twee|kort|korts|mitt|min|mina|mein|från|fra"
)
_NETWORKS = phrase_book(NETWORKS)
_NETWORK_WORDS = frozenset(phrase for phrase in _NETWORKS if " " not in phrase) | {"electron"}


def _pieces(text: str) -> Iterator[str]:
    """The parts of the message that each should be a name."""
    rest = _PARENTHESIS.sub(
        lambda inside: " " if _has_letters_outside(text, inside.group()) else inside.group()[1:-1],
        _LAST_FOUR.sub(" ", text),
    )
    rest = peel(rest) if re.search(r"\w", rest) else rest
    whole_names = list(_spans_of_names_with_a_separator(rest))
    start = 0
    for separator in _SEPARATOR.finditer(rest):
        if not any(begin < separator.end() and separator.start() < end for begin, end in whole_names):
            yield rest[start : separator.start()]
            start = separator.end()
    yield rest[start:]


def _has_letters_outside(text: str, inside: str) -> bool:
    return any(c.isalpha() for c in text.replace(inside, ""))


def _spans_of_names_with_a_separator(text: str) -> Iterator[tuple[int, int]]:
    words = [(word.start(), word.end()) for word in re.finditer(r"[\w'.]+", text)]
    at = 0
    while at < len(words):
        for last in range(min(at + _LONGEST_NAME, len(words)) - 1, at, -1):
            if key(text[words[at][0] : words[last][1]]) in _names_with_a_separator():
                yield words[at][0], words[last][1]
                at = last
                break
        at += 1


_LONGEST_NAME = 7
_LABEL = re.compile(r":(?:\s+|$)")


def _banks_in(piece: str) -> list[str]:
    """The issuers that one part of the message names; usually one."""
    whole = _without_label(piece)
    if len(whole.split()) > 1 and (known := _known(whole)):
        return [known]
    name = _without_fillers(whole).strip(" .!?\"'«»“”()-:*")
    if not re.search(r"[^\W_]", name):
        return []
    if plain(name) in _NETWORKS:
        raise Refused("card_network", text=name)
    if known := _known(name):
        return [known]
    if several := _known_run(name):
        return several
    without_network = " ".join(word for word in name.split() if plain(word) not in _NETWORK_WORDS)
    if without_network != name:
        return _banks_in(without_network)
    return [_unknown_but_likely(whole.strip() if _is_a_title(whole) else name)]


def _is_a_title(text: str) -> bool:
    """Whether every word has a capital: then "First" is part of "First Sahara Bank"."""
    words = text.split()
    return len(words) > 1 and all(word[0].isupper() for word in words) and plain(words[0]) not in _SENTENCE_STARTS


_SENTENCE_STARTS = phrase_book(
    "my|the|a|an|it|i|is|was|card|bank|mein|meine|mi|ma|mon|meu|minha|mio|mia|moja|mój|моя|мой|мій|это|це"
)


def _without_label(piece: str) -> str:
    """The name in "debit card: Lloyds" and "Lloyds: debit card"."""
    parts = [part for part in _LABEL.split(piece) if plain(part)]
    names = [
        part
        for part in parts
        if any(word not in _FILLERS | {"bank", "банк"} for word in plain(part).split() if not word.isdigit())
    ]
    return " ".join(names or parts)


def _without_fillers(piece: str) -> str:
    """The piece less the words around the name; a filler that belongs to a known name stays ("Yapı Kredi")."""
    words = piece.split()
    while words and not _exact(" ".join(words)) and (_is_filler(words[0]) or _is_filler(words[-1])):
        words.pop(-1 if _is_filler(words[-1]) else 0)
    return " ".join(words)


def _is_filler(word: str) -> bool:
    bare = plain(word)
    return not bare or (bare in _FILLERS and word.strip(".,") not in _ABBREVIATIONS) or bare.isdigit()


_ABBREVIATIONS = frozenset(("ME",))


def _known_run(name: str) -> list[str]:
    """The issuers of a list without separators ("Barclays Lloyds HSBC"); nothing unless every word belongs to one."""
    words = name.split()
    found: list[str] = []
    at = 0
    while at < len(words):
        if _is_filler(words[at]) or plain(words[at]) in _SMALL_CONNECTIVES or plain(words[at]) in _NETWORK_WORDS:
            at += 1
            continue
        for last in range(min(at + _LONGEST_NAME, len(words)), at, -1):
            if spelling := _spellings().get(key(" ".join(words[at:last]))) or _long_issuer(words[at:last]):
                found.append(spelling)
                at = last
                break
        else:
            return []
    return found


_SMALL_CONNECTIVES = frozenset(_CONNECTIVES.split("|")) | {"a"}


def _long_issuer(words: list[str]) -> str | None:
    name = reduced(" ".join(words))
    return _issuers().get(name) if len(name) > 3 and name not in _NO_NAMES else None


# Names that we do not know.

_BANK_WORD = re.compile(
    r"bank|banc|banq|банк|pank|credit union|savings|building society|sparkasse|sparbank|sparekasse|volksbank"
    r"|kasse\b|caisse|caja\b|caixa|cassa|kasa\b|trust|финанс|financ|finans|credito|crédito|crédit\b|kredit"
    r"|кредит|fintech|\bpay\b|pay$|\bcoop|cooperativ|银行|銀行|은행|بنك|بانک|مصرف|בנק|बैंक|ธนาคาร|τράπεζα|fcu\b"
    r"|\bcu\b|federal"
)
_NO_NAMES = phrase_book(
    "none|business|transfer|transfers|wire|sepa|swift|usual|normal|regular|same|before|previous|previously"
    "|mentioned|above"
    "|told|already|forgot|know|remember|recall|mine|somewhere"
    "|something|someone|whatever|anything|everything|nothing|any|many|several|few|lots|different|various"
    "|local|online|foreign|national|international|state|big|small"
    "|bankomat|atm|cash|crypto|bitcoin|btc|eth|usdt|wallet|money|hello|hi|please|help|why|what|who|how|when"
    "|where|yes|ok|okay|test|number|email|phone|address|passport|support|cex|cex io|exchange|password|pin|cvv"
    "|idk|lol|wtf|omg|tbd|tba|etc|n a"
    "|mismo|misma|anterior|gleiche|vorher|irgendeine|même|avant|banque|mesmo|stessa|stesso|ten sam|taki sam"
    "|aynı|тот|тот же|такой|такой же|какой|какой то|разные|той самий|якийсь|різні|прежний|мой|обычный"
    "|не скажу|секрет|secret|private|confidential|skip|next|later|not|dont|cant|wont|no|see"
    "|qwerty|asdf|asdfgh|qwertyuiop|zxcvbn|abc|xyz|aaa|foo|bar|blah|do|does|did|you|your|need|want|asking|ask"
    "|tell|can|could|would|should|will|there|here|live|am|im|ive"
)


def _unknown_but_likely(name: str) -> str:
    """A name that is not on the list but reads as one."""
    words = plain(name).split()
    telling = [word for word in words if word not in _FILLERS | _GENERIC | _NO_NAMES and word not in _placenames()]
    has_bank_word = bool(_BANK_WORD.search(plain(name)))
    of_a_place = (
        has_bank_word
        and bool(re.search(r"\b(?:of|of the|de|del|della|di|do|da|du|des|von|van)\b", plain(name)))
        and len(words) > 2
    )
    if (
        plain(name) in countries_of_cities()
        or any(word in _NO_NAMES for word in words)
        or not (telling or of_a_place)
        or _is_gibberish(words)
    ):
        raise Refused("not_a_bank", text=name)
    if len(words) > _LONGEST_NAME or any(len(word) > 5 and word.isdigit() for word in words):
        raise Refused("not_a_bank", text=name)
    if has_bank_word or _reads_as_a_name(name):
        return _as_typed(name)
    if len(words) < 4:
        raise Unsure("unknown_bank", (Option(name.title(), name.title()),), text=name)
    raise Refused("not_a_bank", text=name)


@cache
def _placenames() -> frozenset[str]:
    return frozenset(name for name in country_table() if " " not in name and len(name) > 3)


_VOWELS = frozenset("aeiouyаеиоуыэюяіїєαειουη")
_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")


def _is_gibberish(words: list[str]) -> bool:
    return any(
        len(word) > 2 and (any(len(word) > 3 and word in row for row in _KEYBOARD) or len(set(word)) == 1)
        for word in words
    )


def _reads_as_a_name(name: str) -> bool:
    """Every word has a capital, and all but abbreviations have vowels."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if plain(word) not in _FILLERS | _SMALL_CONNECTIVES]
    return 0 < len(words) <= 4 and all(_is_name_word(word) for word in words)


def _is_name_word(word: str) -> bool:
    if word.isupper():
        return 1 < len(word) < 7 or bool(_VOWELS & set(plain(word)))
    if word[0].islower() and word == word.lower():
        return False
    return bool(_VOWELS & set(plain(word))) or not word.isascii()


# No cards at all.

_NOT = phrase_book(
    "no|not|never|никакие|ніякі|жодні|ninguna|none|nothing|without|dont|didnt|havent|hadnt|wasnt|isnt|arent"
    "|nope|zero|neither|нет|не|ни"
    "|ничего|никогда|никакой|никаких|никакую|нету|ні|ніколи|ніяких|ніякої|жодної|жодну|жодних|жодна|жодного|нема"
    "|немає|kein|keine|keinen|keiner|nie|nichts|nicht|niemals|nein|ohne|aucun|aucune|jamais|rien|pas|sans|non"
    "|ninguna|ninguno|nunca|nada|sin|jamás|nenhum|nenhuma|não|nao|sem|nessuna|nessun|nessuno|mai|niente|senza|nie"
    "|nigdy|żadna|żadnej|żadne|żadnych|brak|bez|nic|yok|hiç|hiçbir|değil|olmadı|etmedim|eklemedim|bağlamadım"
    "|kullanmadım|doğrulamadım|yapmadım|yoktu|geen|nooit|niet|niets|ingen|inga|inte|aldrig|ikke|ei|en|žádné"
    "|žádnou|nikdy|žádná|nemám|nem|nincs|soha|sem|nu|niciun|niciuno|nicio|niciodată"
)
_CARD_MATTERS = re.compile(
    r"card|bancomat|kart|карт|tarjet|cart[aeo]|kort|kaart|kartya|πιστωτικ|καρτα|بطاق|verif|link|added|attach|\badd\b"
    r"|pass|bound|connect|bank|банк|used|\buse\b|vincul|asoci|añad|anad|hinzu|verknupf|hinterleg|ajout|lie"
    r"|associ|adicion|collegat|aggiunt|doda|podpi|weryfik|bagla|ekle|dogrula"
    r"|привяз|додав|добав|верифи|верифі|прив яз|привяза|подтвер|підтвер|проход|deposit|crypto|any|one|such"
    r"|использ|користув|have|had|did|имел|было|було|mam|tengo|tenho|ho|habe|ai|var|done|it|that|this|gekoppeld"
    r"|toegevoegd|lagt|kopplat"
)


def _says_no_cards(text: str) -> bool:
    if says_none(text) or says_no(text):
        return True
    if _MIND_YOUR_OWN.search(text):
        return False
    if len(text) > _LONGEST_DENIAL:
        return False
    parts = [part for part in re.split(r"[,.;!\n]+", text) if plain(part)]
    if parts and all(says_no(part) or says_none(part) or _denies_cards(part) for part in parts):
        return True
    return (
        bool(parts)
        and (says_no(parts[0]) or says_none(parts[0]) or _denies_cards(parts[0]))
        and not _names_a_bank(" ".join(parts[1:]))
    )


_LONGEST_DENIAL = 160
_MIND_YOUR_OWN = re.compile(r"\bof (?:your|ur) \w+", re.IGNORECASE)
_ONLY_OTHERWISE = re.compile(
    r"\b(?:only|just|always|solo|solamente|nur|seulement|apenas|so|tylko|sadece|soltanto|только|лише|тільки"
    r"|alleen|bara)\b"
    r".{0,40}(?:crypt|kript|крипт|transfer|wire|sepa|swift|wallet|bitcoin|btc|uberweis|virement|przelew"
    r"|bonific|havale|перевод|переказ)"
)


def _denies_cards(part: str) -> bool:
    words = plain(part).split()
    if set(words) <= _NOT:
        return True
    other_way = _ONLY_OTHERWISE.search(plain(part))
    denied = _NOT & set(words) and _CARD_MATTERS.search(plain(part))
    return bool(other_way or denied) and not _names_a_bank(part)


def _names_a_bank(text: str) -> bool:
    """Whether a name of an issuer stands among the words; capitals alone do not make one."""
    words = [word for word in text.split() if not _is_filler(word) and plain(word) not in _NOT | _GENERIC | _NO_NAMES]
    return any(
        len(name := reduced(" ".join(words[at : at + length]))) > 3
        and name in _issuers()
        and not _CARD_MATTERS.fullmatch(name)
        for at in range(len(words))
        for length in (1, 2, 3)
    )
