"""What people did with their money: one transaction or many, in one message or completed by the next."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from states.private import Private
from states.reading import transaction_words
from states.reading.amounts import plain
from states.reading.currencies import currencies_like
from states.reading.dates import written
from states.reading.entries import Entry, Message, entries_of
from states.reading.lexicon import Hit, Word, words_of
from states.reading.months import month_number
from states.reading.normalise import LONGEST_MESSAGE, fold
from states.reading.spans import Span
from states.reading.transaction_words import Kind
from states.reading.words import UNKNOWN, has_phrase, says_none, says_unknown
from states.reading.words import plain as plain_words
from states.verdicts import Option, Refused, Unsure


class Transaction(Private):
    """One movement of money on the account."""

    date: date
    time: str | None = None
    """HH:MM, where it was told."""
    utc_offset: str | None = None
    """+HH:MM, where a zone was told."""
    amount: Decimal
    currency: str
    """A ticker in capitals."""
    type: Kind


def spoken(transaction: Transaction) -> str:
    """The transaction in words that read back to itself, whatever the reader's locale.

    >>> spoken(Transaction(date=date(2019, 3, 22), amount=Decimal("2.00456"), currency="BTC", type="deposit"))
    '22 March 2019, 2.00456 BTC, deposit'
    """
    zone = f" UTC{transaction.utc_offset}" if transaction.utc_offset else ""
    moment = f" {transaction.time}{zone}" if transaction.time else ""
    kind = transaction.type.replace("_", " ")
    return f"{written(transaction.date)}{moment}, {plain(transaction.amount)} {transaction.currency}, {kind}"


_SPOKEN = re.compile(
    r"(?P<day>\d+) (?P<month>\w+) (?P<year>\d+)(?: (?P<time>\d\d:\d\d)(?: UTC(?P<utc_offset>[+-]\d\d:\d\d))?)?"
    r", (?P<amount>\S+) (?P<currency>\S+), (?P<kind>[a-z ]+)"
)


def from_spoken(words: str) -> Transaction:
    """The transaction that `spoken` told."""
    told = _SPOKEN.fullmatch(words)
    if not told:
        raise ValueError("these are not the words of a transaction")
    return Transaction(
        date=date(int(told["year"]), month_number(fold(told["month"])) or 0, int(told["day"])),
        time=told["time"],
        utc_offset=told["utc_offset"],
        amount=Decimal(told["amount"]),
        currency=told["currency"],
        type=told["kind"].replace(" ", "_"),
    )


def read_transactions(
    text: str, *, now: datetime, locale: str | None, kept: Mapping[str, Any] | None = None
) -> tuple[Transaction, ...]:
    """The transactions of a message; none if it says that there never were any.

    `kept` is that of an earlier refusal: the message then only has to bring what was missing. Raises Refused:
    `missing_date`, `imprecise_date`, `invalid_date`, `future_date`, `missing_amount`, `non_positive_amount`,
    `missing_currency`, `unknown_currency`, `missing_type`, each with its `line` counted from 1; `no_answer`,
    `not_understood`; Unsure: `ambiguous_date`, `ambiguous_amount`, `unknown_currency`.
    """
    if len(text) > LONGEST_MESSAGE:
        raise Refused("not_understood")
    if kept:
        return _completed(text, kept, now, locale)
    message = Message(_with_rows_in_words(text), now=now, locale=locale)
    entries = entries_of(message)
    if not entries or (message.tells_no_numbers and _says_never(text)):
        return _nothing_told(text)
    _refuse_what_is_short(message, entries)
    _ask_what_is_open(message, entries)
    return tuple(_transaction(entry) for entry in entries)


def _transaction(entry: Entry) -> Transaction:
    """The transaction of an entry that is complete and open to one reading only."""
    day, amount = entry.date, entry.amount
    if not (day and amount and amount.currency and entry.kind):
        raise ValueError("an entry without date, amount, currency or kind makes no transaction")
    return Transaction(
        date=day.readings[0],
        time=entry.time.time if entry.time else None,
        utc_offset=entry.time.utc_offset if entry.time else None,
        amount=amount.values[0],
        currency=amount.currency.code,
        type=entry.kind,
    )


# --- rows of the exchange's own export -----------------------------------------------------------------------------

_ROW = re.compile(
    r"^(?P<date>\d{4}-\d\d-\d\d)[ T](?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z?[,; ]"
    r"-?(?P<amount>\d+(?:\.\d+)?|\d+,\d+(?=;))[,; ]"
    r"(?P<symbol>[A-Za-z0-9]+)[,; ](?:[-\d.]*|[-\d,]*(?=;))[,; ](?P<type>[A-Za-z]+)(?:[,; ].*)?$",
    re.MULTILINE,
)
_ROW_HEADER = re.compile(r"^DateUTC[,;].*$", re.MULTILINE | re.IGNORECASE)
_ROW_KINDS = {"deposit": "deposit", "withdraw": "withdrawal", "buy": "buy", "sell": "sell", "staking": "staking"}


def _with_rows_in_words(text: str) -> str:
    """The message with the rows of an export told as people tell them: a minus there only says that money went out."""
    return _ROW.sub(_row_in_words, _ROW_HEADER.sub("", text))


def _row_in_words(row: re.Match[str]) -> str:
    kind = _ROW_KINDS.get(row["type"].lower())
    if not kind:
        return ""
    amount = plain(Decimal(row["amount"].replace(",", ".")))
    return f"{row['date']} {row['time']} UTC, {amount} {row['symbol'].upper()}, {kind}"


# --- what is wrong with an entry -----------------------------------------------------------------------------------

_EARLIEST_YEAR = 1900
_OUTGOING = frozenset({"withdrawal", "sell"})


def _refuse_what_is_short(message: Message, entries: Sequence[Entry]) -> None:
    for line, entry in enumerate(entries, start=1):
        found = _shortcoming(entry, message.now.date())
        if not found:
            continue
        reason, bad = found
        quoted = message.text[bad.start : bad.end] if bad else None
        kept = _kept(message, entries, entry, bad)
        if reason == "unknown_currency" and entry.amount and entry.amount.unknown:
            _ask_which_currency(message, *entry.amount.unknown, kept=kept, line=line)
        raise Refused(reason, kept=kept, line=line, text=quoted)


def _shortcoming(entry: Entry, today: date) -> tuple[str, Span | None] | None:
    """The reason why an entry cannot be taken, and the span that is at fault, where it is not a gap."""
    day, amount = entry.date, entry.amount
    if not day:
        return ("imprecise_date", None) if entry.imprecise else ("missing_date", None)
    if not day.readings or max(day.readings).year < _EARLIEST_YEAR:
        return "invalid_date", day
    if not amount:
        return "missing_amount", None
    if not amount.currency:
        return ("unknown_currency", amount) if amount.unknown else ("missing_currency", None)
    if not any(amount.values) or (amount.is_negative and entry.kind not in _OUTGOING):
        return "non_positive_amount", amount
    if not entry.kind:
        return "missing_type", None
    if min(day.readings) > today:
        return "future_date", day
    return None


def _ask_which_currency(message: Message, start: int, end: int, *, kept: Mapping[str, Any], line: int) -> None:
    """A question back if tickers of ours are close to an unknown one."""
    word = message.text[start:end]
    options = tuple(Option(code, f"{message.text[:start]}{code}{message.text[end:]}") for code in currencies_like(word))
    if options:
        raise Unsure("unknown_currency", options, kept=kept, line=line, text=word)
    raise Refused("unknown_currency", kept=kept, line=line, text=word)


def _ask_what_is_open(message: Message, entries: Sequence[Entry]) -> None:
    """A question back for days that may be months, and for marks that may part decimals or thousands.

    One answer settles all that are open in the same way: a person keeps to one habit in one message.
    """
    for line, entry in enumerate(entries, start=1):
        day, amount = entry.date, entry.amount
        if day and len(day.readings) > 1:
            labels = tuple(map(written, day.readings))
            open_dates = [(span.start, span.end, tuple(map(written, span.readings))) for span in message.dates]
            raise Unsure(
                "ambiguous_date",
                _options(message.text, labels, open_dates),
                kept=_kept(message, entries, entry, day),
                line=line,
                text=message.text[day.start : day.end],
            )
        if amount and amount.currency and len(amount.values) > 1:
            labels = tuple(f"{plain(value)} {amount.currency.code}" for value in amount.values)
            open_amounts = [(*one.number, tuple(map(plain, one.values))) for one in message.amounts]
            raise Unsure(
                "ambiguous_amount",
                _options(message.text, labels, open_amounts),
                kept=_kept(message, entries, entry, amount),
                line=line,
                text=message.text[slice(*amount.number)],
            )


def _options(text: str, labels: Sequence[str], spans: Sequence[tuple[int, int, Sequence[str]]]) -> tuple[Option, ...]:
    """Both readings, each as the whole message with everything that was open written in that way."""
    options = []
    for choice, label in enumerate(labels):
        settled = text
        for start, end, readings in reversed(spans):
            if len(readings) > 1:
                settled = f"{settled[:start]}{readings[choice]}{settled[end:]}"
        options.append(Option(label, settled))
    return tuple(options)


# --- completing what an earlier message left open ------------------------------------------------------------------

_LONGEST_DAY = 12
"""Characters in a message that may be no more than the day or the year that an earlier date lacked."""


def _kept(message: Message, entries: Sequence[Entry], opened: Entry, bad: Span | None) -> dict[str, Any]:
    """What was told, line by line: before the one to be completed, that one less what is at fault, after it."""
    at = next(index for index, entry in enumerate(entries) if entry is opened)
    return {
        "lines": [_told(message, entry, None) for entry in entries[:at]],
        "open": _told(message, opened, bad),
        "later": [_told(message, entry, None) for entry in entries[at + 1 :]],
    }


def _told(message: Message, entry: Entry, bad: Span | None) -> str:
    """What an entry tells, less what is at fault, in words that read back to the same."""
    date_told = "" if bad and entry.date is bad else _date_told(message, entry)
    moment = (
        f"{entry.time.time} {'UTC' if entry.time.utc_offset else ''}{entry.time.utc_offset or ''}" if entry.time else ""
    )
    kind = (entry.kind or "").replace("_", " ")
    return ", ".join(filter(None, (f"{date_told} {moment}".strip(), _amount_told(message, entry, bad), kind)))


def _date_told(message: Message, entry: Entry) -> str:
    if entry.date and len(entry.date.readings) == 1:
        return written(entry.date.readings[0])
    spans = [entry.date] if entry.date else entry.imprecise
    return message.text[spans[0].start : spans[0].end] if spans else ""


def _amount_told(message: Message, entry: Entry, bad: Span | None) -> str:
    amount = entry.amount
    if not amount:
        return " ".join({hit.code for hit in entry.currencies})
    number = message.text[slice(*amount.number)]
    if amount.currency and len(amount.values) == 1:
        number = plain(amount.values[0])
    code = amount.currency.code if amount.currency else ""
    if bad and amount is bad:
        return code or number
    return f"{number} {code}".strip()


def _completed(text: str, kept: Mapping[str, Any], now: datetime, locale: str | None) -> tuple[Transaction, ...]:
    """The transactions once a message has brought what an earlier one lacked; or all of them told again."""
    lines, opened, later = kept["lines"], kept["open"], kept.get("later", ())
    if says_unknown(text):
        raise Refused("no_answer", kept=dict(kept))
    retold = entries_of(Message(_with_rows_in_words(text), now=now, locale=locale))
    if retold and all(entry.is_complete for entry in retold):
        told_again = len(retold) > len(lines) + len(later)
        whole = text if told_again else "\n".join((*lines, text, *later))
        return tuple(dict.fromkeys(read_transactions(whole, now=now, locale=locale)))
    refusal = None
    for line in _joined(opened, text):
        try:
            return read_transactions("\n".join((*lines, line, *later)), now=now, locale=locale)
        except Refused as refused:
            refusal = refusal or refused
    raise refusal or Refused("not_understood", kept=dict(kept))


def _joined(opened: str, text: str) -> Iterator[str]:
    """The ways in which a message may complete what was open: as a further part, or as the day before a month."""
    flat = " ".join(text.split())
    yield f"{opened}, {flat}"
    if len(flat) <= _LONGEST_DAY:
        yield f"{flat} {opened}"


# --- messages without a transaction --------------------------------------------------------------------------------


def _nothing_told(text: str) -> tuple[Transaction, ...]:
    if _says_never(text):
        return ()
    raise Refused("no_answer" if _says_unknown(text) else "not_understood")


def _says_unknown(text: str) -> bool:
    return says_unknown(text) or has_phrase(plain_words(text), UNKNOWN)


def _is_all_denial(folded: str, words: Sequence[Word]) -> bool:
    """Whether nothing is said but a denial and the small words around it."""
    books = (transaction_words.never(), transaction_words.fillers())
    said = {at for book in books for hit in book.hits(folded, words) for at in range(hit.start, hit.end)}
    return said.issuperset(word.start for word in words)


_NOUGHT = re.compile(r"(?<![\w.,])0(?![\w.,])")


def _says_never(text: str) -> bool:
    """Whether the person says that there never was a transaction: "none", "I have not done any"."""
    if _says_unknown(text):
        return False
    if says_none(text):
        return True
    folded = fold(text)
    words = words_of(folded)
    denials = list(transaction_words.never().hits(folded, words))
    if _is_vague(folded, words[:_MOST_WORDS], denials):
        return False
    if denials and len(words) > 1 and _is_all_denial(folded, words):
        return True
    if any(transaction_words.out_of_reach().hits(folded, words)):
        return False
    told = list(transaction_words.told().hits(folded, words))
    but = next(transaction_words.but().hits(folded, words), None)
    if but and any(hit.start > but.start and not _is_denied(hit.start, but.start, denials) for hit in told):
        return False
    if told and any(_OF_EVERYTHING.fullmatch(folded[hit.start : hit.end]) for hit in denials):
        return True
    return bool(denials or _NOUGHT.search(folded)) and any(transaction_words.activity().hits(folded, words))


_MOST_WORDS = 150
"""Words in which a vague answer is looked for, at most: nobody denies at such length."""


def _is_vague(folded: str, words: Sequence[Word], denials: Sequence[Hit[bool]]) -> bool:
    """Whether what is said leaves room for some: "not many", "nothing big", "a deposit once, no more"."""
    return (
        any(_counts_money(folded, words, hit) for hit in transaction_words.counts().hits(folded, words))
        or any(
            _is_beside(folded, denial, hit)
            for hit in transaction_words.lesser().hits(folded, words)
            for denial in denials
        )
        or _tells_of_one(folded, words, denials)
    )


def _counts_money(folded: str, words: Sequence[Word], count: Hit[bool]) -> bool:
    """Whether a count is not one of days, nor part of thanks."""
    before = [word for word in words if word.end <= count.start][-3:]
    after = [word for word in words if word.start >= count.end][:2]
    return not any(transaction_words.not_money().hits(folded, [*before, *after]))


_FEW_WORDS = re.compile(r"\s*(?:[^\W_]+\s+){0,2}")


def _is_beside(folded: str, one: Hit[bool], other: Hit[bool]) -> bool:
    """Whether two words stand in one clause with hardly another between them."""
    first, last = sorted((one, other))
    return bool(_FEW_WORDS.fullmatch(folded, first.end, last.start))


_CLAUSE = re.compile(r"[^,.;:!?\n]+[?]?")


def _tells_of_one(folded: str, words: Sequence[Word], denials: Sequence[Hit[bool]]) -> bool:
    """Whether a single transaction is told in a clause before the first denial: "a deposit once, nothing else"."""
    for clause in _CLAUSE.finditer(folded):
        start, end = clause.span()
        if any(denial.start < end for denial in denials) or clause.group().endswith("?"):
            return False
        inside = [word for word in words if start <= word.start < end]
        books = (transaction_words.told(), transaction_words.one_or_so())
        if all(any(book.hits(folded, inside)) for book in books):
            return True
    return False


_OF_EVERYTHING = re.compile(
    "never|nothing|none|ho mai|abbiamo mai|nulla|nunca|nada|jamas|nichts|nie|niemals|noch nie|jamais|rien|niente|nigdy"
    "|никогда|ничего|ни разу"
    "|ніколи|hic|nooit|niets|aldrig|nikdy|niciodata|nimic"
    "|soha|koskaan|yet|havent"
)


def _is_denied(at: int, since: int, denials: Sequence[Hit[bool]]) -> bool:
    return any(since < denial.start < at for denial in denials)
