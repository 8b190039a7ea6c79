"""Values under a key that several of them share."""

from collections.abc import Iterable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


def grouped(pairs: Iterable[tuple[K, V]], keys: Iterable[K] = ()) -> dict[K, tuple[V, ...]]:
    """The values of each key, both in the order in which they come; each of `keys` is there, if only with none."""
    found: dict[K, list[V]] = {key: [] for key in keys}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
