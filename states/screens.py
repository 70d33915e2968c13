"""What we say around the questions."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil

from states.case import Case
from states.message import Button, Message, Pair, plain
from states.policy import Policy
from states.question import CANCEL, Progress, Question
from states.review import APPROVED, ASKED, DECIDED, STAGES, WAITING
from states.text import Text

NO_REQUEST = plain(Text("You have no request. Use /start to begin."))
OLD_BUTTON = Text("That button is from an earlier step. Here is the current one.")
OLD_PRESS = Text("That button does not work any more. Use /start to see where you are.")
AHEAD_MOST = 100
"""So far we count how many requests are before one's own."""
ASLEEP = Text("⚠️ Our buttons did not work for a while. If you pressed one, press it again.")
NOT_GIVEN = Text("There is no answer to change there yet. Here is the current question.")
FIRST_STEP = plain(Text("This is the first step."))
EDITED = plain(
    Text("You edited an earlier message. We keep your first answer. You can change it at the last step."),
)
UNKNOWN_COMMAND = plain(Text("That command does not exist. Use /help to see what you can do."))
CANCELLED = plain(Text("Your answers are deleted. Use /start to begin again."))
ERASED = plain(Text("Your data is deleted. We keep only the reference, the dates and the decision."))
SEND_AS_ASKED = plain(Text("Your request is sent already. Give only what we asked for."))
GO_ON = plain(Text("Good. Nothing is changed."))
SAVED = Text("✅ Saved")
CHANGED = Text("✅ Changed. Check your answers again.")
ALBUM = Text("You sent several photos. We kept the first one for this step.")
SEND_AGAIN = plain(Text("Send your answer once more. We take it as it is, and a person will look at it."))
PERSON_OFFER = Text("If you cannot answer this differently, a person can look at it.")
A_PERSON = Button(Text("Let a person look"), "anyway")
CANCEL_ASK = plain(
    Text("Stop and delete your answers?"),
    rows=((Button(Text("Yes, delete them"), "yes", "danger"),), (Button(Text("No, go on"), "no"),)),
)
WITHDRAW_ASK = plain(
    Text("Withdraw your request? A reviewer will not decide it, and your answers are deleted."),
    rows=(
        (Button(Text("Yes, I am back in"), "yes:back_in"),),
        (Button(Text("Yes, I do not need it"), "yes:not_needed"),),
        (Button(Text("Yes, withdraw it"), "yes", "danger"),),
        (Button(Text("No, keep it"), "no"),),
    ),
)
SUBMIT = Button(Text("Send my request"), "submit", "success")
CHANGE = Button(Text("Change an answer"), "change")
TO_SUMMARY = Button(Text("Back to my answers"), "summary")
SUMMARY_HINT = plain(Text('Select a button, or type what to change, like "change phone".'))

SECRETS = {
    "card_number": Text(
        "🔒 We deleted your message because it had a card number in it. We never need it: a bank name is enough."
    ),
    "cvv": Text("🔒 We deleted your message because it had a card's security code in it. We never need it."),
    "seed_phrase": Text(
        "🔒 We deleted your message. It looked like a secret phrase. Anyone who has it can take your crypto. "
        "Move your funds to a new wallet."
    ),
    "private_key": Text(
        "🔒 We deleted your message. It looked like a private key. Anyone who has it can take your crypto. "
        "Move your funds to a new wallet."
    ),
    "password": Text(
        "🔒 We deleted your message. It looked like a password. If it is yours, change it now. We never need it."
    ),
    "code": Text(
        "🔒 We deleted your message. It looked like a login or 2FA code. Never share codes, not even with us."
    ),
    "key": Text("🔒 We deleted your message. It looked like a secret key. Make a new one: this one is not safe now."),
}
"""What a person hears who sent a secret, by family of secrets."""

SECRET_FAMILIES = {
    "secret_card_number": "card_number",
    "secret_cvv": "cvv",
    "secret_pin": "code",
    "secret_seed_phrase": "seed_phrase",
    "secret_private_key": "private_key",
    "secret_password": "password",
    "secret_otp_code": "code",
    "secret_otpauth": "code",
    "secret_2fa_key": "code",
    "secret_api_key": "key",
}
SECRET_NOT_DELETED = Text("🔒 Your last message has private details we do not need. Delete it from this chat.")
"""Said where Telegram did not let us delete the message."""


