"""A preview on this machine: builds on each change, serves the last good site, and shows what is wrong on top of it."""

from __future__ import annotations

import json
import re
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from os.path import isfile
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer

from generator.build import Report, build, language_of
from generator.messages import entry
from generator.write.inputs import PROJECT, stamps_of
from generator.write.paths import is_safe

HOST = "127.0.0.1"  # a preview is for who makes it, not for the network
OURS = re.compile(r"(?:127\.0\.0\.1|localhost)(?::\d+)?", re.IGNORECASE)
OFTEN = 0.4  # seconds between two looks at the files where the system tells of none; a look takes some milliseconds
BURST = 0.03  # seconds that an editor may take to put a file in the place of another
PATIENCE = 15.0  # seconds after which a reader hears from us in any case, so that one who left is noticed
EMPTY = b"<!doctype html><html lang='vi'><title>-</title><body></body></html>"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
EVENTS, SCRIPT = "/.congkhai/events", "/.congkhai/preview.js"

RELOAD = """\
(() => {
  let known = null;
  const show = (wrong) => {
    document.getElementById("congkhai-preview")?.remove();
    if (!wrong.length) return;
    const box = document.createElement("div");
    box.id = "congkhai-preview";
    box.setAttribute("role", "alert");
    const style = { position: "fixed", inset: "auto 0 0 0", maxHeight: "60vh", overflow: "auto", padding: "1rem",
      background: "#3b0d0d", color: "#fff", font: "15px/1.5 system-ui, sans-serif", zIndex: "99999" };
    Object.assign(box.style, style);
    for (const one of wrong) {
      const item = document.createElement("p");
      item.style.margin = "0 0 .75rem";
      const where = document.createElement("code");
      where.textContent = `${one.file}:${one.line}:${one.column} [${one.code}]`;
      item.append(where, document.createElement("br"), one.message, document.createElement("br"), one.hint);
      box.append(item);
    }
    document.body.append(box);
  };
  // One tab listens and tells the others: a browser opens six connections to a host, and a listener keeps one.
  const others = new BroadcastChannel("congkhai");
  let last = null;
  const listen = () => new Promise(() => {
    new EventSource("%s").onmessage = (event) => {
      last = event.data;
      others.postMessage(last);
      take(last);
    };
  });
  others.onmessage = (event) => (event.data === "?" ? last && others.postMessage(last) : take(event.data));
  const take = (news) => {
    const told = JSON.parse(news);
    if (known !== null && known !== told.site) return location.reload();
    known = told.site;
    show(told.wrong);
  };
  navigator.locks ? navigator.locks.request("congkhai", listen) : listen();
  others.postMessage("?");
})();
"""


class Preview:
    """The last good site, and what is wrong since. `build` and `watch` run in one thread, `news` in each reader's."""

    def __init__(self, root: Path, out: Path, jobs: int, tell: Callable[[Report], None]) -> None:
        self.root = root
        self.out = out
        self.base_path = "/"
        self._jobs = jobs
        self._decoded: dict[str, Any] = {}
        self._told = 0
        self._site = 0
        self._wrong: list[dict[str, object]] = []
        self._tell = tell
        self._news = threading.Condition()

    def build(self) -> None:
        """Build once, and wake who waits for news. A fault of ours is told too, and the preview goes on."""
        wrong: list[dict[str, object]] = []
        refused = True
        try:
            report = build(self.root, self.out, jobs=self._jobs, decoded=self._decoded)
            self._tell(report)
            refused, self.base_path = report.refused, report.base_path
            if refused:
                wrong = [entry(diagnostic, report.language) for diagnostic in report.diagnostics]
        except Exception as fault:
            traceback.print_exc()
            wrong = [{"file": "generator", "line": 1, "column": 1, "code": "fault", "message": repr(fault), "hint": ""}]
        with self._news:
            self._wrong = wrong
            self._site += not refused
            self._told += 1
            self._news.notify_all()

    def news(self, after: int, patience: float) -> tuple[int, str]:
        """The number of the last news, and the news: once it is more than `after`, or after `patience` seconds."""
        with self._news:
            self._news.wait_for(lambda: self._told > after, patience)
            return self._told, json.dumps({"site": self._site, "wrong": self._wrong}, ensure_ascii=False)

    def watch(self, seen: str) -> None:
        """Build again whenever a file of the project is not as it was `seen`, for ever.

        The system tells at once of most changes, and of those on some network drives never.
        """
        changed = self._told_by_system()
        while True:
            now = stamps_of(self.root)
            if now != seen:
                seen = now
                self.build()
            if changed.wait(OFTEN):
                time.sleep(BURST)
                changed.clear()

    def _told_by_system(self) -> threading.Event:
        """Set when the system tells of a change in the project."""
        changed = threading.Event()
        handler = FileSystemEventHandler()
        handler.on_any_event = lambda event: changed.set()  # type: ignore[method-assign]
        observer = Observer()
        for name in PROJECT:
            if (self.root / name).is_dir():
                observer.schedule(handler, str(self.root / name), recursive=True)
        with suppress(OSError):  # too many folders are watched already
            observer.start()
        return changed


