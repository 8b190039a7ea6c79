"""Remembers what each recipe made of what it was given: a memory, never a truth."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import get_ident

from generator.model.output import Output

from .digest import digest, parts

SEAL = 32  # bytes of SHA-256 that stand before what is remembered


@dataclass(frozen=True, slots=True)
class Trace:
    """What an output stands on: the key it is remembered by, its recipe, and the digest of each part that is given."""

    key: str
    recipe: str
    recipe_digest: str
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Product:
    """What an output came to: its bytes, what it stands on (None where nothing is remembered of it), and whether the
    bytes were remembered."""

    body: bytes
    trace: Trace | None
    remembered: bool


class Store:
    """What was made, by the digest of the code, the recipe and the given; in `folder`, or nowhere if that is None.

    `version` stands for the code and its libraries (`inputs.code_version`). With `forget` nothing is taken from
    memory, only added. `made` and `remembered` count; `traces` tells of each output, by its path, what it stands on.
    Without its folder a build is slower and the same. Several builds may use one folder at once: an entry appears
    whole or not at all, and one that vanished is made again.
    """

    def __init__(self, folder: Path | None, version: str, *, forget: bool = False) -> None:
        self.folder = folder
        self.version = version
        self.forget = forget
        self.made = 0
        self.remembered = 0
        self.traces: dict[str, Trace] = {}

    def trace(self, output: Output) -> Trace:
        """What an output stands on. Digesting a page's view costs some 0.2 ms."""
        recipe, given = output.recipe, parts(output.given)
        own = [str(getattr(recipe, name)) for name in ("name", "template", "chart") if hasattr(recipe, name)]
        name = " ".join([type(recipe).__qualname__, *own])
        return Trace(digest(self.version, recipe.digest, given), name, recipe.digest, given)

    def make(self, output: Output) -> bytes:
        """The output's bytes, remembered or made now. What the recipe raises is passed on, nothing remembered."""
        return self.count(output, self.product(output))

    def product(self, output: Output) -> Product:
        """As `make`, but not counted yet: this may be done in another process."""
        if getattr(output.recipe, "quick", False):
            return Product(output.recipe(output.given), None, False)
        trace = self.trace(output)
        if (body := self.recall(trace.key)) is not None:
            return Product(body, trace, True)
        body = output.recipe(output.given)
        self.remember(trace.key, body)
        return Product(body, trace, False)

    def count(self, output: Output, product: Product) -> bytes:
        """Count what an output came to; its bytes."""
        if product.trace:
            self.traces[output.path] = product.trace
            self.remembered += product.remembered
            self.made += not product.remembered
        return product.body

    def recall(self, key: str) -> bytes | None:
        """What is remembered under a key; None where nothing is, or where what is there was damaged."""
        if self.folder is None or self.forget:
            return None
        return read_sealed(self._path(key))

    def remember(self, key: str, body: bytes) -> None:
        """Keep bytes under a key. A memory that cannot be written to (a full disk, no rights) is gone without."""
        if self.folder is not None:
            write_sealed(self._path(key), body)

    def sweep(self, kept: Iterable[str] = ()) -> int:
        """Forget every entry that neither this build nor `kept` names; how many there were."""
        if self.folder is None:
            return 0
        keep = {trace.key for trace in self.traces.values()}.union(kept)
        gone = 0
        for shelf in self.folder.glob("[0-9a-f][0-9a-f]"):
            for path in shelf.iterdir():
                if path.name not in keep:
                    with suppress(OSError):  # another build may have swept it
                        path.unlink()
                        gone += 1
        return gone

    def _path(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / key[:2] / key


def read_sealed(path: Path) -> bytes | None:
    """What was kept in a file; None where there is none, or where it was damaged."""
    try:
        entry = path.read_bytes()
    except OSError:
        return None
    body = entry[SEAL:]
    return body if entry[:SEAL] == _seal(path, body) else None


def write_sealed(path: Path, body: bytes) -> None:
    """Keep bytes in a file, whole or not at all."""
    draft = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(_seal(path, body) + body)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()


def _seal(path: Path, body: bytes) -> bytes:
    """The name is sealed in too, so that an entry under another's name is damage."""
    return sha256(path.name.encode() + b"\0" + body).digest()
