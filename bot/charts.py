"""The figures as one picture for a phone: four panels, each under what it found."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from babel.dates import format_date

from handlers.speech import Tongue
from handlers.stats import label_of, ladder, span, steepest
from states.policy import Policy
from storage.statistics import Figures, within

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH, HEIGHT, DOTS_PER_INCH = 1080, 1920, 100
INK, SOFT, PAPER = "#1F2A33", "#5F6E7A", "#FCFCFA"
CALM, PALE, WORST = "#3B7A9E", "#B9CFDB", "#C8501E"
HEADING, FINDING, BODY = 27, 19, 18
"""Points. A phone shows the picture at about a third of its size."""
STYLE: dict[Any, Any] = {
    "font.family": "DejaVu Sans",  # comes with the library
    "font.size": BODY,
    "text.color": INK,
    "xtick.color": SOFT,
    "ytick.color": INK,
    "text.parse_math": False,
}
EDGE = 44
"""Pixels left and right of everything."""
NAMES = 356
"""Pixels for the names beside lying bars."""
TITLE = 78
"""Pixels for the two lines above a panel."""

TARGET = Policy().answer_hours
BUCKETS = (3, 6, 12, 24, 36, TARGET)
"""Hours at which a bar of the second panel ends; the last bar is what took longer than we aim for."""
MAX_REASONS = 5
MAX_DATES = 7
MAX_NUMBERED_DAYS = 14
ENGLISH = Tongue("en", {})


def render(found: Figures) -> bytes:
    """A PNG of 1080 x 1920 pixels. It keeps a core busy for a second: call it in a thread."""
    from matplotlib import rc_context  # noqa: PLC0415  heavy, and seldom needed
    from matplotlib.figure import Figure  # noqa: PLC0415  as above

    with rc_context(STYLE):
        picture = Figure((WIDTH / DOTS_PER_INCH, HEIGHT / DOTS_PER_INCH), dpi=DOTS_PER_INCH, facecolor=PAPER)

        def write(words: str, top: int, size: int, **how: Any) -> None:
            picture.text(EDGE / WIDTH, 1 - top / HEIGHT, words, size=size, va="center", **how)

        write(_period(found), 56, HEADING, weight="bold")
        write(_now(found), 108, BODY, color=SOFT)
        for topic, draw, top, height, left in PANELS:
            bottom = 1 - (top + TITLE + height) / HEIGHT
            axes = picture.add_axes(
                (left / WIDTH, bottom, (WIDTH - EDGE - left) / WIDTH, height / HEIGHT), facecolor=PAPER
            )
            axes.tick_params(length=0, pad=8)
            axes.spines[:].set_visible(False)
            write(topic, top, BODY, color=SOFT)
            write(draw(axes, found), top + 38, FINDING, weight="bold")
            if not axes.has_data():
                axes.set_axis_off()
        drawn = BytesIO()
        picture.savefig(drawn, format="png", facecolor=PAPER)
    return drawn.getvalue()


def _period(found: Figures) -> str:
    first, last = _date(found.days[0].date), _date(found.days[-1].date)
    return f"Requests, {first} to {last}" if first != last else f"Requests, {first}"


def _now(found: Figures) -> str:
    queue = found.queue
    return f"Now {queue.open} open, {queue.unclaimed} not claimed, {queue.due_soon} due in 6 h, {queue.late} late"


def _date(day: date) -> str:
    return format_date(day, "d MMM", locale="en")


# --- the panels: each draws, and says what it found


def _days(axes: "Axes", found: Figures) -> str:
    """Sent beside decided; the day on which most stayed undecided stands out."""
    says, days = f"{found.sent} sent, {found.decided} decided", found.days
    if not found.sent and not found.decided:
        return says
    sent = axes.bar([at - 0.21 for at in range(len(days))], [day.sent for day in days], 0.4, color=CALM, label="sent")
    axes.bar([at + 0.21 for at in range(len(days))], [day.decided for day in days], 0.4, color=PALE, label="decided")
    _key(axes)
    left_over = [day.sent - day.decided for day in days]
    worst = left_over.index(max(left_over)) if max(left_over) > 0 else None
    if worst is not None:
        sent[worst].set_color(WORST)
        says += f"; on {_date(days[worst].date)} {left_over[worst]} more came than went"
    numbered = [
        str(day.sent or "") if at == worst or len(days) <= MAX_NUMBERED_DAYS else "" for at, day in enumerate(days)
    ]
    _number(axes, sent, numbered, worst)
    every = -(-len(days) // MAX_DATES)
    axes.set_xticks(range(len(days))[::every], [_date(day.date) for day in days][::every])
    axes.set_yticks([])
    axes.margins(x=0.03, y=0.2)
    return says


def _hours(axes: "Axes", found: Figures) -> str:
    """How many decisions took how long; those beyond the target stand out."""
    half, most = within(found.decision_hours, 0.5), within(found.decision_hours, 0.9)
    if half is None or most is None:
        return "Nothing was decided"
    counts = Counter(bisect_left(BUCKETS, hours) for hours in found.decision_hours)
    beyond = len(BUCKETS)
    heights = [counts[place] for place in range(beyond + 1)]
    bars = axes.bar(range(beyond + 1), heights, 0.78, color=[*[CALM] * beyond, WORST])
    numbers = [str(count or "") for count in heights]
    if found.decided_late not in (0, counts[beyond]):
        numbers[beyond] += f", {found.decided_late} late"
    _number(axes, bars, numbers, beyond)
    axes.axvline(beyond - 0.5, color=SOFT, linewidth=2, linestyle=(0, (4, 3)))
    axes.set_xticks(range(beyond + 1), _bucket_names())
    axes.set_yticks([])
    axes.margins(x=0.01, y=0.22)
    return f"Half within {_written(half)}, 9 of 10 within {_written(most)}, {found.decided_late} late"


def _steps(axes: "Axes", found: Figures) -> str:
    """Who finished each step; the end of a bar are those who got no further."""
    rungs = ladder(found)
    if not rungs:
        return "Nobody began"
    worst = steepest(rungs)
    for place, rung in enumerate(rungs):
        stayed = WORST if rung is worst else PALE
        axes.barh(place, rung.people - rung.stopped, 0.74, color=CALM)
        axes.barh(place, rung.stopped, 0.74, left=rung.people - rung.stopped, color=stayed)
        says = f"{rung.people}, {rung.stopped} stopped" if rung is worst else str(rung.people)
        _beside(axes, place, rung.people, says, stands_out=rung is worst)
    _lay(axes, [ENGLISH.label(rung.name) for rung in rungs], room=0.5)
    says = f"{found.finished} of {found.began} sent"
    if worst:
        where = "before the first question" if worst is rungs[0] else f"after {ENGLISH.label(worst.name)}"
        says += f"; most stopped {where}"
    return says


def _reasons(axes: "Axes", found: Figures) -> str:
    """Why cases were refused and what was asked for again, together; the most frequent stands out."""
    ranked = (Counter(found.refusals) + Counter(found.asks)).most_common(MAX_REASONS)
    if not ranked:
        return "Nothing was refused or asked for again"
    names = [ENGLISH.label(label_of(code)) for code, _ in ranked]
    most = ranked[0][1]
    for place, (code, count) in enumerate(ranked):
        axes.barh(place, count, 0.66, color=WORST if count == most else CALM)
        parts = ((found.refusals.get(code), "refused"), (found.asks.get(code), "asked again"))
        says = ", ".join(f"{part} {what}" for part, what in parts if part)
        _beside(axes, place, count, says, stands_out=count == most)
    _lay(axes, names, room=1.15)
    return f"Most often: {names[0]}, {most} times"


PANELS: Sequence[tuple[str, Callable[["Axes", Figures], str], int, int, int]] = (
    ("Cases a day", _days, 176, 178, EDGE),
    ("Hours from sent to decision", _hours, 514, 178, EDGE),
    ("People who finished each step", _steps, 852, 640, NAMES),
    ("Reasons", _reasons, 1620, 206, NAMES),
)
"""Topic, who draws it, and in pixels its top, the height of its bars and their left edge."""


# --- what panels share


def _key(axes: "Axes") -> None:
    """Which bar is which, in the free line above the panel."""
    axes.legend(
        loc="center right", bbox_to_anchor=(1.02, 1.44), ncols=2, frameon=False, handlelength=0.8, columnspacing=1.2
    )


def _number(axes: "Axes", bars: Any, numbers: Sequence[str], worst: int | None) -> None:
    """A number above each bar."""
    for place, label in enumerate(axes.bar_label(bars, numbers, padding=4, fontsize=BODY - 1)):
        label.set(color=WORST if place == worst else SOFT, weight="bold" if place == worst else "normal")


def _beside(axes: "Axes", place: int, end: int, says: str, *, stands_out: bool) -> None:
    """Words at the end of a lying bar."""
    color, weight = (WORST, "bold") if stands_out else (SOFT, "normal")
    axes.annotate(
        says, (end, place), (8, 0), textcoords="offset points", va="center_baseline", color=color, weight=weight
    )


def _lay(axes: "Axes", names: Sequence[str], *, room: float) -> None:
    """Names beside lying bars, the first on top; `room` for words behind the longest bar, in lengths of it."""
    axes.set_yticks(range(len(names)), names)
    axes.set_xticks([])
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_xlim(0, axes.dataLim.x1 * (1 + room))


def _bucket_names() -> list[str]:
    begins = (0, *BUCKETS)
    return [f"{begin}\u2013{end}" for begin, end in zip(begins, BUCKETS, strict=False)] + [f"over {TARGET}"]


def _written(hours: float) -> str:
    return ENGLISH.label(span(hours))
