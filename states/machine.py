"""The engine rules that both machines share."""

from statemachine import StateChart

from states.case import Case


class Seat:
    """The place at which a machine meets a case."""

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


class Machine:
    """A machine that serves all cases, one after the other: building one costs as much as eight events, so it is built
    once and only the case at its seat changes. One that has brought a case to its end has stopped for good, and the
    next case gets a new one.
    """

    def __init__(self, rules: type[Rules], state_field: str) -> None:
        self._rules = rules
        self._state_field = state_field
        self._built = self._build()

    def at(self, case: Case) -> Rules:
        """The machine, sitting at this case. A case that is new starts; a stored state that no longer exists starts
        anew and walks to where the answers lead.
        """
        if self._built.is_terminated:
            self._built = self._build()
        machine = self._built
        machine.model.case = case
        if machine.current_state_value not in machine.states_map:
            machine.current_state_value = None
            machine.activate_initial_state()
        return machine

    def knows(self, state: str | None) -> bool:
        """Whether a stored state still exists."""
        return state in self._built.states_map

    def _build(self) -> Rules:
        return self._rules(Seat(Case(applicant=0)), state_field=self._state_field)
