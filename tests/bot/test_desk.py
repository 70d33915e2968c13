"""Presses that no honest sequence leads to, and what is left when a customer had everything deleted."""

import pytest

from states.case import Case
from storage.store import Store
from tests.bot.desks import LEA, RITA, ROB, approves, press, presses, sends, the_case
from tests.bot.town import BEN, STAFF, FakeClock, Town, message, settings_of


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


# --- what cannot be delivered


NOT_DELIVERED = "Not delivered: write to their account email"


async def blocks_before_being_asked(town: Town, case: Case, status: int, said: str) -> None:
    """The customer is gone by the time that the reviewer asks for more."""
    await presses(town, RITA, case, "claim")
    await town.receives(*(press(RITA, f"r:{case.id}:1:{action}") for action in ("item-video", "ask-send")))
    await town.works()
    town.telegram.refuses(status, said)
    await town.sends()
    await town.timers.tick()
    await town.sends()


def card_says(town: Town, case: Case) -> str:
    return [text for text in town.said(STAFF) if text.startswith(f"<b>{case.ref} ")][-1]


@pytest.mark.parametrize(
    ("status", "said"), [(403, "Forbidden: bot was blocked by the user"), (400, "Bad Request: chat not found")]
)
async def test_what_could_not_be_delivered_shows_on_the_card_and_at_the_desk(
    town: Town, case: Case, status: int, said: str
) -> None:
    """R28: until the customer lets us write again, or writes."""
    await town.sends()
    assert NOT_DELIVERED not in card_says(town, case)
    await blocks_before_being_asked(town, case, status, said)
    assert NOT_DELIVERED in card_says(town, case)
    await town.hears(RITA, f"/case {case.ref}")
    assert NOT_DELIVERED in town.said(RITA)[-1]
    town.clock.passes(hours=1)
    returns = {"chat": {"id": BEN, "type": "private"}, "from": {"id": BEN, "is_bot": False, "first_name": "Ben"}}
    bot = {"id": 1000000001, "is_bot": True, "first_name": "Regain"}
    blocked, member = {"status": "kicked", "user": bot, "until_date": 0}, {"status": "member", "user": bot}
    await town.receives(
        {"my_chat_member": {**returns, "date": 1, "old_chat_member": blocked, "new_chat_member": member}}
    )
    await town.works()
    await town.sends()
    assert NOT_DELIVERED not in card_says(town, case)


async def test_what_telegram_did_not_take_for_another_reason_is_no_sign_of_a_block(town: Town, case: Case) -> None:
    """R28"""
    await blocks_before_being_asked(town, case, 400, "Bad Request: message is too long")
    assert NOT_DELIVERED not in card_says(town, case)


# --- presses that come again, or too late


async def keyboard_of_the_card(town: Town) -> list[str]:
    """The labels under the card as it was drawn last."""
    drawn = [call for call in town.telegram.calls if getattr(call, "chat_id", None) == STAFF and call.reply_markup]
    return [button.text for row in drawn[-1].reply_markup.inline_keyboard for button in row]


async def popped_up(town: Town, who: int, *data: str, chat: int) -> list[str]:
    """What pops up where somebody presses, each press after the one before."""
    await town.receives(*(press(who, each, chat) for each in data))
    before = len(town.telegram.calls)
    await town.works()
    answers = [call.text or "" for call in town.telegram.calls[before:] if hasattr(call, "callback_query_id")]
    await town.sends()
    return answers


async def test_a_decision_is_made_once_however_often_and_from_wherever_it_is_pressed(
    town: Town, case: Case, rows, file
) -> None:
    """R17: a double tap, another reviewer's stale card, and both again after a restart: one effect, everybody hears who
    decided, the customer hears it once, no button is left that decides.
    """
    await presses(town, RITA, case, "claim")
    refuse, claim = f"r:{case.id}:1:refuse-no_match", f"r:{case.id}:1:claim"
    double = await popped_up(town, RITA, refuse, refuse, chat=RITA)
    assert double == ["", f"{case.ref} is already not approved by Rita."]
    again = Town(town.store, settings_of(file, reviewer_ids=f"{RITA},{ROB}", lead_ids=str(LEA)), town.clock)
    again._updates, again.telegram.calls = town._updates, town.telegram.calls
    assert (
        await popped_up(again, ROB, claim, refuse, chat=STAFF) == [f"{case.ref} is already not approved by Rita."] * 2
    )
    assert await popped_up(again, RITA, refuse, chat=RITA) == [f"{case.ref} is already not approved by Rita."]
    assert rows("SELECT count(*) FROM events WHERE kind = 'refuse'") == [(1,)]
    assert len([text for text in town.said(BEN) if "We could not approve" in text]) == 1
    assert await keyboard_of_the_card(again) == ["Reopen"]
    cleared = [call for call in again.telegram.calls if call.__api_method__ == "editMessageReplyMarkup"]
    assert cleared[-1].chat_id == RITA
    assert cleared[-1].reply_markup is None


async def test_who_approves_what_somebody_approved_already_hears_by_whom(town: Town, case: Case) -> None:
    """R17: "already approved by", in the words of the row."""
    await approves(town, RITA, case)
    (said,) = await popped_up(town, ROB, f"r:{case.id}:1:approve", chat=STAFF)
    assert said.startswith(f"{case.ref} is already approved by ")


# --- what is asked for in words


async def test_the_next_request_comes_with_the_button_that_claims_it(town: Town, case: Case) -> None:
    """R20: the most urgent one that nobody has; then the one after it; then none."""
    town.clock.passes(hours=1)
    later = await sends(town, 5003, "carl@example.com")
    for expected in (case, later):
        await town.hears(RITA, "/next")
        shown = town.telegram.calls[-1]
        assert expected.ref in shown.text
        button = shown.reply_markup.inline_keyboard[0][0]
        await popped_up(town, RITA, button.callback_data, chat=RITA)
        assert (await the_case(town, expected)).claimed_by == RITA
    await town.hears(RITA, "/next")
    assert town.said(RITA)[-1] == "Nothing is waiting."


async def test_the_figures_are_counted_when_they_are_sent(town: Town, case: Case, rows) -> None:
    """R29: no conversation waits for them; what is in line holds no figure yet."""
    await town.receives(message(RITA, text="/stats 7"))
    await town.works()
    later = await sends(town, 5003, "carl@example.com")
    await town.sends()
    (said,) = [text for text in town.said(RITA) if "The last 7 days" in text]
    assert "Now: 2 open, 2 not claimed" in said
    assert later.ref not in said


async def test_the_queue_opens_no_more_than_it_shows(town: Town, case: Case, rows) -> None:
    """R20: thirty lines and how many more there are; a damaged case far behind breaks no page."""
    await sends(town, 5003, "carl@example.com")
    await town.sends()
    many = "INSERT INTO cases SELECT id + ?, applicant + ?, {} FROM cases WHERE id = 2"
    columns = [name for _, name, *_ in rows("PRAGMA table_info(cases)")][2:]
    for number in range(40):
        rows(many.format(", ".join(columns)), 100 + number, 100_000 + number)
    rows("UPDATE cases SET sealed_memory = x'00', due_at = due_at + 1000000 WHERE id > 130")
    await town.hears(RITA, "/queue")
    lines = town.said(RITA)[-1].splitlines()
    assert len(lines) == 31
    assert lines[-1] == "and 12 more"
