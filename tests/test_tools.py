"""The programs under tools/ say what is so."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest
import yaml

from generator.model.records import Record
from tests.keys import code, strings
from tests.projects import REPOSITORY
from tools import sbom, templates
from tools.compare import differences


def test_every_file_that_differs_is_listed_and_no_other(tmp_path: Path) -> None:
    """What was added, removed or changed has a line; what is the same has none."""
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, files in (
        (old, {"same": "1", "a/changed": "1", "gone": "1"}),
        (new, {"same": "1", "a/changed": "2", "b/come": "1"}),
    ):
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)

    assert list(differences(old, new)) == ["changed  a/changed", "added    b/come", "removed  gone"]


def test_the_reference_of_templates_is_that_of_the_views() -> None:
    """Designers of themes read what the views are today; `make docs` writes it."""
    written = templates.FILE.read_text("utf-8")

    assert written == templates.reference(), "docs/templates.md is stale: run `make docs` (python -m tools.templates)"


def test_the_index_of_decisions_names_every_record() -> None:
    """Each record of a decision stands in the index under its own title."""
    folder = REPOSITORY / "docs/decisions"
    records = sorted(folder.glob("[0-9]*.md"))
    titles = {path.name: path.read_text("utf-8").splitlines()[0].partition(". ")[2] for path in records}
    listed = re.findall(r"^\| (\d{4}) \| \[(.+)\]\((.+)\) \|$", (folder / "README.md").read_text("utf-8"), re.M)

    assert listed == [(name[:4], title, name) for name, title in titles.items()]


def test_every_class_of_the_model_that_authors_write_is_in_the_glossary() -> None:
    """A newcomer finds each kind of record in the glossary."""
    words = set(re.findall(r"`(\w+)`", (REPOSITORY / "docs/glossary.md").read_text("utf-8")))
    records = {cls.__name__ for cls in Record.__subclasses__()} - {"Prose", "Map"}

    assert records - words == set()


def test_every_verb_of_make_that_is_named_exists() -> None:
    """Documents, workflows and containers name only targets that the Makefile has."""
    targets = set(re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text("utf-8"), re.M))
    places = [
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "Containerfile",
        "docs/**/*.md",
        ".github/**/*.yml",
        ".ci/*",
    ]
    files = [path for place in places for path in sorted(REPOSITORY.glob(place)) if path.is_file()]
    named = {
        (path.name, verb)
        for path in files
        for verb in re.findall(r"(?:`|run: |^)make ([a-z][a-z-]+)", path.read_text("utf-8"), re.M)
    }

    assert len(named) > 10
    assert {(name, verb) for name, verb in named if verb not in targets} == set()


@pytest.mark.parametrize("path", sorted(REPOSITORY.glob(".github/**/*.yml")), ids=lambda path: path.name)
def test_workflows_and_forms_are_read(path: Path) -> None:
    """Each is YAML with a name of its own, or the one file of settings."""
    read = yaml.safe_load(path.read_text("utf-8"))

    assert path.name == "config.yml" or read["name"]


def test_every_variable_is_named_after_the_thing_that_it_holds() -> None:
    """`one`, `some` or `it` say nothing of what they stand for."""
    vague = {"each", "it", "one", "some", "thing", "things", "two"}
    named = {
        f"{path}:{node.lineno}"
        for path, tree in code().items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.arg) and node.arg in vague)
        or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id in vague)
    }

    assert named == set()


def test_numbers_and_dates_are_written_in_one_module() -> None:
    """How a language writes them is asked of `site/formats.py`; axes and the reader's script get the words."""
    asked = {path for path, tree in code().items() for string in strings(tree) if string.startswith("format.")}

    assert asked == {"site/formats.py", "charts/style.py", "pages/data/comparison.py"}


def test_the_licences_are_those_of_the_locks() -> None:
    """Each package of a build is listed with its version and what it may be used under."""
    written = sbom.FILE.read_text("utf-8").splitlines()
    rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in written if line.startswith("| ")]

    assert [row[:3] for row in rows[2:]] == [(one.name, one.version, one.kind) for one in sbom.components()]
    assert [row[0] for row in rows[2:] if row[3] == "?" or "AGPL" in row[3].upper() or "AFFERO" in row[3].upper()] == []


def test_the_list_of_components_is_whole_and_the_same_every_time() -> None:
    """CycloneDX with a digest of each archive; every pin of the lock is in it."""
    made = json.loads(sbom.sbom())
    pins = re.findall(r"^([a-z0-9-]+)==", sbom.LOCK.read_text("utf-8"), re.MULTILINE)

    assert sbom.sbom() == sbom.sbom()
    assert [one["name"] for one in made["components"] if one["purl"].startswith("pkg:pypi/")] == pins
    assert all(one["externalReferences"][0]["hashes"][0]["content"] for one in made["components"])


def test_no_step_installs_what_is_not_pinned() -> None:
    """Python by digests, npm by its lock, actions by commits. What apt installs is signed by the system."""
    files = [REPOSITORY / name for name in ("Makefile", "Containerfile", ".ci/run")]
    for folder, pattern in ((".github/workflows", "*.yml"), ("tests/browser", "*.sh"), ("tools", "**/*.sh")):
        files += sorted((REPOSITORY / folder).glob(pattern))
    own = [file for file in files if "node_modules" not in file.parts]
    steps = [line.strip() for file in own for line in file.read_text().splitlines() if not line.strip().startswith("#")]
    python = [line for line in steps if "pip install" in line]
    pinned = ("--require-hashes", "--no-deps --no-build-isolation --editable .")

    assert [line for line in python if not any(way in line for way in pinned)] == []
    assert [line for line in steps if re.search(r"\bnpm (?:i|install)\b|\bnpx\b|curl |wget ", line)] == []
    assert [line for line in steps if "uses:" in line and not re.search(r"@[0-9a-f]{40}\b", line)] == []
    assert python
    assert "setuptools==" in (REPOSITORY / "requirements.lock").read_text()
