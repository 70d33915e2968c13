"""The reviewer's machine, on the same case: who may do what, when.

Every rule about who decides stands here, and nothing moves a case but this machine.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from statemachine import State

from states.case import Case
from states.desk import CHECKS_FIRST, Approval, Request, unticked
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
    """The action has no place at this stage, or something is still missing for it."""


class Review(Rules):
    """The stages of a request that was sent."""

    waiting = State(initial=True)
    """In the queue; nobody has it."""
    claimed = State()
    """One reviewer checks it."""
    asked = State()
    """The customer has to send something; our clock stands."""
    escalated = State()
    """With the security team; a lead takes it from there."""
    confirming = State()
    """Approved by one; a second, different reviewer must agree."""
    approved = State()
    """Decided; takes effect when the waiting time is over."""
    done = State(final=True)
    """2FA is off and the customer is told."""
    refused = State()
    withdrawn = State(final=True)
    halted = State(final=True)
    """The owner of the account stopped it."""

    claim = (
        waiting.to(claimed, validators="not_own")
        | confirming.to(claimed, validators=["not_own", "is_another"])
        | escalated.to(claimed, validators=["not_own", "is_lead"])
    )
    release = claimed.to(confirming, cond="has_first", validators=["not_own", "may_release"]) | claimed.to(
        waiting, validators=["not_own", "may_release"]
    )
    lapse = claimed.to(confirming, cond="has_first", validators="no_reviewer") | claimed.to(
        waiting, validators="no_reviewer"
    )
    hand_over = claimed.to(claimed, validators=["not_own", "may_release", "goes_to_a_reviewer"])
    take_over = claimed.to(claimed, validators=["not_own", "may_take_over"])
    ask = claimed.to(asked, validators=["is_claimer", "asks_for_something"])
    reply = asked.to(claimed, validators="no_reviewer")
    expire = asked.to(refused, validators="no_reviewer")
    escalate = claimed.to(escalated, validators="is_claimer")
    approve = claimed.to(
        confirming, cond="needs_another", validators=["not_own", "is_claimer", "is_checked"]
    ) | claimed.to(approved, validators=["not_own", "is_claimer", "is_checked", "is_another"])
    cancel = approved.to(waiting, validators=["not_own", "is_approver"])
    take_effect = approved.to(done, validators=["not_own", "is_approver", "waiting_is_over"])
    refuse = claimed.to(refused, validators=["not_own", "is_claimer", "gives_reason"])
    reopen = refused.to(waiting, validators=["not_own", "may_reopen"])
    withdraw = (
        waiting.to(withdrawn, validators="is_applicant")
        | claimed.to(withdrawn, validators="is_applicant")
        | asked.to(withdrawn, validators="is_applicant")
        | escalated.to(withdrawn, validators="is_applicant")
        | confirming.to(withdrawn, validators="is_applicant")
        | approved.to(withdrawn, validators="is_applicant")
    )
    halt = (
        waiting.to(halted, validators="no_reviewer")
        | claimed.to(halted, validators="no_reviewer")
        | asked.to(halted, validators="no_reviewer")
        | escalated.to(halted, validators="no_reviewer")
        | confirming.to(halted, validators="no_reviewer")
        | approved.to(halted, validators="no_reviewer")
    )

    # --- who may

    def not_own(self, model: Seat, by: Reviewer) -> None:
        if model.case.applicant == by.id:
            raise OwnCase(Text("This case came from your own Telegram account. Another reviewer must decide."))

    def is_claimer(self, model: Seat, by: Reviewer) -> None:
        if model.case.claimed_by != by.id:
            raise NotYours(Text("{name} has {ref}.", name=model.case.claimed_name, ref=model.case.ref))

    def is_lead(self, model: Seat, by: Reviewer) -> None:
        if not by.lead:
            raise NotYours(Text("{ref} is with the security team. A lead takes it from there.", ref=model.case.ref))

    def is_another(self, model: Seat, by: Reviewer) -> None:
        """Where one approved already, the second approval is somebody else's."""
        first = model.case.desk.first
        if first and first.by == by.id:
            raise NotYours(Text("You approved {ref} already. Another reviewer must confirm.", ref=model.case.ref))

    def may_release(self, model: Seat, by: Reviewer) -> None:
        if not by.lead:
            self.is_claimer(model, by)

    def may_take_over(self, model: Seat, by: Reviewer, now: datetime, silence: timedelta) -> None:
        """A lead at once, another reviewer once the claimer has been silent."""
        case = model.case
        if case.claimed_by == by.id:
            raise NotNow(Text("You have {ref} already.", ref=case.ref))
        if not by.lead and now - silent_since(case) < silence:
            raise declined("claim", case)
        self.is_another(model, by)

    def is_approver(self, model: Seat, by: Reviewer) -> None:
        """Whoever approved turns 2FA off, or changes their mind; a lead can do both for them."""
        if not by.lead and model.case.decided_by != by.id:
            raise NotYours(Text("{name} approved {ref}.", name=model.case.decided_name, ref=model.case.ref))

    def may_reopen(self, model: Seat, by: Reviewer, now: datetime, period: timedelta) -> None:  # noqa: ARG002
        case = model.case
        if case.desk.reopened:
            raise NotNow(Text("{ref} was reopened once already.", ref=case.ref))
        if case.decided_at and now - case.decided_at > period:
            raise NotNow(Text("{ref} is closed for too long. The customer can send a new request.", ref=case.ref))

    def is_applicant(self, model: Seat, by: Reviewer | None = None) -> None:
        if by is not None:
            raise NotYours(Text("Only the customer can withdraw {ref}.", ref=model.case.ref))

    def no_reviewer(self, model: Seat, by: Reviewer | None = None) -> None:
        """What the clock does, or the customer."""
        if by is not None:
            raise NotYours(Text("No reviewer can do this to {ref}.", ref=model.case.ref))

    # --- what must be there

    def is_checked(self, model: Seat) -> None:
        if missing := unticked(model.case.desk):
            raise NotNow(CHECKS_FIRST.filled(missing=missing))

    def asks_for_something(self, model: Seat) -> None:
        if not model.case.desk.basket:
            raise NotNow(Text("Select what you need from the customer first."))

    def gives_reason(self, reason: str = "") -> None:
        if reason not in (*RETRY, *FINAL, *SECURITY):
            raise NotNow(Text("Select a reason."))

    def goes_to_a_reviewer(self, model: Seat, to: Reviewer | None = None) -> None:
        if to is None or to.id == model.case.applicant:
            raise NotNow(Text("Select another reviewer for {ref}.", ref=model.case.ref))
        self.is_another(model, to)

    def waiting_is_over(self, model: Seat, now: datetime) -> None:
        effective_at = model.case.desk.effective_at
        if effective_at and now < effective_at:
            raise NotNow(Text("{ref} may take effect at {time}.", ref=model.case.ref, time=effective_at))

    # --- which way

    def has_first(self, model: Seat) -> bool:
        return model.case.desk.first is not None

    def needs_another(self, model: Seat, risk: bool) -> bool:  # noqa: FBT001  events come by keyword
        """The one choke point of the two-person rule: a risk flag, and nobody has approved yet."""
        return risk and model.case.desk.first is None

    # --- what happens

    def on_claim(self, model: Seat, by: Reviewer, now: datetime) -> None:
        _give(model.case, by, now)

    def on_hand_over(self, model: Seat, to: Reviewer, now: datetime) -> None:
        _give(model.case, to, now)

    def on_take_over(self, model: Seat, by: Reviewer, now: datetime) -> None:
        _give(model.case, by, now)

    def on_release(self, model: Seat) -> None:
        _free(model.case)

    def on_lapse(self, model: Seat) -> None:
        _free(model.case)

    def on_escalate(self, model: Seat) -> None:
        _free(model.case)

    def on_ask(self, model: Seat, request: Request) -> None:
        desk = model.case.desk
        desk.request, desk.basket = request, {}
        desk.rounds += 1

    def on_reply(self, model: Seat, now: datetime, due_at: datetime) -> None:
        """The customer sent what we asked for: our clock starts anew, and so does the claim's."""
        model.case.due_at, model.case.claimed_at = due_at, now

    def on_approve(self, model: Seat, by: Reviewer, now: datetime, effective_at: datetime, target: State) -> None:
        case = model.case
        if target.id == CONFIRMING:
            case.desk.first = Approval(by.id, by.name, now)
        else:
            case.decided_by, case.decided_name, case.decided_at = by.id, by.name, now
            case.desk.effective_at = effective_at
        _free(case)

    def on_cancel(self, model: Seat, due_at: datetime) -> None:
        """Somebody looks again, with all of the time."""
        case = model.case
        case.due_at = due_at
        case.decided_by, case.decided_name, case.decided_at = None, "", None
        case.desk.first = case.desk.effective_at = None

    def on_take_effect(self, model: Seat, now: datetime) -> None:
        model.case.closed_at = now

    def on_refuse(self, model: Seat, by: Reviewer, now: datetime, reason: str) -> None:
        model.case.reason = reason
        _close(model.case, by.id, by.name, now)

    def on_expire(self, model: Seat, now: datetime) -> None:
        model.case.reason = "no_reply"
        _close(model.case, None, "", now)

    def on_reopen(self, model: Seat, due_at: datetime) -> None:
        """Once; the first decision stays in the timeline, and its reason here."""
        case = model.case
        case.desk.reopened, case.desk.former_reason = True, case.reason
        case.reason, case.closed_at, case.due_at = "", None, due_at
        case.decided_by, case.decided_name, case.decided_at = None, "", None
        case.desk.first = None

    def on_withdraw(self, model: Seat, now: datetime) -> None:
        _close(model.case, model.case.applicant, "", now)

    def on_halt(self, model: Seat, now: datetime) -> None:
        _close(model.case, None, "", now)


