"""What was said in each chat, in order, as a text to read or a test to run again."""

import re
from dataclasses import dataclass

from simulator.model import Chat, Message

OWN_NUMBER = "(own number)"
BOT_ACTS = {"hears", "edits", "shows"}


@dataclass(frozen=True)
class Line:
    chat: Chat
    who: str
    act: str
    """A person says, taps, presses, sends photo, file or contact, does other things; a bot is heard, edits, shows."""
    words: str
    buttons: tuple[str, ...] = ()


class Journal:
    def __init__(self) -> None:
        self.lines: list[Line] = []

    def person(self, chat: Chat, who: str, act: str, words: str) -> None:
        self.lines.append(Line(chat, who, act, words))

    def bot(self, message: Message, act: str) -> None:
        labels = tuple(button["text"] for row in message.inline_rows for button in row)
        if not message.text:
            act = "shows"
        words = message.text or f"({message.media.kind if message.media else 'message'})"
        who = message.bot.first_name if message.bot else "Bot"
        self.lines.append(Line(message.chat, who, act, words, labels))

    def clear(self) -> None:
        self.lines.clear()

    def as_text(self, chat: Chat) -> str:
        return "".join(_text_line(line) for line in self.lines if line.chat is chat)

    def as_test(self, chat: Chat) -> str:
        """Python that plays the chat again with `simulator.client`."""
        lines = [line for line in self.lines if line.chat is chat]
        people = dict.fromkeys(line.who for line in lines if line.act not in BOT_ACTS)
        made = [f"    {_variable(name)} = sim.user({name!r})\n" for name in people]
        if not chat.private:
            made.append(f"    room = sim.channel({chat.title!r})\n")
        return "def test_transcript(sim):\n" + "".join(made) + "".join(_test_line(line) for line in lines)


def _text_line(line: Line) -> str:
    marks = {"taps": f"[{line.words}]", "presses": f"[{line.words}]", "edits": f"(edited) {line.words}"}
    buttons = "".join(f" [{label}]" for label in line.buttons)
    return f"{line.who}: {marks.get(line.act, line.words)}{buttons}\n"


def _test_line(line: Line) -> str:
    first = next((words for part in line.words.splitlines() if (words := part.strip())), "")
    hearer = _variable(line.chat.name) if line.chat.private else "room"
    person, place = _variable(line.who), "" if line.chat.private else ", in_=room"
    statements = {
        "says": f"{person}.says({line.words!r}{place})",
        "hears": f"{hearer}.hears({first!r})",
        "edits": f"{hearer}.hears({first!r})",
        "taps": f"{person}.taps({line.words!r}{place})",
        "presses": f"{person}.presses({line.words!r})",
        "photo": f"{person}.sends_photo(PHOTO)",
        "file": f"{person}.sends_photo(PHOTO, as_file=True)",
        "contact": f"{person}.shares_contact(own={line.words == OWN_NUMBER})",
    }
    return f"    {statements.get(line.act, f'# {line.who}: {first}')}\n"


def _variable(name: str) -> str:
    return re.sub(r"\W+", "_", name.lower()).strip("_") or "someone"
