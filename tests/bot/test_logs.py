"""What libraries may say in our log."""

import json
import logging
import subprocess
import sys

import pytest

from bot import logs
from tests.conversations.living import ROOT


def test_a_text_that_a_library_filled_in_itself_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """O06: asyncio puts a lost exception, with its words, into the text; the log tells the place only."""
    said = "Task exception was never retrieved: ValueError('Marta lives in Leeds')"
    logs.Libraries().emit(logging.makeLogRecord({"name": "asyncio", "levelname": "ERROR", "msg": said, "lineno": 7}))
    line = json.loads(capsys.readouterr().err)
    assert line["name"].startswith("asyncio ")
    assert "Marta" not in json.dumps(line)


def test_a_warning_that_quotes_an_update_is_left_out() -> None:
    """O06: Telegram's library warns of a new kind of update with all of it."""
    warns = "import warnings; from bot import logs; logs.set_up(); warnings.warn('Update: Marta lives in Leeds')"
    ran = subprocess.run([sys.executable, "-c", warns], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(ran.stderr)["name"].startswith("py.warnings ")
    assert "Marta" not in ran.stderr
