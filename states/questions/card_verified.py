from states.choice import Choice, ChoiceQuestion
from states.text import Text


class CardVerifiedQuestion(ChoiceQuestion):
    """Whether Card Verification was ever passed: only then do we ask for the banks (C30, S23)."""

    key = "card_verified"
    name = Text("Card verification")
    called = ("card verification", "card", "cards")
    ask = Text("Did you ever link a payment card to your {brand} account?")
    hint = Text("You did if you once passed the Card Verification.")
    why = Text("it tells us if we need to ask for your bank")
    holds = str
    choices = (
        Choice("yes", Text("Yes, I did"), ("yes", "i did")),
        Choice("no", Text("No, never"), ("no", "never", "no cards")),
        Choice("unsure", Text("I do not remember"), ("not sure", "don't remember", "maybe")),
    )
    examples = {"yes": "yes", "3": "unsure"}
    refusals = {"blue": "wrong_kind_button"}
