"""/stats in words: figures of a desk made up by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from bot import app, database
from handlers.stats import MAX_DAYS, ladder, lines, show, span, steepest
from handlers.work import Work
from storage.statistics import Day, Figures, Queue, Step, TurnedDown, start_of
from tests.bot.town import settings_of

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
RITA = 1003
QUIET = Figures(
    since=start_of(2, NOW),
    now=NOW,
    queue=Queue(open=0, unclaimed=0, with_customer=0, due_soon=0, late=0),
    days=(Day(date(2026, 11, 1), 0, 0), Day(date(2026, 11, 2), 0, 0)),
    decision_hours=(),
    decided_late=0,
    claim_hours=(),
    outcomes={"approved": 0, "refused": 0, "withdrawn": 0, "halted": 0},
    refusals={},
    asks={},
    asked=0,
    began=0,
    steps=(),
    turned_down=(),
)
BUSY = replace(
    QUIET,
    queue=Queue(open=12, unclaimed=3, with_customer=4, due_soon=2, late=1),
    days=(Day(date(2026, 11, 1), 20, 3), Day(date(2026, 11, 2), 8, 2)),
    decision_hours=(2.0, 5.5, 11.2, 30.9, 50.0),
    decided_late=1,
    claim_hours=(0.4, 0.5, 9.0),
    outcomes={"approved": 3, "refused": 2, "withdrawn": 1, "halted": 0},
    refusals={"blurred": 1, "no_match": 1},
    asks={"blurred": 4, "sheet_date": 2},
    asked=5,
    began=40,
    steps=(
        Step("selfie", tried=30, finished=29, stopped=1),
        Step("username", tried=38, finished=37, stopped=2),
        Step("document_photo", tried=35, finished=30, stopped=0),
        Step("both_dates", tried=4, finished=4, stopped=1),
        Step("warning", tried=39, finished=39, stopped=2),
        Step("phone", tried=37, finished=36, stopped=6),
    ),
    turned_down=(
        TurnedDown("phone", "no_country", times=9, people=5),
        TurnedDown("selfie", "glare", times=3, people=3),
        TurnedDown("phone", "not_a_number", times=2, people=2),
        TurnedDown("document_photo", "glare", times=2, people=2),
        TurnedDown("document_photo", "too_dark", times=4, people=1),
    ),
)


@pytest.fixture
def house(tmp_path):
    return app.house(settings_of(tmp_path / "regain.db"), "regain_bot")


def said(found, house):
    return "\n".join(lines(found, house.tongues("en")))


def test_the_summary_says_what_is_open_and_what_is_late(house):
    """R19, R29."""
    assert "Now: 12 open, 3 not claimed, 2 due in 6 hours, 1 late, 4 with the customer." in said(BUSY, house)


def test_the_summary_says_how_long_it_took(house):
    """R29: rounded up, so that "within" is true."""
    words = said(BUSY, house)
    assert "From sent to decision: half within 12 h, 9 of 10 within 50 h; 1 late." in words
    assert "From sent to the first claim: half within 30 min." in words


def test_the_summary_says_what_became_of_the_requests_and_how_many_were_asked_for_more(house):
    """R29."""
    words = said(BUSY, house)
    assert "Sent: 28. Decided: 5, of these 3 approved and 2 not approved." in words
    assert "Withdrawn: 1. Stopped by the owner: 0." in words
    assert "Asked for more: 5 of 28 sent (18 %)." in words


def test_the_summary_says_why_in_the_words_of_the_desk(house):
    """R29: refusals, what was asked for again, and photos that we turned down ourselves, of all photo steps."""
    words = said(BUSY, house)
    assert "<b>Not approved because</b>: Cannot be read 1, Not confirmed 1" in words
    assert "<b>Asked for again</b>: Cannot be read 4, Sheet date 2" in words
    assert "<b>Photos turned down at once</b>: glare 5, too dark 4" in words


def test_each_step_is_listed_with_what_turns_most_people_down(house):
    """R29."""
    words = said(BUSY, house)
    assert "Phone: no country (5)\nPhoto of you: glare (3)\nPhoto of the document: glare (2)" in words
    assert "not a number" not in words


def test_a_quiet_desk_has_a_summary_too(house):
    words = said(QUIET, house)
    assert "nothing was decided" in words
    assert "nothing was claimed" in words
    assert "Asked for more: 0 of 0 sent (0 %)." in words
    assert "because" not in words


def test_steps_that_many_walk_past_are_no_rung(house):
    """R29: a question that is seldom asked would look as if everybody had left before it."""
    rungs = [(rung.name.english, rung.people, rung.stopped) for rung in ladder(BUSY)]
    assert rungs == [
        ("Began", 40, 2),
        ("Username", 37, 2),
        ("Phone", 36, 6),
        ("Photo of the document", 30, 1),
        ("Photo of you", 29, 1),
        ("Sent", 28, 0),
    ]
    assert steepest(ladder(BUSY)).name.english == "Phone"
    assert "40 began, 28 of them sent. Most stopped after Phone: 6." in said(BUSY, house)


def test_where_most_stop_before_the_first_question_it_says_so(house):
    found = replace(QUIET, began=3, steps=(Step("warning", tried=3, finished=3, stopped=2),))
    assert "3 began, 1 of them sent. Most stopped before the first question: 2." in said(found, house)


@pytest.mark.parametrize(
    ("hours", "words"), [(0.0, "0 min"), (0.61, "37 min"), (1.0, "60 min"), (1.2, "2 h"), (48, "48 h")]
)
def test_a_duration_is_rounded_up(house, hours, words):
    assert house.tongues("en").label(span(hours)) == words


def test_a_reason_that_this_release_does_not_know_is_shown_as_it_is(house):
    """Events outlive the release that wrote them."""
    words = said(replace(QUIET, refusals={"old_{code}<b>": 1}), house)
    assert "old code&lt;b&gt; 1" in words


# --- the command


class Desk:
    """A reviewer's private chat, and what was put into the outbox for it."""

    def __init__(self, store, house):
        self.store, self.house, self._asked = store, house, 0

    async def asks(self, command):
        self._asked += 1
        async with self.store.transaction() as tx:
            work = Work(self.house, tx, NOW, f"test.{self._asked}")
            await show(SimpleNamespace(text=command, chat=SimpleNamespace(id=RITA)), work)

    async def hears(self):
        """The calls in line, each taken from it."""
        calls = []
        async with self.store.transaction() as tx:
            while heads := await tx.outbox.heads("staff", now=NOW, limit=1):
                calls.append(await tx.outbox.begin(heads[0].id))
                await tx.outbox.sent(heads[0].id, message_id=1, now=NOW)
        return calls


@pytest.fixture
async def desk(tmp_path, house):
    async with database.writing(settings_of(tmp_path / "regain.db")) as store:
        yield Desk(store, house)


async def test_the_text_comes_first_and_then_the_chart_of_the_same_days(desk):
    """R29: the text can be searched and read aloud."""
    await desk.asks("/stats")
    text, chart = await desk.hears()
    assert (text.method, chart.method) == ("sendMessage", "sendPhoto")
    assert text.chat_id == chart.chat_id == RITA
    assert text.lane == chart.lane == "staff"
    assert text.params["text"] == {"figures": 14}
    assert chart.params["photo"] == {"chart": 14}


@pytest.mark.parametrize(
    ("command", "days"),
    [("/stats 7", 7), ("/stats@regain_bot 30", 30), ("/stats 0", 1), ("/stats 9999", MAX_DAYS), ("/stats all", 14)],
)
async def test_other_periods_can_be_asked_for(desk, command, days):
    await desk.asks(command)
    text, chart = await desk.hears()
    assert text.params["text"] == {"figures": days}
    assert chart.params["photo"] == {"chart": days}
