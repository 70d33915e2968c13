"""What a look at a picture gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from vision.thresholds import THRESHOLDS

Level = Literal["hard", "soft"]
"""Hard: ask for another picture. Soft: ask once, then it may be sent anyway."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A reason to ask for another picture: not_image, unsupported_format, too_many_pixels, too_small, too_dark,
    overexposed, too_blurry...
    """

    code: str
    level: Level


@dataclass(frozen=True, slots=True)
class Facts:
    """What was read in a picture, as JSON holds it; dates are ISO. As it stands by default, nobody has read it."""

    phrase: str = "unchecked"
    """The phrase on the sheet: found, unsure, missing or unchecked."""
    name: str = "unchecked"
    """The name on the sheet: match, differs or unchecked."""
    date: str = "unchecked"
    """The date on the sheet: match, near, differs, unread or unchecked."""
    mrz: Mapping[str, Any] | None = None
    """The machine-readable zone: its lines, and whether all check digits are right."""
    expiry: str | None = None
    issue: str | None = None
    faces: int | None = None
    portrait: bool | None = None

    def __repr__(self) -> str:
        return "Facts()"


@dataclass(frozen=True, slots=True)
class Look:
    """A picture as seen once: what it is, what is wrong with it, and a copy that is safe to show."""

    format: str
    """JPEG, PNG, WEBP or HEIF."""
    width: int
    """Pixels of the original, upright."""
    height: int
    size: int
    """Bytes."""
    digest: str
    """SHA-256 of the bytes, hex."""
    fingerprint: str
    """256-bit perceptual hash, 64 hex digits; compare with `near`."""
    problems: tuple[Problem, ...]
    """The most telling one first."""
    flags: tuple[str, ...]
    """For reviewers only: exif_edited, exif_old, exif_future, screenshot_shaped..."""
    view: bytes
    """The reviewer's copy: a fresh JPEG, upright, without EXIF, place or profile."""
    facts: Facts = field(default_factory=Facts)

    def __repr__(self) -> str:
        return "Look()"


class NotAPicture(Exception):  # noqa: N818  it names an outcome
    """Nothing can be seen; `code` says why: not_image, unsupported_format or too_many_pixels."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def near(fingerprint_a: str, fingerprint_b: str) -> int:
    """In how many of 256 bits two fingerprints differ: 0 is the same picture, about 128 are two different ones."""
    return (int(fingerprint_a, 16) ^ int(fingerprint_b, 16)).bit_count()


def is_same_photo(fingerprint_a: str, fingerprint_b: str) -> bool:
    """One photo for two steps: the same file, or the same shot saved, resized or hardly cropped again."""
    return near(fingerprint_a, fingerprint_b) <= THRESHOLDS.same_photo


def was_seen_before(fingerprint_a: str, fingerprint_b: str) -> bool:
    """The same across cases, where a false alarm weighs more: stricter, and for reviewers only."""
    return near(fingerprint_a, fingerprint_b) <= THRESHOLDS.seen_before
