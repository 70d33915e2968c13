"""python -m states.diagrams: docs/machines.md, drawn from the machines themselves."""

import ast
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from textwrap import dedent
from typing import Any

from states.case import Case
from states.desk import CHECKS, Approval, Request
from states.dialogue import Dialogue
from states.intake import SENT, intake
from states.machine import Rules
from states.question import Question
from states.questions import QUESTIONS
from states.review import (
    APPROVED,
    ASKED,
    CLAIMED,
    CONFIRMING,
    DECIDED,
    DONE,
    FINAL,
    REFUSED,
    STAGES,
    Declined,
    Review,
    Reviewer,
)

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
        if transition.match(event.lower().replace(" ", "_"))
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
    yield "Found by trying: every action, at every stage, by everybody, with all five checks made, something selected"
    yield "to ask for and a reason given. *Claimer* is who has the case, approved it first or decided it; *own account*"
    yield "is a lead whose own request it is; the last column is the clock, or the customer. An arrow says where it"
    yield "leads, and what makes a difference. Every other word is how it is declined: `states/review.py` has the"
    yield "sentence for it, and nothing changes. A dash: not theirs to try."
    yield ""
    yield _row("stage", "action", *ROLES)
    yield _row(*("---" for _ in ("stage", "action", *ROLES)))
    for stage in STAGES:
        for action in ACTIONS:
            yield _row(f"**{stage}**", f"`{action}`", *(cell(stage, action, role) for role in ROLES))
    yield ""


ACTIONS = tuple(dict.fromkeys(str(each.event) for state in Review.states for each in state.transitions))
NOBODY = "clock, customer"
ROLES: Mapping[str, Reviewer | None] = {
    "claimer": Reviewer(1, "claimer"),
    "another reviewer": Reviewer(2, "another"),
    "lead": Reviewer(3, "lead", lead=True),
    "own account": Reviewer(4, "customer", lead=True),
    NOBODY: None,
}
HAND = Reviewer(5, "to whom")
DETAILS: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    "approve": {"": {"risk": False}, "with a risk flag": {"risk": True}},
    "refuse": {"": {"reason": FINAL[0]}},
    "hand_over": {"": {"to": HAND}},
}
"""What an action takes along, by what makes a difference."""
LATER: Mapping[str, Mapping[str, timedelta]] = {
    "take_over": {"": timedelta(minutes=1), "after an hour of silence": timedelta(hours=2)},
    "take_effect": {"": timedelta(hours=2), "before its time": timedelta(minutes=1)},
    "reopen": {"": timedelta(hours=2), "after a week": timedelta(days=8)},
}
"""When it is tried, by what makes a difference."""
SINCE = datetime(2026, 1, 1, tzinfo=UTC)
DECISIONS = Dialogue().decisions


def cell(stage: str, action: str, role: str) -> str:
    """What comes of an action at a stage: where it leads, or how it is declined."""
    if ROLES[role] is None and action not in UNASKED:
        return "–"
    found = {
        difference: outcome(case_at(stage), action, ROLES[role], SINCE + after, details)
        for difference, after, details in _differences(action)
    }
    others = [f"{difference} {found[difference]}" for difference in found if found[difference] != found[""]]
    return "; ".join((found[""], *others))


def _differences(action: str) -> Iterator[tuple[str, timedelta, Mapping[str, Any]]]:
    for difference, details in DETAILS.get(action, {"": {}}).items():
        for moment, after in LATER.get(action, {"": timedelta(hours=2)}).items():
            yield difference or moment, after, details


UNASKED: Mapping[str, Callable[[Case, datetime], object]] = {
    "lapse": lambda case, _: DECISIONS.lapse(case),
    "reply": DECISIONS.replied,
    "expire": DECISIONS.expire,
    "withdraw": DECISIONS.withdraw,
    "halt": DECISIONS.halt,
}
"""What no reviewer does."""


def outcome(case: Case, action: str, by: Reviewer | None, now: datetime, details: Mapping[str, Any]) -> str:
    """What comes of one trial; the case is changed in place where it is allowed."""
    try:
        if by is None:
            UNASKED[action](case, now)
        else:
            DECISIONS.decide(case, action, by, now, **details)
    except Declined as declined:
        return type(declined).__name__
    return f"→ {case.stage}"


def case_at(stage: str) -> Case:
    """A request at this stage, in which everything is prepared that an action needs."""
    claimer = ROLES["claimer"]
    assert claimer is not None  # noqa: S101  the table says so
    case = Case(applicant=4, ref="R-2041", step=SENT, stage=stage, submitted_at=SINCE, due_at=SINCE)
    case.desk.checks, case.desk.basket = set(CHECKS), {"selfie": "face"}
    if stage in (CLAIMED, ASKED):
        case.claimed_by, case.claimed_name, case.claimed_at = claimer.id, claimer.name, SINCE
    if stage == ASKED:
        case.step, case.memory.revising = "selfie", {"selfie"}
        case.desk.request = Request({"selfie": "face"}, SINCE, SINCE)
    if stage == CONFIRMING:
        case.desk.first = Approval(claimer.id, claimer.name, SINCE)
    if stage in (APPROVED, *DECIDED):
        case.decided_by, case.decided_name, case.decided_at = claimer.id, claimer.name, SINCE
        case.desk.effective_at = SINCE + timedelta(hours=1) if stage in (APPROVED, DONE) else None
        case.closed_at = SINCE if stage in DECIDED else None
        case.reason = FINAL[0] if stage == REFUSED else ""
    return case


def _fenced(lines: Iterable[str]) -> Iterator[str]:
    yield "```mermaid"
    yield from (line for line in lines if line)
    yield "```"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


if __name__ == "__main__":
    main()
