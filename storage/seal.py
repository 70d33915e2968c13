"""Sealing: AES-256-GCM on the way to the disk, opened on the way back; keyed digests for look-ups and the audit chain.

An envelope is one byte of format, twelve of nonce, then ciphertext and tag. It is bound to its place (table, column,
row), so that it does not open anywhere else. Each place has a key of its own, derived from the box's key: random
nonces stay safe however many rows there are.
"""

import base64
import binascii
import hmac
import secrets
import unicodedata
from hashlib import sha256
from hmac import trans_5C, trans_36
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from storage.errors import Damaged, WrongKey

KEY_BYTES = 32
NONCE_BYTES = 12
FORMAT = b"\x01"


class Box:
    """Seals and opens with one key."""

    def __init__(self, key: bytes) -> None:
        """The key of a place is an HMAC under this key: two hashes, each of which begins with a block of the key."""
        block = key.ljust(sha256().block_size, b"\0")
        self._inner, self._outer = sha256(block.translate(trans_36)), sha256(block.translate(trans_5C))

    def seal(self, plain: bytes, place: str) -> bytes:
        nonce = secrets.token_bytes(NONCE_BYTES)
        bound = FORMAT + place.encode()
        return FORMAT + nonce + self._cipher(bound).encrypt(nonce, plain, bound)

    def open(self, sealed: bytes, place: str) -> bytes:
        """What was sealed at this place. Raises Damaged when it was not sealed here with this key."""
        nonce, text = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        bound = sealed[:1] + place.encode()
        try:
            return self._cipher(bound).decrypt(nonce, text, bound)
        except (InvalidTag, ValueError):
            raise Damaged("a sealed value does not open") from None

    def _cipher(self, bound: bytes) -> AESGCM:
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(bound)
        outer.update(inner.digest())
        return AESGCM(outer.digest())


class Keys:
    """The keys of the configuration, newest first: they wrap the data keys and seal nothing else."""

    def __init__(self, keys: list[bytes]) -> None:
        self._boxes = {_fingerprint(key): Box(key) for key in keys}
        self.newest = _fingerprint(keys[0])

    @classmethod
    def parse(cls, text: str) -> Self:
        """The keys in DATA_KEYS: comma-separated, newest first, each 32 random bytes as base64, urlsafe or not.

        Raises ValueError, without any key in it, when one of them is something else.
        """
        parts = [part.strip() for part in text.split(",")]
        return cls([_decoded(part, nth) for nth, part in enumerate(parts, start=1)])

    @staticmethod
    def new() -> str:
        """A fresh key, as it stands in DATA_KEYS."""
        return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()

    def wrap(self, key: bytes, place: str) -> bytes:
        """A data key sealed with the newest key."""
        return self._boxes[self.newest].seal(key, place)

    def unwrap(self, kek: str, wrapped: bytes, place: str) -> bytes:
        """A data key again. Raises WrongKey when the key that wrapped it is not here."""
        if kek not in self._boxes:
            raise WrongKey("DATA_KEYS does not hold the key that this was sealed with")
        return self._boxes[kek].open(wrapped, place)

    def __repr__(self) -> str:
        return f"Keys({len(self._boxes)})"


def _decoded(part: str, nth: int) -> bytes:
    try:
        key = base64.b64decode(part.translate(str.maketrans("-_", "+/")).rstrip("=") + "=", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise ValueError(f"DATA_KEYS: key {nth} is not {KEY_BYTES} bytes in base64")
    return key


def _fingerprint(key: bytes) -> str:
    return sha256(b"regain key " + key).hexdigest()[:16]


class Installation:
    """What one installation seals and digests with, all of it derived from its root key."""

    def __init__(self, root: bytes) -> None:
        self.messages = Box(_derived(root, "messages"))
        """For updates and outgoing messages, which may belong to no case."""
        self._lookup = _derived(root, "lookup")
        self._audit = _derived(root, "audit")

    def digest(self, field: str, value: str) -> bytes:
        """The keyed hash that a value is looked up by. Case, width and outer blanks do not matter."""
        plain = unicodedata.normalize("NFKC", value).strip().casefold()
        return hmac.digest(self._lookup, f"{field}\0{plain}".encode(), "sha256")

    def link(self, previous: bytes, row: bytes) -> bytes:
        """The next mac of the audit chain."""
        return hmac.digest(self._audit, previous + row, "sha256")


def _derived(root: bytes, purpose: str) -> bytes:
    return HKDFExpand(SHA256(), KEY_BYTES, f"regain {purpose}".encode()).derive(root)
