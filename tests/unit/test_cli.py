"""The command line says what was done, where it went wrong, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import cli
from generator.messages import as_github, as_text
from generator.model.diagnostic import Diagnostic, Span
from tests.projects import REPOSITORY

Edit = Callable[[str, str, str], None]
HEAVY = {"pandas", "altair", "mkdocs", "pydantic", "jinja2", "yaml", "markdown_it", "vl_convert", "numpy"}


def run(*arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=REPOSITORY,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def loaded(arguments: list[str]) -> str:
    """What a call prints, and then every module that it loaded."""
    code = (
        "import sys; from generator.cli import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit: pass\n"
        "print(*sys.modules)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["explain", "bad-date"]])
def test_help_loads_no_library(arguments: list[str]) -> None:
    """What answers at once imports nothing heavy."""

    assert HEAVY & set(loaded(arguments).split()) == set()


def test_an_idle_build_loads_no_library(project: Path, tmp_path: Path) -> None:
    """Where nothing changed, no library is loaded either."""
    arguments = ["build", "--site", str(project), "--out", str(tmp_path / "public")]
    assert cli.main(arguments) == 0
    said = loaded(arguments)

    assert "nothing changed" in said
    assert HEAVY & set(said.split()) == set()


def test_build_publishes_and_says_so(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder is `public` in the project unless another is named; the answer is Vietnamese, then English."""
    code = cli.main(["build", "--site", str(project)])
    said = capsys.readouterr().out.splitlines()

    assert code == 0
    assert (project / "public/index.html").is_file()
    assert said[-2].startswith("Đã công bố vào")
    assert said[-1].startswith("Published to")


def test_a_mistake_is_told_by_place_words_code_and_hint(
    project: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    """`file:line:column: lỗi: … [code]`, the English sentence, and what to do in both languages."""
    edit("site.yaml", "theme: base", "thme: base\ntheme: base")
    code = cli.main(["check", "--site", str(project)])
    lines = capsys.readouterr().out.splitlines()

    assert code == 1
    assert lines[0].startswith("site.yaml:7:1: lỗi: ")
    assert lines[0].endswith("[unknown-field]")
    assert lines[1].startswith("  error: ")
    assert lines[2].startswith("  gợi ý: ")
    assert lines[3].startswith("  hint: ")


def test_an_english_site_is_answered_in_english_only(
    project: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    """The language follows site.yaml."""
    edit("site.yaml", "languages: [vi, en]", "languages: [en, vi]\nmotto: x")
    cli.main(["check", "--site", str(project)])
    said = capsys.readouterr().out

    assert "error: `motto`" in said
    assert "lỗi" not in said


def test_json_is_one_array(project: Path, edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    """A program reads what went wrong from standard output, and nothing else is there."""
    edit("site.yaml", "theme: base", "theme: base\nmotto: x")
    code = cli.main(["check", "--site", str(project), "--format", "json"])
    told = json.loads(capsys.readouterr().out)

    assert code == 1
    assert [(one["file"], one["line"], one["code"], one["severity"]) for one in told] == [
        ("site.yaml", 8, "unknown-field", "error")
    ]


def test_a_review_gets_annotations() -> None:
    """Signs that end a property or a command are escaped."""
    told = as_github(Diagnostic("bad-date", Span("content/a,b:c.yaml", 3, 7), {"value": "50%\n::error::"}), "en")

    assert told.startswith("::error file=content/a%2Cb%3Ac.yaml,line=3,col=7,title=bad-date::")
    assert "50%25" in told
    assert "\n" not in told


def test_an_author_s_words_cannot_steer_the_terminal() -> None:
    """Escape signs of a file are shown as signs that could not be shown."""
    told = as_text(Diagnostic("bad-date", Span("a\x1b[2J.yaml"), {"value": "\x1b]0;x\x07 \u202eabc"}), "vi")

    assert not set(told) & {"\x1b", "\x07", "\u202e"}


def test_right_content_is_said_to_be_right(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Checking says that there is nothing wrong."""
    code = cli.main(["check", "--site", str(project)])

    assert code == 0
    assert capsys.readouterr().out.splitlines()[-1] == "No errors; 0 warnings."


def test_a_folder_without_site_yaml_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no project is told, not traced back."""
    code = cli.main(["build", "--site", str(tmp_path)])

    assert code == 1
    assert "[no-project]" in capsys.readouterr().out
    assert not (tmp_path / "public").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["bild"], ["build", "--jobs", "0"], ["build", "--base-url", "example.org"], ["build", "--nothing"],
        ["build", "--base-url", "https://example.org/?a=b"], ["serve", "--port", "x"], ["check", "--format", "xml"],
        ["explain"],
    ],
)  # fmt: skip
def test_a_wrong_call_is_a_usage_error(arguments: list[str]) -> None:
    """Exit code 2, and nothing is done."""
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)

    assert stopped.value.code == 2


def test_a_base_url_ends_with_a_slash(project: Path) -> None:
    """`--base-url` is completed, so that links under it stand."""
    cli.main(["build", "--site", str(project), "--base-url", "https://example.vn/giam-ngheo"])

    assert 'href="/giam-ngheo/ke-hoach/"' in (project / "public/index.html").read_text("utf-8")


def test_explain_tells_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    """A code is told at length in Vietnamese, and then in English."""
    code = cli.main(["explain", "bad-date"])
    said = capsys.readouterr().out

    assert code == 0
    assert said.index("Cách sửa") < said.index("What to do")


@pytest.mark.parametrize(
    "path", ["gioi-thieu", "/gioi-thieu/", "gioi-thieu/index.html", "public/gioi-thieu/index.html"]
)
def test_explain_tells_why_a_file_differs(
    project: Path, edit: Edit, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    """The part that was edited is named, and only that."""
    cli.main(["build", "--site", str(project)])
    edit("content/pages/gioi-thieu.vi.md", "chỉ để", "chỉ cốt để")
    capsys.readouterr()
    code = cli.main(["explain", "--site", str(project), path])
    lines = capsys.readouterr().out.splitlines()

    assert code == 0
    assert "gioi-thieu/index.html: made by TemplateRecipe prose.html" in lines
    assert [line for line in lines if line.endswith("differs from last time")] == ["  html: differs from last time"]


def test_explain_guesses_what_was_meant(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is nearly one is answered with that one."""
    code = cli.main(["explain", "--site", str(project), "unknown-feild"])

    assert code == 2
    assert "`unknown-field`" in capsys.readouterr().err


def test_any_locale_can_be_answered() -> None:
    """Vietnamese is written as UTF-8 whatever the locale says."""
    done = run("explain", "bad-date", env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"})

    assert done.returncode == 0
    assert "Cách sửa" in done.stdout
