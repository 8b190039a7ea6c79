"""A small whole project that tests may edit, made in a folder of their own, and what a folder holds."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
WORDS = {"vi": "Cổng này chỉ để **thử**.", "en": "This portal is only there to be **tried**."}
HANDBOOK = {
    "vi/index.md": "# Sổ tay thử\n\nXem [lỗi](loi.md).\n",
    "vi/loi.md": "# Lỗi\n",
    "en/index.md": "# A handbook to try\n\nSee the [mistakes](loi.md).\n",
    "en/loi.md": "# Mistakes\n",
}


YEARS = {2016: "12,5", 2017: "11,0", 2018: "9,25"}
"""A series that is long enough for a chart."""


def skeleton(page: Path) -> str:
    """A page of the portal with its headings, which other pages link to, and other words under them."""
    headings = [line for line in page.read_text("utf-8").splitlines() if line.startswith("#")]
    return "".join(f"{line}\n\n{WORDS[page.suffixes[0][1:]]}\n\n" for line in headings)


def add_series(folder: Path) -> None:
    """A second dataset, made like the first, with a rate over the years."""
    first, name = folder / "datasets/tinh-thu-1-bang", "thu-nhieu-nam"
    package = json.loads((first / "datapackage.json").read_text("utf-8").replace("tinh-thu-1-bang", name))
    package["portal"] |= {"plan": None, "table": None}
    header = (first / "tinh-thu-1-bang.csv").read_text("utf-8").splitlines()[0]
    common = dict(zip(header.split(","), [""] * len(header.split(",")), strict=True)) | {
        "place": "tinh-thu", "place_name": "Thử", "indicator": "ty-le-ho-ngheo", "unit": "percent", "status": "result",
        "standard": "da-chieu-thu", "producer": "ubnd-tinh-thu", "source": "bo-thu", "row": "unit",
    }  # fmt: skip
    lines = [header]
    for year, printed in YEARS.items():
        own = common | {"year": str(year), "value": printed.replace(",", "."), "value_printed": f'"{printed}"'}
        lines.append(",".join(own[column] for column in header.split(",")))
    target = folder / "datasets" / name
    target.mkdir()
    (target / "datapackage.json").write_text(json.dumps(package, ensure_ascii=False), "utf-8")
    (target / f"{name}.csv").write_text("\n".join(lines) + "\n", "utf-8")
    (target / "README.md").write_text("# Thử\n", "utf-8")


def make_project(folder: Path) -> Path:
    """A copy of the small site with all that a whole site has: themes, a handbook, a chart. Each can be edited."""
    shutil.copytree(REPOSITORY / "tests/sites/small", folder)
    shutil.copytree(REPOSITORY / "themes", folder / "themes")
    for page in (REPOSITORY / "content/pages").glob("*.md"):
        (folder / "content/pages" / page.name).write_text(skeleton(page), "utf-8")
    for name, text in HANDBOOK.items():
        (folder / "content/handbook" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content/handbook" / name).write_text(text, "utf-8")
    add_series(folder)
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path inside it; empty where there is no such folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
