"""The memory of a build makes it quicker and never different."""

import sqlite3
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.model.output import Output
from generator.write.cache import FILE, Cache
from generator.write.store import Store


@dataclass(frozen=True, slots=True)
class View:
    title: str
    rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class Shout:
    """Counts how often it is called, which no digest sees."""

    digest: str = "1"

    def __call__(self, given: View) -> bytes:
        CALLS.append(given.title)
        return f"{given.title.upper()} {self.digest}".encode()


CALLS: list[str] = []


@pytest.fixture(autouse=True)
def _fresh_calls() -> None:
    CALLS.clear()


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def remembering(folder: Path, *outputs: Output, version: str = "v") -> Store:
    """A build that made these outputs and was kept."""
    store = Store(Cache(folder), version)
    for output in outputs:
        store.make(output)
    store.keep()
    return store


def page(title: str = "a", digest: str = "1", path: str = "index.html") -> Output:
    return Output(path, Shout(digest), View(title))


def test_what_was_made_once_is_not_made_again(tmp_path: Path) -> None:
    """A second build takes the bytes from memory."""
    remembering(tmp_path, page())
    store = Store(Cache(tmp_path), "v")

    assert store.make(page()) == b"A 1"
    assert (CALLS, store.made, store.remembered) == (["a"], 0, 1)


@pytest.mark.parametrize(
    ("version", "output"),
    [("w", page()), ("v", page(digest="2")), ("v", page(title="b"))],
    ids=["code", "recipe", "given"],
)
def test_another_code_recipe_or_given_is_made(tmp_path: Path, version: str, output: Output) -> None:
    """Each part of the key counts."""
    remembering(tmp_path, page())
    store = Store(Cache(tmp_path), version)
    store.make(output)

    assert store.made == 1


def test_a_fresh_build_remembers_nothing_and_keeps_what_it_makes(tmp_path: Path) -> None:
    """With `forget` the recipe runs although it is remembered, and the next build profits."""
    remembering(tmp_path, page())
    fresh = Store(Cache(tmp_path), "v", forget=True)
    fresh.make(page("b"))
    fresh.make(page())
    fresh.write()
    later = Store(Cache(tmp_path), "v")
    later.make(page())
    later.make(page("b"))

    assert (fresh.made, later.made) == (2, 0)


def test_no_folder_is_no_memory() -> None:
    """A store without a folder makes everything."""
    store = Store(None, "v")

    assert [store.make(page()), store.make(page())] == [b"A 1", b"A 1"]
    assert store.made == 2


def changed(folder: Path, statement: str, *values: object) -> None:
    """The file of the cache after a statement that is not ours."""
    connection = sqlite3.connect(folder / FILE)
    with connection:
        connection.execute(statement, values)
    connection.close()


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-4096]),
        lambda path: path.write_bytes(path.read_bytes()[:100]),
        lambda path: path.write_bytes(path.read_bytes().replace(b"A 1", b"B 1")),
        lambda path: path.write_bytes(bytes([255]) * 8),
        lambda path: path.write_bytes(path.read_bytes()[:100] + bytes([255]) * 20000),
        lambda path: changed(path.parent, "pragma user_version = 99"),
        lambda path: changed(path.parent, "drop table entries"),
        lambda path: changed(path.parent, "alter table entries rename column body to bodies"),
        lambda path: changed(path.parent, "update entries set body = 7"),
        lambda path: changed(path.parent, "update entries set body = null"),
        lambda path: changed(path.parent, "update entries set checksum = 'text'"),
    ],
    ids=[
        "deleted", "empty", "cut", "head", "changed", "foreign", "overwritten", "format", "table", "column", "number",
        "null", "checksum",
    ],
)  # fmt: skip
def test_a_damaged_cache_costs_only_time(tmp_path: Path, damage) -> None:  # type: ignore[no-untyped-def]
    """Whatever happened to the file, the bytes are right, and the next build remembers."""
    remembering(tmp_path, page()).cache.close()  # type: ignore[union-attr]
    damage(tmp_path / FILE)
    store = remembering(tmp_path, page())

    assert store.made == 1
    later = Store(Cache(tmp_path), "v")
    assert later.make(page()) == b"A 1"
    assert later.remembered == 1


def test_an_entry_under_another_name_is_damage(tmp_path: Path) -> None:
    """Entries that were mixed up are not believed."""
    store = remembering(tmp_path, page("a"), page("b", path="b"))
    first, second = (trace.key for trace in store.traces.values())
    changed(tmp_path, "update entries set key = 'x' where key = ?", first)
    changed(tmp_path, "update entries set key = ? where key = ?", first, second)

    assert Cache(tmp_path).entry(first) is None


def test_a_recipe_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """A fault is not remembered: mended, the recipe runs."""
    with pytest.raises(AttributeError):
        remembering(tmp_path, Output("x", Shout(), None))

    assert entries(tmp_path) == []


