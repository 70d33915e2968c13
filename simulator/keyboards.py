"""Reply markups: read from a request, checked, refused in Telegram's words."""

import json
from typing import Any
from urllib.parse import urlsplit

from simulator.errors import ApiError, bad_request

Markup = dict[str, Any]

MOST_CALLBACK_BYTES = 64
MOST_COPIED_CHARACTERS = 256
ACTIONS = (
    "url",
    "callback_data",
    "copy_text",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
)
STYLES = {"danger", "success", "primary"}


def read_markup(value: Any, chat_type: str) -> Markup | None:
    """The markup of a request, or None where there is none.

    Raises:
        ApiError: it is not a markup, or not one for this type of chat.
    """
    if value in (None, ""):
        return None
    markup = _decoded(value)
    if "inline_keyboard" in markup:
        return read_inline(markup)
    if chat_type == "channel" and markup:
        raise bad_request("inline keyboard expected")
    if "keyboard" in markup:
        return _read_reply_keyboard(markup, chat_type)
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return markup
    return None


def read_inline_only(value: Any) -> Markup | None:
    """The inline keyboard of an edit; nothing at all takes the keyboard away."""
    markup = read_markup(value, "private")
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def read_inline(markup: Markup) -> Markup | None:
    rows = [[_inline_button(button) for button in _row(row)] for row in _rows(markup["inline_keyboard"])]
    rows = [row for row in rows if row]
    return {"inline_keyboard": rows} if rows else None


def is_inline(markup: Markup | None) -> bool:
    return markup is not None and "inline_keyboard" in markup


def _decoded(value: Any) -> Markup:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError as error:
            raise bad_request("can't parse reply keyboard markup JSON object") from error
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    return value


def _rows(rows: Any) -> list[Any]:
    if not isinstance(rows, list):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    return rows


def _row(row: Any) -> list[Any]:
    if not isinstance(row, list):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    return row


def _inline_button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict):
        raise _bad_inline("InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise _bad_inline('Can\'t find field "text"')
    if not any(action in button for action in ACTIONS):
        raise _bad_inline("Text buttons are unallowed in the inline keyboard")
    if not button["text"].strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    _check_action(button)
    if "style" in button and button["style"] not in STYLES:
        raise _bad_inline("Invalid button style specified")
    return button


def _check_action(button: dict[str, Any]) -> None:
    if "callback_data" in button and not 1 <= len(str(button["callback_data"]).encode()) <= MOST_CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button:
        _check_url(button["url"])
    if "copy_text" in button:
        copied = button["copy_text"].get("text") if isinstance(button["copy_text"], dict) else None
        if not isinstance(copied, str) or not 1 <= len(copied) <= MOST_COPIED_CHARACTERS:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_url(url: Any) -> None:
    parts = urlsplit(str(url) if "://" in str(url) else f"http://{url}")
    if parts.scheme not in {"http", "https", "tg", "ton"}:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    if not parts.netloc or (parts.scheme in {"http", "https"} and "." not in parts.netloc):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _read_reply_keyboard(markup: Markup, chat_type: str) -> Markup:
    rows = markup["keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays')
    read = [[_reply_button(button, chat_type) for button in row] for row in rows]
    return {**markup, "keyboard": [row for row in read if row]}


def _reply_button(button: Any, chat_type: str) -> dict[str, Any]:
    if isinstance(button, str):
        return {"text": button}
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request("can't parse keyboard button: KeyboardButton must be an Object")
    if button.get("request_contact") and chat_type != "private":
        raise bad_request("phone number can be requested in private chats only")
    return button


def _bad_inline(message: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {message}")
