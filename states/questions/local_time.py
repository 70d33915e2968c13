from datetime import datetime, timedelta
from typing import Any

from states.case import Case
from states.desk import was_asked_for
from states.question import Moment, Question
from states.reading.normalise import fold
from states.reading.times import find_times
from states.text import Text
from states.verdicts import Refused

QUARTER = 15
"""Minutes: every time zone is a whole number of quarters away from UTC."""
DAY, FURTHEST_WEST = 24 * 60, -10 * 60


class LocalTimeQuestion(Question):
    """What time it is for the customer: the shortest way to their time zone, before a call (C53)."""

    key = "local_time"
    name = Text("Time zone")
    called = ("time zone", "local time")
    ask = Text("We would like to call you. What time is it where you are now?")
    example = "14:30"
    why = Text("to offer you times of your own day")
    placeholder = Text("Hours and minutes")
    holds = int
    reasons = {
        "not_a_time": Text("Enter the time on your clock, like 14:30"),
    }
    firm = frozenset({"not_a_time"})
    examples = {"14:30": 150, "it's 5:05 am": -420}
    refusals = {"soon": "not_a_time"}

    def applies(self, case: Case) -> bool:
        return was_asked_for(case.desk, "call_time", case.answers)

    def read_text(self, text: str, at: Moment, kept: Any) -> int:  # noqa: ARG002
        """Minutes ahead of UTC."""
        times = find_times(fold(text))
        if len(times) != 1 or times[0].time is None:
            raise Refused("not_a_time")
        return offset(times[0].time, at.now)

    def show_value(self, value: int) -> str:
        sign = "+" if value >= 0 else "-"
        return f"UTC{sign}{abs(value) // 60:02}:{abs(value) % 60:02}"


def offset(clock: str, now: datetime) -> int:
    """Minutes ahead of UTC of somebody whose clock shows HH:MM now, to the nearest quarter; -10 to +13:45 hours.

    Around the date line two zones show the same time, a day apart: then it is the one where more people live.
    """
    hours, _, minutes = clock.partition(":")
    local = now.replace(hour=int(hours), minute=int(minutes))
    ahead = round((local - now) / timedelta(minutes=QUARTER)) * QUARTER
    return (ahead - FURTHEST_WEST) % DAY + FURTHEST_WEST
