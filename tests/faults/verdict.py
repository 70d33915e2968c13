"""What became of everything that was said: the chats as people saw them against the database as it was committed.

Nothing here asks the bot.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Table, select

from bot.database import questionnaire
from states.case import Answer, Case
from states.reading.transactions import Transaction, spoken
from states.reply import Picture
from storage.seal import Keys
from storage.store import Reader
from storage.tables import cases, events, inbox, outbox
from tests.faults.people import Applicant, Desk
from tests.faults.recorder import POSTS, Post, Recorder

Rows = Sequence[Any]
TOLD = {"approve": "{ref} is approved", "refuse": "We could not approve {ref}"}
"""What a customer reads of a decision."""


@dataclass
class Stored:
    """The database, as another connection reads it."""

    cases: list[Case]
    events: dict[int, list[tuple[str, dict[str, Any]]]]
    inbox: Rows
    outbox: Rows
    broken_event: int | None

    @classmethod
    async def read(cls, url: str, keys: str) -> "Stored":
        reader = await Reader.open(url, Keys.parse(keys), questionnaire())
        try:
            async with reader.reading() as tx:

                async def rows(table: Table) -> Rows:
                    return (await tx._connection.execute(select(table).order_by(*table.primary_key))).all()

                told = defaultdict(list)
                for row in await rows(events):
                    told[row.case_id].append((row.kind, row.details))
                found = [await tx.cases.get(row.id) for row in await rows(cases)]
                return cls(
                    [case for case in found if case],
                    told,
                    await rows(inbox),
                    await rows(outbox),
                    await tx.audit.verify(),
                )
        finally:
            await reader.close()


async def unfinished(url: str, keys: str) -> int:
    """How many updates wait to be dealt with, and calls to be made."""
    now = datetime.now(UTC)
    reader = await Reader.open(url, Keys.parse(keys), questionnaire())
    try:
        async with reader.reading() as tx:
            counts = (await tx.inbox.counts(now=now), await tx.outbox.counts(now=now))
            return sum(count["pending"] for count in counts)
    finally:
        await reader.close()


@dataclass
class Verdict:
    """What was found wrong, each as a sentence, by what kind of wrong it is."""

    updates: int = 0
    answers: int = 0
    """Those that the bot is known to have accepted."""
    redelivered: int = 0
    repeats: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    never_sent: list[str] = field(default_factory=list)
    inversions: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> list[str]:
        return [*self.lost, *self.doubled, *self.never_sent, *self.inversions, *self.broken]


def judge(applicants: Sequence[Applicant], desks: Sequence[Desk], recorder: Recorder, stored: Stored) -> Verdict:
    verdict = Verdict(updates=len(recorder.updates), answers=sum(each.acknowledged for each in applicants))
    verdict.redelivered = sum(times - 1 for times in recorder.handed_out.values())
    verdict.lost += _lost_updates(recorder, stored)
    by_person = defaultdict(list)
    for case in stored.cases:
        by_person[case.applicant].append(case)
    for applicant in applicants:
        _judge_applicant(applicant, by_person[applicant.person.id], stored, verdict)
    for desk in desks:
        verdict.lost += [f"{desk.person.title}: {desk.stuck}"] if desk.stuck else []
        verdict.doubled += _decided_otherwise(desk, stored)
        verdict.never_sent += _not_told_once(desk, recorder, stored)
    verdict.never_sent += _never_sent(recorder, stored)
    verdict.doubled += _cards(stored)
    _judge_order(recorder, stored, verdict)
    if stored.broken_event is not None:
        verdict.broken.append(f"the chain of events breaks at {stored.broken_event}")
    return verdict


# --- what people said


def _lost_updates(recorder: Recorder, stored: Stored) -> Iterator[str]:
    ended = {row.update_id: row.ended for row in stored.inbox}
    for update in sorted(recorder.updates - ended.keys()):
        yield f"update {update} was never stored"
    for update, how in ended.items():
        if how != "done":
            yield f"update {update} is {how or 'not dealt with'}"


def _judge_applicant(applicant: Applicant, own: list[Case], stored: Stored, verdict: Verdict) -> None:
    name = applicant.person.title
    if applicant.stuck:
        verdict.lost.append(f"{name}: {applicant.stuck}")
    if len(own) != 1:
        (verdict.doubled if own else verdict.lost).append(f"{name} has {len(own)} cases")
        return
    case = own[0]
    kept = {question: _as_said(answer) for question, answer in case.answers.items()}
    for question, said in applicant.answers.items():
        if kept.get(question) != said:
            wrong = "differs" if question in kept else "is not there"
            verdict.lost.append(f"{name}: the answer to {question} {wrong}")
    told = stored.events[case.id or 0]
    answered = Counter(details["question"] for kind, details in told if kind == "answered")
    for question, times in (answered - Counter(applicant.story)).items():
        verdict.doubled.append(f"{name}: {question} was taken {times} times too often")
    for question, times in (Counter(applicant.story) - answered).items():
        verdict.lost.append(f"{name}: {question} was taken {times} times too seldom")
    submitted = sum(kind == "submitted" for kind, _ in told)
    if submitted != bool(applicant.ref):
        (verdict.doubled if submitted else verdict.lost).append(f"{name}: submitted {submitted} times")
    verdict.doubled += [f"{name}: an answer was turned down" for kind, _ in told if kind == "turned_down"]


def _as_said(answer: Answer) -> str:
    """As a customer notes it. Transactions are read back and confirmed: what was typed stands in the reading only."""
    match answer.value:
        case Picture(digest=digest):
            return digest
        case (Transaction() as transaction,):
            return spoken(transaction)
        case _:
            return answer.typed


def _decided_otherwise(desk: Desk, stored: Stored) -> Iterator[str]:
    by_ref = {case.ref: case for case in stored.cases}
    for ref, decision in desk.decided.items():
        told = Counter(kind for kind, _ in stored.events[by_ref[ref].id or 0])
        expected = {"claim": 1, "checked": 5 * (decision == "approve"), "approve": 0, "refuse": 0} | {decision: 1}
        if any(told[kind] != times for kind, times in expected.items()):
            yield f"{ref}: {dict(told)} where one {decision} was made"


# --- what the bot said


def _not_told_once(desk: Desk, recorder: Recorder, stored: Stored) -> Iterator[str]:
    """A decision reaches its customer once; repeats of the message belong to no row."""
    rows = {(row.chat_id, row.message_id) for row in stored.outbox if row.method in POSTS}
    applicants = {case.ref: case.applicant for case in stored.cases}
    for ref, decision in desk.decided.items():
        posts = recorder.posts[applicants[ref]]
        words = TOLD[decision].format(ref=ref)
        told = [post for post in posts if words in post.content and (post.chat, post.message_id) in rows]
        if len(told) != 1:
            yield f"{ref}: its customer was told {len(told)} times"


def _never_sent(recorder: Recorder, stored: Stored) -> Iterator[str]:
    there = {(post.chat, post.message_id) for posts in recorder.posts.values() for post in posts}
    marked: Counter[tuple[int, str]] = Counter()
    for row in stored.outbox:
        if row.ended != "sent":
            yield f"outgoing {row.key} is {row.ended or 'not sent'} ({row.error})"
        elif row.method in POSTS and (row.chat_id, row.message_id) not in there:
            yield f"outgoing {row.key} is marked sent and was not"
        elif row.method not in POSTS:
            marked[row.chat_id, row.method] += 1
    for (chat, method), missing in (marked - recorder.called).items():
        yield f"{missing} calls of {method} to {chat} are marked sent and were not made"


def _cards(stored: Stored) -> Iterator[str]:
    """One message in the staff channel for each request that was sent."""
    posted = Counter(row.key for row in stored.outbox if row.method in POSTS and row.chat_id < 0)
    sent = {f"card:{case.id}" for case in stored.cases if case.submitted_at}
    yield from (f"{key} is no card of a request" for key in posted.keys() - sent)
    yield from (f"{key} was never posted" for key in sent - posted.keys())


def _judge_order(recorder: Recorder, stored: Stored, verdict: Verdict) -> None:
    """Each message of the bot is the one of a row, or says what the next one says again: a repeat."""
    rows = {(row.chat_id, row.message_id): row.id for row in stored.outbox if row.method in POSTS}
    for chat, posts in recorder.posts.items():
        newest = 0
        for place, post in enumerate(posts):
            row = rows.get((chat, post.message_id))
            if row is None:
                if _says_the_same(post, posts[place + 1 :]):
                    verdict.repeats += 1
                else:
                    verdict.doubled.append(f"message {post.message_id} of {chat} belongs to no row")
            elif row < newest:
                verdict.inversions.append(f"message {post.message_id} of {chat} came too late")
            else:
                newest = row


def _says_the_same(post: Post, later: list[Post]) -> bool:
    return bool(later) and later[0].content == post.content
