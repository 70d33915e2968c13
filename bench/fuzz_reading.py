"""Random messages against every reader and the secret guard: python bench/fuzz_reading.py [-max_total_time=60] [FOLDER]

Needs `atheris`, which nothing else does. A reader may accept, refuse or be unsure; any other exception stops the run
and writes the input that caused it. Options are libFuzzer's; FOLDER, if given, is filled with the lines of the test
corpus to begin from, and keeps what the fuzzer finds.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["states"]):
    from states.check import READERS, check, reader_of

    FIELDS = [(field, reader_of(field)) for field in READERS]

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LOCALES = (None, "en", "en-GB", "en-US", "de", "ru", "tr")


def one_message(data: bytes) -> None:
    """The first byte chooses the field, the second the locale; the rest is the message."""
    field, locale, text = data[:1] or b"\0", data[1:2] or b"\0", data[2:].decode(errors="replace")
    _, read = FIELDS[field[0] % len(FIELDS)]
    check(read, text, now=NOW, locale=LOCALES[locale[0] % len(LOCALES)])


def fill(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for index, (field, _) in enumerate(FIELDS):
        rows = (ROOT / "tests" / "states" / "corpus" / f"{field}.jsonl").read_text(encoding="utf-8").splitlines()
        for number, row in enumerate(rows):
            message = bytes([index, 0]) + json.loads(row)["text"].encode()
            (folder / f"{field}-{number}").write_bytes(message)


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        if not argument.startswith("-"):
            fill(Path(argument))
    atheris.Setup(sys.argv, one_message)
    atheris.Fuzz()
