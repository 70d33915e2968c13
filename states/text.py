"""The words we say, as values: English beside what they belong to, translated and escaped at the mouth."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class CountryName:
    """A country to be named in the listener's language."""

    code: str
    """ISO 3166 alpha-2, and XK for Kosovo."""


Value = "str | int | Decimal | date | datetime | CountryName | Text"
"""What may stand in a gap of a text. `handlers.speech` writes each in the listener's language and escapes it."""


@dataclass(frozen=True, slots=True)
class Text:
    """An English sentence with named gaps: the message id of the translation catalogues.

    >>> Text("Step {step} of {total}", step=3, total=9).values["total"]
    9
    """

    english: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __init__(self, english: str, /, **values: Any) -> None:
        object.__setattr__(self, "english", english)
        object.__setattr__(self, "values", values)

    def __repr__(self) -> str:
        """The English only: the gaps may hold personal data."""
        return f"Text({self.english!r})"

    def filled(self, **more: Any) -> "Text":
        """The same sentence with further gaps filled."""
        return Text(self.english, **{**self.values, **more})
