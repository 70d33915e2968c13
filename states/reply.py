"""The replies that a person can give."""

from dataclasses import dataclass

from states.private import Private


@dataclass(frozen=True, slots=True, repr=False)
class Typed:
    """A message in words."""

    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A message that starts with a slash."""

    name: str
    """Lower case, without the slash and the bot's name."""
    payload: str = ""

    def __repr__(self) -> str:
        return f"Command({self.name!r})"


@dataclass(frozen=True, slots=True, repr=False)
class Contact:
    """A contact card with a phone number."""

    phone: str
    own: bool
    """Whether Telegram says that it is the sender's own number."""


class Picture(Private):
    """What we know of a picture: the answer to a photo question. The picture itself lies in storage."""

    digest: str
    """SHA-256 of the bytes as they came, hexadecimal."""
    fingerprint: str
    """256-bit perceptual hash, hexadecimal; empty where nobody looked."""
    width: int
    height: int
    size: int
    """Bytes as they came."""
    as_file: bool
    flags: tuple[str, ...] = ()
    """Advice to the reviewer: exif_edited, too_blurry, not_checked ..."""

    def distance(self, other: "Picture") -> int:
        """Hamming distance of the fingerprints in bits, 0 for the same bytes; 256 where one is missing."""
        if self.digest == other.digest:
            return 0
        if not (self.fingerprint and other.fingerprint):
            return 256
        return (int(self.fingerprint, 16) ^ int(other.fingerprint, 16)).bit_count()


@dataclass(frozen=True, slots=True, repr=False)
class Photo:
    """A picture that was downloaded and looked at."""

    picture: Picture
    hard: tuple[str, ...] = ()
    """Codes of faults with which it cannot be used."""
    soft: tuple[str, ...] = ()
    """Codes of faults that we ask about once."""
    caption: str = ""
    album: str = ""
    """Telegram's id of the album that it came in, or nothing."""


@dataclass(frozen=True, slots=True, repr=False)
class BadPhoto:
    """A file that cannot be a photo for us; `reason` says why: too_big, not_image, unsupported_format ..."""

    reason: str
    caption: str = ""
    album: str = ""


class Clip(Private):
    """What we know of a video: the answer to the video question. The video itself lies in storage."""

    digest: str
    """SHA-256 of the bytes as they came, hexadecimal."""
    seconds: int
    size: int
    """Bytes as they came."""


@dataclass(frozen=True, slots=True, repr=False)
class Video:
    """A video that was downloaded; nobody looked at it."""

    clip: Clip
    caption: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class BadVideo:
    """A video that we cannot take; `reason` says why: too_big, too_long, unreadable_video."""

    reason: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Tap:
    """A press on a button of ours."""

    action: str
    step: str
    """The step that the button was shown at; another one than the present makes the button stale."""


@dataclass(frozen=True, slots=True, repr=False)
class Edited:
    """The person edited an earlier message; `text` is what it says now."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class Unusable:
    """Something that no question can use: sticker, voice, location, poll ..."""

    kind: str


Reply = Typed | Command | Contact | Photo | BadPhoto | Video | BadVideo | Tap | Edited | Unusable
