"""What a reviewer should look at twice, computed from facts; each with its plain reason. A new flag is one function."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from states.case import Case
from states.question import AsWritten, Missing
from states.reading.phone import Phone
from states.reply import Picture
from states.text import Text

NEAR = timedelta(days=30)
"""A document that expires within this time is read twice."""
ALMOST_TOO_OLD = timedelta(days=10 * 365 - 30)
"""So is one that was issued this long ago."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A case, and which other cases share something with it."""

    case: Case
    alike: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """References of other cases by what they share: username, phone, picture, person."""
    now: datetime | None = None
    unreachable: bool = False
    """Whether what we said to the person since they last wrote could not be delivered."""


@dataclass(frozen=True, slots=True)
class Flag:
    says: Text
    risk: bool = False
    """A sign of fraud, not only something to look at."""


def unreachable(facts: Facts) -> Flag | None:
    """They blocked the bot, or are gone: whatever is decided has to be told another way (R28)."""
    return Flag(Text("Not delivered: write to their account email")) if facts.unreachable else None


def two_claimants(facts: Facts) -> Flag | None:
    """Another case claims the same account; neither person is told (C49)."""
    others = facts.alike.get("username")
    return Flag(Text("Same account as {refs}", refs=", ".join(others)), risk=True) if others else None


def shared_phone(facts: Facts) -> Flag | None:
    """Each account should be tied to a phone number of its own (S05)."""
    others = facts.alike.get("phone")
    return Flag(Text("Same phone as {refs}", refs=", ".join(others)), risk=True) if others else None


def same_picture(facts: Facts) -> Flag | None:
    """A photo of this case lies in another one too (C38)."""
    others = facts.alike.get("picture")
    return Flag(Text("Same photo as {refs}", refs=", ".join(others)), risk=True) if others else None


def same_person(facts: Facts) -> Flag | None:
    """The same Telegram account has asked before: a repeat attempt, or another account claimed."""
    others = facts.alike.get("person")
    return Flag(Text("Same Telegram account as {refs}", refs=", ".join(others))) if others else None


def near_its_limits(facts: Facts) -> Flag | None:
    """The document expires soon, or was issued almost too long ago: read both dates with care."""
    expires, issued = facts.case.value("expiry_date"), facts.case.value("issue_date")
    if facts.now is None:
        return None
    today = facts.now.date()
    soon = isinstance(expires, date) and expires - today < NEAR
    old = isinstance(issued, date) and today - issued > ALMOST_TOO_OLD
    return Flag(Text("Document near its limits: read both dates")) if soon or old else None


def hacked(facts: Facts) -> Flag | None:
    return (
        Flag(Text("Urgent: the customer thinks the account is hacked"))
        if facts.case.value("lost") == "hacked"
        else None
    )


def phone_lost(facts: Facts) -> Flag | None:
    return Flag(Text("Phone cannot be used now")) if facts.case.value("phone_access") is False else None


def phone_type_unknown(facts: Facts) -> Flag | None:
    """Some countries' numbers do not tell mobile from landline (C19)."""
    phone = facts.case.value("phone")
    unknown = isinstance(phone, Phone) and phone.line == "mobile_or_landline"
    return Flag(Text("Phone type unknown: mobile or landline")) if unknown else None


def other_number_shared(facts: Facts) -> Flag | None:
    """The Telegram number that was shared is not the number given as the account's (C22, R23)."""
    phone, shared = facts.case.value("phone"), facts.case.desk.shared_phone
    differs = isinstance(phone, Phone) and shared and phone.e164 != shared
    return Flag(Text("Phone differs from the Telegram number that was shared")) if differs else None


def unread(facts: Facts) -> Flag | None:
    """Answers that the bot could not read and a person must (C37)."""
    count = sum(isinstance(answer.value, AsWritten) for answer in facts.case.answers.values())
    return Flag(Text("Answers the bot could not read: {count}", count=count)) if count else None


def not_provided(facts: Facts) -> Flag | None:
    count = sum(isinstance(answer.value, Missing) for answer in facts.case.answers.values())
    return Flag(Text("Answers not provided: {count}", count=count)) if count else None


def photo_doubts(facts: Facts) -> Flag | None:
    pictures = (answer.value for answer in facts.case.answers.values() if isinstance(answer.value, Picture))
    doubts = sorted({flag.replace("_", " ") for picture in pictures for flag in picture.flags})
    return Flag(Text("Photos: {doubts}", doubts=", ".join(doubts))) if doubts else None


def differs_from_file(facts: Facts) -> Flag | None:
    """How many answers are not what the account system has; the customer is never told which."""
    on_file = facts.case.desk.on_file
    if on_file is None:
        return None
    if not on_file.found:
        return Flag(Text("No account with this username"))
    differing = sum(not agrees for agrees in on_file.agrees.values())
    return Flag(Text("Answers that differ from the account: {count}", count=differing)) if differing else None


FLAGS: tuple[Callable[[Facts], Flag | None], ...] = (
    unreachable,
    two_claimants,
    shared_phone,
    same_picture,
    same_person,
    hacked,
    phone_lost,
    phone_type_unknown,
    other_number_shared,
    unread,
    not_provided,
    near_its_limits,
    photo_doubts,
    differs_from_file,
)
"""In the order in which a reviewer reads them."""


def flags(facts: Facts) -> list[Flag]:
    return [flag for look in FLAGS if (flag := look(facts))]
