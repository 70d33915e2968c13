from states.case import Case
from states.choice import Choice, ChoiceQuestion
from states.text import Text


class BothDatesQuestion(ChoiceQuestion):
    """Whether the photographed side shows both dates; a passport page always does (S27)."""

    key = "both_dates"
    name = Text("Both dates on the photo")
    called = ("sides",)
    ask = Text("Are the issue date and the expiry date both on this side?")
    why = Text("the issue and expiry dates should be clearly visible")
    holds = str
    depends = ("doc_type", "document_photo")
    choices = (
        Choice("yes", Text("Yes"), ("yes", "both")),
        Choice("no", Text("No, send the back too"), ("no", "back")),
    )
    examples = {"yes": "yes", "no": "no"}
    refusals = {"blue": "wrong_kind_button"}

    def applies(self, case: Case) -> bool:
        return case.value("doc_type") in ("national_id", "driving_licence")
