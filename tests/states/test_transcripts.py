"""Saved conversations, replayed against the real machine (O02).

A transcript is plain text. `> words` is what the person types, `> [Label]` a press on a button, `> (photo)` and the
like something else that they do; `< words` is a part of what they hear then; `= name` is the step or the stage at which
the request is. Lines that begin with # and empty lines say nothing. A new file in `transcripts/` is a new test.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from states.desk import CHECKS
from tests.states.stories import RITA, Someone

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


class Line(NamedTuple):
    number: int
    kind: str
    """>, < or =."""
    words: str


def lines_of(path: Path) -> Iterator[Line]:
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            kind, _, words = line.partition(" ")
            assert kind in ("<", ">", "="), f"{path.name}:{number}: begins with none of > < ="
            yield Line(number, kind, words.strip().replace("\\n", "\n"))


def reviews(person: Someone, event: str, **details: str) -> None:
    person.dialogue.decisions.decide(person.case, event, RITA, person.now, **details)


def approves(person: Someone) -> None:
    person.case.desk.checks = set(CHECKS)
    person.dialogue.decisions.decide(person.case, "approve", RITA, person.now, risk=False)


DEEDS: Mapping[str, Callable[..., object]] = {
    r"photo": lambda person: person.sends_photo(),
    r"photo (\d+)": lambda person, seed: person.sends_photo(seed=int(seed)),
    r"photo (\w+) hard": lambda person, fault: person.sends_photo(hard=(fault,)),
    r"photo (\w+) soft": lambda person, fault: person.sends_photo(soft=(fault,)),
    r"photo of album (\w+)": lambda person, album: person.sends_photo(album=album),
    r"file (\w+)": lambda person, reason: person.sends_bad_file(reason),
    r"own number (\d+)": lambda person, number: person.shares_number(number),
    r"contact (\d+)": lambda person, number: person.shares_number(number, own=False),
    r"edits (.+)": lambda person, words: person.edits(words),
    r"waits (\d+) (\w+)": lambda person, number, unit: person.waits(**{unit: int(number)}),
    r"(sticker|voice|location|poll)": lambda person, kind: person.sends(kind),
    r"reviewer (claim|release)": reviews,
    r"reviewer approve": approves,
    r"reviewer asks for (\w+) (\w+)": lambda person, item, reason: person.is_asked_for(**{item: reason}),
    r"reviewer refuse (\w+)": lambda person, reason: reviews(person, "refuse", reason=reason),
}
"""What stands in brackets, beside words and presses."""


def does(person: Someone, words: str) -> None:
    """One thing that a person, time or a reviewer does."""
    if label := re.fullmatch(r"\[(.+)\]", words):
        person.taps(label[1])
    elif deed := re.fullmatch(r"\((.+)\)", words):
        found = [(said, do) for pattern, do in DEEDS.items() if (said := re.fullmatch(pattern, deed[1]))]
        assert found, f"nobody knows how to do {words}"
        said, do = found[0]
        do(person, *said.groups())
    else:
        person.says(words)


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_saved_conversation_still_goes_as_it_was_saved(path):
    """O02"""
    person = Someone()
    person.case.ref = "R-2041"
    for number, kind, words in lines_of(path):
        where = f"{path.name}:{number}"
        if kind == ">":
            does(person, words)
        elif kind == "<":
            assert words in person.hears(), f"{where}: heard instead:\n{person.hears()}"
        else:
            assert words in (person.case.step, person.case.stage), f"{where}: {person.case}"


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_transcript_hears_something_and_says_how_it_ends(path):
    """O02: a transcript that checks nothing would always pass."""
    kinds = [line.kind for line in lines_of(path)]
    assert kinds.count("<") >= 5
    assert kinds[-1] == "="
