"""What the customers of the benchmark say, and what they are asked: ten questions, eleven messages.

Transactions are read back before they count, so one of the eleven says yes to that. Every bot gets the same messages.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    says: str
    hears: str
    """A part of the reply that no other turn's reply has."""


USERNAME = "What is your CEX.IO username?"
PHONE = "What phone number is linked to your CEX.IO account?"
PHONE_ACCESS = "Can you use this phone number now?"
FULL_NAME = "What is your full name?"
BIRTH_DATE = "What is your date of birth?"
TRANSACTIONS = "What are your latest transactions?"
READ_BACK = "2.00456 BTC"
VERIFIED = "Did you ever verify your identity at CEX.IO?"
ADDRESS = "What is your home address?"
CARD_LINKED = "Did you ever link a payment card to your CEX.IO account?"
BANKS = "Which banks issued the cards linked to your CEX.IO account?"
DOCUMENT = "Which document will you use?"


def answers(number: int) -> Iterator[Turn]:
    """What one customer answers, from the first question on. Everybody has an account of their own."""
    yield Turn(f"customer{number}@example.com", PHONE)
    yield Turn(f"+44 7400 {number % 1_000_000:06}", PHONE_ACCESS)
    yield Turn("Yes, I can use it", FULL_NAME)
    yield Turn("Marta Kowalska", BIRTH_DATE)
    yield Turn("22 March 1985", TRANSACTIONS)
    yield Turn("22 March 2019, 2.00456 BTC, deposit", READ_BACK)
    yield Turn("Yes, continue", VERIFIED)
    yield Turn("Yes, I did", ADDRESS)
    yield Turn("24th Floor One Canada Square, Canary Wharf London E14 5AB, United Kingdom", CARD_LINKED)
    yield Turn("Yes, I did", BANKS)
    yield Turn("Barclays Bank, Bank of England", DOCUMENT)


STRAIGHT_IN = (Turn("/start", USERNAME),)
"""The way to the first question where the bot begins with it."""

WELCOMED = (
    Turn("/start", "Have these with you"),
    Turn("Start", "What did you lose?"),
    Turn("Authenticator app", "Try this first"),
    Turn("I still cannot sign in", "Read this security warning"),
    Turn("I have read it, continue", "Before you start"),
    Turn("I agree, continue", USERNAME),
)
"""The way to the first question of Regain: welcome, what was lost, ways to help oneself, warning, consent."""
