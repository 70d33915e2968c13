"""The data keys, as they lie in the database: one for each case, one root for the installation, all of them wrapped."""

import secrets

from sqlalchemy import bindparam, delete, insert, select, update

from storage.connection import Connection
from storage.errors import Damaged, Gone, WrongKey
from storage.seal import KEY_BYTES, Box, Installation, Keys
from storage.tables import case_keys, installation

KEY_OF = select(case_keys.c.kek, case_keys.c.wrapped).where(case_keys.c.case_id == bindparam("case"))
WRAPPED_BY_ANOTHER = select(case_keys).where(case_keys.c.kek != bindparam("newest"))
ADD = insert(case_keys)
DESTROY = delete(case_keys).where(case_keys.c.case_id == bindparam("case"))
REWRAP = update(case_keys).where(case_keys.c.case_id == bindparam("case"))
AT_ONCE = 10_000
"""Rows in one call to the database."""
ROOT = select(installation.c.kek, installation.c.wrapped)
ROOT_PLACE = "installation|wrapped|1"


def _place(case_id: int) -> str:
    return f"case_keys|wrapped|{case_id}"


class Keyring:
    """The boxes of the cases that a transaction touches."""

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys
        self._boxes: dict[int, Box] = {}
        self.shredded = False
        """Whether this transaction destroyed anything sealed: it must not linger in the database's log."""

    async def create(self, case_id: int) -> None:
        key = secrets.token_bytes(KEY_BYTES)
        wrapped = self._keys.wrap(key, _place(case_id))
        await self._connection.execute(ADD, {"case_id": case_id, "kek": self._keys.newest, "wrapped": wrapped})
        self._boxes[case_id] = Box(key)

    async def of(self, case_id: int) -> Box:
        """The box of a case. Raises Gone when its key was destroyed."""
        if case_id not in self._boxes:
            row = (await self._connection.execute(KEY_OF, {"case": case_id})).one_or_none()
            if row is None:
                raise Gone("the key of this case was destroyed")
            return self.unwrap(case_id, row.kek, row.wrapped)
        return self._boxes[case_id]

    def unwrap(self, case_id: int, kek: str, wrapped: bytes) -> Box:
        """The box of a case whose wrapped key was just read."""
        if case_id not in self._boxes:
            self._boxes[case_id] = Box(self._keys.unwrap(kek, wrapped, _place(case_id)))
        return self._boxes[case_id]

    async def destroy(self, case_id: int) -> None:
        """Nothing that was sealed for this case will ever open again."""
        await self._connection.execute(DESTROY, {"case": case_id})
        self._boxes.pop(case_id, None)
        self.shredded = True

    async def rewrap(self) -> int:
        """Wraps with the newest key what older ones wrapped; the number of keys that it took."""
        rows = (await self._connection.execute(WRAPPED_BY_ANOTHER, {"newest": self._keys.newest})).all()
        again = [
            {"case": row.case_id, "kek": self._keys.newest, "wrapped": self._again(row.kek, row.wrapped, row.case_id)}
            for row in rows
        ]
        for start in range(0, len(again), AT_ONCE):
            await self._connection.execute(REWRAP, again[start : start + AT_ONCE])
        return len(again) + await self._rewrap_root()

    def _again(self, kek: str, wrapped: bytes, case_id: int) -> bytes:
        return self._keys.wrap(self._keys.unwrap(kek, wrapped, _place(case_id)), _place(case_id))

    async def _rewrap_root(self) -> int:
        row = (await self._connection.execute(ROOT)).one()
        if row.kek == self._keys.newest:
            return 0
        root = self._keys.unwrap(row.kek, row.wrapped, ROOT_PLACE)
        wrapped = self._keys.wrap(root, ROOT_PLACE)
        await self._connection.execute(update(installation).values(kek=self._keys.newest, wrapped=wrapped))
        return 1


async def installed(connection: Connection, keys: Keys) -> Installation:
    """The installation that this database belongs to; a new one in a new database.

    Raises WrongKey when none of the keys opens it.
    """
    row = (await connection.execute(ROOT)).one_or_none()
    if row is not None:
        return Installation(_root(keys, row.kek, row.wrapped))
    root = secrets.token_bytes(KEY_BYTES)
    wrapped = keys.wrap(root, ROOT_PLACE)
    await connection.execute(insert(installation).values(id=1, kek=keys.newest, wrapped=wrapped))
    return Installation(root)


def _root(keys: Keys, kek: str, wrapped: bytes) -> bytes:
    try:
        return keys.unwrap(kek, wrapped, ROOT_PLACE)
    except Damaged:
        raise WrongKey("the root key of this database does not open") from None