def secret_warning(kind: str) -> Message:
    return plain(SECRETS[SECRET_FAMILIES[kind]])


def privacy(policy: Policy) -> Message:
    return Message(
        title=(Text("What we keep, and why"),),
        body=(
            Text("What we keep: your answers, photos, a video if we ask for one, Telegram ID and language."),
            Text("Why: to check that the account is yours. We use it for nothing else."),
            Text("Who sees it: our review team. Each look at a photo is recorded."),
            Text(
                "How long: photos {photo_days} days and answers {case_days} days after the decision. "
                "A request that is not sent is deleted after {draft_days} days.",
                photo_days=policy.photo_days,
                case_days=policy.case_days,
                draft_days=policy.draft_days,
            ),
            Text("Your choice: /delete removes it at any time."),
            Text("Full notice: {privacy_url}"),
        ),
    )


def help_page(policy: Policy) -> Message:
    return Message(
        title=(Text("How this works"),),
        body=(
            Text(
                "You answer questions one by one and send {photos} photos. Then a person checks your request: "
                "the waiting time can take up to {hours} hours.",
                photos=policy.photos,
                hours=policy.answer_hours,
            ),
            Text("You can type, or use the buttons. Your answers are saved after each step."),
            Text(
                "/status: where your request is\n"
                "/back: go back one step\n"
                "/cancel: stop and delete your answers\n"
                "/privacy: what we keep, why and how long\n"
                "/delete: delete your data"
            ),
            Text("We never ask for your password, 2FA codes, card numbers or secret phrase."),
            Text("If you are stuck: {support_url}"),
        ),
    )


def welcome_back(progress: Progress | None, name: Text) -> Message:
    where = (
        Text(
            "Your request is saved at step {step} of {total}: {name}.",
            step=progress.step,
            total=progress.total,
            name=name,
        )
        if progress
        else Text("You had just begun.")
    )
    return Message(
        title=(Text("Welcome back"),),
        body=(where,),
        rows=((Button(Text("Continue"), "continue", "primary"),), (Button(Text("Start again"), "cancel"),)),
    )


def reminder(progress: Progress | None) -> Message:
    """The one reminder of a request that is not sent (C17)."""
    if progress is None:
        return plain(Text("Your request is not sent yet. Use /start to go on. We will not remind you again."))
    return plain(
        Text(
            "Your request is not sent yet. You are at step {step} of {total}. Use /start to go on. "
            "We will not remind you again.",
            step=progress.step,
            total=progress.total,
        )
    )


def expired(policy: Policy) -> Message:
    """Said when a draft was deleted (C17)."""
    return plain(
        Text(
            "Your saved answers were deleted after {days} days without a reply. You can start again with /start.",
            days=policy.draft_days,
        )
    )


def summary(questions: Sequence[Question], case: Case, progress: Progress) -> Message:
    """All answers, before they are sent (C09, C10, S14)."""
    return Message(
        title=(
            Text("Step {step} of {total}", step=progress.step, total=progress.total),
            Text("Check your answers before you send them"),
        ),
        body=(
            *(Pair(question.name, question.show(case.value(question.key))) for question in questions),
            Text(
                "Your request is not sent yet. By sending it you confirm that this is your account "
                "and that your answers are true."
            ),
        ),
        rows=((SUBMIT,), (CHANGE, CANCEL)),
        protected=True,
    )


def change_menu(questions: Sequence[Question]) -> Message:
    buttons = [Button(question.name, f"change:{question.key}") for question in questions]
    pairs = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    return plain(Text("Which answer do you want to change?"), rows=(*pairs, (TO_SUMMARY,)))


def album(kept: Question | None) -> Message:
    """To the rest of an album: which photo is which nobody can know, so we ask about the one we kept (C39)."""
    if kept is None:
        return plain(ALBUM)
    return plain(
        ALBUM,
        Text("Is it this one: {photo}?", photo=kept.name),
        rows=((Button(Text("Continue"), "continue"), Button(Text("No, another one"), f"change:{kept.key}")),),
    )


def sheet_is_old(written: datetime) -> Message:
    """The sheet must carry the day on which the request is sent, or the day before (S24)."""
    return plain(
        Text(
            "You wrote the sheet on {date}. The sheet needs the date of the day you send it, or the day before. "
            "Make a new sheet and take both photos again.",
            date=written.date(),
        )
    )


