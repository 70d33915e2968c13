"""What happens to a request that was sent, because time passed."""

import pytest

from states.case import Case
from storage.store import Store
from tests.bot.desks import LEA, RITA, ROB, approves, presses, sends, the_case
from tests.bot.town import ANN, BEN, STAFF, FakeClock, Town, photo, settings_of

DUE = 48
"""Hours from Submit to the target."""


@pytest.fixture
def town(store: Store, file, clock: FakeClock) -> Town:
    return Town(store, settings_of(file, reviewer_ids=f"{RITA},{ROB}", lead_ids=str(LEA)), clock)


@pytest.fixture
async def case(town: Town) -> Case:
    """A request in the queue."""
    return await sends(town, BEN, "ben@example.com")


async def rings(town: Town, **later: float) -> None:
    town.clock.passes(**later)
    await town.timers.tick()
    await town.sends()


async def kinds(town: Town, case: Case) -> list[tuple[str, str]]:
    """Who did what to the case, as the audit trail has it."""
    async with town.store.reading() as tx:
        return [(event.actor, event.kind) for event in await tx.audit.timeline(int(case.id or 0))]


def spoken(town: Town, who: int, words: str) -> int:
    return sum(words in text for text in town.said(who))


def warned(town: Town) -> list[str]:
    """What the staff channel heard of targets."""
    return [text for text in town.said(STAFF) if " left. " in text or "the time to answer is over" in text]


async def asks_for_the_document(town: Town, case: Case) -> Case:
    return await presses(town, RITA, case, "claim", "item-document_photo", "why-document_photo-blurred", "ask-send")


# --- claims


async def test_a_silent_claim_goes_back_to_the_queue(town: Town, case: Case) -> None:
    """R05: after an hour with nothing done; the card and the claimer are told, and another may claim it."""
    await presses(town, RITA, case, "claim")
    await rings(town, minutes=59)
    assert (await the_case(town, case)).claimed_by == RITA
    await rings(town, minutes=1)
    lapsed = await the_case(town, case)
    assert (lapsed.stage, lapsed.claimed_by) == ("waiting", None)
    assert ("clock", "lapse") in await kinds(town, case)
    assert f"{case.ref} is back in the queue: nothing was done for 60 minutes." in town.said(RITA)[-1]
    assert "NEW" in town.said(STAFF)[-1]
    assert (await presses(town, ROB, case, "claim", chat=STAFF)).claimed_by == ROB


async def test_whoever_works_on_a_case_keeps_it(town: Town, case: Case) -> None:
    """R05: the hour begins anew with each thing done, and the claim lapses an hour after the last."""
    await presses(town, RITA, case, "claim")
    for _ in range(4):
        await rings(town, minutes=50)
        await presses(town, RITA, case, "check-sheet")
    await rings(town, minutes=59)
    assert (await the_case(town, case)).stage == "claimed"
    await rings(town, minutes=1)
    assert (await the_case(town, case)).stage == "waiting"
    assert spoken(town, RITA, "is back in the queue") == 1


async def test_a_lapsed_second_check_waits_for_a_second_reviewer_again(town: Town, case: Case) -> None:
    """R05, R21: the first approval stands."""
    twin = await sends(town, 5003, "ben@example.com")
    assert (await approves(town, RITA, twin)).stage == "confirming"
    await presses(town, ROB, twin, "claim")
    await rings(town, hours=1)
    lapsed = await the_case(town, twin)
    assert lapsed.stage == "confirming"
    assert lapsed.desk.first is not None
    assert lapsed.desk.first.by == RITA


async def test_a_reply_gives_the_claimer_a_whole_hour(town: Town, case: Case) -> None:
    """R05: nobody else may take the case over because its claimer waited for the customer."""
    await asks_for_the_document(town, case)
    await rings(town, days=1)
    await town.receives(photo(BEN))
    await town.works()
    assert (await presses(town, ROB, case, "take", chat=STAFF)).claimed_by == RITA
    await rings(town, minutes=59)
    assert (await the_case(town, case)).claimed_by == RITA
    await rings(town, minutes=1)
    assert (await the_case(town, case)).stage == "waiting"


async def test_who_takes_over_after_the_silence_is_not_lapsed_at_once(town: Town, case: Case) -> None:
    """R05: between the hour and the ring another reviewer took the case over."""
    await presses(town, RITA, case, "claim")
    town.clock.passes(hours=1)
    await presses(town, ROB, case, "take", chat=STAFF)
    await rings(town)
    assert (await the_case(town, case)).claimed_by == ROB


