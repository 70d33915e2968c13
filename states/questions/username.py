from typing import Any

from states.question import Moment, Question
from states.reading.username import Username, read_username
from states.text import Text
from states.verdicts import Refused

NO_USERNAMES = {
    "telegram": Text("That looks like a Telegram name. Enter the email address or user ID you use at {brand}"),
    "link": Text("Enter your username, not a web link"),
}
"""What we say where the reader saw what the message is instead."""


class UsernameQuestion(Question):
    key = "username"
    name = Text("Username")
    called = ("username", "user name", "login", "email", "e-mail", "user id")
    ask = Text("What is your {brand} username?")
    hint = Text("This is the email address or user ID you sign in with.")
    example = "marta.k@example.com"
    why = Text("to find your account")
    placeholder = Text("Email address or user ID")
    holds = Username
    reasons = {
        "bad_email": Text("Enter an email address in the correct format, like name@example.com"),
        "bad_user_id": Text("A user ID is up followed by 9 digits, like up123456789. Check it and enter it again"),
        "domain_typo": Text("Did you mean {guess}?"),
        "looks_like_phone": Text(
            "That looks like a phone number. Enter your email address or user ID. We ask for the phone next"
        ),
        "mixed_script": Text("One letter is from another alphabet. Type the address again in Latin letters"),
        "not_a_username": Text("Enter the email address or user ID you sign in with, like name@example.com"),
        "multiple_values": Text("Enter one username: the one of the account that you want to recover"),
    }
    examples = {
        "marta.k@example.com": Username(kind="email", username="marta.k@example.com"),
        "it's UP123456789, thanks": Username(kind="user_id", username="up123456789"),
    }
    refusals = {"I am Marta": "not_a_username", "marta@": "bad_email"}

    def read_text(self, text: str, at: Moment, kept: Any) -> Username:  # noqa: ARG002
        return read_username(text, now=at.now, locale=at.case.locale)

    def sentence(self, refused: Refused) -> Text:
        seen = next((words for fact, words in NO_USERNAMES.items() if refused.facts.get(fact)), None)
        return seen or super().sentence(refused)

    def show_value(self, value: Username) -> str:
        return value.username
