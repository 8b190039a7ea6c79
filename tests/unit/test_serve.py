"""The preview serves the last good site, without a cache, and tells at once what is wrong."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.cli import STOPPED
from generator.serve import EVENTS, HOST, SCRIPT, Preview, start
from generator.write.inputs import stamps_of
from tests.projects import REPOSITORY

pytestmark = pytest.mark.slow

Edit = Callable[[str, str, str], None]


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: str
    url: str


@pytest.fixture
def preview(project: Path) -> Preview:
    return Preview(project, project / "public", 1, lambda report: None)


@pytest.fixture
def ask(preview: Preview) -> Iterator[Callable[[str], Answer]]:
    """Asks the running preview for a path."""
    preview.build()
    server = start(preview, 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()

    def get(path: str) -> Answer:
        try:
            with urllib.request.urlopen(f"http://{HOST}:{server.server_port}{path}", timeout=20) as got:
                return Answer(got.status, dict(got.headers), got.read().decode(), got.url)
        except urllib.error.HTTPError as got:
            return Answer(got.code, dict(got.headers), got.read().decode(), got.url or "")

    yield get
    server.shutdown()
    server.server_close()


def raw(port: int, request: str, wait: bool = True) -> bytes:
    """What a server answers to these bytes."""
    with socket.create_connection((HOST, port), 20) as line:
        line.sendall(request.encode())
        if not wait:
            return b""
        line.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: line.recv(1 << 16), b""))


def test_the_site_stands_under_its_own_path(ask: Callable[[str], Answer]) -> None:
    """The preview has the addresses that the site will have; the top leads there, and a folder to its page."""
    home, top, folder = ask("/thu/"), ask("/"), ask("/thu/ke-hoach")

    assert home.status == 200
    assert "Cổng thử" in home.body
    assert top.url.endswith("/thu/")
    assert folder.url.endswith("/thu/ke-hoach/")


def test_nothing_is_kept_in_a_cache(ask: Callable[[str], Answer]) -> None:
    """Each answer is asked for again."""

    assert {ask(path).headers["Cache-Control"] for path in ("/thu/", "/thu/api/v1/index.json", SCRIPT)} == {"no-store"}


def test_files_are_told_for_what_they_are(ask: Callable[[str], Answer]) -> None:
    """Text says that it is UTF-8."""
    kinds = {path: ask(path).headers["Content-Type"] for path in ("/thu/", "/thu/api/v1/index.json", "/thu/robots.txt")}

    assert kinds == {
        "/thu/": "text/html; charset=utf-8",
        "/thu/api/v1/index.json": "application/json; charset=utf-8",
        "/thu/robots.txt": "text/plain; charset=utf-8",
    }


def test_only_the_preview_has_its_script(ask: Callable[[str], Answer], project: Path) -> None:
    """The script is put in while serving; the published page does not hold it."""

    assert f'<script src="{SCRIPT}"' in ask("/thu/").body
    assert SCRIPT not in (project / "public/index.html").read_text("utf-8")
    assert EVENTS in ask(SCRIPT).body


@pytest.mark.parametrize(
    ("path", "lang"),
    [("/thu/khong-co/", "vi"), ("/thu/en/khong-co/", "en"), ("/khong-co", "vi"), ("/thu/../site.yaml", "vi"),
     ("/thu/%2e%2e/site.yaml", "vi"), ("/thu/..%2fsite.yaml", "vi"), ("/thu//etc/passwd", "vi"), ("/thu/%00", "vi")],
)  # fmt: skip
def test_an_unknown_or_hostile_address_gets_the_site_s_own_page(
    ask: Callable[[str], Answer], path: str, lang: str
) -> None:
    """404 with the page of that language, and nothing from outside the folder."""
    got = ask(path)

    assert got.status == 404
    assert f'<html lang="{lang}"' in got.body


def test_a_change_is_built_and_told(preview: Preview, edit: Edit) -> None:
    """Who listens hears of a new site."""
    preview.build()
    first, news = preview.news(0, 0)
    edit("content/pages/gioi-thieu.vi.md", "chỉ để", "chỉ cốt để")
    preview.build()
    second, later = preview.news(first, 0)

    assert second > first
    assert json.loads(later)["site"] > json.loads(news)["site"]
    assert json.loads(later)["wrong"] == []


def test_a_mistake_is_told_on_top_of_the_last_good_site(
    preview: Preview, ask: Callable[[str], Answer], edit: Edit
) -> None:
    """The page is as it was; the mistake is told with its place, words and hint; mended, it is gone."""
    before = ask("/thu/").body
    edit("site.yaml", "theme: base", "theme: base\nmotto: x")
    preview.build()
    told, news = preview.news(0, 0)
    wrong = json.loads(news)["wrong"]
    after = ask("/thu/").body
    edit("site.yaml", "\nmotto: x", "")
    preview.build()

    assert [(one["file"], one["line"], one["code"]) for one in wrong] == [("site.yaml", 8, "unknown-field")]
    assert wrong[0]["message"]
    assert wrong[0]["hint"]
    assert after == before
    assert json.loads(preview.news(told, 0)[1])["wrong"] == []


def test_a_fault_of_ours_does_not_end_the_preview(
    preview: Preview, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An exception is traced in the terminal and told in the page."""

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("ours")

    monkeypatch.setattr("generator.serve.build", fail)
    preview.build()

    assert "ours" in json.loads(preview.news(0, 0)[1])["wrong"][0]["message"]
    assert "RuntimeError" in capsys.readouterr().err


