"""The self-service route for what is lost; a case opens only after "I still cannot" (C02, S16, S30, S31, S45, S46)."""

from typing import Any

from states.choice import Choice, ChoiceQuestion
from states.message import Message
from states.question import Ended, Moment
from states.text import Text

FORM = Text(
    "1. Go to the {brand} website and select Sign In.\n"
    "2. Enter your login and password, select Continue.\n"
    "3. You get to the 2FA page. You do not need to enter a code.\n"
    '4. Select "Lost your authentication device" below the entry field.'
)
BOTH = Text('If app and text messages are both on, first select "Sign in with another method" on the 2FA page.')

ROUTES: dict[str, tuple[Text, ...]] = {
    "app": (FORM, BOTH),
    "phone": (FORM, BOTH),
    "both": (FORM, BOTH),
    "password": (
        Text("1. Select Forgot password on the sign-in page.\n2. Open the email and set a new password."),
        Text("If you also lost your 2FA device, continue here."),
    ),
    "hacked": (
        Text(
            "Do this first:\n"
            "1. Log out of other sessions.\n"
            "2. Change your {brand} password immediately, and the password of your email.\n"
            "3. Check connected devices in your account settings."
        ),
        Text("If you cannot sign in to do this, continue here. We mark your request as urgent."),
    ),
}

FAREWELL = Message(
    title=(Text("✅ Good that you are back in"),),
    body=(Text("We have kept nothing. Use /start if you need us again."),),
)


class Route(ChoiceQuestion):
    key = "route"
    name = Text("Quickest way")
    ask = Text("Try this first")
    why = Text("it is faster than a request")
    counted = False
    holds = str
    depends = ("lost",)
    choices = (
        Choice("stuck", Text("I still cannot sign in"), ("i still cannot", "i can't", "no", "still can't"), "primary"),
        Choice("in", Text("I am back in"), ("it worked", "yes", "worked", "back in")),
    )
    examples = {"I can't": "stuck"}
    refusals = {"hmm": "wrong_kind_button"}

    def hints(self, at: Moment) -> tuple[Text, ...]:
        return ROUTES[at.case.value("lost") or "app"]

    def chosen(self, choice: Choice, at: Moment) -> Any:
        if choice.value == "in":
            raise Ended(FAREWELL)
        return super().chosen(choice, at)
