"""Files that people and bots send: bytes kept once, an id for each bot, smaller sizes made when asked for."""

import base64
import hashlib
import io
import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from simulator.clock import Clock

LINK_LIFE = 60 * 60
SMALLER_SIZES = (90, 320, 800)
"""Longest edges of the sizes that Telegram makes of a photo, besides the largest one."""


@dataclass(frozen=True)
class StoredFile:
    kind: str
    """photo, document, video, voice, sticker."""
    unique_id: str
    name: str
    mime: str
    size: int | None
    """Bytes; None for a smaller size of a photo, which is made on demand."""
    width: int = 0
    height: int = 0
    smaller_of: "StoredFile | None" = None

    @property
    def path(self) -> str:
        return f"{self.kind}s/{self.unique_id}{Path(self.name).suffix}"


@dataclass(frozen=True)
class Media:
    """What a message shows: a photo's sizes (smallest first), or one file."""

    kind: str
    files: tuple[StoredFile, ...]
    facts: dict[str, Any]
    """Fields of the Bot API object that don't come from the file: duration, emoji and the like."""

    @property
    def largest(self) -> StoredFile:
        return self.files[-1]

    def as_json(self, bot_id: int) -> dict[str, Any]:
        described = [_described(file, bot_id) | self.facts for file in self.files]
        return {self.kind: described if self.kind == "photo" else described[-1]}


class UnreadableImageError(Exception):
    """The bytes are not a picture that Telegram would take as a photo."""


class Files:
    """In memory, or in `folder` where one is given."""

    def __init__(self, clock: Clock, folder: Path | None) -> None:
        self._clock = clock
        self._folder = folder
        self._bytes: dict[str, bytes] = {}
        self._by_unique_id: dict[str, StoredFile] = {}
        self._by_id: dict[tuple[int, str], Media] = {}
        self._links: dict[tuple[int, str], tuple[StoredFile, float]] = {}
        if folder:
            folder.mkdir(parents=True, exist_ok=True)

    def photo(self, content: bytes, name: str = "photo.jpg") -> Media:
        """Store a photo with its smaller sizes.

        Raises:
            UnreadableImageError: Pillow cannot open it.
        """
        width, height = image_size(content)
        full = self._store("photo", content, name, (width, height))
        sizes = [self._smaller(full, edge) for edge in SMALLER_SIZES if edge < max(width, height)]
        return Media("photo", (*sizes, full), {})

    def plain(self, kind: str, content: bytes, name: str, facts: dict[str, Any] | None = None) -> Media:
        """Store a document, video, voice note or sticker as it is."""
        return Media(kind, (self._store(kind, content, name, (0, 0)),), facts or {})

    def remember(self, bot_id: int, media: Media) -> None:
        """From now on this bot may use the ids of these files."""
        for file in media.files:
            self._by_id[bot_id, file_id(file, bot_id)] = media

    def known_to(self, bot_id: int, wanted: str) -> Media | None:
        return self._by_id.get((bot_id, wanted))

    def file_known_to(self, bot_id: int, wanted: str) -> StoredFile | None:
        media = self.known_to(bot_id, wanted)
        return next((file for file in media.files if file_id(file, bot_id) == wanted), None) if media else None

    def open_link(self, bot_id: int, file: StoredFile) -> None:
        """The file's path works for this bot for an hour from now."""
        self._links[bot_id, file.path] = (file, self._clock.now() + LINK_LIFE)

    def linked(self, bot_id: int, path: str) -> StoredFile | None:
        file, expires = self._links.get((bot_id, path), (None, 0.0))
        return file if expires > self._clock.now() else None

    def by_unique_id(self, unique_id: str) -> StoredFile | None:
        return self._by_unique_id.get(unique_id)

    def read(self, file: StoredFile) -> bytes:
        if file.smaller_of:
            return scaled_down(self.read(file.smaller_of), max(file.width, file.height))
        if self._folder:
            return (self._folder / file.unique_id).read_bytes()
        return self._bytes[file.unique_id]

    def clear(self) -> None:
        for file in self._by_unique_id.values():
            if self._folder and file.smaller_of is None:
                (self._folder / file.unique_id).unlink(missing_ok=True)
        self._bytes.clear()
        self._by_unique_id.clear()
        self._by_id.clear()
        self._links.clear()

    def _store(self, kind: str, content: bytes, name: str, size: tuple[int, int]) -> StoredFile:
        unique_id = short_hash(kind.encode() + content)
        mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
        file = StoredFile(kind, unique_id, name, mime, len(content), *size)
        if self._folder:
            (self._folder / unique_id).write_bytes(content)
        else:
            self._bytes[unique_id] = content
        self._by_unique_id[unique_id] = file
        return file

    def _smaller(self, full: StoredFile, edge: int) -> StoredFile:
        share = edge / max(full.width, full.height)
        width, height = max(round(full.width * share), 1), max(round(full.height * share), 1)
        unique_id = short_hash(f"{full.unique_id} {edge}".encode())
        file = StoredFile("photo", unique_id, "photo.jpg", "image/jpeg", None, width, height, full)
        self._by_unique_id[unique_id] = file
        return file


def image_size(content: bytes) -> tuple[int, int]:
    try:
        with Image.open(io.BytesIO(content)) as image:
            return image.size
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise UnreadableImageError from error


def scaled_down(content: bytes, edge: int) -> bytes:
    with Image.open(io.BytesIO(content)) as image:
        small = ImageOps.exif_transpose(image).convert("RGB")
        small.thumbnail((edge, edge))
        out = io.BytesIO()
        small.save(out, "JPEG")
        return out.getvalue()


def file_id(file: StoredFile, bot_id: int) -> str:
    """The same file has another id for each bot."""
    return "AgAC" + short_hash(f"{bot_id} {file.unique_id}".encode()) + file.unique_id


def short_hash(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()[:15]).decode()


def _described(file: StoredFile, bot_id: int) -> dict[str, Any]:
    described: dict[str, Any] = {"file_id": file_id(file, bot_id), "file_unique_id": file.unique_id}
    if file.size is not None:
        described["file_size"] = file.size
    if file.width:
        described |= {"width": file.width, "height": file.height}
    if file.kind == "document":
        described |= {"file_name": file.name, "mime_type": file.mime}
    return described
