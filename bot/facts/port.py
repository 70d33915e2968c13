"""What we ask of an account system, whatever it is."""

from typing import Protocol

from states.desk import OnFile


class NotReached(Exception):  # noqa: N818  it names an outcome
    """The account system did not answer, or not as agreed: to be asked again. Says nothing of the account."""


class AccountFacts(Protocol):
    async def facts(self, username: str) -> OnFile | None:
        """What is on file, in words, by question; None where there is no such account. Raises NotReached."""

    async def tell_owner(self, username: str, text: str) -> bool:
        """Sends a text to the contacts on file; False where there are none. Raises NotReached."""
