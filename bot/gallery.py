"""Pictures and videos on their way in: downloaded at once, never only a file id; pictures are looked at in a process of
their own.
"""

import hashlib
from datetime import datetime
from io import BytesIO
from typing import Literal

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest
from aiohttp import ClientError

from handlers.replies import Attachment
from handlers.work import Delivery
from states.policy import Policy
from states.reply import Clip, Picture
from vision.eye import Eye, Unseen
from vision.look import Look, NotAPicture

MPEG4 = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip")
"""Bytes 4 to 8 of the videos that Telegram plays: an MPEG-4 or QuickTime file begins with one of these boxes."""


class NotReached(Exception):  # noqa: N818  it names an outcome
    """The picture could not be fetched now. Says nothing more: the address of a file holds the token."""


class Gallery:
    """Brings attachments in."""

    def __init__(self, bot: Bot, eye: Eye, policy: Policy) -> None:
        self._bot, self._eye, self._policy = bot, eye, policy

    async def bring(self, attachment: Attachment, role: Literal["document", "selfie"], now: datetime) -> Delivery | str:
        """The picture or video, or the code of the reason why there is none. Raises NotReached: try again later."""
        if (attachment.seconds or 0) > self._policy.video_seconds_most:
            return "too_long"
        if attachment.size > self._policy.photo_bytes_most:
            return "too_big"
        data = await self._download(attachment)
        if data is None:
            return "too_big"
        if attachment.seconds is not None:
            return _footage(data, attachment.seconds)
        try:
            look = await self._eye.look(data, role=role, today=now.date())
        except NotAPicture as refused:
            return refused.code
        except Unseen:
            return _unlooked_at(data, attachment)
        return _delivery(data, look, attachment)

    async def _download(self, attachment: Attachment) -> bytes | None:
        """The bytes; None where Telegram says that the file is too big."""
        try:
            file = await self._bot.get_file(attachment.file_id)
            into = BytesIO()
            await self._bot.download_file(str(file.file_path), into, timeout=60)
        except TelegramBadRequest as error:
            if "too big" in error.message.lower():
                return None
            raise NotReached from None
        except (AiogramError, ClientError, TimeoutError):
            raise NotReached from None
        return into.getvalue()


def _delivery(data: bytes, look: Look, attachment: Attachment) -> Delivery:
    picture = Picture(
        digest=look.digest,
        fingerprint=look.fingerprint,
        width=look.width,
        height=look.height,
        size=look.size,
        as_file=attachment.as_file,
        flags=look.flags,
    )
    hard = tuple(problem.code for problem in look.problems if problem.level == "hard")
    soft = tuple(problem.code for problem in look.problems if problem.level == "soft")
    return Delivery(picture, hard, soft, data, look.view)


def _footage(data: bytes, seconds: int) -> Delivery | str:
    """A video, as it came; one that no reviewer could play is refused."""
    if data[4:8] not in MPEG4:
        return "unreadable_video"
    clip = Clip(digest=hashlib.sha256(data).hexdigest(), seconds=seconds, size=len(data))
    return Delivery(clip, (), (), data, data)


def _unlooked_at(data: bytes, attachment: Attachment) -> Delivery:
    """A picture that nobody could look at just now: it is taken, and the reviewer is told."""
    digest = hashlib.sha256(data).hexdigest()
    picture = Picture(
        digest=digest,
        fingerprint="",
        width=0,
        height=0,
        size=len(data),
        as_file=attachment.as_file,
        flags=("not_checked",),
    )
    return Delivery(picture, (), (), data, data)
