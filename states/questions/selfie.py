from states.photo import PhotoQuestion, document_name
from states.question import Moment
from states.text import Text


class SelfieQuestion(PhotoQuestion):
    """The person with the same document and the same sheet (C34, S25, S36)."""

    key = "selfie"
    name = Text("Photo of you")
    called = ("selfie", "photo of me", "second photo")
    ask = Text("Send a photo of you holding the same {document} next to the same sheet")
    hint = Text(
        "✓ Your whole face, bright and clearly visible\n"
        "✓ Camera at the same level as your eyes\n"
        "✓ Document and sheet readable\n"
        "✘ No hat, no sunglasses, nothing that covers your face\n"
        "✘ No fingers on the text, no big smile or frown"
    )
    why = Text("to check that you are the person in the document")
    depends = ("doc_type", "full_name")
    role = "selfie"

    def question(self, at: Moment) -> Text:
        return self.ask.filled(document=document_name(at))
