"""The kind of document a person will show: passport, driving licence or national ID card."""

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Literal

from rapidfuzz.distance import OSA

from states.reading.words import peel, phrase_book, plain, says_no, says_unknown
from states.verdicts import Option, Refused, Unsure

DocType = Literal["passport", "driving_licence", "national_id"]


def read_doc_type(
    text: str,
    *,
    now: datetime,  # noqa: ARG001  every reader has one shape
    locale: str | None,  # noqa: ARG001  as above
) -> DocType:
    """The kind of document that the text names.

    Raises Refused with no_answer, not_understood or unsupported_document, and Unsure with multiple_values.
    """
    if says_unknown(text):
        raise Refused("no_answer")
    clauses = _clauses(peel(text[:_LONGEST_ANSWER]))
    found = _meant(clauses) or _meant(_said_of_one(text)) or _meant([_corrected(clause) for clause in clauses])
    wanted = [kind for kind in found if kind != _UNSUPPORTED]
    if _UNSUPPORTED in found:
        raise Refused("unsupported_document")
    if len(wanted) > 1:
        raise Unsure("multiple_values", tuple(_OPTIONS[kind] for kind in wanted))
    if wanted:
        return wanted[0]
    raise Unsure("not_understood", tuple(_OPTIONS.values()))


def _clauses(answer: str) -> list[str]:
    reasonless = _REASON.split(_I_WOULD.sub(" ", answer), maxsplit=1)[0]
    return [words for clause in _CLAUSE.split(reasonless) if (words := plain(clause))]


def _said_of_one(text: str) -> list[str]:
    """The clauses with what else is a lead-in, for "the passport is what I have"; none where something is denied."""
    clauses = _clauses(text[:_LONGEST_ANSWER])
    return [] if "?" in text or any(map(_is_denial, clauses)) else clauses


