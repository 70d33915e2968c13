"""What a question is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, ClassVar, Literal, NamedTuple

from pydantic import TypeAdapter

from states.case import Case
from states.message import Button, Code, Message, Pair, Row
from states.policy import Policy
from states.private import Private
from states.reading.normalise import normalise
from states.reading.words import plain, says_none, says_unknown
from states.reply import BadPhoto, Contact, Photo, Reply, Tap, Typed, Unusable
from states.text import Text
from states.verdicts import Refused


@dataclass(frozen=True, slots=True)
class Moment:
    """What a question may look at besides the reply: the case, the time, the facts."""

    case: Case
    now: datetime
    """Aware, UTC."""
    policy: Policy
    ahead: int | None = None
    """How many requests are before this one in the queue, where somebody counted."""


class Missing(Private):
    """An answer that there is none: the person has none, or does not remember."""

    why: Literal["none", "forgotten"]


class AsWritten(Private):
    """An answer that we could not read, kept as it was written so that a person can."""

    text: str
    reason: str
    """The code with which the last try was refused."""


def written(value: Any) -> str:
    """The words of an answer that is a text, read or unread; empty where there is none."""
    return value.text if isinstance(value, AsWritten) else value if isinstance(value, str) else ""


class Progress(NamedTuple):
    step: int
    total: int


PICK = "pick"
"""Buttons of a choice: `pick:VALUE`."""
SKIP = "skip"
"""Buttons of "I have none" and "I do not remember": `skip:none`, `skip:forgotten`."""
OFFER = "offer"
"""Buttons of the readings that we offered: `offer:N`."""

BACK = Button(Text("Back"), "back")
WHY = Button(Text("Why?"), "why")
CANCEL = Button(Text("Cancel"), "cancel")
KEEP = Button(Text("Keep it"), "keep")

COMMON_REASONS: Mapping[str, Text] = {
    "text_too_long": Text("Answer must be {max} characters or less. Yours has {n}."),
    "no_answer": Text("Type an answer, or use the buttons under the question."),
    "not_understood": Text("We did not understand this. Look at the example and try again."),
    "multiple_values": Text("Give one answer. Yours has more than one."),
    "wrong_kind_text": Text("Type your answer as a message."),
    "wrong_kind_button": Text("Select one of the buttons under the question."),
}
"""Sentences that any question may need."""


@cache
def _shape_of(holds: Any) -> TypeAdapter[Any]:
    return TypeAdapter(holds)


@cache
def _words_of(label: str) -> str:
    """The words of a label of ours, as they may be typed."""
    return plain(label)


class Question:
    """One thing that we ask. A new question is one file with one subclass, and its place in QUESTIONS."""

    key: ClassVar[str]
    """Names the question in the database, the machine and the buttons; never changed."""
    name: ClassVar[Text]
    """What the summary calls the answer."""
    called: ClassVar[tuple[str, ...]] = ()
    """How people call it: "change phone"."""
    ask: ClassVar[Text]
    hint: ClassVar[Text | None] = None
    example: ClassVar[str] = ""
    why: ClassVar[Text]
    placeholder: ClassVar[Text | None] = None
    reasons: ClassVar[Mapping[str, Text]] = {}
    """A sentence for each code that reading may refuse with."""
    detours: ClassVar[Mapping[str, Row]] = {}
    """Buttons that stand under the sentence of a code: the next step where the answer itself cannot be mended."""
    firm: ClassVar[frozenset[str]] = frozenset()
    """Codes after which the answer never goes to a person as it is."""
    wrong_kind: ClassVar[str] = "wrong_kind_text"
    counted: ClassVar[bool] = True
    """Whether it is one of the steps that we count; the screens before the first question are not."""
    returnable: ClassVar[bool] = True
    """Whether Back and Change come here."""
    skips: ClassVar[tuple[Literal["none", "forgotten"], ...]] = ()
    """Which answers that there is none are fine."""
    skip_labels: ClassVar[Mapping[str, Text]] = {"none": Text("I have none"), "forgotten": Text("I do not remember")}
    depends: ClassVar[tuple[str, ...]] = ()
    """Questions whose change makes this answer worthless."""
    asks_contact: ClassVar[bool] = False
    holds: ClassVar[Any] = str
    """The type of the answer."""
    examples: ClassVar[Mapping[str, Any]] = {}
    """Texts that are accepted, with what they are read as; tested, played in the demo."""
    refusals: ClassVar[Mapping[str, str]] = {}
    """Texts that are refused, with the code; tested."""

    def applies(self, case: Case) -> bool:  # noqa: ARG002  most questions are always asked
        """Whether the question has a point on this branch."""
        return True

    # --- asking

    def message(self, at: Moment, progress: Progress | None) -> Message:
        """The prompt: progress, question, hint, example, reason; and the former answer where there is one."""
        former = at.case.answers.get(self.key)
        body: list[Text | Code | Pair] = list(self.hints(at))
        if self.example:
            body.append(Code(self.example))
        if former:
            body.append(Pair(Text("You gave this before"), self.show(former.value)))
        return Message(
            title=(*self._progress(progress), self.question(at)),
            body=tuple(body),
            why=Text("Why we ask: {reason}", reason=self.why) if self.counted else None,
            rows=(*(((KEEP,),) if former and not at.case.submitted_at else ()), *self.rows(at), self.navigation()),
            asks_contact=self.asks_contact,
            protected=former is not None,
            placeholder=self.placeholder,
        )

    def question(self, at: Moment) -> Text:  # noqa: ARG002  some questions depend on the branch
        return self.ask

    def hints(self, at: Moment) -> tuple[Text | Code | Pair, ...]:  # noqa: ARG002  as question
        return (self.hint,) if self.hint else ()

    def rows(self, at: Moment) -> tuple[Row, ...]:  # noqa: ARG002  as question
        """The question's own buttons."""
        return tuple((Button(self.skip_labels[why], f"{SKIP}:{why}"),) for why in self.skips)

    def navigation(self) -> Row:
        return (BACK, WHY, CANCEL) if self.counted else (BACK, CANCEL)

    @staticmethod
    def _progress(progress: Progress | None) -> tuple[Text, ...]:
        return (Text("Step {step} of {total}", step=progress.step, total=progress.total),) if progress else ()

    # --- reading

    def read(self, reply: Reply, at: Moment) -> Any:
        """The typed answer. Raises Refused, Unsure or Ended."""
        match reply:
            case Typed(text):
                return self._read_typed(normalise(text), at)
            case Tap(action):
                return self.read_tap(action, at)
            case Contact():
                return self.read_contact(reply, at)
            case Photo():
                return self.read_photo(reply, at)
            case BadPhoto():
                return self.read_bad_photo(reply)
            case Unusable(kind):
                raise Refused(self.wrong_kind, kind=kind)
            case _:
                raise Refused(self.wrong_kind)

    def _read_typed(self, text: str, at: Moment) -> Any:
        if len(text) > at.policy.text_most:
            raise Refused("text_too_long", max=at.policy.text_most, n=len(text))
        if not text.strip():
            raise Refused("no_answer")
        kept = at.case.memory.kept.get(self.key)
        if not kept and (missing := self.skipped(text)):
            return missing
        return self.read_text(text, at, kept)

    def skipped(self, text: str) -> Missing | None:
        """The typed twin of the buttons that say there is no answer; only before a part of one was given."""
        said = plain(text)
        for why in self.skips:
            if said == _words_of(self.skip_labels[why].english):
                return Missing(why=why)
        if "none" in self.skips and says_none(text):
            return Missing(why="none")
        if "forgotten" in self.skips and says_unknown(text):
            return Missing(why="forgotten")
        return None

    def read_text(self, text: str, at: Moment, kept: Any) -> Any:  # noqa: ARG002  for questions answered by words
        """The answer in a normalised text; `kept` is what was right in the message before."""
        raise Refused(self.wrong_kind)

    def read_tap(self, action: str, at: Moment) -> Any:  # noqa: ARG002  some questions look at the moment
        verb, _, what = action.partition(":")
        if verb == SKIP and what in self.skips:
            return Missing(why=what)
        raise Refused(self.wrong_kind)

    def read_contact(self, contact: Contact, at: Moment) -> Any:  # noqa: ARG002  only the phone question uses it
        raise Refused(self.wrong_kind)

    def read_photo(self, photo: Photo, at: Moment) -> Any:  # noqa: ARG002  only photo questions use it
        raise Refused(self.wrong_kind, kind="photo")

    def read_bad_photo(self, photo: BadPhoto) -> Any:  # noqa: ARG002  as read_photo
        raise Refused(self.wrong_kind, kind="file")

    def as_it_is(self, reply: Reply, reason: str, at: Moment) -> Any | None:
        """The answer unread, for a person to look at (C37); None where the reply holds nothing to look at."""
        if not isinstance(reply, Typed):
            return None
        before = self.so_far(at.case.memory.kept.get(self.key))
        return AsWritten(text="\n".join(filter(None, (before, reply.text))), reason=reason)

    def so_far(self, kept: Any) -> str:  # noqa: ARG002  most questions take one message
        """What earlier messages gave of the answer, in words."""
        return ""

    # --- showing

    def show(self, value: Any) -> Text | str:
        """The answer as the summary and the dossier show it."""
        match value:
            case Missing():
                return Text("Not provided")
            case AsWritten(text=text):
                return Text("{answer} (not checked by the bot)", answer=text)
            case _:
                return self.show_value(value)

    def show_value(self, value: Any) -> Text | str:
        return str(value)

    def sentence(self, refused: Refused) -> Text:
        """What a refusal says to the person."""
        words = self.reasons.get(refused.reason) or COMMON_REASONS.get(refused.reason)
        return (words or COMMON_REASONS["not_understood"]).filled(**refused.facts)

    # --- keeping

    def dump(self, value: Any) -> Any:
        """The answer as JSON."""
        match value:
            case Missing(why=why):
                return {"missing": why}
            case AsWritten(text=text, reason=reason):
                return {"as_written": text, "reason": reason}
            case _:
                return {"value": _shape_of(self.holds).dump_python(value, mode="json")}

    def load(self, raw: Any) -> Any:
        """The answer from JSON."""
        if "missing" in raw:
            return Missing(why=raw["missing"])
        if "as_written" in raw:
            return AsWritten(text=raw["as_written"], reason=raw["reason"])
        return _shape_of(self.holds).validate_python(raw["value"])


class Ended(Exception):  # noqa: N818  it names an outcome
    """The request ends here: the person may not go on, or does not want to. Nothing is kept."""

    def __init__(self, farewell: Message) -> None:
        super().__init__("ended")
        self.farewell = farewell


class Pending(Exception):  # noqa: N818  it names an outcome
    """The answer is not complete, but what was right is kept: `shown` says what we have and asks for the rest."""

    def __init__(self, kept: Any, shown: Message) -> None:
        super().__init__("pending")
        self.kept = kept
        self.shown = shown


class Aside(Exception):  # noqa: N818  it names an outcome
    """The person asked for something beside the question: it is shown, nothing changes, the question stands."""

    def __init__(self, shown: Message) -> None:
        super().__init__("aside")
        self.shown = shown
