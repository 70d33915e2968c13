from states.message import Code, Copy, Row
from states.photo import PhotoQuestion, document_name
from states.question import Moment, written
from states.text import Text


class DocumentPhotoQuestion(PhotoQuestion):
    """The document beside the handwritten sheet (C33-C36, S24)."""

    key = "document_photo"
    name = Text("Photo of the document")
    called = ("document photo", "photo of the document", "first photo")
    ask = Text("Send a photo of your {document} next to a handwritten sheet")
    why = Text("to check that the document is real and that you made this request today")
    depends = ("doc_type", "full_name")

    def question(self, at: Moment) -> Text:
        return self.ask.filled(document=document_name(at))

    def hints(self, at: Moment) -> tuple[Text | Code, ...]:
        return (
            Text("Write this on the sheet by hand:"),
            Code(at.policy.sheet_line),
            Code(written(at.case.value("full_name"))),
            Code(f"{at.now.day} {at.now:%B %Y}"),
            Text(
                "✓ Document and sheet on a table, in good light\n"
                "✓ All corners in the photo\n"
                "✓ Issue date and expiry date can be read\n"
                "✓ Latin letters, or your details in Latin letters too\n"
                "✘ No flash on the document, no fingers on the text\n"
                "✘ No printed sheet, no photo of a screen"
            ),
            Text("Send it as a file if you can. A file stays sharp."),
        )

    def rows(self, at: Moment) -> tuple[Row, ...]:
        return ((Copy(Text("Copy the sheet line"), at.policy.sheet_line),), *super().rows(at))
