"""The secret guard: it looks at every message before anything else does, so that no secret is ever kept."""

from collections.abc import Callable, Container
from dataclasses import dataclass

from states.reading import secret_codes, secret_passwords, secret_shapes
from states.reading.normalise import fold
from states.reading.spelled_digits import tells_digits

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SecretHit:
    """Where a secret stands in a message, and of what kind; never the secret itself."""

    kind: str
    """A reason code: `secret_card_number`, `secret_cvv`, `secret_seed_phrase`, `secret_private_key`,
    `secret_password`, `secret_otp_code`, `secret_otpauth`, `secret_2fa_key`, `secret_pin` or `secret_api_key`."""
    start: int
    end: int


_FINDERS: tuple[tuple[str, Callable[[str, str], Span | None]], ...] = (
    ("secret_otpauth", secret_shapes.find_otpauth),
    ("secret_private_key", secret_shapes.find_private_key),
    ("secret_seed_phrase", secret_shapes.find_seed_phrase),
    ("secret_card_number", secret_shapes.find_card_number),
    ("secret_api_key", secret_shapes.find_api_key),
    ("secret_2fa_key", secret_shapes.find_authenticator_key),
    ("secret_cvv", secret_codes.find_cvv),
    ("secret_pin", secret_codes.find_pin),
    ("secret_password", secret_passwords.find_password),
    ("secret_otp_code", secret_codes.find_one_time_code),
)
"""The most telling shapes first: a seed phrase that mentions a password is a seed phrase."""
_IN_DIGITS = frozenset({"secret_card_number", "secret_2fa_key", "secret_cvv", "secret_pin", "secret_otp_code"})
"""Kinds that no message without a digit holds."""


def find_secret(text: str, *, expecting: Container[str] = ()) -> SecretHit | None:
    """The first secret in a normalised message, or None.

    `expecting` are the kinds that are welcome at this step: the code that we sent ourselves, where we ask for it.
    """
    folded = fold(text)
    has_digits = tells_digits(folded)
    for kind, find in _FINDERS:
        if kind not in expecting and (has_digits or kind not in _IN_DIGITS) and (span := find(text, folded)):
            return SecretHit(kind, *span)
    return None
