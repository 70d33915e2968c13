"""python -m vision.check: one JSON line in for each picture, one JSON line out.

In: {"file": path, "role": "document" | "selfie", "now": date, "other": path of the picture of the step before | null}
Out: {"verdict": "accept" | "retake", "level": "hard" | "soft" | null, "reasons": [code...], "facts": {...}}
"""

import asyncio
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from vision.eye import Eye, Unseen
from vision.look import Facts, Look, NotAPicture, Problem, is_same_photo

Line = Mapping[str, Any]


async def main() -> None:
    eye = Eye()
    try:
        for line in sys.stdin:
            print(json.dumps(await judged(eye, json.loads(line))), flush=True)
    finally:
        await eye.close()


async def judged(eye: Eye, asked: Line) -> Line:
    """The answer to one line."""
    try:
        look = await eye.look(content(asked["file"]), role=asked["role"], today=date.fromisoformat(asked["now"]))
    except NotAPicture as refusal:
        return verdict((Problem(refusal.code, "hard"),), Facts(), ())
    except Unseen:
        return verdict((), Facts(), ("unseen",))
    problems = look.problems
    if asked.get("other") and await repeats(eye, look, asked["other"]):
        problems = (Problem("same_photo", "hard"), *problems)
    return verdict(problems, look.facts, look.flags)


async def repeats(eye: Eye, look: Look, other: str) -> bool:
    try:
        earlier = await eye.look(content(other), role="document")
    except (NotAPicture, Unseen):
        return False
    return is_same_photo(look.fingerprint, earlier.fingerprint)


def content(path: str) -> bytes:
    return Path(path).read_bytes()


def verdict(problems: tuple[Problem, ...], facts: Facts, flags: tuple[str, ...]) -> Line:
    levels = {problem.level for problem in problems}
    return {
        "verdict": "retake" if problems else "accept",
        "level": "hard" if "hard" in levels else "soft" if levels else None,
        "reasons": [problem.code for problem in problems],
        "facts": {**asdict(facts), "flags": list(flags)},
    }


if __name__ == "__main__":
    asyncio.run(main())
