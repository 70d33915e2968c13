"""The figures of a small world, told by hand: NOW is Friday 2 January 2026, 03:04 UTC."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.dialects import sqlite
from storage_samples import NOW, answered, later, new_case

from storage import statistics
from storage.statistics import Day, Queue, Step, TurnedDown, figures, start_of, within

DAYS = 3
SINCE = datetime(2025, 12, 31, tzinfo=UTC)
MARTA, PHONE = "Marta Kowalska", "+447400123456"


class Desk:
    """What happens at a review desk, told in hours before NOW."""

    def __init__(self, tx):
        self.tx, self.people = tx, 7000

    async def draft(self, *taken, refused=(), begun=10.0):
        """A person begins and has these answers taken; `refused` are (question, code), each before any is taken."""
        self.people += 1
        case = new_case(self.people, answers={"full_name": answered(MARTA), "phone": answered(PHONE)})
        await self.tx.cases.add(case, now=NOW - timedelta(hours=begun))
        for number, question in enumerate(taken):
            await self._happens(case, "answered", begun - number / 60, question=question)
        for question, code in refused:
            await self._happens(case, "turned_down", begun - 1, question=question, reason=code)
        return case

    async def sent(self, ago, *, target=48, claimed=None, **story):
        """A request that was sent; `claimed`: how long ago a reviewer first took it."""
        case = await self.draft(*story.pop("taken", ("username", "phone")), begun=ago + 1, **story)
        case.stage, case.submitted_at = "waiting", NOW - timedelta(hours=ago)
        case.due_at = case.submitted_at + timedelta(hours=target)
        await self._happens(case, "submitted", ago)
        if claimed is not None:
            case.stage, case.claimed_by, case.claimed_name = "claimed", 51, "Rita Reviewer"
            await self._happens(case, "claim", claimed)
        await self.tx.cases.save(case, now=NOW)
        return case

    async def closed(self, stage, ago, *, after, reason="", by=51, **story):
        """A request that ended `ago`, so many hours `after` it was sent. `by` is None where nobody decided it."""
        case = await self.sent(ago + after, **story)
        case.stage, case.reason, case.decided_by = stage, reason, by
        case.decided_at = NOW - timedelta(hours=ago)
        case.closed_at = None if stage == "approved" else case.decided_at
        await self.tx.cases.save(case, now=NOW)
        return case

    async def asks(self, case, ago, *reasons):
        case.stage = "asked"
        await self.tx.cases.save(case, now=NOW)
        await self._happens(case, "ask", ago, items=len(reasons), reasons=",".join(reasons))

    async def _happens(self, case, kind, ago, **details):
        at = NOW - timedelta(hours=ago)
        await self.tx.audit.record(case.id, actor=case.applicant, kind=kind, now=at, details=details)


async def told(store, tell):
    """The figures of the last three days, after something was told."""
    async with store.transaction() as tx:
        await tell(Desk(tx))
    async with store.reading() as tx:
        return await figures(tx, since=SINCE, now=NOW)


async def test_a_desk_where_nothing_happened_has_figures_too(store):
    async with store.reading() as tx:
        found = await figures(tx, since=SINCE, now=NOW)
    assert found.queue == Queue(open=0, unclaimed=0, with_customer=0, due_soon=0, late=0)
    assert found.days == (Day(date(2025, 12, 31), 0, 0), Day(date(2026, 1, 1), 0, 0), Day(date(2026, 1, 2), 0, 0))
    assert (found.sent, found.decided, found.began, found.finished, found.asked) == (0, 0, 0, 0, 0)
    assert within(found.decision_hours, 0.5) is None


async def test_open_cases_are_counted_by_who_has_them_and_when_they_are_due(store):
    """R19, R29: unclaimed, due within six hours, late; a case is due at its own time, and the clock stands while its
    customer is awaited.
    """

    async def tell(desk):
        await desk.sent(1)
        await desk.sent(41.9)
        await desk.sent(43, claimed=42)
        await desk.sent(49, claimed=1)
        await desk.sent(49, target=96, claimed=1)
        await desk.closed("approved", 1, after=70)
        await desk.closed("done", 1, after=70)
        await desk.asks(await desk.sent(60, claimed=50), 49, "face")

    found = await told(store, tell)
    assert found.queue == Queue(open=6, unclaimed=2, with_customer=1, due_soon=1, late=1)


async def test_days_count_what_came_and_what_was_decided_on_them(store):
    """R29: days of UTC; what was withdrawn is no decision, what happened before the period is not in it."""

    async def tell(desk):
        await desk.sent(1)
        await desk.closed("done", 2, after=12)
        await desk.closed("refused", 20, after=20, reason="dates")
        await desk.closed("withdrawn", 20, after=20)
        await desk.closed("done", 200, after=10)

    found = await told(store, tell)
    assert found.days == (
        Day(date(2025, 12, 31), 2, 0),
        Day(date(2026, 1, 1), 1, 1),
        Day(date(2026, 1, 2), 1, 1),
    )
    assert found.outcomes == {"approved": 1, "refused": 1, "withdrawn": 1, "halted": 0}
    assert (found.sent, found.decided) == (4, 2)


async def test_hours_to_the_decision_are_those_of_every_case_that_was_decided(store):
    """R29: half, nine of ten, and how many were late; one that ended because no reply came was not ours to decide."""

    async def tell(desk):
        for hours in (2, 50, 4, 6):
            await desk.closed("done", 1, after=hours)
        await desk.closed("approved", 1, after=8)
        await desk.closed("withdrawn", 1, after=1)
        await desk.closed("refused", 1, after=60, by=None, reason="no_reply")

    found = await told(store, tell)
    assert found.decision_hours == (2, 4, 6, 8, 50)
    assert (within(found.decision_hours, 0.5), within(found.decision_hours, 0.9)) == (6, 50)
    assert found.decided_late == 1


async def test_hours_to_the_first_claim_do_not_count_a_later_claim(store):
    """R29: a case that was released and claimed again was first looked at the first time."""

    async def tell(desk):
        case = await desk.sent(10, claimed=8)
        await desk._happens(case, "claim", 1)
        await desk.sent(5, claimed=4.5)
        await desk.sent(3)

    assert (await told(store, tell)).claim_hours == (0.5, 2)


async def test_reasons_are_counted_for_refusals_and_for_what_was_asked_again(store):
    """R29: why cases were refused, what customers were asked for more, and the share of them."""

    async def tell(desk):
        for reason in ("dates", "blurred", "dates"):
            await desk.closed("refused", 1, after=5, reason=reason)
        case = await desk.sent(9, claimed=8)
        await desk.asks(case, 7, "blurred", "face")
        await desk.asks(case, 3, "blurred")
        old = await desk.sent(200, claimed=190)
        await desk.asks(old, 2, "face")

    found = await told(store, tell)
    assert list(found.refusals.items()) == [("dates", 2), ("blurred", 1)]
    assert found.asks == {"blurred": 2, "face": 2}
    assert (found.asked, found.sent) == (1, 4)


async def test_answers_that_were_turned_down_are_counted_by_step_and_code(store):
    """R29: retakes by cause; one person who tries three times is one person."""

    async def tell(desk):
        await desk.draft("username", refused=[("selfie", "too_dark")] * 3)
        await desk.draft("username", refused=[("selfie", "glare")])
        await desk.draft("username", refused=[("selfie", "glare"), ("phone", "no_country")])

    assert (await told(store, tell)).turned_down == (
        TurnedDown("selfie", "glare", times=2, people=2),
        TurnedDown("selfie", "too_dark", times=3, people=1),
        TurnedDown("phone", "no_country", times=1, people=1),
    )


async def test_steps_tell_how_many_finished_them_and_where_people_stopped(store):
    """R29: somebody who came back to a question is still one person."""

    async def tell(desk):
        await desk.sent(2, taken=("username", "phone", "username"))
        await desk.draft("username", "phone")
        await desk.draft("username", refused=[("phone", "no_country")])
        await desk.draft("username")

    found = await told(store, tell)
    assert set(found.steps) == {
        Step("username", tried=4, finished=4, stopped=2),
        Step("phone", tried=3, finished=2, stopped=1),
    }
    assert (found.began, found.finished) == (4, 1)


async def test_people_who_began_before_the_period_do_not_look_as_if_they_had_skipped_a_step(store):
    """R29: the steps tell whole stories."""

    async def tell(desk):
        early = await desk.draft("username", begun=200)
        await desk._happens(early, "answered", 1, question="phone")
        await desk.draft("username")

    found = await told(store, tell)
    assert found.steps == (Step("username", tried=1, finished=1, stopped=1),)
    assert found.began == 1


async def test_a_person_who_took_the_answers_back_still_counts_as_one_who_stopped(store):
    """R29: a draft that is forgotten leaves its events, without anybody's name."""

    async def tell(desk):
        case = await desk.draft("username", "phone")
        await desk.tx.cases.forget(case)

    found = await told(store, tell)
    assert [step.stopped for step in found.steps if step.question == "phone"] == [1]


