"""What was read of a project's parts, in its cache, by the bytes of their files and the code that reads them."""

from collections.abc import Mapping

from .cache import Cache
from .digest import digest


class Readings:
    """The readings of one build. `files` gives the digest of every file of the project, by path, as it was when the
    build began; `version` stands for the code. What is new is put into the cache at the end (`write`), when it is known
    that no file was edited meanwhile. `keys` are those of all that was asked for."""

    def __init__(self, cache: Cache, version: str, files: Mapping[str, bytes]) -> None:
        self.keys: set[str] = set()
        self._cache, self._version = cache, version
        self._parts: dict[str, list[tuple[str, bytes]]] = {}
        for path, told in sorted(files.items()):
            above = path
            while above:
                self._parts.setdefault(above, []).append((path, told))
                above = above.rpartition("/")[0]
        self._new: dict[str, bytes] = {}

    def recall(self, path: str, kind: str) -> bytes | None:
        """What is kept of a part; None where nothing is."""
        key = self._key(path, kind)
        return self._new.get(key) or self._cache.entry(key)

    def keep(self, path: str, kind: str, body: bytes) -> None:
        """Keep something of a part."""
        self._new[self._key(path, kind)] = body

    def write(self) -> None:
        """Put what is new into the cache."""
        self._cache.write("entries", self._new)
        self._new.clear()

    def _key(self, path: str, kind: str) -> str:
        key = digest("reading", self._version, path, kind, self._parts.get(path, []))
        self.keys.add(key)
        return key
