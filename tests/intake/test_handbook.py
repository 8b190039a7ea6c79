"""The handbook's tutorial is run as it stands, and its reference names every verb, flag and field."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli import _parser, main
from tests.intake.fixtures import write
from tests.projects import REPOSITORY, make_project
from tools.fields import HANDBOOK, TITLES, reference

BLOCK = re.compile(r"```(sh|yaml)\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("lang", sorted(TITLES))
def test_the_tutorial_goes_from_a_word_file_to_a_page(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command is called as it is printed; the words that it tells to write are written; the page is there."""
    root = make_project(tmp_path / "project")
    write(tmp_path, "plan.docx").rename(root / "ke-hoach.docx")
    monkeypatch.chdir(root)
    lines = commands = 0
    for kind, body in BLOCK.findall((HANDBOOK / lang / "bat-dau.md").read_text("utf-8")):
        if kind == "yaml":
            plan = root / "drafts/ke-hoach-thu/plan.yaml"
            for piece in re.split(r"\n(?=\w)", body.strip("\n")):
                name = piece.partition(":")[0]
                old = plan.read_text("utf-8")
                plan.write_text(re.sub(rf"(?m)^{name}:.*\n(?:  .*\n)*", f"{piece}\n", old, count=1), "utf-8")
                lines += len(piece.split("\n")) - piece.startswith("summary")
            continue
        for command in body.strip().split("\n"):
            commands += 1
            assert main(command.split()[1:]) == 0, command

    assert (root / "public/ke-hoach/ke-hoach-thu/index.html").is_file()
    assert (commands, lines) == (4, 3)


@pytest.mark.parametrize("lang", sorted(TITLES))
def test_every_field_is_in_the_reference(lang: str) -> None:
    """The page is what the models give now."""
    written = (HANDBOOK / lang / "truong.md").read_text("utf-8")

    assert written == reference(lang), "run `make docs`"


@pytest.mark.parametrize("lang", sorted(TITLES))
def test_every_verb_and_flag_is_in_the_handbook(lang: str) -> None:
    """What the command line takes is told on the page of commands."""
    text = (REPOSITORY / f"content/handbook/{lang}/lenh.md").read_text("utf-8")
    (verbs,) = [action.choices for action in _parser()._actions if isinstance(action.choices, dict)]
    flags = {flag for verb in verbs.values() for action in verb._actions for flag in action.option_strings}

    assert [verb for verb in verbs if f"\n## {verb}\n" not in text] == []
    assert {flag for flag in flags if flag not in text} - {"-h", "--help", "--site"} == set()
