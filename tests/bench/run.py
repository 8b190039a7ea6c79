"""Measures builds of the portal and of made-up projects, with Hugo beside them, and writes docs/performance.md.

python tests/bench/run.py [--plans N ...] [--times T] [--out FILE]
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, Popen

import edits
import hugo
from cost import Cost, generator, medians, repeat, run
from make_site import REPOSITORY, make

PAGES = {
    "home": "index.html",
    "plan": "ke-hoach/*/index.html",
    "provision": "ke-hoach/*/muc/*/index.html",
    "place": "dia-ban/*/index.html",
    "dataset": "du-lieu/*/index.html",
    "chart": "bieu-do/*/index.html",
}
EDITS = {
    "one paragraph of a plan": edits.paragraph,
    "one row of a table": edits.csv_row,
    "one title": edits.title,
    "one template": edits.template,
    "one word of the interface": edits.word,
    "one new plan": edits.new_plan,
    "one plan removed": edits.plan_removed,
}
SINGLE, LARGE = 100, 400
"""How many plans a project has that is measured once, and one that is measured in part: its builds take minutes."""
HEAD = ("| what | clock | processor | memory of all processes |", "| --- | --- | --- | --- |")


def line(name: str, cost: Cost) -> str:
    return f"| {name} | {cost.clock:.2f} s | {cost.processor:.2f} s | {cost.memory:.0f} MB |"


def measure(project: Path, folder: Path, times: int, large: bool = False) -> list[str]:
    """The rows of the table for one project, a copy that may be edited; and those of Hugo beside it. Of a `large` one
    only a full build, an idle one and the edit of a paragraph."""
    folder.mkdir()
    out = folder / "public"
    build = generator("build", "--site", str(project), "--out", str(out))
    rows = [line("start-up (`--help`)", repeat(times, edits.none, generator("--help"), REPOSITORY))]
    rows.append(line("full and cold (`--fresh`)", repeat(times, edits.none, [*build, "--fresh"], REPOSITORY)))
    rows.append(line("nothing changed", repeat(times, edits.none, build, REPOSITORY)))
    files = [path for path in out.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    if hugo.program() and not large:
        rows += beside_hugo(project, folder, build, times)
    for name, kind in list(EDITS.items())[: 1 if large else None]:
        edit = kind(project)
        costs = []
        for number in range(3 if large else times):
            if kind is edits.plan_removed:
                edits.new_plan(project)(number)
                run(build, REPOSITORY)
            edit(number)
            costs.append(run(build, REPOSITORY))
        rows.append(line(name, medians(costs)))
    if not large:
        rows.append(f"| from saving a paragraph to the page in the preview | {preview(project, times):.2f} s | | |")
    return [
        f"{len(files)} files, {size / 1e6:.1f} MB; {'one run' if times == 1 else f'medians of {times} runs'}.",
        "",
        *HEAD,
        *rows,
    ]


def beside_hugo(project: Path, folder: Path, build: list[str], times: int) -> list[str]:
    """An edit of one paragraph and the same of one page by Hugo, run by run, and the ratio of each pair."""
    home = folder / "hugo"
    pages = hugo.make_project(folder / "public", home)
    command = [str(hugo.program()), "--source", str(home), "--destination", str(folder / "hugo-public"), "--quiet"]
    run(command, home)
    edit, ours, theirs = edits.paragraph(project), [], []
    for number in range(times):
        edit(number + 100)
        ours.append(run(build, REPOSITORY))
        hugo.edit(home, number)
        theirs.append(run(command, home))
    ratio = median(own.clock / other.clock for own, other in zip(ours, theirs, strict=True))
    name = f"Hugo with the same {pages} pages ready-made, one page changed"
    return [
        line(name, medians(theirs)),
        f"| an edit of one paragraph as a ratio to it, pair by pair | {ratio:.2f} | | |",
    ]


def preview(project: Path, times: int) -> float:
    """The median seconds from saving a paragraph until the preview serves the page that shows it."""
    edit = edits.paragraph(project)
    with served(project) as address:
        return median(_shown(edit, number + 1000, address) for number in range(times))


def _shown(edit: edits.Edit, number: int, address: str) -> float:
    start = time.perf_counter()
    edit(number)
    wanted = f"{edits.MARK} {number}".encode()
    while time.perf_counter() - start < 120:
        for path in _plans(address):
            if wanted in _get(path):
                return time.perf_counter() - start
        time.sleep(0.02)
    raise TimeoutError("the preview did not show the edit in two minutes")


def _plans(address: str) -> list[str]:
    """The pages of plans that the preview lists."""
    listed = _get(f"{address}/ke-hoach/").decode()
    return [f"{address}{path}" for path in sorted(set(re.findall(r'href="(/ke-hoach/[^/"#]+/)"', listed)))]


def _get(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address) as answer:
            body: bytes = answer.read()
            return body
    except OSError:
        return b""


@contextmanager
def served(project: Path) -> Iterator[str]:
    """The preview of a project, once its first build has ended; its address."""
    process = Popen(
        generator("serve", "--site", str(project), "--port", "8765"), cwd=REPOSITORY, stdout=DEVNULL, stderr=DEVNULL
    )
    try:
        deadline = time.monotonic() + 300
        while not _plans("http://127.0.0.1:8765") and time.monotonic() < deadline:
            time.sleep(0.2)
        yield "http://127.0.0.1:8765"
    finally:
        process.terminate()
        process.wait()


def weights(out: Path) -> list[str]:
    """How heavy each kind of page is: of the page in the middle, its HTML, and all that a browser loads at once."""
    rows = []
    for name, pattern in PAGES.items():
        pages = sorted(out.glob(pattern), key=lambda path: path.stat().st_size)
        if pages:
            page = pages[len(pages) // 2]
            html, every = page.read_bytes(), loaded(page, out)
            packed = sum(len(gzip.compress(body, mtime=0)) for body in every)
            rows.append(f"| {name} | {kb(len(html))} | {kb(sum(map(len, every)))} | {kb(packed)} |")
    return rows


def loaded(page: Path, out: Path) -> list[bytes]:
    """The page with its styles, fonts and the pictures of a desk; pictures that wait for the reader count too."""
    html = page.read_text("utf-8")
    wanted = re.findall(r'<link rel="(?:stylesheet|preload|icon)"[^>]*href="([^"]+)"', html)
    wanted += re.findall(r'<(?:img|script)[^>]*src="([^"]+)"', html)
    inside = {path.split("//", 1)[-1].lstrip("/").split("?")[0] for path in wanted if not path.startswith("data:")}
    return [html.encode(), *((out / path).read_bytes() for path in sorted(inside) if (out / path).is_file())]


def kb(size: int) -> str:
    return f"{size / 1024:.0f} KB"


def copy_portal(project: Path) -> None:
    """A copy of the portal's own project."""
    project.mkdir()
    shutil.copy(REPOSITORY / "site.yaml", project)
    for name in ("content", "datasets", "themes"):
        shutil.copytree(REPOSITORY / name, project / name)


