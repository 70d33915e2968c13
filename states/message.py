"""What we say, as values: `handlers.speech` turns them into messages and buttons."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from states.text import Text


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press. What it does is `action`; the same can always be typed."""

    label: Text
    action: str
    style: str = ""
    """success, primary, danger or nothing: it only repeats what the words say."""


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens a page."""

    label: Text
    url: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A button that copies a text."""

    label: Text
    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A line to be read letter by letter, and copied by a tap."""

    text: str

    def __repr__(self) -> str:
        return "Code()"


@dataclass(frozen=True, slots=True)
class Pair:
    """A named value, on a line of its own."""

    name: Text
    value: Text | str

    def __repr__(self) -> str:
        return f"Pair({self.name!r})"


Row = tuple[Button | Link | Copy, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One message. `lead` comes first, `title` lines are bold, `body` follows line by line, `why` is in italics."""

    lead: Text | None = None
    """What happened, before what comes now: "Saved"."""
    title: tuple[Text, ...] = ()
    body: tuple[Text | Code | Pair, ...] = ()
    why: Text | None = None
    rows: tuple[Row, ...] = ()
    asks_contact: bool = False
    """The buttons stand below the text box, with one that shares the person's own number."""
    protected: bool = False
    """It repeats personal data: it cannot be forwarded."""
    placeholder: Text | None = None

    def led_by(self, lead: Text | None) -> "Message":
        return replace(self, lead=lead)


def plain(*lines: Text | Code | Pair, rows: Sequence[Row] = ()) -> Message:
    """A message without a title."""
    return Message(body=lines, rows=tuple(rows))
