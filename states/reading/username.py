"""What a customer logs in with: an e-mail address or a user ID. Nothing here asks the network whether it exists."""

import re
import unicodedata
from datetime import datetime
from typing import Literal

from rapidfuzz.distance import OSA

from states.private import Private
from states.reading.normalise import fold
from states.reading.phone import looks_like_phone
from states.reading.words import has_phrase, peel, phrase_book, plain, says_unknown
from states.verdicts import Option, Refused, Unsure


class Username(Private):
    kind: Literal["email", "user_id"]
    username: str
    """An e-mail address with its domain in lower case, or `up` and nine digits."""


_PROVIDERS = """
    gmail.com googlemail.com yahoo.com hotmail.com outlook.com icloud.com protonmail.com proton.me yandex.ru yandex.com
    hotmail.co.uk yahoo.co.uk hotmail.fr yahoo.fr hotmail.es yahoo.es hotmail.it yahoo.it hotmail.de yahoo.de outlook.fr
    outlook.es outlook.de outlook.it tutanota.com fastmail.com rambler.ru libero.it wanadoo.fr orange.fr laposte.net
    t-online.de freenet.de seznam.cz comcast.net verizon.net btinternet.com yahoo.com.br hotmail.com.br zoho.com
    yahoo.co.in rediffmail.com live.com
""".split()  # noqa: SIM905  a table to read, not a list to quote
"""Domains that slips of the finger are measured against."""
_NO_SLIPS = frozenset(
    """
    mail.com email.com ymail.com qmail.com gmx.com gmx.net gmx.de gmx.at me.com live.co.uk live.ca live.de live.fr
    live.it live.nl live.se live.in line.com love.com free.fr mail.de mail.ru zohomail.com outlook.in yahoo.in yahoo.ca
    yahoo.pl yahoo.ro yahoo.gr hotmail.be hotmail.nl hotmail.se hotmail.ca hotmail.gr outlook.pt outlook.be outlook.dk
    yandex.ua yandex.kz yandex.by yandex.ro yahoo.se yahoo.dk yahoo.no yahoo.at yahoo.be yahoo.co.id yahoo.co.jp
    yahoo.com.ar yahoo.com.mx yahoo.com.au yahoo.com.tr rambler.ua zoho.eu zoho.in protonmail.ch fastmail.fm
    """.split(),  # noqa: SIM905
)
"""Domains that are real although they are near one of the above."""
_TOP_LEVELS_MEANT = {
    **dict.fromkeys(("con", "cmo", "ocm", "comm", "vom", "xom", "cpm", "coom", "ccom", "cim", "copm", "col"), "com"),
    **dict.fromkeys(("cm", "om", "co"), "com"),
    **dict.fromkeys(("nett", "ner", "ent"), "net"),
    **dict.fromkeys(("ogr", "rog", "orgg"), "org"),
}
_TOP_LEVELS_THAT_EXIST = frozenset({"cm", "om", "co"})
_PROVIDER_NAMES = frozenset(domain.partition(".")[0] for domain in _PROVIDERS)
_FARTHEST_SLIP = 2
_LONG_NAME = 9

