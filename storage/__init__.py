"""Everything that knows the database and the disk."""

from storage.cases import Codec
from storage.errors import AlreadyOpen, Busy, Damaged, Failed, Gone, NewerSchema, OlderSchema, Stale, WrongKey
from storage.seal import Keys
from storage.store import Reader, Store, Transaction

__all__ = [
    "AlreadyOpen",
    "Busy",
    "Codec",
    "Damaged",
    "Failed",
    "Gone",
    "Keys",
    "NewerSchema",
    "OlderSchema",
    "Reader",
    "Stale",
    "Store",
    "Transaction",
    "WrongKey",
]
