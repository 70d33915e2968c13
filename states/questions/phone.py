from typing import Any

from states.question import Moment, Question
from states.reading.normalise import normalise
from states.reading.phone import Phone, example, read_phone, spoken
from states.reply import Contact
from states.text import Text
from states.verdicts import Refused

EXAMPLE = example("GB") or ""


class PhoneQuestion(Question):
    key = "phone"
    name = Text("Phone")
    called = ("phone", "phone number", "number", "mobile", "telephone")
    ask = Text("What phone number is linked to your {brand} account?")
    hint = Text(
        "Include the country code. If it is the number of this Telegram account, you can share it with the button."
    )
    example = EXAMPLE
    why = Text("we compare it with your account, and we may call you")
    placeholder = Text("Number with country code")
    asks_contact = True
    holds = Phone
    reasons = {
        "missing_country_code": Text("Enter your phone number with the country code, like {example}", example=EXAMPLE),
        "unknown_country_code": Text("This country code does not exist. Check the number and enter it again"),
        "too_short": Text("Phone number is too short. Check it and enter it again"),
        "too_long": Text("Phone number is too long. Check it and enter it again"),
        "invalid_number": Text("This number is not in use anywhere. Check each digit and enter it again"),
        "not_a_number": Text("Enter your phone number with the country code, like {example}", example=EXAMPLE),
        "landline": Text("This is a landline number. Enter the mobile number of your account: it must get messages"),
        "voip": Text(
            "This is an internet number. VoIP and landline numbers do not permit us to send verification links. "
            "Enter a personal mobile number"
        ),
        "toll_free": Text("This is a toll-free number. Enter a personal mobile number"),
        "premium_rate": Text("This is a premium-rate number. Enter a personal mobile number"),
        "not_mobile": Text("This is not a mobile number. Enter a personal mobile number"),
        "extension": Text("Enter the number without the extension"),
        "multiple_values": Text("Enter one phone number: the one linked to your account"),
        "not_yours": Text("That contact belongs to another Telegram user. Share your own number or type it"),
    }
    firm = frozenset({"not_yours", "toll_free", "premium_rate"})
    examples = {
        EXAMPLE: Phone(e164="+447400123456", line="mobile"),
        "0044 7400 123456": Phone(e164="+447400123456", line="mobile"),
    }
    refusals = {"07400 123456": "missing_country_code", "my phone": "not_a_number"}

    def read_text(self, text: str, at: Moment, kept: Any) -> Phone:  # noqa: ARG002
        return read_phone(text, now=at.now, locale=at.case.locale)

    def read_contact(self, contact: Contact, at: Moment) -> Phone:
        """A shared contact counts only when Telegram says it is the sender's own (C22)."""
        if not contact.own:
            raise Refused("not_yours")
        return read_phone("+" + normalise(contact.phone).lstrip("+"), now=at.now, locale=at.case.locale)

    def show_value(self, value: Phone) -> str:
        return spoken(value.e164)