_AT = (
    r"(?:\(at\)|\[at\]|\{at\}|<at>|\bat\b|\bсобака\b|\bсобачка\b|\barroba\b|\bchiocciola\b|\bmałpa\b|\barobase\b"
    r"|\bkukac\b|\bzavináč\b)"
)
_DOT = (
    r"(?:\(dot\)|\[dot\]|\{dot\}|\bdot\b|\bточка\b|\bкрапка\b|\bpunto\b|\bponto\b|\bpunkt\b|\bpoint\b|\bkropka\b"
    r"|\btečka\b|\bnokta\b)"
)
_SPELLED_OUT = re.compile(
    rf"([\w.+-]+)\s*{_AT}\s*([\w-]+(?:(?:\.|\s*{_DOT}\s*)[\w-]+)*(?:\.|\s*{_DOT}\s*)[a-z]{{2,6}})(?![\w])",
    re.IGNORECASE,
)
_SPACED_AT = re.compile(r"([\w.+-])\s?@\s([\w-]+\.)")
_SPACE_BEFORE_AT = re.compile(r"([\w.+-]+) @([\w-]+(?:\.[\w-]+)+)")
_SPACED_DOT = re.compile(r"(@[\w-]+)(?:\s\.\s?|\.\s)(com|net|org|ru|ua|de|fr|es|it|pl|io|co\.uk)\b")
_ADDRESS = re.compile(r"[^\s<>()\[\]{}\"“”«»,;|:=?]*@[^\s<>()\[\]{}\"“”«»,;|:=?]*")
_TOP_LEVEL = re.compile(r"(?:[a-z]{2,24}|xn--[a-z0-9-]+)")
_USER_ID = re.compile(
    r"(?<!ing )(?<!ed )(?<!sign )(?<!set )(?<![^\W_])u ?p[\s_:.#№-]{0,3}(\d(?:[ _.-]?\d)*)(?![^\W_])", re.IGNORECASE
)
_USER_ID_LOOK_ALIKE = re.compile(r"(?<!\w)(?:[uиυ][рρ]|[иυ]p)[\s-]?(?:\d[\s-]?){9}(?!\w)", re.IGNORECASE)
_USER_ID_DIGITS = 9
_BARE_ID = re.compile(r"(?<![\d+])\d{9}(?!\d)")
_BEGINS_LIKE_AN_ID = re.compile(r"up(?:$|[\w-]*\d|[a-z]{3,12}$)", re.IGNORECASE)
_TELEGRAM_NAME = re.compile(r"(?<![\w.])@\w{4,32}(?![\w.@-])|\bt(?:elegram)?\.me/\w+|tg://\S+", re.IGNORECASE)
_LINK = re.compile(
    r"https?://\S+|www\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|io|net|org|ru|ua|de|me|co|uk)\b", re.IGNORECASE
)
_LOST_AT = re.compile(rf"[\w.+-]+(?:{'|'.join(map(re.escape, _PROVIDERS))})$", re.IGNORECASE)
_KEEP = phrase_book("keep|keep it|is correct|is right|exactly|as typed|as is|its correct|correct|no typo")


def read_username(text: str, *, now: datetime, locale: str | None) -> Username:  # noqa: ARG001  readers are called alike
    """The one e-mail address or user ID in the message.

    Refused: `bad_email`, `bad_user_id`, `looks_like_phone`, `mixed_script`, `no_answer`, `not_a_username` (with the
    fact `telegram` or `link` where the message is a Telegram name or a web link).
    Unsure: `domain_typo`, `multiple_values`.
    "keep" before an address says that it is no typo.
    """
    text = _in_one_piece(text)
    found = {username.username.lower(): username for username in [*_emails(text), *_user_ids(text)]}
    if not found:
        raise _not_a_username(text)
    if len(found) > 1:
        raise Unsure("multiple_values", tuple(Option(name.username, name.username) for name in found.values()))
    return next(iter(found.values()))


def _in_one_piece(text: str) -> str:
    """The text with addresses that were spelled out or typed with spaces put together."""
    if alone := _SPACE_BEFORE_AT.fullmatch(peel(text)):
        return f"{alone[1]}@{alone[2]}"
    joined = _SPACED_AT.sub(r"\1@\2", _SPELLED_OUT.sub(_typed_out, text))
    return _SPACED_DOT.sub(r"\1.\2", joined)


def _typed_out(spelled: re.Match[str]) -> str:
    domain = re.sub(rf"\s*(?:\.|{_DOT})\s*", ".", spelled[2], flags=re.IGNORECASE)
    return f"{spelled[1]}@{domain}"


# --- e-mail addresses ---


