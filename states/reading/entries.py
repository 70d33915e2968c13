"""A message about money, taken apart: what stands in it, and which of it makes up each transaction."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import chain, pairwise
from typing import TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from states.reading import transaction_words
from states.reading.amounts import Amount, find_amounts
from states.reading.currencies import CurrencyHit, find_currencies
from states.reading.date_spans import DateSpan, find_dates
from states.reading.date_words import small_numbers
from states.reading.lexicon import Lexicon, Word, words_of
from states.reading.normalise import fold
from states.reading.spans import Span, masked
from states.reading.times import TimeSpan, find_times
from states.reading.transaction_words import Kind


@dataclass(frozen=True, slots=True)
class KindSpan:
    """A word for a kind of transaction."""

    start: int
    end: int
    kind: Kind
    is_plain: bool
    """Whether it says what was done without help of other words."""


_CUT = re.compile(r"\n|;|•|(?<![^\s\0])\(?\d{1,2}\)(?=\s)")
_TELLING = re.compile(r"[\d\0$€£₿]|[^\W\d_]{2}")
_BULLET = re.compile(r"[\s;•]*(?:[-*>]\s|\(?\d{1,2}[.):]\s|#\d{1,2}\s)")


_MOST_ANCHORS = 120
"""Dates, kinds and amounts in one line that are looked at, at most: nobody tells more."""
_LONG_ENOUGH = 6
"""Letters that a word needs before a slip in it is overlooked."""
_BESIDE = 4
"""Characters between two kinds that leave open which is meant: deposit/withdrawal, buy or sell."""
_SEPARATOR = re.compile(
    r"[,.|/\n]|(?<![^\W_])(?:and|then|also|plus|y|luego|und|dann|et|puis|e|poi|depois|i|oraz|potem|ve|sonra|и|потом|затем|"
    r"та|і|потім|en|och|og|a|si|es|ja|και|و)(?![^\W_])",
)


class Message:
    """A message and everything found in it."""

    def __init__(self, text: str, *, now: datetime, locale: str | None) -> None:
        self.text = text
        self.now = now
        found = find_dates(text, now=now, locale=locale)
        self.dates = _with_same_days([span for span in found if span.problem != "imprecise_date"], fold(text))
        canvas = masked(text, self.dates)
        self.times = find_times(fold(canvas))
        canvas = masked(canvas, self.times)
        folded = fold(canvas)
        words = words_of(folded)
        self.kinds = sorted(_kinds(folded, words), key=_start)
        self.cards = [hit.start for hit in transaction_words.card().hits(folded, words)]
        canvas = masked(canvas, self.kinds)
        self._canvas = canvas
        bulletless = masked(canvas, list(self._bullets()))
        self._folded = folded = fold(bulletless)
        self.currencies = find_currencies(bulletless, folded, locale)
        self.amounts = [
            amount for amount in find_amounts(bulletless, folded, self.currencies, locale) if not amount.is_fee
        ]
        money = {at for amount in self.amounts if amount.currency for at in range(amount.start, amount.end)}
        self.imprecise = [
            span for span in found if span.problem == "imprecise_date" and money.isdisjoint(range(span.start, span.end))
        ]

    @property
    def tells_no_numbers(self) -> bool:
        """Whether it holds neither a date nor an amount, unless that is nought."""
        return not self.dates and not any(any(amount.values) for amount in self.amounts)

    def _bullets(self) -> Iterator[Span]:
        """The numbers and marks that lists put before their lines."""
        for start, end in self.parts:
            if match := _BULLET.match(self._canvas, start, end):
                yield DateSpan(*match.span())

    @cached_property
    def parts(self) -> list[tuple[int, int]]:
        """What lines, semicolons and list numbers set apart, unless it is empty: from where to where."""
        cuts = [0, *(match.start() for match in _CUT.finditer(self._canvas)), len(self.text)]
        return [(start, end) for start, end in pairwise(cuts) if _TELLING.search(self._canvas, start, end)]

    def is_nothing_but(self, spans: Sequence[Span], start: int, end: int) -> bool:
        """Whether a part of the message has no word outside the spans, nor announces what follows."""
        rest = masked(self.text[:end], spans)[start:]
        return not any(map(str.isalpha, rest)) and not rest.rstrip().endswith(":")

    def has_separator(self, start: int, end: int) -> bool:
        return bool(_SEPARATOR.search(self._folded, start, end))

    def boundary(self, start: int, end: int) -> int:
        """Where between two transactions the first one ends: at the last separator, if there is any."""
        separators = list(_SEPARATOR.finditer(self._folded, start, end))
        return separators[-1].start() if separators else end

    def between(self, start: int, end: int) -> "Entry":
        """Everything found from one place to another."""
        return Entry(
            dates=_within(self.dates, start, end),
            imprecise=_within(self.imprecise, start, end),
            times=_within(self.times, start, end),
            kinds=_within(self.kinds, start, end),
            amounts=_within(self.amounts, start, end),
            currencies=_within(self.currencies, start, end),
            names_card=bisect_left(self.cards, start) < bisect_left(self.cards, end),
        )


def _with_same_days(dates: Sequence[DateSpan], folded: str) -> list[DateSpan]:
    """The dates, with "the same day" as a further one wherever a date stands before it."""
    every = list(dates)
    for start, end, _ in transaction_words.same_day().find(folded) if dates else ():
        if earlier := bisect_right(dates, start, key=_end):
            every.append(replace(dates[earlier - 1], start=start, end=end))
    return sorted(every, key=_start)


Kept = TypeVar("Kept", bound=Span)


def _within(spans: Sequence[Kept], start: int, end: int) -> tuple[Kept, ...]:
    return tuple(spans[bisect_left(spans, start, key=_start) : bisect_left(spans, end, key=_start)])


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end


def _kinds(folded: str, words: Sequence[Word]) -> Iterator[KindSpan]:
    """The words for kinds of transactions; what only says that money moved counts by where it went."""
    at: set[int] = set()
    for span in chain(
        _meant_by(transaction_words.told(), folded, words, is_plain=True),
        _abbreviated(folded),
        _separable_verbs(folded, words),
        _meant_by(transaction_words.general(), folded, words, is_plain=False),
    ):
        if at.isdisjoint(range(span.start, span.end)):
            at.update(range(span.start, span.end))
            yield span
    ways = list(transaction_words.direction().hits(folded, words))
    for start, end, way in ways:
        yield KindSpan(start, end, way, is_plain=False)
    for start, end, _ in transaction_words.moved().hits(folded, words) if ways else ():
        if start not in at:
            yield KindSpan(start, end, min(ways, key=lambda way: abs(way.start - end)).meaning, is_plain=False)
    if not at and not ways:
        yield from _in_or_out(folded) or _misspelt_kinds(words)


def _meant_by(lexicon: Lexicon[Kind], folded: str, words: Sequence[Word], *, is_plain: bool) -> Iterator[KindSpan]:
    return (KindSpan(*hit, is_plain) for hit in lexicon.hits(folded, words))


def _abbreviated(folded: str) -> Iterator[KindSpan]:
    return (KindSpan(*match.span(), "withdrawal", is_plain=True) for match in _W_D.finditer(folded))


_W_D = re.compile(r"(?<![^\W_])w/d(?![^\W_])")


def _separable_verbs(folded: str, words: Sequence[Word]) -> Iterator[KindSpan]:
    """The first parts of verbs whose second part stands behind the amount: "hob 0.5 ETH ab"."""
    for kind, verb in transaction_words.separable().items():
        for match in verb.finditer(folded):
            yield KindSpan(match.start(), next(w.end for w in words if w.start >= match.start()), kind, is_plain=True)


_IN_OR_OUT = re.compile(
    r"\d\s?(?:[^\W\d_]{2,12}|[€$£₿])\s(?P<after>in|out)(?=\s*(?:$|[,.;&\n\0]|(?:on|at|and|then|the)\b))"
    r"|(?:^|[\n;])\W{0,3}(?P<before>in|out)\s?(?:[:=-]|(?=\d))"
)


def _in_or_out(folded: str) -> list[KindSpan]:
    """A lone "in" or "out" behind an amount or in front of a line, where no other word says what was done."""
    kinds: dict[str, Kind] = {"in": "deposit", "out": "withdrawal"}
    return [
        KindSpan(*match.span(match.lastgroup or 0), kinds[match[match.lastgroup or 0]], is_plain=True)
        for match in _IN_OR_OUT.finditer(folded)
    ]


def _misspelt_kinds(words: Sequence[Word]) -> Iterator[KindSpan]:
    """Words that are a slip away from one that says what was done."""
    known = transaction_words.typed()
    for word in words[:_MOST_ANCHORS]:
        if len(word.text) >= _LONG_ENOUGH:
            limit = 1 + (len(word.text) > _LONG_ENOUGH + 1)
            near = process.extractOne(word.text, known.keys(), scorer=OSA.distance, score_cutoff=limit)
            if near:
                yield KindSpan(word.start, word.end, known[near[0]], is_plain=True)


@dataclass(frozen=True)
class Entry:
    """What makes up one transaction, or falls short of it; spans of the message, each kind in order."""

    dates: tuple[DateSpan, ...] = ()
    imprecise: tuple[DateSpan, ...] = ()
    times: tuple[TimeSpan, ...] = ()
    kinds: tuple[KindSpan, ...] = ()
    amounts: tuple[Amount, ...] = ()
    """Numbers with a currency of theirs and numbers without."""
    currencies: tuple[CurrencyHit, ...] = ()
    names_card: bool = False
    is_alone: bool = False
    """Whether its part of the message holds nothing else."""

    def __repr__(self) -> str:
        return "Entry()"

    def __add__(self, other: "Entry") -> "Entry":
        return Entry(
            dates=self.dates + other.dates,
            imprecise=self.imprecise + other.imprecise,
            times=self.times + other.times,
            kinds=self.kinds + other.kinds,
            amounts=self.amounts + other.amounts,
            currencies=self.currencies + other.currencies,
            names_card=self.names_card or other.names_card,
        )

    @cached_property
    def date(self) -> DateSpan | None:
        """The date that counts: the plainest, the first of such."""
        return min(self.dates, key=lambda span: len(span.readings) or 3, default=None)

    @cached_property
    def time(self) -> TimeSpan | None:
        return self.times[0] if self.times else None

    @cached_property
    def amount(self) -> Amount | None:
        """The amount that counts, with its currency if it has one anywhere in the entry."""
        told = [amount for amount in self.amounts if amount.currency or amount.unknown]
        bare = [amount for amount in self.amounts if not amount.currency]
        first = min(told, key=lambda amount: (amount.is_aside, not amount.currency), default=None)
        if first and first.currency:
            return first
        lone = self._lone_currency()
        if bare and lone:
            return replace(min(bare, key=lambda amount: amount.is_aside), currency=lone, unknown=None)
        return first or min(bare, key=lambda amount: amount.is_aside, default=None)

    def _lone_currency(self) -> CurrencyHit | None:
        """The currency told apart from the number, as in a form or a table."""
        owned = {amount.currency for amount in self.amounts}
        free = [hit for hit in self.currencies if hit not in owned]
        sure = [hit for hit in free if hit.is_sure] or free
        return sure[0] if len({hit.code for hit in sure}) == 1 else None

    @cached_property
    def kind(self) -> Kind | None:
        """What was done: by the plainest word, the nearest to the amount where several compete."""
        kinds = [span for span in self.kinds if span.is_plain] or list(self.kinds)
        if any(span.kind == "staking" for span in kinds):
            return "staking"
        if any(one.kind != other.kind and other.start - one.end <= _BESIDE for one, other in pairwise(kinds)):
            return None
        at = self.amount
        nearest = min(kinds, key=lambda span: _gap(span, at) if at else 0, default=None)
        if nearest and nearest.kind == "buy" and self.names_card:
            return "card_purchase"
        return nearest.kind if nearest else None

    @property
    def is_complete(self) -> bool:
        return bool(self.date and self.amount and self.amount.currency and self.kind)

    @property
    def slots(self) -> frozenset[str]:
        """Which of date, amount and kind are told."""
        told = {"date": self.dates, "amount": self.amounts, "kind": self.kinds}
        return frozenset(slot for slot, spans in told.items() if spans)

    @property
    def tells_something(self) -> bool:
        """Whether there is more to it than words that mean a transaction only beside others."""
        return bool(self.dates or self.imprecise or self.amounts or any(span.is_plain for span in self.kinds))

    @property
    def spans(self) -> tuple[Span, ...]:
        """All that was found for the entry, in the order of the message; nothing twice."""
        owned = {amount.currency for amount in self.amounts}
        free = (hit for hit in self.currencies if hit not in owned)
        every: list[Span] = [*self.dates, *self.imprecise, *self.times, *self.kinds, *self.amounts, *free]
        return tuple(sorted(every, key=lambda span: span.start))


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


# --- which parts of the message belong together --------------------------------------------------------------------

_LONGEST_ENTRY = 8
"""Dates, kinds and amounts in one transaction, at most: beyond that it is several."""


def entries_of(message: Message) -> list[Entry]:
    """The transactions of a message in order, complete or not. Empty if it tells of none."""
    entries: list[Entry] = []
    header = Entry()
    opened_by_last_part = False
    for start, end in message.parts:
        told = _split(message, start, end)
        if len(told) == 1 and entries and not entries[-1].is_complete and _fits(entries[-1], told[0]):
            opening = entries[-1]
            entries[-1] = opening + told[0]
            if opened_by_last_part and len(opening.slots) == 1 and opening.slots | told[0].slots == _ALL:
                header = opening
            opened_by_last_part = False
        elif told:
            entries += [header + entry if header.slots == _ALL - entry.slots else entry for entry in told]
            opened_by_last_part = True
    return _without_asides(entries)


_ALL = frozenset({"date", "amount", "kind"})


def _fits(entry: Entry, more: Entry) -> bool:
    """Whether the next part only adds to an entry what it lacks."""
    return not more.is_complete and entry.slots.isdisjoint(more.slots)


def _without_asides(entries: list[Entry]) -> list[Entry]:
    """The entries less those that only introduce others or talk of something else."""
    if not any(len(entry.slots) > 1 for entry in entries):
        return [sum(entries, Entry())] if any(entry.tells_something for entry in entries) else []
    first = entries[0]
    return [
        entry for entry in entries if len(entry.slots) > 1 or (entry is not first and (entry.is_alone or entry.dates))
    ]


def _split(message: Message, start: int, end: int) -> list[Entry]:
    """The transactions in one part of the message; those that lack a date or a kind take the one that led."""
    whole = message.between(start, end)
    if not whole.spans:
        return []
    if times := _times_told(message, whole):
        return times
    anchors = _anchors(whole)[:_MOST_ANCHORS]
    if len(anchors) < 4:
        return [replace(whole, is_alone=message.is_nothing_but(whole.spans, start, end))]
    groups = _best_groups(message, anchors)
    starts = [start, *(message.boundary(one[-1].end, other[0].start) for one, other in pairwise(groups))]
    entries = [message.between(*bounds) for bounds in pairwise((*starts, end))]
    return list(_led(entries, groups))


def _times_told(message: Message, whole: Entry) -> list[Entry]:
    """One entry for each date of "two deposits of 50 EUR, on 14 and on 16 May 2026"; none if it is not so told."""
    sums = [amount for amount in whole.amounts if amount.currency]
    if not (len(whole.dates) > 1 and len(whole.kinds) == len(sums) == 1):
        return []
    before = words_of(fold(message.text[: whole.kinds[0].start]))[-1:]
    count = next((int(word.text) if word.text.isdecimal() else small_numbers().get(word.text) for word in before), None)
    return [replace(whole, dates=(day,)) for day in whole.dates] if count == len(whole.dates) else []


def _anchors(entry: Entry) -> list[Span]:
    amounts = [amount for amount in entry.amounts if (amount.currency or amount.unknown) and not amount.is_aside]
    anchors: list[Span] = [*entry.dates, *entry.kinds, *amounts]
    return sorted(anchors, key=lambda span: span.start)


def _led(entries: Sequence[Entry], groups: Sequence[Sequence[Span]]) -> Iterator[Entry]:
    """The entries, with a date or kind that came first in an earlier one said of the later ones too."""
    leading = Entry()
    for entry, group in zip(entries, groups, strict=True):
        complete = entry
        if not entry.dates:
            complete = replace(complete, dates=leading.dates)
        if not entry.kinds:
            complete = replace(complete, kinds=leading.kinds)
        yield complete
        if entry.dates:
            leading = replace(leading, dates=entry.dates if isinstance(group[0], DateSpan) else ())
        if entry.kinds:
            leading = replace(leading, kinds=entry.kinds if isinstance(group[0], KindSpan) else ())


def _best_groups(message: Message, anchors: Sequence[Span]) -> list[Sequence[Span]]:
    """The anchors in groups of one transaction each, so that as little as can be is missing or told twice."""
    first_date, first_kind = _first(anchors, DateSpan), _first(anchors, KindSpan)
    best: list[tuple[float, int]] = [(0, 0)]
    for end in range(1, len(anchors) + 1):
        costs = (
            (
                best[begin][0] + _cost(anchors[begin:end], had_date=first_date < begin, had_kind=first_kind < begin),
                begin,
            )
            for begin in range(max(0, end - _LONGEST_ENTRY), end)
        )
        cost, begin = min(costs)
        best.append((cost + _cost_of_cut(message, anchors, end), begin))
    groups: list[Sequence[Span]] = []
    end = len(anchors)
    while end:
        begin = best[end][1]
        groups.append(anchors[begin:end])
        end = begin
    return groups[::-1]


def _first(anchors: Sequence[Span], kind: type[Span]) -> int:
    return next((index for index, span in enumerate(anchors) if isinstance(span, kind)), len(anchors))


def _cost_of_cut(message: Message, anchors: Sequence[Span], at: int) -> float:
    """How unlike an end of a transaction the place before an anchor is."""
    if at == len(anchors):
        return 0
    return 0.05 if message.has_separator(anchors[at - 1].end, anchors[at].start) else 0.35


def _cost(group: Sequence[Span], *, had_date: bool, had_kind: bool) -> float:
    """How unlike one transaction a group of anchors is; a date or kind that stood earlier is half as much missed."""
    dates = {span.readings for span in group if isinstance(span, DateSpan)}
    kinds = [span for span in group if isinstance(span, KindSpan)]
    plain = {span.kind for span in kinds if span.is_plain}
    amounts = [span for span in group if isinstance(span, Amount)]
    sums = {(span.currency.code, span.values) for span in amounts if span.currency}
    alike = len(sums) - len({code for code, _ in sums})
    cost = 3.0 * max(0, len(dates) - 1) + 1.5 * max(0, len(plain) - 1) + 0.5 * max(0, len(amounts) - 1) + alike
    if not dates:
        cost += 0.4 if had_date else 1
    if not kinds:
        cost += 0.4 if had_kind else 1
    elif not plain:
        cost += 0.4
    return cost + (0 if amounts else 1.5)
