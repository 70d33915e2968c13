"""Short secrets in digits: card verification codes, PINs and one-time codes, known by the words beside them.

All take the text and its folded form, which are of one length.
"""

import re
from collections.abc import Iterator

from states.reading.normalise import fold
from states.reading.secret_words import LINK_WORD, LINKS, Span, linked, named, spans
from states.reading.spelled_digits import find_spelled_digits

# --- card verification codes ---

_CVV_NAMES = named(
    r"c v v|c v c|card verification|(?:cvv|cvc|cvn)(?: ?(?:2|two|code))?|csc|cid|cav2?|cvx|cvs(?= ?(?:[:=]|is\b"
    r"|code))|card (?:security |verification |)code|security (?:code|number)"
    r"|код на (?:обороте|зворотному боці)(?: карт\w{1,2})?"
    r"|(?:три|3) цифр[ыи] (?:на обороте|на звороті|сзади)(?: карт\w{1,2})?",
    r"(?:3|tres) (?:cifras|dígitos|números) (?:de )?(?:atrás|detrás)|(?:3|drei) (?:ziffern|zahlen) auf der rückseite",
    r"(?:3|trois) chiffres au dos|(?:3|três) dígitos (?:no|do) verso|(?:3|tre) cifre sul retro"
    r"|(?:3|trzy) cyfry z tyłu",
    r"(?:three|3|four|4) ?digits? (?:on|at|from|in) the back(?: of)?|verification (?:value|number)"
    r"|sicherheitscode|(?:karten)?prüf(?:nummer|nr\.?|ziffer|code)|kartenprüfnummer",
    r"cryptogramme(?: visuel)?|code de sécurité|código de (?:seguridad|segurança)(?: de la tarjeta| do cartão)?"
    r"|codice di sicurezza|security digits|(?:the )?back (?:says|reads|shows)"
    r"|(?:three|3|four|4)[ -]?digit (?:card )?(?:code|number)|(?:código|número) de (?:3|tres|três) (?:dígitos|cifras)"
    r"|número de (?:seguridad|segurança)|code à (?:3|trois) chiffres|codice (?:di|a) (?:3|tre) cifre"
    r"|sicherheitsnummer"
    r"|dreistellige\w? (?:code|nummer|zahl)|trzycyfrowy (?:kod|numer)|тр[её]хзначн\w{2} (?:код|номер)"
    r"|тризначн\w{2} (?:код|номер)|цвц",
    r"kod (?:cvv|cvc|zabezpieczający|bezpieczeństwa)|güvenlik (?:kodu|numarası)"
    r"|код безопасности|код безпеки|защитный код|[цс]вв|свс|цвк",
    r"beveiligingscode|säkerhetskod|bezpečnostní kód|cod de securitate|安全码|セキュリティコード",
)
_CVV = re.compile(r"(?<![\w.,/+-])\d[ -]?\d[ -]?\d[ -]?\d?(?![\w]|[.,/-]\d| \d)")
_GLUED_CVV = re.compile(r"(?<![^\W\d_])(?:cvv2?|cvc2?|cvn2?|csc|цвв|[сc]vv)[\W_]{0,2}(\d{3,4})(?!\d)")
_BACK = named(
    r"back|backside|behind|rear|reverse(?: side)?|signature (?:strip|panel|field)|hinten\w{0,5}|hinter"
    r"|rückseite|achter\w{0,5}"
    r"|trasero|atrás|detrás|dorso|reverso|verso|dos|derrière|arrière|retro|dietro|tył\w{0,2}|odwroci\w{1,2}"
    r"|rewers\w{0,2}"
    r"|arka\w{0,8}|обратн\w{1,3}(?: сторон\w{1,2})?|оборот\w{0,2}|сзади|задн\w{1,3}|зворот\w{0,2}|зворотн\w{1,3}"
    r"|ззаду|baksida\w{0,2}|bagsiden|baksiden|zadn\w{1,2}|zezadu|spatele|spate",
)
_OF_A_CARD = named(
    r"(?:bank|credit|debit)?cards?|visa|mastercard|maestro|amex|signature|digits?|numbers?|code|tarjeta|dígitos"
    r"|números"
    r"|cifras|código|\w{0,8}karte|ziffern?|zahlen|nummer|carte|chiffres|code|cartão|números|carta|cifre|codice"
    r"|kart\w{1,4}"
    r"|cyfr\w{0,2}|kod\w{0,2}|rakam\w{0,3}|карт\w{1,3}|цифр\w{0,2}|код|kaart|cijfers|kortet|koden|siffror|čísl\w{1,2}"
    r"|kód|card\w{0,3}|cifrele|codul",
)
_AROUND_THE_BACK = frozenset(
    fold(
        """
        says said shows pone steht bei hintendrauf jest yazıyor написано стоит three four 3 4 little small printed
        written side sides strip white last carte karte meiner seite steht rückseite
        tres trois drei drie tre trzy três tri üç três три drie behind cifras dígitos números ziffern zahlen chiffres
        dígitos números cifre cyfry rakam kod цифры цифри сторони стороны стороне стороні карте карты картки картці
        kaart cijfers kortet av op bagpå kartice karty straně kartın kartımın cardului card carte tarjeta carta
        cartão number numbers nums visa mastercard amex
        code codes código codice koden codul atrás detrás retro tyłu odwrocie dos derrière verso обратной зворотной
        задней
        """
    ).split()
)


