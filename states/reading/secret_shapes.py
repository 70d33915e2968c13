"""Secrets that are known by their shape: cards, keys, seed phrases. All take the text and its folded form.

Nothing here reaches for the network: the word lists come with the `mnemonic` library.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, partial
from itertools import accumulate, pairwise

from mnemonic import Mnemonic

from states.reading.normalise import fold
from states.reading.secret_words import Span, spans
from states.reading.spelled_digits import find_spelled_digits

_BASE58 = "1-9A-HJ-NP-Za-km-z"


# --- links and keys ---

_OTPAUTH = re.compile(r"otpauth(?:-migration)?://\S*", re.IGNORECASE)
_KEY_THAT_NEEDS_NO_WORD = re.compile(
    rf"""
      -{{2,}}\s?BEGIN\ [A-Z ]{{0,20}}PRIVATE\ KEY                  # PEM
    | (?<![^\W_])(?:
        (?:5[HJK]|9[1-9A-HJ-NP-Za-km-z])[{_BASE58}]{{49}}          # wallet import format, main and test network
      | [KLc][{_BASE58}]{{51}}
      | 6P[{_BASE58}]{{56}}                                        # the same behind a passphrase
      | [xyzYZtuvUV]prv[{_BASE58}]{{80,}}                          # hierarchical wallets
      | S[A-Z2-7]{{55}}                                            # Stellar
      | s[{_BASE58}]{{28}}                                         # Ripple
      )(?![^\W_])
    """,
    re.VERBOSE,
)
_PRIVATE_KEY_WORDS = re.compile(
    fold(
        r"priv(?:ate)?[ _-]?key|wallet[ -]key|\bpk\b|priv(?:ate)? ?keys|secret[ _-]key"
        r"|privat\w{0,3}[ -]?(?:schlüssel|key)"
        r"|clave privada|llave privada"
        r"|chave privada|clef? privée|clé secrète|chiave privata|klucz\w? prywatn"
        r"|prywatn\w{1,3} klucz|özel anahtar|gizli anahtar"
        r"|приватн\w{1,3} ключ|закрыт\w{1,3} ключ|секретн\w{1,3} ключ|ключ приватн"
        r"|приватник|privésleutel|privat nyckel"
        r"|soukrom\w klíč|cheie privată|privatnøgle|私钥|秘密鍵|개인 ?키|المفتاح الخاص|مفتاح خاص"
    ),
)
_KEY_WORDS = re.compile(
    fold(
        r"\b(?:keys?|privkey|llave|clave|clef?|clé|\w{0,10}schlüssel\w?|chave|chiave|klucz\w{0,3}"
        r"|anahtar\w{0,5}|\w{0,8}sleutel|\w{0,8}nyckel\w{0,2}|klíč\w{0,2}"
        r"|nøgle\w?|cheia|cheie|kulcs\w{0,3}|ключ\w{0,3}"
        r"|priv(?:ate?|ada|ée|ata|atny)?|privat\w{1,16}|приват\w{0,4}|закрыт\w{1,3}|секрет\w{0,4}|secret[aoe]?"
        r"|geheim\w{0,3}|gizli|özel|metamask"
        r"|(?:recover|restore|import|unlock|open)\w{0,3}(?: \w{1,8}){0,3} (?:wallet|ledger|trezor|phantom))\b"
        r"|密钥|私钥|秘密鍵|키"
    )
)
"""A key of any kind: with 64 hex digits that is enough, as a wallet's owner has no other."""
_HEX_KEY = re.compile(r"(?<![0-9A-Za-z])(?:0x)?(?:[0-9A-Fa-f][ \n-]?){63}[0-9A-Fa-f](?![0-9A-Za-z])")
_TEXT_KEY = re.compile(r"(?<![\w+/])[A-Za-z0-9+/]{40,}={0,2}(?![\w+/])")
_TRANSACTION_WORDS = re.compile(
    r"(?:tx|txn|txid|hash|transaction|tx id|transaction id|transaccion|транзакци\w{1,2})(?: is| was| es"
    r"| ist)?[ :#=.-]{0,3}$|\b(?:public|öffentl\w*|públic\w*|publi\w{2,4}|публичн\w*"
    r"|публічн\w*) ?\w{0,12}[ :=-]{0,3}$"
)
_IS_A_TRANSACTION = re.compile(r" ?(?:-|=|is|was|это|es|ist)? ?(?:the |my |a )?(?:tx|txn|txid|hash|transaction)\b")
_COIN_ADDRESS = re.compile(
    rf"(?:bc1|tb1|ltc1|addr1|stake1|cosmos1|bnb1)[a-z0-9]+|0x[0-9a-fA-F]{{40}}|[13LMDTrXt][{_BASE58}]{{24,35}}"
    rf"|[GM][A-Z2-7]{{55}}",
)
_NEAR = 80

