"""Passwords: beside a name for them, in either order and with words between, or beside what one logs in with.

All take the text and its folded form, which are of one length.
"""

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from states.reading.normalise import fold
from states.reading.secret_codes import YEAR, is_other_number
from states.reading.secret_words import LINKS, REACH, Span, are_linked, is_said_to_be, named, spans

_PASSWORD_NAMES = named(
    r"p[a@]?s{1,3}[ -]?w[oa0]?r?d|p a s s w o r d|pass[ -]?words?|pass ?key|paßwort|passwd|passw|pword|pwd?"
    r"|pswd?|psw|pw|pass|p/w|pass ?phrase|pass ?code|pass ?wort\w{0,2}|passwörter"
    r"|kennwort\w{0,2}|paswoord|credentials|creds|log ?in (?:details|data)|zugangsdaten|identifiants|credenciales",
    r"contraseñas?|contrasena|contrasenya|clave|mots? de pass?e?s?|mot ?de ?passe|mdp|[sc]enhas?|palavra[ -]passe"
    r"|(?:mon|ton|le) passe|mot d passe|(?:mi|la|tu|su) contra|contra(?= ?[:=])|parola d'ordine|credenziali"
    r"|c?hasł\w{1,3}|hasło|dane logowania",
    r"parola\w{0,3}|şifre\w{0,4}|п[ао]рол{1,2}[ьяеюиі]?\w{0,3}|парль|parol|ww(?= ?[:=])|lösen(?= ?[:=])"
    r"|пассворд|пасворд|пасс?|кодовое слово|secret word|wachtwoord\w{0,2}"
    r"|lösenord\w{0,3}|hesl(?:o|a|em|om|u)|jelsz[óo]\w{0,3}|jelsza\w{1,3}|pass?ord\w{0,3}|adgangskode\w{0,2}",
    r"salasana\w{0,3}|κωδικ[οό][ςύ]|parool\w?|سيسما|كلمة (?:السر|المرور)|رمز عبور\w{0,3}|ה?סיסמ[הא]"
    r"|पासवर्ड|mật khẩu|kata sandi|lozink\w|šifra",
)
_NAMES_IN_RUNNING_SCRIPTS = re.compile(fold("密码|密碼|パスワード|비밀번호|암호|รหัสผ่าน"))
"""Scripts that put no space between words."""
_WORDS_TO_MISSPELL = tuple(
    fold(
        "password passwort passphrase passord contraseña wachtwoord lösenord salasana adgangskode kennwort jelszó"
        " пароль motdepasse"
    ).split()
)
_MISSPELT = {
    word[0]: tuple(other for other in _WORDS_TO_MISSPELL if other[0] == word[0]) for word in _WORDS_TO_MISSPELL
}
_PASSPORTS = ("passport", "passeport", "pasaporte", "passaporte", "passaporto", "pasaport", "paspoort")
_LONG_WORD = 7
_MAYBE_MISSPELT = re.compile(rf"(?<![^\W\d_])[{''.join(_MISSPELT)}][^\W\d_]{{5,12}}(?![^\W\d_])")
_KEEPERS = re.compile(r" ?(?:manager|vault|generator|policy|reset link|менеджер)")
_PASSES = re.compile(
    r"\b(?:can|can't|cant|cannot|to|will|wont|won't|not|please|pls|must|could|couldn't|couldnt|should|i|you"
    r"|they|we|didn't|didnt"
    r"|don't|dont|did|do|boarding|mobile|bus|train|travel|by) $"
)
_PASSED_ON = re.compile(r" (?:me|us|him|her|it|this|that|on|through|along|over)\b")
_ONE_TIME = re.compile(r"\bone[ -]?time $")
"""What makes a password's name the name of something else."""
_CHUNK = re.compile(r"\S+")
_CHUNK_WITH_A_DIGIT = re.compile(r"[^\s\d]*\d\S*")
_WRAPPING = "\"'`<>()[]{}«»,;:.?"
_NOT_A_PASSWORD = re.compile(
    r"""(?:
      [^@\s]+@[^@\s]+\.\w+                                     # an e-mail address
    | (?:https?://|www\.)\S+ | [a-z-]+(?:\.[a-z-]+)+(?:/\S*)?   # a link or a site
    | up[\d-]{6,} | [#№]\d+ | \+?[\d().-]*\d{9,}               # a user ID, a ticket, a phone number
    | \d{1,4}[./-]\d{1,2}[./-]\d{1,4} | \d{1,2}:\d\d(?:am|pm)?  # a date, a time
    | \d+(?:st|nd|rd|th|x|h|hrs?|hours?|d|days?|m|min|mins|minutes?|s|sec|w|weeks?|months?|mo|y|yrs?|years?|k|%|am|pm)
    | [\d.,]+(?:btc|eth|usdt?|usdc|eur|gbp|[$€£₽₴])? | [$€£][\d.,]+
    | (?:web|mp|h)\d | 2fa\S* | 3ds? | v?\d+(?:\.\d+)+ | @\w+ | (?:trc|erc|bep)-?\d+ | 1password | q[1-4]-?(?:19|20)\d\d
    | 0x\w+ | [0-9a-f]{24,} | \w{33,}                          # a hash, an address of a coin
    | \d{1,2}(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]{0,6}\d{2,4}
    | (?:iphone|ipad|ios|macos|android|win|windows|chrome|firefox|galaxy|samsung|pixel|redmi|xiaomi|huawei|nokia|gmail
      |outlook|hotmail|yahoo|usdt|kyc)[-_]?[as]?\d{1,2}\w{0,4}   # a device, a service
    | (?:\w+[/-])+[a-z]+ | (?:19|20)\d\d
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_COMMON_PASSWORD = re.compile(
    r"(?:qwerty|qwertz|azerty|asdf|zxcv|letmein|iloveyou|admin|abc123|welcome1?|monkey|dragon|111111|123)\w*"
    r"|йцукен\w*",
)
_SYMBOL_INSIDE = re.compile(r"\w[!@#$%^&*_+=~\\|]+\w|\w[!@#$%^&*_+=~]{2,}|[@#$%^&*_+=~]\w+[!@#$%^&*_+=~]")
_MIXED_CASE = re.compile(r"[a-z][A-Z]\w*[a-z]|[a-z]{2}[A-Z]{2}")
_SAID_OF_PASSWORDS = frozenset(
    fold(
        """
        wrong incorrect invalid lost forgotten forgot gone stolen hacked leaked compromised changed reset expired
        broken not no none
        unknown secure safe strong weak correct right ok okay fine good same different new old saved written too
        very long short
        required needed rejected refused accepted working blocked locked disabled private secret confidential
        nothing something
        missing empty here there good unavailable useless rubbish simple complex easy hard fake mine yours hidden
        outdated useful
        known unchanged okay true false never always also still only now again too help please hello thanks yes sure
        what why how
        when where which who whatever anything everything nope null n/a na idk dunno well perfect impossible
        possible different
        incorrecta correcta olvidada perdida perdido segura nueva vieja inválida invalida diferente misma expirada
        bloqueada mala
        buena equivocada errónea erronea falsch richtig weg vergessen verloren abgelaufen ungültig sicher unsicher
        neu alt gesperrt
        geändert gehackt gestohlen korrekt unbekannt anders gleich incorrect oublié oubliée perdu perdue expiré
        expirée bon bonne
        faux mauvais mauvaise changé changée correct nouveau sûr inconnu refusé bloqué incorreta correta esquecida
        expirada
        errada certa segura nova velha inválida diferente mesma roubada sbagliata corretta dimenticata scaduta persa
        giusta nuova
        vecchia errata bloccata sicura diversa złe dobre błędne poprawne zapomniane nieprawidłowe stare nowe inne
        zgubione yanlış
        doğru unutuldu geçersiz eski yeni değişti çalışmıyor hatalı неверный неправильный забыт утерян потерян
        верный правильный
        старый новый утрачен украден взломан изменен сменен недействителен неизвестен другой тот нет не да забыл
        забыла потерял
        сброшен невірний неправильний забутий втрачений вірний старий новий змінений інший немає ні забув забула
        fout juist
        vergeten verlopen udløbet utløpt utgånget inaktiv forkert feil glemt neispravna istekla
        neaktivna izgubljena zaboravljena unohtunut väärä fel rätt glömt špatné správné zapomenuté greșită corectă
        uitată nobody everyone cex google
        gmail email
        """,
    ).split(),
)
_PARTICIPLE = re.compile(
    r"\w{3,}(?:ed|ing|ble|ful|less|ada|ado|ida|ido|ato|ata|uto|uta|ée?|iert|bar|лся|лась|ется|ный|ная|ена|ено)"
)
_MOST_NAMES = 300
"""As many names for passwords as a message can hold are looked around one by one; past them only what stands out is."""
_SHORTEST_PASSWORD, _SHORTEST_FAR_PASSWORD = 4, 5
_NEAR = 90
_OF_SOMETHING_ELSE = re.compile(
    fold(
        r"(?:\b(?:user|username|user ?id|id|nick|nickname|handle|ticket|order|case|ref|reference|model|phone"
        r"|handy|device|pc|laptop"
        r"|reisepass|\w{0,10}ausweis|pass(?:nummer|nr)|pasaporte|passeport|passaport[eo]|pasaport\w{0,4}|paszport\w{0,2}|паспорт\w{0,2}"
        r"|passport|pass(?:port|eport)? (?:no|nr|number)|licen[cs]e|flight|room|flat|apt|street|postcode|zip"
        r"|plz|iban|wallet|address|hash|txid|tx"
        r"|version|file|benutzer\w*|usuario|utilisateur|usuário|utente|użytkownik\w*|kullanıcı\w*|логин\w?|ник"
        r"|логін|нік|модель"
        r"|телефон\w?|telefon\w*|boarding|document|doc|dni|nie|nif|pesel|inn|инн|user name|name|login|called)"
        r"|#|№)[ :=#.-]{0,3}(?:(?:is|was|no|nr|number|es|ist|est|jest|var|my|the|в|на|:) ?){0,2}$"
    )
)
_USER_BEFORE = re.compile(
    fold(r"\b(?:user|username|user name|nick\w*|benutzer\w*|usuario|логин|ник)[ :=]{1,3}(?:is )?$")
)
_IN_A_MONTH = re.compile(
    r"\b(?:in|since|until|from|by|on|seit|im|en|desde|em|nel|w|с|в|з|у) "
    r"(?:jan|feb|mar|apr|ma[iyrj]|jun|jul|aug|sep|oct|okt|nov|dec|dez|dic|янв|фев|мар|апр|май|июн|июл|авг|сен"
    r"|окт|ноя|дек)[^\W\d_]{0,7}\d{2,4}$"
)
_LONG_NUMBER, _LONGEST_NUMBER_AS_PASSWORD = 6, 12
_SAID_LATER = re.compile(
    fold(
        r"((?: [^\s,.;:!?]{1,20}){1,6}?)"
        r"(?: (?:is|was|es|era|ist|war|lautet|est|était|é|è|jest|был|було|является)|:|=) ?([^\s]+)"
    ),
)
_OTHER_NOUNS = re.compile(
    fold(
        r"\b(?:user|username|login|id|name|nick\w*|e?mail|phone|number|device|telegram|ticket|order|code"
        r"|manager|менеджер|reset|hint|and|but|логин|ник|имя|почта"
        r"|телефон|номер|usuario|nombre|correo|benutzer\w*|nom|nome|nazwa|логін|імя|not?|и|та|y|und|et|e|i)\b"
    ),
)


def find_password(text: str, folded: str) -> Span | None:
    """A password beside its name or beside a login. "I forgot my password" and the like hold none."""
    if beside_login := _beside_a_login(text):
        return beside_login
    names = _names(folded)
    if not names:
        return None
    is_form = _holds_a_login(text)
    telling = _without_rows(names)[:_MOST_NAMES]
    beside = (span for name in telling for span in _passwords_beside(text, folded, name, is_form=is_form))
    return next(beside, None) or next(_far_from(names, text, folded), None)


def _names(folded: str) -> list[Span]:
    """Where passwords are named, the word misspelt or not."""
    named_right = spans(_PASSWORD_NAMES, folded)
    if not folded.isascii():
        named_right += spans(_NAMES_IN_RUNNING_SCRIPTS, folded)
    misspelt = [word.span() for word in _MAYBE_MISSPELT.finditer(folded) if _is_misspelt(word[0])]
    addresses = spans(_EMAIL, folded) if "@" in folded else []
    return sorted(
        name
        for name in {*named_right, *misspelt}
        if not _is_a_verb(folded, name)
        and not any(start <= name[0] < end for start, end in addresses)
        and not _KEEPERS.match(folded, name[1])
        and not _ONE_TIME.search(folded[max(0, name[0] - 9) : name[0]])
    )


def _without_rows(names: list[Span]) -> list[Span]:
    """The names less those with another right before and right after: nothing but names stands beside them."""
    around = zip([None, *names], names, [*names[1:], None], strict=False)
    return [
        name
        for before, name, after in around
        if not (before and after and name[0] - before[1] <= 1 and after[0] - name[1] <= 1)
    ]


def _is_misspelt(word: str) -> bool:
    """Whether a word is a slip or two from a name for passwords, and no nearer to a passport."""
    slips = min(OSA.distance(word, right, score_cutoff=2) for right in _MISSPELT[word[0]])
    allowed = 2 if len(word) >= _LONG_WORD else 1
    return 0 < slips <= allowed and slips <= min(OSA.distance(word, other) for other in _PASSPORTS)


def _passwords_beside(text: str, folded: str, name: Span, *, is_form: bool) -> Iterator[Span]:
    """What stands beside a name for passwords; in a form with a login, "pw" is as good as "pw:"."""
    start, end = name
    after = _first_unlinked(folded, end)
    is_entry = is_form and folded[start:end] in _ABBREVIATED
    said = after is not None and (is_entry or is_said_to_be(folded, end, after[0]))
    if after and not _USER_BEFORE.search(folded[end : after[0]]) and _is_password(text, folded, after, said=said):
        yield after
    if (later := _SAID_LATER.match(folded, end)) and not _OTHER_NOUNS.search(later[1]):
        value = _unwrapped(folded, later.span(2))
        if _looks_random(text[slice(*value)]):
            yield value
    before = _last_unlinked(folded, start)
    if before and _looks_random(text[slice(*before)]):
        nothing_else = not folded[: before[0]].strip() and not folded[end:].strip()
        if nothing_else or is_said_to_be(folded, before[1], start):
            yield before
    yield from _phrases_beside(folded, name)


def _is_a_verb(folded: str, name: Span) -> bool:
    """Whether a name for passwords is the verb "to pass", or the pass one boards or enters with."""
    start, end = name
    if folded[start:end] != "pass":
        return False
    return bool(_PASSES.search(folded[max(0, start - 12) : start]) or _PASSED_ON.match(folded, end))


def _far_from(names: list[Span], text: str, folded: str) -> Iterator[Span]:
    """What looks like a password, with other words between it and a name for passwords."""
    for chunk in _CHUNK_WITH_A_DIGIT.finditer(folded) if names else ():
        span = _unwrapped(folded, chunk.span())
        near = any(span[0] - end <= _NEAR and start - span[1] <= _NEAR for start, end in names)
        if near and _stands_out(text, folded, span):
            yield span


def _stands_out(text: str, folded: str, span: Span) -> bool:
    value = text[slice(*span)]
    return (
        len(value) >= _SHORTEST_FAR_PASSWORD
        and _looks_random(value)
        and not _PAPER.fullmatch(value)
        and not _OF_SOMETHING_ELSE.search(folded[max(0, span[0] - 40) : span[0]])
        and not _IN_A_MONTH.search(folded[max(0, span[0] - 12) : span[1]])
    )


# --- several words ---


def _phrases_beside(folded: str, name: Span) -> Iterator[Span]:
    """Passwords of several words: in quotation marks, after "password:", or after "is" where they form no sentence."""
    start, end = name
    for quoted in _QUOTED.finditer(folded, max(0, start - REACH - 40), end + REACH + 40):
        inner = quoted.span(2)
        after = 0 <= inner[0] - end <= REACH and are_linked(folded, end, inner[0])
        before = 0 <= start - inner[1] <= REACH and are_linked(folded, inner[1], start)
        if (after or before) and not _describes_in_words(quoted[2].split()):
            yield inner
    if phrase := _PHRASE_AFTER.match(folded, end):
        words = phrase[2].split()
        enough = _FEW_WORDS if phrase[1].strip() in {":", "="} or words[-1].isdigit() else _WORDS_OF_NO_SENTENCE
        if len(words) >= enough and not _describes_in_words(words):
            yield phrase.span(2)
    if used := _USED_AS.search(folded[max(0, start - REACH) : start]):
        offset = max(0, start - REACH)
        word = used[1]
        if not word.isdigit() and word not in LINKS and not _describes(word) and word not in _NO_PASSWORDS:
            yield used.start(1) + offset, used.end(1) + offset


def _describes_in_words(words: list[str]) -> bool:
    """Whether words say something about a password, instead of being one."""
    told = words[1:] if len(words) >= _WORDS_OF_NO_SENTENCE else words
    return (
        words[0] in _FUNCTION_WORDS
        or any(word in _FUNCTION_WORDS or word in _SAID_OF_PASSWORDS or _PARTICIPLE.fullmatch(word) for word in told)
        or bool(_PASSWORD_NAMES.search(" ".join(words)))
    )


# --- beside a login ---


def _holds_a_login(text: str) -> bool:
    return ("@" in text or "up" in text.lower()) and _LOGIN.search(text) is not None


def _beside_a_login(text: str) -> Span | None:
    """What stands right beside an e-mail address or a user ID and looks like a password: "ann@example.org / Tree!9"."""
    if not _holds_a_login(text):
        return None
    for login in _LOGIN.finditer(text):
        beside = _BESIDE_LOGIN.match(text, login.end())
        if beside and _goes_with_a_login(beside[2], login[0], separator=beside[1]):
            return beside.span(2)
    return None


def _goes_with_a_login(value: str, login: str, *, separator: str) -> bool:
    """Whether it mixes kinds of characters as passwords do; a nickname may follow after a space, a password a slash."""
    if not any(map(str.isdigit, value)) or not _looks_random(value) or _PAPER.fullmatch(value):
        return False
    name = re.sub(r"\d", "", value).lower()
    if name and name in login.lower():
        return False
    kinds = sum(any(map(test, value)) for test in (str.islower, str.isupper, str.isdigit, _is_sign))
    pairs = separator.strip() in _PAIRING and len(value) >= _LONG_NUMBER
    return kinds >= (_FEW_KINDS if pairs else _MANY_KINDS) and len(value) >= _LONG_NUMBER


def _is_sign(character: str) -> bool:
    return character in "!@#$%^&*_+=~?.\\"


def _first_unlinked(folded: str, end: int) -> Span | None:
    """The first chunk after a name that is more than a small word."""
    for chunk in _CHUNK.finditer(folded, end, end + REACH + 40):
        span = _unwrapped(folded, chunk.span())
        if span[0] == span[1]:
            if "?" in chunk[0]:
                return None
        elif folded[slice(*span)] not in LINKS:
            return None if any(sign in folded[end : span[0]] for sign in "?;") else span
    return None


def _last_unlinked(folded: str, start: int) -> Span | None:
    """The last chunk before a name that is more than a small word."""
    for chunk in reversed(list(_CHUNK.finditer(folded, max(0, start - REACH - 40), start))):
        span = _unwrapped(folded, chunk.span())
        if span[0] < span[1] and folded[slice(*span)].rstrip("!") not in LINKS:
            return span
    return None


def _unwrapped(folded: str, span: Span) -> Span:
    start, end = span
    while start < end and folded[start] in _WRAPPING + "=-*":
        start += 1
    while end > start and folded[end - 1] in _WRAPPING:
        end -= 1
    return start, end


_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.\w+")
_LOGIN = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,24}){1,4}|(?<!\w)[Uu][Pp]\d{9}(?!\w)")
_BESIDE_LOGIN = re.compile(
    r"( ?[:/|;>\\=&] ?| ?-+>? ?|,? (?:and|und|y|e|et|i|и|і|та|ve|en|och|with|mit|con|avec) |[, ]{1,2}|\n(?: ?[-:])?)"
    r"[\"'(]?([^\s\"'()|,;]{5,40}?)[\"').,;:]*(?=\s|$)"
)
_PAIRING = frozenset(":/|;>\\=&-") | {"--", "->"}
_FEW_KINDS, _MANY_KINDS = 2, 3
_PAPER = re.compile(
    r"[A-Z]{1,3}\d{5,9}[A-Z]?|\d{6,9}[A-Z]|[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}"
    r"|(?i:level|lvl|tier|step|stufe|stage)-?\d|[\d.,]+[a-z]{3,5}|[A-Z]{3,6}-?\d{1,2}"
)
"""The number of a passport or a card, a British postcode, an amount: they mix letters and digits as well."""
_ABBREVIATED = ("pw", "pwd", "pass", "psw", "pswd", "mdp")
_QUOTED = re.compile(r"(?<!\w)([\"'])([^\"'\n]{4,60})\1(?!\w)")
_PHRASE_AFTER = re.compile(
    r"( ?[:=] ?| (?:is|was|es|era|ist|war|lautet|est|e|jest|это|был|är|er) )"
    r"([^\W\d_]{2,20}(?: [^\W_]{1,20}){1,6})[.! ]*(?=\n|$)"
)
_USED_AS = re.compile(
    fold(
        r"\b(?:use|used|using|uso|usé|puse|benutze|verwende|nutze|utilise|utilisé|mis|usei|ho usato|używam"
        r"|użyłem|использую"
        r"|использовал\w?|использовала|використову\w+|gebruik|använder|bruger|folosesc|kullanıyorum)"
        r" [\"']?(\w{4,30})[\"']? (?:as|como|als|comme|come|jako|как|як|som|ca) (?:\w{1,6} ){0,2}$"
    )
)
_FEW_WORDS, _WORDS_OF_NO_SENTENCE = 2, 4
_NO_PASSWORDS = frozenset({"that", "this", "name", "birthday", "email", "phone", "number", "word", "address", "google"})
_FUNCTION_WORDS = frozenset(
    fold(
        """
        i you he she it we they me him us them to in on at by for from of off with without about into over under up down
        out as than then and or but if because while until since before after during do does did dont doesnt didnt don't
        doesn't didn't cant can't cannot wont won't can could will would shall should may might must have has had having
        is are was were be been am not no nor never any some all both each every this that these those my your his her
        our their its the a an very so too just only also really totally completely fully please thanks sorry same
        see below above ask yes no maybe i'm im ive i've think know sure need want get keep back remember tell told
        work works expired characters letters digits account email phone device link page field reset recovery
        yo tu el ella no lo la las los un una se me mi su de del en con sin por para que pero si ya muy mas recuerdo se
        ich du er sie es wir ihr mir mich
        nicht kein keine auf in im am mit von zu zum zur bei seit nach aber und oder weiß
        weiss mehr noch gleich hab habe wie was bitte
        je tu il elle nous vous ne pas plus sais de du des le la les un une dans sur avec sans pour que mais et ou
        eu ele ela não nao sei lembro o os as um uma do da no na com sem para que mas
        io lui lei non so ricordo il gli i un una di del della nel con senza per che ma e piu
        nie pamiętam wiem mam w na z do od o i a ale się sie jest już
        ben sen o bir ve ile için hatırlamıyorum bilmiyorum yok degil değil
        я ты он она мы вы не помню знаю забыл забыла нет в на с у к и а но что как это мой моя от для уже пам'ятаю
        ik je het een niet weet meer op jag inte vet minns som det en ett den på nu știu am
        """
    ).split()
)


def _is_password(text: str, folded: str, span: Span, *, said: bool) -> bool:
    value = text[slice(*span)]
    if _looks_random(value) or _COMMON_PASSWORD.fullmatch(value):
        return True
    said = said or (value.isdigit() and len(value) >= _LONG_NUMBER and not is_other_number(text, folded, span))
    if not said or len(value) < _SHORTEST_PASSWORD:
        return False
    if value.isdigit():
        return len(value) <= _LONGEST_NUMBER_AS_PASSWORD and not YEAR.fullmatch(value)
    return (
        value.replace("-", "").replace("_", "").isalpha()
        and _ends_the_sentence(text, span)
        and _is_said_at_once(folded, span[0])
        and not _describes(folded[slice(*span)])
    )


def _is_said_at_once(folded: str, start: int) -> bool:
    """Whether the word before is an "is" or the like, or a sign: "is in my notebook" says where, not what."""
    before = folded[max(0, start - REACH) : start].rstrip(" \"'")
    if before.endswith(_ABBREVIATED):
        return True
    return not before[-1:].isalnum() or is_said_to_be(before + " ", len(before) - len(before.split()[-1]), len(before))


def _looks_random(value: str) -> bool:
    """Whether letters are mixed with digits or signs, as in no word, date, amount, address or ID."""
    if len(value) < _SHORTEST_PASSWORD or _NOT_A_PASSWORD.fullmatch(value):
        return False
    letters = any(map(str.isalpha, value))
    digits = any(map(str.isdigit, value))
    return letters and (digits or bool(_SYMBOL_INSIDE.search(value) or _MIXED_CASE.fullmatch(value)))


def _ends_the_sentence(text: str, span: Span) -> bool:
    return re.match(r"[\"'»)\]]*\s*(?:[.,!;\n]|$)", text[span[1] :]) is not None


def _describes(word: str) -> bool:
    return word in _SAID_OF_PASSWORDS or _PARTICIPLE.fullmatch(word) is not None
