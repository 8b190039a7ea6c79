"""The compiled code of templates: kept in memory for this process, and beside the generator's own compiled modules."""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_DIGEST = sha256().digest_size


class CompiledTemplates(BytecodeCache):
    """Each template is compiled once for all languages of a site, and again when its text changed.

    The files stand in the `__pycache__` folder of this package, under the names that Python gives to compiled modules:
    whoever can write there can change the generator itself. Nothing is written where Python writes no compiled module
    (PYTHONDONTWRITEBYTECODE, a folder that is read-only). The cache of a build holds no code. `options` tells apart
    compilers that are set up in different ways.
    """

    def __init__(self, options: bytes) -> None:
        self._code: dict[str, tuple[str, CodeType | None]] = {}
        self._compiler = sha256(options).hexdigest() + version("jinja2") + version("markupsafe")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name of a template, the file that a traceback shows, and the compiler."""
        return f"{name} {filename} {self._compiler}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template, where the same text was compiled before. A damaged file is not read."""
        checksum, code = self._code.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
            return
        try:
            stored = _file(bucket.key).read_bytes()
        except OSError:
            return
        if sha256(stored[_DIGEST:]).digest() == stored[:_DIGEST]:
            bucket.bytecode_from_string(stored[_DIGEST:])
            self._code[bucket.key] = bucket.checksum, bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template, in the place of an earlier text's."""
        self._code[bucket.key] = bucket.checksum, bucket.code
        if not sys.dont_write_bytecode:
            code = bucket.bytecode_to_string()
            _write(_file(bucket.key), sha256(code).digest() + code)


def _file(key: str) -> Path:
    return Path(cache_from_source(str(Path(__file__).with_name(sha256(key.encode()).hexdigest()[:32] + ".py"))))


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Where that cannot be done, the next process compiles again."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, suffix=".pyc", delete=False) as file:
            file.write(content)
        try:
            os.replace(file.name, path)
        except OSError:
            os.unlink(file.name)
    except OSError:
        pass
