"""Random damage to any file of a project is told or is none: never a traceback, never another answer the second time.

The same seeds every time. `FUZZ=5000 pytest tests/hostile/test_fuzz.py` tries that many; each failure names its seed.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import read
from generator.messages import as_text

TRIES = int(os.environ.get("FUZZ", "160"))
PIECES = (
    b"\x00", b"\xff", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", "\u202e".encode(), b'"', b"'", b"\\", b"{", b"}", b"[",
    b"]", b":",     b"- ", b"#", b"|", b"\t", b"\n\n", b"---\n", b"&a ", b"*a", b"!!x ", b"<<: ", b"null", b"~",
    b"''", b"1e999", b"-0", b"NaN",     b"9" * 40, b"0000-00-00", b"9999-12-31", b"2016-02-30", b"../..", b"con",
    b"<script>", b"]](javascript:x)", b"{#I}",     b"```table a 9", b"%00", b"&#0;", b"=1+1", b",,,,", b'","',
    b"a" * 5000, b"[" * 50, b"> " * 200, b"*" * 3000, b"[a](" * 500,
)  # fmt: skip
Damage = Callable[[random.Random, bytes], bytes]


def insert(chance: random.Random, body: bytes) -> bytes:
    """Something is put in between."""
    at = chance.randint(0, len(body))
    return body[:at] + chance.choice(PIECES) + body[at:]


def instead(chance: random.Random, body: bytes) -> bytes:
    """Something stands in place of a value."""
    lines = body.split(b"\n")
    at = chance.randrange(len(lines))
    sign = chance.choice((b": ", b",", b" "))
    before, found, _ = lines[at].partition(sign)
    lines[at] = before + found + chance.choice(PIECES)
    return b"\n".join(lines)


def without(chance: random.Random, body: bytes) -> bytes:
    """A stretch is gone."""
    at, size = chance.randint(0, len(body)), chance.choice((1, 2, 10, 200, 10_000))
    return body[:at] + body[at + size :]


def again(chance: random.Random, body: bytes) -> bytes:
    """Some lines stand twice, or elsewhere."""
    lines = body.split(b"\n")
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    some = lines[at : at + chance.choice((1, 3, 20))]
    return b"\n".join((*lines[:to], *some, *lines[to:]))


def flipped(chance: random.Random, body: bytes) -> bytes:
    """One bit is another."""
    if not body:
        return b"\x01"
    at = chance.randrange(len(body))
    return body[:at] + bytes((body[at] ^ (1 << chance.randrange(8)),)) + body[at + 1 :]


def indented(chance: random.Random, body: bytes) -> bytes:
    """A line begins further to the right, or the left."""
    lines = body.split(b"\n")
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((b" " + lines[at], b"    " + lines[at], lines[at].lstrip()))
    return b"\n".join(lines)


DAMAGES: tuple[Damage, ...] = (insert, insert, instead, instead, without, again, flipped, indented)
LEFT_OUT = (".ttf", ".woff2", ".png", ".js", ".css")


@pytest.fixture(scope="module")
def files(whole: Path) -> list[str]:
    """All files that can be damaged; those of the theme make one in eight."""
    names = [path.relative_to(whole).as_posix() for path in sorted(whole.rglob("*")) if path.is_file()]
    own = [name for name in names if not name.startswith("themes/")]
    theme = [name for name in names if name.startswith("themes/") and not name.endswith(LEFT_OUT)]
    return own * 7 + theme[: len(own)]


@pytest.mark.parametrize("part", range(4))
def test_damage_is_told_and_never_a_traceback(part: int, files: list[str], project: Path) -> None:
    """One to three files are damaged at a time, each once or twice; what is said can be told in each language."""
    for seed in range(part, TRIES, 4):
        chance = random.Random(seed)
        before: dict[Path, bytes] = {}
        for name in chance.sample(files, chance.choice((1, 1, 2, 3))):
            path = project / name
            before.setdefault(path, path.read_bytes())
            for _ in range(chance.choice((1, 1, 2))):
                path.write_bytes(chance.choice(DAMAGES)(chance, path.read_bytes()))
        about = f"seed {seed}: {[path.relative_to(project).as_posix() for path in before]}"
        try:
            _, found = read(project)
            said = [as_text(one, lang) for one in found for lang in ("vi", "en")]
        except Exception as error:
            raise AssertionError(about) from error
        finally:
            for path, body in before.items():
                path.write_bytes(body)

        assert all(one.at.file and one.at.line > 0 and one.at.column > 0 for one in found), about
        assert not any("\x1b" in line or "\u202e" in line for line in said), about
