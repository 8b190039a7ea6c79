"""A Dask cluster makes the same files, out of the same tasks; what it does not do is done here."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import build
from generator.cluster import GroupsOfBuild, digest_of
from generator.write.groups import MadeGroup, Maker
from generator.write.inputs import code_version
from tests.projects import REPOSITORY, files_of


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a scheduler with one worker, a process of its own, on this machine."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    ) as cluster:
        yield cluster.scheduler_address.replace("tcp://", "dask://")


def at_home(maker: Maker, names: tuple[str, ...]) -> list[MadeGroup]:
    """Stands for a task that was done here."""
    raise AssertionError(names)


def groups_of(project: Path) -> GroupsOfBuild:
    themes = project / "themes"
    return GroupsOfBuild(project, themes, None, digest_of(project, themes), code_version(), {}, {})


@pytest.mark.slow
def test_a_cluster_makes_the_same_bytes(
    scheduler: str, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every task is done by the worker, and remembered for a build without the cluster."""
    build(project, tmp_path / "here", store=tmp_path / "memory")
    with monkeypatch.context() as away:
        away.setattr(Maker, "several", at_home)
        report = build(project, tmp_path / "there", store=tmp_path / "other", executor=scheduler)
    again = build(project, tmp_path / "again", store=tmp_path / "other")

    assert not report.refused
    assert files_of(tmp_path / "there") == files_of(tmp_path / "here") == files_of(tmp_path / "again")
    assert again.made <= 2  # of each language the handbook, which is no file: only the files made of it were sent
    assert again.made + again.remembered == report.made + report.remembered


def test_a_worker_that_reads_another_project_makes_nothing(project: Path) -> None:
    """It may have an older checkout, or other code: the build makes the files itself."""
    groups = groups_of(project)

    assert groups(("api schemas",)) is not None
    assert replace(groups, inputs="0")(("api schemas",)) is None
    assert replace(groups, version="0")(("api schemas",)) is None
    assert groups(("no group",)) is None


def test_an_address_where_nothing_answers_is_told(project: Path) -> None:
    """A wrong call, and nothing is published; so is an address that is none."""
    pytest.importorskip("distributed")
    command = [sys.executable, "-m", "generator", "build", "--site", str(project), "--executor"]

    for address in ("dask://127.0.0.1:1", "127.0.0.1:8786"):
        done = subprocess.run([*command, address], cwd=REPOSITORY, capture_output=True, text=True, check=False)
        assert (done.returncode, address in done.stderr) == (2, True)
    assert not (project / "public").exists()
