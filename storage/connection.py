"""What the rooms of the database hold: SQLAlchemy's connection, or ours to a file, which has the same words."""

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.direct import Direct

Connection = AsyncConnection | Direct