_LONGEST_ANSWER = 300
_I_WOULD = re.compile(
    r"\bi'd\b|\bi d(?= (?:like|prefer|rather|choose|go|use))", re.IGNORECASE
)  # its words read as "id" otherwise
_REASON = re.compile(
    r"(?<=\w)\s+(?:because|cause|since|weil|denn|porque|parce que|car|perché|bo|ponieważ|потому|бо|тому що|так как)\s",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;()!?\n](?=\s|$|\()|(?<=\s)\(|(?<=\w{6})\.(?=\s)|\s-\s"
    r"|\s(?:but|so|then|therefore|pero|así que|entonces|aber|sondern|also|mais|donc|mas|então"
    r"|quindi|ale|więc|ama|но|поэтому|але|тому|maar|dus|men|så)(?=\s)",
    re.IGNORECASE,
)
_UNSUPPORTED: Literal["unsupported"] = "unsupported"
_OPTIONS: Mapping[DocType, Option] = {
    "passport": Option("Passport", "passport"),
    "national_id": Option("National ID card", "national ID card"),
    "driving_licence": Option("Driving licence", "driving licence"),
}

# A word stands for itself; a hyphen at the end for any ending. The longest phrase wins: "passport card" is no passport.
_PHRASES: Mapping[DocType | Literal["unsupported"], str] = {
    "passport": (
        "passport|passports|travel passport|international passport|foreign passport|passport book|e passport"
        "|epassport|biometric passport"
        "|passport id|id passport|ppt|travel document passport|diplomatic passport|passport photo page"
        "|pasaporte|pasaportes|reisepass|reisepaß|pass|europass|passeport|passaporte|passaporto|paszport-"
        "|pasaport-|umumi pasaport|bordo pasaport"
        "|паспорт-|загранпаспорт-|загран|заграничный паспорт|заграничник|загранник|закордонний паспорт"
        "|закордонник|закордонний|пасспорт|біометричний паспорт"
        "|биометрический паспорт|paspoort|pas|reispas|passi|cestovní pas|cestovny pas|útlevél-|utlevel-"
        "|pașaport-|pasaportul|putovnica|pasoš|pasos|potni list"
        "|διαβατηριο|pase|pasas|pass-|pasportas|pasport|جواز سفر|جواز السفر|جواز|پاسپورت|گذرنامه|דרכון"
        "|पासपोर्ट|护照|護照|パスポート|旅券|여권|paspor|hộ chiếu"
    ),
    "driving_licence": (
        "driving licence-|driving license-|drivers licence|drivers license|driver licence|driver license"
        "|driver s license|driving permit|driver permit"
        "|driving card|driver card|drivers permit|drivers lic|driver lic|driving lic|drivers|dl|d l|licence"
        "|license|drivers card|licence driving"
        "|license driving|car licence|car license|car driving licence|drive license|drive licence"
        "|license to drive|licence to drive|photocard licence"
        "|driving|driver s licence|driver id|drivers id|motorcycle licence|motorcycle license"
        "|provisional licence|provisional license"
        "|licencia de conducir|licencia de manejo|licencia|permiso de conducir|permiso de conduccion"
        "|carnet de conducir|carne de conducir|carnet conducir"
        "|carnet de manejar|registro de conducir|brevete|pase de conducir|licencia de conduccion|licencia conducir"
        "|fuhrerschein-|fuehrerschein-|fahrerlaubnis|fahrausweis|fuhrerausweis|permis de conduire|permis"
        "|permis conduire"
        "|permis b|carta de conducao|carteira de motorista"
        "|cnh|carta de motorista|habilitacao|carteira de habilitacao|carteira nacional de habilitacao|patente"
        "|patente di guida|la patente"
        "|prawo jazdy|prawa jazdy|prawko|prawkiem|ehliyet-|surucu belgesi|surucu belgem|водительские права"
        "|права|водительское удостоверение|водительское|водительские"
        "|водительского удостоверения|удостоверение водителя|в у|вод удостоверение|водит удостоверение|вод права"
        "|вод удост|вод посвідчення|водій посвідчення|driv licence"
        "|driv license|dr licence|dr license|водійські права|водійське посвідчення"
        "|посвідчення водія|водійські|водійське|правами|водительскими правами"
        "|водійськими правами|rijbewijs|korkort-|korekort-|forerkort-|ajokortti|ridicsky prukaz|ridicak"
        "|vodicsky preukaz|vodicak|jogositvany|vezetoi engedely"
        "|permis de conducere|permisul de conducere|carnet de sofer|vozacka dozvola|vozacka"
        "|voznisko dovoljenje|διπλωμα οδηγησης|αδεια οδηγησης|διπλωμα"
        "|шофьорска книжка|свидетелство за управление|vairuotojo pazymejimas|teises|vaditaja apliecība"
        "|juhiluba|رخصة قيادة|رخصة القيادة|رخصة سياقة|رخصة"
        "|گواهینامه|רישיון נהיגה|ड्राइविंग लाइसेंस|驾照|驾驶证|駕照|運転免許証|免許証|운전면허증|운전면허|sim driver"
        "|surat izin mengemudi|bằng lái xe"
    ),
    "national_id": (
        "id|i d|id card-|national id|national id card|national identity card|national identity|identity card-"
        "|identity document card|identification card|idcard"
        "|nationalid|national identification card|national identification|national card|identity|ident card"
        "|citizen card|citizenship card|national i d"
        "|plastic id|plastic id card|government id|govt id|state id|state id card|id national|card id"
        "|national|eid|e id|emirates id|aadhaar|aadhar|aadhaar card"
        "|nric|cnic|nin|nin slip|my kad|mykad|pan european id|civil id|resident id card|identity cards"
        "|biometric id card|voter id card national"
        "|ci|op|dni|documento nacional de identidad|documento de identidad|documento identidad|cedula"
        "|cedula de identidad|cedula de ciudadania|carnet de identidad"
        "|tarjeta de identidad|ine|credencial ine|ife|carne de identidad|identificacion nacional|rut|tie dni"
        "|personalausweis-|perso|ausweis|identitatskarte|ausweiskarte|bundespersonalausweis|carte d identite"
        "|carte didentite|carte nationale d identite"
        "|carte nationale didentite|cni|carte identite|carte nationale|piece d identite|piece didentite"
        "|identite|cartao de cidadao|cartao do cidadao|carteira de identidade|bilhete de identidade"
        "|rg|identidade|cartao cidadao|registro geral|carta d identita|carta didentita|carta identita"
        "|carta di identita|cie|dowod-|dowod osobisty"
        "|dowodu osobistego|dowodem osobistym|dowodzie osobistym|kimlik-|kimlig-|kimlik karti|nufus cuzdani"
        "|nufus|nufus kagidi|tc kimlik"
        "|удостоверение личности|айди карта|ид карта|id карта|id картка|айди|ай ди|идентификационная карта"
        "|паспорт id|паспорт карточка|внутренний паспорт|внутрішній паспорт|общегражданский паспорт"
        "|посвідчення особи|ідентифікаційна картка|ід картка|айді картка|айді|ід карта|паспорт id картка"
        "|паспорт ід картка|id паспорт|паспорт картка|ідкартка"
        "|identiteitskaart|id kaart|identiteitsbewijs|nationellt id kort|id kort|idkort|identitetskort"
        "|nationellt id|henkilokortti|obcansky prukaz|obcanka|obciansky preukaz|obcianky"
        "|szemelyi igazolvany|szemelyi|szig|carte de identitate|cartea de identitate|buletin-|licna karta"
        "|osobna iskaznica|osebna izkaznica|ταυτοτητα"
        "|αστυνομικη ταυτοτητα|лична карта|asmens tapatybes kortele|asmens tapatybe|tapatybes kortele"
        "|personas aplieciba|id kaardi-|isikutunnistus|eid karte|بطاقة الهوية|بطاقة هوية|هوية|بطاقة شخصية"
        "|البطاقة الشخصية|کارت ملی"
        "|תעודת זהות|आधार|आधार कार्ड|पहचान पत्र"
        "|身份证|身分證|マイナンバーカード|주민등록증|신분증|ktp|kartu tanda penduduk|cmnd|cccd|căn cước"
    ),
    "unsupported": (
        "birth certificate|birth cert|certificate of birth|marriage certificate|death certificate"
        "|student card|student id|student id card|student pass|school id"
        "|university id|college id|library card|bank card|credit card|debit card|visa|visas|visa card"
        "|residence permit|residence card|resident permit|resident card"
        "|residency card|residency permit|permanent resident card|green card|permanent residency|brp"
        "|biometric residence permit|work permit|work id|employee id|employee card"
        "|employee badge|company badge|company id|badge|utility bill|electricity bill|gas bill|water bill"
        "|phone bill|bill|bank statement|statement|tax return|tax card"
        "|tax id|pan card|ssn|social security card|social security|social security number|insurance card"
        "|health card|health insurance card|medical card|medicare card"
        "|military id|military card|army id|veteran id|veterans id|police id|gun licence|gun license"
        "|firearms licence|fishing licence|fishing license|hunting license"
        "|pilot licence|pilot license|voter card|voters card|voter id|voters id|seamans book|seaman book"
        "|refugee travel document|travel document|travel permit|laissez passer"
        "|vehicle registration|car registration|registration certificate|v5c|passport card|school card"
        "|seaman s passport|seamans passport|refugee passport|vaccine passport|vaccination passport"
        "|covid passport|pet passport|military passport|nhs card"
        "|oyster card|bus pass|travel pass|travel card|gym card|membership card"
        "|loyalty card|certificate|diploma|degree|contract|selfie|rental agreement|lease|proof of address"
        "|proof of residence|press card|business licence|business license|trade licence|freedom pass"
        "|boarding pass|ski pass|season ticket|ticket|asylum card|refugee card|bus card|marriage licence"
        "|marriage license|driving test certificate"
        "|certificado de nacimiento|partida de nacimiento|acta de nacimiento|carnet de estudiante"
        "|tarjeta de credito|tarjeta de debito|tarjeta bancaria|permiso de residencia"
        "|tarjeta de residencia|el nie|mi nie|tengo nie|tarjeta nie|con nie|nie number|n i e|visado|factura de luz"
        "|factura|recibo de luz|recibo|carnet universitario"
        "|tarjeta sanitaria|libreta militar|curp"
        "|geburtsurkunde|studentenausweis|schulerausweis|aufenthaltstitel|aufenthaltserlaubnis"
        "|aufenthaltskarte|niederlassungserlaubnis|kreditkarte|bankkarte|ec karte|visum|stromrechnung"
        "|krankenkassenkarte|gesundheitskarte|krankenversicherungskarte|dienstausweis|firmenausweis"
        "|mitarbeiterausweis|meldebescheinigung|schwerbehindertenausweis|bibliotheksausweis|buchereiausweis"
        "|heiratsurkunde|jagdschein|rechnung"
        "|acte de naissance|extrait de naissance|certificat de naissance|carte d etudiant|carte detudiant"
        "|carte etudiant|titre de sejour|carte de sejour|carte vitale|carte bancaire"
        "|carte de credit|permis de sejour|facture|facture d electricite|carte grise|livret de famille"
        "|carte de resident|permis de travail|permis bateau|permis de chasse|carte navigo"
        "|certidao de nascimento|cartao de estudante|carteira de estudante|carteirinha de estudante"
        "|autorizacao de residencia|titulo de residencia|cartao de credito|cartao de debito|conta de luz"
        "|carteira de trabalho|titulo de eleitor|cpf|carteirinha"
        "|certificato di nascita|atto di nascita|tessera studentesca|tesserino|permesso di soggiorno"
        "|carta di soggiorno|carta di credito|bolletta|tessera sanitaria|codice fiscale|porto d armi"
        "|tessera universitaria|libretto universitario"
        "|akt urodzenia|legitymacja-|legitymacja studencka|karta pobytu|karta kredytowa|karta bankowa"
        "|rachunek|rachunek za prad|karta debetowa|ksiazeczka wojskowa|wiza|karta polaka"
        "|dogum belgesi|ogrenci karti|ogrenci kimligi|ogrenci kimlik|ogrenci belgesi|oturma izni|ikamet-"
        "|ikamet izni|kredi karti|banka karti|fatura|elektrik faturasi|evlilik cuzdani|vize|personel karti"
        "|свидетельство о рождении|студенческий-|студенческий билет|студак|вид на жительство|внж|рвп"
        "|военный билет|военник|снилс|инн|полис|кредитная карта|кредитка|банковская карта"
        "|счет за электричество|квитанция|виза|визу|пропуск-|читательский билет|удостоверение сотрудника"
        "|пенсионное удостоверение|птс|пмж|трудовая книжка|водительская карточка тахографа"
        "|свідоцтво про народження|студентський|студентський квиток|студентський білет|посвідка на проживання"
        "|посвідка-|пмп|військовий квиток|військовий|кредитна картка|кредитка|банківська картка"
        "|банківська карта|рахунок за світло|рахунок|віза|перепустка|пенсійне посвідчення|читацький квиток"
        "|інн|іпн|тимчасове посвідчення"
        "|geboorteakte|studentenkaart|verblijfsvergunning|verblijfskaart|bankpas|creditcard|rekening"
        "|werkvergunning|ov chipkaart|fodelsebevis|uppehallstillstand|uppehallstillstandskort|studentkort"
        "|studiekort|bankkort|kreditkort|korttia|opiskelijakortti|oleskelulupa|sundhedskort|opholdskort"
        "|rodny list|rodny list|studentsky prukaz|isic|isic karta|prukaz studenta|povoleni k pobytu"
        "|kreditni karta|anyakonyvi kivonat|diakigazolvany|tartozkodasi engedely|certificat de nastere"
        "|legitimatie|permis de sedere|carnet de student|rodni list|boravisna dozvola|πιστοποιητικο γεννησης"
        "|αδεια διαμονης|φοιτητικη ταυτοτητα|шенгенска виза|акт за раждане"
        "|شهادة ميلاد|شهادة الميلاد|اقامة|الاقامة|بطاقة طالب|تعודת לידה"
        "|출생증명서|学生证|签证|居住证|在留カード|住民票|학생증|voter"
        "|ration card|sim card|transcript"
    ),
}


@cache
def _phrase_book() -> Mapping[str, DocType | Literal["unsupported"]]:
    return {plain(phrase.rstrip("-")): kind for kind, page in _PHRASES.items() for phrase in page.split("|")}


@cache
def _openings() -> Mapping[str, DocType | Literal["unsupported"]]:
    """The single words that may have any ending."""
    return {
        plain(phrase.rstrip("-")).split()[-1]: kind
        for kind, page in _PHRASES.items()
        for phrase in page.split("|")
        if phrase.endswith("-") and " " not in phrase
    }


_LONGEST_PHRASE = 5
_NEGATIONS = phrase_book(
    "no|not|dont|isnt|nicht|kein|keinen|keine|pas|nie|geen|never|nooit|не|нет|ні|немає|нема|без|without|sin|ohne|sans|senza|bez"
    "|instead|statt|anstatt|than|lugar|vez|lieu|plutot que|invece|zamiast|yerine|вместо|замість|в место|havent|hasnt"
    "|cannot"
    "|cant|yok|yoktur|non|não|inte|ikke|ne|nu"
)
_GONE = re.compile(
    r"\b(?:lost|stolen|missing|expired|outdated|out of date|invalid|damaged|being renewed|in renewal|at the embassy"
    r"|perdi|perdido|perdida|robaron|robado|caducad\w*|vencid\w*|caduco|vencio|expirad\w*|verloren|abgelaufen|gestohlen"
    r"|geklaut|ungultig|weg|perdue?|perimee?|expiree?|volee?|roubad\w*|ho perso|smarrit\w*|scadut\w*|rubat\w*|zgubi\w*"
    r"|zagubi\w*|stracil\w*|niewazn\w*|ukrad\w*|wygasl\w*|kaybet\w*|kayip|calin\w*|gecersiz|suresi doldu|suresi bitti"
    r"|suresi gecmis|потер\w*|утер\w*|утрат\w*|просроч\w*|укра\w*|истек\w*|закончил\w*|недеиств\w*|загуб\w*|втрат\w*"
    r"|простроч\w*|вкра\w*|закінчи\w*|недіисн\w*|kwijt|verlopen|gestolen|tappa\w*|stulet|stulen|utgang\w*|ztrati\w*"
    r"|propadl\w*|neplatn\w*|pierdut\w*|expirat\w*|furat\w*)\b"
)
"""Words that say that the document beside them cannot be shown; in the form of `plain`."""
_TAKES_BACK = phrase_book(
    "have|got|own|a|an|my|the|any|valid|is|its|of|de|du|del|do|da|di|der|des|use|using|with|tengo|habe|ai|mam|tenho|ho|нет"
    "|есть"
)


_NOT = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(_NEGATIONS)))})\b")


