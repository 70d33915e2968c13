"""What this is, what to have ready, how long it takes, what we never ask (C01, S44, S47, S48)."""

from typing import Any

from states.choice import Choice, ChoiceQuestion
from states.message import Button, Message, Row
from states.question import PICK, Aside, Moment
from states.text import Text

STILL = Message(
    title=(Text("You may not need this bot."),),
    body=(
        Text("• Forgot your password: select Forgot password on the sign-in page."),
        Text("• Code not accepted: check that the time on your phone is set automatically."),
        Text('• Have your login and email: select "Lost your authentication device" on the 2FA page.'),
        Text("• CAPTCHA does not let you in: clear the browser cache, try a private window, or use the mobile app."),
        Text("If none of these work, start a request here."),
    ),
    rows=((Button(Text("Start a request"), f"{PICK}:start", "primary"),),),
)


class Welcome(ChoiceQuestion):
    key = "welcome"
    name = Text("Start")
    ask = Text("Recover your {brand} account")
    why = Text("to tell you what to expect")
    counted = False
    returnable = False
    holds = str
    choices = (
        Choice("start", Text("Start"), ("begin", "go", "ok", "start a request"), style="primary"),
        Choice("still", Text("I still have my device"), ("still have it",)),
    )
    examples = {"start": "start", "1": "start"}
    refusals = {"what is this": "wrong_kind_button"}

    def hints(self, at: Moment) -> tuple[Text, ...]:
        return (
            Text("Use this if you cannot sign in because you lost your 2FA device or phone."),
            Text(
                "You give {answers} answers, the details of your document, and send {photos} photos.",
                answers=at.policy.answers,
                photos=at.policy.photos,
            ),
            Text(
                "Have these with you:\n"
                "• the email address or user ID of your account\n"
                "• your passport, ID card or driving licence\n"
                "• a sheet of paper and a pen\n"
                "• details of your latest transactions"
            ),
            Text(
                "It takes about {minutes} minutes. You can stop and come back. "
                "A person checks your request: the waiting time can take up to {hours} hours.",
                minutes=at.policy.minutes,
                hours=at.policy.answer_hours,
            ),
            Text("🔒 We never ask for your password, 2FA codes, card numbers or secret phrase."),
        )

    def navigation(self) -> Row:
        return ()

    def chosen(self, choice: Choice, at: Moment) -> Any:
        if choice.value == "still":
            raise Aside(STILL)
        return super().chosen(choice, at)
