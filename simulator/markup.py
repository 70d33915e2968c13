"""Telegram's HTML: a few tags in, plain text and entities out, refusals in Telegram's words."""

import re
from dataclasses import dataclass

from simulator.entities import Entity, put_in_order, utf16_length
from simulator.errors import ApiError, bad_request

STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = {*STYLES, "a", "code", "pre", "blockquote", "tg-emoji", "tg-time"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#(?P<decimal>\d+)|#[xX](?P<hex>[0-9a-fA-F]+)|(?P<name>lt|gt|amp|quot));?")
DATE_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
SPACES = " \t\r\n\0\v"
LANGUAGE = "language-"
HIGHEST_CODE_POINT = 0x10FFFF


@dataclass(frozen=True)
class OpenTag:
    name: str
    attributes: dict[str, str]
    offset: int
    """UTF-16 units of text before it."""
    text_before: int
    """Characters of text before it."""


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Plain text and its entities.

    Raises:
        ApiError: the tags are not Telegram's, or not closed in order.
    """
    return HtmlReader(source).read()


class HtmlReader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._text = ""
        self._units = 0
        self._open: list[OpenTag] = []
        self._entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self._at < len(self._source):
            if self._source[self._at] != "<":
                self._take_text()
            elif self._source.startswith("</", self._at):
                self._take_end_tag()
            else:
                self._take_start_tag()
        if self._open:
            raise refused(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        return self._text, put_in_order(self._entities)

    def _take_text(self) -> None:
        end = self._source.find("<", self._at)
        end = len(self._source) if end < 0 else end
        text = decode_references(self._source[self._at : end])
        self._text += text
        self._units += utf16_length(text)
        self._at = end

    def _take_start_tag(self) -> None:
        begin = self._at
        self._at += 1
        name = self._take_until(SPACES + ">").lower()
        if self._finished():
            raise refused(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if name not in TAGS:
            raise refused(f'Unsupported start tag "{name}" at byte offset {self._byte(begin)}')
        attributes = {}
        while self._skip_spaces() != ">":
            key, value = self._take_attribute(name, begin)
            attributes[key] = value
        self._at += 1
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise refused(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        self._open.append(OpenTag(name, attributes, self._units, len(self._text)))

    def _take_attribute(self, tag: str, begin: int) -> tuple[str, str]:
        key = self._take_until(SPACES + "=>").lower()
        if self._finished():
            raise refused(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if not key:
            raise refused(f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(begin)}')
        if self._skip_spaces() != "=":
            if (tag, key) == ("blockquote", "expandable"):
                return key, "1"
            raise refused(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}" '
                f"at byte offset {self._byte(begin)}",
            )
        self._at += 1
        if (quote := self._skip_spaces()) in {'"', "'"}:
            self._at += 1
            value = decode_references(self._take_until(quote))
            self._at += 1
        else:
            value = self._take_until(SPACES + ">").lower()
        if self._finished():
            raise refused(f"Unclosed start tag at byte offset {self._byte(begin)}")
        return key, value

    def _take_end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise refused(f"Unexpected end tag at byte offset {self._byte(begin)}")
        self._at += 2
        name = self._take_until(SPACES + ">").lower()
        if self._skip_spaces() != ">":
            raise refused(f"Unclosed end tag at byte offset {self._byte(begin)}")
        self._at += 1
        tag = self._open.pop()
        if name not in {"", tag.name}:
            raise refused(
                f'Unmatched end tag at byte offset {self._byte(begin)}, expected "</{tag.name}>", found "</{name}>"',
            )
        if self._units > tag.offset:
            self._close(tag)

    def _close(self, tag: OpenTag) -> None:
        place: Entity = {"offset": tag.offset, "length": self._units - tag.offset}
        if tag.name in STYLES:
            self._entities.append({"type": STYLES[tag.name], **place})
        elif tag.name in {"code", "pre"}:
            self._close_code(tag, place)
        elif tag.name == "blockquote":
            kind = "expandable_blockquote" if "expandable" in tag.attributes else "blockquote"
            self._entities.append({"type": kind, **place})
        elif tag.name == "a":
            self._close_link(tag, place)
        elif tag.name == "tg-emoji":
            self._close_emoji(tag, place)
        else:
            self._close_time(tag, place)

    def _close_code(self, tag: OpenTag, place: Entity) -> None:
        """`<pre><code class="language-x">` is one entity, whichever of the two is the outer one."""
        language = tag.attributes.get("class", "").removeprefix(LANGUAGE) if tag.name == "code" else ""
        inner = self._entities[-1] if self._entities else {}
        covers = inner.get("offset") == place["offset"] and inner.get("length") == place["length"]
        if covers and {inner["type"], tag.name} == {"code", "pre"}:
            language = language or inner.get("language", "")
            self._entities[-1] = {"type": "pre", **place}
            if language:
                self._entities[-1]["language"] = language
            return
        entity = {"type": tag.name, **place}
        if language:
            entity["language"] = language
        self._entities.append(entity)

    def _close_link(self, tag: OpenTag, place: Entity) -> None:
        url = tag.attributes.get("href") or self._text[tag.text_before :]
        if user := re.fullmatch(r"tg://user\?id=(\d+)", url):
            self._entities.append({"type": "text_mention", **place, "user_id": int(user[1])})
        elif link := checked_link(url):
            self._entities.append({"type": "text_link", **place, "url": link})

    def _close_emoji(self, tag: OpenTag, place: Entity) -> None:
        emoji = tag.attributes.get("emoji-id", "")
        if not emoji.isdigit() or int(emoji) == 0:
            raise bad_request("invalid custom emoji identifier specified")
        self._entities.append({"type": "custom_emoji", **place, "custom_emoji_id": emoji})

    def _close_time(self, tag: OpenTag, place: Entity) -> None:
        style = tag.attributes.get("format", "")
        if not DATE_FORMAT.fullmatch(style):
            raise refused("Invalid date-time format specified")
        moment = tag.attributes.get("unix", "")
        if moment.isdigit() and int(moment) > 0:
            entity = {"type": "date_time", **place, "unix_time": int(moment)}
            if style:
                entity["date_time_format"] = style
            self._entities.append(entity)

    def _take_until(self, ends: str) -> str:
        start = self._at
        while not self._finished() and self._source[self._at] not in ends:
            self._at += 1
        return self._source[start : self._at]

    def _skip_spaces(self) -> str:
        while not self._finished() and self._source[self._at] in SPACES:
            self._at += 1
        return "" if self._finished() else self._source[self._at]

    def _finished(self) -> bool:
        return self._at >= len(self._source)

    def _byte(self, position: int) -> int:
        return len(self._source[:position].encode())


def decode_references(text: str) -> str:
    """`&lt;` and numbers become characters; every other `&` stays what it is."""
    return REFERENCE.sub(_referred, text)


def _referred(match: re.Match[str]) -> str:
    if name := match["name"]:
        return NAMED[name]
    number = int(match["decimal"]) if match["decimal"] else int(match["hex"], 16)
    surrogate = 0xD800 <= number <= 0xDFFF
    return match[0] if number == 0 or surrogate or number > HIGHEST_CODE_POINT else chr(number)


def checked_link(url: str) -> str | None:
    """The link as Telegram keeps it; None where it would drop the entity."""
    url = url.strip()
    if re.fullmatch(r"(?:https?|tg|ton|tonsite)://\S+", url):
        bare_host = re.fullmatch(r"https?://[^/?#]+", url)
        return f"{url}/" if bare_host else url
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", url):
        return checked_link(f"http://{url}")
    return None


def refused(message: str) -> ApiError:
    return bad_request(f"can't parse entities: {message}")
