"""The parameters of a request, whichever of the four ways they came."""

import json
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from simulator.errors import ApiError, bad_request

MOST_UPLOADED = 50 * 1024 * 1024
ATTACHED = "attach://"


@dataclass(frozen=True)
class Upload:
    name: str
    content: bytes


class Params:
    """Values by name, read as the types that the Bot API wants; nested objects are JSON text or JSON."""

    def __init__(self, values: dict[str, Any], files: dict[str, Upload] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        return default if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        try:
            return int(self.values.get(name, default))
        except (TypeError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in {"true", "1", "yes"}

    def fields(self, name: str) -> dict[str, Any]:
        """A nested object; empty where there is none.

        Raises:
            ApiError: it is not one.
        """
        value = self._parsed(name)
        if value is not None and not isinstance(value, dict):
            raise bad_request(f"expected an Object in {name}")
        return value or {}

    def objects(self, name: str) -> list[dict[str, Any]]:
        """A list of nested objects; empty where there is none.

        Raises:
            ApiError: it is not one.
        """
        items = self._list(name)
        if not all(isinstance(item, dict) for item in items):
            raise bad_request(f"expected an Array of Objects in {name}")
        return items

    def integers(self, name: str) -> list[int]:
        """A list of numbers.

        Raises:
            ApiError: it is not one.
        """
        items = self._list(name)
        if not all(isinstance(item, int) for item in items):
            raise bad_request(f"expected an Array of Integers in {name}")
        return items

    def texts(self, name: str) -> list[str] | None:
        """A list of words; None where there is none, which differs from an empty one."""
        return [str(item) for item in self._list(name)] if self.values.get(name) is not None else None

    def _list(self, name: str) -> list[Any]:
        value = self._parsed(name)
        if value is not None and not isinstance(value, list):
            raise bad_request(f"expected an Array in {name}")
        return value or []

    def _parsed(self, name: str) -> Any:
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError as error:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from error

    def upload(self, name: str, reference: str | None = None) -> Upload | None:
        """The file in the part of this name, or in the part that `attach://` points to."""
        reference = self.text(name) if reference is None else reference
        if reference.startswith(ATTACHED):
            return self.files.get(reference.removeprefix(ATTACHED))
        return self.files.get(name)

    def logged(self) -> dict[str, Any]:
        sizes = {name: {"file": file.name, "size": len(file.content)} for name, file in self.files.items()}
        return self.values | sizes


async def read_params(request: web.Request) -> Params:
    """Query, form, JSON body or multipart; later ones win.

    Raises:
        ApiError: the body is not what it says it is, or too large.
    """
    values: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        return Params(values | await _json_object(request))
    try:
        form = await request.post()
    except web.HTTPRequestEntityTooLarge as error:
        raise ApiError(413, "Request Entity Too Large") from error
    files = {}
    for name, value in form.items():
        if isinstance(value, web.FileField):
            files[name] = Upload(value.filename, value.file.read())
        else:
            values[name] = value if isinstance(value, str) else value.decode()
    if any(len(file.content) > MOST_UPLOADED for file in files.values()):
        raise ApiError(413, "Request Entity Too Large")
    return Params(values, files)


async def _json_object(request: web.Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError as error:
        raise bad_request("can't parse request body as JSON object") from error
    if not isinstance(body, dict):
        raise bad_request("can't parse request body as JSON object")
    return body
