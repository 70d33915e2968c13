"""A message's text as safe HTML for the page."""

from html import escape

from simulator.entities import Entity, slice_utf16, utf16_length

PLAIN_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "blockquote": "blockquote",
}
LINKS = {"url": "", "email": "mailto:"}
SAFE_SCHEMES = ("http://", "https://", "tg://", "mailto:")


def as_html(text: str, entities: list[Entity]) -> str:
    """The text with its entities as tags; everything a person wrote is escaped."""
    return _inside(text, 0, utf16_length(text), entities)


def _inside(text: str, start: int, end: int, entities: list[Entity]) -> str:
    parts, at, rest = [], start, list(entities)
    while rest:
        entity = rest.pop(0)
        first, last = max(entity["offset"], at), min(entity["offset"] + entity["length"], end)
        if first >= last:
            continue
        parts.append(escape(slice_utf16(text, at, first - at)))
        inner = [other for other in rest if other["offset"] < last]
        rest = [_from(other, last) for other in rest if other["offset"] + other["length"] > last]
        before, after = _tags(entity, slice_utf16(text, first, last - first))
        parts.append(before + _inside(text, first, last, inner) + after)
        at = last
    parts.append(escape(slice_utf16(text, at, end - at)))
    return "".join(parts)


def _from(entity: Entity, place: int) -> Entity:
    """The part of an entity that lies behind `place`."""
    end = entity["offset"] + entity["length"]
    first = max(entity["offset"], place)
    return {**entity, "offset": first, "length": end - first}


def _tags(entity: Entity, covered: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in PLAIN_TAGS:
        return f"<{PLAIN_TAGS[kind]}>", f"</{PLAIN_TAGS[kind]}>"
    if kind == "spoiler":
        return '<span class="tg-spoiler">', "</span>"
    if kind == "expandable_blockquote":
        return '<blockquote class="expandable">', "</blockquote>"
    if kind == "pre":
        language = escape(entity.get("language", ""))
        return f'<pre data-language="{language}">', "</pre>"
    if kind == "date_time":
        style = escape(entity.get("date_time_format", ""))
        return f'<time data-unix="{entity["unix_time"]}" data-format="{style}">', "</time>"
    if kind in {"text_link", "url", "email"}:
        return _link(entity, covered)
    return f'<span class="{escape(kind)}">', "</span>"


def _link(entity: Entity, covered: str) -> tuple[str, str]:
    url = entity.get("url") or LINKS[entity["type"]] + covered
    if not url.startswith(SAFE_SCHEMES):
        url = f"http://{url}"
    return f'<a href="{escape(url)}" target="_blank" rel="noreferrer noopener">', "</a>"
