"""A cache that is damaged, foreign, old or no file: the build is slower and never different, never a traceback, never
a hang. A row of DAMAGES is what became of `.memory/cache.sqlite`; add a row for whatever you find.

What these rows cannot hold: bytes with the checksum that belongs to them, written by somebody who may write to the
cache (SECURITY.md).
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import build, check
from generator.write.cache import FILE, FORMAT
from tests.projects import REPOSITORY, files_of

pytestmark = pytest.mark.slow

Damage = Callable[[Path], None]


def bytes_of(change: Callable[[bytes], bytes]) -> Damage:
    """The file with other bytes."""
    return lambda path: (path.write_bytes(change(path.read_bytes())), None)[1]


def rows(*statements: str) -> Damage:
    """The file with other rows, tables or settings."""

    def damage(path: Path) -> None:
        with sqlite3.connect(path) as connection:
            for statement in statements:
                connection.execute(statement)
        connection.close()

    return damage


def instead(make: Callable[[Path], object]) -> Damage:
    """Something else under the name of the file."""

    def damage(path: Path) -> None:
        path.unlink()
        make(path)

    return damage


def scattered(body: bytes) -> bytes:
    """A byte in a thousand is another."""
    chance, changed = random.Random(1), bytearray(body)
    for at in chance.sample(range(100, len(body)), len(body) // 1000):
        changed[at] ^= 1 << chance.randrange(8)
    return bytes(changed)


def journal(path: Path) -> None:
    """A rollback journal that is none stands beside the file."""
    path.with_name(f"{FILE}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\xff" * 4000)


DAMAGES: dict[str, Damage] = {
    "empty": bytes_of(lambda body: b""),
    "text": bytes_of(lambda body: b"not a database\n" * 500),
    "half": bytes_of(lambda body: body[: len(body) // 2]),
    "head": bytes_of(lambda body: body[:100]),
    "scattered": bytes_of(scattered),
    "zeroes": bytes_of(lambda body: body[:4096] + bytes(len(body) - 4096)),
    "journal": journal,
    "pipe": instead(os.mkfifo),
    "folder": instead(lambda path: path.mkdir()),
    "loop": instead(lambda path: path.symlink_to(path.name)),
    "outside": instead(lambda path: path.symlink_to("/etc/passwd")),
    "device": instead(lambda path: path.symlink_to("/dev/zero")),
    "older": rows(f"pragma user_version = {FORMAT - 1}"),
    "newer": rows(f"pragma user_version = {FORMAT + 1}"),
    "foreign": rows("drop table entries", "drop table records", "create table entries (a)", "create table records (b)"),
    "no tables": rows("drop table entries", "drop table records"),
    "view": rows("drop table entries", "create view entries as select key, checksum, body from records"),
    "trigger": rows("create trigger t before insert on entries begin select raise(fail, 'x'); end"),
    "nulls": rows("update entries set body = null", "update records set body = null"),
    "texts": rows("update entries set body = 'x', checksum = 'x'", "update records set body = 'x', checksum = 1"),
    "shorter": rows("update entries set body = substr(body, 2)", "update records set body = substr(body, 2)"),
    "one body": rows("update entries set body = (select body from entries limit 1)"),
    "one row": rows(
        "update entries set (checksum, body) = (select checksum, body from entries limit 1)",
        "update records set (checksum, body) = (select checksum, body from records limit 1)",
    ),
    "huge": rows("update entries set body = zeroblob(100000000) where rowid = 1"),
}  # fmt: skip


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A small site that was built, with its cache, and its bytes."""
    home = tmp_path_factory.mktemp("cache")
    shutil.copytree(REPOSITORY / "tests/sites/small", home / "project")
    assert not build(home / "project", home / "out", store=home / "memory").refused
    return home, files_of(home / "out")


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_cache_costs_time_and_nothing_else(
    name: str, first: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> None:
    """A check and a build say and make what they said and made; what stood under the name is not followed."""
    home, made = first
    shutil.copytree(home, tmp_path, dirs_exist_ok=True)
    DAMAGES[name](tmp_path / "memory" / FILE)
    checked = check(tmp_path / "project", tmp_path / "out", store=tmp_path / "memory")
    report = build(tmp_path / "project", tmp_path / "out", store=tmp_path / "memory")

    assert (checked.refused, report.refused, checked.diagnostics, report.diagnostics) == (False, False, (), ())
    assert files_of(tmp_path / "out") == made
