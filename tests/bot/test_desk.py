"""Presses that no honest sequence leads to, and what is left when a customer had everything deleted."""

import pytest

from states.case import Case
from storage.store import Store
from tests.bot.desks import LEA, RITA, ROB, approves, presses, sends, the_case
from tests.bot.town import BEN, STAFF, FakeClock, Town, settings_of


@pytest.fixture
def town(store: Store, file, clock: FakeClock) -> Town:
    return Town(store, settings_of(file, reviewer_ids=f"{RITA},{ROB}", lead_ids=str(LEA)), clock)


@pytest.fixture
async def case(town: Town) -> Case:
    """A request in the queue."""
    return await sends(town, BEN, "ben@example.com")


async def test_a_case_whose_answers_were_deleted_is_not_reopened(town: Town, case: Case, rows) -> None:
    """R27, O10: there is nothing left to look at, and no update is set aside for it."""
    await presses(town, RITA, case, "claim", "refuse-no_match")
    await town.hears(BEN, "/delete")
    after = await presses(town, ROB, case, "reopen-contested", chat=STAFF)
    assert after.stage == "refused"
    assert rows("SELECT count(*) FROM inbox WHERE attempts > 0") == [(0,)]


async def test_every_action_on_an_erased_case_is_turned_down(town: Town, case: Case, rows) -> None:
    """R17, O10: old buttons of it still stand in private chats."""
    await presses(town, RITA, case, "claim", "refuse-no_match")
    await town.hears(BEN, "/delete")
    await presses(town, RITA, case, "claim", "photos", "main", "check-sheet", "approve", "ask-send", "cancel", "effect")
    assert (await the_case(town, case)).stage == "refused"
    assert rows("SELECT count(*) FROM inbox WHERE attempts > 0") == [(0,)]


@pytest.mark.parametrize(
    "actions",
    [
        ("item-local_time", "item-call_time", "item-call_time"),
        ("item-call_time", "item-local_time", "item-call_time"),
        ("why-document_photo-nonsense", "item-nonsense", "why-nonsense-blurred", "hand-nonsense", "check-", "mark-"),
    ],
)
async def test_buttons_that_were_never_shown_break_nothing(town: Town, case: Case, rows, actions) -> None:
    """R16, R17: the data of a button can be anything."""
    await presses(town, RITA, case, "claim", *actions)
    assert rows("SELECT count(*) FROM inbox WHERE attempts > 0") == [(0,)]
    assert set((await the_case(town, case)).desk.basket) in (set(), {"call_time", "local_time"})


async def test_only_the_approver_or_a_lead_says_that_2fa_is_off(town: Town, case: Case) -> None:
    """R24, R03: the customer is told on the word of whoever turned it off."""
    twin = await sends(town, 5003, "ben@example.com")
    await approves(town, RITA, twin)
    await approves(town, ROB, twin)
    town.clock.passes(hours=48)
    assert (await presses(town, RITA, twin, "effect")).stage == "approved"
    assert (await presses(town, LEA, twin, "effect")).stage == "done"
    assert "The customer is told." in town.said(LEA)[-1]


async def test_a_lead_finds_the_buttons_of_an_approval_that_waits(town: Town, case: Case) -> None:
    """R24: where the approver is away."""
    twin = await sends(town, 5003, "ben@example.com")
    await approves(town, RITA, twin)
    await approves(town, ROB, twin)
    for who, label in ((RITA, None), (ROB, "effect"), (LEA, "effect")):
        await town.hears(who, f"/case {twin.ref}")
        markup = town.telegram.calls[-1].reply_markup
        data = [button.callback_data for row in markup.inline_keyboard for button in row]
        assert [each.rpartition(":")[2] for each in data] == ([label, "cancel"] if label else [])
