"""Secrets that are known by the words beside them: "my password is ...", "... is the code". Either order is seen.

All take the text and its folded form, which are of one length.
"""

import re
from collections.abc import Iterator

from states.reading.normalise import fold

Span = tuple[int, int]

_LINKS = frozenset(
    fold(
        """
        is was are were be been its it it's it´s that that's thats this these the a an my mine our your his her i
        i've ive got get
        gets have has had received receive just here heres now new old current last first for from on in by to of at
        with via and
        as be there says say said shows showing reads gave gives sent send came come arrived number num no nr code
        codes key
        word value called account acc login user username profile wallet email e mail mailbox gmail exchange cex io
        cex.io site
        website app application card bank phone mobile sms text message google authenticator authy telegram whatsapp
        2fa tfa
        back side digit digits pin cvv secret security verification confirmation auth login access one time
        temporary backup setup so then
        es era son está fue el la los las un una mi mis su de del en para con por que y este esta ese esa me llegó
        llego recibí
        recibi código codigo cuenta correo número numero tarjeta atrás cuál aquí secreta secreto verificación
        confirmación acceso
        seguridad
        ist war lautet sind sein der die das den dem ein eine mein meine meinem meiner für fur von vom im bei zum
        zur und dieser
        diese hier konto mail karte nummer geheimes bekommen erhalten kam auf
        est était etait sont le la les l' mon ma mes votre du des au aux c'est cest pour sur dans et ce cet cette
        voici compte
        courriel carte reçu recu vérification verification confirmation sécurité validation accès secret secrète
        é e era eh são o os as um uma meu minha meus do da no na dos para com que isto isso esse essa conta cartão
        recebi chegou verificação confirmação acesso segurança
        è e' era sono il lo la i gli un una mio mia per di del della che questo questa ecco conto carta ricevuto
        arrivato ho verifica conferma accesso sicurezza segreta
        to jest był było była są mój moja moje mojego do od z ze na w dla przyszedł przyszło otrzymałem konta karty
        oto brzmi weryfikacyjny potwierdzenia dostępu
        bu benim için şu hesap hesabımın kart geldi olan doğrulama onay giriş güvenlik
        это был была было мой моя моё мои моего моей моему от для из на в с к по и вот мне пришел пришёл пришла
        пришло получил
        получила код коды смс подтверждения проверки верификации авторизации доступа безопасности аккаунта аккаунт
        почты почте карты карте кабинета вход входа секретный равен такой номер приложения эсэмэс
        це є був була було мій моя моє мого моєї від для із з на в у до та ось мені прийшов прийшла прийшло отримав
        отримала
        підтвердження перевірки верифікації доступу безпеки входу акаунта акаунту пошти картки карти рахунку
        is het de een mijn van voor op en dit dat bij deze is är var det den min mitt mina för på från och er det
        min mit
        je byl bylo můj moje moja z ze od pro pre k na v este era meu mea pentru la din si și cu
        是 的 为 我 我的 は の です 은 는 이 가 هو هي من في لي رمز
        """,
    ).split(),
)
"""Small words that may stand between a secret and its name."""
_COPULAS = frozenset(
    fold(
        """is was it's its are es era ist war lautet est était c'est é eh è e'
        era  jest był było brzmi это был была было це є був
        была je byl este är var er 是 は هو bu fue""",
    ).split(),
)
_LINK_WORD = re.compile(r"[^\W_]+(?:['´][^\W_]+)*|[^\W_]'")
_SAYING = (":", "=", ">", "(", "[", " -", "- ")
_REACH = 60
_BREAKS = ("?", ";", "!", " or ", "\n\n")


def _are_linked(folded: str, end: int, start: int) -> bool:
    """Whether only small words stand between a name that ends and a value that starts, or the other way round."""
    between = folded[end:start]
    if any(sign in between for sign in _BREAKS):
        return False
    return all(word in _LINKS for word in _LINK_WORD.findall(between))


def _is_said_to_be(folded: str, end: int, start: int) -> bool:
    """Whether a colon, a dash or an "is" stands between."""
    between = folded[end:start]
    return any(sign in between for sign in _SAYING) or any(word in _COPULAS for word in _LINK_WORD.findall(between))


def _linked(folded: str, names: list[Span], values: list[Span]) -> Span | None:
    """The first value that is linked with one of the names."""
    for value_start, value_end in values:
        for start, end in names:
            after = 0 <= value_start - end <= _REACH and _are_linked(folded, end, value_start)
            before = 0 <= start - value_end <= _REACH and _are_linked(folded, value_end, start)
            if after or before:
                return value_start, value_end
    return None


