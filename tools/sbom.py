"""Writes what a build stands on: as CycloneDX for machines, and docs/licences.md for people.

python -m tools.sbom            the CycloneDX JSON, to the terminal
python -m tools.sbom --docs     docs/licences.md
"""

from __future__ import annotations

import json
import re
import sys
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

HERE = Path(__file__).parents[1]
LOCK, NPM = HERE / "requirements.lock", HERE / "tools/vega/package-lock.json"
FILE = HERE / "docs/licences.md"
_PINNED = re.compile(r"^([a-z0-9-]+)==(\S+) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)
_CLASSIFIER = "License :: OSI Approved :: "
HEAD = """# Licences

Written by `python -m tools.sbom --docs` out of the lock files and of what is installed; a test compares names and
versions. `make sbom` gives the same with digests, as CycloneDX.

| package | version | from | licence |
| --- | --- | --- | --- |
"""


@dataclass(frozen=True, slots=True)
class Component:
    """A package that a build stands on; `digests` are of the archives that may be installed, in hexadecimal."""

    kind: str
    name: str
    version: str
    licence: str
    algorithm: str
    digests: tuple[str, ...]

    @property
    def purl(self) -> str:
        """Its address as a package URL."""
        return f"pkg:{self.kind}/{self.name.replace('@', '%40')}@{self.version}"


def components() -> Iterator[Component]:
    """All of requirements.lock, and what the vendored Vega was built from."""
    for name, version, hashes in _PINNED.findall(LOCK.read_text("utf-8")):
        digests = tuple(re.findall(r"sha256:([0-9a-f]{64})", hashes))
        yield Component("pypi", name, version, _licence(name), "SHA-256", digests)
    for path, package in sorted(json.loads(NPM.read_text("utf-8"))["packages"].items()):
        if path:
            algorithm, _, digest = package["integrity"].partition("-")
            name, licence = path.rpartition("node_modules/")[2], str(package.get("license", "?"))
            digests = (b64decode(digest).hex(),)
            yield Component("npm", name, package["version"], licence, f"SHA-{algorithm[3:]}", digests)


def sbom() -> str:
    """The components as CycloneDX 1.6; without a clock, so that the same locks give the same bytes."""
    listed = [
        {
            "type": "library",
            "bom-ref": component.purl,
            "name": component.name,
            "version": component.version,
            "purl": component.purl,
            "licenses": [{"license": {"name": component.licence}}],
            "externalReferences": [
                {
                    "type": "distribution",
                    "url": component.purl,
                    "hashes": [{"alg": component.algorithm, "content": digest}],
                }
                for digest in component.digests
            ],
        }
        for component in components()
    ]
    whole = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": listed}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def licences() -> str:
    """docs/licences.md."""
    rows = (f"| {one.name} | {one.version} | {one.kind} | {one.licence} |\n" for one in components())
    return HEAD + "".join(rows)


def _licence(name: str) -> str:
    """What an installed package says of its licence, in one line."""
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return "?"
    said, licence = (about.get(field) or "" for field in ("License-Expression", "License"))
    classified = [line.removeprefix(_CLASSIFIER) for line in about.get_all("Classifier") or () if _CLASSIFIER in line]
    return said or ", ".join(classified) or (licence.strip().splitlines() or ["?"])[0]


if __name__ == "__main__":
    if "--docs" in sys.argv:
        FILE.write_text(licences(), "utf-8")
    else:
        print(sbom(), end="")
