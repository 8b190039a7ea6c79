"""Groups of outputs made one by one: what comes of them, where the bytes are meanwhile, and what is told twice."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from generator.model.output import AsIs, Group, Later, Output
from generator.model.reads import note
from generator.write.cache import Cache
from generator.write.groups import Bodies, Made, MadeGroup, Maker
from generator.write.records import FileRecord
from generator.write.store import Store, Trace


@dataclass(frozen=True)
class Upper:
    """A recipe: words in capitals, remembered."""

    digest: str = "upper"

    def __call__(self, given: str) -> bytes:
        """The words as bytes."""
        return given.upper().encode()


def declared() -> list[Output]:
    """A page, and a file that is made in every build."""
    note("text", "plan", 1)
    return [Output("a.html", Upper(), "a"), Output("b.txt", AsIs(), b"b")]


GROUP = Group("both", declared, plan="plan")


def maker(cache: Cache | None, published: Mapping[str, str] | None = None) -> Maker:
    """A maker of the group, which counts the letters of pages."""
    return Maker(
        Store(cache, "v"), {"both": GROUP}, published or {}, lambda pages: sum(map(len, pages.values())), KeyError
    )


def bodies(work: Maker) -> tuple[Made, dict[str, bytes]]:
    """What the group came to, and the bytes to publish."""
    made = Made()
    for done in work.several(("both",)):
        made.add(done)
    return made, dict(Bodies(work.store, work, made))


def test_bytes_go_to_the_cache_and_come_from_it(tmp_path: Path) -> None:
    """With a cache nothing is left in memory; without one all is."""
    with_cache, found = bodies(maker(Cache(tmp_path)))
    without, same = bodies(maker(None))

    assert found == same == {"a.html": b"A", "b.txt": b"b"}
    assert (with_cache.bodies, without.bodies) == ({}, same)
    assert (with_cache.made, with_cache.remembered) == (1, 0)


def test_reads_and_looks_are_told() -> None:
    """With the group that they belong to."""
    (done,) = maker(None).several(("both",))

    assert done.reads == {("text", "plan", 1)}
    assert done.looked == [1]


def test_only_the_outputs_whose_reads_changed_are_worked_out(tmp_path: Path) -> None:
    """The others stand; their reads count for the group all the same."""
    asked: list[str] = []
    answers = {("text", "plan", name): "same" for name in "ab"}

    def work(name: str) -> str:
        asked.append(name)
        note("text", "plan", name)
        return name + answers["text", "plan", name]

    def outputs() -> list[Output]:
        return [Output(f"{name}.html", Upper(), Later(partial(work, name))) for name in "ab"]

    def made(published: Mapping[str, FileRecord], traces: Mapping[str, Trace]) -> MadeGroup:
        store = Store(Cache(tmp_path), "v")
        store.published = {path: file.key for path, file in published.items()}
        told = {path: file.sha256 for path, file in published.items()}
        group = Group("later", outputs, plan="plan")
        return Maker(store, {}, told, len, KeyError, answers.__getitem__, lambda name: traces).make(group)

    first = made({}, {})
    records = {path: FileRecord(file.sha256, (0, 0, 0), "later", file.key) for path, file in first.files.items()}
    same = made(records, first.traces)
    answers["text", "plan", "b"] = "new"
    edited = made(records, first.traces)

    assert asked == ["a", "b", "b"]
    assert first.reads == same.reads == edited.reads == {("text", "plan", "a"), ("text", "plan", "b")}
    assert (same.made, same.remembered, edited.made, edited.remembered) == (0, 2, 1, 1)
    assert same.files == {path: replace(file, stands=True) for path, file in first.files.items()}
    assert edited.files["b.html"].sha256 == sha256(b"BNEW").hexdigest()


def test_what_stands_published_needs_no_bytes(tmp_path: Path) -> None:
    """By its key, or by its bytes where it has none; its record says when it was put there."""
    first, found = bodies(maker(Cache(tmp_path)))
    records = first.records({}, dict.fromkeys(found, (1, 2, 3)))
    again = maker(Cache(tmp_path), {path: sha256(body).hexdigest() for path, body in found.items()})
    again.store.published = {"a.html": records["a.html"].key}
    made, left = bodies(again)

    assert left == {}
    assert made.records(records, {}) == records
    assert made.remembered == 1


def test_bytes_that_another_build_removed_are_made_again(tmp_path: Path) -> None:
    """Two builds may use one cache."""
    cache = Cache(tmp_path)
    work = maker(cache)
    made = Made()
    for done in work.several(("both",)):
        made.add(done)
    cache.remove("entries", cache.entry_keys())

    assert dict(Bodies(work.store, work, made)) == {"a.html": b"A", "b.txt": b"b"}


def test_a_path_that_is_told_twice_is_known() -> None:
    """In one group, in two groups, and beside a group that is current."""
    done = maker(None).make(GROUP)
    twice = maker(None).make(Group("twice", lambda: [*declared(), *declared()]))
    made, beside = Made(), Made()
    beside.keep("a.html", FileRecord("0", (0, 0, 0), "other"))
    made.add(done)
    made.add(done)
    beside.add(done)

    assert twice.twice == made.twice == ["a.html", "b.txt"]
    assert beside.twice == ["a.html"]
