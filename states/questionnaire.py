"""The questions together: which come, in which order, and how their answers are kept."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from states.case import Case
from states.intake import CHECK
from states.policy import Policy
from states.question import Aside, Ended, Moment, Pending, Progress, Question
from states.reading.normalise import normalise
from states.reading.secrets import find_secret
from states.reply import Typed
from states.verdicts import Refused, Unsure


class Questionnaire:
    """An ordered set of questions. Storage uses it to turn answers into JSON and back."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self.questions = tuple(questions)
        self._by_key = {question.key: question for question in self.questions}
        self._counted = tuple(each for each in self.questions if each.counted)
        self.labels = {each.key: (each.name.english, *each.called) for each in self._counted}
        """How people call each answer: "change phone"."""

    def __getitem__(self, key: str) -> Question:
        return self._by_key[key]

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def at(self, step: str | None) -> Question | None:
        """The question that is asked at a step; None before the first, at the summary and after it."""
        return self._by_key.get(step) if step else None

    def steps(self, case: Case) -> list[Question]:
        """The questions that count, on the branch of this case."""
        return [question for question in self._counted if question.applies(case)]

    def progress(self, case: Case) -> Progress | None:
        """Step k of n at the present step; the summary is the last step. None before the first counted question, and
        when single answers are asked for after sending.
        """
        if case.submitted_at:
            return None
        keys = [question.key for question in self.steps(case)] + [CHECK]
        return Progress(keys.index(case.step) + 1, len(keys)) if case.step in keys else None

    def before(self, case: Case) -> Question | None:
        """The question that Back goes to."""
        come = [each for each in self.questions if each.applies(case)]
        if present := self.at(case.step):
            come = come[: come.index(present)]
        earlier = come[-1] if come and not case.submitted_at else None
        return earlier if earlier and earlier.returnable else None

    def open_to_change(self, case: Case) -> list[Question]:
        """The answers that the person may change now: all of a draft, only what was asked for of a sent request."""
        asked = case.desk.request.items if case.submitted_at and case.desk.request else None
        return [question for question in self.changeable(case) if asked is None or question.key in asked]

    def lookups(self, wanted: str, now: datetime) -> dict[str, str]:
        """What to search for by, read as the person's own answers were: username and phone."""
        found = {}
        for key, field in (("username", "username"), ("phone", "e164")):
            try:
                answer = self[key].read(Typed(wanted), Moment(Case(applicant=0), now, Policy()))
            except (Refused, Unsure):
                continue
            found[key] = str(getattr(answer, field))
        return found

    def rehearse(self, now: datetime) -> None:
        """Read every example and refusal once, as a bot does that starts: what readers load at first need, names of
        places in many languages above all, takes half a second, and nobody's message shall wait for it.
        """
        at = Moment(Case(applicant=0), now, Policy())
        for question in self.questions:
            for text in (*question.examples, *question.refusals):
                find_secret(normalise(text))
                with suppress(Refused, Unsure, Pending, Ended, Aside):
                    question.read(Typed(text), at)

    def gap(self, case: Case) -> Question | None:
        """The first question of this branch that has no answer yet."""
        return next((each for each in self.questions if each.applies(case) and not case.settled(each.key)), None)

    def changeable(self, case: Case) -> list[Question]:
        """The questions whose answers the summary shows and Change offers."""
        return [question for question in self.steps(case) if question.key in case.answers]

    def dump(self, question: str, value: Any) -> Any:
        """An answer as JSON."""
        return self._by_key[question].dump(value)

    def knows(self, question: str) -> bool:
        """Whether it is still asked."""
        return question in self

    def load(self, question: str, raw: Any) -> Any:
        """An answer from JSON."""
        return self._by_key[question].load(raw)
