from collections.abc import Sequence
from typing import Protocol

MASK = "\0"
"""Stands for every character that has been understood, so that it is not read a second time."""


class Span(Protocol):
    """A part of a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def masked(text: str, spans: Sequence[Span]) -> str:
    """The text with the spans blanked out; as long as the text."""
    if not spans:
        return text
    pieces: list[str] = []
    at = 0
    for span in sorted(spans, key=lambda span: span.start):
        pieces += text[at : span.start], MASK * (span.end - span.start)
        at = span.end
    return "".join((*pieces, text[at:]))
