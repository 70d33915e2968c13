"""JSON as it is stored: written and read by the fast library, and by the patient one where that gives up."""

import json
from typing import Any

from pydantic_core import PydanticSerializationError, from_json, to_json


def encoded(value: Any) -> bytes:
    """A text may hold half of a pair of surrogates, which is no Unicode but comes back as it was."""
    try:
        return to_json(value)
    except PydanticSerializationError:
        return json.dumps(value).encode()


def decoded(text: bytes) -> Any:
    try:
        return from_json(text)
    except ValueError:
        return json.loads(text)
