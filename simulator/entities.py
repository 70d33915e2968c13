"""Message entities: offsets and lengths in UTF-16 code units, as Telegram counts."""

import re
from typing import Any

Entity = dict[str, Any]

NOTHING_INSIDE = frozenset({"code", "pre"})
ORDER = (
    "blockquote",
    "expandable_blockquote",
    "pre",
    "code",
    "text_link",
    "text_mention",
    "date_time",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
)

# Telegram's own finder is larger; these are the kinds that people and bots meet every day.
FOUND_IN_TEXT = (
    ("url", re.compile(r"(?:https?://|www\.)[^\s<>\"]+[^\s<>\".,;:!?)]")),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}(?![\w-])")),
    ("bot_command", re.compile(r"(?<![\w/<>@])/\w{1,64}(?:@\w{3,32})?(?!\w)(?!/)")),
    ("mention", re.compile(r"(?<![\w@.])@[a-zA-Z]\w{3,31}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d])\w{1,255}(?!\w)")),
)


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def slice_utf16(text: str, offset: int, length: int) -> str:
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def put_in_order(entities: list[Entity]) -> list[Entity]:
    """Outer before inner; what stands inside code or pre is dropped, as nothing nests there."""
    ordered = sorted(entities, key=lambda entity: (entity["offset"], -entity["length"], _rank(entity)))
    kept: list[Entity] = []
    for entity in ordered:
        if not any(_overlaps(entity, outer) for outer in kept if outer["type"] in NOTHING_INSIDE):
            kept.append(entity)
    return kept


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """The text without white space around it, its entities moved and cut to fit."""
    start = utf16_length(text) - utf16_length(text.lstrip())
    trimmed = text.strip()
    end = utf16_length(trimmed)
    moved = []
    for entity in entities:
        first = max(entity["offset"] - start, 0)
        last = min(entity["offset"] - start + entity["length"], end)
        if first < last:
            moved.append({**entity, "offset": first, "length": last - first})
    return trimmed, moved


def find_in_text(text: str, taken: list[Entity]) -> list[Entity]:
    """Links, addresses, commands, mentions and hashtags that Telegram marks by itself."""
    found: list[Entity] = []
    for kind, pattern in FOUND_IN_TEXT:
        for match in pattern.finditer(text):
            entity = {
                "type": kind,
                "offset": utf16_length(text[: match.start()]),
                "length": utf16_length(match.group()),
            }
            blocked = [other for other in taken if other["type"] in {*NOTHING_INSIDE, "text_link", "text_mention"}]
            if not any(_overlaps(entity, other) for other in blocked + found):
                found.append(entity)
    return found


def _rank(entity: Entity) -> int:
    return ORDER.index(entity["type"]) if entity["type"] in ORDER else len(ORDER)


def _overlaps(one: Entity, other: Entity) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"],
    )
