"""The pinned dependencies."""

import re
from importlib.metadata import distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

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


def test_a_lock_names_the_extras_that_others_ask_for() -> None:
    """Of a package that is asked for with an extra, some releases of pip first look at the newest version, which has
    no hash here, and stop. So a lock without the extra works until the next release of that package.
    """
    pins = [Requirement(line.rstrip(" \\")) for line in text(LOCKS[1]).splitlines() if "==" in line]
    locked = {canonicalize_name(pin.name): pin.extras for pin in pins}
    wanted = [
        (asker, needed)
        for asker in distributions()
        if canonicalize_name(asker.name) in locked
        for needed in map(Requirement, asker.requires or ())
        if needed.extras and (needed.marker is None or needed.marker.evaluate({"extra": ""}))
    ]
    assert wanted, "coverage is asked for with an extra, by pytest-cov"
    for asker, needed in wanted:
        assert needed.extras <= locked[canonicalize_name(needed.name)], f"{asker.name} asks for {needed}"


def test_what_runs_is_what_was_tested() -> None:
    """Every pin of the runtime lock stands in the lock of the tests."""
    runs, tested = ({line for line in text(lock).splitlines() if "==" in line} for lock in LOCKS)
    assert runs <= tested