def find_cvv(text: str, folded: str) -> Span | None:
    """The three or four digits on a card's back, beside a name for them or for where they stand."""
    if glued := _GLUED_CVV.search(folded):
        return glued.span(1)
    values = [*spans(_CVV, text), *_spelled(folded, shortest=3, longest=4)]
    if not values:
        return None
    return linked(folded, spans(_CVV_NAMES, folded), values) or _on_the_back(folded, spans(_BACK, folded), values)


def _on_the_back(folded: str, backs: list[Span], values: list[Span]) -> Span | None:
    """Digits that are said to stand on the back of a card, or on the back where no room or street is told of."""
    if not backs or (_PLACES.search(folded) and not _OF_A_CARD.search(folded)):
        return None
    alone = [
        (start, end)
        for start, end in _not_years(folded, values)
        if not _STREET_AFTER.match(folded, end) and not _PLACES.search(folded, max(0, start - 12), start)
    ]
    return linked(folded, backs, alone, also=_AROUND_THE_BACK)


_PLACES = named(
    r"rooms?|apt|apartment|flat|house|building|floor|street|st|road|rd|lane|avenue|ave|office|days?|weeks?|usd"
    r"|eur|btc|zimmer|haus"
    r"|straße|gebäude|\w+straße|hinterhaus|calle|piso|casa|rue|bâtiment|via|viale|rua|ul|ulica|dom|kw|кв|дом"
    r"|дома|улица|ул|вул|ref|page"
)
_STREET_AFTER = re.compile(
    r",? (?:[^\W_]+ )?(?:st|str|street|road|rd|ave|avenue|lane|drive)\b|[.,]? ?(?:[$€£]|usd|eur|btc)"
)


def _spelled(folded: str, *, shortest: int, longest: int) -> list[Span]:
    """Numbers that are told digit by digit in words."""
    return [(start, end) for start, end, digits in find_spelled_digits(folded) if shortest <= len(digits) <= longest]


# --- PINs ---

_PIN_NAMES = named(
    r"pin(?:s|[ -]?code|[ -]?number|[ -]?kod\w{0,2}|[ -]?nummer)?|código pin|code pin"
    r"|codice pin|kod pin|pincode|пин(?:[ -]?код\w{0,2})?",
    r"пін(?:[ -]?код\w{0,2})?|geheimzahl|nip",
)
_PIN = re.compile(r"(?<![\w.,/+-])(?:\d{4,8}|\d \d \d \d|\d\d \d\d)(?![\w]|[.,/-]\d)")
_GLUED_PIN = re.compile(r"(?<![^\W_])(?:pin|пин|пін)[-_:=#]{0,2}(\d{4,5})(?![\w-])")
_INDIAN_POSTCODE = re.compile(r"[1-9]\d{5}")
_IN_INDIA = re.compile(
    r"\bindia\b|\bbharat\b|,[^,]+,|\bindien\b|\binde\b|индия|індія"
    r"|\b(?:mumbai|delhi|bangalore|bengaluru|chennai|kolkata|hyderabad|pune|ahmedabad|jaipur|lucknow|kochi|noida"
    r"|gurgaon|gurugram)\b"
)


