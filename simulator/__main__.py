"""python -m simulator: a Telegram without a network."""

import argparse
import asyncio
from pathlib import Path

from simulator.server import serve
from simulator.settings import DEFAULT_WORLD, Settings, read_world


def main() -> None:
    parser = argparse.ArgumentParser(prog="simulator", description="A Telegram without a network.")
    parser.add_argument("--port", type=int, default=8080, help="0 chooses a free one")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on; the loopback by default")
    parser.add_argument("--data", type=Path, help="folder for files; memory without it")
    parser.add_argument("--world", type=Path, help="JSON file with the users, chats and bots to start with")
    parser.add_argument("--real-limits", action="store_true", help="Telegram's rate limits")
    parser.add_argument("--callback-seconds", type=float, default=15, help="how long an answer to a press is awaited")
    parser.add_argument("--strict", action="store_true", help="collect parameters that Telegram would ignore")
    asked = parser.parse_args()
    settings = Settings(
        callback_seconds=asked.callback_seconds,
        real_limits=asked.real_limits,
        strict=asked.strict,
        data=asked.data,
        world=read_world(asked.world) if asked.world else DEFAULT_WORLD,
    )
    asyncio.run(serve(settings, asked.host, asked.port))


if __name__ == "__main__":
    main()
