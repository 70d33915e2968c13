"""What the log lets through."""

import json
import logging
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import logs
from tests.house.checkout import ROOT

PERSONAL = ("marta.k@example.com", "+44 7400 123456", "447400123456", "4111 1111 1111 1111", "110201543:" + "A" * 35)


def test_a_key_that_nobody_allowed_is_dropped() -> None:
    """O06: an answer that is logged by mistake does not reach the log."""
    kept = logs.only_allowed(None, "info", {"event": "saved", "answer": "Marta", "text": "Leeds", "case": "R-2041"})
    assert kept == {"event": "saved", "case": "R-2041"}


@given(st.dictionaries(st.text(min_size=1), st.text() | st.integers()))
def test_whatever_is_logged_only_allowed_keys_come_out(event: dict[str, object]) -> None:
    """O06"""
    assert set(logs.only_allowed(None, "info", dict(event))) == set(event) & logs.ALLOWED


@pytest.mark.parametrize("value", PERSONAL)
def test_what_looks_like_an_address_a_number_or_a_token_is_blotted_out(value: str) -> None:
    """O06: also where it stands under a key that is allowed."""
    kept = logs.only_allowed(None, "info", {"event": f"call to {value} failed", "name": value})
    assert value not in json.dumps(kept, ensure_ascii=False)
    assert kept["event"] == "call to [...] failed"


def test_a_reference_a_code_and_a_time_stay_readable() -> None:
    """Blotting everything would be a log that says nothing."""
    line = {"event": "call put off", "method": "sendMessage", "code": "flood", "at": "2026-11-21T12:00:00.000+00:00"}
    assert logs.only_allowed(None, "info", dict(line)) == line


def test_what_a_library_logs_comes_without_the_values_filled_in(capsys: pytest.CaptureFixture[str]) -> None:
    """O06: a library's values may be a message or an address with the token in it."""
    record = logging.makeLogRecord(
        {"name": "aiogram", "levelname": "ERROR", "msg": "cannot parse %s", "args": ("Marta, Leeds",)}
    )
    logs.Libraries().emit(record)
    written = capsys.readouterr().err
    assert json.loads(written)["event"] == "cannot parse %s"
    assert "Marta" not in written


def test_a_crash_tells_its_places_and_kinds_and_none_of_its_words() -> None:
    """O06: through the log as it is set up, in a process of its own."""
    crash = (
        "from bot import logs; logs.set_up()\n"
        "try: raise ExceptionGroup('Marta', [ValueError('Marta lives in Leeds')])\n"
        "except* ValueError as group: logs.crashed(group)\n"
        "logs.log.info('running', name='regain_bot', answer='Marta')\n"
    )
    ran = subprocess.run([sys.executable, "-c", crash], cwd=ROOT, capture_output=True, text=True, check=True)
    crashed, running = (json.loads(line) for line in ran.stderr.splitlines())
    assert (crashed["event"], crashed["code"], crashed["level"]) == ("crashed", "ValueError", "critical")
    assert (running["event"], running["name"]) == ("running", "regain_bot")
    assert "Marta" not in ran.stderr + ran.stdout