async def test_figures_hold_counts_and_codes_and_nobody(store):
    """R29: neither what a person told us, nor a Telegram id, a name or a reference."""

    async def tell(desk):
        case = await desk.sent(9, claimed=8)
        await desk.asks(case, 7, "face")
        await desk.closed("refused", 1, after=5, reason="dates", claimed=3)

    written = repr(await told(store, tell))
    assert not re.search(rf"{MARTA}|{re.escape(PHONE)}|Rita|R-20|\b700\d\b", written)


def test_the_period_begins_at_a_midnight_and_today_is_its_last_day():
    assert start_of(DAYS, NOW) == SINCE
    assert start_of(1, later(hours=20)) == datetime(2026, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize(("share", "hours"), [(0.5, 2.0), (0.9, 4.0), (0.25, 1.0), (1.0, 4.0)])
def test_within_is_the_time_in_which_at_least_that_share_was_done(share, hours):
    assert within((1.0, 2.0, 3.0, 4.0), share) == hours


STATEMENTS = {
    "QUEUE": {"queue"},
    "SENT": {"events_by_kind"},
    "DECIDED": {"decided"},
    "CLAIMED": {"events_by_kind"},
    "CUSTOMERS_ASKED": {"events_by_kind"},
    "ASKS": {"events_by_kind"},
    "FIRST_CASE": {"events_by_kind", "events_of"},
    "STEPS": {"events_by_kind"},
    "LAST_STEPS": {"events_by_kind"},
    "TURNED_DOWN": {"events_by_kind"},
}


@pytest.mark.parametrize(("name", "indexes"), STATEMENTS.items())
def test_no_figure_reads_a_table_from_end_to_end(rows, name, indexes):
    asked = getattr(statistics, name).params(since=SINCE, now=NOW, soon=NOW, first_case=1)
    compiled = asked.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    plan = [step for *_, step in rows(f"EXPLAIN QUERY PLAN {compiled}")]
    assert not [step for step in plan if re.match(r"SCAN (cases|events|earliest)\b(?!.*INDEX queue)", step)], plan
    assert indexes <= set(re.findall(r"INDEX (\w+)", " ".join(plan))), plan
