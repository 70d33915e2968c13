from states.choice import Choice, ChoiceQuestion
from states.text import Text


class VerifiedQuestion(ChoiceQuestion):
    """Whether the account was ever verified: it decides which address we ask for (C29)."""

    key = "verified"
    name = Text("Verified before")
    called = ("verified", "verification", "identity verification")
    ask = Text("Did you ever verify your identity at {brand}?")
    hint = Text("You did if you once sent {brand} your document or your address.")
    why = Text("it tells us which address to compare")
    holds = str
    choices = (
        Choice("yes", Text("Yes, I did"), ("yes", "verified")),
        Choice("no", Text("No, never"), ("no", "never", "not verified")),
        Choice("unsure", Text("I do not remember"), ("not sure", "don't remember", "maybe")),
    )
    examples = {"Yes": "yes", "never": "no"}
    refusals = {"blue": "wrong_kind_button"}