def silent_since(case: Case) -> datetime:
    """When something was last done about a claim: by the claimer, or by the customer whose reply gave it back."""
    assert case.claimed_at is not None  # noqa: S101  the case is claimed
    return max(case.claimed_at, case.desk.active_at or case.claimed_at)


def _give(case: Case, to: Reviewer, now: datetime) -> None:
    case.claimed_by, case.claimed_name, case.claimed_at = to.id, to.name, now
    case.desk.checks = set()  # whoever decides has looked for themselves


def _free(case: Case) -> None:
    case.claimed_by, case.claimed_name, case.claimed_at = None, "", None


def _close(case: Case, by: int | None, name: str, now: datetime) -> None:
    case.decided_by, case.decided_name, case.decided_at, case.closed_at = by, name, now, now
    _free(case)


WAITING, CLAIMED, ASKED, ESCALATED, CONFIRMING = "waiting", "claimed", "asked", "escalated", "confirming"
APPROVED, DONE, REFUSED, WITHDRAWN, HALTED = "approved", "done", "refused", "withdrawn", "halted"
DECIDED = (DONE, REFUSED, WITHDRAWN, HALTED)
"""Stages at which a case is closed."""

STAGES: Mapping[str, Text] = {
    WAITING: Text("new"),
    CLAIMED: Text("claimed"),
    ASKED: Text("waiting for the customer"),
    ESCALATED: Text("with security"),
    CONFIRMING: Text("second check"),
    APPROVED: Text("approved, not yet in effect"),
    DONE: Text("approved"),
    REFUSED: Text("not approved"),
    WITHDRAWN: Text("withdrawn"),
    HALTED: Text("stopped by the owner"),
}