def report(sizes: list[int], times: int) -> str:
    """The whole of docs/performance.md."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        copy_portal(top / "portal")
        parts = ["## The portal", "", *measure(top / "portal", top / "of-portal", times), ""]
        heavy = weights(top / "of-portal/public")
        for plans in sizes:
            project = top / f"made-up-{plans}"
            make(project, plans, 5 * plans, 58)
            shutil.copytree(REPOSITORY / "themes", project / "themes")
            rows = measure(project, top / f"of-{plans}", times if plans < SINGLE else 1, plans >= LARGE)
            parts += [f"## A made-up project of {plans} plans and {5 * plans} communes", "", *rows, ""]
            shutil.rmtree(top / f"of-{plans}")
    return "\n".join([
        "# Performance", "",
        f"Measured by `make bench` on a machine of {os.cpu_count()} cores, Python {sys.version[:4]};",
        "Clock times count whatever else the machine was doing; processor times do not.",
        "Memory is that of all processes of a build together, at the worst moment. No test asserts a time.", "",
        "The made-up projects are written by `tests/bench/make_site.py` with a fixed seed: each unit has five years of",
        "numbers and a chart. Hugo is given each of our pages with its main part ready-made (`tests/bench/hugo.py`).",
        "",
        *parts,
        "## Page weights of the portal", "",
        "The page in the middle of its kind. *All* is the page with its styles, fonts, icon and pictures; *packed* is",
        "the same as most web servers send it (gzip).", "",
        "| page | HTML | all | all, packed |", "| --- | --- | --- | --- |", *heavy, "",
    ])  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, nargs="*", default=[20, 100, 400])
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--out", type=Path, default=REPOSITORY / "docs/performance.md")
    asked = parser.parse_args()
    asked.out.write_text(report(asked.plans, asked.times), "utf-8")
