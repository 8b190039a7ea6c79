"""What was read of a project's parts, in its cache, by the bytes of their files and the code that reads them."""

from collections.abc import Callable, Mapping
from typing import Any

from .cache import Cache
from .digest import digest


class Readings:
    """The readings of one build. `files` gives the digest of every file of the project, by path, as it was when the
    build began; `version` stands for the code. What is new is put into the cache at the end (`write`), when it is known
    that no file was edited meanwhile. With `forget` nothing older is taken from the cache. `keys` are those of all that
    was asked for. `decoded` holds what was decoded, by key, for the next build of this process."""

    def __init__(
        self,
        cache: Cache,
        version: str,
        files: Mapping[str, bytes],
        decoded: dict[str, Any] | None = None,
        *,
        forget: bool = False,
    ) -> None:
        self.keys: set[str] = set()
        self._forget = forget
        self._decoded = decoded
        self._cache, self._version = cache, version
        self._parts: dict[str, list[tuple[str, bytes]]] = {}
        for path, told in sorted(files.items()):
            above = path
            while above:
                self._parts.setdefault(above, []).append((path, told))
                above = above.rpartition("/")[0]
        self._new: dict[str, bytes] = {}

    def recall(self, path: str, kind: str, decode: Callable[[bytes], Any]) -> Any | None:
        """What is kept of a part, decoded; None where nothing is."""
        key = self._key(path, kind)
        if self._decoded is not None and key in self._decoded:
            return self._decoded[key]
        body = self._new.get(key) or (None if self._forget else self._cache.entry(key))
        if body is None:
            return None
        value = decode(body)
        if self._decoded is not None:
            self._decoded[key] = value
        return value

    def keep(self, path: str, kind: str, body: bytes) -> None:
        """Keep something of a part."""
        self._new[self._key(path, kind)] = body

    def write(self) -> None:
        """Put what is new into the cache."""
        self._cache.write("entries", self._new)
        self._new.clear()
        if self._decoded is not None:
            for key in self._decoded.keys() - self.keys:
                del self._decoded[key]

    def _key(self, path: str, kind: str) -> str:
        key = digest("reading", self._version, path, kind, self._parts.get(path, []))
        self.keys.add(key)
        return key
