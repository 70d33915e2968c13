"""python -m states.diagrams: docs/machines.md, drawn from the machines themselves."""

import ast
import inspect
import re
import sys
from collections.abc import Iterable, Iterator
from textwrap import dedent

from states.case import Case
from states.intake import intake
from states.machine import Rules
from states.question import Question
from states.questions import QUESTIONS
from states.review import Review, declined

ARROW = re.compile(r"    (\w+) --> (\w+) : (.+)")
FROM_EVERYWHERE = {
    "Revise": "ask one question again: Back, Change, a stale sheet. The walk then goes to the first gap",
    "Let be": "what was asked for after sending did not come in time",
    "Leave": "the request ends: cancelled, not agreed to, too young, or back in without us",
}
"""Events that lead from every question to one place, and what they are: as arrows they would hide the walk."""


def main() -> None:
    sys.stdout.write(page())


def page() -> str:
    """The whole of docs/machines.md."""
    return "\n".join((*_opening(), *_intake(), *_questions(QUESTIONS), *_review())).rstrip() + "\n"


def _opening() -> Iterator[str]:
    yield "# The two machines"
    yield ""
    yield "Made by `make diagrams` from the code; change the code, not this page. Words are explained in the"
    yield "[glossary](../GLOSSARY.md), the reasons in [walking, not jumping](decisions/walking-not-jumping.md)."
    yield ""


def _intake() -> Iterator[str]:
    machine = intake(QUESTIONS)
    yield "## Intake: the applicant's machine"
    yield ""
    yield "One state for each question, then the summary (`check`), then the end. `[settled]` is the walk: a question"
    yield "that is answered, or has no point on this branch, is walked past without an event."
    yield ""
    yield from _fenced(_walk(f"{machine:mermaid}"))
    yield ""
    yield "Left out of the picture, because they lead to one place from every question and from `check`:"
    yield ""
    yield "| event | leads to | what it is |"
    yield "| --- | --- | --- |"
    for event, meaning in FROM_EVERYWHERE.items():
        yield _row(event, _only_target(machine, event), meaning)
    yield ""


def _walk(mermaid: str) -> Iterator[str]:
    """The diagram from top to bottom, one arrow for all events between the same two states."""
    arrows: dict[tuple[str, str], list[str]] = {}
    for line in mermaid.splitlines():
        if not (arrow := ARROW.fullmatch(line)):
            yield line.replace("direction LR", "direction TB")
        elif arrow[3] not in FROM_EVERYWHERE:
            arrows.setdefault((arrow[1], arrow[2]), []).append(arrow[3])
    for (source, target), events in arrows.items():
        yield f"    {source} --> {target} : {' / '.join(events)}"


def _only_target(machine: type[Rules], event: str) -> str:
    """Where an event leads, whatever state it comes from. Raises ValueError when that is not one place."""
    (target,) = {
        transition.target.id
        for state in machine.states
        for transition in state.transitions
        if transition.match(event.lower())
    }
    return str(target)


def _questions(questions: Iterable[Question]) -> Iterator[str]:
    yield "## The questions"
    yield ""
    yield 'In the order in which they are asked. *Step* says whether it counts in "Step k of n"; *no answer* which ways'
    yield "to say that there is none are fine; *forgets with* whose change makes this answer worthless."
    yield ""
    yield "| key | asks | step | asked when | no answer | forgets with |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for question in questions:
        yield _row(
            f"[`{question.key}`](../{type(question).__module__.replace('.', '/')}.py)",
            question.ask.english,
            "yes" if question.counted else "no",
            _asked_when(question),
            ", ".join(question.skips),
            ", ".join(f"`{key}`" for key in question.depends),
        )
    yield ""


def _asked_when(question: Question) -> str:
    """The condition as it stands in the code."""
    method = type(question).applies
    if method is Question.applies:
        return "always"
    (returned,) = (
        node.value
        for node in ast.walk(ast.parse(dedent(inspect.getsource(method))))
        if isinstance(node, ast.Return) and node.value
    )
    return f"`{ast.unparse(returned)}`"


def _review() -> Iterator[str]:
    yield "## Review: the reviewer's machine"
    yield ""
    yield "On the same case, from the moment the request is sent."
    yield ""
    yield from _fenced(f"{Review:mermaid}".splitlines())
    yield ""
    yield "### Who may do what, when"
    yield ""
    yield "An arrow says where an action leads, and what the machine checks first. Every other pair is refused; the"
    yield "word is the outcome in `states/review.py` that carries the sentence for the reviewer. `withdraw` is the"
    yield "applicant's own action."
    yield ""
    actions = list(dict.fromkeys(each.event for state in Review.states for each in state.transitions))
    yield _row("stage", *(f"`{action}`" for action in actions))
    yield _row(*("---" for _ in ("stage", *actions)))
    for state in Review.states:
        yield _row(f"**{state.id}**", *(_cell(state.id, action) for action in actions))
    yield ""


def _cell(stage: str, action: str) -> str:
    """What an action does at a stage: where it leads and on which conditions, or how it is declined."""
    for transition in Review.states_map[stage].transitions:
        if transition.match(action):
            checks = ", ".join(f"`{check.attr_name}`" for check in transition.validators)
            return f"→ {transition.target.id}" + (f" if {checks}" if checks else "")
    return type(declined(action, Case(applicant=0, stage=stage))).__name__


def _fenced(lines: Iterable[str]) -> Iterator[str]:
    yield "```mermaid"
    yield from (line for line in lines if line)
    yield "```"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


if __name__ == "__main__":
    main()
