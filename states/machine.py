"""The engine of both machines.

Their charts are declared with python-statemachine, which checks and draws them. Running one there takes longer than all
else in a turn, so each chart is read once into a table, and the table runs. It holds what our charts are made of: plain
states, arrows with validators and conditions, arrows without an event, and one action for each event.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from inspect import signature
from typing import Any

from statemachine import State, StateChart
from statemachine.transition import Transition

from states.case import Case

WALK = ""
"""The event of an arrow that is followed without one."""
Facts = Mapping[str, Any]
"""What a chart's functions may ask for by name besides source and target: model, and the details of the event."""


class NotAllowed(Exception):  # noqa: N818  it names an outcome
    """The event has no arrow that is open where the case stands; nothing changed."""


class Seat:
    """The place at which a machine meets a case."""

    case: Case

    def __init__(self, case: Case) -> None:
        self.case = case


class Rules(StateChart[Seat]):
    """A chart that a table can be read from. Run by the library it does the same: it raises what its functions raise,
    and a state changes in one write.
    """

    allow_event_without_transition = False
    catch_errors_as_events = False
    atomic_configuration_update = True


@dataclass(frozen=True, slots=True)
class Call:
    """A function of a chart, called with those facts that it names."""

    function: Callable[..., Any]
    names: tuple[str, ...]

    def __call__(self, facts: Facts) -> Any:
        return self.function(**{name: facts[name] for name in self.names if name in facts})


@dataclass(frozen=True, slots=True)
class Arrow:
    target: str
    validators: tuple[Call, ...]
    conditions: tuple[tuple[Call, bool], ...]
    """Each with what it has to say."""
    action: Call | None

    def is_open(self, facts: Facts) -> bool:
        """Raises what a validator raises."""
        for validator in self.validators:
            validator(facts)
        return all(bool(condition(facts)) is wanted for condition, wanted in self.conditions)


class Machine:
    """A chart as a table. It serves all cases: where one stands is written in the case alone."""

    def __init__(self, rules: type[Rules], state_field: str) -> None:
        self._state_field = state_field
        chart = rules(Seat(Case(applicant=0)), state_field="state")
        assert chart.initial_state  # noqa: S101  the library would not have built it
        self._start = chart.initial_state.id
        self._arrows = {state.id: _by_event(state, chart) for state in rules.states}

    def knows(self, state: str | None) -> bool:
        """Whether a stored state still exists."""
        return state in self._arrows

    def settle(self, case: Case) -> None:
        """A case that is new starts; a stored state that no longer exists starts anew and walks to where the answers
        lead.
        """
        if not self.knows(self._state_of(case)):
            setattr(case, self._state_field, self._start)
            self._walk({"model": Seat(case)})

    def send(self, case: Case, event: str, **details: Any) -> None:
        """Raises NotAllowed, and what the chart's functions raise; then nothing changed."""
        self.settle(case)
        facts = {"model": Seat(case), **details}
        self._walk(facts)
        if not self._follow(event, facts):
            raise NotAllowed(f"{event} at {self._state_of(case)}")
        self._walk(facts)

    def _walk(self, facts: Facts) -> None:
        while self._follow(WALK, facts):
            pass

    def _follow(self, event: str, facts: Facts) -> bool:
        """Goes along the first arrow of this event that is open; whether there was one."""
        case = facts["model"].case
        for arrow in self._arrows[self._state_of(case)].get(event, ()):
            if arrow.is_open(facts):
                if arrow.action:
                    arrow.action(facts)
                setattr(case, self._state_field, arrow.target)
                return True
        return False

    def _state_of(self, case: Case) -> Any:
        return getattr(case, self._state_field)


def _by_event(state: State, chart: Rules) -> dict[str, list[Arrow]]:
    """The arrows from a state, by event, in the order in which they are tried."""
    arrows: dict[str, list[Arrow]] = {}
    for transition in state.transitions:
        for event in [WALK] if transition.is_eventless else map(str, transition.events):
            arrows.setdefault(event, []).append(_arrow(transition, event, chart))
    return arrows


def _arrow(transition: Transition, event: str, chart: Rules) -> Arrow:
    assert transition.target  # noqa: S101  each of ours leads somewhere
    ends = {"source": transition.source, "target": transition.target}

    def call(named: str | Callable[..., Any]) -> Call:
        """A function that the chart holds, or names: then it is a method of its own."""
        function = getattr(chart, named) if isinstance(named, str) else named
        names = signature(function).parameters
        known = {name: ends[name] for name in names if name in ends}
        return Call(partial(function, **known), tuple(names.keys() - ends.keys()))

    return Arrow(
        transition.target.id,
        tuple(call(spec.func) for spec in transition.validators),
        tuple((call(spec.func), spec.expected_value) for spec in transition.cond),
        call(name) if hasattr(chart, name := f"on_{event}") else None,
    )