_API_KEY_THAT_NEEDS_NO_WORD = re.compile(
    r"""(?<![\w-])(?:
      (?:sk|rk)[-_](?:live_|test_|proj-|ant-|or-)?(?=[\w-]*\d)[\w-]{16,}   # Stripe, OpenAI and their like
    | AKIA[0-9A-Z]{16} | ASIA[0-9A-Z]{16}                                 # Amazon
    | gh[pousr]_\w{30,} | github_pat_\w{30,} | glpat-[\w-]{20}
    | xox[abprs]-[\w-]{10,} | AIza[\w-]{35} | ya29\.[\w-]{20,} | SG\.[\w-]{16,}\.[\w-]{16,}
    | \d{8,10}:AA[\w-]{33}                                                # Telegram
    | eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}                               # JSON web token
    )""",
    re.VERBOSE,
)
_API_KEY_WORDS = re.compile(
    fold(
        r"(?:secret\w?|segredo|sekret|segreto|geheimnis|key|llave|clave|clef?|clé|chave|chiave|schlüssel|klucz"
        r"|ключ\w{0,2}|секрет\w{0,2})"
        r" (?:(?:de|del|da|do|di|der|des|zur|for|of|to|from|the|my|la|le|l'|от|до|для|мой|мого|моего"
        r"|к) ?){0,3}(?:api|апи)\b"
        r"|\b(?:api|апи) (?:(?:user|access|gizli|secret|my|is|и|секретный|приватный) )?(?:keys?|anahtar\w{0,3}"
        r"|секрет\w?|secret)\b"
        r"|\b(?:api|апи)(?= ?[:=-]? ?[0-9a-z]{24,}\b)"
        r"|api[ _-]?(?:keys?|secret|token|код|ключ\w{0,2}|schlüssel)"
        r"|(?:secret|access|auth|bearer|bot|private)[ _-](?:token|key)|\bkey[ _-]?id\b"
        r"|bearer|client[ _-]secret|ключ\w{0,2} (?:от )?(?:api|апи)|апи[ -]ключ"
        r"|clave (?:de )?api|llave (?:de )?api|clef? (?:d')?api"
        r"|chave (?:de |da )?api|chiave api|klucz\w? api|api anahtar\w{0,3}|токен\w{0,2}"
        r"|api[ -]?(?:sleutel|nyckel|klíč)"
    ),
)
_API = re.compile(r"\b(?:api|апи)\b")
_SECRET_OR_KEY = re.compile(r"\b(?:key|secret|token|ключ|секрет|токен)")
_LONG_TOKEN = re.compile(
    r"(?<![\w+/-])(?=[\w+/-]{16})(?=[\w+/-]{0,80}\d)(?=[\w+/-]{0,80}[A-Za-z])[\w+/-]{16,}={0,2}(?![\w+/-])", re.ASCII
)

_AUTHENTICATOR_WORDS = re.compile(
    fold(
        r"2[ -]?fa|two[ -]factor|totp|authenticator|authentificat\w{1,5}|autenticador"
        r"|autenticatore|аутентификатор\w?|автентифікатор\w?"
        r"|secret|backup|setup|set[ -]up|recovery|seed|security key|\bkey\b|secret[oa]"
        r"|secrète|segret[oa]|clave|chave|chiave|klucz\w?"
        r"|schlüssel|ключ\w?|секрет\w{0,3}|резервн\w{1,3}|anahtar\w{0,3}|sleutel|nyckel|geheim\w{0,3}"
    ),
)
_BASE32_KEY = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Za-z]{0,60}[2-7])(?=[2-7]{0,60}[A-Za-z])(?:[A-Z2-7]{16,52}={0,6}"
    r"|[a-z2-7]{16,52})(?![A-Za-z0-9])",
)
_BASE32_GROUPS = re.compile(r"(?<![A-Za-z0-9])[A-Za-z2-7]{4}(?:[ -][A-Za-z2-7]{4}){3,15}(?![A-Za-z0-9])")


