"""Publishing makes a folder hold exactly the made files, and touches nothing that is not ours."""

import os
import subprocess
import sys
import threading
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from generator.write import publish as publishing
from generator.write.publish import LIST, NotOurs, Stamp, as_published, is_listed, listed, publish, stamps

SITE = {"index.html": b"home", "a/index.html": b"a", "a/b.css": b"css"}


def written(path: Path) -> tuple[int, int, int]:
    """What changes when a file or folder is written, and not when it is only read."""
    found = path.stat()
    return found.st_ino, found.st_mtime_ns, found.st_size


def files(folder: Path) -> dict[str, bytes]:
    """All files of a folder but our list."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != LIST
    }


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "public"


def test_a_new_folder_holds_the_made_files(out: Path) -> None:
    """Everything is added, nothing else is there, and no staging is left beside the folder."""
    changes = publish(SITE, out)

    assert files(out) == SITE
    assert (changes.added, changes.replaced, changes.removed) == (tuple(SITE), (), ())
    assert [path.name for path in out.parent.iterdir()] == ["public"]


def test_only_files_that_differ_are_touched(out: Path) -> None:
    """An equal file keeps its inode and its time."""
    publish(SITE, out)
    before = {path: written(out / path) for path in SITE}
    changes = publish({**SITE, "index.html": b"new home"}, out)

    assert changes.replaced == ("index.html",)
    assert [path for path in SITE if written(out / path) != before[path]] == ["index.html"]


def test_nothing_changed_writes_nothing(out: Path) -> None:
    """Not even the list is written again."""
    publish(SITE, out)
    before = {path: written(path) for path in out.rglob("*")}
    changes = publish(SITE, out)

    assert (changes.added, changes.replaced, changes.removed) == ((), (), ())
    assert {path: written(path) for path in out.rglob("*")} == before


def test_what_is_no_longer_made_goes_with_its_folder(out: Path) -> None:
    """An old page is removed, and the folder that it leaves empty."""
    publish(SITE, out)
    changes = publish({"index.html": b"home"}, out)

    assert changes.removed == ("a/b.css", "a/index.html")
    assert files(out) == {"index.html": b"home"}
    assert not (out / "a").exists()


def test_files_of_others_stay(out: Path) -> None:
    """What was put beside our files is neither changed nor removed, nor is its folder."""
    publish(SITE, out)
    (out / "CNAME").write_text("example.vn")
    (out / "a/theirs.txt").write_text("theirs")
    publish({"index.html": b"home"}, out)

    assert files(out) == {"index.html": b"home", "CNAME": b"example.vn", "a/theirs.txt": b"theirs"}


def test_a_folder_that_holds_something_else_is_refused(out: Path) -> None:
    """Without our list a folder with files is not ours."""
    out.mkdir()
    (out / "thesis.doc").write_text("ten years")
    with pytest.raises(NotOurs):
        publish(SITE, out)

    assert files(out) == {"thesis.doc": b"ten years"}
    assert listed(out) is None


def test_an_empty_folder_is_taken(out: Path) -> None:
    """A folder that somebody made for the site may be used."""
    out.mkdir()
    publish(SITE, out)

    assert files(out) == SITE


def test_a_list_that_is_not_ours_is_no_leave(out: Path) -> None:
    """A file of our list's name with other words in it is foreign."""
    out.mkdir()
    (out / LIST).write_text("something else\n")
    with pytest.raises(NotOurs):
        publish(SITE, out)

    assert files(out) == {}


def test_a_foreign_file_in_the_way_is_refused(out: Path) -> None:
    """A file of others is not replaced by ours, and nothing else happens either."""
    publish(SITE, out)
    (out / "c.html").write_text("theirs")
    with pytest.raises(NotOurs, match=r"c\.html"):
        publish({**SITE, "index.html": b"new", "c.html": b"ours"}, out)

    assert files(out) == {**SITE, "c.html": b"theirs"}


def test_a_foreign_file_where_a_folder_is_needed_is_refused(out: Path) -> None:
    """A file of others on the way to ours is not replaced by a folder."""
    publish(SITE, out)
    (out / "c").write_text("theirs")
    with pytest.raises(NotOurs):
        publish({**SITE, "c/index.html": b"ours"}, out)

    assert files(out) == {**SITE, "c": b"theirs"}


def test_a_folder_of_others_where_a_file_goes_is_refused(out: Path) -> None:
    """A folder with foreign files is not replaced by a file."""
    publish(SITE, out)
    (out / "c").mkdir()
    (out / "c/theirs").write_text("theirs")
    with pytest.raises(NotOurs):
        publish({**SITE, "c": b"ours"}, out)

    assert files(out) == {**SITE, "c/theirs": b"theirs"}


