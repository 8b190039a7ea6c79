"""Why a file of the site is as it is: its recipe, all that it is given, and which part differs from last time."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from generator.build import MEMORY, read, themes_of
from generator.making import declare
from generator.messages import sentences
from generator.messages.catalogue import codes
from generator.model.output import Output, worked_out
from generator.render.handbook import HandbookFault
from generator.render.language import TemplateFault
from generator.write.cache import Cache
from generator.write.inputs import code_version
from generator.write.records import BuildRecords
from generator.write.store import Store, Trace


def explain_output(root: Path, out: Path, what: str, lang: str) -> tuple[str, bool]:
    """The explanation of a file, named by its path in the site or in the output folder; or that there is none, and
    the nearest name that there is. The second value says whether there is such a file.
    """
    cache = Cache(root.resolve() / MEMORY)
    store = Store(cache, code_version())
    declared = {output.path: output for output in _declared(root.resolve(), store)}
    found = next((declared[path] for path in _paths(what, out) if path in declared), None)
    if found is None:
        near = get_close_matches(what, [*codes(), *declared], n=1, cutoff=0.6)
        return sentences("not-there" if not near else "did-you-mean", lang, what=what, near="".join(near)), False
    last = BuildRecords(cache, out.parent.resolve() / out.name).trace(found.path)
    return _told(found, store.trace(worked_out(found)), last, lang), True


def _declared(root: Path, store: Store) -> tuple[Output, ...]:
    """Every file of the site; none where the project cannot be read. What is wrong in it, `check` tells."""
    site, _ = read(root)
    try:
        return tuple(declare(site, root, themes_of(root), store.make)) if site else ()
    except (TemplateFault, HandbookFault):
        return ()


def _paths(what: str, out: Path) -> tuple[str, ...]:
    """What an author may mean: `/ke-hoach/`, `ke-hoach`, `public/ke-hoach/index.html`."""
    for top in (f"{out}/", f"{out.name}/", "/"):
        what = what.removeprefix(top)
    what = what.strip("/")
    return (what, f"{what}/index.html".lstrip("/"))


def _told(output: Output, now: Trace, last: Trace | None, lang: str) -> str:
    lines = [sentences("recipe", lang, path=output.path, recipe=now.recipe)]
    if getattr(output.recipe, "quick", False):
        return "\n".join([*lines, sentences("quick", lang)])
    for part in now.parts:
        before = last.parts.get(part) if last else None
        state = "new" if before is None else "same" if before == now.parts[part] else "differs"
        if part:
            lines.append(sentences(f"part-{state}", lang, part=part))
    if last is None:
        lines.append(sentences("never-made", lang))
    elif now.key == last.key:
        lines.append(sentences("all-same", lang))
    elif now.recipe_digest != last.recipe_digest:
        lines.append(sentences("recipe-differs", lang))
    elif now.parts == last.parts:
        lines.append(sentences("code-differs", lang))
    return "\n".join(lines)
