"""The figures as one HTML file: for a screen of any width, for paper, with nothing fetched from anywhere."""

import asyncio
import base64
from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape

from babel.dates import format_date, format_datetime

from bot import charts, database
from bot.settings import Settings
from handlers.speech import Tongue
from handlers.stats import in_order, label_of, lines, name_of, span
from states.review import STAGES
from states.text import Text
from storage.statistics import OUTCOMES, Figures, figures, start_of, within

ENGLISH = Tongue("en", {})

STYLE = """
body { font: 17px/1.5 system-ui, sans-serif; color: #1f2a33; background: #fcfcfa }
body { max-width: 46rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2.2rem }
img { width: 100%; max-width: 30rem; height: auto; border: 1px solid #e1e6e9; border-radius: 6px }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #e1e6e9; vertical-align: top }
th { color: #5f6e7a; font-weight: normal }
.number { text-align: right; font-variant-numeric: tabular-nums }
footer { color: #5f6e7a; margin-top: 2.2rem }
@media print { body { font-size: 11pt } img { max-height: 24cm; width: auto } tr { break-inside: avoid } }
"""
NOTHING_FROM_ELSEWHERE = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


async def report(settings: Settings, *, days: int, now: datetime) -> str:
    """The figures of the last days as an HTML page; also beside a running bot."""
    async with database.looking(settings) as reader, reader.reading() as tx:
        found = await figures(tx, since=start_of(days, now), now=now)
    return page(found, await asyncio.to_thread(charts.render, found))


def page(found: Figures, picture: bytes) -> str:
    """The page around a picture of the same figures."""
    first, last = (format_date(day.date, "d MMMM y", locale="en") for day in (found.days[0], found.days[-1]))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{NOTHING_FROM_ELSEWHERE}">
<title>Recovery requests, {first} to {last}</title>
<style>{STYLE}</style>
</head>
<body>
<h1>Recovery requests, {first} to {last}</h1>
<p>{"<br>".join(lines(found, ENGLISH))}</p>
<img alt="The same figures as four charts; the tables below hold their numbers."
 src="data:image/png;base64,{base64.b64encode(picture).decode()}">
{"".join(_tables(found))}
<footer>Counted on {format_datetime(found.now, "d MMMM y, HH:mm", locale="en")} UTC. Days are days of UTC.</footer>
</body>
</html>
"""


def _tables(found: Figures) -> Iterable[str]:
    yield _table("Cases a day", ("Day", "Sent", "Decided"), _days(found))
    yield _table("What became of them", ("Outcome", "Cases"), _outcomes(found))
    yield _table("How long it took", ("From sent to", "Half within", "9 of 10 within", "Cases"), _durations(found))
    yield _table("Steps of those who began", ("Step", "Tried", "Finished", "Stopped after it"), _steps(found))
    yield _table("Reasons", ("Reason", "Not approved", "Asked for again"), _reasons(found))
    yield _table("Answers turned down at once", ("Step", "Reason", "Times", "People"), _turned_down(found))


Cells = tuple[str | int, ...]


def _days(found: Figures) -> list[Cells]:
    return [(format_date(day.date, "EEE, d MMM", locale="en"), day.sent, day.decided) for day in found.days]


def _outcomes(found: Figures) -> list[Cells]:
    names = {outcome: STAGES[stage] for stage, outcome in reversed(OUTCOMES.items())}
    return [(_said(names[outcome]), count) for outcome, count in found.outcomes.items()]


def _durations(found: Figures) -> list[Cells]:
    measured = (("the first claim", found.claim_hours), ("the decision", found.decision_hours))
    return [(what, _within(hours, 0.5), _within(hours, 0.9), len(hours)) for what, hours in measured]


def _within(hours: Sequence[float], share: float) -> str:
    found = within(hours, share)
    return "" if found is None else _said(span(found))


def _steps(found: Figures) -> list[Cells]:
    return [(_said(name_of(each.question)), each.tried, each.finished, each.stopped) for each in in_order(found.steps)]


def _reasons(found: Figures) -> list[Cells]:
    codes = {**found.refusals, **found.asks}
    return [(_said(label_of(code)), found.refusals.get(code, 0), found.asks.get(code, 0)) for code in codes]


def _turned_down(found: Figures) -> list[Cells]:
    return [
        (_said(name_of(each.question)), _said(label_of(each.reason)), each.times, each.people)
        for each in found.turned_down
    ]


def _said(text: Text) -> str:
    return ENGLISH.label(text)


def _table(title: str, heads: Sequence[str], rows: Sequence[Cells]) -> str:
    """A table, its numbers to the right; a sentence where there is nothing to show."""
    if not rows:
        return f"<h2>{escape(title)}</h2>\n<p>None.</p>\n"
    head = "".join(_cell("th", name, number=isinstance(value, int)) for name, value in zip(heads, rows[0], strict=True))
    body = "\n".join(
        f"<tr>{''.join(_cell('td', value, number=isinstance(value, int)) for value in row)}</tr>" for row in rows
    )
    return f"<h2>{escape(title)}</h2>\n<table>\n<tr>{head}</tr>\n{body}\n</table>\n"


def _cell(kind: str, value: str | int, *, number: bool) -> str:
    return f"<{kind}{' class=number' if number else ''}>{escape(str(value))}</{kind}>"
