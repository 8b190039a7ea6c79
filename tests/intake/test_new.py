"""A record is begun with every field that its model has, and an editor of text completes it."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.check import check_site
from generator.cli import main
from generator.intake.templates import KINDS, write_schemas
from generator.read.content import RECORDS
from generator.read.decode import written_fields
from generator.read.lists import FILES, NAMES
from generator.read.site import read_site
from tests.projects import REPOSITORY, make_project


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_field_of_a_model_is_in_its_template(kind: str, tmp_path: Path) -> None:
    """What must stand there is open, what may is a comment; nothing else is."""
    root = make_project(tmp_path / "project")

    assert main(["new", kind, "thu-moi", "--site", str(root)]) == 0
    (written,) = [
        path for path in root.rglob("*.yaml") if path.stem in ("thu-moi", "plan", "dataset") and "thu-moi" in str(path)
    ]
    text = written.read_text("utf-8")
    names = [field.name for field, _ in written_fields(KINDS[kind])]
    assert all(f"\n{name}: " in text or f"\n# {name}: " in text for name in names)
    assert set(yaml.safe_load(text)) <= set(names)
    assert main(["new", kind, "thu-moi", "--site", str(root)]) == 2  # nothing is written over


def test_evidence_is_right_in_one_round(tmp_path: Path) -> None:
    """A template that is filled in, field by field, needs no second call of check."""
    root = make_project(tmp_path / "project")
    main(["new", "evidence", "thu-moi", "--site", str(root)])
    path = root / "content/evidence/thu-moi.yaml"
    text = path.read_text("utf-8")
    for name, value in {
        "title": "{vi: Kết quả, en: Result}", "publisher": "UBND tỉnh Thử", "published": "2019-05-06",
        "published_printed": "6/5/2019", "where": "https://example.vn/a", "basis": "self_reported",
    }.items():  # fmt: skip
        start = text.index(f"\n{name}: ") + 1
        text = f"{text[:start]}{name}: {value}{text[text.index(chr(10), start) :]}"
    text = text.replace('# plan: ""', "plan: tinh-thu-1-kh-ubnd-2018").replace(
        "# commitments: []", "commitments: [ck-002]"
    )
    text = text.replace("# references: []", "references: [bo-thu]")
    path.write_text(text, "utf-8")

    site, found = read_site(root)
    assert site is not None
    assert [*found, *check_site(site, found)] == []


def test_schemas_hold_what_authors_wrote(tmp_path: Path) -> None:
    """Each record of the portal is right by the schema of its kind, and a field that is none is not."""
    write_schemas(tmp_path)
    for folder, shape in RECORDS.items():
        holds = validator(tmp_path, shape.what)
        for path in sorted((REPOSITORY / "content" / folder).glob("*.yaml"))[:5]:
            assert [error.message for error in holds.iter_errors(plain(path))] == [], path
        assert not holds.is_valid({"khong-co": "1"})
    plan = REPOSITORY / "content/plans/tuyen-quang-184-kh-mttq-2018"
    assert validator(tmp_path, "plan").is_valid(plain(plan / "plan.yaml"))
    for file in FILES:
        if (plan / file).exists():
            assert validator(tmp_path, file.removesuffix(".yaml")).is_valid(plain(plan / file)), file
    assert len(list((tmp_path / ".schemas").iterdir())) == len(KINDS) + len(NAMES)


def validator(root: Path, kind: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((root / f".schemas/{kind}.json").read_text("utf-8")))


def plain(path: Path) -> Any:
    """A file as an editor of YAML reads it, with dates as their words."""

    def days(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: days(inside) for key, inside in value.items()}
        if isinstance(value, list):
            return [days(inside) for inside in value]
        return value.isoformat() if isinstance(value, datetime.date) else value

    return days(yaml.safe_load(path.read_text("utf-8")))