REASONS: Mapping[str, Text] = {
    "sheet_missing": Text("The handwritten sheet is not in the photo. Send a new photo with the sheet."),
    "sheet_text": Text('The sheet must say "{sheet_line}", your full name and the date, written by hand.'),
    "sheet_date": Text("The date on the sheet must be the day you take the photo."),
    "blurred": Text("We cannot read the document. Take the photo in good light and send it as a file."),
    "cropped": Text("Part of the document is cut off. All corners must be in the photo."),
    "dates": Text("We cannot see the issue date and the expiry date. Send the side that shows them."),
    "latin": Text("The main details must be in Latin letters. Use another document, such as a passport."),
    "face": Text("We cannot see your face clearly. Take off hats and sunglasses and take a new photo."),
    "not_held": Text("Hold the document and the sheet in your hand, next to your face."),
    "document_expired": Text("The document is out of date. Use one that is in date."),
    "document_old": Text("The document was issued more than 10 years ago. Use a newer one."),
    "again": Text("Give this answer once more, with all that you remember."),
    "more": Text("Send more transactions, with date, amount, currency and type."),
    "video": Text("A short video shows that you make this request yourself."),
    "call": Text("We would like to call you about your request."),
    "no_reply": Text("We had no reply in time."),
    "no_match": Text("We could not confirm that this account is yours from what you sent."),
    "duplicate": Text("You have another request. We answer you there."),
}
"""What the customer reads, by code."""

