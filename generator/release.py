"""Make a release: build the site whole, freeze what is cited, and write a record that holds the one before."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.build import Report, build, themes_of
from generator.derive.facts import derive
from generator.messages.catalogue import command
from generator.model.release import ARCHIVE, FORMAT, RECORD, Change, Release, changes_between, written
from generator.model.site import Site
from generator.outputs import theme_of, words_of
from generator.site import formats
from generator.site.urls import URLS
from generator.write.inputs import PROJECT, inputs_of

FOLDER = "releases"
_MAIN = re.compile(r"<main.*?</main>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_LANG = re.compile(r'<html lang="([^"]*)"')
_BODY = re.compile(r'<body class="([^"]*)"')
_CITED = re.compile(r'<section class="cite"|<body class="embedded"')
_CITE = re.compile(r'<section class="cite".*?</section>', re.DOTALL)
_URL = re.compile(r'<link rel="canonical" href="([^"]*)"')
_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]*)"')
_TAKEN = re.compile(r"(?:-\d+\.svg|\.csv|datapackage\.json)$")
_DATED = re.compile(r'<(p|div) class="dated">.*?</\1>\n?', re.DOTALL)
KINDS = (
    "plans", "provisions", "commitments", "criteria", "reporting", "evidence", "searches", "assessments", "acts",
    "policies", "procedures", "charts", "datasets", "numbers",
)  # fmt: skip
"""What is told to have changed."""


@dataclass(frozen=True, slots=True)
class Made:
    """A release that was made: its record and what changed. Else the report of the build that refused it, or the day
    (`taken`) of a release that is not older than this one would be."""

    report: Report
    path: Path | None = None
    changes: tuple[Change, ...] = ()
    taken: date | None = None


def release(root: Path, jobs: int = 1, base_url: str | None = None) -> Made:
    """Make a release of the project as it is, dated by its `as_of`.

    The site is built twice: a page that is cited shows the dated addresses of this release too, so the record tells the
    files of the build that already has one.
    """
    from generator.read.releases import read_releases
    from generator.read.site import read_site

    root = root.resolve()
    with TemporaryDirectory() as temporary:
        out = Path(temporary) / "public"
        report = build(root, out, fresh=True, jobs=jobs, base_url=base_url)
        if report.refused:
            return Made(report)
        site, _ = read_site(root)
        assert site is not None
        earlier, _ = read_releases(root)
        before, day = earlier[-1] if earlier else None, site.config.as_of
        if before and before.date >= day:
            return Made(report, taken=before.date)
        files = _files(out)
        forms = _forms(site, root)
        content = _content(files, forms)
        changes = tuple(changes_between(before.content, content)) if before else ()
        frozen, own = _frozen(files, day, forms, before, report.base_path)
        archive = _archive(own) if own else b""
        inputs = inputs_of(root, tuple(name for name in PROJECT if name != FOLDER))
        record: dict[str, Any] = {
            "format": FORMAT,
            "number": before.number + 1 if before else 1,
            "date": day.isoformat(),
            "previous": before.digest if before else "",
            "inputs": inputs.digest if inputs else "",
            "files": {},
            "frozen": frozen,
            "content": content,
            "changes": [[change.kind, change.id, change.what] for change in changes],
            "archive": sha256(archive).hexdigest() if archive else "",
        }
        folder = root / FOLDER
        folder.mkdir(exist_ok=True)
        path, beside = (folder / f"{day.isoformat()}{end}" for end in (RECORD, ARCHIVE))
        if archive:
            beside.write_bytes(archive)
        path.write_bytes(written(record))
        again = build(root, out, jobs=jobs, base_url=base_url)
        if again.refused:
            path.unlink()
            beside.unlink(missing_ok=True)
            return Made(again)
        record["files"] = {name: sha256(body).hexdigest() for name, body in _files(out).items()}
        path.write_bytes(written(record))
    return Made(report, path, changes)


def _files(out: Path) -> dict[str, bytes]:
    """The files of a site, but those about releases."""
    about = re.compile(rf"\.|(?:[a-z-]+/)?{URLS.section('releases')}")
    names = (path.relative_to(out).as_posix() for path in sorted(out.rglob("*")) if path.is_file())
    return {name: (out / name).read_bytes() for name in names if not about.match(name)}


def _content(files: Mapping[str, bytes], forms: Sequence[str]) -> dict[str, dict[str, str]]:
    """A digest of each thing that the API tells, but for the day, by kind and id; and of each row of a dataset."""
    found: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    for path, body in files.items():
        parts = path.removesuffix(".json").split("/")
        if parts[:3] == ["api", "v1", "plans"] and len(parts) == 4:
            items, kind, of = json.loads(body)["provisions"], "provisions", f"{parts[3]}/"
        elif parts[:2] == ["api", "v1"] and len(parts) == 3 and parts[2] in KINDS:
            items, kind, of = json.loads(body), parts[2], ""
        elif len(parts) == 3 and parts[0] == "du-lieu" and parts[1] == parts[2] and path.endswith(".json"):
            rows = enumerate(json.loads(body), 2)
            items, kind, of = [{"id": f"r{line}", **row} for line, row in rows], "numbers", f"{parts[1]}/"
        else:
            continue
        for item in items:
            told = _undated(json.dumps(item, sort_keys=True, ensure_ascii=False), forms)
            found[kind][f"{of}{item['id']}"] = sha256(told).hexdigest()[:16]
    return found


def _frozen(
    files: Mapping[str, bytes], day: date, forms: Sequence[str], before: Release | None, base_path: str
) -> tuple[dict[str, list[str]], dict[str, bytes]]:
    """For each page that is cited, and the files in its folder: the release that holds its bytes, their digest, and
    that of what the page says. Beside it the bytes that this one holds, by their digest: a page that says the same as
    in the release before, but for the day, is shared with it."""
    frozen: dict[str, list[str]] = {}
    own: dict[str, bytes] = {}
    beside: dict[str, list[str]] = {}
    for name in files:
        if _TAKEN.search(name):
            beside.setdefault(name.rpartition("/")[0], []).append(name)
    styles: dict[str, None] = {}
    for path, body in files.items():
        text = body.decode() if path.endswith(".html") else ""
        if not _CITED.search(text):
            continue
        taken = beside.get(path.rpartition("/")[0], [])
        said = sha256(
            b"".join([_undated(_main(text), forms), *(_undated(files[name].decode(), forms) for name in taken)])
        ).hexdigest()[:16]
        kept = {name: before.frozen.get(name) for name in (path, *taken)} if before else {}
        if kept and all(kept.values()) and kept[path] and kept[path][2] == said:  # type: ignore[index]
            frozen |= {name: list(held) for name, held in kept.items() if held}
            continue
        styles |= dict.fromkeys(style.removeprefix(base_path) for style in _STYLE.findall(text))
        page = _page(text, path, day, taken, base_path).encode()
        for name, bytes_ in {path: page, **{name: files[name] for name in taken}}.items():
            told = sha256(bytes_).hexdigest()
            frozen[name], own[told] = [day.isoformat(), told, said if name == path else ""], bytes_
    if styles:
        sheet = b"".join(files[style] for style in styles)
        told = sha256(sheet).hexdigest()
        frozen["site.css"], own[told] = [day.isoformat(), told, ""], sheet
    return frozen, own


def _main(text: str) -> str:
    """What a page says, without where its own earlier forms stand."""
    return _DATED.sub("", _MAIN.findall(text)[0])


def _forms(site: Site, root: Path) -> tuple[str, ...]:
    """The day of the content in every form in which a file writes it."""
    day = site.config.as_of
    words = words_of(theme_of(themes_of(root), derive(site)))
    said = (formats.day(day, of_language) for of_language in words.values())
    return (day.isoformat(), day.strftime("%Y/%m/%d"), f"[{day.year}, {day.month}, {day.day}]", *said)


def _undated(text: str, forms: Iterable[str]) -> bytes:
    """Words without the day of the content."""
    for form in forms:
        text = text.replace(form, "")
    return text.encode()


def _page(text: str, path: str, day: date, taken: list[str], base_path: str) -> str:
    """A page as it stands, for good: without scripts, its pictures and files those of the same day."""
    folder, lang = path.removesuffix("index.html"), _LANG.findall(text)[0]
    root = base_path + URLS.edition(day.isoformat())
    main = _main(text)
    for name in taken:
        main = main.replace(f'"{base_path}{name}"', f'"{root}{name}"')
    url = _URL.findall(text)[0]
    dated = url.removesuffix(folder) + URLS.edition(day.isoformat(), folder)
    main = _CITE.sub(lambda found: found[0].replace(url, dated), main)
    said = {key: command(f"frozen.{key}", lang) for key in ("day", "newer", "today")}
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self'; "
        "font-src 'self'; base-uri 'none'; form-action 'none'\">\n"
        f"<title>{_TITLE.findall(text)[0]} ({day.isoformat()})</title>\n"
        '<meta name="robots" content="noindex">\n<meta name="color-scheme" content="light dark">\n'
        f'<link rel="canonical" href="{url}">\n<link rel="stylesheet" href="{root}site.css">\n'
        f'<link rel="stylesheet" href="{root}tinh-trang.css">\n</head>\n'
        f'<body class="{_BODY.findall(text)[0]} edition">\n'
        f'<header class="wide our-note"><p>{escape(said["day"].format(day=day.isoformat()))} '
        f'<strong class="newer">{escape(said["newer"])}</strong> '
        f'<a href="{base_path}{folder}">{escape(said["today"])}</a></p></header>\n{main}\n</body>\n</html>\n'
    )


def _archive(own: Mapping[str, bytes]) -> bytes:
    """Bytes by their digests in one file, the same on every machine."""
    body = BytesIO()
    with ZipFile(body, "w") as archive:
        for name in sorted(own):
            member = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.create_system, member.external_attr, member.compress_type = 3, 0o644 << 16, ZIP_DEFLATED
            archive.writestr(member, own[name], compresslevel=9)
    return body.getvalue()
