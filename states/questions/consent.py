"""Notice and consent before the first personal datum; "No" leaves nothing behind (C03)."""

from typing import Any, ClassVar

from states.choice import Choice, ChoiceQuestion
from states.message import Message
from states.question import Aside, Ended, Moment
from states.screens import privacy
from states.text import Text

VERSION = "2026-11"
"""Of the notice's text; kept with each yes."""

KEPT_NOTHING = Message(body=(Text("We have kept nothing. Use /start if you change your mind."),))


class Consent(ChoiceQuestion):
    key = "consent"
    name = Text("Consent")
    ask = Text("Before you start")
    why = Text("the answers and photos are yours")
    counted = False
    returnable = False
    holds = str
    choices: ClassVar[tuple[Choice, ...]] = (
        Choice(VERSION, Text("I agree, continue"), ("i agree", "agree", "yes"), "primary"),
        Choice("notice", Text("Read the privacy notice"), ("privacy", "privacy notice")),
        Choice("no", Text("No, stop"), ("no", "stop", "i do not agree"), "danger"),
    )
    reasons = {"wrong_kind_button": Text("Select if you agree. We cannot start without it.")}
    examples = {"I agree": VERSION}
    refusals = {"perhaps": "wrong_kind_button"}

    def hints(self, at: Moment) -> tuple[Text, ...]:
        return (
            Text("We need your answers and photos to check that the account is yours. Only our review team sees them."),
            Text(
                "We delete the photos {photo_days} days after the decision, and the rest after {case_days} days. "
                "You can ask us to delete them sooner with /delete.",
                photo_days=at.policy.photo_days,
                case_days=at.policy.case_days,
            ),
            Text("Do you agree?"),
        )

    def chosen(self, choice: Choice, at: Moment) -> Any:
        match choice.value:
            case "no":
                raise Ended(KEPT_NOTHING)
            case "notice":
                raise Aside(privacy(at.policy))
            case _:
                return choice.value
