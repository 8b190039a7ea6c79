"""A draft that an editor has read becomes content: its folder moves, its proposals stay behind."""

import shutil
from pathlib import Path

from generator.model.plan import DRAFT, PROPOSED

from .draft import FOLDER
from .formats import Unreadable


def accept(root: Path, id: str) -> list[str]:
    """Move a draft into the content: what was written, by its path. New agencies go with it."""
    draft, target = root / FOLDER / id, root / "content/plans" / id
    if not (draft / "plan.yaml").is_file():
        raise Unreadable("import.no_draft", id=id, folder=FOLDER)
    if target.exists():
        raise Unreadable("import.exists", path=target.relative_to(root).as_posix())
    kept = draft.with_name(f"{id}.proposals")
    moved = []
    for file in sorted((draft / PROPOSED).glob("agency-*.yaml")) if (draft / PROPOSED).is_dir() else ():
        agency = root / "content/agencies" / file.name.removeprefix("agency-")
        if not agency.exists():
            agency.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(file, agency)
            moved.append(agency.relative_to(root).as_posix())
    kept.mkdir(exist_ok=True)
    for name in (DRAFT, PROPOSED):
        if (draft / name).exists():
            shutil.move(draft / name, kept / name)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(draft, target)
    return [target.relative_to(root).as_posix(), *moved]
