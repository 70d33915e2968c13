from collections.abc import Iterator

import pytest

from tests.faults.lives import Launcher, launching


@pytest.fixture(scope="session")
def launcher() -> Iterator[Launcher]:
    with launching() as launcher:
        yield launcher
