"""Calls to the Bot API: what the outbox stores as JSON is posted as JSON, over connections that are kept.

Of aiogram we use the types of what comes in. What goes out is stored as plain parameters and needs no class: building
one, and a second one of the answer, costs as much as the call itself.
"""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout, ConnectionTimeoutError, FormData

from bot.settings import Wrong
from storage.encoding import decoded

Params = Mapping[str, Any]
Parcels = Mapping[str, tuple[str, bytes]]
"""Files that go with a call: by parameter, name and content."""

CONNECT_SECONDS = 10.0
CALL_SECONDS = 60.0
"""How long the end of a call is waited for: a video is on its way, too."""


NO_BOT = (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND)
"""What Telegram answers to a token that it does not know: it has expired, or never was one."""


class Unauthorized(Wrong):
    """Telegram does not know this token."""

    def __init__(self) -> None:
        super().__init__("BOT_TOKEN: Telegram does not know this token")


class NotSent(Exception):  # noqa: N818  it names an outcome
    """The call surely did not reach Telegram. The text is a code."""


class Unclear(Exception):  # noqa: N818  it names an outcome
    """Nobody knows whether Telegram did it: cut off, too late, or an answer that is none. The text is a code."""


class Refused(Exception):  # noqa: N818  it names an outcome
    """Telegram did not do it, and says why."""

    def __init__(self, status: int, said: str, parameters: Mapping[str, Any]) -> None:
        super().__init__(status)
        self.status = status
        self.said = said.lower()
        self.retry_after: float = parameters.get("retry_after", 0)
        """Seconds that Telegram wants to be left alone."""
        self.moved_to: int | None = parameters.get("migrate_to_chat_id")
        """Where the chat is now."""


class Telegram:
    """A bot's line to the Bot API."""

    def __init__(self, session: ClientSession, base: str, token: str) -> None:
        self._session = session
        self._address = f"{base}/bot{token}"

    async def call(
        self, method: str, params: Params, parcels: Parcels | None = None, *, seconds: float = CALL_SECONDS
    ) -> Any:
        """Makes a call; its result.

        Raises NotSent, Unclear, Refused, Unauthorized: none of them holds the token or what was said.
        """
        body = {"data": _form(params, parcels)} if parcels else {"json": params}
        timeout = ClientTimeout(total=seconds, connect=CONNECT_SECONDS)
        try:
            async with self._session.post(f"{self._address}/{method}", timeout=timeout, **body) as response:
                return result_of(response.status, await response.read())
        except (ClientConnectorError, ConnectionTimeoutError) as error:
            raise NotSent(type(error).__name__) from None
        except (ClientError, TimeoutError) as error:
            raise Unclear(type(error).__name__) from None


def result_of(status: int, body: bytes) -> Any:
    """What an answer of the Bot API brings. Raises Refused, Unclear, Unauthorized."""
    try:
        answer = decoded(body)
    except ValueError:
        answer = None
    if not isinstance(answer, dict) or "ok" not in answer:
        raise Unclear(f"status_{status}")
    if answer["ok"]:
        return answer.get("result")
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise Unclear(f"status_{status}")
    if status in NO_BOT:
        raise Unauthorized
    raise Refused(status, str(answer.get("description", "")), answer.get("parameters") or {})


def _form(params: Params, parcels: Parcels) -> FormData:
    """Files travel beside the parameters; what is not a text is JSON there."""
    form = FormData()
    for name, value in params.items():
        if name not in parcels:
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    for name, (filename, content) in parcels.items():
        form.add_field(name, content, filename=filename)
    return form
