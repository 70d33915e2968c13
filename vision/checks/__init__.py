"""What we hold against a picture. A check sees the picture and what it is for, and says what it found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from vision.look import Problem
from vision.picture import Picture
from vision.thresholds import Role, Thresholds


@dataclass(frozen=True, slots=True)
class Asked:
    """What a picture should show, and when: what it is held against."""

    role: Role
    today: date | None
    """Without it nothing can be said about the capture date."""
    thresholds: Thresholds


@dataclass(frozen=True, slots=True)
class Finding:
    problems: tuple[Problem, ...] = ()
    flags: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    """Fields of `Facts` that this check has read."""


Check = Callable[[Picture, Asked], Finding]

NOTHING = Finding()


def refuse(code: str) -> Finding:
    return Finding(problems=(Problem(code, "hard"),))