def sent(case: Case) -> Message:
    """Reference, next steps, latest time, how to ask (C11)."""
    return Message(
        title=(Text("✅ Request sent"), Text("Your reference is {ref}.", ref=case.ref)),
        body=(
            Text("What happens next"),
            Text("1. A person checks your request. We aim to answer by {deadline}.", deadline=case.due_at),
            Text("2. We write to you here. We may ask for another photo, a short video or a call."),
            Text("3. If it is approved, 2FA is turned off and you can sign in."),
            Text(
                "Use /status at any time. We only write to you in this chat and at your {brand} email address. "
                "Questions: {support_url}"
            ),
        ),
    )


def status(case: Case, progress: Progress | None, now: datetime, ahead: int | None = None) -> Message:
    """Where the request is, and who has to do what next (C12)."""
    if case.stage in DECIDED:
        return plain(
            Text("{ref}: {decision} on {date}.", ref=case.ref, decision=STAGES[case.stage], date=case.decided_at)
        )
    if case.submitted_at is None:
        where = (
            Text("You are at step {step} of {total}.", step=progress.step, total=progress.total)
            if progress
            else Text("")
        )
        return plain(
            Text("Your request is not sent yet. It waits for you."),
            where,
            rows=((Button(Text("Continue"), "continue", "primary"),),),
        )
    if case.stage == ASKED and case.desk.request:
        return plain(
            Text("{ref}: we need something from you.", ref=case.ref),
            Text("Send it by {due}.", due=case.desk.request.due_at),
        )
    if case.stage == APPROVED:
        return plain(
            Text("{ref} is approved. It takes effect at {time}.", ref=case.ref, time=case.desk.effective_at),
            Text("You do not need to do anything."),
        )
    assert case.due_at is not None  # noqa: S101  a submitted case is due
    waits = (
        Text("{ref}: a reviewer is checking it now.", ref=case.ref)
        if case.stage != WAITING
        else Text("{ref}: waiting for a reviewer. Requests before yours: {ahead}.", ref=case.ref, ahead=_up_to(ahead))
        if ahead is not None
        else Text("{ref}: waiting for a reviewer.", ref=case.ref)
    )
    hours = int((case.due_at - now).total_seconds() // 3600)
    if hours < 0:
        return plain(waits, Text("It takes longer than we aimed for. You do not need to do anything."))
    return plain(
        waits,
        Text("We aim to answer by {deadline}: {hours} hours left.", deadline=case.due_at, hours=hours),
        Text("You do not need to do anything."),
    )


def _up_to(ahead: int) -> Text | int:
    return ahead if ahead < AHEAD_MOST else Text("{most} or more", most=AHEAD_MOST)


def has_open(case: Case) -> Message:
    return plain(
        Text("You already have a request: {ref}. Use /status to see it. You can only have one at a time.", ref=case.ref)
    )


def with_us(case: Case) -> Message:
    """To whatever a person sends while the case is with the reviewers."""
    return plain(
        Text("Your request {ref} is with our reviewers. We did not add this to it.", ref=case.ref),
        Text("Use /status to see where it is, or /cancel to withdraw it. Questions: {support_url}"),
    )


def too_late(case: Case, what: Text) -> Message:
    """To a photo or a video that comes after the decision (R18)."""
    return plain(
        Text("Your request {ref} is closed. We did not keep this {what}.", ref=case.ref, what=what),
        Text("Use /status to see the decision, or /start for a new request."),
    )


def withdrawn(case: Case) -> Message:
    return plain(Text("Your request {ref} is withdrawn and your answers are deleted.", ref=case.ref))


def approved(case: Case) -> Message:
    """What to do now that 2FA is off (C55, S41, S49)."""
    return Message(
        title=(Text("✅ {ref} is approved", ref=case.ref), Text("2FA is turned off on your account.")),
        body=(
            Text("Now:"),
            Text("1. Sign in at the {brand} website with your password."),
            Text("2. Turn on 2FA with an authenticator app straight away, rather than SMS where possible."),
            Text("3. Use a strong password that you use nowhere else."),
            Text("4. Keep your recovery email and phone number current."),
            Text("5. Watch for emails from {brand} about sign-ins or password changes that you did not expect."),
            Text("If you did not ask for this, write to us now: {support_url}"),
        ),
    )


def approved_later(case: Case) -> Message:
    """Approved, but not at once: whoever owns the account has time to object (R24)."""
    return Message(
        title=(Text("✅ {ref} is approved", ref=case.ref),),
        body=(
            Text("To protect you, it takes effect at {time}. We write to you then.", time=case.desk.effective_at),
            Text("You do not need to do anything."),
            Text("If you did not ask for this, stop it now."),
        ),
        rows=((Button(Text("I did not ask for this"), "halt", "danger"),),),
    )


def halted(case: Case) -> Message:
    return plain(
        Text("We have stopped request {ref} and told the security team.", ref=case.ref),
        Text("Change your {brand} and email passwords now. Questions: {support_url}"),
    )


def need_more(case: Case, items: Sequence[tuple[Text, Text]], due_at: datetime) -> Message:
    """What the reviewer needs, each with its reason; all else stays as it is (C52)."""
    return Message(
        title=(Text("We need something more for {ref}", ref=case.ref),),
        body=(
            *(Pair(name, reason) for name, reason in items),
            Text("All your other answers stay as they are."),
            Text("Send it here by {due}. Our time to answer starts again with your reply.", due=due_at),
        ),
    )


def need_thanks(case: Case) -> Message:
    return plain(
        Text("✅ Thank you. We have it."),
        Text("{ref}: we aim to answer by {deadline}.", ref=case.ref, deadline=case.due_at),
    )


def need_reminder(case: Case) -> Message:
    request = case.desk.request
    return plain(
        Text("{ref}: we still need something from you.", ref=case.ref),
        Text("Use /start to go on. Send it by {due}. We will not remind you again.", due=request and request.due_at),
    )


def need_late(case: Case) -> Message:
    return plain(
        Text("{ref} is closed because we had no reply in time. You can start a new request with /start.", ref=case.ref)
    )


def reopened(case: Case) -> Message:
    return plain(
        Text("We are looking at {ref} again. We aim to answer by {deadline}.", ref=case.ref, deadline=case.due_at)
    )


def looking_again(case: Case) -> Message:
    """An approval was taken back before it took effect."""
    return plain(
        Text("We are looking at {ref} once more before it takes effect. You do not need to do anything.", ref=case.ref)
    )


def late(case: Case, hours: int) -> Message:
    """The target has passed: said once (R19)."""
    return plain(
        Text("Your request {ref} is taking longer than {hours} hours.", ref=case.ref, hours=hours),
        Text("It is now first in the queue. You do not need to do anything."),
    )


def refused_for_good(case: Case, reason: Text) -> Message:
    """A final refusal, and the one way to contest it (C55, S50)."""
    return Message(
        title=(Text("We could not approve {ref}", ref=case.ref),),
        body=(
            reason,
            Text("A new request with the same answers will not change this."),
            Text("You can ask once to have it looked at again: {support_url}. Give the reference {ref}.", ref=case.ref),
        ),
    )


def refused(case: Case, reason: Text) -> Message:
    """Why not, and what the person can do (C55, S50)."""
    return Message(
        title=(Text("We could not approve {ref}", ref=case.ref),),
        body=(
            reason,
            Text("You can send a new request with /start. Questions: {support_url}"),
        ),
    )


def too_fast(wait: timedelta) -> Message:
    """Said once; then nothing is answered until the time is over (O11)."""
    return plain(
        Text(
            "You are sending messages very fast. Wait {seconds} seconds, then answer the last question.",
            seconds=ceil(wait.total_seconds()),
        )
    )


def too_many_photos(most: int, wait: timedelta) -> Message:
    return plain(
        Text(
            "You have sent {most} photos within an hour. Wait {minutes} minutes, then send the next one.",
            most=most,
            minutes=ceil(wait.total_seconds() / 60),
        )
    )


def too_many_requests(most: int, when: datetime) -> Message:
    return plain(
        Text(
            "You have started {most} requests within a day. You can start a new one after {when}.", most=most, when=when
        )
    )


def not_now(when: datetime) -> Message:
    """The request is not sent, and nothing of it is lost."""
    return plain(
        Text("We have more requests now than we can check. Your answers are saved."),
        Text("Send your request again after {when}. Questions: {support_url}", when=when),
    )


LATER = plain(Text("We could not save your answer. Nothing is lost. Send it again in a few minutes."))
"""Said when we failed."""
ONLY_PRIVATE = Text("This bot only works in a private chat, to keep your answers private. Open it here: {link}")
