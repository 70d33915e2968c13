"""Everything that knows the database and the disk."""

from storage.cases import Codec
from storage.errors import AlreadyOpen, Busy, Damaged, Failed, Gone, NewerSchema, Stale, WrongKey
from storage.seal import Keys
from storage.store import Store, Transaction

__all__ = [
    "AlreadyOpen",
    "Busy",
    "Codec",
    "Damaged",
    "Failed",
    "Gone",
    "Keys",
    "NewerSchema",
    "Stale",
    "Store",
    "Transaction",
    "WrongKey",
]
