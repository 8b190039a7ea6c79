"""The memory of a build makes it quicker and never different."""

import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.model.output import Output
from generator.write import packs
from generator.write.packs import MANY, Pack, read_packs, write_pack
from generator.write.seal import SEAL
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
    store = Store(folder, version)
    for output in outputs:
        store.make(output)
    store.keep()
    return store


def page(title: str = "a", digest: str = "1", path: str = "index.html") -> Output:
    return Output(path, Shout(digest), View(title))


def test_what_was_made_once_is_not_made_again(tmp_path: Path) -> None:
    """A second build takes the bytes from memory."""
    remembering(tmp_path, page())
    store = Store(tmp_path, "v")

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
    store = Store(tmp_path, version)
    store.make(output)

    assert store.made == 1


def test_a_fresh_build_remembers_nothing_and_keeps_what_it_makes(tmp_path: Path) -> None:
    """With `forget` the recipe runs although it is remembered, and the next build profits."""
    remembering(tmp_path, page())
    fresh = Store(tmp_path, "v", forget=True)
    fresh.make(page("b"))
    fresh.make(page())
    fresh.write()
    later = Store(tmp_path, "v")
    later.make(page())
    later.make(page("b"))

    assert (fresh.made, later.made) == (2, 0)


def test_no_folder_is_no_memory() -> None:
    """A store without a folder makes everything."""
    store = Store(None, "v")

    assert [store.make(page()), store.make(page())] == [b"A 1", b"A 1"]
    assert store.made == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(path.read_bytes() + b"!"),
        lambda path: path.write_bytes(path.read_bytes().replace(b"A 1", b"B 1")),
        lambda path: path.write_bytes(bytes([255]) * 8),
        lambda path: path.write_bytes(path.read_bytes()[:-8] + bytes([255]) * 8),
    ],
    ids=["deleted", "empty", "cut", "longer", "changed", "short", "foot"],
)
def test_a_damaged_entry_costs_only_time(tmp_path: Path, damage) -> None:  # type: ignore[no-untyped-def]
    """Whatever happened to an entry, the bytes are right."""
    remembering(tmp_path, page())
    damage(entries(tmp_path)[0])
    store = remembering(tmp_path, page())

    assert store.made == 1
    assert Store(tmp_path, "v").make(page()) == b"A 1"


def test_an_entry_under_another_name_is_damage(tmp_path: Path) -> None:
    """Entries that were mixed up are not believed."""
    keys = [trace.key for trace in remembering(tmp_path, page("a"), page("b", path="b")).traces.values()]
    (pack,) = read_packs(tmp_path)
    mixed = Pack(
        pack.path, pack.written, dict(zip(keys, reversed([pack.index[key] for key in keys]), strict=True)), pack.data
    )

    assert [pack.get(key) for key in keys] == [b"A 1", b"B 1"]
    assert [mixed.get(key) for key in keys] == [None, None]


def test_a_recipe_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """A fault is not remembered: mended, the recipe runs."""
    with pytest.raises(AttributeError):
        remembering(tmp_path, Output("x", Shout(), None))

    assert entries(tmp_path) == []


def test_sweeping_forgets_what_nobody_needs(tmp_path: Path) -> None:
    """What this build used, and what another site of this memory stands on, stays."""
    old = remembering(tmp_path, *(page(title, path=title) for title in "abcdefg"))
    now = Store(tmp_path, "v")
    now.make(page("a"))
    now.keep([old.traces["b"].key])

    (pack,) = read_packs(tmp_path)
    assert pack.index.keys() == {old.traces["a"].key, old.traces["b"].key}


def test_the_memory_stays_small(tmp_path: Path) -> None:
    """However many builds add a little, it holds little more than what is needed, in few packs."""
    always = [page(f"page {number}", path=str(number)) for number in range(100)]
    for number in range(4 * MANY):
        store = remembering(tmp_path, *always, page(f"edited {number}", path="edited"))

    kept = read_packs(tmp_path)
    assert store.made == 1
    assert len(kept) <= MANY + 1
    assert sum(len(pack.index) for pack in kept) < 2 * len(store.traces)


def flipped(pack: Path) -> None:
    """Damage to the first entry of a pack, and to nothing else."""
    body = pack.read_bytes()
    pack.write_bytes(body[: SEAL - 1] + bytes([body[SEAL - 1] ^ 1]) + body[SEAL:])


def test_a_damaged_entry_is_mended_once(tmp_path: Path) -> None:
    """What was made again is believed before what stood there."""
    always = [page(title, path=title) for title in "abcdefgh"]
    remembering(tmp_path, *always)
    flipped(entries(tmp_path)[0])

    assert [remembering(tmp_path, *always).made for _ in range(3)] == [1, 0, 0]


def test_a_fresh_build_takes_the_place_of_what_was_remembered(tmp_path: Path) -> None:
    """Also where that bears a right seal: nothing of it is left."""
    store = remembering(tmp_path, page(path="a"), page("b", path="b"))
    (old,) = entries(tmp_path)
    old.unlink()
    write_pack(tmp_path, {trace.key: b"wrong, and longer than it was" for trace in store.traces.values()})
    fresh = Store(tmp_path, "v", forget=True)
    for output in (page(path="a"), page("b", path="b")):
        fresh.make(output)
    fresh.keep()

    assert Store(tmp_path, "v").make(page()) == b"A 1"
    assert len(entries(tmp_path)) == 1


def test_a_full_disk_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack is removed only when what was needed of it stands elsewhere."""
    old = remembering(tmp_path, *(page(title, path=title) for title in "abcdefg"))
    monkeypatch.setattr(packs, "write_whole", lambda path, pieces: False)
    now = Store(tmp_path, "v")
    now.make(page("a"))
    now.keep()

    assert now.remembered == 1
    assert Store(tmp_path, "v").recall(old.traces["a"].key) == b"A 1"


def test_a_memory_that_cannot_be_written_is_gone_without(tmp_path: Path) -> None:
    """Where a file stands in the way of the memory, the build still makes its files."""
    (tmp_path / "memory").write_text("in the way")
    store = remembering(tmp_path / "memory", page())

    assert store.made == 1
    assert Store(tmp_path / "memory", "v").make(page()) == b"A 1"


def test_builds_at_the_same_time_share_a_memory(tmp_path: Path) -> None:
    """Many builds that make and sweep in one folder all get the right bytes."""
    wrong: list[bytes] = []

    def build() -> None:
        for number in range(60):
            store = Store(tmp_path, "v")
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
    store = Store(tmp_path, "v")
    one, other = store.trace(page("a")), store.trace(page("b"))

    assert {name for name in one.parts if one.parts[name] != other.parts[name]} == {"title"}
    assert one.key != other.key


def test_a_quick_recipe_is_called_and_not_kept(tmp_path: Path) -> None:
    """Keeping a copy of bytes that are given as they are would only cost time."""

    class Quick(Shout):
        quick = True

    remembering(tmp_path, Output("x", Quick(), View("a")))

    assert entries(tmp_path) == []
