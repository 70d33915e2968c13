from typing import Any

from states.question import Moment, Question
from states.reading.address import Address, read_address
from states.reading.address import spoken as written
from states.text import Text


class AddressQuestion(Question):
    """The address used for verification, or the present one where there was none (C29, S22)."""

    key = "address"
    name = Text("Address")
    called = ("address", "home address", "my address")
    ask = Text("What is your home address?")
    example = "18 Sample Street, Leeds LS1 4AB, United Kingdom"
    why = Text("we compare it with your account")
    placeholder = Text("Street, city, country")
    holds = Address
    reasons = {
        "missing_country": Text("Enter your address with the country"),
        "unknown_country": Text("We do not know this country. Enter its name, like Portugal"),
        "ambiguous_country": Text("Which country is this address in?"),
        "missing_city": Text("Enter the city too"),
        "missing_street": Text("Enter the street and house number too"),
        "missing_state": Text("Enter your address with the US state"),
        "po_box": Text("A P.O. box is not a home address. Enter the street and house number"),
        "bad_postcode": Text("This postcode does not fit the country. Check it and enter it again"),
        "not_an_address": Text("Enter your full address with street, city and country"),
        "did_you_mean": Text("Did you mean {guess}?"),
        "wrong_kind_text": Text("Type your address. We cannot use a map location"),
    }
    examples = {
        "24th Floor One Canada Square, Canary Wharf London E14 5AB, United Kingdom": Address(
            country="GB",
            city="London",
            street="24th Floor One Canada Square, Canary Wharf",
            postal_code="E14 5AB",
            raw="24th Floor One Canada Square, Canary Wharf London E14 5AB, United Kingdom",
        )
    }
    refusals = {"18 Sample Street, Leeds": "missing_country", "12345": "not_understood"}

    def hints(self, at: Moment) -> tuple[Text, ...]:
        include = Text("Include the street, city and country. In the US, include the state.")
        match at.case.value("verified"):
            case "yes":
                return (Text("Give the address you used for verification."), include)
            case "no":
                return (Text("Give your current address."), include)
            case _:
                return (
                    Text("Give the address you used for verification. If there was none, your current address."),
                    include,
                )

    def read_text(self, text: str, at: Moment, kept: Any) -> Address:
        return read_address(text, now=at.now, locale=at.case.locale, kept=kept)

    def so_far(self, kept: Any) -> str:
        return str((kept or {}).get("text", ""))

    def show_value(self, value: Address) -> str:
        return written(value)
