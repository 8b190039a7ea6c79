"""How much of anything is read: bounds on time and memory, whatever a file holds. `site.yaml` may set others."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Limits:
    """`limits` of site.yaml; sizes are in MiB. site.yaml itself is read with these."""

    file: int = 1
    """A file of facts or words, or an original."""
    table: int = 8
    """A CSV."""
    asset: int = 16
    """A file of a theme that is no text, such as a font."""
    rows: int = 100_000
    """Rows of a CSV."""
    line: int = 100_000
    """Letters of a line, or of a cell."""
    depth: int = 20
    """Levels of a YAML or JSON file."""
    files: int = 20_000
    """Files of one folder."""


MEBIBYTE = 1 << 20
USUAL = Limits()
MOST = Limits(file=256, table=1024, asset=256, rows=10_000_000, line=10_000_000, depth=100, files=1_000_000)
"""What `site.yaml` may allow at most; at least it is one of each."""
