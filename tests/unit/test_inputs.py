"""All that a build is made from is seen, and what cannot be vouched for is not vouched for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.write.inputs import code_version, inputs_of, stamps_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content/plans").mkdir(parents=True)
    (tmp_path / "content/plans/a.yaml").write_text("a: 1\n")
    (tmp_path / "site.yaml").write_text("x: 1\n")
    return tmp_path


def test_names_and_bytes_count_and_times_do_not(root: Path) -> None:
    """A touched file is the same input; an edited, renamed, new or missing one is another."""
    first = inputs_of(root)
    os.utime(root / "site.yaml", (1, 1))
    touched = inputs_of(root)
    digests = []
    (root / "site.yaml").write_text("x: 2\n")
    digests.append(inputs_of(root))
    (root / "content/plans/a.yaml").rename(root / "content/plans/b.yaml")
    digests.append(inputs_of(root))
    (root / "content/c").write_text("")
    digests.append(inputs_of(root))
    (root / "site.yaml").unlink()
    digests.append(inputs_of(root))

    assert first is not None
    assert touched is not None
    assert touched.digest == first.digest
    assert touched.stamps != first.stamps
    assert len({one.digest for one in digests if one} | {first.digest}) == 5


def test_what_no_build_reads_does_not_count(root: Path) -> None:
    """The output folder and the memory are no input."""
    first = inputs_of(root)
    for name in ("public", ".memory", ".git"):
        (root / name).mkdir()
        (root / name / "x").write_text("x")

    assert inputs_of(root) == first


@pytest.mark.parametrize("kind", ["pipe", "link to a file", "link to a folder", "broken link"])
def test_what_is_no_plain_file_is_not_vouched_for(root: Path, kind: str) -> None:
    """A pipe is not read (it would wait for ever), a link is not followed: nothing is taken from memory then."""
    odd = root / "content/odd"
    if kind == "pipe":
        os.mkfifo(odd)
    else:
        odd.symlink_to({"link to a file": root / "site.yaml", "link to a folder": root}.get(kind, root / "none"))

    assert inputs_of(root) is None
    assert stamps_of(root)


def test_a_file_of_the_generator_changes_its_version(tmp_path: Path) -> None:
    """Code, and any file beside it, is an input; what the interpreter compiles of it is not."""
    (tmp_path / "a.py").write_text("a = 1\n")
    first = code_version(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__/a.pyc").write_text("x")
    compiled = code_version(tmp_path)
    (tmp_path / "a.py").write_text("a = 2\n")
    edited = code_version(tmp_path)

    assert compiled == first
    assert edited != first


def test_another_library_changes_the_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that is installed anew, or in another version, may make other bytes."""
    first = code_version(tmp_path)
    (tmp_path / "lib/jinja2-9.9.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "lib"))

    assert code_version(tmp_path) != first