@pytest.mark.parametrize(("before", "after"), [("a", "a/b/c"), ("a/b/c", "a")])
def test_a_file_becomes_a_folder_and_back(out: Path, before: str, after: str) -> None:
    """The old file goes first where it stands in the way of the new."""
    publish({before: b"1", "x": b"x"}, out)
    publish({after: b"2", "x": b"x"}, out)

    assert files(out) == {after: b"2", "x": b"x"}


def test_a_link_is_never_written_through(out: Path, tmp_path: Path) -> None:
    """Neither the folder, nor a folder in it, nor a file in it may be a symbolic link to elsewhere."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_text("a")
    linked = tmp_path / "linked"
    linked.symlink_to(elsewhere)
    publish({"index.html": b"home"}, out)
    (out / "a").symlink_to(elsewhere)
    for folder in (linked, out):
        with pytest.raises(NotOurs):
            publish(SITE | {"a/index.html": b"a"}, folder)
    (out / "a").unlink()
    (out / "index.html").unlink()
    (out / "index.html").symlink_to(elsewhere / "index.html")
    with pytest.raises(NotOurs):
        publish(SITE, out)

    assert files(elsewhere) == {"index.html": b"a"}


def test_an_old_file_behind_a_link_is_not_removed(out: Path, tmp_path: Path) -> None:
    """If a folder of ours was replaced by a link, what is behind it is not ours."""
    publish(SITE, out)
    elsewhere = tmp_path / "elsewhere"
    (out / "a").rename(elsewhere)
    (out / "a").symlink_to(elsewhere)
    publish({"index.html": b"home"}, out)

    assert files(elsewhere) == {"index.html": b"a", "b.css": b"css"}


@pytest.mark.parametrize(
    "hostile", ["../victim", "/etc/victim", "a/../../victim", "a//b", "", ".", "a\nb", "a\\b", "c:x"]
)
def test_a_hostile_path_is_a_fault(out: Path, hostile: str) -> None:
    """No recipe can name a file outside the folder."""
    with pytest.raises(ValueError, match="no paths for one folder"):
        publish({hostile: b"x"}, out)

    assert not out.exists()


@pytest.mark.parametrize("paths", [("a", "a/b"), ("a/b", "a/b/c/d"), (LIST,), (f"{LIST}/x",)])
def test_paths_that_clash_are_a_fault(out: Path, paths: tuple[str, ...]) -> None:
    """A file cannot be a folder too, and our list is ours."""
    with pytest.raises(ValueError, match="no paths for one folder"):
        publish(dict.fromkeys(paths, b"x"), out)

    assert not out.exists()


def test_a_hostile_list_names_no_file_outside(out: Path, tmp_path: Path) -> None:
    """A list that was edited to name a file elsewhere removes nothing there."""
    publish(SITE, out)
    victim = tmp_path / "victim"
    victim.write_text("x")
    with (out / LIST).open("a") as more:
        more.write(f"{'0' * 64}  ../victim\n{'0' * 64}  {victim}\n")
    publish({"index.html": b"home"}, out)

    assert victim.read_text() == "x"


def recorded(out: Path) -> dict[str, tuple[str, Stamp]]:
    """What stands in the folder, with the stamp of each file."""
    bodies = files(out)
    return {path: (sha256(bodies[path]).hexdigest(), stamp) for path, stamp in stamps(out, bodies).items()}


def test_an_edit_in_the_folder_is_noticed_and_mended(out: Path) -> None:
    """An edited, a cut and a deleted file are as made again; times that were set back hide nothing."""
    told = publish(SITE, out).digest
    published = recorded(out)
    before = (out / "index.html").stat()
    (out / "index.html").write_text("HOME")
    os.utime(out / "index.html", ns=(before.st_atime_ns, before.st_mtime_ns))
    (out / "a/b.css").unlink()
    standing = as_published(out, published)
    publish(SITE, out)

    assert standing == SITE.keys() - {"index.html", "a/b.css"}
    assert files(out) == SITE
    assert is_listed(out, told)
    assert as_published(out, published) == SITE.keys()


def test_the_digest_tells_which_site_the_folder_holds(out: Path) -> None:
    """Another site, an edited list and a missing folder do not hold the first site."""
    first = publish(SITE, out).digest
    second = publish({"index.html": b"home"}, out).digest

    assert (is_listed(out, first), is_listed(out, second), is_listed(out / "none", second)) == (False, True, False)


def test_what_is_kept_is_listed_and_not_touched(out: Path) -> None:
    """A file that is known to stand there needs no bytes, and one that is neither made nor kept is removed."""
    publish(SITE, out)
    kept = {path: told for path, (told, _) in recorded(out).items() if path != "index.html"}
    gone = kept.pop("a/b.css")
    before = stamps(out, kept)
    changes = publish({"index.html": b"other"}, out, kept | {"index.html": sha256(b"other").hexdigest()})

    assert gone
    assert (changes.added, changes.replaced, changes.removed) == ((), ("index.html",), ("a/b.css",))
    assert stamps(out, kept) == before
    assert changes.digest == publish(files(out), out).digest


def test_the_list_can_be_checked_by_anyone(out: Path) -> None:
    """`sha256sum --check` accepts the folder, and refuses it after an edit."""
    publish(SITE | {"bảng xã/ế.csv": b"x"}, out)
    command = ["sha256sum", "--check", "--strict", "--quiet", LIST]
    good = subprocess.run(command, cwd=out, capture_output=True, check=False)
    (out / "index.html").write_text("edited")
    bad = subprocess.run(command, cwd=out, capture_output=True, check=False)

    assert (good.returncode, good.stderr, bad.returncode) == (0, b"", 1)


@pytest.mark.parametrize("moment", range(9))
def test_a_crash_leaves_whole_files_and_is_mended(out: Path, monkeypatch: pytest.MonkeyPatch, moment: int) -> None:
    """Whichever step fails, each file is old or new, no old page has gone before all new ones are there, and the next
    build makes the folder right and leaves nothing over."""
    new = {"index.html": b"new home", "a/index.html": b"a", "c/d.html": b"d", "c/e.html": b"e"}
    publish(SITE, out)
    steps = 0

    def failing(real):  # type: ignore[no-untyped-def]
        def step(*given):  # type: ignore[no-untyped-def]
            nonlocal steps
            steps += 1
            if steps > moment:
                raise KeyboardInterrupt
            return real(*given)

        return step

    with monkeypatch.context() as patch:
        patch.setattr(publishing, "_put", failing(publishing._put))
        patch.setattr(publishing, "_remove", failing(publishing._remove))
        with suppress(KeyboardInterrupt):
            publish(new, out)
    left = files(out)
    publish(new, out)

    assert all(body in (SITE.get(path), new.get(path)) for path, body in left.items())
    assert "a/b.css" in left or new.keys() <= left.keys()
    assert {"index.html", "a/index.html"} <= left.keys()
    assert files(out) == new
    assert [path.name for path in out.parent.iterdir()] == ["public"]


def test_a_crash_after_new_files_came_does_not_make_them_foreign(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New files are on the list before they are there, so another site can take their place."""
    publish(SITE, out)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(publishing, "_remove", fail)
        with pytest.raises(KeyboardInterrupt):
            publish({"index.html": b"home", "new.html": b"new"}, out)
    publish({"index.html": b"home", "other.html": b"other"}, out)

    assert files(out) == {"index.html": b"home", "other.html": b"other"}


