"""What happens because time passed, and what is left of a person then."""

from storage.retention import Periods, sweep
from tests.bot.town import ANN, BEGINNING, BEN, Town, message, photo

REMINDER = "Your request is not sent yet."
EXPIRED = "Your saved answers were deleted after 7 days without a reply."
OF_A_CASE = ("case_keys", "answers", "lookups", "photos", "cards", "timers")


async def rings(town: Town, **later: float) -> None:
    town.clock.passes(**later)
    await town.timers.tick()
    await town.sends()


async def test_an_idle_draft_is_reminded_of_once_and_then_expires(town: Town, rows) -> None:
    """C17: nothing before a day, one reminder, none again, after a week everything is deleted and its person told."""
    await town.draft(ANN, until="full_name")
    heard = len(town.said(ANN))
    await rings(town, hours=23)
    assert len(town.said(ANN)) == heard
    await rings(town, hours=1)
    assert REMINDER in town.said(ANN)[-1]
    for _ in range(5):
        await rings(town, days=1)
    assert len(town.said(ANN)) == heard + 1
    assert rows("SELECT count(*) FROM answers")[0][0] > 0
    await rings(town, days=1)
    assert EXPIRED in town.said(ANN)[-1]
    assert len(town.said(ANN)) == heard + 2
    await nothing_is_left(town, rows)


async def test_who_goes_on_has_another_week_and_no_second_reminder(town: Town, rows) -> None:
    """C17"""
    await town.draft(ANN)
    await rings(town, days=1)
    await town.hears(ANN, "ann@example.com")
    heard = len(town.said(ANN))
    await rings(town, days=6)
    assert len(town.said(ANN)) == heard
    assert rows("SELECT count(*) FROM cases") == [(1,)]
    await rings(town, days=1)
    assert EXPIRED in town.said(ANN)[-1]


async def test_a_kept_appointment_before_the_reminder_moves_it(town: Town) -> None:
    """C17: the day is counted from the last word."""
    await town.draft(ANN)
    town.clock.passes(hours=20)
    await town.hears(ANN, "ann@example.com")
    heard = len(town.said(ANN))
    await rings(town, hours=10)
    assert len(town.said(ANN)) == heard
    await rings(town, hours=14)
    assert REMINDER in town.said(ANN)[-1]


async def test_no_to_the_notice_leaves_nothing(town: Town, rows) -> None:
    """C03: no case, answer, photo, timer or key, and once the farewell is sent no address either."""
    await town.hears(ANN, *BEGINNING, "No, stop")
    assert "We have kept nothing." in town.said(ANN)[-1]
    await nothing_is_left(town, rows)


async def test_a_cancelled_draft_leaves_nothing(town: Town, rows) -> None:
    """C15: asked once, then answers, photos and keys are gone."""
    await town.draft(ANN, until="expiry_date")
    await town.hears(ANN, "22 March 2031", "22 March 2021")
    await town.receives(photo(ANN))
    await town.works()
    assert rows("SELECT count(*) FROM photos") == [(1,)]
    await town.hears(ANN, "/cancel")
    assert rows("SELECT count(*) FROM photos") == [(1,)]
    await town.hears(ANN, "Yes, stop and delete")
    await nothing_is_left(town, rows)


async def nothing_is_left(town: Town, rows) -> None:
    """No row that points at the person, once the hour is over that the rate limits look back."""
    assert rows("SELECT count(*) FROM cases") == [(0,)]
    assert [table for table in OF_A_CASE if rows(f"SELECT count(*) FROM {table}") != [(0,)]] == []
    assert rows("SELECT count(*) FROM inbox WHERE chat_id <> 0 OR sealed_update IS NOT NULL") == [(0,)]
    assert rows("SELECT count(*) FROM outbox WHERE sealed_params IS NOT NULL") == [(0,)]
    assert rows("SELECT count(*) FROM events WHERE actor = ? OR details LIKE ?", str(ANN), f"%{ANN}%") == [(0,)]
    town.clock.passes(hours=2)
    async with town.store.transaction() as tx:
        await sweep(tx, now=town.clock(), periods=Periods())
    assert rows("SELECT count(*) FROM outbox WHERE chat_id <> 0") == [(0,)]


async def test_a_timer_that_fails_holds_up_no_other(town: Town, rows, capsys) -> None:
    """C17: one damaged case is logged without a word of it, and tried again in an hour."""
    await town.draft(ANN, until="full_name")
    await town.draft(BEN, until="full_name")
    rows("UPDATE cases SET sealed_memory = x'00' WHERE id = 1")
    heard = len(town.said(BEN))
    await rings(town, hours=25)
    assert REMINDER in town.said(BEN)[heard]
    assert "timer failed" in "".join(capsys.readouterr())
    (due,) = rows("SELECT due_at FROM timers WHERE case_id = 1")[0]
    assert due == int((town.clock().timestamp() + 3600) * 1_000_000)


async def test_more_timers_than_fit_at_once_are_all_dealt_with(town: Town) -> None:
    """C17: after an outage many come due together."""
    people = range(6001, 6061)
    await town.receives(*(message(who, text=text) for who in people for text in ("/start", "Start")))
    await town.works()
    town.clock.passes(hours=25)
    rung = [await town.timers.tick(), await town.timers.tick(), await town.timers.tick()]
    assert rung == [50, 10, 0]
