"""The numbers and facts of the help articles, in one table, each with where it comes from."""

from dataclasses import dataclass, field, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from: the number of the help article and its words; or our own choice and why."""

    article: int | None
    words: str


def fact(value: Any, article: int | None, words: str) -> Any:
    return field(default=value, metadata={"source": Source(article, words)})


@dataclass(frozen=True, slots=True)
class Policy:
    """What this product promises and asks. Articles: 0 phone confirmation, 1 US verification, 2 recover access,
    3 2FA recovery form, 4 login and recovery guide; None is a decision of this product.
    """

    brand: str = fact("CEX.IO", 2, "phone number linked to your CEX.IO account")
    sheet_purpose: str = fact("2FA disable", 2, 'a sheet of paper which reads: "CEX.IO, 2FA disable"')
    answer_hours: int = fact(48, 3, "The waiting time can take up to 48 hours.")
    document_years: int = fact(10, 2, "the document was not issued more than 10 years ago and is not expired")
    adult_years: int = fact(18, 1, "only users who are 18 years of age or older are allowed to become verified users")
    documents: tuple[str, ...] = fact(
        ("passport", "national_id", "driving_licence"),
        3,
        "The acceptable documents are a National ID card, International passport, and Driver’s license.",
    )
    answers: int = fact(6, 2, "1) username; … 6) issuing banks names of all your payment cards")
    photos: int = fact(2, 2, "A separate photo of the valid government-issued identification document … A photo of you")
    sheet_days: int = fact(1, None, "the sheet's date may differ by a day: the person's zone is not ours")
    minutes: int = fact(10, None, "how long the answers take, measured on the demo")
    transactions_most: int = fact(10, None, "enough to recognise an owner, few enough to check by hand")
    banks_most: int = fact(20, None, "more is a pasted list, not an answer")
    text_most: int = fact(2000, None, "half a Telegram message; a longer answer is not an answer")
    photo_bytes_most: int = fact(20 * 1024 * 1024, None, "the Bot API hands out files up to 20 MB")
    same_photo_bits: int = fact(40, None, "two fingerprints this near are one picture, measured on the sample")
    tries_before_example: int = fact(2, None, "after two refusals the question is shown again with its example")
    tries_before_person: int = fact(3, None, "after three refusals the answer may go to a person as it is")
    draft_remind_hours: int = fact(24, None, "one reminder, a day after the last word")
    asleep_hours: int = fact(24, None, "who did something a day before buttons stopped working may have pressed one")
    draft_days: int = fact(7, None, "an unfinished request is deleted after a week of silence")
    claim_minutes: int = fact(60, None, "a claim with nothing done for an hour lapses, so that no case lies idle")
    reply_days: int = fact(5, None, "how long we wait for what we asked for; one reminder on the way")
    reply_remind_days: int = fact(2, None, "when the customer is reminded of what we asked for")
    warn_hours: tuple[int, ...] = fact((24, 6), None, "before the target: when the staff is warned")
    reopen_days: int = fact(7, None, "how long a refusal can be looked at again")
    calm_hours: int = fact(24, None, "how long a weakly proved approval waits: the owner may object")
    calm_hours_at_risk: int = fact(48, None, "the same where a risk flag stands")
    messages_a_minute: int = fact(60, None, "as many as Telegram lets us answer; nobody types a message each second")
    photos_an_hour: int = fact(30, None, "two are needed: enough to try in bad light, at most 600 MB to fetch")
    drafts_a_day: int = fact(10, None, "who begins anew ten times in a day does something else than asking for help")
    account_requests_a_day: int = fact(5, None, "other people's, for one account or phone: the sixth is no owner's")
    requests_an_hour: int = fact(1200, None, "the staff chat takes 20 cards a minute: more could not even be shown")
    video_seconds_most: int = fact(30, None, "long enough for a phrase and a date")
    photo_days: int = fact(30, None, "photos are deleted a month after the decision")
    case_days: int = fact(90, None, "everything but reference, dates and decision is deleted after three months")

    @property
    def sheet_line(self) -> str:
        """What the handwritten sheet must read; never translated."""
        return f"{self.brand}, {self.sheet_purpose}"


def sources() -> dict[str, Source]:
    """Every row of the table with its source, by name."""
    return {row.name: row.metadata["source"] for row in fields(Policy)}
