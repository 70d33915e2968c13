"""Photos, documents, albums, and files on their way back."""

import secrets
from typing import Any

from simulator.call import Call
from simulator.errors import ApiError, bad_request
from simulator.files import Media, StoredFile, file_id
from simulator.model import Chat, Json

LARGEST_DOWNLOAD = 20 * 1024 * 1024
MOST_IN_ALBUM = 10
ALONE_IN_ALBUM = frozenset({"document", "audio"})
ALBUM_KINDS = frozenset({"photo", "video"}) | ALONE_IN_ALBUM
PLAUSIBLE_FILE_ID = "AgAC"


async def send_photo(call: Call) -> Json:
    return await _send_file(call, "photo")


async def send_document(call: Call) -> Json:
    return await _send_file(call, "document")


async def send_video(call: Call) -> Json:
    return await _send_file(call, "video")


async def send_voice(call: Call) -> Json:
    return await _send_file(call, "voice")


async def send_media_group(call: Call) -> list[Json]:
    """Several photos or documents as one album; each is a message and counts as one.

    Raises:
        ApiError: a bad album; or one item was refused, then those before it are already sent.
    """
    chat = call.writable_chat()
    items = call.params.objects("media")
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > MOST_IN_ALBUM:
        raise bad_request("too many messages to send as an album")
    kinds = {item.get("type") for item in items}
    if not kinds <= ALBUM_KINDS or (len(kinds) > 1 and kinds & ALONE_IN_ALBUM):
        raise bad_request("can't be mixed with other types of media in an album")
    album = [(call.media(item["type"], str(item.get("media", ""))), call.caption(item)) for item in items]
    group = {"media_group_id": str(10**16 + secrets.randbelow(10**15))} if len(items) > 1 else {}
    return [_album_item(call, chat, number, media, caption | group) for number, (media, caption) in enumerate(album, 1)]


async def get_file(call: Call) -> Json:
    wanted = call.params.text("file_id")
    if not wanted:
        raise bad_request("file_id not specified")
    if not wanted.startswith(PLAUSIBLE_FILE_ID):
        raise bad_request("invalid file_id")
    file = call.world.files.file_known_to(call.bot.id, wanted)
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if (file.size or 0) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    call.world.files.open_link(call.bot.id, file)
    return _file(call, file)


async def _send_file(call: Call, kind: str) -> Json:
    caption = call.caption()
    chat = call.writable_chat()
    markup = call.markup_for(chat.type)
    return call.seen(call.post(chat, caption, markup, call.media(kind)))


def _album_item(call: Call, chat: Chat, number: int, media: Media, content: dict[str, Any]) -> Json:
    try:
        call.limits.take(call.bot.id, str(chat.id))
    except ApiError as error:
        description = f'failed to send message #{number} with the error message "{error.description}"'
        raise bad_request(description) from error
    return call.seen(call.post(chat, content, media=media))


def _file(call: Call, file: StoredFile) -> Json:
    described = {"file_id": file_id(file, call.bot.id), "file_unique_id": file.unique_id, "file_path": file.path}
    return described | ({"file_size": file.size} if file.size is not None else {})
