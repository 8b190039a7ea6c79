"""The steps of docs/adding.md add a kind of record, a page and an export to a copy of the generator, as they stand."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import REPOSITORY

GUIDE = REPOSITORY / "docs/adding.md"
STEP = re.compile(r"^```\w+ (\S+) (new|end|after ([^\n]+))\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def take(steps: str, code: Path, project: Path) -> list[str]:
    """Do what the steps say, on the generator in `code` and the site in `project`; the files that changed, in order."""
    files = []
    for file, way, line, text in STEP.findall(steps):
        path = (code if file.startswith("generator/") else project) / file
        lines = [] if way == "new" else path.read_text("utf-8").splitlines(keepends=True)
        assert path.exists() == (way != "new"), file
        if line:
            found = [number for number, old in enumerate(lines, 1) if old.startswith(line)]
            assert len(found) == 1, f"{file}: {len(found)} lines begin with `{line}`"
            lines.insert(found[0], text)
        else:
            lines.append(f"\n\n{text}" if way == "end" else text)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(lines), "utf-8", newline="\n")
        files.append(file)
    return files


@pytest.mark.slow
def test_the_steps_add_a_record_a_page_and_an_export(project: Path, tmp_path: Path) -> None:
    """A site built with the copy has the page in each language and the file; a mistake in a record is told."""
    code = tmp_path / "code"
    shutil.copytree(REPOSITORY / "generator", code / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    steps = GUIDE.read_text("utf-8")
    files = take(steps, code, project)

    def run(verb: str, *options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "generator", verb, "--site", str(project), *options]
        return subprocess.run(command, cwd=code, capture_output=True, text=True, encoding="utf-8", check=False)

    built = run("build", "--out", str(tmp_path / "out"), "--jobs", "1")
    (project / "content/terms/ho-ngheo.yaml").write_text("name: {vi: a, en: b}\nmeanin: {vi: a, en: b}\n", "utf-8")
    checked = run("check")

    assert steps.count("\n```") == 2 * len(files)
    assert (built.returncode, built.stderr) == (0, "")
    assert '<dt id="ho-ngheo">Hộ nghèo</dt>' in (tmp_path / "out/loi-giai/index.html").read_text("utf-8")
    assert '<dt id="ho-ngheo">Poor household</dt>' in (tmp_path / "out/en/loi-giai/index.html").read_text("utf-8")
    assert json.loads((tmp_path / "out/loi-giai/terms.json").read_text("utf-8"))["ho-ngheo"]["name"]["vi"] == "Hộ nghèo"
    assert "content/terms/ho-ngheo.yaml:2:1:" in checked.stdout
    assert "`meaning`" in checked.stdout


def test_what_the_guide_names_is_there() -> None:
    """Whoever follows it finds each file and folder."""
    text = re.sub(r"^```.*?^```$", "", GUIDE.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    named = set(re.findall(r"`((?:generator|themes|tests|content)/[\w./-]*[\w/])`", text)) | {
        f"docs/{name}" for name in re.findall(r"\]\(([\w.-]+\.md)\)", text)
    }

    assert len(named) > 8
    assert {name for name in named if not (REPOSITORY / name).exists()} == set()
