"""Figures of the review desk: how many, how long, where people stop, and why. Counts and codes, nothing personal."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from math import ceil
from typing import Any

from sqlalchemy import BindParameter, Executable, bindparam, exists, func, select

from states.review import APPROVED, ASKED, DONE, HALTED, REFUSED, WITHDRAWN
from storage.connection import Connection
from storage.store import Transaction
from storage.tables import cases, events

SOON = timedelta(hours=6)
"""An open case that is due within this is due soon."""
OUTCOMES = {DONE: APPROVED, APPROVED: APPROVED, REFUSED: REFUSED, WITHDRAWN: WITHDRAWN, HALTED: HALTED}
"""What became of a case, by stage: an approval counts before it takes effect."""


@dataclass(frozen=True, slots=True)
class Day:
    """What came and what went on a day of UTC."""

    date: date
    sent: int
    decided: int


@dataclass(frozen=True, slots=True)
class Queue:
    """The sent cases that are not decided, at this moment."""

    open: int
    unclaimed: int
    with_customer: int
    """Those whose customer was asked for more: our clock stands, so they are neither due nor late."""
    due_soon: int
    late: int


@dataclass(frozen=True, slots=True)
class Step:
    """How the people who began in the period got on with a question."""

    question: str
    tried: int
    """People who answered it, whether the answer was taken or not."""
    finished: int
    """People whose answer was taken."""
    stopped: int
    """People who sent nothing so far, and for whom this was the last answer that was taken."""


@dataclass(frozen=True, slots=True)
class TurnedDown:
    """Answers to a question that were refused with a code."""

    question: str
    reason: str
    times: int
    people: int


@dataclass(frozen=True, slots=True)
class Figures:
    """A period in numbers. Durations are in hours, ascending, by the clock on the wall."""

    since: datetime
    now: datetime
    queue: Queue
    days: tuple[Day, ...]
    """Every day of the period, also those on which nothing happened."""
    decision_hours: tuple[float, ...]
    """From sent to decided, of the cases that a reviewer decided in the period."""
    decided_late: int
    """How many of them were decided after they were due."""
    claim_hours: tuple[float, ...]
    """From sent to the first claim, of the cases that were sent in the period and claimed."""
    outcomes: Mapping[str, int]
    """What became of cases in the period: approved, refused, withdrawn, halted."""
    refusals: Mapping[str, int]
    """Refused cases by the code of the reason, the most frequent first."""
    asks: Mapping[str, int]
    """What customers were asked for again, by the code of the reason, the most frequent first."""
    asked: int
    """Of the cases that were sent in the period, those whose customer was asked for more."""
    began: int
    """People who answered their first question in the period."""
    steps: tuple[Step, ...]
    turned_down: tuple[TurnedDown, ...]
    """The most people first."""

    @property
    def sent(self) -> int:
        return sum(day.sent for day in self.days)

    @property
    def decided(self) -> int:
        return self.outcomes[APPROVED] + self.outcomes[REFUSED]

    @property
    def finished(self) -> int:
        """People who began in the period and have sent their request."""
        return self.began - sum(step.stopped for step in self.steps)


def within(hours: Sequence[float], share: float) -> float | None:
    """The time in which at least this share was done; None where nothing was. `hours` ascend.

    >>> within((1.0, 2.0, 30.0), 0.5)
    2.0
    """
    return hours[max(ceil(share * len(hours)), 1) - 1] if hours else None


def start_of(days: int, now: datetime) -> datetime:
    """The midnight of UTC since which it is this many days, today among them."""
    midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - timedelta(days=days - 1)


# --- the queries: each finds the rows of its period by an index, however many cases there are

SINCE: BindParameter[datetime] = bindparam("since")
CLOCK_RUNS = cases.c.stage != ASKED
QUEUE = select(
    func.count().label("open"),
    func.count().filter(cases.c.claimed_by.is_(None)).label("unclaimed"),
    func.count().filter(~CLOCK_RUNS).label("with_customer"),
    func.count()
    .filter(CLOCK_RUNS, cases.c.due_at >= bindparam("now"), cases.c.due_at < bindparam("soon"))
    .label("due_soon"),
    func.count().filter(CLOCK_RUNS, cases.c.due_at < bindparam("now")).label("late"),
).where(cases.c.submitted_at.is_not(None) & cases.c.closed_at.is_(None) & cases.c.decided_at.is_(None))
DECIDED = select(
    cases.c.stage, cases.c.reason, cases.c.submitted_at, cases.c.due_at, cases.c.decided_at, cases.c.decided_by
).where(cases.c.decided_at.is_not(None) & (cases.c.decided_at >= SINCE), cases.c.stage.in_(OUTCOMES))


def _happened(*kinds: str) -> Any:
    """Events of these kinds in the period."""
    return events.c.kind.in_(kinds) & (events.c.at >= SINCE)


QUESTION = events.c.details["question"].as_string()
REASON = events.c.details["reason"].as_string()
PEOPLE = func.count(events.c.case_id.distinct())

OF_CASES = events.join(cases, cases.c.id == events.c.case_id)
SENT_IN_PERIOD = cases.c.submitted_at >= SINCE
SENT = (
    select(cases.c.submitted_at)
    .select_from(OF_CASES)
    .where(_happened("submitted"), SENT_IN_PERIOD)
    .group_by(cases.c.id)
)
CLAIMED = (
    select(cases.c.submitted_at, func.min(events.c.at).label("at"))
    .select_from(OF_CASES)
    .where(_happened("claim"), SENT_IN_PERIOD)
    .group_by(cases.c.id)
)
CUSTOMERS_ASKED = select(PEOPLE).select_from(OF_CASES).where(_happened("ask"), SENT_IN_PERIOD)
ASKS = select(events.c.details["reasons"].as_string().label("reasons")).where(_happened("ask"))

EARLIEST = events.alias("earliest")
FIRST_OF_CASE = (
    select(func.min(EARLIEST.c.id)).where(EARLIEST.c.case_id == events.c.case_id).correlate(events).scalar_subquery()
)
FIRST_OF_PERIOD = select(func.min(events.c.id)).where(_happened("answered")).scalar_subquery()
BEGAN = (
    select(events.c.case_id)
    .where(_happened("answered"))
    .group_by(events.c.case_id)
    .having(FIRST_OF_CASE >= FIRST_OF_PERIOD)
    .subquery()
)
FIRST_CASE = select(func.min(BEGAN.c.case_id))
"""The first case that began in the period, and so did every later one: numbers are given in order. Of the cases before
it we would see the later steps only, as if people had skipped the others.
"""
OF_WHO_BEGAN = events.c.case_id >= bindparam("first_case")
STEPS = (
    select(
        QUESTION.label("question"),
        PEOPLE.label("tried"),
        PEOPLE.filter(events.c.kind == "answered").label("finished"),
    )
    .where(_happened("answered", "turned_down"), OF_WHO_BEGAN)
    .group_by(QUESTION)
)
LAST_ANSWER = (
    select(events.c.case_id, func.max(events.c.id).label("id"))
    .where(_happened("answered"), OF_WHO_BEGAN)
    .group_by(events.c.case_id)
    .subquery()
)
IS_SENT = exists().where(cases.c.id == LAST_ANSWER.c.case_id, cases.c.submitted_at.is_not(None))
LAST_STEPS = (
    select(
        QUESTION.label("question"),
        func.count().filter(~IS_SENT).label("stopped"),
        func.count().filter(IS_SENT).label("went_on"),
    )
    .select_from(LAST_ANSWER.join(events, events.c.id == LAST_ANSWER.c.id))
    .group_by(QUESTION)
)
TURNED_DOWN = (
    select(QUESTION.label("question"), REASON.label("reason"), func.count().label("times"), PEOPLE.label("people"))
    .where(_happened("turned_down"))
    .group_by(QUESTION, REASON)
)


async def figures(tx: Transaction, *, since: datetime, now: datetime) -> Figures:
    """The figures of the period from `since` until now; both aware."""
    read = _Period(tx._connection, since, now)  # noqa: SLF001  the connection is for this room
    sent = [row.submitted_at for row in await read(SENT)]
    ended = await read(DECIDED)
    decided = [row for row in ended if OUTCOMES[row.stage] in (APPROVED, REFUSED)]
    reviewed = [row for row in decided if row.decided_by is not None]
    first_case = (await read(FIRST_CASE))[0][0]
    last_steps = await read(LAST_STEPS, first_case=first_case)
    return Figures(
        since=since,
        now=now,
        queue=Queue(*(await read(QUEUE))[0]),
        days=_days(since, now, sent, [row.decided_at for row in decided]),
        decision_hours=_hours((row.submitted_at, row.decided_at) for row in reviewed),
        decided_late=sum(row.decided_at > row.due_at for row in reviewed),
        claim_hours=_hours((row.submitted_at, row.at) for row in await read(CLAIMED)),
        outcomes=_outcomes(row.stage for row in ended),
        refusals=_ranked(row.reason for row in decided if row.stage == REFUSED),
        asks=_ranked(code for row in await read(ASKS) for code in str(row.reasons).split(",")),
        asked=(await read(CUSTOMERS_ASKED))[0][0],
        began=sum(row.stopped + row.went_on for row in last_steps),
        steps=_steps(await read(STEPS, first_case=first_case), last_steps),
        turned_down=_most_people_first(TurnedDown(*row) for row in await read(TURNED_DOWN)),
    )


class _Period:
    """Asks the database about a period."""

    def __init__(self, connection: Connection, since: datetime, now: datetime) -> None:
        self._connection = connection
        self._parameters = {"since": since, "now": now, "soon": now + SOON}

    async def __call__(self, wanted: Executable, **more: int | None) -> Sequence[Any]:
        return (await self._connection.execute(wanted, {**self._parameters, **more})).all()


def _days(since: datetime, now: datetime, sent: Sequence[datetime], decided: Sequence[datetime]) -> tuple[Day, ...]:
    came, went = (Counter(moment.date() for moment in moments) for moments in (sent, decided))
    first, last = since.astimezone(UTC).date(), now.astimezone(UTC).date()
    dates = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return tuple(Day(each, came[each], went[each]) for each in dates)


def _hours(spans: Iterable[tuple[datetime, datetime]]) -> tuple[float, ...]:
    return tuple(sorted((end - begin) / timedelta(hours=1) for begin, end in spans))


def _outcomes(stages: Iterable[str]) -> dict[str, int]:
    found = Counter(OUTCOMES[stage] for stage in stages)
    return {outcome: found[outcome] for outcome in OUTCOMES.values()}


def _ranked(codes: Iterable[str]) -> dict[str, int]:
    return dict(Counter(codes).most_common())


def _steps(answered: Sequence[Any], last_steps: Sequence[Any]) -> tuple[Step, ...]:
    stopped = {row.question: row.stopped for row in last_steps}
    return tuple(Step(row.question, row.tried, row.finished, stopped.get(row.question, 0)) for row in answered)


def _most_people_first(found: Iterable[TurnedDown]) -> tuple[TurnedDown, ...]:
    return tuple(sorted(found, key=lambda each: (-each.people, -each.times, each.question, each.reason)))
