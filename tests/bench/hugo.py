"""The pages of a built site as a Hugo project: each page's main part ready-made, in the frame that our pages share.

Hugo reads, renders and writes the same pages; it is spared all reading of plans, tables and charts. Files that are no
pages are left out of it.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

_PARTS = re.compile(r"(?s)\A(.*?<main[^>]*>)(.*)(</main>.*)\Z")
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
CONFIG = """\
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section", "404"]
[security]
enableInlineShortcodes = false
allowContent = [".*"]
"""


def make_project(site: Path, folder: Path) -> int:
    """Write the Hugo project of a built site into a new folder; the number of its pages."""
    frame = _PARTS.match((site / "index.html").read_text("utf-8"))
    if frame is None:
        raise ValueError(f"the home page of {site} has no main part")
    before = _TITLE.sub("<title>{{ .Title }}</title>", frame[1])
    _write(folder / "hugo.toml", CONFIG)
    _write(folder / "layouts/_default/single.html", f"{before}{{{{ .Content }}}}{frame[3]}")
    pages = sorted(site.rglob("*.html"))
    for page in pages:
        text = page.read_text("utf-8")
        parts, title = _PARTS.match(text), _TITLE.search(text)
        address = f"/{page.relative_to(site).as_posix()}"
        front = {"title": title[1] if title else "", "url": address}
        body = parts[2] if parts else text
        name = page.relative_to(site).with_suffix("").as_posix().replace("/", "~")
        _write(folder / "content" / f"{name}.html", f"{json.dumps(front, ensure_ascii=False)}\n{body}")
    return len(pages)


def edit(folder: Path, number: int) -> None:
    """Write a remark at the end of the first page."""
    page = min((folder / "content").iterdir())
    page.write_text(f"{page.read_text('utf-8')}\n<!-- measured {number} -->", "utf-8")


def program() -> str | None:
    """Hugo's program, where it is installed."""
    return shutil.which("hugo")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
