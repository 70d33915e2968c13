"""An account system that speaks HTTP, as docs/account-facts.openapi.yaml says."""

from http import HTTPStatus
from urllib.parse import quote

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout
from pydantic import BaseModel, ValidationError

from bot.facts.port import NotReached
from states.desk import OnFile

TIMEOUT = ClientTimeout(total=20)
MOST_BYTES = 64 * 1024
"""An answer is a few lines; whatever is longer is none."""


class Answer(BaseModel):
    values: dict[str, str]


class HttpAccountFacts:
    """`address` is where the paths of the description begin."""

    def __init__(self, session: ClientSession, address: str, token: str) -> None:
        self._session, self._address, self._token = session, address, token

    async def facts(self, username: str) -> OnFile | None:
        status, body = await self._ask("GET", username, "facts")
        if status == HTTPStatus.NOT_FOUND:
            return None
        if status != HTTPStatus.OK:
            raise NotReached
        try:
            return OnFile(values=Answer.model_validate_json(body).values)
        except ValidationError:
            raise NotReached from None

    async def tell_owner(self, username: str, text: str) -> bool:
        status, _ = await self._ask("POST", username, "notices", {"text": text})
        if status == HTTPStatus.NOT_FOUND:
            return False
        if status != HTTPStatus.ACCEPTED:
            raise NotReached
        return True

    async def _ask(
        self, method: str, username: str, what: str, body: dict[str, str] | None = None
    ) -> tuple[int, bytes]:
        """Status and body. The address holds the username, so no failure is passed on as it is."""
        address = f"{self._address}/accounts/{quote(username, safe='')}/{what}"
        headers = {"Authorization": f"Bearer {self._token}"}
        try:
            async with self._session.request(
                method, address, json=body, headers=headers, timeout=TIMEOUT, allow_redirects=False
            ) as response:
                return response.status, await _read(response)
        except (ClientError, TimeoutError):
            raise NotReached from None


async def _read(response: ClientResponse) -> bytes:
    body = bytearray()
    async for part in response.content.iter_any():
        body += part
        if len(body) > MOST_BYTES:
            raise NotReached
    return bytes(body)