def _meant(clauses: list[str]) -> list[DocType | Literal["unsupported"]]:
    """The kinds that the clauses name, each once, less those that are lost, expired, not there or taken back.

    >>> _meant(["lost my passport", "driving licence"])
    ['driving_licence']
    """
    corrected = max((at for at, clause in enumerate(clauses[:-1]) if says_no(clause)), default=-1)
    present = [clause for clause in clauses[corrected + 1 :] if not _says_gone(clause)]
    plainly = [kind for clause in present if not _is_denial(clause) for kind in _documents_in(clause)]
    found = plainly or [kind for clause in present for kind in _documents_in(clause)]
    return list(dict.fromkeys(found))


def _says_gone(clause: str) -> bool:
    return any(clause[: gone.start()].split()[-1:] != ["not"] for gone in _GONE.finditer(_NOT.sub("not", clause)))


def _is_denial(clause: str) -> bool:
    return not _NEGATIONS.isdisjoint(clause.split())


def _documents_in(words: str) -> list[DocType | Literal["unsupported"]]:
    """The kinds named, each once; one that is said not to be meant ("no passport") is left out."""
    tokens = words.split()
    found: dict[DocType | Literal["unsupported"], None] = {}
    at = 0
    while at < len(tokens):
        length, kind = _longest_phrase_at(tokens, at)
        if kind and not _is_denied(tokens, at) and tokens[at + length : at + length + 1] != ["degil"]:
            found[kind] = None
        at += length
    return list(found)


