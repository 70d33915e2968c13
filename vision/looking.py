"""One look at one picture. To be done in a process that may die of it: see `vision.eye`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from vision.checks import Asked, Check
from vision.checks.blur import blur
from vision.checks.light import light
from vision.checks.origin import edited, fresh, screenshot
from vision.checks.size import size
from vision.fingerprint import fingerprint
from vision.look import Facts, Look
from vision.picture import open_picture
from vision.thresholds import THRESHOLDS, Role

CHECKS: tuple[Check, ...] = (size, light, blur, edited, fresh, screenshot)
"""In the order in which their problems are told: a thumbnail is also blurred, and darkness hides the blur."""


def look_at(data: bytes, role: Role, today: date | None, checks: Sequence[Check] = CHECKS) -> Look:
    """What can be seen in a file. Raises NotAPicture."""
    picture = open_picture(data, THRESHOLDS)
    asked = Asked(role, today, THRESHOLDS)
    findings = [check(picture, asked) for check in checks]
    read = {name: fact for finding in findings for name, fact in finding.facts.items()}
    return Look(
        format=picture.format,
        width=picture.width,
        height=picture.height,
        size=len(data),
        digest=sha256(data).hexdigest(),
        fingerprint=fingerprint(picture.pixels),
        problems=tuple(problem for finding in findings for problem in finding.problems),
        flags=tuple(flag for finding in findings for flag in finding.flags),
        view=picture.view(THRESHOLDS.view_quality),
        facts=replace(Facts(), **read),
    )