def _named(*patterns: str) -> re.Pattern[str]:
    """A pattern of names, in folded text, as whole words; a digit may follow at once, as in `pin4471`."""
    return re.compile(rf"(?<![^\W_])(?:{fold('|'.join(patterns))})(?![^\W\d_])")


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [match.span() for match in pattern.finditer(text)]


# --- card verification codes ---

_CVV_NAMES = _named(
    r"cvv2?|cvc2?|cvn2?|csc|cid|cav2?|cvx|cvs|card (?:security |verification |)code|security (?:code|number)"
    r"|код на (?:обороте|зворотному боці)(?: карт\w{1,2})?"
    r"|(?:три|3) цифр[ыи] (?:на обороте|на звороті|сзади)(?: карт\w{1,2})?",
    r"(?:3|tres) (?:cifras|dígitos|números) (?:de )?(?:atrás|detrás)|(?:3|drei) (?:ziffern|zahlen) auf der rückseite",
    r"(?:3|trois) chiffres au dos|(?:3|três) dígitos (?:no|do) verso|(?:3|tre) cifre sul retro"
    r"|(?:3|trzy) cyfry z tyłu",
    r"(?:three|3|four|4) ?digits? (?:on|at|from|in) the back(?: of)?|verification (?:value|number)"
    r"|sicherheitscode|(?:karten)?prüf(?:nummer|ziffer|code)|kartenprüfnummer",
    r"cryptogramme(?: visuel)?|code de sécurité|código de (?:seguridad|segurança)(?: de la tarjeta| do cartão)?"
    r"|codice di sicurezza",
    r"kod (?:cvv|cvc|zabezpieczający|bezpieczeństwa)|güvenlik (?:kodu|numarası)"
    r"|код безопасности|код безпеки|защитный код|[цс]вв|свс|цвк",
    r"beveiligingscode|säkerhetskod|bezpečnostní kód|cod de securitate|安全码|セキュリティコード",
)
_CVV = re.compile(r"(?<![\w.,/+-])\d[ -]?\d[ -]?\d[ -]?\d?(?![\w]|[.,/-]\d| \d)")


def find_cvv(text: str, folded: str) -> Span | None:
    """The three or four digits on a card's back, beside a name for them."""
    names = _spans(_CVV_NAMES, folded)
    return _linked(folded, names, _spans(_CVV, text)) if names else None


# --- PINs ---

_PIN_NAMES = _named(
    r"pin(?:s|[ -]?code|[ -]?number|[ -]?kod\w{0,2}|[ -]?nummer)?|código pin|code pin"
    r"|codice pin|kod pin|pincode|пин(?:[ -]?код\w{0,2})?",
    r"пін(?:[ -]?код\w{0,2})?|geheimzahl|nip",
)
_PIN = re.compile(r"(?<![\w.,/+-])(?:\d{4,8}|\d \d \d \d)(?![\w]|[.,/-]\d)")
_INDIAN_POSTCODE = re.compile(r"[1-9]\d{5}")
_IN_INDIA = re.compile(r"\bindia\b|\bbharat\b|,[^,]+,|\bindien\b|\binde\b|индия|індія")


def find_pin(text: str, folded: str) -> Span | None:
    """A PIN of four to eight digits. India's postcodes are called PIN as well: six digits within an address."""
    names = _spans(_PIN_NAMES, folded)
    if not names:
        return None
    pins = [pin.span() for pin in _PIN.finditer(text) if not _is_indian_postcode(pin[0], folded)]
    return _linked(folded, names, pins)


def _is_indian_postcode(digits: str, folded: str) -> bool:
    return bool(_INDIAN_POSTCODE.fullmatch(digits) and _IN_INDIA.search(folded))


# --- passwords ---

