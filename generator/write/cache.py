"""A project's cache: one SQLite file with the bytes that were made, by key, and records of the last builds.

Nothing in it is executed, and each body stands with a checksum of its key and its bytes. A cache that is damaged,
foreign or of another format is removed; one that is locked or cannot be written is gone without. The build is then
slower and the same.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

FILE = "cache.sqlite"
FORMAT = 1
"""The number of this layout of tables (`user_version`)."""
WAIT = 10.0  # seconds for another build that is writing
TABLES = ("entries", "records")
Table = Literal["entries", "records"]

_OUT_OF_REACH = frozenset({
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOMEM,
})  # fmt: skip
"""What is wrong with the machine or with the moment; any other error is a fault of the file."""


class Cache:
    """The cache in a folder. No file is made before something is written.

    A connection cannot be used by a copy of its process, so each process opens its own.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._connections: dict[int, sqlite3.Connection] = {}

    def entry(self, key: str) -> bytes | None:
        """The bytes of a key; None where there are none, or where they are damaged."""
        return self._body("entries", key)

    def record(self, name: str) -> bytes | None:
        """The record of a name; None where there is none, or where it is damaged."""
        return self._body("records", name)

    def record_names(self) -> list[str]:
        """The names of all records, in order."""
        return [name for (name,) in self._select("select key from records order by key")]

    def write(self, table: Table, bodies: Mapping[str, bytes]) -> bool:
        """Keep bodies by their keys, all or none; whether they could be kept."""
        rows = [(key, _checksum(key, body), body) for key, body in bodies.items()]
        return self._change(f"insert or replace into {table} values (?, ?, ?)", rows)

    def remove(self, table: Table, keys: Iterable[str]) -> bool:
        """Remove rows, all or none; whether they could be removed."""
        return self._change(f"delete from {table} where key = ?", [(key,) for key in keys])

    def entry_keys(self) -> list[str]:
        """The keys of all entries."""
        return [key for (key,) in self._select("select key from entries")]

    def close(self) -> None:
        """Close this process's connection; the next use opens another."""
        connection = self._connections.pop(os.getpid(), None)
        if connection:
            connection.close()

    def _body(self, table: Table, key: str) -> bytes | None:
        for checksum, body in self._select(f"select checksum, body from {table} where key = ?", key):
            if isinstance(body, bytes) and checksum == _checksum(key, body):
                return body
        return None

    def _select(self, statement: str, *values: str) -> list[Any]:
        if not self._path.is_file():
            return []
        try:
            return self._connection("rw").execute(statement, values).fetchall()
        except sqlite3.Error as error:
            self._leave(error)
            return []

    def _change(self, statement: str, rows: Sequence[tuple[str | bytes, ...]]) -> bool:
        if not rows:
            return True
        return self._changed(statement, rows) or (not self._path.exists() and self._changed(statement, rows))

    def _changed(self, statement: str, rows: Sequence[tuple[str | bytes, ...]]) -> bool:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = self._connection("rwc")
            connection.execute("begin immediate")
            try:
                connection.executemany(statement, rows)
                connection.execute("commit")
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("rollback")
                raise
        except sqlite3.Error as error:
            self._leave(error)
            return False
        except OSError:
            return False
        return True

    def _connection(self, mode: Literal["rw", "rwc"]) -> sqlite3.Connection:
        """This process's connection. Raises sqlite3.Error where the file is none of ours."""
        connection = self._connections.get(os.getpid())
        if connection is None:
            address = f"file:{quote((self._path.parent.resolve() / FILE).as_posix())}?mode={mode}"
            connection = sqlite3.connect(address, timeout=WAIT, isolation_level=None, uri=True)
            self._connections[os.getpid()] = connection
            connection.execute("pragma trusted_schema = off")
            connection.execute("pragma synchronous = off")  # after a loss of power, checksums tell what is whole
            _prepare(connection)
        return connection

    def _leave(self, error: sqlite3.Error) -> None:
        """Close; remove the file where it is at fault."""
        self.close()
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_NOTADB) & 0xFF not in _OUT_OF_REACH:
            for end in ("", "-journal"):
                with suppress(OSError):
                    self._path.with_name(f"{FILE}{end}").unlink()


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the tables of a new file. Raises sqlite3.DatabaseError for a file of another format."""
    if connection.execute("pragma user_version").fetchone()[0] == FORMAT:
        return
    connection.execute("begin immediate")
    if connection.execute("select 1 from sqlite_master limit 1").fetchone() is None:
        for table in TABLES:
            connection.execute(f"create table {table} (key text primary key, checksum blob, body blob)")
        connection.execute(f"pragma user_version = {FORMAT}")
    connection.execute("commit")
    if connection.execute("pragma user_version").fetchone()[0] != FORMAT:
        raise sqlite3.DatabaseError("a cache of another format")


def _checksum(key: str, body: bytes) -> bytes:
    return sha256(key.encode() + b"\0" + body).digest()
