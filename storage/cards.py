"""Which message in the staff channel shows which case, and which ones in private chats show what is in it."""

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert  # its ON CONFLICT is written the same for SQLite

from storage.connection import Connection
from storage.tables import cards, desk_messages

ADD = insert(cards)
REMEMBER = ADD.on_conflict_do_update(
    index_elements=["case_id"], set_={"chat_id": ADD.excluded.chat_id, "message_id": ADD.excluded.message_id}
)
OF = select(cards.c.chat_id, cards.c.message_id).where(cards.c.case_id == bindparam("case"))
FORGET = delete(cards).where(cards.c.case_id == bindparam("case"))


SHOW = insert(desk_messages).on_conflict_do_nothing()
CLEAR = (
    delete(desk_messages)
    .where(desk_messages.c.case_id == bindparam("case"))
    .returning(desk_messages.c.chat_id, desk_messages.c.message_id)
)


class Cards:
    """The cards, as one transaction sees them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def remember(self, case_id: int, chat_id: int, message_id: int) -> None:
        """The case is shown by this message from now on."""
        row = {"case_id": case_id, "chat_id": chat_id, "message_id": message_id}
        await self._connection.execute(REMEMBER, row)

    async def of(self, case_id: int) -> tuple[int, int] | None:
        """Chat and message that show the case."""
        row = (await self._connection.execute(OF, {"case": case_id})).one_or_none()
        return (row.chat_id, row.message_id) if row else None

    async def forget(self, case_id: int) -> None:
        """No message shows the case."""
        await self._connection.execute(FORGET, {"case": case_id})

    async def shown(self, case_id: int, chat_id: int, message_id: int) -> None:
        """A reviewer was shown the dossier or a photo of the case by this message."""
        await self._connection.execute(SHOW, {"case_id": case_id, "chat_id": chat_id, "message_id": message_id})

    async def clear(self, case_id: int) -> list[tuple[int, int]]:
        """Chat and message of all that reviewers were shown of the case, which is then forgotten."""
        return [(row.chat_id, row.message_id) for row in await self._connection.execute(CLEAR, {"case": case_id})]