# --- replies


async def test_an_unanswered_request_for_more_is_reminded_of_once_and_then_closed(town: Town, case: Case) -> None:
    """C17: after two days one reminder, after five the end; the customer, the card and the claimer are told."""
    await asks_for_the_document(town, case)
    heard = len(town.said(BEN))
    await rings(town, hours=47)
    assert len(town.said(BEN)) == heard
    await rings(town, hours=1)
    assert f"{case.ref}: we still need something from you." in town.said(BEN)[-1]
    for _ in range(2):
        await rings(town, days=1)
    assert len(town.said(BEN)) == heard + 1
    await rings(town, days=1)
    closed = await the_case(town, case)
    assert (closed.stage, closed.reason, closed.decided_by) == ("refused", "no_reply", None)
    assert f"{case.ref} is closed because we had no reply in time." in town.said(BEN)[-1]
    assert "NOT APPROVED" in town.said(STAFF)[-1]
    assert "the customer did not reply in time" in town.said(RITA)[-1]
    assert ("clock", "expire") in await kinds(town, case)
    assert len(town.said(BEN)) == heard + 2


async def test_who_replied_is_neither_reminded_nor_closed(town: Town, case: Case) -> None:
    """C17"""
    await asks_for_the_document(town, case)
    await town.receives(photo(BEN))
    await town.works()
    for _ in range(6):
        await rings(town, days=1)
    assert (await the_case(town, case)).closed_at is None
    assert spoken(town, BEN, "we still need something") == 0


async def test_after_an_outage_over_the_whole_time_the_request_is_closed_without_a_reminder(
    town: Town, case: Case
) -> None:
    """C17: a reminder that comes with the end helps nobody."""
    await asks_for_the_document(town, case)
    await rings(town, days=6)
    assert (await the_case(town, case)).stage == "refused"
    assert spoken(town, BEN, "we still need something") == 0


async def test_a_request_reopened_after_no_reply_is_with_the_reviewers_again(town: Town, case: Case) -> None:
    """C17, R27: what was asked for is asked no more, and the customer's words change nothing."""
    await asks_for_the_document(town, case)
    await rings(town, days=5)
    assert (await presses(town, ROB, case, "reopen-contested", chat=STAFF)).stage == "waiting"
    await town.receives(photo(BEN))
    await town.works()
    await town.sends()
    assert "is with our reviewers. We did not add this to it." in town.said(BEN)[-1]
    assert (await the_case(town, case)).stage == "waiting"


# --- approvals that wait


async def test_the_approver_is_called_once_when_the_waiting_time_is_over(town: Town, case: Case) -> None:
    """R24: with the buttons that let it take effect or take it back."""
    twin = await sends(town, 5003, "ben@example.com")
    await approves(town, RITA, twin)
    assert (await approves(town, ROB, twin)).stage == "approved"
    await rings(town, hours=47)
    assert spoken(town, ROB, "the waiting time is over") == 0
    await rings(town, hours=1)
    await rings(town, hours=1)
    assert spoken(town, ROB, f"{twin.ref}: the waiting time is over. Turn off 2FA now") == 1
    assert (await presses(town, ROB, twin, "effect")).stage == "done"
    assert spoken(town, 5003, "2FA is turned off on your account") == 1


async def test_nobody_is_called_for_an_approval_that_was_taken_back(town: Town, case: Case) -> None:
    """R24"""
    twin = await sends(town, 5003, "ben@example.com")
    await approves(town, RITA, twin)
    await approves(town, ROB, twin)
    assert (await presses(town, ROB, twin, "cancel")).stage == "waiting"
    await rings(town, hours=49)
    assert spoken(town, ROB, "the waiting time is over") == 0


# --- the target


