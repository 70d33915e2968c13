"""The answers beside what the account system has on file."""

from datetime import datetime
from typing import Any

from states.case import Case
from states.desk import OnFile
from states.message import Message, plain
from states.policy import Policy
from states.question import AsWritten, Missing, Moment, Question
from states.questionnaire import Questionnaire
from states.reading.normalise import normalise
from states.reading.words import plain as plain_words
from states.reply import Typed
from states.text import Text
from states.verdicts import Refused, Unsure

COMPARED = (
    "phone", "full_name", "birth_date", "verified", "card_verified", "doc_type", "doc_country", "expiry_date",
    "issue_date",
)  # fmt: skip
"""Questions with one right answer. Addresses, banks and transactions are for a person to compare."""


def beside(case: Case, filed: OnFile, questionnaire: Questionnaire, now: datetime, policy: Policy) -> OnFile:
    """What is on file of the answers that were given, and which of them agree. Nothing else is kept."""
    values = {key: filed.values[key] for key in case.answers if key in filed.values}
    at = Moment(Case(applicant=0), now, policy)
    agrees = {
        key: same
        for key in COMPARED
        if key in values and (same := _agrees(questionnaire[key], case.value(key), values[key], at)) is not None
    }
    return OnFile(values, agrees)


def _agrees(question: Question, given: Any, filed: str, at: Moment) -> bool | None:
    """Whether an answer is the one on file, read by the same rules; None where one of them cannot be read."""
    if isinstance(given, Missing | AsWritten):
        return None
    try:
        known = question.read(Typed(filed), at)
    except (Refused, Unsure):
        return None
    return known == given or _words(question, known) == _words(question, given)


def _words(question: Question, value: Any) -> str:
    shown = question.show_value(value)
    return plain_words(normalise(shown if isinstance(shown, str) else _in_english(shown)))


def _in_english(shown: Text) -> str:
    return shown.english.format_map({name: str(value) for name, value in shown.values.items()})


def owner_notice(case: Case, link: str) -> Text:
    """What the owner of the account reads at the contacts on file (C51)."""
    return Text(
        "Somebody asked to turn off 2FA on your {brand} account: request {ref}. If it was you, do nothing. "
        "If it was not you, stop it now: {link}",
        ref=case.ref,
        link=link,
    )


def cannot_be_halted(case: Case) -> Message:
    """The link came too late, or was used before."""
    return plain(
        Text("Request {ref} is closed: it cannot be stopped here.", ref=case.ref),
        Text("If you did not ask for it, change your {brand} and email passwords and write to us now: {support_url}"),
    )


STOPPED = Text("⚠️ {ref} was stopped by the owner of the account.")
"""Told to the staff."""
