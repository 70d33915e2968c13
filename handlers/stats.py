"""/stats: the figures of the desk for its reviewers. Text first, which can be searched and read aloud; then a chart."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from aiogram.types import Message

from handlers.speech import Tongue
from handlers.work import Work
from states.photo import PhotoQuestion
from states.questions import QUESTIONS
from states.review import APPROVED, HALTED, REASON_LABELS, REFUSED, WITHDRAWN
from states.text import Text
from storage.statistics import SOON, Figures, Step, TurnedDown, within

DAYS = 14
MAX_DAYS = 31
"""More are for the report."""
MAX_LISTED = 8

BEGAN = Text("Began")

ORDER = [question.key for question in QUESTIONS]
NAMES = {question.key: question.name for question in QUESTIONS}
COUNTED = {question.key for question in QUESTIONS if question.counted}
PHOTOS = {question.key for question in QUESTIONS if isinstance(question, PhotoQuestion)}


async def show(message: Message, work: Work) -> None:
    """The figures of the last days: `/stats`, `/stats 30`. The courier counts and draws when it sends them: no
    conversation waits for it.
    """
    days, chat = _days(message.text or ""), message.chat.id
    text = {"chat_id": chat, "text": {"figures": days}, "parse_mode": "HTML"}
    await work.call("sendMessage", text, lane="staff")
    await work.call("sendPhoto", {"chat_id": chat, "photo": {"chart": days}}, lane="staff")


def _days(command: str) -> int:
    """How many days are asked for; the usual number where none is."""
    number = re.search(r"\s(\d{1,4})\b", command)
    return min(max(int(number[1]), 1), MAX_DAYS) if number else DAYS


def summary(found: Figures) -> str:
    """The figures in words, as Telegram's HTML."""
    tongue = Tongue("en", {})
    return "\n".join([*lines(found, tongue), "", tongue.say(Text("Other periods: /stats 7, /stats 30"))])


def lines(found: Figures, tongue: Tongue) -> list[str]:
    """The figures in words, a line for each, as HTML."""
    days = Text("The last {days} days", days=len(found.days))
    return [
        f"<b>{tongue.say(days)}</b>",
        *(
            tongue.say(each)
            for each in (_queue(found), _traffic(found), _decision(found), _claim(found), _share(found))
        ),
        "",
        *_counted(Text("Not approved because"), labelled(found.refusals), tongue),
        *_counted(Text("Asked for again"), labelled(found.asks), tongue),
        *_counted(Text("Photos turned down at once"), labelled(photo_faults(found)), tongue),
        "",
        tongue.say(finding(found)),
        *_worst_by_step(found, tongue),
    ]


# --- what several ways of showing the figures have in common


def name_of(question: str) -> Text:
    """What we call a step; one that is asked no more by its key."""
    return NAMES.get(question) or Text(_spaced(question))


def label_of(code: str) -> Text:
    """What we call a reason."""
    return REASON_LABELS.get(code) or Text(_spaced(code))


def labelled(counts: Mapping[str, int]) -> list[tuple[Text, int]]:
    return [(label_of(code), count) for code, count in counts.items()]


def span(hours: float) -> Text:
    """A duration, rounded up so that "within" stays true."""
    return Text("{hours} h", hours=ceil(hours)) if hours > 1 else Text("{minutes} min", minutes=ceil(hours * 60))


def in_order(steps: Iterable[Step]) -> list[Step]:
    """Steps as we ask them; those that are asked no more come last."""
    return sorted(steps, key=lambda step: ORDER.index(step.question) if step.question in ORDER else len(ORDER))


@dataclass(slots=True)
class Rung:
    """A step that everybody takes who comes as far as it."""

    name: Text
    people: int
    """Who finished it."""
    stopped: int
    """Who stopped between it and the next."""


def ladder(found: Figures) -> list[Rung]:
    """From the first tap to a request that is sent. What comes before the first question is one rung, and a step that
    many walk past is none.
    """
    rungs = [Rung(BEGAN, found.began, 0)]
    steps = in_order(found.steps)
    for number, step in enumerate(steps):
        came_further = max([found.finished, *(each.finished for each in steps[number + 1 :])])
        if step.question in COUNTED and step.tried >= came_further:
            rungs.append(Rung(name_of(step.question), step.finished, 0))
        rungs[-1].stopped += step.stopped
    return [*rungs, Rung(Text("Sent"), found.finished, 0)] if found.began else []


