from datetime import date
from typing import Any

from states.message import Message
from states.question import Ended, Moment, Question
from states.reading.dates import read_birth_date
from states.text import Text
from states.verdicts import Refused


class BirthDateQuestion(Question):
    key = "birth_date"
    name = Text("Date of birth")
    called = ("birth date", "date of birth", "birthday", "dob")
    ask = Text("What is your date of birth?")
    hint = Text("Write day, month and year.")
    example = "22 March 1985"
    why = Text("we compare it with your account and your document")
    placeholder = Text("Day, month and year")
    holds = date
    reasons = {
        "ambiguous_date": Text("Which date is {text}?"),
        "invalid_date": Text("This date must be a real date. Enter day, month and year, like 22 March 1985"),
        "imprecise_date": Text("Enter day, month and year, like 22 March 1985"),
        "not_a_date": Text("Enter your date of birth, like 22 March 1985"),
        "future_date": Text("Date of birth must be in the past"),
        "implausible_date": Text("This date is too long ago. Enter your own date of birth, like 22 March 1985"),
        "underage": Text("You must be 18 or older"),
        "multiple_values": Text("Enter one date: your date of birth"),
    }
    firm = frozenset({"underage"})
    examples = {"22 March 1985": date(1985, 3, 22), "1985-03-22": date(1985, 3, 22)}
    refusals = {"31 February 1985": "invalid_date", "1985": "imprecise_date", "soon": "not_a_date"}

    def read_text(self, text: str, at: Moment, kept: Any) -> date:  # noqa: ARG002
        try:
            return read_birth_date(text, now=at.now, locale=at.case.locale)
        except Refused as refused:
            if refused.reason == "underage":
                raise Ended(too_young(at)) from None
            raise

    def show_value(self, value: date) -> Text:
        return Text("{date}", date=value)


def too_young(at: Moment) -> Message:
    """The page for the young: an explanation, no reproach, nothing kept (C43)."""
    return Message(
        title=(Text("We cannot continue with this request"),),
        body=(
            Text(
                "Only people who are {years} years of age or older can have a verified account at {brand}.",
                years=at.policy.adult_years,
            ),
            Text("We have kept nothing of what you sent. If the date was a slip, start again with /start."),
            Text("If the account is yours, a parent or guardian can write to us: {support_url}"),
        ),
    )