PHOTO_REASONS = (
    "blurred", "cropped", "dates", "sheet_missing", "sheet_text", "sheet_date", "latin", "face", "not_held",
)  # fmt: skip
"""Why a photo is asked for again."""
ANSWER_REASONS = ("again", "more")
"""Why an answer is asked for again; it never says which answer did not match."""
RETRY = (
    "blurred", "cropped", "dates", "sheet_missing", "sheet_text", "sheet_date", "latin", "face", "not_held",
    "document_expired", "document_old",
)  # fmt: skip
"""Refusals after which a new request can succeed."""
FINAL = ("no_match", "duplicate")
"""Refusals that a new request does not mend."""
SECURITY: Mapping[str, Text] = {
    "fraud_document": Text("Security: forged document"),
    "fraud_person": Text("Security: another person"),
    "fraud_account": Text("Security: not the owner"),
}
"""Why the security team would refuse. No customer ever reads these: they read that we could not confirm the account."""

REASON_LABELS: Mapping[str, Text] = {
    "sheet_missing": Text("Sheet missing"),
    "sheet_text": Text("Sheet text"),
    "sheet_date": Text("Sheet date"),
    "blurred": Text("Cannot be read"),
    "cropped": Text("Cut off"),
    "dates": Text("Dates not visible"),
    "latin": Text("Not in Latin letters"),
    "face": Text("Face not clear"),
    "not_held": Text("Not held by the person"),
    "document_expired": Text("Expired"),
    "document_old": Text("Issued > 10 years ago"),
    "again": Text("Ask again"),
    "more": Text("More transactions"),
    "no_match": Text("Not confirmed"),
    "duplicate": Text("Another request"),
    "no_reply": Text("No reply"),
    **SECURITY,
}
"""How reviewers call them."""


REPLIES: Mapping[str, tuple[Text, Text]] = {
    "checking": (
        Text("Still checking"),
        Text("We are still checking {ref}. It takes a little longer. You do not need to do anything."),
    ),
    "received": (Text("We have it"), Text("We have what you sent for {ref}. A person looks at it.")),
    "email": (
        Text("See your email"),
        Text("We wrote to the email address of your {brand} account about {ref}. Look there, and in the spam folder."),
    ),
    "codes": (
        Text("Never share codes"),
        Text("Do not share codes with anyone about {ref}, not even with us. We never ask for them."),
    ),
}
"""Saved replies: how reviewers call them, and what the customer reads, in the customer's language (R14)."""


def told(code: str) -> Text:
    """What the customer reads for a reason: a security reason reads as any account that we could not confirm."""
    return REASONS["no_match" if code in SECURITY else code]


def is_final(code: str) -> bool:
    return code in FINAL or code in SECURITY


def declined(event: str, case: Case) -> Declined:
    """Why this action has no place at the stage of the case, in words for the reviewer."""
    if case.stage is None:
        return NotNow(Text("{ref} is not sent yet.", ref=case.ref))
    stage = STAGES[case.stage]
    if case.stage in (*DECIDED, APPROVED):
        if case.decided_name:
            return Closed(
                Text("{ref} is already {stage} by {name}.", ref=case.ref, stage=stage, name=case.decided_name)
            )
        return Closed(Text("{ref} is already {stage}.", ref=case.ref, stage=stage))
    if event == "claim":
        return Taken(
            Text("{name} has {ref} since {since}.", name=case.claimed_name, ref=case.ref, since=case.claimed_at)
        )
    if case.stage in (CLAIMED, ASKED) or event in ("cancel", "take_effect", "reopen"):
        return NotNow(Text("{ref} is {stage}.", ref=case.ref, stage=stage))
    return NotNow(Text("Claim {ref} first.", ref=case.ref))
