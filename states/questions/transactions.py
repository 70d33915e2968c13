import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from states.message import Button, Message
from states.question import PICK, Missing, Moment, Pending, Question
from states.reading.transactions import Transaction, from_spoken, read_transactions, spoken
from states.reading.words import plain, says_unknown, says_yes
from states.text import Text
from states.verdicts import Refused, Unsure

SEED = Transaction(
    date=date(2019, 3, 22), time=None, utc_offset=None, amount=Decimal("2.00456"), currency="BTC", type="deposit"
)
DONE = frozenset({"yes continue", "done", "continue", "ok", "that is all", "thats all", "right", "correct"})
AGAIN = frozenset({"enter again", "again", "start over", "all wrong", "wrong"})
ADD = frozenset({"add", "add another", "another", "one more"})
REMOVE = re.compile(r"(?:remove|delete|drop)\s+(?:number\s+|line\s+)?(\d{1,2})")
BUTTONS_IN_A_ROW = 5
TIME = re.compile(r"(?:(?:number |line )?(\d{1,2})\s*(?:at|was at|[-:)])?\s+|at\s+)?([01]?\d|2[0-3])[:.]([0-5]\d)")


class TransactionsQuestion(Question):
    """The latest transactions, each with date, amount, currency and type (C23-C28, S21).

    They are gathered over several messages: read back, added to, removed, completed with a time, and then confirmed.
    """

    key = "transactions"
    name = Text("Transactions")
    called = ("transaction", "transactions", "latest transactions", "operations")
    ask = Text("What are your latest transactions?")
    hint = Text(
        "Send 1 to {max}, each on a new line: date, amount and currency, type. Add the time if you know it. "
        "The type is deposit, withdrawal, buy, sell or trade."
    )
    example = "22 March 2019, 2.00456 BTC, deposit"
    why = Text("only the owner is likely to know them")
    placeholder = Text("Date, amount and currency, type")
    skips = ("none", "forgotten")
    skip_labels = {"none": Text("I have no transactions"), "forgotten": Text("I do not remember")}
    holds = tuple[Transaction, ...]
    reasons = {
        "missing_date": Text("Line {line}: enter the date, like 22 August 2025"),
        "imprecise_date": Text("Line {line}: enter the day too. If you are not sure, the nearest day you remember"),
        "ambiguous_date": Text("Which date is {text}?"),
        "invalid_date": Text("Line {line}: this date must be a real date. Enter day, month and year"),
        "not_a_date": Text("Line {line}: enter the date, like 22 August 2025"),
        "future_date": Text("Line {line}: date must be today or in the past"),
        "missing_amount": Text("Line {line}: enter the amount and currency, like 0.125 BTC"),
        "ambiguous_amount": Text("How much is {text}?"),
        "non_positive_amount": Text("Line {line}: amount must be more than 0"),
        "missing_currency": Text("Line {line}: enter the currency, like BTC or EUR"),
        "unknown_currency": Text("Line {line}: we do not know this currency. Enter it as {brand} shows it, like BTC"),
        "missing_type": Text("Line {line}: enter the type: deposit, withdrawal, buy, sell or trade"),
        "not_understood": Text("Enter date, amount and currency, and type, like the example"),
        "no_answer": Text("Enter your latest transactions, like the example"),
        "no_such_line": Text("There is no line {line}. Use a number of the list"),
    }
    firm = frozenset({"no_such_line"})
    examples = {"22 March 2019, 2.00456 BTC, deposit": (SEED,)}
    refusals = {"22 March 2019, 2.00456 BTC": "missing_type", "hello": "not_understood"}

    def hints(self, at: Moment) -> tuple[Text, ...]:
        return (self.hint.filled(max=at.policy.transactions_most),)

    # --- reading: kept = {"read": [transactions as spoken], "open": what the reader kept of an incomplete line}

    def read_text(self, text: str, at: Moment, kept: Any) -> tuple[Transaction, ...] | Missing:
        gathered = self._gathered(at)
        if gathered and (said := plain(text)):
            if said in DONE or says_yes(text) or says_unknown(text):
                return gathered
            if said in ADD:
                raise _ask_for_another(gathered)
            if said in AGAIN:
                raise _ask_again()
            if line := REMOVE.fullmatch(said):
                raise self._without(int(line[1]), gathered, at)
            if time := TIME.fullmatch(text.strip()):
                raise self._with_time(time, gathered, at)
        new = self._read(text, gathered, at, (kept or {}).get("open"))
        if not new and not gathered:
            return Missing(why="none")
        raise self._gather(_once(gathered + new), at, again=len(_once(gathered + new)) < len(gathered + new))

    def read_tap(self, action: str, at: Moment) -> Any:
        gathered = self._gathered(at)
        if not gathered or not action.startswith(f"{PICK}:"):
            return super().read_tap(action, at)
        match action.removeprefix(f"{PICK}:").split("-"):
            case ["done"]:
                return gathered
            case ["add"]:
                raise _ask_for_another(gathered)
            case ["again"]:
                raise _ask_again()
            case ["remove", line] if line.isdecimal():
                raise self._without(int(line), gathered, at)
            case _:
                return super().read_tap(action, at)

    def _read(self, text: str, gathered: tuple[Transaction, ...], at: Moment, half: Any) -> tuple[Transaction, ...]:
        """What the message says; what was gathered stays when it is refused."""
        try:
            return read_transactions(text, now=at.now, locale=at.case.locale, kept=half)
        except (Refused, Unsure) as turned_down:
            turned_down.kept = {**_keep(gathered), "open": turned_down.kept}
            raise

    def _gathered(self, at: Moment) -> tuple[Transaction, ...]:
        kept = at.case.memory.kept.get(self.key) or {}
        return tuple(map(from_spoken, kept.get("read", ())))

    def _gather(self, gathered: tuple[Transaction, ...], at: Moment, *, again: bool = False) -> Pending:
        most = at.policy.transactions_most
        lead = Text("You gave one of them twice. We keep it once.") if again else None
        if len(gathered) > most:
            lead = Text("We take {max} transactions at the most. Remove one to add another.", max=most)
        return Pending(_keep(gathered[:most]), _read_back(gathered[:most], lead))

    def _without(self, line: int, gathered: tuple[Transaction, ...], at: Moment) -> Pending:
        if not 1 <= line <= len(gathered):
            raise Refused("no_such_line", line=line, kept=_keep(gathered))
        rest = gathered[: line - 1] + gathered[line:]
        if not rest:
            return _ask_again()
        return self._gather(rest, at)

    def _with_time(self, said: re.Match[str], gathered: tuple[Transaction, ...], at: Moment) -> Pending:
        """The time in "2 at 14:30", or in "14:30" where there is one transaction: asked for once, never insisted on."""
        line = int(said[1] or 1)
        if not 1 <= line <= len(gathered) or (said[1] is None and len(gathered) > 1):
            raise Refused("no_such_line", line=line, kept=_keep(gathered))
        timed = gathered[line - 1].model_copy(update={"time": f"{int(said[2]):02}:{said[3]}"})
        return self._gather((*gathered[: line - 1], timed, *gathered[line:]), at)

    def so_far(self, kept: Any) -> str:
        kept = kept or {}
        half = kept.get("open") or {}
        return "\n".join([*kept.get("read", ()), *half.get("lines", ()), half.get("open", ""), *half.get("later", ())])

    def show_value(self, value: tuple[Transaction, ...]) -> str:
        return "\n".join(f"{n}. {spoken(each)}" for n, each in enumerate(value, start=1))


