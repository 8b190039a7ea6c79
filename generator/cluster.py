"""Makes groups of outputs on a Dask cluster, whose workers see the project's folder at the same path as we do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from threading import Lock

from generator.derive.facts import derive
from generator.making import maker_of
from generator.outputs import theme_of
from generator.read.site import read_project
from generator.write.digest import digest
from generator.write.groups import MadeGroup, Maker
from generator.write.inputs import code_version, inputs_of
from generator.write.journal import Journal
from generator.write.store import Store

Names = tuple[str, ...]
SCHEME = "dask://"
PATIENCE = 10
"""Seconds in which a scheduler must answer."""
_one_at_a_time = Lock()  # a worker may have several threads, and drawing pictures has none to spare


@dataclass(frozen=True, slots=True)
class GroupsOfBuild:
    """What a worker needs to make groups as the build that asks does: where the project is, and what was read of it.

    `inputs` is the digest of the project and its themes, `version` that of the code: a worker that reads others makes
    nothing. `standing` gives the SHA-256 of each published file, `keys` what it is remembered by.
    """

    root: Path
    themes: Path
    base_url: str | None
    inputs: str
    version: str
    standing: Mapping[str, str]
    keys: Mapping[str, str]

    def __call__(self, names: Names) -> list[MadeGroup] | None:
        """What the groups came to, with their bytes; None where it is left to the build itself.

        That is where this worker reads another project or runs other code, and where something is raised: not every
        exception can be sent.
        """
        with _one_at_a_time:
            try:
                maker = _maker(self.root, self.themes, self.base_url, self.inputs, self.version)
                if maker is None:
                    return None
                maker.store.published = self.keys
                return replace(maker, published=self.standing).several(names)
            except Exception:
                return None


@lru_cache(maxsize=1)
def _maker(root: Path, themes: Path, base_url: str | None, inputs: str, version: str) -> Maker | None:
    """What makes the groups of a project, which is read once for each build."""
    if digest_of(root, themes) != inputs or code_version() != version:
        return None
    project = read_project(root)
    if project.site is None:
        return None
    config = replace(project.site.config, base_url=base_url or project.site.config.base_url)
    facts = derive(replace(project.site, config=config))
    journal = Journal(project.texts.answer)
    return maker_of(facts, theme_of(themes, facts), root, Store(None, version), journal)


def digest_of(root: Path, themes: Path) -> str:
    """The digest of a project and its themes as they are now; empty where they cannot be vouched for."""
    parts = inputs_of(root), inputs_of(themes.parent, ("themes",))
    return digest([part.digest for part in parts if part]) if all(parts) else ""


def on_cluster(address: str, groups: GroupsOfBuild) -> Callable[[Maker, Sequence[Names]], Iterator[list[MadeGroup]]]:
    """What runs the tasks of a build on the cluster of a scheduler (`dask://HOST:PORT`), and gives what each came to.

    They come in their order; what the cluster does not do is done here. ConnectionRefusedError where nothing answers.
    """

    def run(maker: Maker, tasks: Sequence[Names]) -> Iterator[list[MadeGroup]]:
        from distributed import Client

        try:
            client = Client(f"tcp://{address.removeprefix(SCHEME)}", timeout=PATIENCE, set_as_default=False)
        except (OSError, TimeoutError) as fault:
            raise ConnectionRefusedError(address) from fault
        with client:
            shared = client.scatter(groups, broadcast=True)
            waiting = [client.submit(_call, shared, names, pure=False, retries=1) for names in tasks]
            for names, future in zip(tasks, waiting, strict=True):
                made = future.result() if future.exception() is None else None
                future.release()
                yield maker.several(names) if made is None else [_kept(maker.store, group) for group in made]

    return run


def _call(groups: GroupsOfBuild, names: Names) -> list[MadeGroup] | None:
    return groups(names)


def _kept(store: Store, group: MadeGroup) -> MadeGroup:
    """A group whose bytes came over the net, with these put into the cache, where there is one."""
    for path, body in group.bodies.items():
        store.put(group.files[path].entry, body)
    if store.write():
        group.bodies.clear()
    return group