def _longest_phrase_at(tokens: list[str], at: int) -> tuple[int, DocType | Literal["unsupported"] | None]:
    for length in range(min(_LONGEST_PHRASE, len(tokens) - at), 0, -1):
        if kind := _phrase_book().get(" ".join(tokens[at : at + length])):
            return length, kind
    return 1, next((kind for opening, kind in _openings().items() if tokens[at].startswith(opening)), None)


def _is_denied(tokens: list[str], at: int) -> bool:
    before = tokens[max(0, at - 3) : at]
    while before and before[-1] in _TAKES_BACK:
        before.pop()
    return bool(before) and before[-1] in _NEGATIONS


def _corrected(words: str) -> str:
    """The words with those that are a slip away from a word of the phrase book replaced by it."""
    return " ".join(_nearest(word) for word in words.split()[:_MOST_WORDS])


_MOST_WORDS = 20


def _nearest(word: str) -> str:
    if len(word) < 5 or word in _vocabulary():
        return word
    slips = 1 if len(word) < 8 else 2
    near = [
        (OSA.distance(word, known, score_cutoff=slips), known not in _phrase_book(), known)
        for known in _vocabulary()
        if abs(len(known) - len(word)) <= slips
    ]
    distance, _, known = min(near, default=(slips + 1, True, word))
    return known if distance <= slips else word


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(word for phrase in _phrase_book() for word in phrase.split() if len(word) > 4)
