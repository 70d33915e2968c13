"""Random bytes against every reader and the secret guard: python bench/fuzz_reading.py [-atheris_runs=100000] [CORPUS]

Needs `atheris`, which nothing else does. A reader may accept, refuse or be unsure; any other exception stops the run
and prints the input. Options are libFuzzer's.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

with atheris.instrument_imports(include=["states"]):
    from states.check import READERS, check, reader_of

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LOCALES = (None, "en", "en-GB", "en-US", "de", "ru", "tr")


def one_message(data: bytes) -> None:
    source = atheris.FuzzedDataProvider(data)
    field = source.PickValueInList(list(READERS))
    locale = source.PickValueInList(list(LOCALES))
    text = source.ConsumeUnicodeNoSurrogates(4096)
    check(reader_of(field), text, now=NOW, locale=locale)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_message)
    atheris.Fuzz()
