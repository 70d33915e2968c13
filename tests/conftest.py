from collections.abc import Iterator

import pytest

from tests.postgresql import Server, programs, serving


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL server is installed")
    with serving(found) as server:
        yield server
