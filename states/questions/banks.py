from typing import Any

from states.case import Case
from states.question import Missing, Moment, Question
from states.reading.banks import read_banks
from states.text import Text
from states.verdicts import Refused


class BanksQuestion(Question):
    """The banks that issued the linked cards; names only (C30, S23)."""

    key = "banks"
    name = Text("Card banks")
    called = ("bank", "banks", "card banks", "issuing banks")
    ask = Text("Which banks issued the cards linked to your {brand} account?")
    hint = Text("Give all of them, with a comma between. We only need the names. Do not send card numbers.")
    example = "Barclays, Monzo"
    why = Text("we compare them with your account")
    placeholder = Text("Names of the banks")
    skips = ("none", "forgotten")
    skip_labels = {"none": Text("I have no linked cards"), "forgotten": Text("I do not remember")}
    holds = tuple[str, ...]
    reasons = {
        "multiple_values": Text("Which of them issued your cards?"),
        "card_network": Text("That is a card brand. Enter the bank that issued the card. Its name is on the card"),
        "iban_given": Text("Enter bank names, not numbers"),
        "not_a_bank": Text("Enter the names of the banks, like Barclays, Monzo"),
        "unknown_bank": Text("Enter the names of the banks, like Barclays, Monzo"),
        "not_understood": Text("Enter the names of the banks, like Barclays, Monzo"),
        "too_many": Text("Enter {max} banks or less"),
    }
    examples = {
        "Barclays Bank, Bank of England": ("Barclays Bank", "Bank of England"),
        "Bank of Narnia": ("Bank of Narnia",),  # one that we do not know
    }
    refusals = {"Visa": "card_network"}

    def applies(self, case: Case) -> bool:
        return bool(case.value("card_verified") != "no")

    def read_text(self, text: str, at: Moment, kept: Any) -> tuple[str, ...] | Missing:  # noqa: ARG002
        read = read_banks(text, now=at.now, locale=at.case.locale)
        if len(read) > at.policy.banks_most:
            raise Refused("too_many", max=at.policy.banks_most)
        return read or Missing(why="none")

    def show_value(self, value: tuple[str, ...]) -> str:
        return ", ".join(value)
