"""The demo: the real bot beside a simulated Telegram and a simulated account system, no token, no network. Each is a
process of its own.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

from bot.facts.demo import TOKEN as TOKEN_OF_ACCOUNTS
from storage.seal import Keys

STAFF_CHAT = -1001000000001
TOKEN = "1000000001:demo-" + "x" * 30
"""Any token will do where Telegram is simulated."""
PATIENCE_SECONDS = 60
STOP_SECONDS = 15


def run(port: int, host: str, data: Path) -> int:
    """Runs until one of the two ends, Ctrl-C or SIGTERM; the exit status."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    data.mkdir(parents=True, exist_ok=True)
    address = f"http://{host}:{port}"
    simulator = subprocess.Popen([sys.executable, "-m", "simulator", "--host", host, "--port", str(port)])  # noqa: S603
    bot = accounts = None
    try:
        _wait_for(address, simulator)
        reviewers = people(address)
        accounts = subprocess.Popen([sys.executable, "-m", "bot.facts.demo", "--port", str(port + 1)])  # noqa: S603
        settings = environment(address, data, reviewers) | account_system(port + 1)
        bot = subprocess.Popen([sys.executable, "-m", "bot", "run"], env=settings)
        sys.stdout.write(f"\nOpen {address} in a browser. You are Ann: type /start. Ctrl-C ends the demo.\n\n")
        sys.stdout.flush()
        while bot.poll() is None and simulator.poll() is None:
            time.sleep(0.3)
        return bot.poll() or simulator.poll() or 0
    except KeyboardInterrupt:
        return 0
    finally:
        for process in (bot, accounts, simulator):
            if process:
                _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()


def environment(address: str, data: Path, reviewers: dict[str, str]) -> dict[str, str]:
    """The settings of the demo's bot."""
    return {
        **os.environ,
        "BOT_TOKEN": TOKEN,
        "BOT_API_BASE": address,
        "STAFF_CHAT_ID": str(STAFF_CHAT),
        "TRANSPORT": "polling",
        "DATA_DIR": str(data),
        "DATABASE_URL": f"sqlite+aiosqlite:///{data}/regain.db",
        "DATA_KEYS": _key(data / "demo.key"),
        **reviewers,
    }


def account_system(port: int) -> dict[str, str]:
    """The simulated account system, as settings."""
    return {"ACCOUNT_FACTS_URL": f"http://127.0.0.1:{port}", "ACCOUNT_FACTS_TOKEN": TOKEN_OF_ACCOUNTS}


def people(address: str) -> dict[str, str]:
    """The simulated reviewers and their lead, as settings."""
    with urlopen(f"{address}/sim/state") as answer:  # noqa: S310  our own simulator
        ids = {user["first_name"]: str(user["id"]) for user in json.load(answer)["users"]}
    return {"REVIEWER_IDS": f"{ids['Rita']},{ids['Rob']}", "LEAD_IDS": ids["Lea"]}


def _key(path: Path) -> str:
    """The demo's own key, made at its first start and kept, so that its data can be opened again."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(Keys.new(), encoding="utf-8")
    return path.read_text(encoding="utf-8")


def _wait_for(address: str, simulator: subprocess.Popen[bytes]) -> None:
    began = time.monotonic()
    while time.monotonic() - began < PATIENCE_SECONDS and simulator.poll() is None:
        try:
            urlopen(f"{address}/sim/state").close()  # noqa: S310  our own simulator
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the simulator did not start; is the port in use? PORT=8090 make demo takes another")
