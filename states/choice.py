"""A question that is answered by one of a few buttons, or by their words."""

from dataclasses import dataclass
from typing import Any, ClassVar

from states.message import Button, Row
from states.question import PICK, Moment, Question
from states.reply import Reply
from states.text import Text
from states.verdicts import Refused


@dataclass(frozen=True, slots=True)
class Choice:
    value: Any
    label: Text
    words: tuple[str, ...] = ()
    """What people type instead, lower case."""
    style: str = ""

    @property
    def action(self) -> str:
        return f"{PICK}:{self.value}"


class ChoiceQuestion(Question):
    choices: ClassVar[tuple[Choice, ...]]
    wrong_kind = "wrong_kind_button"

    def rows(self, at: Moment) -> tuple[Row, ...]:
        own = tuple((Button(choice.label, choice.action, choice.style),) for choice in self.choices)
        return (*own, *super().rows(at))

    def read_text(self, text: str, at: Moment, kept: Any) -> Any:
        """The typed twin of a button: its label, its number, or a word for it."""
        said = " ".join(text.casefold().strip(" .!").split())
        for number, choice in enumerate(self.choices, start=1):
            if said in (str(number), choice.label.english.casefold(), *choice.words):
                return self.chosen(choice, at)
        return self.read_words(text, at, kept)

    def read_words(self, text: str, at: Moment, kept: Any) -> Any:  # noqa: ARG002  for questions that know more words
        raise Refused(self.wrong_kind)

    def read_tap(self, action: str, at: Moment) -> Any:
        for choice in self.choices:
            if action == choice.action:
                return self.chosen(choice, at)
        return super().read_tap(action, at)

    def chosen(self, choice: Choice, at: Moment) -> Any:  # noqa: ARG002  some choices end the request
        return choice.value

    def as_it_is(self, reply: Reply, reason: str, at: Moment) -> None:
        """A choice is always one of its buttons."""

    def show_value(self, value: Any) -> Text | str:
        return next((choice.label for choice in self.choices if choice.value == value), str(value))
