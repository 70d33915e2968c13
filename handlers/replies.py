"""The ear: a Telegram message or press becomes a reply."""

from dataclasses import dataclass

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message

from handlers.speech import INTAKE
from handlers.work import Delivery
from states.reply import (
    BadPhoto,
    BadVideo,
    Clip,
    Command,
    Contact,
    Edited,
    Photo,
    Picture,
    Reply,
    Tap,
    Typed,
    Unusable,
    Video,
)

KINDS = {
    ContentType.ANIMATION: "animation",
    ContentType.VENUE: "location",
}
"""How we call what Telegram calls otherwise."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture or a video that waits at Telegram to be downloaded."""

    file_id: str
    size: int
    """Bytes, as Telegram tells; 0 where it does not."""
    as_file: bool = False
    seconds: int | None = None
    """How long a video is, as Telegram tells; None for a picture."""


def attachment(message: Message) -> Attachment | None:
    """The picture of a message: the largest of a photo's sizes, or the file (C35); or its video (C54)."""
    if message.photo:
        largest = max(message.photo, key=lambda size: (size.width * size.height, size.file_size or 0))
        return Attachment(largest.file_id, largest.file_size or 0)
    if message.document:
        return Attachment(message.document.file_id, message.document.file_size or 0, as_file=True)
    if video := message.video or message.video_note:
        return Attachment(video.file_id, video.file_size or 0, seconds=video.duration)
    return None


def reply_to(message: Message, delivery: Delivery | str | None) -> Reply:
    """What the person said. `delivery` is the picture or video that came along, or why there is none."""
    if message.photo or message.document:
        return _photo(message, delivery)
    if message.video or message.video_note:
        return _video(message, delivery)
    if message.contact and message.from_user:
        return Contact(message.contact.phone_number, own=message.contact.user_id == message.from_user.id)
    if message.text is None:
        return Unusable(KINDS.get(ContentType(message.content_type), str(message.content_type)))
    if message.text.startswith("/"):
        name, _, payload = message.text[1:].partition(" ")
        return Command(name.partition("@")[0].lower(), payload.strip())
    return Typed(message.text)


def edit_of(message: Message) -> Reply:
    return Edited(message.text or message.caption or "")


def tap_of(press: CallbackQuery) -> tuple[int | None, Tap] | None:
    """Case and tap of a press on an applicant's button; None where the data is not of that shape."""
    prefix, _, rest = (press.data or "").partition(":")
    case, _, rest = rest.partition(":")
    step, _, action = rest.partition(":")
    if prefix != INTAKE or not step or not action:
        return None
    return int(case) if case.isdecimal() else None, Tap(action, step)


def _photo(message: Message, delivery: Delivery | str | None) -> Reply:
    caption, album = message.caption or "", message.media_group_id or ""
    match delivery:
        case Delivery(content=Picture() as picture, hard=hard, soft=soft):
            return Photo(picture, hard, soft, caption, album)
        case str(reason):
            return BadPhoto(reason, caption, album)
        case _:
            return BadPhoto("not_image", caption, album)


def _video(message: Message, delivery: Delivery | str | None) -> Reply:
    caption = message.caption or ""
    match delivery:
        case Delivery(content=Clip() as clip):
            return Video(clip, caption)
        case str(reason):
            return BadVideo(reason, caption)
        case _:
            return BadVideo("unreadable_video", caption)
