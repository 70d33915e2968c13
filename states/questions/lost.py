"""Which way to sign in is lost: it decides the self-service route that we show first (C02, S30, S31, S45, S46)."""

from states.choice import Choice, ChoiceQuestion
from states.message import Row
from states.question import BACK, CANCEL
from states.text import Text


class Lost(ChoiceQuestion):
    key = "lost"
    name = Text("What is lost")
    called = ("what i lost",)
    ask = Text("What did you lose?")
    hint = Text("We first show you the quickest way back in.")
    why = Text("to show you the quickest way back in")
    counted = False
    holds = str
    choices = (
        Choice("app", Text("Authenticator app"), ("app", "authenticator", "google authenticator", "2fa app")),
        Choice("phone", Text("Phone for text messages"), ("phone", "sms", "phone number", "sim", "text messages")),
        Choice("both", Text("Both of them"), ("both", "app and phone", "everything")),
        Choice("password", Text("My password"), ("password", "forgot password", "i forgot my password")),
        Choice("hacked", Text("I think I am hacked"), ("hacked", "i was hacked", "stolen account"), style="danger"),
    )
    examples = {"authenticator": "app", "SMS": "phone", "3": "both"}
    refusals = {"banana": "wrong_kind_button"}

    def navigation(self) -> Row:
        return (BACK, CANCEL)
