"""A question that is answered by a photo."""

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from states.question import Moment, Question
from states.reply import BadPhoto, Photo, Picture, Reply
from states.text import Text
from states.verdicts import Refused

DOCUMENTS: Mapping[str, Text] = {
    "passport": Text("passport"),
    "national_id": Text("ID card"),
    "driving_licence": Text("driving licence"),
}

PHOTO_REASONS: Mapping[str, Text] = {
    "wrong_kind_photo": Text("Send a photo, as a picture or as a file"),
    "unsupported_format": Text("The file must be a JPG, PNG, WEBP or HEIC"),
    "not_image": Text("We could not open that file. Send it again, or send it as a photo"),
    "too_big": Text("The file must be smaller than 20MB"),
    "too_many_pixels": Text("The picture has too many pixels. Send it as a photo, not as a file"),
    "too_small": Text("Photo is too small to read. Move closer, or send it as a file"),
    "too_dark": Text("This photo is too dark to read. Take a new photo in good light"),
    "overexposed": Text("This photo is too bright to read. Take a new photo without flash"),
    "too_blurry": Text("This photo is blurred. Hold still, tap to focus, and take a new photo"),
    "glare": Text("A reflection covers part of the photo. Tilt the document a little and take a new photo"),
    "same_photo": Text("You sent this photo before. Send a new one"),
    "ask_too_blurry": Text(
        "This photo looks blurred. Send a sharper one, or send this one again and a person will look"
    ),
    "ask_again": Text("This photo is hard to read. Send a better one, or send this one again and a person will look"),
}


def document_name(at: Moment) -> Text:
    """The person's document in the words of the prompts."""
    return DOCUMENTS.get(at.case.value("doc_type") or "", Text("document"))


class PhotoQuestion(Question):
    """Takes a picture or a file; faults that nobody can read past are refused, doubtful ones asked about once."""

    holds = Picture
    wrong_kind = "wrong_kind_photo"
    reasons = PHOTO_REASONS
    firm = frozenset({"same_photo", "not_image", "unsupported_format", "too_big", "too_many_pixels"})
    shows_sheet: ClassVar[bool] = True
    """Whether the handwritten sheet is on it, whose date must be fresh when the request is sent."""
    role: ClassVar[Literal["document", "selfie"]] = "document"
    examples: ClassVar[Mapping[str, Any]] = {}
    refusals: ClassVar[Mapping[str, str]] = {"here it is": "wrong_kind_photo"}

    def read_photo(self, photo: Photo, at: Moment) -> Picture:
        if self._sent_before(photo.picture, at):
            raise Refused("same_photo")
        if photo.hard:
            raise Refused(photo.hard[0])
        if photo.soft and not at.case.memory.kept.get(self.key):
            ask = f"ask_{photo.soft[0]}"
            raise Refused(ask if ask in self.reasons else "ask_again", kept="asked")
        return photo.picture.model_copy(update={"flags": (*photo.picture.flags, *photo.soft)})

    def _sent_before(self, picture: Picture, at: Moment) -> bool:
        """Whether it is the picture of another step (C38)."""
        others = (answer.value for key, answer in at.case.answers.items() if key != self.key)
        return any(
            isinstance(other, Picture) and picture.distance(other) <= at.policy.same_photo_bits for other in others
        )

    def as_it_is(self, reply: Reply, reason: str, at: Moment) -> Picture | None:  # noqa: ARG002  it is all in the reply
        if not isinstance(reply, Photo):
            return None
        return reply.picture.model_copy(update={"flags": (*reply.picture.flags, f"sent_anyway_{reason}")})

    def read_bad_photo(self, photo: BadPhoto) -> Any:
        raise Refused(photo.reason)

    def show_value(self, value: Picture) -> Text:  # noqa: ARG002
        return Text("added")