def find_otpauth(text: str, _folded: str) -> Span | None:
    """A link that sets an authenticator app up."""
    return _span(_OTPAUTH.search(text))


def find_private_key(text: str, folded: str) -> Span | None:
    """A wallet's or server's private key. 64 hex digits alone may be a transaction: they need the words near."""
    if shape := _KEY_THAT_NEEDS_NO_WORD.search(text):
        return shape.span()
    hex_keys, text_keys = list(_HEX_KEY.finditer(text)), list(_TEXT_KEY.finditer(text))
    if not hex_keys and not text_keys:
        return None
    words = spans(_PRIVATE_KEY_WORDS, folded)
    keys = hex_keys + text_keys if words else hex_keys
    words = words or spans(_KEY_WORDS, folded)
    return next((key.span() for key in keys if _is_near(key.span(), words) and not _is_public(key, folded)), None)


def _is_public(key: re.Match[str], folded: str) -> bool:
    before = folded[max(0, key.start() - 30) : key.start()]
    told = _TRANSACTION_WORDS.search(before) or _IS_A_TRANSACTION.match(folded, key.end())
    return bool(told or _COIN_ADDRESS.fullmatch(key[0]))


def find_api_key(text: str, folded: str) -> Span | None:
    """A key of a programming interface: by its prefix, or a long token beside the words."""
    if shape := _API_KEY_THAT_NEEDS_NO_WORD.search(text):
        return shape.span()
    tokens = list(_LONG_TOKEN.finditer(text))
    if not tokens:
        return None
    words = spans(_API_KEY_WORDS, folded)
    if _SECRET_OR_KEY.search(folded):
        words += spans(_API, folded)
    near = (token for token in tokens if _is_near(token.span(), words))
    return next((token.span() for token in near if not _is_public(token, folded)), None)


def find_authenticator_key(text: str, folded: str) -> Span | None:
    """The key behind an authenticator app: base 32, alone in the message or beside words that say what it is."""
    keys = [key for key in _BASE32_KEY.finditer(text) if not _COIN_ADDRESS.fullmatch(key[0])]
    keys += [key for key in _BASE32_GROUPS.finditer(text) if _has_a_digit(key[0])]
    if not keys:
        return None
    if keys[0][0] == text.strip() and sum(map(str.isdigit, text)) > 1:
        return keys[0].span()
    words = spans(_AUTHENTICATOR_WORDS, folded)
    return next((key.span() for key in keys if _is_near(key.span(), words)), None)


def _has_a_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _is_near(span: Span, others: list[Span]) -> bool:
    return any(span[0] - end <= _NEAR and start - span[1] <= _NEAR for start, end in others)


def _span(match: re.Match[str] | None) -> Span | None:
    return match.span() if match else None


# --- card numbers ---