def find_pin(text: str, folded: str) -> Span | None:
    """A PIN of four to eight digits. India's postcodes are called PIN as well: six digits within an address."""
    if glued := _GLUED_PIN.search(folded):
        return glued.span(1)
    names = spans(_PIN_NAMES, folded)
    if not names:
        return None
    pins = [pin.span() for pin in _PIN.finditer(text) if not _is_indian_postcode(pin[0], folded)]
    pins += _spelled(folded, shortest=4, longest=6)
    return linked(folded, names, pins)


def _is_indian_postcode(digits: str, folded: str) -> bool:
    return bool(_INDIAN_POSTCODE.fullmatch(digits) and _IN_INDIA.search(folded))


# --- one-time codes ---

_CODE_NAMES = named(
    r"(?!(?:post|zip|bar|qr|uni|pin)codes?)\w{0,24}codes?|otp|totp|sms\w{0,3}|2[ -]?fa"
    r"|tfa|mfa|authenticator|authy|passcode"
    r"|text message|to (?:log|sign) in|to verify|verification|token"
    r"|(?:log ?in|verification|verify|confirmation|access|auth\w*) (?:number|pin|digits)"
    r"|one[ -]?time(?: pass\w*)?|einmal(?:passwort|kennwort|code)|step code|(?:2|two)[ -]?step\w*|auth"
    r"|clave (?:dinámica|temporal|de un solo uso)"
    r"|(?:the|your|my|a|by|via|in|per) text|texto|texte[dr]?(?= )"
    r"|(?:6|six|seis|sechs|sei|sześć|altı|шесть|шість|zes|sex|šest)[ -]?(?:digit|dígit|ziffer|stellig|chiffre"
    r"|cifr|cyfr|cijfer"
    r"|siffr|haneli|rakam|цифр)\w{0,4}"
    r"|m?tan|códigos?|codici|codice|kod|kodu\w{0,2}"
    r"|kody|kodum\w{0,2}|kód\w{0,2}|koden|kodin?|cod|codul|koodi|smsi?",
    r"код|кода|коды|коди|кодом|смс\w{0,2}|эсэмэс\w{0,2}|токен|аутентификатор\w{0,2}|автентифікатор\w{0,2}|κωδικός",
    r"(?:ال)?رمز(?: التحقق)?|کد|קוד|कोड|mã (?:xác|otp|của|là)|mã(?= ?[:=])|código de verificação"
    r"|auth(?:enticator)? app|google auth",
)
_OTHER_CODES = re.compile(
    fold(
        r"(?:\b(?:post|postal|zip|pin|country|area|dial(?:l?ing)?|sort|swift|bic|iban|promo\w*|referral"
        r"|invit\w+|error|branch"
        r"|bank|state|bar|qr|source|dress|discount|voucher|coupon|gift|reference|ref|tracking|shipping|merchant"
        r"|category|case|order"
        r"|customer|client|member\w*|booking|reservation|flight|airport|ticket|door|gate|entry ?phone|building"
        r"|department|product|item"
        r"|student|loyalty|hs|tax|fiscal|national|personal|company|colou?r|status|response|exit|vat|city|region"
        r"|kraju|país|pays"
        r"|pocztowy|posta|müşteri|takip|referans|alan|ülke|şehir|почтовый|поштовый|поштовий|телефонный|страны)"
        r"[ -]?(?:code|код|kod|kodu\w{0,2}|kód|cod)s?\b)"
        r"|(?:kunden|vorgangs|auftrags|bestell|landes|tür|produkt|fehler|buchungs)[ -]?code|klant\w{0,3}code"
        r"|landcode|kundkod|landskod"
        r"|(?:c[oó]d[ei]?(?:go|ce)?|code|kod|код\w?|kód|cod) (?:(?:de|del|di|do|da|d'|du|la|le|el|of the|of) ?){0,2}"
        r"(?:postal\w?|poștal|pocztowy|pays|país|paese|kraju|страны|країни|города|міста|ошибки|помилки|домофона"
        r"|телефона|региона"
        r"|erreur|error|swift|bic|promo\w*|fiscale?|miasta|clien\w+|klient\w+|клиента|клієнта|seguimiento"
        r"|rastreio|suivi"
        r"|referenc\w+|référence|riferimento|reserva|réservation|prenotazione|produ\w+|prodotto|zamówieni\w+"
        r"|zgłoszenia|rezerwacji"
        r"|заказа|заявки|товара|замовлення|commande|dossier|pedido|ordine|pratica)"
        r"|postcode|postnummer|zipcode|barcode|postnr"
    ),
)
_RUN_OF_DIGITS = re.compile(r"(?<![^\W_])(?:[Gg]-)?\d+(?:[ .,:/-]\d+)*")
_CODE_SHAPE = re.compile(r"(?:[Gg]-)?(?:\d{4,8}|\d{3}[ -]\d{3}|\d{4}[ -]\d{4}|\d\d[ -]\d\d[ -]\d\d|\d(?: \d){5})")
_SIX_DIGITS = re.compile(r"(?:[Gg]-)?(?:\d{6}|\d{3}[ -]\d{3}|\d(?: \d){5})")
_GOOGLE_CODE = re.compile(r"(?<![\w-])G-\d{6}(?!\d)")
_BACKUP_NAMES = named(
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
        withdrawal withdrew withdrawn bought sold buy sell traded received-amount lost total about
        approximately roughly
        pedido orden solicitud referencia bestellung auftrag vorgang antrag commande dossier demande ordine pratica
        richiesta
        zamówienie zgłoszenie sipariş talep заявка заявки заявку тикет тикета заказ заказа обращение обращения
        индекс індекс
        замовлення звернення заявці квартира кв дом буд сумма сума баланс справа дело кейс bestelling aanvraag ärende
        """,
    ).split(),
)
_OTHER_CODE_BEFORE = re.compile(
    rf"(?:{_OTHER_CODES.pattern})[ :=#-]{{0,3}}(?:(?:is|was|es|ist|est|e|to|jest|это|це) )?$"
)
_OTHER_NAME_BEFORE = re.compile(
    r"\b(?:tracking|order|ticket|case|reference|ref|member|customer|client|invoice|booking|policy) (?:(?:number"
    r"|no|nr|id|code)\b|(?:you|they|we) (?:gave|sent))"
    r"[^.,;!?\n]{0,20}$|\b(?:fall|ticket|vorgangs|auftrags|bestell|kunden|referenz|konto|rechnungs"
    r"|antrags)(?:nummer|nr\.?)[ :#]{0,3}$"
)
_OTHER_NAME_AFTER = re.compile(
    r",?[ -]{1,3}(?:(?:is|was|=) ?)?(?:(?:my|the|our|a) )?(?:ticket|case|order|ref|reference|request|postcode"
    r"|zip|invoice|tracking)\b"
)
_SENT_BY_THEM = re.compile(r"\b(?:you|they|he|she|io|support|bot|was|been)(?:'ve| have| has| had)?(?: just)? sent\b")
_NUMBER_SIGNS = frozenset(
    fold("is was no nr num number numer numero número nummer номер my the it's of for а the numéro").split()
)
_MONEY_AFTER = re.compile(
    r"\s?(?:[$€£¥₽₴₿%]|(?:btc|xbt|eth|usdt|usdc|usd|eur|euros?|gbp|doge|shib|ada|xrp|ltc|trx|sol|bnb|matic|dot"
    r"|pepe|ton|xlm|bch|link"
    r"|dollars?|pounds?|coins?|tokens?|satoshis?|sats?|uah|rub|грн|гривен|гривень"
    r"|руб\w{0,3}|долл?\w{0,5}|евро|tl|try|zł|pln|bucks)\b)",
    re.IGNORECASE,
)
_TICKER_AFTER = re.compile(r"\s(?!SMS|OTP|CODE|TOTP|FROM|CEX|PIN|THE|AND|FOR|THAT|THIS)[A-Z]{3,5}\b")
YEAR = re.compile(r"(?:19|20)\d\d")
_FAR = 120


_CODE_NAMES_IN_RUNNING_SCRIPTS = re.compile(
    fold("验证码|驗證碼|校验码|認証コード|確認コード|コード|인증 ?번호|인증 ?코드|รหัส")
)
_GLUED_CODE = re.compile(
    r"(?<![^\W_])(?:otp|code|cod|kod|kód|код|tan|sms|totp|2fa)[-_:=#]{0,2}(\d{6}|\d{3}-\d{3})(?![\w-])"
)
_COMING = named(
    r"(?:you|they|he|she|cex|io|was|been|support|it|bot|google|app|system) (?:have |has |had |just )?"
    r"(?:sent|send|sends|texted|emailed|mailed|gave|gives?|messaged)|(?:sent|texted|emailed|gave) (?:me|it)"
    r"|i(?:'ve| have)? (?:just )?(?:got|rec[ei]{1,2}ved)"
    r"|(?:just |have |has |'ve )(?:got|rec[ei]{1,2}ved|came|come|arrived)|got(?: this)?|came|arrived|comes"
    r"|says?|said|shows?|displays?|reads|rec[ei]{1,2}ved|came through|popped up",
    r"(?:me |nos )?(?:lleg[óo]|acaba de llegar|ha llegado|ha salido|sale|mandaron|enviaron|han (?:enviado"
    r"|mandado))|recib[íi]|he recibido|aparece|muestra"
    r"|angekommen|bekommen|erhalten|gekommen|kam|geschickt|zeigt|steht|sagt|j'ai reçu|reçu\w?|recevoir|ist da"
    r"|affiche|indique|dit|arrivé|envoyé",
    r"(?:me )?(?:chegou|acabou de chegar|mandaram|enviaram|apareceu)|recebi|mostra|diz|(?:mi )?è arrivat[oa]"
    r"|arrivat[oa]|ricevut[oa]|ho ricevuto|dice"
    r"|mi hanno (?:mandato|inviato)|przysz(?:ło|edł|ła)|dostał[ae]m|otrzymał[ae]m|pokazuje|wysłali(?:ście)?"
    r"|geldi|gelen|gönderdi\w{0,4}"
    r"|aldım|yazıyor|gösteriyor",
    r"приш(?:ло|ел|ёл|ла|ли)|получил\w?|прислал\w|отправил\w|показывает|написано|пишет|выдал\w?|прийш(?:ло|ов"
    r"|ла|ли)|надісла\w{1,3}"
    r"|отрима\w{1,3}|показує|написано|прислал\w|kreeg|ontvangen|gekregen|binnen|zegt|toont|fick|fått|visar|står"
    r"|kom|fik|viser|přišl[oa]|dorazil[oa]?"
    r"|dostal\w?|stojí|ukazuje|primit|venit|sosit|arată|وصلني|جاءني|دریافت کردم|آمد",
    r"digits|dígitos|ziffern|chiffres|cifre|cyfry|цифр[ыи]|cijfers|siffror|rakamlar|apps?|appli|aplicaci[óo]n"
    r"|aplicativo|aplikacj\w{1,2}|applicazione|приложени\w{1,2}|додат\w{2,3}|uygulama\w{0,4}"
    r"|messages?|mensaje|mensagem|nachricht|bericht|messaggio|wiadomoś\w{1,2}|mesaj\w{0,3}|сообщени\w"
    r"|повідомленн\w|meddelande",
)
"""What is said of a code that arrives, and where it is read."""
_FOLLOWS_A_CODE = frozenset(
    fold(
        """
        now today yesterday again already earlier just ago minutes what whats they you me thats which who it's we
        us them right
        ahora hoy ayer ya por vía jetzt heute gestern gerade eben grad per via à maintenant agora hoje ontem pelo
        no oggi ieri
        ora przed chwilą teraz wczoraj smsem şimdi bugün сейчас сегодня вчера только что зараз сьогодні вчора щойно
        nu idag precis just zojuist
        texto text msg message messaggio mensaje mensagem nachricht bericht wiadomości сообщении сообщение повідомлення
        numara numaram telefonuma mesajda number that this texted it's mobil movil móvil celular telefon telefonu kom
        сообщением смской телефон mein handy teléfono téléphone il mi me che que telefono cellulare mobiele op mijn på
        el lo nos os ons mig ihned gives fra naar aus appli aplicación app apps message messages whatsapp
        """
    ).split()
)
_IN_AN_APP = _NUMBER_SIGNS | frozenset(
    fold(
        """
        from in on via through by the your our app apps application mobile desde en la aplicación por de aus der in
        von appli depuis dans l' sur pelo no do aplicativo dalla nell' nella applicazione z w aplikacji из в через
        приложения приложении приложение з із у додатка додатку uygulama uygulamadan uygulamadaki uit in appen från
        """
    ).split()
)
_ROUND = re.compile(r"\d{1,5}000|0+")
_LONGEST_CODE = 8


def find_one_time_code(text: str, folded: str) -> Span | None:
    """A code out of a message or an authenticator app: four to eight digits linked with a name for it, or six digits
    anywhere near one, or said to have come. Numbers with another name (a ticket, a postcode, an amount) are none.
    """
    if google := _GOOGLE_CODE.search(text):
        return google.span()
    if (glued := _GLUED_CODE.search(folded)) and not _is_other_code(folded, (glued.start(), glued.start(1))):
        return glued.span(1)
    named_ones = spans(_CODE_NAMES, folded)
    if not folded.isascii():
        named_ones += spans(_CODE_NAMES_IN_RUNNING_SCRIPTS, folded)
    names = [span for span in named_ones if not _is_other_code(folded, span)]
    return _named_code(text, folded, names) or _code_that_came(text, folded)


def _named_code(text: str, folded: str, names: list[Span]) -> Span | None:
    if not names:
        return None
    if backup := linked(folded, spans(_BACKUP_NAMES, folded), spans(_BACKUP_CODE, text)):
        return backup
    codes = [span for span in _numbers(text, names) if not is_other_number(text, folded, span)]
    codes += _spelled(folded, shortest=4, longest=_LONGEST_CODE)
    six_digits = (span for span in codes if _is_six_digits(text, span))
    return linked(folded, names, _not_years(text, codes)) or next(
        (code for code in six_digits if any(code[0] - end <= _FAR and start - code[1] <= _FAR for start, end in names)),
        None,
    )


def _is_six_digits(text: str, span: Span) -> bool:
    value = text[slice(*span)]
    return _SIX_DIGITS.fullmatch(value) is not None or value[0].isalpha()


def _code_that_came(text: str, folded: str) -> Span | None:
    """Six digits, no round number, that are said to have been sent, to have come, or to be shown by an app."""
    runs = [
        span
        for span in _numbers(text, [])
        if _SIX_DIGITS.fullmatch(text[slice(*span)])
        and not _ROUND.fullmatch(text[slice(*span)])
        and not is_other_number(text, folded, span)
        and not _is_told_of_in_an_app(folded, span[0])
        and _ends_or_goes_on(folded, span[1])
    ]
    return linked(folded, spans(_COMING, folded), runs, also=_FOLLOWS_A_CODE) if runs else None


def _is_told_of_in_an_app(folded: str, start: int) -> bool:
    """Whether something else with a number was made in an app: "order from the app 668120"."""
    words = LINK_WORD.findall(folded[max(0, start - 60) : start])
    while words and words[-1] in _IN_AN_APP:
        words.pop()
    return bool(words) and words[-1] in _OTHER_NUMBERS


def _ends_or_goes_on(folded: str, end: int) -> bool:
    """Whether no noun follows that the number would count: "520931 coins"."""
    after = re.match(r" ([^\W\d_]+)", folded[end : end + 30])
    return after is None or after[1] in LINKS or after[1] in _FOLLOWS_A_CODE or _COMING.match(after[1]) is not None


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
    return [span for span in spans if not YEAR.fullmatch(text[slice(*span)])]


def is_other_number(text: str, folded: str, span: Span) -> bool:
    start, end = span
    if text[max(0, start - 2) : start].rstrip()[-1:] in tuple("#№$€£₽₴"):
        return True
    if _MONEY_AFTER.match(text, end) or (not text.isupper() and _TICKER_AFTER.match(text, end)):
        return True
    before = folded[max(0, start - 40) : start]
    if _OTHER_CODE_BEFORE.search(before) or _OTHER_NAME_BEFORE.search(before) or _OTHER_NAME_AFTER.match(folded, end):
        return True
    words = LINK_WORD.findall(before)
    meaning = [word for word in words if word not in _NUMBER_SIGNS]
    if meaning[-1:] == ["sent"] and not _SENT_BY_THEM.search(before):
        return True
    return bool(meaning) and meaning[-1] in _OTHER_NUMBERS