_PASSWORD_NAMES = _named(
    r"pass ?words?|passwd|passw|pword|pwd?|pswd?|psw|pw|pass|pass ?phrase|pass ?code"
    r"|passwort\w?|passwörter|kennwort|paswoord",
    r"contraseñas?|contrasena|contrasenya|clave|mots? de passes?|mdp|senhas?|palavra[ -]passe"
    r"|parola d'ordine|hasł[oaeu]|hasłem|haslo",
    r"parola\w{0,3}|şifre\w{0,4}|парол[ьяеюи]\w{0,2}|пассворд|пасворд|пасс|wachtwoord"
    r"|lösenord|heslo|jelszó|jelszavam|passord|adgangskode",
    r"salasana|κωδικ[οό]ς|密码|パスワード|비밀번호|سيسما|كلمة (?:السر|المرور)|رمز عبور|סיסמה"
    r"|סיסמא|पासवर्ड|mật khẩu|kata sandi|lozinka|šifra",
)
_CHUNK = re.compile(r"\S+")
_WRAPPING = "\"'`<>()[]{}«»,;:.?"
_NOT_A_PASSWORD = re.compile(
    r"""(?:
      [^@\s]+@[^@\s]+\.\w+                                     # an e-mail address
    | (?:https?://|www\.)\S+ | [a-z-]+(?:\.[a-z-]+)+(?:/\S*)?   # a link or a site
    | up[\d-]{6,} | [#№]\d+ | \+?[\d().-]*\d{9,}               # a user ID, a ticket, a phone number
    | \d{1,4}[./-]\d{1,2}[./-]\d{1,4} | \d{1,2}:\d\d(?:am|pm)?  # a date, a time
    | \d+(?:st|nd|rd|th|x|h|hrs?|hours?|d|days?|m|min|mins|minutes?|s|sec|w|weeks?|months?|mo|y|yrs?|years?|k|%|am|pm)
    | [\d.,]+(?:btc|eth|usdt?|usdc|eur|gbp|[$€£₽₴])? | [$€£][\d.,]+
    | (?:web|mp|h)\d | 2fa | 3ds?
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
_SHORTEST_PASSWORD = 4
_LONG_NUMBER, _LONGEST_NUMBER_AS_PASSWORD = 6, 12
_SAID_LATER = re.compile(
    fold(
        r"((?: [^\s,.;:!?]{1,20}){1,6}?)"
        r"(?: (?:is|was|es|era|ist|war|lautet|est|était|é|è|jest|был|було|является)|:|=) ?([^\s]+)"
    ),
)
_OTHER_NOUNS = re.compile(
    fold(
        r"\b(?:user|username|login|id|name|nick\w*|e?mail|phone|number|device|telegram|ticket|order|code|manager|менеджер|reset|hint|and|but|логин|ник|имя|почта"
        r"|телефон|номер|usuario|nombre|correo|benutzer\w*|nom|nome|nazwa|логін|імя|not?|и|та|y|und|et|e|i)\b"
    ),
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def find_password(text: str, folded: str) -> Span | None:
    """A password beside its name. "I forgot my password", "my password is wrong" and the like hold none."""
    names = _spans(_PASSWORD_NAMES, folded)
    if not names:
        return None
    return next((span for name in names for span in _passwords_beside(text, folded, name)), None)


def _passwords_beside(text: str, folded: str, name: Span) -> Iterator[Span]:
    start, end = name
    after = _first_unlinked(folded, end)
    said = after is not None and _is_said_to_be(folded, end, after[0])
    if after and (said or not _is_a_verb(folded, name)) and _is_password(text, folded, after, said=said):
        yield after
    if (later := _SAID_LATER.match(folded, end)) and not _OTHER_NOUNS.search(later[1]):
        value = _unwrapped(folded, later.span(2))
        if _looks_random(text[slice(*value)]):
            yield value
    before = _last_unlinked(folded, start)
    if before and _looks_random(text[slice(*before)]):
        nothing_else = not folded[: before[0]].strip() and not folded[end:].strip()
        if nothing_else or _is_said_to_be(folded, before[1], start):
            yield before


def _is_a_verb(folded: str, name: Span) -> bool:
    """Whether a name for passwords is the verb "to pass": nobody's pass, that is."""
    return folded[slice(*name)] == "pass" and not folded[: name[0]].endswith(("my ", "/", "/ ", "the ", ", "))


def _first_unlinked(folded: str, end: int) -> Span | None:
    """The first chunk after a name that is more than a small word."""
    for chunk in _CHUNK.finditer(folded, end, end + _REACH + 40):
        span = _unwrapped(folded, chunk.span())
        if span[0] == span[1]:
            if "?" in chunk[0]:
                return None
        elif folded[slice(*span)] not in _LINKS:
            return None if any(sign in folded[end : span[0]] for sign in "?;") else span
    return None


def _last_unlinked(folded: str, start: int) -> Span | None:
    """The last chunk before a name that is more than a small word."""
    for chunk in reversed(list(_CHUNK.finditer(folded, max(0, start - _REACH - 40), start))):
        span = _unwrapped(folded, chunk.span())
        if span[0] < span[1] and folded[slice(*span)].rstrip("!") not in _LINKS:
            return span
    return None


def _unwrapped(folded: str, span: Span) -> Span:
    start, end = span
    while start < end and folded[start] in _WRAPPING + "=-*":
        start += 1
    while end > start and folded[end - 1] in _WRAPPING:
        end -= 1
    return start, end


def _is_password(text: str, folded: str, span: Span, *, said: bool) -> bool:
    value = text[slice(*span)]
    if _looks_random(value) or _COMMON_PASSWORD.fullmatch(value):
        return True
    said = said or (value.isdigit() and len(value) >= _LONG_NUMBER and not _is_other_number(text, folded, span))
    if not said or len(value) < _SHORTEST_PASSWORD:
        return False
    if value.isdigit():
        return len(value) <= _LONGEST_NUMBER_AS_PASSWORD and not _YEAR.fullmatch(value)
    return (
        value.replace("-", "").replace("_", "").isalpha()
        and _ends_the_sentence(text, span)
        and not _describes(folded[slice(*span)])
    )


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


# --- one-time codes ---

_CODE_NAMES = _named(
    r"(?!(?:post|zip|bar|qr|uni|pin)codes?)\w{0,24}codes?|otp|totp|sms\w{0,3}|2[ -]?fa"
    r"|tfa|mfa|authenticator|authy|passcode"
    r"|one[ -]time|text message|to (?:log|sign) in|to verify|verification|token"
    r"|tan|códigos?|codici|codice|kod|kodu\w{0,2}"
    r"|kody|kodum\w{0,2}|kód\w{0,2}|koden|kodin?|cod|codul|koodi|smsi?",
    r"код|кода|коды|коди|кодом|смс\w{0,2}|эсэмэс\w{0,2}|токен|аутентификатор\w{0,2}|автентифікатор\w{0,2}|κωδικός",
    r"رمز(?: التحقق)?|کد|קוד|验证码|驗證碼|認証コード|コード|인증 ?번호|인증 ?코드|कोड|mã|código de verificação"
    r"|auth(?:enticator)? app|google auth",
)
_OTHER_CODES = re.compile(
    fold(
        r"(?:(?:post|postal|zip|pin|country|area|dial(?:l?ing)?|sort|swift|bic|promo|referral|invite|error|branch|bank|state|bar|qr"
        r"|source|dress|discount|voucher|coupon|kraju|país|pays|pocztowy|posta|ülke"
        r"|alan|почтовый|поштовый|поштовий|телефонный|страны)"
        r"[ -]?(?:code|код|kod|kodu|kód|cod)s?)"
        r"|(?:c[oó]d[ei]?(?:go|ce)?|code|kod|код\w?|kód|cod) (?:postal\w?|poștal|pocztowy|pays|país"
        r"|del país|do país"
        r"|de país|de pays|paese|kraju|страны|країни"
        r"|города|міста|ошибки|помилки"
        r"|домофона|телефона|региона|erreur|de error|swift|bic"
        r"|promo\w*|fiscale|miasta|poștal)|postcode|postnummer|zipcode|barcode|postnr"
    ),
)
_RUN_OF_DIGITS = re.compile(r"(?<![^\W_])(?:[Gg]-)?\d+(?:[ .,:/-]\d+)*")
_CODE_SHAPE = re.compile(r"(?:[Gg]-)?(?:\d{4,8}|\d{3}[ -]\d{3}|\d{4}[ -]\d{4}|\d\d[ -]\d\d[ -]\d\d|\d(?: \d){5})")
_SIX_DIGITS = re.compile(r"(?:[Gg]-)?(?:\d{6}|\d{3}[ -]\d{3}|\d(?: \d){5})")
_GOOGLE_CODE = re.compile(r"(?<![\w-])G-\d{6}(?!\d)")
_BACKUP_NAMES = _named(
    r"(?:backup|recovery|rescue|one[ -]time|резервн\w{1,3}|запасн\w{1,3}) (?:code|key|код|ключ)\w{0,2}",
    r"código de (?:respaldo|recuperación|recuperação)|codes? de secours|backup-?codes?"
    r"|kod zapasowy|codice di backup|yedek kod",
)
_BACKUP_CODE = re.compile(
    r"(?<![\w-])(?=[\w-]{0,24}\d)(?=[\w-]{0,24}[A-Za-z])[A-Za-z0-9]{4,10}(?:-[A-Za-z0-9]{3,10}){0,4}(?![\w-])"
)
_OTHER_NUMBERS = frozenset(
    fold(
        """
        ticket tickets case order orders request ref reference id ids user uid invoice transaction tx txid txn
        amount sum postal zip
        index plz flat apt apartment house building unit room passport document licence license account acct iban
        bic swift sort
        po box street road avenue cp cep cap psč kod-pocztowy imei serial model version build error balance deposit
        deposited
        withdrawal withdrew withdrawn bought sold buy sell traded sent received-amount lost total about
        approximately roughly
        pedido orden solicitud referencia bestellung auftrag vorgang antrag commande dossier demande ordine pratica
        richiesta
        zamówienie zgłoszenie sipariş talep заявка заявки заявку тикет тикета заказ заказа обращение обращения
        индекс індекс
        замовлення звернення заявці квартира кв дом буд сумма сума баланс справа дело кейс bestelling aanvraag ärende
        """,
    ).split(),
)
_NUMBER_SIGNS = frozenset(
    fold("is was no nr num number numer numero número nummer номер my the it's of for а the numéro").split()
)
_MONEY_AFTER = re.compile(
    r"\s?(?:[$€£¥₽₴₿%]|(?:btc|xbt|eth|usdt|usdc|usd|eur|euros?|gbp|doge|shib|ada|xrp|ltc|trx|sol|bnb|matic|dot|pepe|ton|xlm|bch|link"
    r"|dollars?|pounds?|coins?|tokens?|satoshis?|sats?|uah|rub|грн|гривен|гривень"
    r"|руб\w{0,3}|долл?\w{0,5}|евро|tl|try|zł|pln|bucks)\b)",
    re.IGNORECASE,
)
_TICKER_AFTER = re.compile(r"\s(?!SMS|OTP|CODE|TOTP|FROM|CEX|PIN|THE|AND|FOR|THAT|THIS)[A-Z]{3,5}\b")
_FAR = 120


def find_one_time_code(text: str, folded: str) -> Span | None:
    """A code out of a message or an authenticator app: four to eight digits linked with a name for it, or six digits
    anywhere near one. Numbers with another name (a ticket, a postcode, an amount) are none.
    """
    if google := _GOOGLE_CODE.search(text):
        return google.span()
    names = [span for span in _spans(_CODE_NAMES, folded) if not _is_other_code(folded, span)]
    if not names:
        return None
    if backup := _linked(folded, _spans(_BACKUP_NAMES, folded), _spans(_BACKUP_CODE, text)):
        return backup
    codes = [span for span in _numbers(text, names) if not _is_other_number(text, folded, span)]
    six_digits = (span for span in codes if _SIX_DIGITS.fullmatch(text[slice(*span)]))
    return _linked(folded, names, _not_years(text, codes)) or next(
        (code for code in six_digits if any(code[0] - end <= _FAR and start - code[1] <= _FAR for start, end in names)),
        None,
    )


def _is_other_code(folded: str, name: Span) -> bool:
    around = max(0, name[0] - 16)
    return any(
        other.start() + around < name[1] and name[0] < other.end() + around
        for other in _OTHER_CODES.finditer(folded[around : name[1] + 16])
    )


def _numbers(text: str, names: list[Span]) -> Iterator[Span]:
    """Every number that is shaped like a code, and the first part of a longer row of digits right after a name."""
    ends = {end for _, end in names}
    for run in _RUN_OF_DIGITS.finditer(text):
        if (
            text[max(0, run.start() - 2) : run.start()].strip(" (").endswith("+")
            or text[run.end() : run.end() + 1].isalpha()
        ):
            continue
        if _CODE_SHAPE.fullmatch(run[0]):
            yield run.span()
        elif part := re.match(r"\d{6}(?= )", run[0]):
            before = text[: run.start()].rstrip(" :=-")
            if len(before) in ends:
                yield run.start(), run.start() + part.end()


def _not_years(text: str, spans: list[Span]) -> list[Span]:
    return [span for span in spans if not _YEAR.fullmatch(text[slice(*span)])]


def _is_other_number(text: str, folded: str, span: Span) -> bool:
    start, end = span
    if text[max(0, start - 2) : start].rstrip()[-1:] in tuple("#№$€£₽₴"):
        return True
    if _MONEY_AFTER.match(text, end) or (not text.isupper() and _TICKER_AFTER.match(text, end)):
        return True
    words = _LINK_WORD.findall(folded[max(0, start - 40) : start])
    meaning = [word for word in words if word not in _NUMBER_SIGNS]
    return bool(meaning) and meaning[-1] in _OTHER_NUMBERS
