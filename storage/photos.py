"""Pictures, sealed under the key of their case: the original bytes and the copy that reviewers see."""

import secrets
from datetime import datetime

from sqlalchemy import Delete, bindparam, delete, insert, select, update

from states.case import Case
from storage.cases import ref_of
from storage.connection import Connection
from storage.errors import Gone
from storage.keyring import Keyring
from storage.seal import Installation
from storage.tables import cases, photos

ADD = insert(photos)
VIEW = select(photos.c.case_id, photos.c.sealed_view).where(photos.c.id == bindparam("photo"))
ORIGINAL = select(photos.c.case_id, photos.c.sealed_original).where(photos.c.id == bindparam("photo"))
OF = (
    select(photos.c.id)
    .where(photos.c.case_id == bindparam("case"), photos.c.question == bindparam("asked"))
    .order_by(photos.c.at)
)
DROP = delete(photos).where(photos.c.case_id == bindparam("case"), photos.c.question == bindparam("asked"))
KNOWN = select(photos.c.case_id).where(photos.c.digest == bindparam("digest_")).distinct().order_by(photos.c.case_id)
TO_PURGE = (
    select(cases.c.id)
    .where(
        cases.c.closed_at.is_not(None) & cases.c.photos_purged_at.is_(None) & (cases.c.closed_at < bindparam("moment"))
    )
    .order_by(cases.c.closed_at)
    .limit(bindparam("limit"))
)
PURGE = delete(photos).where(photos.c.case_id == bindparam("case"))
PURGED = update(cases).where(cases.c.id == bindparam("case"))


class Photos:
    """The pictures, as one transaction sees them."""

    def __init__(self, connection: Connection, keyring: Keyring, installation: Installation) -> None:
        self._connection = connection
        self._keyring = keyring
        self._installation = installation

    async def add(self, case: Case, question: str, data: bytes, view: bytes, *, digest: str, now: datetime) -> str:
        """Stores a picture of a case and gives it a random id.

        `view` is the re-encoded copy for reviewers; `digest` stands for the picture itself, kept as a keyed hash.
        """
        if case.id is None:
            raise ValueError("this case was never added")
        photo_id = secrets.token_urlsafe(16)
        box = await self._keyring.of(case.id)
        row = {
            "id": photo_id,
            "case_id": case.id,
            "question": question,
            "at": now,
            "digest": self._installation.digest("photo", digest),
            "sealed_view": box.seal(view, _place("sealed_view", photo_id)),
            "sealed_original": box.seal(data, _place("sealed_original", photo_id)),
        }
        await self._connection.execute(ADD, row)
        return photo_id

    async def view(self, photo_id: str) -> bytes:
        """The copy for reviewers. Raises Gone."""
        row = (await self._connection.execute(VIEW, {"photo": photo_id})).one_or_none()
        if row is None:
            raise Gone("this picture is stored no more")
        return (await self._keyring.of(row.case_id)).open(row.sealed_view, _place("sealed_view", photo_id))

    async def original(self, photo_id: str) -> bytes:
        """The bytes as they were sent. Raises Gone."""
        row = (await self._connection.execute(ORIGINAL, {"photo": photo_id})).one_or_none()
        if row is None:
            raise Gone("this picture is stored no more")
        return (await self._keyring.of(row.case_id)).open(row.sealed_original, _place("sealed_original", photo_id))

    async def of(self, case_id: int, question: str) -> list[str]:
        """Ids of the pictures that answer a question, in the order they came."""
        return list((await self._connection.execute(OF, {"case": case_id, "asked": question})).scalars())

    async def drop(self, case: Case, question: str) -> None:
        """Deletes the pictures that answered a question."""
        await self._shred(DROP, case=case.id, asked=question)

    async def known(self, digest: str) -> list[str]:
        """Refs of the cases, anybody's, that hold the same picture."""
        rows = await self._connection.execute(KNOWN, {"digest_": self._installation.digest("photo", digest)})
        return [ref_of(case_id) for case_id in rows.scalars()]

    async def to_purge(self, moment: datetime, *, limit: int) -> list[int]:
        """Ids of the cases that were closed before a moment and whose pictures were not looked after since."""
        return list((await self._connection.execute(TO_PURGE, {"moment": moment, "limit": limit})).scalars())

    async def purge(self, case_id: int, *, now: datetime) -> int:
        """Deletes all pictures of a case; how many they were."""
        await self._connection.execute(PURGED, {"case": case_id, "photos_purged_at": now})
        return await self._shred(PURGE, case=case_id)

    async def _shred(self, statement: Delete, **which: int | str | None) -> int:
        count = (await self._connection.execute(statement, which)).rowcount
        self._keyring.shredded |= count > 0
        return count


def _place(column: str, photo_id: str) -> str:
    return f"photos|{column}|{photo_id}"
