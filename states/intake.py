"""The applicant's machine: one state for each question, then the summary, then sent.

An eventless transition walks past a question that is settled: answered, or without a point on this branch. So Back,
Change, "the reviewer asks again", resuming after a deploy and answers given early are one event, `revise`: mark the
answer, and walk from the start to the first gap.
"""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any

from statemachine import State
from statemachine.factory import StateMachineMetaclass

from states.case import Answer
from states.machine import Rules, Seat
from states.question import Question

CHECK = "check"
SENT = "sent"
GONE = "gone"


def intake(questions: Sequence[Question]) -> type[Rules]:
    """The machine class for these questions, in this order."""
    by_key = {question.key: question for question in questions}
    asked = [State(question.key, initial=number == 0) for number, question in enumerate(questions)]
    check, sent, gone = State(CHECK), State(SENT), State(GONE, final=True)

    def settled(model: Seat, source: State) -> bool:
        question = by_key[source.id]
        return model.case.settled(question.key) or not question.applies(model.case)

    def was_sent(model: Seat) -> bool:
        return model.case.submitted_at is not None

    def on_ask_again(_: Rules, model: Seat, about: Sequence[str]) -> None:
        model.case.memory.revising.update(about)

    def on_answer(_: Rules, model: Seat, source: State, answer: Answer) -> None:
        _accept(model, by_key[source.id], answer, questions)

    def on_revise(_: Rules, model: Seat, about: str) -> None:
        model.case.memory.revising.add(about)

    def on_let_be(_: Rules, model: Seat) -> None:
        model.case.memory.revising.clear()

    def on_keep(_: Rules, model: Seat, source: State) -> None:
        model.case.memory.revising.discard(source.id)

    steps = list(zip(asked, [*asked[1:], check], strict=True))
    body: dict[str, Any] = {state.name: state for state in (*asked, check, sent, gone)}
    for here, there in steps:
        here.to(there, cond=settled)
    check.to(sent, cond=was_sent)
    body["answer"] = _either(here.to(there) for here, there in steps)
    body["keep"] = _either(here.to(there) for here, there in steps)
    body["revise"] = _either(here.to(asked[0]) for here in (*asked, check))
    body["leave"] = _either(here.to(gone) for here in (*asked, check))
    body["submit"] = check.to(sent)
    body["ask_again"] = sent.to(asked[0])
    body["let_be"] = _either(here.to(sent) for here in (*asked, check))
    body |= {"on_answer": on_answer, "on_revise": on_revise, "on_keep": on_keep}
    body |= {"on_ask_again": on_ask_again, "on_let_be": on_let_be}
    return StateMachineMetaclass("Intake", (Rules,), body)  # type: ignore[return-value]


def _either(transitions: Any) -> Any:
    return reduce(or_, transitions)


def _accept(model: Seat, question: Question, answer: Answer, questions: Sequence[Question]) -> None:
    """Keep the answer; what depended on a different one is forgotten."""
    case = model.case
    former = case.answers.get(question.key)
    case.answers[question.key] = answer
    case.memory.revising.discard(question.key)
    if former and former.value != answer.value:
        for other in questions:
            if question.key in other.depends:
                case.answers.pop(other.key, None)
                case.memory.revising.discard(other.key)
