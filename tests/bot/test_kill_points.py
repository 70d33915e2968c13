"""A process that dies between any two updates, at each point of the way of an update, in one whole conversation."""

from bot import app, database
from bot.settings import Settings
from tests.bot.town import ANN, BEGINNING, FakeClock, Town, message, photo
from tests.seed_case import SEED_CASE

SAYS = (
    *BEGINNING,
    "I agree",
    *(
        word
        for step in SEED_CASE
        for word in (SEED_CASE[step], *(("Yes, continue",) if step == "transactions" else ()))
    ),
)
QUESTIONS = (
    "What is your CEX.IO username?",
    "What phone number is linked",
    "Can you use this phone number now?",
    "What is your full name?",
    "What is your date of birth?",
    "What are your latest transactions?",
    "What is your home address?",
    "Which banks issued the cards",
    "Which document will you use?",
    "Which country issued the document?",
    "When does the document expire?",
    "When was the document issued?",
    "next to a handwritten sheet",
    "Send a photo of you holding the same",
    "Check your answers before you send them",
    "Your reference is",
)


async def stored(_: Town) -> None:
    """Telegram was told that we have it; nobody has looked at it."""


async def dealt_with(town: Town) -> None:
    """Its effects are committed; what it says waits."""
    await town.works()


async def begun(town: Town) -> None:
    """The call is marked as begun, and was not made."""
    await town.works()
    await town.courier.round()


async def made(town: Town) -> None:
    """The call was made, and its end is not marked."""
    await town.works()
    for call in await town.courier.round():
        await town.courier.deliver(call)


POINTS = (stored, dealt_with, begun, made)


async def lives(town: Town, pictures: int) -> None:
    """Another process: it takes up what the one before left behind. Each picture is another."""
    town.gallery.roles = ["document"] * pictures
    await town.courier.start()
    await town.works()
    await town.sends()


async def test_a_process_that_dies_between_any_two_updates_loses_no_answer(
    settings: Settings, clock: FakeClock, rows
) -> None:
    """C16, O12: killed after every single message, at one point of its way after another: each answer is kept, each
    question is heard, in order, and again only where nobody can know that it was heard; the case is sent once and has
    one card.
    """
    heard: list[str] = []
    routes = app.routes()
    updates = [
        *(message(ANN, text=word) for word in SAYS),
        photo(ANN),
        photo(ANN),
        message(ANN, text="Send my request"),
    ]
    for number, update in enumerate(updates):
        async with database.writing(settings) as store:
            town = Town(store, settings, clock, routes)
            await lives(town, pictures=number - len(SAYS))
            town._updates = number
            await town.receives(update)
            await POINTS[number % len(POINTS)](town)
            heard += town.said(ANN)
        clock.passes(seconds=5)
    async with database.writing(settings) as store:
        town = Town(store, settings, clock, routes)
        await lives(town, pictures=1)
        heard += town.said(ANN)
    times = [sum(question in text for text in heard) for question in QUESTIONS]
    unknown = sum(POINTS[number % len(POINTS)] is made for number in range(len(updates)))
    assert set(times) <= {1, 2}
    assert sum(times) - len(times) <= unknown
    first = [next(place for place, text in enumerate(heard) if question in text) for question in QUESTIONS]
    assert first == sorted(first)
    kept = {question for (question,) in rows("SELECT question FROM answers")}
    assert kept >= {*SEED_CASE, "document_photo", "selfie"}
    assert rows("SELECT stage FROM cases") == [("waiting",)]
    assert rows("SELECT count(*) FROM outbox WHERE key = 'card:1' AND ended = 'sent'") == [(1,)]
    assert rows("SELECT count(*) FROM inbox WHERE ended IS NULL OR attempts > 0") == [(0,)]
