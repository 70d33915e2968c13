"""What reviewers decide, and what the passing of time decides: the case changes, and the customer is told."""

from datetime import datetime, timedelta
from typing import Any

from states import screens
from states.case import Case
from states.desk import Request
from states.machine import Machine, NotAllowed
from states.message import Message
from states.policy import Policy
from states.questionnaire import Questionnaire
from states.review import APPROVED, Review, Reviewer, declined, is_final, told
from states.text import Text


class Decisions:
    """The reviewers' side of the conversation. `intake` is the applicant's machine: asking for more moves it too."""

    def __init__(self, policy: Policy, questionnaire: Questionnaire, intake: Machine) -> None:
        self._policy, self._questionnaire, self._intake = policy, questionnaire, intake
        self._review = Machine(Review, state_field="stage")

    def begin(self, case: Case) -> None:
        """A request that was just sent stands in the queue."""
        self._review.settle(case)

    def send(self, case: Case, event: str, **details: Any) -> None:
        """One event of the machine. Raises Declined, with words for the reviewer; then nothing changed."""
        if case.stage is None:
            raise declined(event, case)
        try:
            self._review.send(case, event, **details)
        except NotAllowed:
            raise declined(event, case) from None

    # --- reviewers

    def decide(self, case: Case, event: str, by: Reviewer, now: datetime, **details: Any) -> tuple[Message, ...]:
        """A reviewer's action on a case, which is changed in place; what the customer is told of it.

        `ask` takes phrase and word, `approve` takes risk, `hand_over` takes to, `refuse` takes reason.
        Raises Declined when the action is not theirs or has no place at this stage.
        """
        self.send(case, event, by=by, now=now, **details, **self._facts(case, event, now, details))
        match event:
            case "ask":
                return self._reopened(case, now)
            case "approve" if case.stage == APPROVED:
                return self._approved(case, by, now)
            case "take_effect":
                return (screens.approved(case),)
            case "refuse":
                return (self._refused(case),)
            case "reopen":
                return (screens.reopened(case),)
            case "cancel":
                return (screens.looking_again(case),)
            case _:
                return ()

    def _facts(self, case: Case, event: str, now: datetime, details: dict[str, Any]) -> dict[str, Any]:
        """What the machine has to know of the policy."""
        match event:
            case "ask":
                due_at = now + timedelta(days=self._policy.reply_days)
                phrase, word = details.get("phrase", ""), details.get("word", "")
                return {"request": Request(dict(case.desk.basket), now, due_at, phrase, word)}
            case "approve":
                return {"effective_at": now + self._calm(case, risk=details["risk"])}
            case "take_over":
                return {"silence": timedelta(minutes=self._policy.claim_minutes)}
            case "reopen":
                return {"period": timedelta(days=self._policy.reopen_days), "due_at": self._due_at(now)}
            case "cancel":
                return {"due_at": self._due_at(now)}
            case _:
                return {}

    def _due_at(self, now: datetime) -> datetime:
        """When we want to have answered a case that comes to the queue now."""
        return now + timedelta(hours=self._policy.answer_hours)

    def _calm(self, case: Case, *, risk: bool) -> timedelta:
        """How long an approval waits: not at all where the phone on file is in the person's hand and nothing is odd,
        a day where the phone is lost, two where a risk flag stands (R24).
        """
        if risk or case.desk.first:
            return timedelta(hours=self._policy.calm_hours_at_risk)
        if case.value("phone_access") is True:
            return timedelta()
        return timedelta(hours=self._policy.calm_hours)

    def _approved(self, case: Case, by: Reviewer, now: datetime) -> tuple[Message, ...]:
        if case.desk.effective_at and case.desk.effective_at > now:
            return (screens.approved_later(case),)
        self.send(case, "take_effect", by=by, now=now)
        return (screens.approved(case),)

    def _reopened(self, case: Case, now: datetime) -> tuple[Message, ...]:
        """The items are open to the customer again, and nothing else is."""
        request = case.desk.request
        assert request is not None  # noqa: S101  it was just made
        self._intake.send(case, "ask_again", about=tuple(request.items))
        case.touched_at = now
        reasons = [(self._questionnaire[key].name, self.reason(code)) for key, code in request.items.items()]
        return (screens.need_more(case, reasons, request.due_at),)

    def _refused(self, case: Case) -> Message:
        reason = self.reason(case.reason)
        return screens.refused_for_good(case, reason) if is_final(case.reason) else screens.refused(case, reason)

    def reason(self, code: str) -> Text:
        """What the customer reads for a reason."""
        return told(code).filled(sheet_line=self._policy.sheet_line)

    # --- the customer and the clock

    def replied(self, case: Case, now: datetime) -> Message:
        """The customer sent all that was asked for; our clock starts anew."""
        self.send(case, "reply", now=now, due_at=self._due_at(now))
        return screens.need_thanks(case)

    def withdraw(self, case: Case, now: datetime, reason: str = "") -> Message:
        """The customer takes the request back; `reason` is a code, or nothing."""
        self.send(case, "withdraw", now=now)
        case.reason = reason
        return screens.withdrawn(case)

    def halt(self, case: Case, now: datetime) -> Message:
        """The owner of the account stopped the request (C51)."""
        self.send(case, "halt", now=now)
        return screens.halted(case)

    def expire(self, case: Case, now: datetime) -> Message:
        """What we asked for did not come in time."""
        self.send(case, "expire", now=now)
        self._intake.send(case, "let_be")
        return screens.need_late(case)

    def lapse(self, case: Case) -> None:
        """A silent claim goes back to the queue (R05)."""
        self.send(case, "lapse")