_DIGITS_AND_GAPS = re.compile(r"\d(?:[\s.,_/·•|*-]{0,3}\d)+")
_GROUP = re.compile(r"\d+")
_CARD_WORDS = re.compile(
    fold(
        r"\bcards?\b|visa|master ?card|maestro|amex|american express|discover|diners"
        r"|unionpay|\bjcb\b|\bmir\b|\bcc\b|debit|credit"
        r"|tarjeta|karte\b|carte\b|cartão|carta\b|kart[aęaiou]?\b|kartım|карт[аыуоі]|картк|kaart|kort|卡号|カード|카드|بطاق"
    ),
)
_PREFIXES_OF_LENGTH: Mapping[int, re.Pattern[str]] = {
    13: re.compile("4"),
    14: re.compile("3(?:0[0-5]|095|6|8|9)"),
    15: re.compile("3[47]|2131|1800"),
    16: re.compile(
        "4|5[0-8]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|220[0-4]|3(?:52[89]|5[3-8]|0[0-5]|095|[689])"
        "|6(?:011|4[4-9]|5|2|0[0-9]|3[0-9]|7[0-9])|8[12]|9792",
    ),
    17: re.compile("62|5[06-8]|6(?:0|3|7)"),
    18: re.compile("62|5[06-8]|6(?:0|3|7)"),
    19: re.compile("4|62|5[06-8]|6(?:0|3|5|7|011|4[4-9])|35|8[12]"),
}
"""What the numbers of the card networks begin with, by how long they are."""
_SHORTEST_CARD = 13
_LONGEST_PHONE = 15
_USUAL_GROUPS = frozenset({(4, 6, 5), (4, 6, 4), (6, 13), (4, 4, 5), (4, 5, 6), (8, 8), (6, 10), (4, 12), (12, 4)})
_DOUBLED = str.maketrans("0123456789", "0246813579")
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]{1,4}){3,8}")
_OPAQUE = re.compile(r"(?<![A-Za-z0-9])[0-9A-Za-z]{20,}(?![A-Za-z0-9])|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOST_TURNS = 3
_NUMBERING = re.compile(r"^ ?\d[.):] ", re.MULTILINE)
_BETWEEN_PARTS = fold(
    r"(?:and|then|next|after|that|the|is|it|its|are|in|first|second|third|fourth|1st|2nd|last|final|part|half"
    r"|rest|begins?|starts?|ends?"
    r"|with|begin|end|continues?|followed|by|4|8|digits|numbers?|four|eight|of|my|card|und|dann|erste[rn]?"
    r"|zweite[rn]?|dritte[rn]?|letzte[rn]?"
    r"|hälfte|teil|danach|ende|y|luego|después|primera?|segunda?|tercera?|última|parte|mitad|termina|en|el|la"
    r"|resto|et|puis|ensuite|première"
    r"|deuxième|seconde|partie|moitié|début|fin|e|depois|primeira|metade|fim|poi|prima|seconda|metà|fine|i"
    r"|potem|pierwsza|druga|część|połowa"
    r"|koniec|ve|sonra|ilk|ikinci|kısım|yarısı|son|и|потом|затем|далее|дальше|перв\w{2}|втор\w{2}|часть"
    r"|половина|конец|та|потім|далі|друга"
    r"|перша|частина|кінець|en|dan|daarna|eerste|tweede|deel|helft|och|sedan|första|andra|delen)"
)
"""Words that may stand between the groups of a card's number that is told in parts."""
_LONG_GROUP = re.compile(r"\d{3,}")
_PARTS = re.compile(
    rf"(?<![\w+.,-])\d{{4,8}}(?:(?:[ .,:;()\n-]{{1,5}}(?:{_BETWEEN_PARTS}\b[ .,:;()\n-]{{1,3}}){{0,6}})"
    rf"\d{{3,8}}(?![\d.])){{1,4}}(?!\w)"
)
_SIXTEEN_DIGITS = re.compile(r"(?<![\w.-])(?:\d{16}|\d{4}([ -])\d{4}\1\d{4}\1\d{4})(?![\w-]|[. ]\d)")


def find_card_number(text: str, folded: str) -> Span | None:
    """A payment card's number: a network's prefix and length, and a right check digit, however it is split up."""
    if spelled := _spelled_card_number(folded):
        return spelled
    if sum(map(str.isdigit, text)) < _SHORTEST_CARD:
        return None
    visible = _without_other_numbers(text)
    has_card_words = partial(_CARD_WORDS.search, folded)
    for run in _DIGITS_AND_GAPS.finditer(visible):
        if run.end() - run.start() < _SHORTEST_CARD:
            continue
        groups = [group.span() for group in _GROUP.finditer(visible, *run.span())]
        for span, digits in _cards_in(visible, groups):
            if len(digits) > _LONGEST_PHONE or has_card_words() or not _is_phone(digits):
                return span
    return _card_told_in_parts(visible) or (_mistyped_card_number(visible) if has_card_words() else None)


def _card_told_in_parts(text: str) -> Span | None:
    """A card's number with words between its groups: "first part 4012 8888, second part 8888 1881"."""
    folded = _NUMBERING.sub(lambda label: " " * len(label[0]), fold(text))
    for run in _PARTS.finditer(folded):
        groups = [group.span() for group in _LONG_GROUP.finditer(folded, *run.span())]
        digits = "".join(folded[start:end] for start, end in groups)
        if _is_card(digits):
            return groups[0][0], groups[-1][1]
    return None


def _spelled_card_number(folded: str) -> Span | None:
    """A card's number told digit by digit in words."""
    return next(((start, end) for start, end, digits in find_spelled_digits(folded) if _is_card(digits)), None)


def _mistyped_card_number(text: str) -> Span | None:
    """Sixteen digits written as on a card, in a message that speaks of cards: one of them may be a slip."""
    written = (match for match in _SIXTEEN_DIGITS.finditer(text) if not _begins_a_phone(text, match.start()))
    return next((match.span() for match in written if _PREFIXES_OF_LENGTH[16].match(re.sub(r"\D", "", match[0]))), None)


def _cards_in(text: str, groups: list[Span]) -> Iterator[tuple[Span, str]]:
    """Every card number that begins and ends with a group of digits: where it stands, and its digits."""
    digits = "".join(text[start:end] for start, end in groups)
    borders = [0, *accumulate(end - start for start, end in groups)]
    group_after = {border: index for index, border in enumerate(borders)}
    sums = _check_sums(digits)
    for first, border in enumerate(borders[:-1]):
        if digits[border] in "017":
            continue
        for length, prefix in _PREFIXES_OF_LENGTH.items():
            end = border + length
            last = group_after.get(end)
            if not last or (sums[end % 2][end] - sums[end % 2][border]) % 10:
                continue
            is_card = prefix.match(digits, border) and _is_one_number(text, groups[first:last])
            if is_card and not _begins_a_phone(text, groups[first][0]):
                yield (groups[first][0], groups[last - 1][1]), digits[border:end]


def _is_card(digits: str) -> bool:
    prefix = _PREFIXES_OF_LENGTH.get(len(digits))
    return prefix is not None and prefix.match(digits) is not None and _check_digit_is_right(digits)


def _check_digit_is_right(digits: str) -> bool:
    """The Luhn check."""
    counted = digits[::-2] + digits[-2::-2].translate(_DOUBLED)
    return (sum(counted.encode()) - ord("0") * len(counted)) % 10 == 0


def _check_sums(digits: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Running sums for the Luhn check of any stretch that ends before an even place, and before an odd one."""
    plain, doubled = list(map(int, digits)), list(map(int, digits.translate(_DOUBLED)))
    before_even, before_odd = plain[:], plain[:]
    before_even[::2], before_odd[1::2] = doubled[::2], doubled[1::2]
    return (0, *accumulate(before_even)), (0, *accumulate(before_odd))


def _is_one_number(text: str, groups: list[Span]) -> bool:
    """Whether groups of digits are written as one number: the same gap throughout, or the groups of a card."""
    gaps = {text[end:start].strip() or " " for (_, end), (start, _) in pairwise(groups)}
    sizes = tuple(end - start for start, end in groups)
    return len(gaps) <= 1 or sizes in _USUAL_GROUPS or (len(set(sizes[:-1])) == 1 and sizes[-1] <= sizes[0])


def _begins_a_phone(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" (.-")
    return before.endswith("+") or before in {"00", "(00"}


def _is_phone(digits: str) -> bool:
    import phonenumbers  # noqa: PLC0415  costs a tenth of a second, and is seldom needed here

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(f"+{digits}"))
    except phonenumbers.NumberParseException:
        return False


def _without_other_numbers(text: str) -> str:
    """The text with account numbers, hashes and coin addresses blanked, as long as before."""
    return _OPAQUE.sub(_blank_if_mixed, _IBAN.sub(_blank_iban, text))


def _blank_if_mixed(token: re.Match[str]) -> str:
    turns = sum(before.isdigit() != after.isdigit() for before, after in pairwise(token[0]))
    return "x" * len(token[0]) if turns > _MOST_TURNS else token[0]


def _blank_iban(candidate: re.Match[str]) -> str:
    shown = candidate[0]
    for end in range(len(shown), 14, -1):
        if (end == len(shown) or not shown[end].isalnum()) and _is_iban(shown[:end]):
            return "x" * end + shown[end:]
    return shown


def _is_iban(text: str) -> bool:
    letters = re.sub("[ -]", "", text).upper()
    return int("".join(str(int(c, 36)) for c in letters[4:] + letters[:4])) % 97 == 1


# --- seed phrases ---

_SEED_WORD = re.compile(r"[^\W\d_]+")
_SEED_CONTEXT = re.compile(
    fold(
        r"seed|mnemonic|(?:recovery|secret|backup|wallet) (?:phrase|words)|(?:11|12|24|twelve|zwölf|doce|douze"
        r"|doze|dodici) ?(?:words|wörter|palabras|mots|palavras|parole|słów|kelime\w*|woorden|ord)"
        r"|passphrase|frase|semilla|semente"
        r"|wiederherstellung|phrase (?:de|secrète)|fraza|сид|мнемоник|мнемоніч|фраз|слов|kurtarma"
        r"|助记词|ニーモニック|니모닉"
    ),
)
_JOINING_WORDS = frozenset(
    {"and", "then", "next", "y", "e", "et", "und", "i", "и", "і", "та", "ve", "en", "och", "a"}
) | frozenset(
    ("first", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
)
_SHORTEST_SEED = 12
_NEARLY_A_SEED = 9
_AND_THE_REST = re.compile(
    fold(
        r"\b(?:last|final|missing|rest|remaining|next|twelfth|12th|últim\w|letzte\w?|dernier\w?|ultim\w"
        r"|ostatni\w?|son|sonuncu"
        r"|последн\w{2}|останн\w|laatste|sista|poslední)\b"
    )
)
"""Said of a word that follows apart from the others."""
_SHORTEST_NAMED_SEED = 6
_LONGEST_SEED_MESSAGE = 30
_FEW_WORDS = 3
_SHARE_OF_LISTED_WORDS = 0.85
_CHINESE = ("chinese_simplified", "chinese_traditional")


@cache
def _languages_of_seed_words() -> Mapping[str, frozenset[str]]:
    """Every word of the twelve word lists, folded, with the lists that have it."""
    languages: dict[str, set[str]] = {}
    for language in Mnemonic.list_languages():
        for word in Mnemonic(language).wordlist:
            languages.setdefault(fold(unicodedata.normalize("NFC", word)), set()).add(language)
    shared = {frozenset(lists): frozenset(lists) for lists in languages.values()}
    return {word: shared[frozenset(lists)] for word, lists in languages.items()}


def find_seed_phrase(text: str, folded: str) -> Span | None:
    """Twelve or more words in a row out of one word list, whatever stands between; fewer where it is named a seed."""
    words = list(_SEED_WORD.finditer(folded))
    if len(words) < _SHORTEST_NAMED_SEED:
        return _unspaced_chinese_seed(text, words)
    languages = _languages_of_seed_words()
    listed = [languages.get(word[0], frozenset()) for word in words]
    if sum(map(bool, listed)) < _SHORTEST_NAMED_SEED:
        return _unspaced_chinese_seed(text, words)
    start, end = _longest_run(words, listed)
    length = end - start
    enough = (
        length >= _SHORTEST_SEED
        or (length >= _SHORTEST_NAMED_SEED and _SEED_CONTEXT.search(folded))
        or (length >= _NEARLY_A_SEED and _AND_THE_REST.search(folded))
    )
    if enough or _is_mostly_seed(listed):
        return words[start].start(), words[end - 1].end()
    return _unspaced_chinese_seed(text, words)


def _longest_run(words: list[re.Match[str]], listed: list[frozenset[str]]) -> Span:
    """The longest row of words that one list has, as indices; words that only join do not end a row."""
    longest = (0, 0)
    starts: dict[str, int] = {}
    lengths: dict[str, int] = {}
    best = 0
    for index, languages in enumerate(listed):
        if not languages and words[index][0] in _JOINING_WORDS:
            continue
        starts = {language: starts.get(language, index) for language in languages}
        lengths = {language: lengths.get(language, 0) + 1 for language in languages}
        for language, length in lengths.items():
            if length > best:
                best, longest = length, (starts[language], index + 1)
    return longest if best >= _SHORTEST_NAMED_SEED else (0, best and 1)


def _is_mostly_seed(listed: list[frozenset[str]]) -> bool:
    """Whether the message is little else than seed words, one or two of them mistyped."""
    if not _SHORTEST_SEED <= len(listed) <= _LONGEST_SEED_MESSAGE:
        return False
    languages = {language for lists in listed for language in lists}
    most = max((sum(language in lists for lists in listed) for language in languages), default=0)
    return most >= _SHARE_OF_LISTED_WORDS * len(listed)


def _unspaced_chinese_seed(text: str, words: list[re.Match[str]]) -> Span | None:
    """Chinese seed words, one character each, written in one go: prose looks the same, so the checksum decides."""
    if len(words) > _FEW_WORDS:
        return None
    for word in words:
        if len(word[0]) in {12, 15, 18, 21, 24} and not word[0].isascii():
            characters = " ".join(text[slice(*word.span())])
            if any(Mnemonic(language).check(characters) for language in _CHINESE):
                return word.span()
    return None
