"""What goes between the bot and the worker: a frame is two lengths, a line of JSON, and bytes."""

import asyncio
import json
import struct
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any, BinaryIO

from vision.look import Facts, Look, NotAPicture, Problem
from vision.thresholds import Role

LENGTHS = struct.Struct(">II")
LARGEST = 64 * 1024 * 1024
"""Bytes. Telegram hands out no file above 20 MB; a longer answer is no answer of ours."""

Header = Mapping[str, Any]
Frame = tuple[Header, bytes]


def packed(header: Header, body: bytes) -> bytes:
    line = json.dumps(header).encode()
    return LENGTHS.pack(len(line), len(body)) + line + body


def unpacked(line: bytes, body: bytes) -> Frame:
    return json.loads(line), body


def read_from(pipe: BinaryIO) -> Frame | None:
    """The next frame, or None at the end. Waits for it."""
    lengths = pipe.read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    line, body = LENGTHS.unpack(lengths)
    return unpacked(pipe.read(line), pipe.read(body))


async def receive_from(pipe: asyncio.StreamReader) -> Frame:
    """The next frame. Raises IncompleteReadError at the end, ValueError where the other side talks nonsense."""
    line, body = LENGTHS.unpack(await pipe.readexactly(LENGTHS.size))
    if line + body > LARGEST:
        raise ValueError("a frame longer than any answer")
    return unpacked(await pipe.readexactly(line), await pipe.readexactly(body))


def asked(role: Role, today: date | None, picture: bytes) -> Frame:
    return {"role": role, "today": today.isoformat() if today else None}, picture


def question_in(header: Header, picture: bytes) -> tuple[bytes, Role, date | None]:
    """What `asked` was given."""
    return picture, header["role"], date.fromisoformat(header["today"]) if header["today"] else None


def seen(look: Look) -> Frame:
    return {**asdict(replace(look, view=b"")), "view": None}, look.view


def refused(refusal: NotAPicture) -> Frame:
    return {"not_a_picture": refusal.code}, b""


def answer_in(header: Header, view: bytes) -> Look | NotAPicture:
    """What `seen` or `refused` was given. Raises ValueError, TypeError or KeyError where it was neither."""
    if "not_a_picture" in header:
        return NotAPicture(header["not_a_picture"])
    return Look(
        **{
            **header,
            "problems": tuple(Problem(**problem) for problem in header["problems"]),
            "flags": tuple(header["flags"]),
            "facts": Facts(**header["facts"]),
            "view": view,
        }
    )
