"""What a handler has in its hands while it deals with one update or one timer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from handlers.sieve import Sieve
from handlers.speech import NO_KEYBOARD, Params, Tongue, intake_message
from states.case import Case
from states.dialogue import Dialogue
from states.message import Message
from states.reply import Clip, Picture
from states.review import Reviewer
from states.text import Text
from storage.outbox import Ambiguous
from storage.store import Transaction


@dataclass(frozen=True, slots=True)
class Staff:
    """Where the reviewers are, and who they are: Telegram ids."""

    chat: int
    reviewers: frozenset[int]
    leads: frozenset[int] = frozenset()
    names: dict[int, str] = field(default_factory=dict, compare=False)
    """How those call themselves who have pressed or written since the start."""

    def reviewer(self, user_id: int, name: str) -> Reviewer | None:
        """The reviewer with this id; None for everybody else, wherever they press."""
        if user_id not in self.reviewers | self.leads:
            return None
        return Reviewer(user_id, name, lead=user_id in self.leads)

    def name_of(self, user_id: int) -> str:
        return self.names.get(user_id, f"Reviewer {user_id}")


@dataclass(frozen=True, slots=True)
class House:
    """What all handlers share: the conversation, the staff, the bot's own name, the tongues it speaks."""

    dialogue: Dialogue
    staff: Staff
    bot_name: str
    tongues: Callable[[str], Tongue]
    enquires: bool = False
    """Whether an account system is connected, that each request is compared with."""
    sieve: Sieve = field(default_factory=Sieve, compare=False)


@dataclass(frozen=True, slots=True, repr=False)
class Delivery:
    """A picture that came with an update, downloaded and looked at before the transaction began; or a video."""

    content: Picture | Clip
    hard: tuple[str, ...]
    soft: tuple[str, ...]
    data: bytes
    view: bytes
    """The reviewer's copy; a video's is the video."""


@dataclass(slots=True)
class Work:
    """One update's work, in one transaction. What it says goes to the outbox; nothing is sent from here."""

    house: House
    tx: Transaction
    now: datetime
    name: str
    """Of the cause: the outgoing calls are numbered under it, so that doing the work twice says nothing twice."""
    update_id: int | None = None
    delivery: Delivery | str | None = None
    """The picture or video that came along, or the code of the reason why there is none."""
    afterwards: list[tuple[str, Params]] = field(default_factory=list)
    """Calls worth making only at once and only if this is committed: answers to button presses."""
    _calls: int = 0

    def tongue(self, case: Case) -> Tongue:
        return self.house.tongues(case.language)

    async def call(
        self, method: str, params: Params, *, lane: str = "customer", key: str = "", on_ambiguous: Ambiguous = "resend"
    ) -> bool:
        """Puts a Bot API call in the line of its chat; whether it is new. A call of the same key is made once."""
        self._calls += 1
        key, chat = key or f"{self.name}.{self._calls}", int(params["chat_id"])
        return await self.tx.outbox.put(key, chat, lane, method, params, now=self.now, on_ambiguous=on_ambiguous)

    async def say(self, case: Case, messages: Sequence[Message], *, keyboard_before: bool = False) -> None:
        """Says something to the applicant. `keyboard_before`: buttons stand below the text box and may have to go."""
        tongue = self.tongue(case)
        if keyboard_before and messages and not messages[0].asks_contact:
            messages = _first_without_buttons(messages)
        for number, message in enumerate(messages):
            params = intake_message(message, case, tongue)
            if keyboard_before and number == 0 and "reply_markup" not in params:
                params["reply_markup"] = NO_KEYBOARD
            await self.call("sendMessage", params)

    async def tell(
        self,
        chat: int,
        said: Text,
        *,
        buttons: Params | None = None,
        key: str = "",
        on_ambiguous: Ambiguous = "resend",
    ) -> bool:
        """Says something to a reviewer or in the staff channel; whether it is new, as for `call`."""
        params: Params = {"chat_id": chat, "text": self.house.tongues("en").say(said), "parse_mode": "HTML"}
        if buttons:
            params["reply_markup"] = buttons
        return await self.call("sendMessage", params, lane="staff", key=key, on_ambiguous=on_ambiguous)

    async def remind(self, case: Case, message: Message) -> None:
        """Says something that nobody waits for: better never than twice."""
        params = intake_message(message, case, self.tongue(case))
        await self.tx.outbox.put(
            f"{self.name}.remind",
            case.applicant,
            "reminder",
            "sendMessage",
            params,
            now=self.now,
            on_ambiguous="skip",
        )

    def answer_press(self, press_id: str, text: str = "", *, alert: bool = False) -> None:
        """What pops up where a button was pressed."""
        params: Params = {"callback_query_id": press_id}
        if text:
            params |= {"text": text[:200], "show_alert": alert}
        self.afterwards.append(("answerCallbackQuery", params))


GOING_ON = Text("Going on.")
"""Said alone where buttons below the text box have to go and there is nothing better to say."""


def _first_without_buttons(messages: Sequence[Message]) -> list[Message]:
    """A message has one markup: what takes the keyboard away cannot carry buttons, so the lead goes ahead alone."""
    first, *rest = messages
    if not first.rows:
        return [first, *rest]
    lead = first.lead or GOING_ON
    return [Message(body=(lead,)), first.led_by(None), *rest]