def _ask_for_another(gathered: tuple[Transaction, ...]) -> Pending:
    return Pending(_keep(gathered), Message(body=(Text("Send the next transaction."),)))


def _ask_again() -> Pending:
    return Pending(None, Message(body=(Text("Send your transactions again, each on a new line."),)))


def _keep(gathered: Iterable[Transaction]) -> dict[str, Any]:
    return {"read": [spoken(each) for each in gathered]}


def _once(transactions: tuple[Transaction, ...]) -> tuple[Transaction, ...]:
    return tuple(dict.fromkeys(transactions))


def _read_back(gathered: tuple[Transaction, ...], lead: Text | None) -> Message:
    """What we read, to be confirmed (C24)."""
    lines = tuple(Text("{n}. {transaction}", n=n, transaction=spoken(each)) for n, each in enumerate(gathered, start=1))
    untimed = any(each.time is None for each in gathered)
    remove = [Button(Text("Remove {n}", n=n), f"{PICK}:remove-{n}") for n in range(1, len(gathered) + 1)]
    remove_rows = [tuple(remove[at : at + BUTTONS_IN_A_ROW]) for at in range(0, len(remove), BUTTONS_IN_A_ROW)]
    return Message(
        lead=lead,
        title=(Text("Is this right?"),),
        body=(*lines, *((Text('If you know a time, add it, like "1 at 14:30".'),) if untimed else ())),
        rows=(
            (Button(Text("Yes, continue"), f"{PICK}:done", "primary"),),
            (Button(Text("Add another"), f"{PICK}:add"), Button(Text("Enter again"), f"{PICK}:again")),
            *(remove_rows if len(gathered) > 1 else ()),
        ),
        protected=True,
    )
