"""An account system with invented accounts, spoken to as any other: for the demo.

`python -m bot.facts.demo --port 8091` serves it on the loopback; what it would send to owners it writes to its output.
"""

import argparse
import sys
from collections.abc import Callable, Mapping

from aiohttp import web

TOKEN = "demo"  # noqa: S105  it guards invented accounts
ACCOUNTS: Mapping[str, Mapping[str, str]] = {
    "marta.k@example.com": {
        "phone": "+447400123456",
        "full_name": "Marta Kowalska",
        "birth_date": "1985-03-22",
        "verified": "Yes, I did",
        "address": "24th Floor One Canada Square, Canary Wharf, London E14 5AB, United Kingdom",
        "banks": "Barclays Bank",
    },
}
"""Nobody's. By username; what is on file by question."""
Accounts = Mapping[str, Mapping[str, str]]


def app(accounts: Accounts, token: str, send: Callable[[str, str], None]) -> web.Application:
    """Speaks as docs/account-facts.openapi.yaml says; `send` gets username and text of each notice."""

    @web.middleware
    async def locked(request: web.Request, handler: Callable[..., object]) -> web.StreamResponse:
        if request.headers.get("Authorization") != f"Bearer {token}":
            raise web.HTTPUnauthorized
        if request.match_info["username"] not in accounts:
            raise web.HTTPNotFound
        return await handler(request)  # type: ignore[misc,no-any-return]

    async def facts(request: web.Request) -> web.Response:
        return web.json_response({"values": dict(accounts[request.match_info["username"]])})

    async def notice(request: web.Request) -> web.Response:
        send(request.match_info["username"], (await request.json())["text"])
        return web.Response(status=202)

    made = web.Application(middlewares=[locked])
    made.router.add_get("/accounts/{username}/facts", facts)
    made.router.add_post("/accounts/{username}/notices", notice)
    return made


def _write(username: str, text: str) -> None:
    sys.stdout.write(f"\nTo the owner of {username}: {text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--port", type=int, required=True)
    web.run_app(app(ACCOUNTS, TOKEN, _write), host="127.0.0.1", port=options.parse_args().port, print=None)
