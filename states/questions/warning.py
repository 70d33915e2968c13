"""The security warning that has to be acknowledged (S32)."""

from states.choice import Choice, ChoiceQuestion
from states.text import Text


class Warning_(ChoiceQuestion):  # noqa: N801  Warning is Python's
    key = "warning"
    name = Text("Security warning")
    ask = Text("🔒 Read this security warning")
    hint = Text(
        "You ask us to turn off 2FA. It protects your money, so we check carefully that the account is yours.\n"
        "• Send only your own document and photos.\n"
        "• Nobody may ask you to make this request for them. If someone told you to, stop here.\n"
        "• Do not share codes with anyone, not even with us.\n"
        "• We write to you only in this chat and at the email address of your account."
    )
    why = Text("so that nobody is talked into this by someone else")
    counted = False
    returnable = False
    holds = str
    choices = (Choice("read", Text("I have read it, continue"), ("continue", "ok", "read", "yes"), "primary"),)
    examples = {"continue": "read"}
    refusals = {"why": "wrong_kind_button"}
