from typing import Any

from states.choice import Choice, ChoiceQuestion
from states.question import Moment
from states.reading.document import read_doc_type
from states.text import Text


class DocTypeQuestion(ChoiceQuestion):
    key = "doc_type"
    name = Text("Document")
    called = ("document", "document type", "id", "doc")
    ask = Text("Which document will you use?")
    hint = Text("It must be in date, issued in the last {years} years, and have Latin letters.")
    why = Text("we compare it with your account and your face")
    holds = str
    choices = (
        Choice("passport", Text("International passport"), ("passport",)),
        Choice("national_id", Text("National ID card"), ("id card", "national id", "identity card")),
        Choice("driving_licence", Text("Driving licence"), ("driving licence", "driver's license", "licence")),
    )
    reasons = {
        "unsupported_document": Text("Use a passport, national ID card or driving licence"),
        "not_understood": Text("Select the document you will use"),
        "no_answer": Text("Select the document you will use"),
        "wrong_kind_button": Text("Select the document you will use"),
        "multiple_values": Text("Select one document: you send photos of this one"),
    }
    examples = {"passport": "passport", "driver's license": "driving_licence"}
    refusals = {"student card": "unsupported_document"}

    def hints(self, at: Moment) -> tuple[Text, ...]:
        return (self.hint.filled(years=at.policy.document_years),)

    def read_words(self, text: str, at: Moment, kept: Any) -> str:  # noqa: ARG002
        return read_doc_type(text, now=at.now, locale=at.case.locale)
