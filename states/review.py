"""The reviewer's machine, on the same case: who may do what, when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from statemachine import State

from states.case import Case
from states.machine import Rules, Seat
from states.text import Text


@dataclass(frozen=True, slots=True)
class Reviewer:
    id: int
    """Telegram id."""
    name: str
    lead: bool = False


class Declined(Exception):  # noqa: N818  it names an outcome
    """A reviewer's action that is not for them, or not for now; nothing changed. `says` is what they hear."""

    def __init__(self, says: Text) -> None:
        super().__init__(type(self).__name__)
        self.says = says


class Taken(Declined):
    """Another reviewer has the case."""


class NotYours(Declined):
    """Only the claimer may do this."""


class OwnCase(Declined):
    """The case came from the reviewer's own Telegram account."""


class Closed(Declined):
    """The case is decided or withdrawn."""


class NotNow(Declined):
    """The action has no place at this stage."""


class Review(Rules):
    """waiting for a reviewer, claimed by one, and three ends."""

    waiting = State(initial=True)
    claimed = State()
    approved = State(final=True)
    refused = State(final=True)
    withdrawn = State(final=True)

    claim = waiting.to(claimed, validators="not_own")
    release = claimed.to(waiting, validators="is_claimer_or_lead")
    approve = claimed.to(approved, validators=["not_own", "is_claimer"])
    refuse = claimed.to(refused, validators=["not_own", "is_claimer", "gives_reason"])
    withdraw = waiting.to(withdrawn, validators="is_applicant") | claimed.to(withdrawn, validators="is_applicant")

    def not_own(self, model: Seat, by: Reviewer) -> None:
        if model.case.applicant == by.id:
            raise OwnCase(Text("This case came from your own Telegram account. Another reviewer must decide."))

    def is_claimer(self, model: Seat, by: Reviewer) -> None:
        if model.case.claimed_by != by.id:
            raise NotYours(Text("{name} has {ref}.", name=model.case.claimed_name, ref=model.case.ref))

    def is_claimer_or_lead(self, model: Seat, by: Reviewer) -> None:
        if not by.lead:
            self.is_claimer(model, by)

    def is_applicant(self, model: Seat, by: Reviewer | None = None) -> None:
        if by is not None:
            raise NotYours(Text("Only the customer can withdraw {ref}.", ref=model.case.ref))

    def gives_reason(self, reason: str = "") -> None:
        if reason not in REASONS:
            raise NotNow(Text("Select a reason."))

    def on_claim(self, model: Seat, by: Reviewer, now: datetime) -> None:
        model.case.claimed_by, model.case.claimed_name, model.case.claimed_at = by.id, by.name, now

    def on_release(self, model: Seat) -> None:
        model.case.claimed_by, model.case.claimed_name, model.case.claimed_at = None, "", None

    def on_approve(self, model: Seat, by: Reviewer, now: datetime) -> None:
        _close(model.case, by.id, by.name, now)

    def on_refuse(self, model: Seat, by: Reviewer, now: datetime, reason: str) -> None:
        model.case.reason = reason
        _close(model.case, by.id, by.name, now)

    def on_withdraw(self, model: Seat, now: datetime) -> None:
        _close(model.case, model.case.applicant, "", now)


def _close(case: Case, by: int, name: str, now: datetime) -> None:
    case.decided_by, case.decided_name, case.decided_at, case.closed_at = by, name, now, now


WAITING, CLAIMED, APPROVED, REFUSED, WITHDRAWN = "waiting", "claimed", "approved", "refused", "withdrawn"
DECIDED = (APPROVED, REFUSED, WITHDRAWN)

STAGES: Mapping[str, Text] = {
    WAITING: Text("new"),
    CLAIMED: Text("claimed"),
    APPROVED: Text("approved"),
    REFUSED: Text("not approved"),
    WITHDRAWN: Text("withdrawn"),
}

REASONS: Mapping[str, Text] = {
    "no_match": Text("We could not confirm that this account is yours from what you sent."),
    "sheet_missing": Text("The handwritten sheet is not in the photo. Send a new photo with the sheet."),
    "sheet_text": Text('The sheet must say "{sheet_line}", your full name and the date, written by hand.'),
    "sheet_date": Text("The date on the sheet must be the day you take the photo."),
    "blurred": Text("We cannot read the document. Take the photo in good light and send it as a file."),
    "cropped": Text("Part of the document is cut off. All corners must be in the photo."),
    "dates": Text("We cannot see the issue date and the expiry date. Send the side that shows them."),
    "document_expired": Text("The document is out of date. Use one that is in date."),
    "document_old": Text("The document was issued more than 10 years ago. Use a newer one."),
    "latin": Text("The main details must be in Latin letters. Use another document, such as a passport."),
    "face": Text("We cannot see your face clearly. Take off hats and sunglasses and take a new photo."),
    "not_held": Text("Hold the document and the sheet in your hand, next to your face."),
}
"""What the customer reads when a case is not approved, by code; the first stands for all that must not be told."""

REASON_LABELS: Mapping[str, Text] = {
    "no_match": Text("Not confirmed"),
    "sheet_missing": Text("Sheet missing"),
    "sheet_text": Text("Sheet text"),
    "sheet_date": Text("Sheet date"),
    "blurred": Text("Cannot be read"),
    "cropped": Text("Cut off"),
    "dates": Text("Dates not visible"),
    "document_expired": Text("Expired"),
    "document_old": Text("Issued > 10 years ago"),
    "latin": Text("Not in Latin letters"),
    "face": Text("Face not clear"),
    "not_held": Text("Not held by the person"),
}


def declined(event: str, case: Case) -> Declined:
    """Why this action has no place at the stage of the case, in words for the reviewer."""
    if case.stage is None:
        return NotNow(Text("{ref} is not sent yet.", ref=case.ref))
    if case.stage in DECIDED:
        stage = STAGES[case.stage]
        if case.decided_name:
            return Closed(
                Text("{ref} is already {stage} by {name}.", ref=case.ref, stage=stage, name=case.decided_name)
            )
        return Closed(Text("{ref} is already {stage}.", ref=case.ref, stage=stage))
    if event == "claim":
        return Taken(
            Text("{name} has {ref} since {since}.", name=case.claimed_name, ref=case.ref, since=case.claimed_at)
        )
    return NotNow(Text("Claim {ref} first.", ref=case.ref))
