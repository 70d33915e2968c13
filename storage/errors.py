"""What can go wrong at the database. None of these quotes a value: a stored value is somebody's personal data."""


class Busy(Exception):  # noqa: N818  it names what happened, as Stale and Gone do
    """Another process works on this database file."""


class NewerSchema(Exception):  # noqa: N818
    """The database was written by a later release than this one."""


class OlderSchema(Exception):  # noqa: N818
    """The database was written by an earlier release: the program brings it up to date when it works on it."""


class WrongKey(Exception):  # noqa: N818
    """DATA_KEYS does not hold the key that this database, or this case, was sealed with."""


class Damaged(Exception):  # noqa: N818
    """What is stored is not what was stored: it does not open, does not parse, or the file is no database."""


class Stale(Exception):  # noqa: N818
    """Another was first: saved this case, or dealt with this update. Load it again."""


class AlreadyOpen(Exception):  # noqa: N818
    """The person has a case that is not closed."""


class Gone(LookupError):  # noqa: N818
    """What was asked for is stored no more: purged, forgotten or never there."""


class Failed(Exception):  # noqa: N818
    """The database could not do it. The text is the database's own error code, without any value."""


class Unreachable(Failed):
    """The connection to the database is lost, or there is none to be had. What was not committed never was."""


class NotLeading(Failed):
    """Another process leads, or may by now: the connection that held the lead is lost."""
