from datetime import date
from typing import Any

from states.message import Button
from states.question import Moment, Question
from states.reading.dates import read_issue_date
from states.text import Text


class IssueDateQuestion(Question):
    """When the document was issued; more than ten years ago leads to another document (C41, S27)."""

    key = "issue_date"
    name = Text("Issued on")
    called = ("issue", "issue date", "date of issue", "issued")
    ask = Text("When was the document issued?")
    hint = Text("The date stands on the document, next to Date of issue.")
    example = "22 March 2021"
    why = Text("the document must be issued in the last 10 years")
    placeholder = Text("Day, month and year")
    holds = date
    depends = ("doc_type", "doc_country")
    reasons = {
        "issued_over_10_years_ago": Text(
            "The document was issued more than 10 years ago, so we cannot use it. Next step: use a newer one."
        ),
        "future_date": Text("Issue date must be today or in the past"),
        "ambiguous_date": Text("Which date is {text}?"),
        "invalid_date": Text("Issue date must be a real date. Enter day, month and year, like 22 March 2021"),
        "imprecise_date": Text("Enter day, month and year, like 22 March 2021"),
        "not_a_date": Text("Enter the issue date, like 22 March 2021"),
        "multiple_values": Text("Enter one date: the issue date"),
    }
    detours = {"issued_over_10_years_ago": (Button(Text("Use another document"), "change:doc_type", "primary"),)}
    firm = frozenset({"issued_over_10_years_ago"})
    examples = {"22 March 2021": date(2021, 3, 22)}
    refusals = {"22 March 2010": "issued_over_10_years_ago", "30 February 2021": "invalid_date"}

    def read_text(self, text: str, at: Moment, kept: Any) -> date:  # noqa: ARG002
        return read_issue_date(text, now=at.now, locale=at.case.locale)

    def show_value(self, value: date) -> Text:
        return Text("{date}", date=value)