def test_sweeping_forgets_what_nobody_needs(tmp_path: Path) -> None:
    """What this build used, and what another site of this memory stands on, stays."""
    old = remembering(tmp_path, *(page(title, path=title) for title in "abcdefg"))
    now = Store(Cache(tmp_path), "v")
    now.make(page("a"))
    now.keep(lambda: {old.traces["b"].key})

    assert set(Cache(tmp_path).entry_keys()) == {old.traces["a"].key, old.traces["b"].key}


def test_the_cache_stays_small(tmp_path: Path) -> None:
    """However many builds add a little, it holds what is needed and grows by no more than that."""
    always = [page(f"page {number}", path=str(number)) for number in range(100)]
    sizes = []
    for number in range(32):
        store = remembering(tmp_path, *always, page(f"edited {number}", path="edited"))
        sizes.append((tmp_path / FILE).stat().st_size)

    assert store.made == 1
    assert len(Cache(tmp_path).entry_keys()) == len(store.traces)
    assert sizes[-1] == sizes[1]


def test_a_damaged_entry_is_mended_once(tmp_path: Path) -> None:
    """What was made again is believed before what stood there."""
    always = [page(title, path=title) for title in "abcdefgh"]
    store = remembering(tmp_path, *always)
    changed(tmp_path, "update entries set body = 'other' where key = ?", store.traces["a"].key)

    assert [remembering(tmp_path, *always).made for _ in range(3)] == [1, 0, 0]


def test_a_fresh_build_takes_the_place_of_what_was_remembered(tmp_path: Path) -> None:
    """Also where that bears a right checksum: nothing of it is left."""
    store = remembering(tmp_path, page(path="a"), page("b", path="b"))
    Cache(tmp_path).write("entries", {trace.key: b"wrong, and longer than it was" for trace in store.traces.values()})
    fresh = Store(Cache(tmp_path), "v", forget=True)
    for output in (page(path="a"), page("b", path="b")):
        fresh.make(output)
    fresh.keep()

    assert Store(Cache(tmp_path), "v").make(page()) == b"A 1"
    assert len(Cache(tmp_path).entry_keys()) == 2


def test_a_cache_that_another_build_holds_is_gone_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where what was made cannot be put there, nothing is removed, and the bytes are right."""
    monkeypatch.setattr("generator.write.cache.WAIT", 0.1)
    old = remembering(tmp_path, *(page(title, path=title) for title in "abcdefg"))
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("begin exclusive")
    now = Store(Cache(tmp_path), "v")

    assert now.make(page("a")) == b"A 1"
    now.keep()
    other.execute("rollback")
    other.close()
    assert Store(Cache(tmp_path), "v").recall(old.traces["b"].key) == b"B 1"


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    """What is written is written whole or not at all, and nothing is removed for it."""
    cache = Cache(tmp_path)
    old = remembering(tmp_path, *(page(title, path=title) for title in "abcdefg"))
    assert cache.entry_keys()
    (connection,) = cache._connections.values()
    connection.execute(f"pragma max_page_count = {connection.execute('pragma page_count').fetchone()[0]}")
    now = Store(cache, "v")
    now.make(page("long " * 10000))
    now.keep()

    assert now.made == 1
    assert Store(Cache(tmp_path), "v").recall(old.traces["a"].key) == b"A 1"


def test_a_memory_that_cannot_be_written_is_gone_without(tmp_path: Path) -> None:
    """Where a file stands in the way of the memory, the build still makes its files."""
    (tmp_path / "memory").write_text("in the way")
    store = remembering(tmp_path / "memory", page())

    assert store.made == 1
    assert Store(Cache(tmp_path / "memory"), "v").make(page()) == b"A 1"


def test_builds_at_the_same_time_share_a_memory(tmp_path: Path) -> None:
    """Many builds that make and sweep in one folder all get the right bytes."""
    wrong: list[bytes] = []

    def build() -> None:
        for number in range(60):
            store = Store(Cache(tmp_path), "v")
            body = store.make(page(f"a{number % 7}"))
            if body != f"A{number % 7} 1".encode():
                wrong.append(body)
            store.keep()

    threads = [threading.Thread(target=build) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert wrong == []


def test_a_trace_tells_which_part_of_the_given_differs(tmp_path: Path) -> None:
    """Two traces of one output differ in the part that was edited, and in the key."""
    store = Store(Cache(tmp_path), "v")
    one, other = store.trace(page("a")), store.trace(page("b"))

    assert {name for name in one.parts if one.parts[name] != other.parts[name]} == {"title"}
    assert one.key != other.key


def test_a_quick_recipe_is_called_and_not_kept(tmp_path: Path) -> None:
    """Keeping a copy of bytes that are given as they are would only cost time."""

    class Quick(Shout):
        quick = True

    remembering(tmp_path, Output("x", Quick(), View("a")))

    assert entries(tmp_path) == []
