"""What is begun before the content is read: the same bytes and the same mistakes as without it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.ahead import Ahead, ahead
from generator.model.output import Output
from generator.write.store import Store
from tests.projects import REPOSITORY, files_of

pytestmark = pytest.mark.slow


@dataclass(frozen=True, slots=True)
class Reversed:
    """A recipe: words in their reverse order. Raises ValueError where there is nothing to reverse."""

    digest: str = "reversed"

    def __call__(self, given: str) -> bytes:
        """The words as bytes."""
        if not given:
            raise ValueError("nothing to reverse")
        return given[::-1].encode()


WORDS = Output("x", Reversed(), "abc")


@pytest.fixture(autouse=True)
def _copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a fresh process: other tests may have drawn pictures in this one."""
    monkeypatch.delitem(sys.modules, "vl_convert", raising=False)


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_asked_for_is_made_when_it_is_taken(jobs: int) -> None:
    """And what its recipe raises is raised there."""
    store = Store(None, "v")
    with ahead(store, jobs) as first:
        good, bad = (first.ask(output) for output in (WORDS, Output("y", Reversed(), "")))

        assert good() == b"cba"
        with pytest.raises(ValueError, match="nothing to reverse"):
            bad()
    assert store.made == 1


def test_without_another_process_this_one_makes_it() -> None:
    """Each when it is asked for."""
    ((output, product),) = Ahead(Store(None, "v")).made([WORDS])

    assert output == WORDS
    assert not isinstance(product, Exception)
    assert product.body == b"cba"


def built(project: Path, out: Path, *more: str) -> str:
    """What a build said, in a process that has drawn nothing yet."""
    call = [sys.executable, "-m", "generator", "build", "--site", str(project), "--out", str(out), *more]
    done = subprocess.run(call, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert not done.stderr.startswith("Traceback"), done.stderr
    return done.stdout


def test_many_processes_build_the_same_site(project: Path, tmp_path: Path) -> None:
    """Byte for byte, from nothing and from memory."""
    built(project, tmp_path / "one", "--jobs", "1")
    built(project, tmp_path / "two", "--jobs", "2", "--fresh")
    built(project, tmp_path / "three", "--jobs", "2")
    alone = files_of(tmp_path / "one")

    assert "index.html" in alone
    assert files_of(tmp_path / "two") == files_of(tmp_path / "three") == alone


@pytest.mark.parametrize(
    ("file", "before", "code"),
    [
        ("themes/base/templates/home.html", b"{% if %}", "template-error"),
        ("content/handbook/vi/index.md", b"S\xe9", "handbook-error"),
        ("site.yaml", b"as_off: 2026-01-01\n", "unknown-field"),
    ],
)
def test_mistakes_are_told_alike(project: Path, tmp_path: Path, file: str, before: bytes, code: str) -> None:
    """Whoever stumbles over them."""
    (project / file).write_bytes(before + (project / file).read_bytes())
    alone, many = (built(project, tmp_path / "public", "--format", "json", "--jobs", jobs) for jobs in "12")

    assert alone == many
    assert f'"{code}"' in many
