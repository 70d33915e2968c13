"""Everything that SQLite does to its files in this process, in the order in which it was done.

A layer between SQLite and the system, of the kind that SQLite calls a VFS: it hands each call on to the usual one and
notes those that change what is on the disk. See https://sqlite.org/vfs.html for the structures.
"""

import _sqlite3
import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

OK = 0
KEPT_KINDS = 0x100 | 0x800 | 0x80000
"""Flags of a file being opened: a database, its rollback journal, its write-ahead log. Others do not outlive us."""
BESIDE_A_DATABASE = 0x800 | 0x80000
CREATE = 0x4


class Unrecordable(Exception):  # noqa: N818  it names an outcome
    """This interpreter keeps SQLite's own functions to itself."""


@dataclass(frozen=True, slots=True)
class Write:
    file: int
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    file: int
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Link:
    """A name in the folder now means this file, which did not exist before."""

    name: str
    file: int


@dataclass(frozen=True, slots=True)
class Unlink:
    name: str


@dataclass(frozen=True, slots=True)
class Sync:
    """What was done to a file by then is on the disk: it came back without an error."""

    file: int
    """FOLDER for the names."""
    covers: int
    """How long the log was when it began."""


FOLDER = 0

Step = Write | Truncate | Link | Unlink | Sync


class _Methods(Structure):
    """sqlite3_io_methods: what can be done with an open file. Pointers that we only hand on have no names here."""

    _fields_ = (
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", c_void_p),
        ("truncate", c_void_p),
        ("sync", c_void_p),
        ("others", c_void_p * 13),
    )


class _Vfs(Structure):
    """sqlite3_vfs."""

    _fields_ = (
        ("version", c_int),
        ("file_size", c_int),
        ("longest_name", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", c_void_p),
        ("delete", c_void_p),
        ("others", c_void_p * 14),
    )


_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int))
_DELETE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)


@contextmanager
def recording(folder: Path) -> Iterator[list[Any]]:
    """The log of every connection to a database in a folder that is opened from now on, until it is closed.

    Whoever has it may append notes of his own: what they follow happened before. Nothing waits for the disk meanwhile.
    Raises Unrecordable.
    """
    library = ctypes.CDLL(getattr(_sqlite3, "__file__", None))
    try:
        find, register, unregister = (
            library.sqlite3_vfs_find,
            library.sqlite3_vfs_register,
            library.sqlite3_vfs_unregister,
        )
    except AttributeError:
        raise Unrecordable("SQLite is built into this interpreter, which hides its functions") from None
    find.restype = POINTER(_Vfs)
    recorder = _Recorder(folder, find(None).contents)
    register(ctypes.byref(recorder.vfs), 1)
    try:
        yield recorder.log
    finally:
        unregister(ctypes.byref(recorder.vfs))
        _recorders.append(recorder)


_recorders: list["_Recorder"] = []
"""Those of the past: a connection that nobody closed would still call them."""


class _Recorder:
    def __init__(self, folder: Path, usual: _Vfs) -> None:
        self.log: list[Any] = []
        self._folder = folder
        self._numbers = count(FOLDER + 1)
        self._names: dict[str, int] = {}
        self._open_files: dict[int, int] = {}
        """What an open file is, by the address of SQLite's structure for it."""
        self._unnamed: set[int] = set()
        """New files whose names may not be on the disk yet: SQLite sees to that with their first sync."""
        self._methods: dict[int, _Methods] = {}
        self._callbacks: list[Any] = []
        self._usual_open, self._usual_delete = _OPEN(usual.open), _DELETE(usual.delete)
        self.vfs = _Vfs.from_buffer_copy(usual)
        self.vfs.name = b"recorder"
        self.vfs.open = self._pointer(_OPEN, self._open)
        self.vfs.delete = self._pointer(_DELETE, self._delete)

    # --- names

    def _open(self, vfs: int, name: int | None, file: int, flags: int, flags_out: Any) -> int:
        path = ctypes.string_at(name) if name else b""
        code = self._usual_open(vfs, name, file, flags, flags_out)
        self._open_files.pop(file, None)
        if code == OK and self._is_kept(path, flags):
            self._open_files[file] = self._file_called(Path(path.decode()).name, flags)
            methods = c_void_p.from_address(file)
            methods.value = ctypes.addressof(self._recording_methods(methods.value))
        return code

    def _is_kept(self, path: bytes, flags: int) -> bool:
        return bool(flags & KEPT_KINDS) and Path(path.decode()).parent == self._folder

    def _file_called(self, name: str, flags: int) -> int:
        if name not in self._names:
            self._names[name] = next(self._numbers)
            self.log.append(Link(name, self._names[name]))
            if flags & BESIDE_A_DATABASE and flags & CREATE:
                self._unnamed.add(self._names[name])
        return self._names[name]

    def _delete(self, vfs: int, path: int, sync_folder: int) -> int:
        code = self._usual_delete(vfs, path, 0)
        name = Path(ctypes.string_at(path).decode()).name
        if code == OK and self._names.pop(name, None):
            self.log.append(Unlink(name))
            if sync_folder:
                self.log.append(Sync(FOLDER, len(self.log)))
        return code

    # --- contents

    def _recording_methods(self, usual: int | None) -> _Methods:
        """The same methods, but those that change the file leave a note."""
        if usual not in self._methods:
            methods = _Methods.from_buffer_copy(_Methods.from_address(usual))
            methods.write = self._pointer(_WRITE, self._noting(_WRITE(methods.write), self._note_write))
            methods.truncate = self._pointer(_TRUNCATE, self._noting(_TRUNCATE(methods.truncate), self._note_truncate))
            methods.sync = self._pointer(_SYNC, self._sync)
            self._methods[usual] = methods
        return self._methods[usual]

    def _noting(self, usual: Callable[..., int], note: Callable[..., None]) -> Callable[..., int]:
        def both(file: int, *arguments: int) -> int:
            code = usual(file, *arguments)
            if code == OK:
                note(self._open_files[file], *arguments)
            return code

        return both

    def _note_write(self, file: int, data: int, size: int, offset: int) -> None:
        self.log.append(Write(file, offset, ctypes.string_at(data, size)))

    def _note_truncate(self, file: int, size: int) -> None:
        self.log.append(Truncate(file, size))

    def _sync(self, address: int, flags: int) -> int:  # noqa: ARG002  the power will never really fail
        file = self._open_files[address]
        self.log.append(Sync(file, len(self.log)))
        if file in self._unnamed:
            self._unnamed.remove(file)
            self.log.append(Sync(FOLDER, len(self.log)))
        return OK

    def _pointer(self, kind: Any, function: Callable[..., int]) -> int | None:
        callback = kind(function)
        self._callbacks.append(callback)
        return ctypes.cast(callback, c_void_p).value
