"""The real portal, built once, served on loopback under a sub-path, and Debian's Chromium to read it with."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.build import build

PROJECT = Path(__file__).parents[2]
PREFIX = "/giam-ngheo/"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built portal, made for a sub-path, so that a link without the prefix is found out."""
    out = tmp_path_factory.mktemp("portal") / "public"
    report = build(PROJECT, out, store=tmp_path_factory.mktemp("memory"), base_url=f"http://127.0.0.1{PREFIX}")
    assert not report.refused, report.diagnostics
    return out


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the portal below the prefix, without a word on the terminal."""

    def translate_path(self, path: str) -> str:
        """The file of an address; what lies outside the prefix does not exist."""
        if not path.startswith(PREFIX):
            return os.devnull + "/none"
        return super().translate_path(path[len(PREFIX) - 1 :])

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def address(portal: Path) -> Iterator[str]:
    """Where the portal is served."""
    handler = functools.partial(Handler, directory=str(portal))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; its absence is a failure, since `make test` installs it."""
    path = shutil.which("chromium")
    assert path, "Chromium is missing; run tests/browser/install.sh"
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()
