"""How a simulator is run, and who lives in it at the start."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DEFAULT_WORLD: dict[str, Any] = {
    "users": [
        {"id": 1001, "first_name": "Ann", "username": "ann_customer", "phone_number": "447400123456"},
        {"id": 1002, "first_name": "Ben", "phone_number": "+12015550123"},
        {"id": 1003, "first_name": "Rita", "username": "rita_reviews", "phone_number": "+442079460203"},
        {"id": 1004, "first_name": "Rob", "username": "rob_reviews", "phone_number": "+442079460204"},
        {"id": 1005, "first_name": "Lea", "username": "lea_leads", "phone_number": "+442079460205"},
        {"id": 1006, "first_name": "Sam", "phone_number": "+12025550198"},
    ],
    "chats": [
        {
            "id": -1001000000001,
            "type": "channel",
            "title": "Staff",
            "members": [1003, 1004],
            "administrators": [1005],
        },
    ],
    "bots": [],
}


@dataclass(frozen=True)
class Settings:
    callback_seconds: float = 15
    """How long the answer to a button press is awaited."""
    real_limits: bool = False
    """Telegram's rate limits and the slowing down of hasty polls."""
    strict: bool = False
    """Collect what real Telegram would silently ignore."""
    data: Path | None = None
    """Folder for files; memory where none is given."""
    world: dict[str, Any] = field(default_factory=lambda: DEFAULT_WORLD)


def read_world(path: Path) -> dict[str, Any]:
    """A world of `users`, `chats` and `bots`; what the file leaves out is empty."""
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return {"users": [], "chats": [], "bots": []} | read
