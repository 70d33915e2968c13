from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

from states.case import Case
from states.desk import was_asked_for
from states.message import Button, Row
from states.question import PICK, Moment, Question
from states.text import Text
from states.verdicts import Refused

FIRST_HOUR, LAST_HOUR, HOURS = 9, 19, 2
"""Of the customer's own day: when slots begin at the earliest and the latest, and how long one is."""
SLOTS = 6
AHEAD = timedelta(hours=1)
"""No slot begins sooner than this."""


class CallTimeQuestion(Question):
    """When the customer can talk, in their own time; both sides hear a word by which they know each other (C53)."""

    key = "call_time"
    name = Text("Time for a call")
    called = ("call", "call time")
    ask = Text("When can you talk?")
    why = Text("a short call shows that the request is yours")
    wrong_kind = "wrong_kind_button"
    skips = ("none",)
    skip_labels = {"none": Text("I cannot talk")}
    depends = ("local_time",)
    holds = datetime
    reasons = {"wrong_kind_button": Text("Select one of the times under the question.")}
    examples = {"1": datetime.fromisoformat("2026-11-21T14:00:00+00:00")}
    refusals = {"whenever": "wrong_kind_button"}

    def applies(self, case: Case) -> bool:
        return was_asked_for(case.desk, self.key, case.answers)

    def hints(self, at: Moment) -> tuple[Text, ...]:
        word = at.case.desk.request.word if at.case.desk.request else ""
        return (
            Text("The caller begins with this word, so that you know it is us: {word}", word=word),
            Text("The caller never asks for codes or passwords."),
        )

    def rows(self, at: Moment) -> tuple[Row, ...]:
        own = tuple((Button(Text("{slot}", slot=label), _action(moment)),) for moment, label in _labelled(at))
        return (*own, *super().rows(at))

    def read_text(self, text: str, at: Moment, kept: Any) -> datetime:  # noqa: ARG002
        said = text.casefold().strip(" .!")
        for number, (moment, label) in enumerate(_labelled(at), start=1):
            if said in (str(number), label.casefold()):
                return moment
        raise Refused(self.wrong_kind)

    def read_tap(self, action: str, at: Moment) -> Any:
        for moment, _ in _labelled(at):
            if action == _action(moment):
                return moment
        return super().read_tap(action, at)

    def show_value(self, value: datetime) -> Text:
        return Text("{time}", time=value)


def _action(moment: datetime) -> str:
    return f"{PICK}:{int(moment.timestamp())}"


def _labelled(at: Moment) -> list[tuple[datetime, str]]:
    """The slots that are offered now, with their words in the customer's own time."""
    zone = timezone(timedelta(minutes=int(at.case.value("local_time") or 0)))
    today = at.now.astimezone(zone).date()
    slots = []
    for moment in _slots(at.now, zone):
        local = moment.astimezone(zone)
        day = "Today" if local.date() == today else "Tomorrow" if (local.date() - today).days == 1 else f"{local:%A}"
        slots.append((moment, f"{day} {local:%H:%M} to {local + timedelta(hours=HOURS):%H:%M}"))
        if len(slots) == SLOTS:
            break
    return slots


def _slots(now: datetime, zone: timezone) -> Iterator[datetime]:
    local = (now + AHEAD).astimezone(zone).replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    while True:
        if FIRST_HOUR <= local.hour <= LAST_HOUR:
            yield local.astimezone(now.tzinfo)
            local += timedelta(hours=HOURS)
        else:
            local += timedelta(hours=1)
