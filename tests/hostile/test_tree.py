"""What stands in a project's folders and is no honest file, and what a theme may not say: told, never followed."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from .edits import Edit, append, encoded, folder, link, pipe, put, rename, size, write
from .runner import checked
from .test_words import PLAN, SERIES

FRAME, TOKENS = "themes/base/locales/vi/frame.yaml", "themes/base/theme.yaml"
HOME, STYLES = "themes/base/templates/home.html", "themes/base/assets/css/zz.css"
FILES = (
    "site.yaml", "content/agencies/ubnd-tinh-thu.yaml", f"{PLAN}/plan.yaml", f"{PLAN}/text.md", f"{PLAN}/source.txt",
    f"{PLAN}/targets.yaml", "content/pages/gioi-thieu.vi.md", "content/handbook/vi/index.md",
    f"{SERIES}/datapackage.json", f"{SERIES}/thu-nhieu-nam.csv", f"{SERIES}/README.md",
    "datasets/don-vi-hanh-chinh/units.csv", TOKENS, FRAME, "themes/base/templates/home.html",
    "themes/base/assets/map.css", "themes/base/assets/icon.svg",
)  # fmt: skip


@pytest.mark.parametrize("files", [FILES[:1], FILES[1:]], ids=["site", "rest"])
@pytest.mark.parametrize(
    ("made", "codes"),
    [
        (lambda file: encoded(file, "utf-16"), {"not-utf8"}),
        (lambda file: encoded(file, "utf-16-le"), {"bad-character", "not-utf8"}),
        (lambda file: write(file, b"\xff\xfe\x00"), {"not-utf8"}),
        (lambda file: write(file, b"a\x00b"), {"bad-character"}),
        (lambda file: write(file, ""), {"empty-file"}),
        (lambda file: write(file, " \n\n"), {"empty-file"}),
        (lambda file: size(file, 1 << 31), {"too-large"}),
        (lambda file: link(file, "/etc/passwd"), {"leaves-project"}),
        (lambda file: link(file, "../" * file.count("/") + "there.txt"), {"is-link"}),
        (lambda file: link(file, Path(file).name), {"is-link"}),
        (pipe, {"unreadable-file"}),
        (folder, {"unreadable-file", "unknown-file", "missing-file"}),
    ],
    ids=["utf16", "utf16-le", "binary", "nul", "empty", "blank", "huge", "outside", "inside", "loop", "pipe", "folder"],
)
def test_a_file_that_is_none_is_told_by_its_name(
    files: tuple[str, ...], made: Callable[[str], Edit], codes: set[str], project: Path
) -> None:
    """Whatever stands in the place of any file: all of them at once, and soon."""
    for file in files:
        made(file)(project)
    before = time.monotonic()
    result = checked(project)
    told = {name for code, name, _ in result.told if code in codes}

    assert time.monotonic() - before < 10
    assert result.kind == "refused", result.detail
    assert {file for file in files if "source.txt" not in file or "too-large" in codes} <= told or made is folder


@pytest.mark.parametrize(
    ("edit", "code", "file"),
    [
        (link("themes/base/assets/css/out.css", "/etc/passwd"), "leaves-project", "themes/base/assets/css/out.css"),
        (link("themes/base/assets/key.txt", "/etc/passwd"), "leaves-project", "themes/base/assets/key.txt"),
        (link("themes/base/templates/loop", "."), "is-link", "themes/base/templates/loop"),
        (link("content/handbook/vi/loop", "."), "is-link", "content/handbook/vi/loop"),
        (link("content/handbook/vi/a.md", "index.md"), "is-link", "content/handbook/vi/a.md"),
        (link("content/agencies/b.yaml", "ubnd-tinh-thu.yaml"), "is-link", "content/agencies/b.yaml"),
        (link("content/plans/b", "tinh-thu-1-kh-ubnd-2018"), "is-link", "content/plans/b"),
        (link("datasets/b", "thu-nhieu-nam"), "is-link", "datasets/b"),
        (pipe("themes/base/assets/css/p.css"), "unreadable-file", "themes/base/assets/css/p.css"),
        (pipe("content/handbook/vi/p.md"), "unreadable-file", "content/handbook/vi/p.md"),
        (pipe("content/agencies/p.yaml"), "unreadable-file", "content/agencies/p.yaml"),
        (size("themes/base/assets/fonts/big.woff2", 1 << 30), "too-large", "themes/base/assets/fonts/big.woff2"),
        (rename("content/agencies/ubnd-tinh-thu.yaml", "content/agencies/con.yaml"), "bad-name",
         "content/agencies/con.yaml"),
        (write("content/handbook/vi/x.html", "<script>x</script>"), "unknown-file", "content/handbook/vi/x.html"),
        (write("content/handbook/vi/x.svg", "<svg/>"), "unknown-file", "content/handbook/vi/x.svg"),
        (put("site.yaml", "theme", "khong-co"), "bad-value", "site.yaml"),
        (put("site.yaml", "theme", "../base"), "bad-value", "site.yaml"),
        (put("site.yaml", "theme", "<img src=x onerror=x>"), "bad-value", "site.yaml"),
        (put(TOKENS, "extends", "base"), "bad-value", TOKENS),
        (put(TOKENS, "extends", "khac"), "bad-value", TOKENS),
        (put(TOKENS, "tokens.light.ink", "red;}body{display:none"), "bad-value", TOKENS),
        (put(TOKENS, "tokens.light.quiet", "url(https://a.vn/x)"), "bad-value", TOKENS),
        (put(TOKENS, "tokens.light.chart-plan", '<img src=x onerror="x">'), "bad-value", TOKENS),
        (put(TOKENS, "tokens.dark.ink", "khong"), "bad-value", TOKENS),
        (put(TOKENS, "tokens.both.font", "x</style><script>"), "bad-value", TOKENS),
        (put(TOKENS, "tokens.both.measure", "url(//a.vn)"), "bad-value", TOKENS),
        (put(TOKENS, "tokens.light.a;b", "#000000"), "bad-name", TOKENS),
        (put(TOKENS, "tokens.light", []), "wrong-type", TOKENS),
        (put(TOKENS, "mau", "x"), "unknown-field", TOKENS),
        (put(FRAME, "frame.as_of", "{date"), "bad-placeholder", FRAME),
        (put(FRAME, "frame.as_of", "date}"), "bad-placeholder", FRAME),
        (put(FRAME, "frame.as_of", "{date.__class__}"), "bad-placeholder", FRAME),
        (put(FRAME, "frame.as_of", "{date[0]}"), "bad-placeholder", FRAME),
        (put(FRAME, "frame.as_of", "{date!r}"), "bad-placeholder", FRAME),
        (put(FRAME, "frame.as_of", "{date:>9999999999}"), "bad-placeholder", FRAME),
        (put(FRAME, "frame.as_of", "{0}"), "bad-placeholder", FRAME),
        (put(FRAME, "frame.as_of", "{ngay}"), "bad-placeholder", "themes/base/locales/en/frame.yaml"),
        (put(FRAME, "frame.as_of", ["a"]), "wrong-type", FRAME),
        (put(FRAME, "frame.moi", "a"), "word-missing", FRAME),
        (write(FRAME, "- a\n"), "wrong-type", FRAME),
        (append(FRAME, "frame: {a: b}\n"), "duplicate-key", FRAME),
        (append(FRAME, "x: &a b\ny: *a\n"), "yaml-alias", FRAME),
        (append(FRAME, "x: !!python/object/apply:os.system [ls]\n"), "yaml-tag", FRAME),
        (append(FRAME, "x: \"a\n"), "yaml-syntax", FRAME),
        (write(HOME, "{% if %}"), "template-error", HOME),
        (write(HOME, "{% include x %}"), "template-error", HOME),
        (write(HOME, "{% include 'no.html' %}"), "template-error", HOME),
        (write(STYLES, "a{background:url(no.png)}"), "template-error", STYLES),
    ],
)  # fmt: skip
def test_a_theme_or_tree_that_is_wrong_is_told_where_it_is(edit: Edit, code: str, file: str, project: Path) -> None:
    """`check` tells it already, with the file that is wrong."""
    edit(project)
    result = checked(project)

    assert (code, file) in {(told, name) for told, name, _ in result.told}, result.detail


@pytest.mark.parametrize(
    "edit",
    [
        write("themes/base/locales/vi/._frame.yaml", b"\x00\x05\x16\x07\xff\xfe"),
        write("themes/base/locales/vi/.#frame.yaml", b"\xff\xfe"),
        write("themes/base/locales/vi/frame.yaml~", b"\xff\xfe"),
        write("themes/base/assets/css/.site.css.swp", b"\xff\xfe"),
        write("themes/base/assets/css/site.css~", "a{background:url(no.png)}"),
        write("themes/base/templates/.home.html.swp", b"\xff\xfe"),
        write("content/agencies/.ubnd.yaml.swp", b"\xff\xfe"),
        link("content/agencies/.#ubnd.yaml", "nguoi@may.1234"),
        write("content/handbook/vi/index.md~", b"\xff\xfe"),
    ],
)
def test_what_editors_leave_behind_is_not_read(edit: Edit, project: Path) -> None:
    """Backups, swap files and locks change nothing."""
    edit(project)
    result = checked(project)

    assert (result.kind, result.diagnostics) == ("accepted", ()), result.detail
