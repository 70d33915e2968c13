from typing import Any

from states.question import Moment, Question
from states.reading.countries import Issuer, read_doc_country
from states.text import CountryName, Text


class DocCountryQuestion(Question):
    """The country that issued the document; in the US its state too (C41, S37)."""

    key = "doc_country"
    name = Text("Issued by")
    called = ("country", "issuing country", "document country", "state")
    ask = Text("Which country issued the document?")
    hint = Text("For the United States, add the state.")
    example = "Portugal"
    why = Text("each country's documents look different")
    placeholder = Text("Country")
    holds = Issuer
    depends = ("doc_type",)
    reasons = {
        "unknown_country": Text("We do not know this country. Enter its name, like Portugal"),
        "ambiguous_country": Text("Which one do you mean?"),
        "obsolete_country": Text("This country does not exist any more. Enter the country that issued the document"),
        "did_you_mean": Text("Did you mean {guess}?"),
        "missing_state": Text("Enter the US state too, like Texas"),
        "not_understood": Text("Enter the country that issued the document, like Portugal"),
        "no_answer": Text("Enter the country that issued the document, like Portugal"),
        "multiple_values": Text("Enter one country: the one that issued the document"),
    }
    examples = {"Portugal": Issuer(country="PT", state=None), "USA, Texas": Issuer(country="US", state="TX")}
    refusals = {"USA": "missing_state", "Soviet Union": "obsolete_country"}

    def read_text(self, text: str, at: Moment, kept: Any) -> Issuer:
        return read_doc_country(text, now=at.now, locale=at.case.locale, kept=kept)

    def show_value(self, value: Issuer) -> Text:
        country = CountryName(value.country)
        return (
            Text("{country}, {state}", country=country, state=value.state)
            if value.state
            else Text("{country}", country=country)
        )
