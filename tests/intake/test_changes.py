"""What changed is told by meaning, mistakes in forms that others read, and a change is looked at in a clean folder."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main
from generator.differences import Difference, differences
from generator.messages.reports import lines_of, shortened
from generator.model.diagnostic import Diagnostic, Span
from generator.told import as_lines
from tests.projects import REPOSITORY, make_project

PLAN = "content/plans/tinh-thu-1-kh-ubnd-2018"


def git(root: Path, *command: str) -> None:
    who = ("-c", "user.name=Thử", "-c", "user.email=thu@example.vn", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *who, *command], check=True, capture_output=True)


def committed(folder: Path) -> Path:
    """A small project in a repository of its own."""
    root = make_project(folder)
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Mở đầu")
    return root


def edited(root: Path) -> None:
    """A number and a commitment changed, a search gone, rows of a table moved."""
    table = root / "datasets/thu-nhieu-nam/thu-nhieu-nam.csv"
    header, *rows = table.read_text("utf-8").splitlines()
    rows = [row.replace(',12.5,"12,5"', ',12.6,"12,6"') for row in reversed(rows)]
    table.write_text("\n".join([header, *rows]) + "\n", "utf-8")
    commitments = root / PLAN / "commitments.yaml"
    commitments.write_text(commitments.read_text("utf-8").replace("kind: task", "kind: goal", 1), "utf-8")
    (root / "content/searches/tim-thu-2019.yaml").unlink()


def test_a_change_is_told_by_meaning(tmp_path: Path) -> None:
    """Rows that only moved are no change; a value tells what it was and is."""
    root = committed(tmp_path / "project")
    edited(root)

    found = {(one.kind, one.id): one for one in differences(root, "HEAD", str(root))}
    number = found["numbers", "thu-nhieu-nam/tinh-thu/2016/ty-le-ho-ngheo/result/bo-thu"]
    assert number.fields == (("value", "12.5", "12.6"), ("value_printed", "12,5", "12,6"))
    assert found["searches", "tim-thu-2019"].what == "removed"
    assert [one.fields for key, one in found.items() if key[0] == "commitments"] == [(("kind", "task", "goal"),)]
    assert len(found) == 3
    assert differences(root, "HEAD", "HEAD") == []


def test_folders_are_compared_as_commits_are(tmp_path: Path) -> None:
    """Two folders, or a folder and a commit; what is none of them is told."""
    root = committed(tmp_path / "project")
    other = tmp_path / "other"
    shutil.copytree(root, other)
    edited(other)

    assert {one.kind for one in differences(root, str(root), str(other))} == {"commitments", "numbers", "searches"}
    assert main(["diff", "khong-co", "--site", str(root)]) == 2


def test_words_of_authors_are_no_marks_in_a_comment() -> None:
    """A comment of a merge request shows what went and came, and runs nothing of it."""
    changed = Difference(
        "provisions", "p/I", "changed", (("text", "giảm 3% mỗi năm", "giảm <img src=x> @all 4% mỗi năm"),)
    )

    told = as_lines([changed], "vi", markdown=True)
    assert "~~3%~~" in told
    assert r"\<img" in told
    assert r"\@all" in told


def many(code: str, count: int) -> list[Diagnostic]:
    return [Diagnostic(code, Span("a.yaml", line), {"file": "a"}) for line in range(1, count + 1)]


def test_four_hundred_warnings_of_a_kind_are_one_line() -> None:
    """The first is told, and how many more there are; --all tells each."""
    told = list(lines_of(many("unknown-file", 400), "text", "vi"))

    assert len(told) == 2
    assert "399" in told[1]
    assert "--all" in told[1]
    assert len(list(lines_of(many("unknown-file", 400), "text", "vi", whole=True))) == 400
    assert shortened(many("unknown-file", 3))[1] == {}


@pytest.mark.parametrize("form", ["sarif", "gitlab"])
def test_programs_of_others_read_mistakes(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each says rule, file and line, and knows the mistake again on another line."""
    root = make_project(tmp_path / "project")
    (root / PLAN / "text.md").unlink()

    assert main(["check", "--site", str(root), "--format", form]) == 1
    told: Any = json.loads(capsys.readouterr().out)
    if form == "gitlab":
        assert [(entry["check_name"], entry["location"]["path"]) for entry in told] == [("missing-file", PLAN)]
        assert told[0]["severity"] == "major"
        return
    (run,) = told["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["missing-file"]
    (result,) = run["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == PLAN
    assert result["partialFingerprints"]


def test_warnings_of_files_that_did_not_change_are_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mistake is told wherever it stands; a warning only where the change is."""
    root = make_project(tmp_path / "project")
    (root / "content/thua.txt").write_text("x", "utf-8")
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Mở đầu")
    (root / "content/moi.txt").write_text("x", "utf-8")
    (root / "datasets/thu-nhieu-nam/README.md").unlink()

    assert main(["check", "--site", str(root), "--since", "HEAD"]) == 1
    told = capsys.readouterr()
    assert "moi.txt" in told.out
    assert "thua.txt" not in told.out
    assert "README.md" in told.out
    assert "as_of" in told.err  # the day of the small project is years before its last commit


def test_a_change_is_looked_at_in_a_clean_folder(tmp_path: Path) -> None:
    """What the workflows run, run here: mistakes, what changed, and the site; a mistake makes it fail."""
    root = committed(tmp_path / "project")
    edited(root)
    (root / "content/searches").rmdir()
    command = ["bash", str(REPOSITORY / ".ci/change"), "HEAD", str(tmp_path / "change"), str(root)]
    environment = {**os.environ, "PYTHON": sys.executable, "PYTHONPATH": str(REPOSITORY)}

    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "tim-thu-2019" in (tmp_path / "change/diff.md").read_text("utf-8")
    assert json.loads((tmp_path / "change/check.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (tmp_path / "change/public/index.html").is_file()
    (root / PLAN / "text.md").unlink()
    assert subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize("path", sorted((REPOSITORY / ".github/workflows").glob("*.yml")), ids=lambda path: path.name)
def test_workflows_have_the_least_rights_and_pinned_actions(path: Path) -> None:
    """Nothing may be written by default, each action is one commit, and each script that is run is there."""
    text = path.read_text("utf-8")
    read = yaml.safe_load(text)

    assert read["permissions"] == {"contents": "read"}
    assert all("timeout-minutes" in job for job in read["jobs"].values())
    uses = re.findall(r"uses: (\S+)(.*)", text)
    assert all(re.fullmatch(r"actions/[a-z-]+(?:/[a-z]+)?@[0-9a-f]{40}", name) for name, _ in uses)
    assert all(re.fullmatch(r" # v\d+\.\d+\.\d+", version) for _, version in uses)
    for job in read["jobs"].values():
        writes = [right for right in job.get("permissions", {}).values() if right == "write"]
        runs = " ".join(step.get("run", "") for step in job["steps"])
        assert not writes or not any("checkout" in step.get("uses", "") for step in job["steps"]), (
            "code runs with rights"
        )
        for script in re.findall(r"(?:python3 |^)((?:tools|\.ci)/[\w./]+)", runs):
            assert (REPOSITORY / script).is_file()


def test_the_pipeline_of_gitlab_calls_what_is_there() -> None:
    """It is YAML, and its scripts are files of the repository."""
    text = (REPOSITORY / ".gitlab-ci.yml").read_text("utf-8")

    assert set(yaml.safe_load(text)["stages"]) == {"look", "comment", "publish", "weekly"}
    assert all((REPOSITORY / script).is_file() for script in re.findall(r"(?:\.ci|tools)/\w+(?:\.py)?", text))
