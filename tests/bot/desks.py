"""Requests that were sent, and reviewers who press, in the town of `tests.bot.town`."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from states.case import Answer, Case
from states.dialogue import Dialogue
from states.intake import CHECK
from states.reading.username import Username
from states.reply import Command, Photo, Picture, Typed
from tests.bot.town import BEGINNING, FakeClock, Town, message
from tests.seed_case import SEED_CASE

RITA, ROB, LEA = 1003, 1004, 1005
CHECKS = ("sheet", "dates", "legible", "person", "account")


def press(who: int, data: str, chat: int | None = None, message_id: int = 1) -> dict[str, Any]:
    """The update of a press on a button, in the presser's own chat unless another is named."""
    room = chat or who
    here = {"id": room, "type": "private" if room > 0 else "channel"}
    person = {"id": who, "is_bot": False, "first_name": NAMES.get(who, f"Reviewer{who}")}
    shown = {"message_id": message_id, "date": 1, "chat": here}
    return {"callback_query": {"id": "1", "from": person, "chat_instance": "1", "data": data, "message": shown}}


NAMES = {RITA: "Rita", ROB: "Rob", LEA: "Lea"}


@cache
def answers() -> Mapping[str, Answer]:
    """Everything that a person answers before sending."""
    dialogue, case, now = Dialogue(), Case(applicant=1), FakeClock().now
    said = [*BEGINNING[1:], "I agree", *(word for step in SEED_CASE for word in _words(step))]
    pictures = [
        Picture(digest=digit * 64, fingerprint=digit * 64, width=1280, height=960, size=4, as_file=False)
        for digit in "0f"
    ]
    replies = [Command("start", ""), *map(Typed, said), *map(Photo, pictures)]
    for reply in replies:
        dialogue.take(case, reply, now)
    assert case.step == CHECK
    return case.answers


def _words(step: str) -> tuple[str, ...]:
    return (SEED_CASE[step], "Yes, continue") if step == "transactions" else (SEED_CASE[step],)


async def sends(town: Town, who: int, username: str, **other: Answer) -> Case:
    """A person who has answered everything, `other` differently, sends the request."""
    own = {"username": Answer(Username(kind="email", username=username), username, town.clock())}
    case = Case(applicant=who, step=CHECK, answers={**answers(), **own, **other}, touched_at=town.clock())
    async with town.store.transaction() as tx:
        await tx.cases.add(case, now=town.clock())
        await tx.cases.index(case, username=username)
    await town.receives(message(who, text="Send my request"))
    await town.works()
    return await the_case(town, case)


async def the_case(town: Town, case: Case) -> Case:
    """As it is stored now."""
    async with town.store.reading() as tx:
        found = await tx.cases.get(int(case.id or 0))
    assert found is not None
    return found


async def presses(town: Town, who: int, case: Case, *actions: str, chat: int | None = None) -> Case:
    """Somebody presses buttons of a case, one after the other; the case that comes of it."""
    await town.receives(*(press(who, f"r:{case.id}:1:{action}", chat) for action in actions))
    await town.works()
    await town.sends()
    return await the_case(town, case)


async def approves(town: Town, who: int, case: Case) -> Case:
    """Claims it, makes the checks and types the username."""
    await presses(town, who, case, "claim", *(f"check-{check}" for check in CHECKS), "approve")
    await town.hears(who, case.value("username").username)
    return await the_case(town, case)