def test_a_page_is_served_where_nothing_was_ever_good(project: Path, edit: Edit) -> None:
    """A first build that is refused still shows what is wrong."""
    edit("site.yaml", "theme: base", "theme: base\nmotto: x")
    preview = Preview(project, project / "public", 1, lambda report: None)
    preview.build()
    server = start(preview, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with pytest.raises(urllib.error.HTTPError) as got:
        urllib.request.urlopen(f"http://{HOST}:{server.server_port}/", timeout=20)
    body = got.value.read().decode()
    server.shutdown()
    server.server_close()

    assert SCRIPT in body


def test_listeners_are_told_without_asking(ask: Callable[[str], Answer], preview: Preview) -> None:
    """The stream of events begins with what there is to tell."""
    server = start(preview, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with urllib.request.urlopen(f"http://{HOST}:{server.server_port}{EVENTS}", timeout=20) as stream:
        kind, line = stream.headers["Content-Type"], stream.readline().decode()
    server.shutdown()
    server.server_close()

    assert kind == "text/event-stream"
    assert json.loads(line.removeprefix("data: "))["wrong"] == []


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:{}", 200), ("localhost:{}", 200), ("evil.example", 421), ("evil.example:{}", 421), ("", 421),
     ("127.0.0.1.evil.example:{}", 421), ("[::", 421)],
)  # fmt: skip
def test_a_name_that_is_not_ours_is_answered_with_nothing(preview: Preview, host: str, status: int) -> None:
    """A page elsewhere cannot read the preview by a name that it has lead here."""
    preview.build()
    with start(preview, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        said = raw(server.server_port, f"GET /thu/ HTTP/1.1\r\nHost: {host.format(server.server_port)}\r\n\r\n")
        server.shutdown()

    assert said.startswith(f"HTTP/1.1 {status} ".encode())
    assert (b"<html" in said) == (status == 200)


@pytest.mark.parametrize(
    "request_line",
    [
        "GET /thu/" + "a" * 4000 + " HTTP/1.1", "GET /thu/" + "a/" * 3000 + " HTTP/1.1", "GET /thu/%00 HTTP/1.1",
        "GET /thu/../../../etc/passwd HTTP/1.1", "GET /thu/%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
       
        "GET //etc/passwd HTTP/1.1",
        "GET /thu/%5c..%5c HTTP/1.1", "GET http://evil.example/ HTTP/1.1", "GET /thu/%ff%fe HTTP/1.1", "x", "",
        "POST /thu/ HTTP/1.1", "GET [ HTTP/1.1",
    ],
)  # fmt: skip
def test_no_request_is_a_fault_or_leads_out(
    preview: Preview, request_line: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """Long paths, paths out, what is no HTTP; and a reader who leaves before the answer."""
    preview.build()
    capfd.readouterr()
    with start(preview, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        said = raw(server.server_port, f"{request_line}\r\nHost: localhost\r\n\r\n")
        raw(server.server_port, f"{request_line}\r\nHost: localhost\r\n\r\n", wait=False)
        still = raw(server.server_port, "GET /thu/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
        server.shutdown()

    assert b"root:" not in said
    assert still.startswith(b"HTTP/1.1 200 ")
    assert "Traceback" not in capfd.readouterr().err


def test_two_hundred_readers_are_answered_beside_those_who_only_wait(preview: Preview) -> None:
    """Slow ones keep nobody waiting, and the server ends with them."""
    preview.build()
    with start(preview, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        slow = [socket.create_connection((HOST, server.server_port), 20) for _ in range(200)]
        for each in slow:
            each.sendall(b"GET /thu/ HTT")
        said = raw(server.server_port, "GET /thu/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
        server.shutdown()
        for each in slow:
            each.close()

    assert said.startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize("path", ["content/pages/moi.vi.md", "site.yaml", "themes/base/theme.yaml"])
def test_every_change_of_a_file_is_seen(project: Path, path: str) -> None:
    """Files that come, change and go are seen without being read."""
    seen = [stamps_of(project)]
    target = project / path
    target.write_text((target.read_text("utf-8") if target.exists() else "") + "# x\n", "utf-8")
    seen.append(stamps_of(project))
    target.unlink()
    seen.append(stamps_of(project))

    assert len(set(seen)) == 3 or (seen[0] == seen[2] and seen[0] != seen[1])


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux")
def test_an_interrupted_preview_ends_in_the_middle_of_a_build(project: Path) -> None:
    """And every process that it began with it."""
    call = [sys.executable, "-m", "generator", "serve", "--site", str(project), "--port", "0", "--jobs", "2"]
    with subprocess.Popen(call, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True, start_new_session=True) as serving:
        assert serving.stdout is not None
        while "http://" not in serving.stdout.readline():
            assert serving.poll() is None
        file = project / "site.yaml"
        file.write_text(f"{file.read_text('utf-8')}# edited\n", "utf-8")
        time.sleep(1)  # until a build is under way
        os.killpg(serving.pid, signal.SIGINT)
        serving.stdout.read()  # ends when all who hold it have ended
        assert serving.wait() == STOPPED
