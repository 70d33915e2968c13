"""The pinned dependencies."""

import re

import pytest

from tests.house.checkout import text

LOCKS = ("requirements.lock", "requirements-dev.lock")
PINNED = re.compile(r"[A-Za-z0-9._-]+(\[[\w,-]+\])?==\S+( ; .+)?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_one_version_with_a_hash(lock: str) -> None:
    requirements = text(lock).replace("\\\n", " ").splitlines()
    assert requirements
    for requirement in requirements:
        pin, *hashes = re.split(r"\s+(?=--hash)", requirement.strip())
        assert PINNED.fullmatch(pin), pin
        assert hashes, f"{pin} has no hash"
        assert all(HASH.fullmatch(each) for each in hashes), pin


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place_to_download_from(lock: str) -> None:
    """Everybody uses their own registry."""
    assert re.findall(r"^.*(?:://|--(?:extra-)?index-url|--find-links| @ ).*$", text(lock), re.MULTILINE) == []


def test_what_runs_is_what_was_tested() -> None:
    """Every pin of the runtime lock stands in the lock of the tests."""
    runs, tested = ({line for line in text(lock).splitlines() if "==" in line} for lock in LOCKS)
    assert runs <= tested
