"""Tables with types as Parquet: the same bytes from the same table.

pyarrow is an optional extra (`congkhai[parquet]`): without it these files are neither made nor offered. It is imported
when a file is made, since it takes longer to load than most builds take.
"""

import io
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Literal

INSTALLED = find_spec("pyarrow") is not None
"""Whether this machine can write the files."""
ColumnType = Literal["string", "integer", "number"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A table by its columns: their names, what they hold, and their values; None is a missing one. `about` goes into
    the file as its own words on itself."""

    names: tuple[str, ...]
    kinds: tuple[ColumnType, ...]
    values: tuple[tuple[str | int | float | None, ...], ...]
    about: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ParquetRecipe:
    """A table as Parquet. The file names the library that wrote it, and no time."""

    digest: str = "parquet 1"

    def __call__(self, given: Columns) -> bytes:
        import pyarrow
        import pyarrow.parquet

        types = {"string": pyarrow.string(), "integer": pyarrow.int64(), "number": pyarrow.float64()}
        arrays = [
            pyarrow.array(column, type=types[kind]) for kind, column in zip(given.kinds, given.values, strict=True)
        ]
        schema = pyarrow.schema(
            [(name, types[kind]) for name, kind in zip(given.names, given.kinds, strict=True)],
            metadata=dict(given.about),
        )
        body = io.BytesIO()
        table = pyarrow.Table.from_arrays(arrays, schema=schema)
        # One thread's work, in one group of rows: nothing depends on the machine.
        pyarrow.parquet.write_table(table, body, compression="zstd", row_group_size=max(len(table), 1))
        return body.getvalue()
