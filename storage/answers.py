"""The answers of a case as they were stored: opened one by one, when somebody looks."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping

from states.case import Answer

Stored = tuple[int, bytes]
"""When an answer was given, in microseconds since 1970, and the answer as it was sealed."""
Open = Callable[[str, Stored], Answer]


class Answers(MutableMapping[str, Answer]):
    """Answers by question, in the order in which they were given. A step of the dialogue reads one or two of them."""

    def __init__(self, stored: Mapping[str, Stored], opened: Open) -> None:
        self._answers: dict[str, Answer | Stored] = dict(stored)
        self._opened = opened
        self.changed: set[str] = set()
        """Questions whose answers are not stored as they are now."""
        self.removed: set[str] = set()
        """Questions whose answers are stored and are none any more."""

    @classmethod
    def new(cls, answers: Mapping[str, Answer], opened: Open) -> "Answers":
        """Answers of which none is stored."""
        made = cls({}, opened)
        made.update(answers)
        return made

    def stored(self) -> None:
        """They are now stored as they are."""
        self.changed.clear()
        self.removed.clear()

    def __getitem__(self, question: str) -> Answer:
        answer = self._answers[question]
        if not isinstance(answer, Answer):
            answer = self._answers[question] = self._opened(question, answer)
        return answer

    def __setitem__(self, question: str, answer: Answer) -> None:
        self._answers[question] = answer
        self.changed.add(question)
        self.removed.discard(question)

    def __delitem__(self, question: str) -> None:
        del self._answers[question]
        self.changed.discard(question)
        self.removed.add(question)

    def __contains__(self, question: object) -> bool:
        """Without opening it."""
        return question in self._answers

    def __iter__(self) -> Iterator[str]:
        return iter(self._answers)

    def __len__(self) -> int:
        return len(self._answers)
