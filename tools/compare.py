"""Builds a revision and the work tree, each with its own content, and lists every file of the site that differs.

python tools/compare.py [REVISION] [--jobs N]; leaves with 1 where a file differs.
"""

from __future__ import annotations

import argparse
import filecmp
import io
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]


def unpack(revision: str, folder: Path) -> None:
    """Write the files of a revision into a folder. Raises CalledProcessError where git knows no such revision."""
    command = ["git", "archive", "--format=tar", revision]
    archive = subprocess.run(command, cwd=REPOSITORY, stdout=subprocess.PIPE, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")


def build(tree: Path, out: Path, jobs: int) -> None:
    """Build the site of a tree with the generator of that tree. Raises CalledProcessError where it is refused."""
    command = [sys.executable, "-m", "generator", "build", "--site", str(tree), "--out", str(out), "--jobs", str(jobs)]
    env = {**os.environ, "PYTHONPATH": str(tree)}
    subprocess.run(command, cwd=tree, env=env, stdout=subprocess.DEVNULL, check=True)


def differences(old: Path, new: Path) -> Iterator[str]:
    """One line for each file that is only in one folder, or has other bytes there."""
    before, after = (
        {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()} for folder in (old, new)
    )
    for path in sorted(before | after):
        if path not in after:
            yield f"removed  {path.as_posix()}"
        elif path not in before:
            yield f"added    {path.as_posix()}"
        elif not filecmp.cmp(old / path, new / path, shallow=False):
            yield f"changed  {path.as_posix()}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("revision", nargs="?", default="HEAD")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        unpack(given.revision, folder / "tree")
        build(folder / "tree", folder / "old", given.jobs)
        build(REPOSITORY, folder / "new", given.jobs)
        lines = list(differences(folder / "old", folder / "new"))
    for line in lines:
        print(line)
    print(f"{len(lines)} files differ from {given.revision}")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