@pytest.mark.parametrize("system", ["locks folders", "does not"])
def test_two_builds_at_once_leave_one_site(out: Path, monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    """Sites that are published at the same moment do not mix, also where a file is the lock (Windows)."""
    if system == "does not":
        monkeypatch.setitem(sys.modules, "fcntl", None)
    sites = [{f"{name}{number}.html": name.encode() for number in range(40)} for name in "ab"]
    threads = [threading.Thread(target=publish, args=(sites[number % 2], out)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert files(out) in sites


def test_the_lock_of_a_build_that_died_is_not_waited_for(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file is the lock, one that nobody has touched for minutes is nobody's."""
    monkeypatch.setitem(sys.modules, "fcntl", None)
    out.mkdir()
    (out / f"{publishing.STAGING}lock").touch()
    os.utime(out / f"{publishing.STAGING}lock", (0, 0))
    publish(SITE, out)

    assert files(out) == SITE


def test_a_folder_that_stands_in_the_way_is_replaced_where_that_is_told_as_a_lack_of_rights(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows says PermissionError where a file is to replace a folder."""
    publish(SITE, out)
    replace = os.replace

    def like_windows(draft: str, target: str) -> None:
        try:
            replace(draft, target)
        except IsADirectoryError:
            raise PermissionError from None

    monkeypatch.setattr(os, "replace", like_windows)
    (out / "b").mkdir()
    publish({**SITE, "b": b"file"}, out)

    assert files(out) == {**SITE, "b": b"file"}
