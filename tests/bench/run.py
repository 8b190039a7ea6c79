"""Measures builds of the portal and of a synthetic project, and writes docs/performance.md.

python tests/bench/run.py [--plans N] [--places M] [--times T]
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from make_site import REPOSITORY, make

PAGES = {
    "home": "index.html",
    "plan": "ke-hoach/*/index.html",
    "provision": "ke-hoach/*/muc/*/index.html",
    "place": "dia-ban/*/index.html",
    "dataset": "du-lieu/*/index.html",
    "chart": "bieu-do/*/index.html",
}


BUDGET = (
    "## The budget", "",
    "- start-up: under 0.3 s; nothing changed: under 0.5 s beyond it",
    "- full build: under 3 ms of processor time a file; under 10 s on the clock for the portal with 2 cores",
    "- home page: under 60 KB in all; the map: under 20 KB on its page (tests hold both)",
)  # fmt: skip
"""What builds and pages may cost."""


class Cost(NamedTuple):
    """Of one call: seconds on the clock, seconds of all processors, and megabytes of its largest process."""

    clock: float
    processor: float
    memory: float

    def __str__(self) -> str:
        return f"{self.clock:.2f} s, {self.processor:.2f} s of processor time"


def run(*arguments: str) -> Cost:
    """What a call costs, its own processes with it."""
    code = (
        "import resource, subprocess, sys\n"
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss)\n"
        "sys.exit(done.returncode)"
    )
    start = time.perf_counter()
    command = [sys.executable, "-c", code, sys.executable, "-m", "generator", *arguments]
    done = subprocess.run(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True, check=True)
    clock = time.perf_counter() - start
    processor, memory = map(float, done.stdout.split())
    return Cost(clock, processor, memory / 1024)


def several(times: int, prepare: Callable[[int], None], *arguments: str) -> Cost:
    """The medians of several calls, each after something was prepared for it."""
    costs = []
    for number in range(times):
        prepare(number)
        costs.append(run(*arguments))
    return Cost(*(median(some) for some in zip(*costs, strict=True)))


def retitle(project: Path) -> Callable[[int], None]:
    """Gives the first plan another Vietnamese title each time."""
    file = sorted((project / "content/plans").glob("*/plan.yaml"))[0]
    text = file.read_text("utf-8")
    wanted = re.search(r"^ *\"?title\"?:\s*\{?\s*\"?vi\"?: *[\"']?", text, re.MULTILINE)
    assert wanted is not None, f"{file} gives no title in the form that is looked for"

    def edit(number: int) -> None:
        file.write_text(f"{text[: wanted.end()]}{number} {text[wanted.end() :]}", "utf-8")

    return edit


def measure(project: Path, folder: Path, times: int) -> list[str]:
    """The rows of the table for one project (a copy that may be edited)."""
    folder.mkdir()
    out = folder / "public"
    site = ("build", "--site", str(project), "--out", str(out))
    nothing: Callable[[int], None] = lambda number: None  # noqa: E731
    start = several(times, nothing, "--help")
    full = several(times, nothing, *site, "--fresh")
    memory = run(*site, "--fresh", "--jobs", "1").memory
    idle = several(times, nothing, *site)
    one = several(times, retitle(project), *site)
    files = [path for path in out.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    return [
        f"| files | {len(files)}, {size / 1e6:.1f} MB |",
        f"| start-up (`--help`) | {start} |",
        f"| full build (`--fresh`) | {full} |",
        f"| nothing changed | {idle} |",
        f"| one plan retitled | {one} |",
        f"| most memory of a process (`--fresh --jobs 1`) | {memory:.0f} MB |",
    ]


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


def report(plans: int, places: int, times: int) -> str:
    """The whole of docs/performance.md."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        portal, alone, synthetic = top / "portal", top / "alone", top / "synthetic"
        for project in (portal, alone):
            project.mkdir()
            for name in ("site.yaml", "content", "datasets", "themes"):
                subprocess.run(["cp", "-R", str(REPOSITORY / name), str(project / name)], check=True)
        for package in sorted((alone / "datasets").glob("*/datapackage.json")):
            if json.loads(package.read_text("utf-8"))["portal"].get("plan") is None:
                shutil.rmtree(package.parent)
        make(synthetic, plans, places, 58)
        own, lone, sown = (measure(one, top / f"of-{one.name}", times) for one in (portal, alone, synthetic))
        heavy = weights(top / "of-portal" / "public")
    processors = len(os.sched_getaffinity(0))
    return "\n".join([
        "# Performance", "",
        f"Measured by `make bench` on a machine of {processors} cores, Python {sys.version[:4]};",
        f"medians of {times} calls. Clock times count whatever else the machine was doing; processor times do not.",
        "No test asserts a time.", "", *BUDGET, "",
        "## The portal", "", "| what | measured |", "| --- | --- |", *own, "",
        "## The plans alone", "",
        "The same without the datasets of statistics, which are of no plan.", "",
        "| what | measured |", "| --- | --- |", *lone, "",
        f"## A synthetic project of {plans} plans and {places} communes", "",
        "Written by `tests/bench/make_site.py` with a fixed seed: each unit has five years of numbers and a chart.", "",
        "| what | measured |", "| --- | --- |", *sown, "",
        "## Page weights of the portal", "",
        "The page in the middle of its kind. *All* is the page with its styles, fonts, icon and pictures; *packed* is",
        "the same as most web servers send it (gzip).", "",
        "| page | HTML | all | all, packed |", "| --- | --- | --- | --- |", *heavy, "",
    ])  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=20)
    parser.add_argument("--places", type=int, default=100)
    parser.add_argument("--times", type=int, default=3)
    asked = parser.parse_args()
    (REPOSITORY / "docs/performance.md").write_text(report(asked.plans, asked.places, asked.times), "utf-8")