def steepest(rungs: Iterable[Rung]) -> Rung | None:
    """The rung after which most people stopped."""
    worst = max(rungs, key=lambda rung: rung.stopped, default=None)
    return worst if worst and worst.stopped else None


def finding(found: Figures) -> Text:
    """How many came through, and where most did not."""
    begun = Text("{began} began, {finished} of them sent.", began=found.began, finished=found.finished)
    worst = steepest(ladder(found))
    if worst is None:
        return begun
    if worst.name is BEGAN:
        return Text("{begun} Most stopped before the first question: {people}.", begun=begun, people=worst.stopped)
    return Text("{begun} Most stopped after {step}: {people}.", begun=begun, step=worst.name, people=worst.stopped)


def photo_faults(found: Figures) -> dict[str, int]:
    """How often a photo had to be taken again because we turned it down ourselves, by cause."""
    causes: dict[str, int] = {}
    for each in found.turned_down:
        if each.question in PHOTOS:
            causes[each.reason] = causes.get(each.reason, 0) + each.times
    return dict(sorted(causes.items(), key=lambda cause: -cause[1]))


def worst_by_step(found: Figures) -> list[TurnedDown]:
    """For each step the reason that met most people; the steps with most people first."""
    worst: dict[str, TurnedDown] = {}
    for each in found.turned_down:
        worst.setdefault(each.question, each)
    return list(worst.values())


def _spaced(code: str) -> str:
    return code.replace("_", " ").replace("{", "").replace("}", "")


# --- the sentences


def _queue(found: Figures) -> Text:
    queue = found.queue
    return Text(
        "Now: {open} open, {unclaimed} not claimed, {soon} due in {hours} hours, {late} late, "
        "{with_customer} with the customer.",
        open=queue.open,
        unclaimed=queue.unclaimed,
        soon=queue.due_soon,
        hours=SOON // timedelta(hours=1),
        late=queue.late,
        with_customer=queue.with_customer,
    )


def _traffic(found: Figures) -> Text:
    return Text(
        "Sent: {sent}. Decided: {decided}, of these {approved} approved and {refused} not approved. "
        "Withdrawn: {withdrawn}. Stopped by the owner: {halted}.",
        sent=found.sent,
        decided=found.decided,
        approved=found.outcomes[APPROVED],
        refused=found.outcomes[REFUSED],
        withdrawn=found.outcomes[WITHDRAWN],
        halted=found.outcomes[HALTED],
    )


def _decision(found: Figures) -> Text:
    half, most = within(found.decision_hours, 0.5), within(found.decision_hours, 0.9)
    if half is None or most is None:
        return Text("From sent to decision: nothing was decided.")
    return Text(
        "From sent to decision: half within {half}, 9 of 10 within {most}; {late} late.",
        half=span(half),
        most=span(most),
        late=found.decided_late,
    )


def _claim(found: Figures) -> Text:
    half = within(found.claim_hours, 0.5)
    if half is None:
        return Text("From sent to the first claim: nothing was claimed.")
    return Text("From sent to the first claim: half within {half}.", half=span(half))


def _share(found: Figures) -> Text:
    share = round(100 * found.asked / found.sent) if found.sent else 0
    return Text("Asked for more: {asked} of {sent} sent ({share} %).", asked=found.asked, sent=found.sent, share=share)


def _counted(title: Text, counts: list[tuple[Text, int]], tongue: Tongue) -> list[str]:
    """A title and what was counted, in one line; no line where nothing was."""
    shown = ", ".join(f"{tongue.say(label)} {count}" for label, count in counts[:MAX_LISTED])
    return [f"<b>{tongue.say(title)}</b>: {shown}"] if shown else []


def _worst_by_step(found: Figures, tongue: Tongue) -> list[str]:
    """What we turn down most at each step."""
    title = Text("Turned down most, by step")
    shown = [
        tongue.say(
            Text(
                "{step}: {reason} ({people})",
                step=name_of(each.question),
                reason=label_of(each.reason),
                people=each.people,
            )
        )
        for each in worst_by_step(found)[:MAX_LISTED]
    ]
    return [f"<b>{tongue.say(title)}</b>", *shown] if shown else []
