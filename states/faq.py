"""What people ask beside the questions, and what we answer (C13)."""

from dataclasses import dataclass

from states.policy import Policy
from states.reading.words import plain as words_of
from states.text import Text


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing people ask about: said by any of `asked`, in plain words, as a part of a message that is a question."""

    asked: tuple[str, ...]
    answer: Text


TOPICS: tuple[Topic, ...] = (
    Topic(
        ("how long", "how much time", "when will", "how many hours", "how many days", "how fast"),
        Text("The waiting time can take up to {hours} hours after you send the request. /status shows where it is."),
    ),
    Topic(
        (
            "is this safe",
            "is it safe",
            "is this a scam",
            "are you real",
            "is this real",
            "is this legit",
            "can i trust",
        ),
        Text(
            "Check this bot's name in the {brand} Help Centre: {support_url}. "
            "We never ask for your password, 2FA codes, card numbers or secret phrase."
        ),
    ),
    Topic(
        ("who sees", "who will see", "who reads", "what do you do with", "where do my photos", "is it private"),
        Text("Only our review team sees your answers and photos. /privacy says what we keep and how long."),
    ),
    Topic(
        ("talk to a human", "talk to a person", "speak to someone", "talk to someone", "real person", "call you"),
        Text("A person checks every request. For other questions write to the Help Centre: {support_url}"),
    ),
    Topic(
        ("what is a user id", "where is my user id", "what is user id", "where do i find my user id"),
        Text("The user ID stands in your {brand} profile: up and 9 digits. Your email address is fine too."),
    ),
    Topic(
        ("where are the transactions", "see my transactions", "find my transactions", "check my transactions"),
        Text("Look for emails from {brand} about deposits and withdrawals, or at the account of your bank or wallet."),
    ),
)

_OPENINGS = tuple(f"{asked} " for topic in TOPICS for asked in topic.asked)


def answer(text: str, policy: Policy) -> Text | None:
    """The answer to a question that is asked often, wherever in the text it is asked; None for anything else."""
    said = f" {words_of(text)} "
    for topic in TOPICS:
        if any(f" {asked} " in said for asked in topic.asked):
            return topic.answer.filled(hours=policy.answer_hours)
    return None


def only_asks(text: str) -> bool:
    """Whether a text is a question to us from its first word on, or up to a question mark at its end.

    "Talk to a human" could else be read as a name.
    """
    return text.rstrip().endswith("?") or f"{words_of(text)} ".startswith(_OPENINGS)
