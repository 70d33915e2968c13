"""What was said in each chat, in order, as a text to read or a test to run again."""

from dataclasses import dataclass

from simulator.model import Chat, Message


@dataclass(frozen=True)
class Line:
    chat: Chat
    who: str
    act: str
    """says, hears, edits, taps, presses, photo, album, contact, other."""
    words: str
    buttons: tuple[str, ...] = ()


class Journal:
    def __init__(self) -> None:
        self.lines: list[Line] = []

    def person(self, chat: Chat, who: str, act: str, words: str) -> None:
        self.lines.append(Line(chat, who, act, words))

    def bot(self, message: Message, act: str) -> None:
        labels = tuple(button["text"] for row in message.inline_rows for button in row)
        words = message.text or f"({message.media.kind if message.media else 'message'})"
        who = message.bot.first_name if message.bot else "Bot"
        self.lines.append(Line(message.chat, who, act, words, labels))

    def clear(self) -> None:
        self.lines.clear()

    def as_text(self, chat: Chat) -> str:
        return "".join(_text_line(line) for line in self.lines if line.chat is chat)

    def as_test(self, chat: Chat) -> str:
        """Python that plays the chat again with `simulator.client`."""
        person = chat.name.lower().replace(" ", "_")
        lines = [f"def test_transcript(sim):\n    {person} = sim.user({chat.name!r})\n"]
        lines += [_test_line(person, line) for line in self.lines if line.chat is chat]
        return "".join(lines)


def _text_line(line: Line) -> str:
    marks = {"taps": f"[{line.words}]", "presses": f"[{line.words}]", "edits": f"(edited) {line.words}"}
    buttons = "".join(f" [{label}]" for label in line.buttons)
    return f"{line.who}: {marks.get(line.act, line.words)}{buttons}\n"


def _test_line(person: str, line: Line) -> str:
    first = line.words.strip().splitlines()[0] if line.words.strip() else ""
    statements = {
        "says": f"{person}.says({line.words!r})",
        "hears": f"{person}.hears({first!r})",
        "edits": f"{person}.hears({first!r})",
        "taps": f"{person}.taps({line.words!r})",
        "presses": f"{person}.presses({line.words!r})",
        "photo": f"{person}.sends_photo(PHOTO)",
        "file": f"{person}.sends_photo(PHOTO, as_file=True)",
        "album": f"{person}.sends_album([PHOTO, PHOTO])",
        "contact": f"{person}.shares_contact({'own=True' if line.words == '(own number)' else 'own=False'})",
    }
    statement = statements.get(line.act, f"# {line.who}: {first}")
    return f"    {statement}\n"
