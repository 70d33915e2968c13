"""Messy messages in many languages, each with the verdict it must get: `corpus/FIELD.jsonl`."""

import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from states.check import READERS, check, reader_of, shown

CORPUS = Path(__file__).parent / "corpus"


def lines():
    for path in sorted(CORPUS.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            yield pytest.param(path.stem, json.loads(line), id=f"{path.stem}-{number}")


def parts(value):
    """The parts that count when two values are compared: alternatives stand with a bar between."""
    return {key: part for key, part in (value or {}).items() if part is not None}


@pytest.mark.parametrize(("field", "line"), list(lines()))
def test_a_message_of_the_corpus_gets_its_verdict(field, line):
    """C18 C20 C23 C25 C26 C27 C29 S18 S19 S20 S21 S22 S23: what people write is read as it is meant."""
    now = datetime.fromisoformat(line["now"])

    verdict, value, reason = check(reader_of(field), line["text"], now=now, locale=line["locale"])

    allowed = {line["verdict"], *line.get("also_ok", ())}
    assert verdict in allowed, reason
    if verdict != "accept":
        assert line["reason"] is None or reason in line["reason"].split("|")
    elif line["value"] is not None:
        assert_same(line["value"], shown(field, value))


def assert_same(expected, found):
    """Every part that is expected is found; a bar parts alternatives; parts that nobody expects are free."""
    if isinstance(expected, dict):
        for key, part in parts(expected).items():
            if key == "amount":
                assert Decimal(found[key]) == Decimal(part)
            else:
                assert_same(part, found[key])
    elif isinstance(expected, list):
        assert len(found) == len(expected)
        for one, other in zip(expected, found, strict=True):
            assert_same(one, other)
    elif isinstance(expected, str):
        assert found in expected.split("|")
    else:
        assert found == expected


def test_every_field_has_a_corpus_in_at_least_six_languages():
    """Each reader is tried on messy lines of its own."""
    for field in [*READERS, "secrets"]:
        rows = [json.loads(line) for line in (CORPUS / f"{field}.jsonl").read_text(encoding="utf-8").splitlines()]
        assert len(rows) >= 100, field
        assert len({row["lang"] for row in rows}) >= 6, field
