"""What reading one answer costs: python bench/reading.py

CPU time over the lines of the test corpus, each read the way the dialogue reads it, as a Markdown table. The first pass
over a corpus only loads the tables and is not counted.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from states.check import READERS, check, reader_of  # noqa: E402  found only once the path is set
from states.reading.normalise import normalise  # noqa: E402
from states.reading.secrets import find_secret  # noqa: E402

CORPUS = ROOT / "tests" / "states" / "corpus"
PASSES = 3


def lines(*fields: str) -> list[dict]:
    """The lines of the fields' corpora; of a field without one, none."""
    paths = [path for field in fields if (path := CORPUS / f"{field}.jsonl").exists()]
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def costs(read: Callable[[dict], object], rows: Iterable[dict]) -> list[float]:
    """Milliseconds of CPU for each line."""
    found = []
    for row in rows:
        start = time.process_time_ns()
        read(row)
        found.append((time.process_time_ns() - start) / 1e6)
    return found


def reading(field: str) -> Callable[[dict], object]:
    read = reader_of(field)
    return lambda row: check(read, row["text"], now=datetime.fromisoformat(row["now"]), locale=row["locale"])


def guarding(row: dict) -> object:
    return find_secret(normalise(row["text"]))


def report(name: str, read: Callable[[dict], object], rows: list[dict]) -> None:
    costs(read, rows)
    times = sorted(cost for _ in range(PASSES) for cost in costs(read, rows))
    if times:
        percentile = times[min(len(times) - 1, int(len(times) * 0.99))]
        print(f"| {name} | {len(rows)} | {statistics.median(times):.3f} | {percentile:.3f} | {times[-1]:.3f} |")


def main() -> None:
    print("| field | lines | median ms | p99 ms | worst ms |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for field in READERS:
        report(field, reading(field), lines(field))
    report("the secret guard, every field", guarding, lines(*READERS, "secrets"))


if __name__ == "__main__":
    main()