async def test_staff_are_warned_at_each_point_and_the_breach_is_told_once(town: Town, case: Case) -> None:
    """R19, C12: 24 and 6 hours before, then one word to the staff and one to the customer; never anything personal."""
    await rings(town, hours=DUE - 25)
    assert warned(town) == []
    await rings(town, hours=1)
    assert warned(town) == [f"{case.ref}: 24 h left. Not claimed."]
    town.clock.passes(hours=17, minutes=50)
    await presses(town, RITA, case, "claim", chat=STAFF)
    await rings(town, minutes=10)
    assert warned(town)[1:] == [f"{case.ref}: 6 h left. Claimed by Rita."]
    for _ in range(6):
        await rings(town, hours=1)
    assert warned(town)[2:] == [f"{case.ref}: the time to answer is over. Not claimed."]
    for _ in range(9):
        await rings(town, hours=6)
        await presses(town, RITA, case, "claim", "release", chat=STAFF)
    assert len(warned(town)) == 3
    assert spoken(town, BEN, f"Your request {case.ref} is taking longer than 48 hours.") == 1
    await town.hears(BEN, "/status")
    assert "It takes longer than we aimed for." in town.said(BEN)[-1]


async def test_a_press_at_the_moment_of_a_warning_does_not_swallow_it(town: Town, case: Case) -> None:
    """R19: the timers are set anew while one of them is due."""
    town.clock.passes(hours=DUE - 24)
    await presses(town, RITA, case, "claim", chat=STAFF)
    await rings(town)
    assert warned(town) == [f"{case.ref}: 24 h left. Claimed by Rita."]


async def test_after_an_outage_each_thing_is_said_once(town: Town, case: Case) -> None:
    """R19: two warnings and the breach came due together; only the breach is news."""
    await rings(town, hours=DUE + 5)
    assert warned(town) == [f"{case.ref}: the time to answer is over. Not claimed."]
    assert spoken(town, BEN, "is taking longer than") == 1


async def test_the_clock_stands_while_the_customer_is_awaited_and_starts_anew_with_the_reply(
    town: Town, case: Case
) -> None:
    """R19: no warning meanwhile; after the reply all of the time is there again."""
    await asks_for_the_document(town, case)
    await rings(town, hours=DUE - 1)
    await town.receives(photo(BEN))
    await town.works()
    assert (await the_case(town, case)).stage == "claimed"
    await rings(town, hours=10)
    assert warned(town) == []
    await rings(town, hours=DUE - 24 - 10)
    assert warned(town) == [f"{case.ref}: 24 h left. Not claimed."]


async def test_a_decided_request_is_neither_warned_of_nor_late(town: Town, case: Case) -> None:
    """R19"""
    assert (await approves(town, RITA, case)).stage == "done"
    await rings(town, days=4)
    assert warned(town) == []
    assert spoken(town, BEN, "is taking longer") == 0


async def test_an_approval_taken_back_has_all_of_the_time_again(town: Town, case: Case) -> None:
    """R19, R24: while it waited, no clock ran; a new look needs time of its own."""
    twin = await sends(town, 5003, "ben@example.com")
    await presses(town, RITA, case, "claim", "refuse-no_match")
    await approves(town, RITA, twin)
    await approves(town, ROB, twin)
    await rings(town, hours=DUE - 1)
    await presses(town, ROB, twin, "cancel")
    await rings(town, hours=2)
    assert warned(town) == []


# --- once


async def test_a_tick_that_is_cut_off_says_nothing_twice(town: Town, case: Case, monkeypatch) -> None:
    """R19, R05: what a killed process had not committed is done again, whole; what it had committed is not."""
    await presses(town, RITA, case, "claim", chat=STAFF)
    town.clock.passes(hours=DUE)

    async def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(town.timers, "_deal_with", _after(2, town.timers._deal_with, killed))
        with pytest.raises(KeyboardInterrupt):
            await town.timers.tick()
    await rings(town)
    await rings(town)
    assert len(warned(town)) == 1
    assert spoken(town, RITA, "is back in the queue") == 1
    assert spoken(town, BEN, "is taking longer") == 1


def _after(count: int, first, then):
    """Calls one function so often, and then the other."""
    calls = iter(range(count))
    return lambda *given: first(*given) if next(calls, None) is not None else then(*given)


async def test_buttons_of_a_closed_case_answer_who_decided(town: Town, case: Case) -> None:
    """R17: pressed after the clock closed it, and after somebody did."""
    await asks_for_the_document(town, case)
    await rings(town, days=5)
    before = await the_case(town, case)
    after = await presses(town, RITA, case, "claim", "release", "approve", "refuse-no_match", "effect", "ask-send")
    assert (after.stage, after.reason, after.decided_at) == (before.stage, before.reason, before.decided_at)


async def test_drafts_are_left_to_their_own_clock(town: Town) -> None:
    """C17: a person who did not send is told of drafts alone."""
    await town.draft(ANN, until="full_name")
    await rings(town, days=3)
    assert warned(town) == []
