"""The engine rules that both machines share."""

from typing import Any

from statemachine import StateChart

from states.case import Case


class Seat:
    """The place at which a machine meets a case. One machine serves all cases, one after the other: building one costs
    as much as four events, so it is built once and only the case at its seat changes.
    """

    case: Case

    def __init__(self, case: Case) -> None:
        self.case = case

    @property
    def step(self) -> str | None:
        return self.case.step

    @step.setter
    def step(self, step: str | None) -> None:
        self.case.step = step

    @property
    def stage(self) -> str | None:
        return self.case.stage

    @stage.setter
    def stage(self, stage: str | None) -> None:
        self.case.stage = stage


class Rules(StateChart[Seat]):
    """Wrong events are refused aloud, exceptions reach the caller, and a state changes in one write."""

    allow_event_without_transition = False
    catch_errors_as_events = False
    atomic_configuration_update = True


def seat(machine: Rules, case: Case) -> Any:
    """The machine, sitting at this case. A case that is new starts; a stored state that no longer exists starts anew
    and walks to where the answers lead.
    """
    machine.model.case = case
    if machine.current_state_value not in machine.states_map:
        machine.current_state_value = None
        machine.activate_initial_state()
    return machine
