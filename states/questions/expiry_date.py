from datetime import date
from typing import Any

from states.message import Button
from states.question import Moment, Question
from states.reading.dates import read_expiry_date
from states.text import Text


class ExpiryDateQuestion(Question):
    """When the document expires; an expired one leads to another document (C41, S27, S38)."""

    key = "expiry_date"
    name = Text("Expires on")
    called = ("expiry", "expiry date", "expiration date", "expires")
    ask = Text("When does the document expire?")
    hint = Text("The date stands on the document, next to Date of expiry.")
    example = "22 March 2031"
    why = Text("the document must be in date")
    placeholder = Text("Day, month and year")
    holds = date
    depends = ("doc_type", "doc_country")
    reasons = {
        "expired": Text("The document is out of date, so we cannot use it. Next step: use one that is in date."),
        "ambiguous_date": Text("Which date is {text}?"),
        "invalid_date": Text("Expiry date must be a real date. Enter day, month and year, like 22 March 2031"),
        "imprecise_date": Text("Enter day, month and year, like 22 March 2031"),
        "not_a_date": Text("Enter the expiry date, like 22 March 2031"),
        "implausible_date": Text("This date is too far away. Check the document and enter the date again"),
        "multiple_values": Text("Enter one date: the expiry date"),
    }
    detours = {"expired": (Button(Text("Use another document"), "change:doc_type", "primary"),)}
    firm = frozenset({"expired"})
    examples = {"22 March 2031": date(2031, 3, 22)}
    refusals = {"22 March 2019": "expired", "31 June 2031": "invalid_date", "never": "not_a_date"}

    def read_text(self, text: str, at: Moment, kept: Any) -> date:  # noqa: ARG002
        return read_expiry_date(text, now=at.now, locale=at.case.locale)

    def show_value(self, value: date) -> Text:
        return Text("{date}", date=value)
