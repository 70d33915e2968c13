"""The real bot under load, killed at any moment and at named places: nothing lost, nothing doubled, order kept."""

import pytest

from tests.faults.mutants import MUTANTS
from tests.faults.points import POINTS
from tests.faults.storm import Plan, mutant_plan, raised
from tests.postgresql import programs, serving

WIDTH = 6
"""Calls in flight at the most, over all lanes: what a kill may repeat."""


def test_without_a_kill_or_a_fault_nothing_is_said_twice(launcher, tmp_path):
    """O12: the same load, the same checks, and no excuse."""
    result = raised(launcher, tmp_path, Plan(seed=1, people=4, faulty=False))
    assert result.verdict.wrong == []
    assert result.requests
    assert result.verdict.repeats == 0


@pytest.mark.timeout(600)
def test_killed_at_any_moment_and_at_every_point_it_loses_nothing(launcher, tmp_path):
    """C16, O12: kills at random and at each named point, faults, outages, updates that come twice."""
    plan = Plan(seed=2041, random_kills=112, point_kills=4 * len(POINTS))
    result = raised(launcher, tmp_path, plan)
    assert result.verdict.wrong == [], result
    assert result.fell == 0, "no life ended by itself"
    assert result.kills >= 200
    assert set(POINTS) <= set(result.killed_at), "every point was hit"
    assert result.verdict.repeats <= WIDTH * result.kills + result.faults
    assert result.decisions == result.requests > 0


@pytest.mark.timeout(300)
def test_crashes_of_the_database_server_lose_nothing(launcher, tmp_path):
    """C16, O12: PostgreSQL dies under load, and is back at once; so are the lives that fell with it."""
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL server is installed")
    with serving(found) as server:
        result = raised(launcher, tmp_path, Plan(seed=17, random_kills=4, crashes=3, people=6), server)
    assert result.verdict.wrong == [], result
    assert result.crashes == 3
    assert result.decisions == result.requests > 0


@pytest.mark.parametrize("mutant", MUTANTS)
def test_the_checks_find_what_is_wrong_with(mutant, launcher, tmp_path_factory):
    """What passes the kills would not have passed built another way. A few kills may all miss; three times not."""
    plans = (mutant_plan(mutant, seed) for seed in (7, 8, 9))
    assert any(raised(launcher, tmp_path_factory.mktemp("storm"), plan).verdict.wrong for plan in plans)
