from states.case import Case
from states.photo import PhotoQuestion, document_name
from states.question import Moment
from states.text import Text


class BackPhotoQuestion(PhotoQuestion):
    """The other side, where the first does not show both dates (S27)."""

    key = "back_photo"
    name = Text("Photo of the back")
    called = ("back photo", "photo of the back", "back side")
    ask = Text("Send a photo of the back of your {document}")
    hint = Text("All corners in the photo, in good light. The dates must be readable.")
    why = Text("the issue and expiry dates should be clearly visible")
    depends = ("doc_type",)
    shows_sheet = False

    def applies(self, case: Case) -> bool:
        return bool(case.value("doc_type") != "passport" and case.value("both_dates") == "no")

    def question(self, at: Moment) -> Text:
        return self.ask.filled(document=document_name(at))
