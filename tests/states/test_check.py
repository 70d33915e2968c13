import json
import subprocess
import sys
from pathlib import Path

import pytest

from states.check import READERS, answer, reader_of

ROOT = Path(__file__).parents[2]


def line(text, locale=None):
    return json.dumps({"text": text, "now": "2026-11-21T12:00:00Z", "locale": locale, "style": "ignored"})


def ask(field, text, locale=None):
    return json.loads(answer(field, reader_of(field), line(text, locale)))


def test_an_accepted_answer_shows_its_value():
    """C18"""
    assert ask("phone", "+44 (0)7912 654321") == {
        "verdict": "accept",
        "value": {"e164": "+447912654321", "line": "mobile"},
        "reason": None,
    }


def test_a_refused_answer_shows_the_reason_and_no_value():
    assert ask("phone", "07912 654321") == {"verdict": "refuse", "value": None, "reason": "missing_country_code"}


def test_a_doubtful_answer_is_to_be_clarified():
    assert ask("username", "ann@gmial.com") == {"verdict": "clarify", "value": None, "reason": "domain_typo"}


@pytest.mark.parametrize("field", [*READERS, "secrets"])
def test_a_secret_is_refused_in_every_field_before_anything_else(field):
    assert ask(field, "yes, 4012 8888 8888 1881")["reason"] == "secret_card_number"


def test_other_digits_and_invisible_marks_are_normalised_first():
    assert ask("phone", "\u202a+٤٤ ٧٩١٢ ٦٥٤٣٢١\u202c")["value"]["e164"] == "+447912654321"


def test_the_command_answers_line_by_line_in_order():
    """One JSON line out for each in, blank lines apart, letters of any alphabet as they are."""
    asked = "\n".join([line("yes"), "", line("нет"), line("maybe")])

    done = subprocess.run(
        [sys.executable, "-m", "states.check", "phone_access"],
        input=asked, capture_output=True, encoding="utf-8", cwd=ROOT, check=True,
    )  # fmt: skip

    verdicts = [json.loads(shown) for shown in done.stdout.splitlines()]
    assert [verdict["value"] for verdict in verdicts] == [{"access": True}, {"access": False}, None]
    assert done.stderr == ""


def test_an_unknown_field_stops_the_command():
    done = subprocess.run(
        [sys.executable, "-m", "states.check", "shoe_size"],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 2
    assert "shoe_size" in done.stderr
