"""Remembers what each recipe made of what it was given: a memory, never a truth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.model.output import Output

from .cache import Cache
from .digest import digest, parts
from .journal import PlainRead

Reads = tuple[tuple[PlainRead, str], ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """What an output stands on: the key it is remembered by, its recipe, the digest of each part that is given, and
    each read of a text that these took (`Later`) with the digest of its answer."""

    key: str
    recipe: str
    recipe_digest: str
    parts: Mapping[str, str]
    reads: Reads = ()


@dataclass(frozen=True, slots=True)
class Product:
    """What an output came to: its bytes (None where they stand in the published site already), what it stands on (None
    where nothing is remembered of it), and whether the bytes were remembered."""

    body: bytes | None
    trace: Trace | None
    remembered: bool


class Store:
    """What was made, by the digest of the code, the recipe and the given; in `cache`, or nowhere if that is None.

    `version` stands for the code and its libraries (`inputs.code_version`). With `forget` nothing is taken from
    memory, only added, at the end (`keep`). `made` and `remembered` count; `traces` tells of each output, by its path,
    what it stands on. `published` gives the keys of the files that stand in the published site, by path: these bytes
    need not be recalled. Without its cache a build is slower and the same. Several builds may use one cache at once.
    """

    def __init__(self, cache: Cache | None, version: str, *, forget: bool = False) -> None:
        self.cache = cache
        self.version = version
        self.forget = forget
        self.made = 0
        self.remembered = 0
        self.traces: dict[str, Trace] = {}
        self.published: Mapping[str, str] = {}
        self._new: dict[str, bytes] = {}
        self.waiting = 0

    def trace(self, output: Output, reads: Reads = ()) -> Trace:
        """What an output stands on. Digesting a page's view costs some 0.2 ms."""
        recipe, given = output.recipe, parts(output.given)
        own = [str(getattr(recipe, name)) for name in ("name", "template", "chart") if hasattr(recipe, name)]
        name = " ".join([type(recipe).__qualname__, *own])
        return Trace(digest(self.version, recipe.digest, given), name, recipe.digest, given, reads)

    def make(self, output: Output) -> bytes:
        """The output's bytes, remembered or made now. What the recipe raises is passed on, nothing remembered."""
        body = self.count(output, self.product(output))
        assert body is not None
        return body

    def product(self, output: Output, reads: Reads = ()) -> Product:
        """As `make`, but not counted yet: this may be done in another process."""
        if getattr(output.recipe, "quick", False):
            return Product(output.recipe(output.given), None, False)
        trace = self.trace(output, reads)
        if self.published.get(output.path) == trace.key:
            return Product(None, trace, True)
        if (body := self.recall(trace.key)) is not None:
            return Product(body, trace, True)
        return Product(output.recipe(output.given), trace, False)

    def count(self, output: Output, product: Product) -> bytes | None:
        """Count what an output came to; its bytes, or None where they are published already."""
        if product.trace:
            self.traces[output.path] = product.trace
            self.remembered += product.remembered
            self.made += not product.remembered
            if not product.remembered and product.body is not None:
                self.put(product.trace.key, product.body)
        return product.body

    def stand(self, path: str, trace: Trace) -> None:
        """Count an output that stands published."""
        self.traces[path] = trace
        self.remembered += 1

    def put(self, key: str, body: bytes) -> None:
        """Put bytes into the cache at the next `write`; `waiting` counts those since the last one."""
        self._new[key] = body
        self.waiting += len(body)

    def entry(self, key: str) -> bytes | None:
        """The bytes of a key, also where nothing is taken from memory."""
        return self._new.get(key) or (self.cache.entry(key) if self.cache else None)

    def taken(self) -> tuple[int, int, dict[str, Trace]]:
        """How many were made and remembered since this was asked last, and their traces."""
        told = self.made, self.remembered, self.traces
        self.made, self.remembered, self.traces = 0, 0, {}
        return told

    def recall(self, key: str) -> bytes | None:
        """What is remembered under a key; None where nothing is, or where what is there was damaged."""
        return None if self.cache is None or self.forget else self.cache.entry(key)

    def keep(self, kept: Callable[[], set[str]] = set, replaced: Iterable[str] | None = None) -> None:
        """Put into the cache what was made, and remove every entry that neither this build nor `kept` names: of the
        `replaced` ones, where they are given, else of all. Nothing is removed where what was made cannot be put there.
        """
        if self.cache is not None and self.write():
            entries = self.cache.entry_keys() if replaced is None else list(replaced)
            needed = {trace.key for trace in self.traces.values()} | (kept() if entries else set())
            self.cache.remove("entries", [key for key in entries if key not in needed])

    def write(self) -> bool:
        """Put into the cache what was made; whether it could be. One that cannot be written to (a full disk, no rights)
        is gone without."""
        self.waiting = 0
        if self.cache is None or not self.cache.write("entries", self._new):
            return False
        self._new.clear()
        return True
