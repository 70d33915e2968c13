from typing import Any

from states.choice import Choice, ChoiceQuestion
from states.message import Code
from states.question import Moment
from states.reading.access import read_phone_access
from states.reading.phone import Phone, spoken
from states.text import Text


class PhoneAccessQuestion(ChoiceQuestion):
    """Whether the person can be reached on the number now; "no" is a fact for the reviewer, never a refusal (C20)."""

    key = "phone_access"
    name = Text("Can use the phone")
    called = ("phone access", "access", "access to the phone")
    ask = Text("Can you use this phone number now?")
    hint = Text("You can use it if you can get calls or texts on it.")
    why = Text("it tells us how we can check that it is you")
    holds = bool
    depends = ("phone",)
    choices = (
        Choice(True, Text("Yes, I can use it"), ("yes",)),
        Choice(False, Text("No, I cannot"), ("no",)),
    )
    reasons = {
        "wrong_kind_button": Text("Select yes if you can use this phone number now"),
        "not_understood": Text("Select yes if you can use this phone number now"),
        "no_answer": Text("Select yes if you can use this phone number now"),
        "partial_access": Text("Can you get calls or texts on it right now?"),
    }
    examples = {"yes": True, "No, I cannot": False, "i lost it": False}
    refusals = {"blue": "not_understood"}

    def hints(self, at: Moment) -> tuple[Text | Code, ...]:
        """The number in the person's own form (C18), and what "use" means."""
        phone = at.case.answers.get("phone")
        if phone is None:
            return (self.hint,)
        own = phone.typed or (spoken(phone.value.e164) if isinstance(phone.value, Phone) else "")
        return (Code(own), self.hint)

    def read_words(self, text: str, at: Moment, kept: Any) -> bool:  # noqa: ARG002
        return read_phone_access(text, now=at.now, locale=at.case.locale)