def _emails(text: str) -> list[Username]:
    """The addresses in the message; a broken one is refused only where there is none to take instead."""
    written = [address for match in _ADDRESS.finditer(text) if _is_an_address(address := _bare(match[0]))]
    problems: list[Refused] = []
    emails: list[str] = []
    for address in written:
        try:
            emails.append(_valid(address))
        except Refused as refused:
            problems.append(refused)
    if problems and not emails:
        raise problems[0]
    distinct = set(emails)
    if len(distinct) == 1 and not has_phrase(plain(text), _KEEP):
        _ask_about_a_slip(emails[0])
    return [Username(kind="email", username=email) for email in emails]


def _bare(address: str) -> str:
    return address.lstrip("'`*…/\\").rstrip("'`*_.!…/\\-")


def _is_an_address(written: str) -> bool:
    """Not a Telegram name: those have nothing before the sign, and no dot after it."""
    return not written.startswith("@") or "." in written


def _valid(address: str) -> str:
    if _mixes_scripts(address):
        raise Refused("mixed_script", text=address)
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415  slow to import, needed only here

    try:
        checked = validate_email(address, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        raise Refused("bad_email", text=address) from None
    domain = checked.ascii_domain.lower()
    if not _TOP_LEVEL.fullmatch(domain.rpartition(".")[2]):
        raise Refused("bad_email", text=address)
    return f"{checked.local_part}@{domain}"


def _mixes_scripts(text: str) -> bool:
    """Whether Latin letters stand beside letters of another alphabet, as look-alikes do."""
    if text.isascii():
        return False
    scripts = {unicodedata.name(c, "?").partition(" ")[0] for c in text if c.isalpha()}
    return "LATIN" in scripts and len(scripts) > 1


def _ask_about_a_slip(email: str) -> None:
    local, _, domain = email.rpartition("@")
    if meant := _domain_meant(domain):
        right = f"{local}@{meant}"
        raise Unsure("domain_typo", (Option(right, right), Option(email, f"keep {email}")), text=email, meant=right)


def _domain_meant(domain: str) -> str | None:
    """The domain that this one is a slip of, or None if it looks fine."""
    if domain in _PROVIDERS or domain in _NO_SLIPS:
        return None
    name, _, top_level = domain.rpartition(".")
    known = name in _PROVIDER_NAMES
    if top_level in _TOP_LEVELS_MEANT and (known or top_level not in _TOP_LEVELS_THAT_EXIST):
        fixed = f"{name}.{_TOP_LEVELS_MEANT[top_level]}"
        return _domain_meant(fixed) or fixed
    slips = {provider: OSA.distance(domain, provider, score_cutoff=_FARTHEST_SLIP) for provider in _PROVIDERS}
    nearest = min(slips, key=slips.__getitem__)
    allowed = _FARTHEST_SLIP if len(nearest) > _LONG_NAME and nearest[:1] == domain[:1] else 1
    return nearest if slips[nearest] <= allowed else None


# --- user IDs ---


def _user_ids(text: str) -> list[Username]:
    digits = [re.sub(r"\D", "", match[1]) for match in _USER_ID.finditer(text)]
    return [Username(kind="user_id", username=f"up{number}") for number in digits if len(number) == _USER_ID_DIGITS]


# --- everything else ---


def _not_a_username(text: str) -> Refused:
    answer = peel(text)
    if _USER_ID_LOOK_ALIKE.search(text):
        return Refused("mixed_script", text=answer)
    if _TELEGRAM_NAME.search(text):
        return Refused("not_a_username", telegram=True)
    if _USER_ID.search(text) or any(_BEGINS_LIKE_AN_ID.match(word) for word in fold(answer).split()):
        return Refused("bad_user_id", text=answer)
    if _BARE_ID.search(text) and "+" not in text:
        return Refused("bad_user_id", text=answer)
    if looks_like_phone(text):
        return Refused("looks_like_phone")
    if _LOST_AT.search(answer):
        return Refused("bad_email", text=answer)
    if _LINK.search(text):
        return Refused("not_a_username", link=True)
    return Refused("no_answer" if says_unknown(text) else "not_a_username")
