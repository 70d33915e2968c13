"""Cases and their answers: one row for a case, one for each answer, sealed under the key of that case."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from operator import attrgetter, itemgetter
from typing import Any, Protocol

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    bindparam,
    delete,
    func,
    literal_column,
    select,
    type_coerce,
    update,
)
from sqlalchemy.dialects.postgresql import insert  # its ON CONFLICT is written the same for SQLite

from states.case import Answer, Case, Memory
from states.desk import Desk
from storage import advisory
from storage.answers import Answers, Stored
from storage.connection import Connection
from storage.encoding import decoded, encoded
from storage.errors import AlreadyOpen, Damaged, Stale
from storage.keyring import Keyring
from storage.seal import Box, Installation
from storage.tables import EPOCH, MICROSECOND, answers, case_keys, cases, lookups, photos, timers

FIRST_REF = 2041
"""What the first case is called: R-2041."""

KEPT_AS_THEY_ARE = (
    "applicant",
    "language",
    "locale",
    "step",
    "stage",
    "created_at",
    "touched_at",
    "submitted_at",
    "due_at",
    "claimed_by",
    "claimed_name",
    "claimed_at",
    "decided_by",
    "decided_name",
    "decided_at",
    "reason",
    "closed_at",
    "version",
)
"""Fields of a case with a column of the same name."""
FIELDS = attrgetter(*KEPT_AS_THEY_ARE)
COLUMNS = ("sealed_memory", "sealed_desk", *KEPT_AS_THEY_ARE)
"""What follows from what a case is."""
UNKNOWN = (object(),) * len(COLUMNS)
"""What stands in them where nobody looked: nothing that could be saved."""


@dataclass(frozen=True, slots=True)
class Queued:
    """A request that is not closed, as it stands in a list: what can be said without opening it."""

    ref: str
    id: int
    stage: str
    submitted_at: datetime
    due_at: datetime
    claimed_by: int | None
    claimed_name: str


class Codec(Protocol):
    """How the value of an answer becomes JSON and comes back; the questions know."""

    def dump(self, question: str, value: Any) -> Any: ...

    def load(self, question: str, raw: Any) -> Any:
        """The value again. Raises ValueError where it is none."""

    def knows(self, question: str) -> bool:
        """Whether it is still asked. The answer to one that is not stays stored, unseen."""


def _wanted(condition: ColumnElement[bool]) -> Select[Any]:
    """The cases that meet a condition, each with its wrapped key; purged ones have none."""
    return (
        select(cases.c.id, case_keys.c.kek, case_keys.c.wrapped, *(cases.c[name] for name in COLUMNS))
        .select_from(cases.outerjoin(case_keys, case_keys.c.case_id == cases.c.id))
        .where(condition)
    )


IS_OPEN = cases.c.closed_at.is_(None)
IS_SUBMITTED = cases.c.submitted_at.is_not(None)
OF_APPLICANT = cases.c.applicant == bindparam("applicant")

OPEN = _wanted(OF_APPLICANT & IS_OPEN)
LATEST = _wanted(cases.c.id == select(func.max(cases.c.id)).where(OF_APPLICANT).scalar_subquery())
BY_ID = _wanted(cases.c.id == bindparam("case"))
ANSWERS = select(
    answers.c.question, type_coerce(answers.c.at, BigInteger).label("given_at"), answers.c.sealed_answer
).where(answers.c.case_id == bindparam("case"))
GIVEN_AT = itemgetter(1)
IS_WAITING = cases.c.stage == literal_column("'waiting'")
"""Written out: an index of the waiting ones is of no use to a query that learns the stage only when it runs."""
LINE = (
    cases.c.id,
    cases.c.stage,
    cases.c.submitted_at,
    cases.c.due_at,
    cases.c.claimed_by,
    cases.c.claimed_name,
)
QUEUE = select(*LINE).where(IS_SUBMITTED & IS_OPEN).order_by(cases.c.due_at, cases.c.id)
FIRST_OF_QUEUE = QUEUE.limit(bindparam("limit"))
QUEUED = select(func.count()).select_from(
    select(cases.c.due_at).where(IS_SUBMITTED & IS_OPEN).limit(bindparam("most")).subquery()
)
NEXT = (
    select(cases.c.id)
    .where(IS_WAITING, cases.c.applicant != bindparam("reviewer"))
    .order_by(cases.c.due_at, cases.c.id)
    .limit(1)
)
CLAIMED = _wanted((cases.c.claimed_by == bindparam("reviewer")) & IS_OPEN).order_by(cases.c.due_at, cases.c.id)

AHEAD = select(func.count()).select_from(
    select(cases.c.id).where(IS_WAITING, cases.c.due_at < bindparam("due_at")).limit(bindparam("most")).subquery()
)
TO_PURGE = (
    select(cases.c.id)
    .where(cases.c.closed_at.is_not(None) & cases.c.purged_at.is_(None) & (cases.c.closed_at < bindparam("moment")))
    .order_by(cases.c.closed_at)
    .limit(bindparam("limit"))
)
EARLIER = (
    select(cases.c.id)
    .where(
        cases.c.applicant == bindparam("applicant"), cases.c.id < bindparam("case"), cases.c.submitted_at.is_not(None)
    )
    .order_by(cases.c.id)
)
APPLICANT = select(cases.c.applicant).where(cases.c.id == bindparam("case"))
OPEN_ONE = insert(cases).on_conflict_do_nothing(index_elements=["applicant"], index_where=IS_OPEN).returning(cases.c.id)
SAVE = update(cases).where(cases.c.id == bindparam("case"), cases.c.version == bindparam("former"))
PURGE = update(cases).where(cases.c.id == bindparam("case")).values(version=cases.c.version + 1)
FORGET = delete(cases).where(cases.c.id == bindparam("case"), cases.c.version == bindparam("former"))
ADD_ANSWER = insert(answers)
ANSWER = ADD_ANSWER.on_conflict_do_update(
    index_elements=["case_id", "question"],
    set_={"at": ADD_ANSWER.excluded.at, "sealed_answer": ADD_ANSWER.excluded.sealed_answer},
)
UNANSWER = delete(answers).where(answers.c.case_id == bindparam("case"), answers.c.question == bindparam("asked"))
ADD_LOOKUP = insert(lookups)
LOOK_UP_BY = ADD_LOOKUP.on_conflict_do_update(
    index_elements=["case_id", "field"], set_={"digest": ADD_LOOKUP.excluded.digest}
)
OWN = lookups.alias("own")
ALIKE = (
    select(lookups.c.case_id)
    .join(OWN, OWN.c.digest == lookups.c.digest)
    .where(OWN.c.case_id == bindparam("case"), OWN.c.field == bindparam("name"), lookups.c.case_id != OWN.c.case_id)
    .order_by(lookups.c.case_id)
)
CLAIMS = (
    select(func.count(cases.c.applicant.distinct()))
    .select_from(OWN)
    .join(lookups, lookups.c.digest == OWN.c.digest)
    .join(cases, cases.c.id == lookups.c.case_id)
    .where(
        OWN.c.case_id == bindparam("case"),
        OWN.c.field == bindparam("name"),
        lookups.c.case_id != OWN.c.case_id,
        cases.c.applicant != bindparam("applicant"),
        cases.c.submitted_at >= bindparam("since"),
    )
)
FIND = select(lookups.c.case_id).where(lookups.c.digest == bindparam("digest_")).order_by(lookups.c.case_id)
ROWS_OF_A_CASE = tuple(
    delete(table).where(table.c.case_id == bindparam("case")) for table in (answers, photos, lookups, timers)
)
"""What a purge deletes. The card stays: it says that the case is closed, and holds nothing personal."""

PARTS: Mapping[str, TypeAdapter[Any]] = {"sealed_memory": TypeAdapter(Memory), "sealed_desk": TypeAdapter(Desk)}
"""What is sealed beside the answers, by column."""
NO_MEMORY, NO_DESK = Memory(), Desk()


def ref_of(case_id: int) -> str:
    """What people call a case: R-2041."""
    return f"R-{case_id + FIRST_REF - 1}"


class Cases:
    """The cases, as one transaction sees them."""

    def __init__(self, connection: Connection, keyring: Keyring, installation: Installation, codec: Codec) -> None:
        self._connection = connection
        self._keyring = keyring
        self._installation = installation
        self._codec = codec
        self._applicants: dict[int, int] = {}
        self._stored: dict[tuple[int, int], Sequence[Any]] = {}
        """What stands in the columns of cases, by id and version, as far as it was read or written here."""

    async def open_of(self, applicant: int) -> Case | None:
        """The one case of a person that is not closed."""
        return await self._one(OPEN, applicant=applicant)

    async def latest_of(self, applicant: int) -> Case | None:
        return await self._one(LATEST, applicant=applicant)

    async def get(self, case_id: int) -> Case | None:
        return await self._one(BY_ID, case=case_id)

    async def by_ref(self, ref: str) -> Case | None:
        """The case that people call so, however they write it: R-2041, r2041."""
        number = re.fullmatch(r"\s*r[-\s]?([0-9]{1,15})\s*", ref, re.IGNORECASE)
        return await self.get(int(number[1]) - FIRST_REF + 1) if number else None

    async def queue(self, limit: int | None = None) -> list[Queued]:
        """What was submitted and is not closed, claimed or not, the most urgent first; none of it is opened."""
        wanted = QUEUE if limit is None else FIRST_OF_QUEUE
        rows = await self._connection.execute(wanted, {} if limit is None else {"limit": limit})
        return [Queued(ref_of(row.id), *row) for row in rows]

    async def queued(self, most: int) -> int:
        """How many that are; counted up to `most`."""
        return int((await self._connection.execute(QUEUED, {"most": most})).scalar_one())

    async def next_for(self, reviewer: int) -> Case | None:
        """The most urgent request that nobody has, and that this reviewer may decide: not their own."""
        found = (await self._connection.execute(NEXT, {"reviewer": reviewer})).scalar_one_or_none()
        return await self.get(found) if found else None

    async def ahead_of(self, case: Case, most: int) -> int:
        """How many requests wait for a reviewer and are to be answered before this one; counted up to `most`."""
        return int((await self._connection.execute(AHEAD, {"due_at": case.due_at, "most": most})).scalar_one())

    async def claimed_by(self, reviewer: int) -> list[Case]:
        """What a reviewer has in hand, the most urgent first."""
        return await self._all(CLAIMED, reviewer=reviewer)

    async def applicant_of(self, case_id: int) -> int | None:
        """Whose case it is."""
        if case_id not in self._applicants:
            applicant = (await self._connection.execute(APPLICANT, {"case": case_id})).scalar_one_or_none()
            if applicant is None:
                return None
            self._applicants[case_id] = applicant
        return self._applicants[case_id]

    async def add(self, case: Case, *, now: datetime) -> None:
        """Stores a new case and gives it its id, its ref and its own data key.

        Raises AlreadyOpen when the person has another case that is not closed.
        """
        case.created_at = case.created_at or now
        case.touched_at = case.touched_at or now
        row = dict(zip(KEPT_AS_THEY_ARE, FIELDS(case), strict=True)) | {"saved_at": now}
        case_id = (await self._connection.execute(OPEN_ONE, row)).scalar_one_or_none()
        if case_id is None:
            raise AlreadyOpen
        case.id, case.ref = case_id, ref_of(case_id)
        self._applicants[case_id] = case.applicant
        await self._keyring.create(case_id)
        await self.save(case, now=now)

    async def save(self, case: Case, *, now: datetime) -> None:
        """Stores what changed since the case was loaded, and counts its version up.

        Raises Stale when another saved it in between, ValueError for a case that was never added.
        """
        case_id = _id(case)
        box = await self._keyring.of(case_id)
        row = _row(case, box)
        stored = self._stored.get((case_id, case.version), UNKNOWN)
        changed = {name: new for name, old, new in zip(COLUMNS, stored, row, strict=True) if new != old}
        changed |= {"case": case_id, "former": case.version, "version": case.version + 1, "saved_at": now}
        if (await self._connection.execute(SAVE, changed)).rowcount == 0:
            raise Stale(case.ref)
        await self._save_answers(case, case_id, box)
        case.version += 1
        self._stored[case_id, case.version] = row

    def undone(self) -> None:
        """A savepoint was rolled back: the rows hold something else than was written last."""
        self._stored.clear()

    async def forget(self, case: Case) -> None:
        """Deletes the case, its key, answers, photos, look-ups, card and timers: nothing of it opens or remains.

        Raises Stale when another saved it since it was loaded.
        """
        await self._keyring.destroy(_id(case))
        if (await self._connection.execute(FORGET, {"case": case.id, "former": case.version})).rowcount == 0:
            raise Stale(case.ref)

    async def purge(self, case_id: int, *, now: datetime) -> None:
        """Destroys the key of a closed case and all that it sealed; the row with the decision stays."""
        await self._keyring.destroy(case_id)
        for statement in ROWS_OF_A_CASE:
            await self._connection.execute(statement, {"case": case_id})
        await self._connection.execute(
            PURGE,
            {"case": case_id, "sealed_memory": None, "sealed_desk": None, "purged_at": now, "photos_purged_at": now},
        )

    async def to_purge(self, moment: datetime, *, limit: int) -> list[int]:
        """Ids of the cases that were closed before a moment and still hold what they collected."""
        return list((await self._connection.execute(TO_PURGE, {"moment": moment, "limit": limit})).scalars())

    async def index(self, case: Case, **values: str) -> None:
        """Makes the case findable by clear values, kept as keyed hashes; each replaces the case's earlier one.

        A blank value finds nothing and is left out.
        """
        case_id = _id(case)
        rows = [
            {"case_id": case_id, "field": field, "digest": self._installation.digest(field, value)}
            for field, value in values.items()
            if value.strip()
        ]
        if rows:
            await self._connection.execute(LOOK_UP_BY, rows)

    async def alike(self, case: Case, field: str) -> list[str]:
        """Refs of the other cases, anybody's, indexed by the same value of a field.

        Of two transactions that ask for the same value, the second waits until the first is committed.
        """
        await advisory.comparison(self._connection, _id(case), field)
        rows = await self._connection.execute(ALIKE, {"case": _id(case), "name": field})
        return [ref_of(case_id) for case_id in rows.scalars()]

    async def claims_of(self, case: Case, field: str, *, since: datetime) -> int:
        """How many other people have sent a request since then that is indexed by the same value of a field."""
        row = {"case": _id(case), "name": field, "applicant": case.applicant, "since": since}
        return int((await self._connection.execute(CLAIMS, row)).scalar_one())

    async def earlier_of(self, case: Case) -> list[str]:
        """Refs of the other cases of the same person that were sent, oldest first."""
        rows = await self._connection.execute(EARLIER, {"applicant": case.applicant, "case": case.id})
        return [ref_of(case_id) for case_id in rows.scalars()]

    async def find(self, field: str, value: str) -> list[str]:
        """Refs of the cases indexed by a value."""
        digest = self._installation.digest(field, value)
        return [ref_of(case_id) for case_id in (await self._connection.execute(FIND, {"digest_": digest})).scalars()]

    async def _one(self, wanted: Select[Any], **parameters: int) -> Case | None:
        found = await self._all(wanted, **parameters)
        return found[0] if found else None

    async def _all(self, wanted: Select[Any], **parameters: int) -> list[Case]:
        rows = (await self._connection.execute(wanted, parameters)).all()
        return [await self._with_answers(self._restored(row)) for row in rows]

    async def _with_answers(self, case: Case) -> Case:
        case_id = _id(case)
        rows = sorted(await self._connection.execute(ANSWERS, {"case": case_id}), key=GIVEN_AT)
        stored = {question: (at, sealed) for question, at, sealed in rows if self._codec.knows(question)}
        if stored:
            case.answers = Answers(stored, partial(self._opened, await self._keyring.of(case_id), case_id))
        return case

    def _restored(self, row: Sequence[Any]) -> Case:
        case_id, kek, wrapped, *columns = row
        memory, desk, *kept = columns
        fields = dict(zip(KEPT_AS_THEY_ARE, kept, strict=True))
        self._stored[case_id, fields["version"]] = columns
        self._applicants[case_id] = fields["applicant"]
        if kek is None:
            return Case(id=case_id, ref=ref_of(case_id), **fields)
        box = self._keyring.unwrap(case_id, kek, wrapped)
        return Case(
            id=case_id,
            ref=ref_of(case_id),
            memory=_opened_part(box, case_id, "sealed_memory", memory, Memory),
            desk=_opened_part(box, case_id, "sealed_desk", desk, Desk),
            **fields,
        )

    def _opened(self, box: Box, case_id: int, question: str, stored: Stored) -> Answer:
        at, sealed = stored
        answer = decoded(box.open(sealed, _place(case_id, question)))
        try:
            value = self._codec.load(question, answer["value"])
        except ValueError:
            raise Damaged(f"an answer to {question} does not parse") from None
        return Answer(value, answer["typed"], EPOCH + at * MICROSECOND, answer["via"])

    async def _save_answers(self, case: Case, case_id: int, box: Box) -> None:
        opened = partial(self._opened, box, case_id)
        answers = case.answers if isinstance(case.answers, Answers) else Answers.new(case.answers, opened)
        changed = [
            {
                "case_id": case_id,
                "question": question,
                "at": answers[question].at,
                "sealed_answer": self._sealed(box, case_id, question, answers[question]),
            }
            for question in answers
            if question in answers.changed
        ]
        removed = [{"case": case_id, "asked": question} for question in answers.removed]
        if changed:
            await self._connection.execute(ANSWER, changed)
        if removed:
            await self._connection.execute(UNANSWER, removed)
        answers.stored()
        case.answers = answers

    def _sealed(self, box: Box, case_id: int, question: str, answer: Answer) -> bytes:
        plain = {"value": self._codec.dump(question, answer.value), "typed": answer.typed, "via": answer.via}
        return box.seal(encoded(plain), _place(case_id, question))


def _id(case: Case) -> int:
    if case.id is None:
        raise ValueError("this case was never added")
    return case.id


def _row(case: Case, box: Box) -> Sequence[Any]:
    return (
        _sealed_part(box, case, "sealed_memory", case.memory, NO_MEMORY),
        _sealed_part(box, case, "sealed_desk", case.desk, NO_DESK),
        *FIELDS(case),
    )


def _place(case_id: int, question: str) -> str:
    return f"answers|sealed_answer|{case_id}|{question}"


def _sealed_part(box: Box, case: Case, column: str, part: Any, blank: Any) -> bytes | None:
    """A part of a case as ciphertext; nothing for one that was never used."""
    return None if part == blank else box.seal(PARTS[column].dump_json(part), f"cases|{column}|{case.id}")


def _opened_part(box: Box, case_id: int, column: str, sealed: bytes | None, blank: Callable[[], Any]) -> Any:
    if sealed is None:
        return blank()
    try:
        return PARTS[column].validate_json(box.open(sealed, f"cases|{column}|{case_id}"))
    except ValidationError:
        raise Damaged(f"{column} of a case does not parse") from None