class Pages(BaseHTTPRequestHandler):
    """Answers with the files of the last good site, never from a cache, each page with the preview's script."""

    preview: Preview
    protocol_version = "HTTP/1.1"
    timeout = 60.0  # seconds that a reader who says nothing is waited for

    def do_GET(self) -> None:
        if not OURS.fullmatch(self.headers.get("Host", HOST)):
            self.close_connection = True
            self._send(421, "text/plain", b"")  # a page of another host that has its name lead here
            return
        path = unquote(self.path.partition("?")[0])
        if path == EVENTS:
            self._events()
        elif path == SCRIPT:
            self._send(200, "text/javascript", (RELOAD % EVENTS).encode())
        elif path == "/" != self.preview.base_path or f"{path}/" == self.preview.base_path:
            self._go(self.preview.base_path)
        else:
            self._page(path)

    do_HEAD = do_GET

    def _page(self, path: str) -> None:
        base, out = self.preview.base_path, self.preview.out
        inside = path.removeprefix(base) if path.startswith(base) else None
        name = inside + "index.html" if inside is not None and inside[-1:] in ("", "/") else inside
        if name is not None and is_safe(name) and isfile(out / name):
            self._file(200, out / name)
        elif name is not None and is_safe(name) and isfile(out / name / "index.html"):
            self._go(f"{quote(path)}/")
        else:
            lang = (inside or "").partition("/")[0]
            own = out / lang / "404.html" if is_safe(lang) else out / "404.html"
            self._file(404, own if isfile(own) else out / "404.html")

    def _file(self, status: int, path: Path) -> None:
        try:
            body = path.read_bytes()
        except OSError:  # nothing was ever published, or it is being replaced
            body = EMPTY
        kind = TYPES.get(path.suffix, "application/octet-stream")
        if kind.startswith("text/html"):
            body = body.replace(b"</body>", f'<script src="{SCRIPT}" defer></script></body>'.encode())
        self._send(status, kind, body)

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _go(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _events(self) -> None:
        """What there is to tell, now and whenever it changes, for as long as the reader listens."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        told = 0
        with suppress(ConnectionError):
            while True:
                told, news = self.preview.news(told, PATIENCE)
                self.wfile.write(f"data: {news}\n\n".encode())
                self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:
        """The terminal is for what builds have to say."""


class Server(ThreadingHTTPServer):
    """A thread for each reader; one who leaves is no fault."""

    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of a fault of ours, and of nothing that the network does."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


def start(preview: Preview, port: int) -> ThreadingHTTPServer:
    """A server of the preview, not yet serving. Raises OSError where the port is taken; 0 takes any free one."""
    pages = type("PreviewPages", (Pages,), {"preview": preview})
    return Server((HOST, port), pages)


def serve(
    root: Path, out: Path, port: int, jobs: int, say: Callable[..., None], tell: Callable[[Report], None]
) -> bool:
    """Serve the preview until it is interrupted; False where the port is taken."""
    lang = language_of(root)
    preview = Preview(root, out.parent.resolve() / out.name, jobs, tell)
    try:
        server = start(preview, port)
    except OSError:
        say("port-taken", lang, port=port)
        return False
    with server:
        seen = stamps_of(root)
        preview.build()
        threading.Thread(target=preview.watch, args=(seen,), daemon=True).start()
        say("serving", lang, address=f"http://{HOST}:{server.server_port}{preview.base_path}")
        server.serve_forever()
    return True
