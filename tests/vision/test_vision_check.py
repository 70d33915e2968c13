import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import ImageFilter
from specimens import document, file

HOUSE = Path(__file__).resolve().parents[2]


@pytest.fixture
def check(tmp_path):
    """Runs the command on (bytes, role, bytes of the picture before) and gives its answers."""

    def run(*pictures):
        lines = []
        for number, (data, role, before) in enumerate(pictures):
            (tmp_path / f"{number}.jpg").write_bytes(data)
            (tmp_path / f"{number}.before.jpg").write_bytes(before or b"")
            other = str(tmp_path / f"{number}.before.jpg") if before else None
            asked = {"file": str(tmp_path / f"{number}.jpg"), "role": role, "name": "Ada Specimen", "now": "2026-11-20"}
            lines.append(json.dumps({**asked, "other": other}))
        done = subprocess.run(
            [sys.executable, "-m", "vision.check"],
            input="\n".join(lines) + "\n", capture_output=True, text=True, cwd=HOUSE, check=True, timeout=60,
        )  # fmt: skip
        assert done.stderr == ""
        return [json.loads(line) for line in done.stdout.splitlines()]

    return run


def test_each_picture_gets_one_line_in_order(check):
    """C36, C38"""
    one, other = file(document(1)), file(document(2))
    soft = file(document().filter(ImageFilter.GaussianBlur(2.8)))
    again = file(document(1).resize((1000, 750)), quality=70)
    answers = check(
        (one, "document", None),
        (other, "selfie", one),
        (again, "selfie", one),
        (soft, "document", None),
        (b"", "document", None),
    )
    assert [(answer["verdict"], answer["level"], answer["reasons"]) for answer in answers] == [
        ("accept", None, []),
        ("accept", None, []),
        ("retake", "hard", ["same_photo"]),
        ("retake", "soft", ["too_blurry"]),
        ("retake", "hard", ["not_image"]),
    ]
    for answer in answers:
        assert answer["facts"].keys() == {
            "phrase", "name", "date", "mrz", "expiry", "issue", "faces", "portrait", "flags",
        }  # fmt: skip
