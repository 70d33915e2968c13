"""The mouth: what we say becomes Telegram messages and buttons, in the person's language.

This is the one place where values are escaped for Telegram's HTML.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from gettext import NullTranslations, translation
from html import escape
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime

from states.case import Case
from states.message import Button, Code, Copy, Link, Message, Pair, Row
from states.text import CountryName, Text

LOCALES = Path(__file__).parent / "locales"
SHARE = Text("Share my Telegram number")
INTAKE = "q"
"""What the callback data of an applicant's button begins with: q:CASE:STEP:ACTION."""

Params = dict[str, Any]
"""The parameters of one Bot API call, ready to be stored as JSON."""


@dataclass(frozen=True)
class Tongue:
    """A language to speak, and the facts that may stand in any sentence: brand and addresses."""

    language: str
    facts: Mapping[str, str]

    def __post_init__(self) -> None:
        found = translation("regain", LOCALES, [self.language], fallback=True)
        object.__setattr__(self, "_catalogue", found)
        object.__setattr__(self, "_sentence", cache(self._translated))
        object.__setattr__(self, "_locale", _locale(self.language))
        escaped = {name: escape(fact, quote=False) for name, fact in self.facts.items()}
        object.__setattr__(self, "_escaped_facts", escaped)

    def say(self, text: Text) -> str:
        """The sentence in this language, as Telegram's HTML."""
        return self._fill(text, escape_values=True)

    def label(self, text: Text) -> str:
        """The sentence in this language, for a button or a toast: no markup."""
        return self._fill(text, escape_values=False)

    def _fill(self, text: Text, *, escape_values: bool) -> str:
        words: str = self._sentence(text.english, escape_values)  # type: ignore[attr-defined]
        if "{" not in words and "}" not in words:
            return words
        facts = self._escaped_facts if escape_values else self.facts  # type: ignore[attr-defined]
        values = {name: self._value(value, html=escape_values) for name, value in text.values.items()}
        return words.format_map({**facts, **values})

    def _translated(self, english: str, html: bool) -> str:  # noqa: FBT001  called through a cache
        """A sentence of the catalogue, its gaps still open: of those there are a few hundred."""
        catalogue: NullTranslations = self._catalogue  # type: ignore[attr-defined]
        words = catalogue.gettext(english) if english else ""
        return escape(words, quote=False) if html else words

    def _value(self, value: Any, *, html: bool) -> str:
        match value:
            case Text():
                return self._fill(value, escape_values=html)
            case datetime():
                return self._moment(value, html=html)
            case date():
                written = format_date(value, "d MMMM y", locale=self._locale)  # type: ignore[attr-defined]
            case CountryName(code):
                written = self._locale.territories.get(code, code)  # type: ignore[attr-defined]
            case Decimal():
                written = f"{value:f}"
            case None:
                written = ""
            case _:
                written = str(value)
        return escape(written, quote=False) if html else written

    def _moment(self, moment: datetime, *, html: bool) -> str:
        """A time that each reader sees in their own zone, with UTC where that cannot be."""
        utc = moment.astimezone(UTC)
        written = format_datetime(utc, "EEE, d MMMM, HH:mm", locale=self._locale) + " UTC"  # type: ignore[attr-defined]
        return f'<tg-time unix="{int(utc.timestamp())}" format="wDt">{escape(written)}</tg-time>' if html else written


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def html(message: Message, tongue: Tongue) -> str:
    """The text of a message as Telegram's HTML."""
    lines = [tongue.say(message.lead), ""] if message.lead else []
    lines += [f"<b>{tongue.say(title)}</b>" for title in message.title]
    lines += [_line(part, tongue) for part in message.body]
    lines += ["", f"<i>{tongue.say(message.why)}</i>"] if message.why else []
    return "\n".join(lines).strip()


def _line(part: Text | Code | Pair, tongue: Tongue) -> str:
    match part:
        case Code(text):
            return f"<code>{escape(text, quote=False)}</code>"
        case Pair(name, Text() as value):
            return f"<b>{tongue.say(name)}</b>: {tongue.say(value)}"
        case Pair(name, value):
            shown = escape(str(value), quote=False)
            return f"<b>{tongue.say(name)}</b>:\n{shown}" if "\n" in shown else f"<b>{tongue.say(name)}</b>: {shown}"
        case _:
            return tongue.say(part)


def intake_message(message: Message, case: Case, tongue: Tongue) -> Params:
    """A message to the applicant: its buttons carry the case and the step that they belong to."""
    params: Params = {"chat_id": case.applicant, "text": html(message, tongue), "parse_mode": "HTML"}
    if message.protected:
        params["protect_content"] = True
    if message.asks_contact:
        params["reply_markup"] = _below_the_text_box(message, tongue)
    elif message.rows:
        params["reply_markup"] = inline(message.rows, f"{INTAKE}:{case.id}:{case.step}", tongue)
    return params


def inline(rows: tuple[Row, ...], prefix: str, tongue: Tongue) -> Params:
    """Buttons under a message; `prefix` and the action make the callback data (64 bytes at the most)."""
    return {"inline_keyboard": [[_button(button, prefix, tongue) for button in row] for row in rows if row]}


def _button(button: Button | Link | Copy, prefix: str, tongue: Tongue) -> Params:
    label = tongue.label(button.label)
    match button:
        case Link(url=url):
            return {"text": label, "url": url}
        case Copy(text=text):
            return {"text": label, "copy_text": {"text": text}}
        case Button(action=action, style=style):
            made = {"text": label, "callback_data": f"{prefix}:{action}"}
            return {**made, "style": style} if style else made


def _below_the_text_box(message: Message, tongue: Tongue) -> Params:
    """A message has one markup, so the buttons stand beside the one that shares the number; pressing types them."""
    keys = [[{"text": tongue.label(SHARE), "request_contact": True}]]
    keys += [[{"text": tongue.label(button.label)} for button in row] for row in message.rows]
    markup: Params = {"keyboard": keys, "resize_keyboard": True, "one_time_keyboard": True}
    if message.placeholder:
        markup["input_field_placeholder"] = tongue.label(message.placeholder)
    return markup


NO_KEYBOARD: Params = {"remove_keyboard": True}
