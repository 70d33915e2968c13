from typing import Any

from states.question import Moment, Question
from states.reading.names import read_full_name
from states.text import Text


class FullNameQuestion(Question):
    key = "full_name"
    name = Text("Full name")
    called = ("name", "full name", "my name", "first name", "last name", "surname")
    ask = Text("What is your full name?")
    hint = Text("Write first and last name in Latin letters, as your document shows them.")
    example = "Marta Kowalska"
    why = Text("it must be the name on your account, your document and the sheet")
    placeholder = Text("First and last name")
    reasons = {
        "non_latin": Text("Enter your name in Latin letters, as on your document"),
        "mixed_script": Text("One letter is from another alphabet. Type your name again in Latin letters"),
        "invalid_characters": Text("A name has letters only. Enter first and last name, like Marta Kowalska"),
        "single_name": Text("Enter your last name too, like Marta Kowalska"),
        "initials_only": Text("Enter your name in full, like Marta Kowalska"),
        "not_a_name": Text("Enter your first and last name, like Marta Kowalska"),
        "multiple_values": Text("Enter one name: yours, as on your document"),
    }
    examples = {"Marta Kowalska": "Marta Kowalska", "my name is José García": "José García"}
    refusals = {"Марта Ковальська": "non_latin", "Marta": "single_name"}

    def read_text(self, text: str, at: Moment, kept: Any) -> str:  # noqa: ARG002
        return read_full_name(text, now=at.now, locale=at.case.locale)
