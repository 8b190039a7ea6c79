"""Every JSON file keeps to its schema, and a schema refuses what is not the shape."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from generator.derive.facts import derive
from generator.exports import api, opendata
from generator.exports.api.charts import ApiChart, ApiFile, ApiSource
from generator.read.site import read_site
from tests.unit.small_duties import whole
from tests.unit.small_site import PROJECT, TABLE, api_files

CHART = ApiChart(
    specification={"mark": "bar"},
    id="c",
    url="bieu-do/c/",
    kind="trend",
    title={"vi": "Tên"},
    alt={"vi": "Lời"},
    notes={"vi": ("Một",)},
    dataset=TABLE,
    plan=None,
    places=("huyen-a",),
    sources=(ApiSource(lang="vi", label="Nguồn", url="ke-hoach/"),),
    files=(ApiFile(format="svg", lang="vi", url="bieu-do/c/c.svg"),),
)


@cache
def files(which: str) -> dict[str, Any]:
    """All JSON of a project by path, each as a reader gets it."""
    found = whole() if which == "small" else read_site(PROJECT)[0]
    assert found is not None
    facts = derive(found)
    made = (*api_files(facts, (CHART,)), *opendata.outputs(facts))
    return {one.path: json.loads(one.recipe(one.given)) for one in made if one.path.endswith(".json")}


def validator(which: str, path: str) -> Draft202012Validator:
    """The validator of a file: that of its name, of `plan` for a plan, of `dataset` for a dataset's rows."""
    name = path.removeprefix("api/v1/").removesuffix(".json")
    name = "plan" if name.startswith("plans/") else "dataset" if name.startswith("du-lieu/") else name
    return Draft202012Validator(files(which)[f"api/v1/schema/{name}.json"], format_checker=FormatChecker())


DESCRIPTIONS = ("datapackage.json", ".csv-metadata.json")  # whose shape is that of a standard


def held(which: str) -> list[str]:
    """The paths of all files that a schema holds."""
    return [path for path in files(which) if "/schema/" not in path and not path.endswith(DESCRIPTIONS)]


@pytest.mark.parametrize("which", ["small", "real"])
def test_every_file_keeps_to_its_schema(which):
    """Each JSON file of the hand-made project and of this repository is what its schema says."""
    wrong = {path: [e.message for e in validator(which, path).iter_errors(files(which)[path])] for path in held(which)}

    assert len(wrong) >= 20
    assert {path: errors for path, errors in wrong.items() if errors} == {}


def test_schemas_are_schemas():
    """Each schema is itself valid, has its address as its id, and describes every key."""
    schemas = {path: one for path, one in files("small").items() if "/schema/" in path}

    assert len(schemas) == len(api.SCHEMAS) + len(("dataset",))
    for path, schema in schemas.items():
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == f"https://example.org/giam-ngheo/{path}"
        shapes = [one for one in (schema, *schema["$defs"].values()) if "properties" in one]
        assert all(part["description"] for shape in shapes for part in shape["properties"].values())
        assert all(set(shape["required"]) == set(shape["properties"]) for shape in shapes)


def objects(value: Any, trail: tuple[Any, ...] = ()):
    """Every object inside a value with the keys that its schema fixes, by where it is; the schema of a chart's
    specification is that of Vega-Lite."""
    if trail[-1:] == ("specification",):
        return
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if isinstance(value, dict) and not set(value) <= {"vi", "en"} and trail[-1:] != ("counts",):
        yield trail
    for key, part in inside:
        yield from objects(part, (*trail, key))


@pytest.mark.parametrize("path", held("small"))
def test_a_missing_or_unknown_key_is_refused(path):
    """Whatever object of a file loses a key, or gains one, the file no longer keeps to its schema."""
    whole, check = files("small")[path], validator("small", path)
    trails = list(objects(whole))

    for trail in trails:
        for mutate in (lambda one: one.pop(next(iter(one))), lambda one: one.update(khác=1)):
            changed = deepcopy(whole)
            one = changed
            for key in trail:
                one = one[key]
            mutate(one)
            assert not check.is_valid(changed), trail
    assert trails or whole == []


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ("api/v1/findings.json", "rule", "khác"),
        ("api/v1/places.json", "level", "xã"),
        ("api/v1/places.json", "valid_to", "2025-13-01"),
        ("api/v1/places.json", "from_known", "true"),
        ("api/v1/datasets.json", "rows", 1.5),
        ("api/v1/charts.json", "title", {"vi": 1}),
        ("api/v1/commitments.json", "kind", "promise"),
        ("api/v1/commitments.json", "status", {"lifecycle": "in_force"}),
        ("api/v1/reporting.json", "due", 5),
        ("api/v1/policies.json", "national", "có"),
        ("api/v1/evidence.json", "basis", "none"),
        ("api/v1/searches.json", "outcome", "no"),
        ("api/v1/assessments.json", "verdict", "failed"),
    ],
)
def test_a_wrong_value_is_refused(path, key, value):
    """A value of another type, or none of those that there are, does not keep to the schema."""
    which = "real" if "findings" in path else "small"
    whole = deepcopy(files(which)[path])
    whole[0][key] = value

    assert not validator(which, path).is_valid(whole)


def test_no_key_holds_a_set():
    """An object may not hold what JSON has no one form for: a set has no order."""
    schemas = [one for path, one in files("small").items() if "/schema/" in path]

    assert schemas
    assert "uniqueItems" not in json.dumps(schemas)
