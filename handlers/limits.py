"""How much one person may do, one account, and all together: who wants more hears of it once, then nothing for a while.

Reviewers have no limits.
"""

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from handlers.sieve import Allowance, Count, Sieve
from handlers.work import Work
from states import screens
from states.case import Case
from states.message import Message
from states.policy import Policy
from states.reply import BadPhoto, BadVideo, Photo, Reply, Video

NOTICE = Allowance("notice", 0, timedelta(hours=1))
"""That a request cannot be sent now is told once in an hour."""
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


class Verdict(NamedTuple):
    """`go` within the limit, `tell` the first time beyond it, `hush` ever after, until the period is over."""

    word: Literal["go", "tell", "hush"]
    until: datetime


async def lets_speak(person: int, work: Work) -> bool:
    """Whether a message or a press is dealt with."""
    verdict = await _spent(_messages(work.house.dialogue.policy), person, work)
    if verdict.word == "tell":
        await _tell(screens.too_fast(verdict.until - work.now), person, work)
    return verdict.word == "go"


async def lets_press(stranger: int, work: Work) -> bool:
    """Whether the press of somebody whom we do not talk with is dealt with; nobody is told."""
    return (await _spent(_messages(work.house.dialogue.policy), stranger, work)).word == "go"


async def lets_show(person: int, reply: Reply, work: Work) -> bool:
    """Whether a photo or a video is dealt with; all else is."""
    if not isinstance(reply, Photo | BadPhoto | Video | BadVideo):
        return True
    allowance = _photos(work.house.dialogue.policy)
    verdict = await _spent(allowance, person, work)
    if verdict.word == "tell":
        await _tell(screens.too_many_photos(allowance.most, verdict.until - work.now), person, work)
    return verdict.word == "go"


async def lets_begin(person: int, work: Work) -> bool:
    """Whether another request may be begun."""
    allowance = _drafts(work.house.dialogue.policy)
    verdict = await _spent(allowance, person, work)
    if verdict.word == "tell":
        await _tell(screens.too_many_requests(allowance.most, verdict.until), person, work)
    return verdict.word == "go"


async def lets_send(case: Case, work: Work) -> bool:
    """Whether a request may go to the reviewers now.

    An account that many people claim at once, and an hour in which more come than anybody can check, are told the same:
    nobody learns from it whether others claim the account.
    """
    policy, tx = work.house.dialogue.policy, work.tx
    others = [await tx.cases.claims_of(case, field, since=work.now - DAY) for field in ("username", "phone")]
    sent = await tx.audit.count("submitted", since=work.now - HOUR, most=policy.requests_an_hour)
    if max(others) < policy.account_requests_a_day and sent < policy.requests_an_hour:
        return True
    verdict = await _spent(NOTICE, case.applicant, work)
    if verdict.word == "tell":
        await _tell(screens.not_now(verdict.until), case.applicant, work)
    return False


def has_shown_enough(person: int, sieve: Sieve, policy: Policy, now: datetime) -> bool:
    """Whether another photo would be turned away, as far as memory knows: then it need not be fetched."""
    allowance = _photos(policy)
    return sieve.of(allowance, person, now).times >= allowance.most


def _messages(policy: Policy) -> Allowance:
    return Allowance("messages", policy.messages_a_minute, timedelta(minutes=1))


def _photos(policy: Policy) -> Allowance:
    return Allowance("photos", policy.photos_an_hour, HOUR)


def _drafts(policy: Policy) -> Allowance:
    return Allowance("drafts", policy.drafts_a_day, DAY)


async def _spent(allowance: Allowance, person: int, work: Work) -> Verdict:
    """Counts one more: in memory, and from half of the allowance on where a restart does not forget it."""
    if work.house.staff.reviewer(person, ""):
        return Verdict("go", work.now)
    counted = work.house.sieve.count(allowance, person, work.now)
    if counted.times > allowance.unwatched:
        tally = await work.tx.tallies.count(
            allowance.kind, str(person), first=counted.times, period=counted.until - work.now, now=work.now
        )
        counted = Count(tally.count, tally.until)
        work.house.sieve.put(allowance, person, counted)
    word: Literal["go", "tell", "hush"] = "go" if counted.times <= allowance.most else "hush"
    return Verdict("tell" if counted.times == allowance.most + 1 else word, counted.until)


async def _tell(notice: Message, person: int, work: Work) -> None:
    await work.say(Case(applicant=person), (notice,))
