"""Secrets that are known by the words beside them: "my password is ...", "... is the code". Either order is seen.

All take the text and its folded form, which are of one length.
"""

import re
from collections.abc import Container

from states.reading.normalise import fold

Span = tuple[int, int]

LINKS = frozenset(
    fold(
        """
        is was are r iz were be been its it it's it´s that that's thats this these the a an my mine our your his her i
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
        """is was it's its are r iz es era ist war lautet est était c'est é eh è e'
        era  jest był było brzmi это был была было це є був
        была je byl este är var er 是 は هو bu fue""",
    ).split(),
)
LINK_WORD = re.compile(r"[^\W_]+(?:['´][^\W_]+)*|[^\W_]'")
_SAYING = (":", "=", ">", "(", "[", " -", "- ", "~")
REACH = 60
_BREAKS = ("?", ";", "!", " or ", "\n\n")


def are_linked(folded: str, end: int, start: int, also: Container[str] = ()) -> bool:
    """Whether only small words, or words of `also`, stand between a name that ends and a value that starts, or the
    other way round.
    """
    between = folded[end:start]
    if any(sign in between for sign in _BREAKS):
        return False
    return all(word in LINKS or word in also for word in LINK_WORD.findall(between))


def is_said_to_be(folded: str, end: int, start: int) -> bool:
    """Whether a colon, a dash or an "is" stands between."""
    between = folded[end:start]
    return any(sign in between for sign in _SAYING) or any(word in _COPULAS for word in LINK_WORD.findall(between))


def linked(folded: str, names: list[Span], values: list[Span], also: Container[str] = ()) -> Span | None:
    """The first value that is linked with one of the names."""
    for value_start, value_end in values:
        for start, end in names:
            after = 0 <= value_start - end <= REACH and are_linked(folded, end, value_start, also)
            before = 0 <= start - value_end <= REACH and are_linked(folded, value_end, start, also)
            if after or before:
                return value_start, value_end
    return None


def named(*patterns: str) -> re.Pattern[str]:
    """A pattern of names, in folded text, as whole words; a digit may follow at once, as in `pin4471`."""
    return re.compile(rf"(?<![^\W_])(?:{fold('|'.join(patterns))})(?![^\W\d_])")


def spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [match.span() for match in pattern.finditer(text)]
