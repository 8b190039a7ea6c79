"""Readings of parts of a project, kept from build to build: what is the same by its bytes is not read again."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

import msgspec

from generator.model.diagnostic import Diagnostic
from generator.model.limits import Limits

from .files import Folder

Value = TypeVar("Value")


def kept(folder: Folder, path: str, of: Any, read: Callable[[Folder], Value], kind: str = "") -> Value:
    """What `read` makes of the part at a path, as it is kept or read now. Mistakes go to the folder. `of` is the type
    of the value; two readings of one part have different `kind`s."""
    memory = folder.memory
    if memory is None:
        return read(folder)
    if folder.limits != Limits():
        kind = f"{kind} {folder.limits}"  # what is read with other bounds is another reading
    known = memory.recall(path, kind, _decoder(of).decode)
    if known is not None:
        found, value = known
    else:
        apart = replace(folder, found=[])
        value, found = read(apart), apart.found
        memory.keep(path, kind, msgspec.msgpack.encode((found, value)))
    folder.found.extend(found)
    return value  # type: ignore[no-any-return]


@cache
def _decoder(of: Any) -> msgspec.msgpack.Decoder[tuple[list[Diagnostic], Any]]:
    return msgspec.msgpack.Decoder(tuple[list[Diagnostic], of])
