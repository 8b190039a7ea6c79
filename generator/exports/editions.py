"""The files of releases: what was frozen, under the release's own address; and pages that lead old addresses on."""

import json
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from generator.model.output import AsIs, Output
from generator.model.release import Release, led_on
from generator.site.urls import URLS, in_language

from .recipes import TextRecipe

PAGE = "index.html"
UNBOUND = ("tai-san/", "hinh/", URLS.search_index(), URLS.comparison_data(), URLS.section("releases"))
"""Files for the pages' own use, under addresses that nobody is promised; what is kept of releases stands anyway."""


def outputs(
    release: Release, bodies: Mapping[str, bytes], record: bytes, newest: bool, base_path: str
) -> Iterator[Output]:
    """The files of a release. Its stylesheet alone changes, when a newer one comes: it shows or hides what says so."""
    day = release.date.isoformat()
    for path, (held, _, _) in release.frozen.items():
        if held == day:
            yield Output(URLS.edition(day, path), AsIs(), bodies[path])
        elif path.endswith(PAGE):
            target = base_path + URLS.edition(held, path.removesuffix(PAGE))
            yield Output(URLS.edition(day, path), TextRecipe(), leading_to(target))
    yield Output(
        URLS.edition(day, "tinh-trang.css"), TextRecipe(), f".newer{{display:{'none' if newest else 'block'}}}\n"
    )
    yield Output(URLS.edition(day, "release.json"), AsIs(), record)
    yield Output(URLS.edition(day, "thay-doi.json"), TextRecipe(), changes_json(release))


def promised(releases: Iterable[Release], languages: tuple[str, ...]) -> dict[str, str]:
    """The addresses that must not die, each with the last day on which it was published."""
    unbound = tuple(in_language(path, lang, languages) for path in UNBOUND for lang in languages)
    return {
        path: release.date.isoformat() for release in releases for path in release.files if not path.startswith(unbound)
    }


def redirects(
    lost: Iterable[str], moved: Mapping[str, str], known: Iterable[str], languages: tuple[str, ...], base_path: str
) -> Iterator[Output]:
    """Pages at addresses that moved, which lead on, and the same as rules for a web server."""
    there = frozenset(known)
    led = {path: target for path in sorted(lost) if (target := led_on(path, moved, there, languages[1:]))}
    for path, target in led.items():
        if path.endswith(PAGE):
            yield Output(path, TextRecipe(), leading_to(base_path + target.removesuffix(PAGE)))
    if led:
        rules = (f"{base_path}{_short(path)} {base_path}{_short(target)} 301\n" for path, target in led.items())
        yield Output("_redirects", TextRecipe(), "".join(rules))


def leading_to(target: str) -> str:
    """A page that leads to another, with and without a script."""
    address = escape(target)
    return (
        f'<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<title>{address}</title>\n'
        f'<meta http-equiv="refresh" content="0; url={address}">\n<link rel="canonical" href="{address}">\n'
        f'<meta name="robots" content="noindex">\n</head>\n<body><main>'
        f'<h1><a href="{address}">{address}</a></h1></main></body>\n</html>\n'
    )


def changes_json(release: Release) -> str:
    """What changed since the release before, for programs."""
    changes = [{"kind": change.kind, "id": change.id, "change": change.what} for change in release.changes]
    told = {"date": release.date.isoformat(), "number": release.number, "digest": release.digest, "changes": changes}
    return json.dumps(told, ensure_ascii=False) + "\n"


def _short(path: str) -> str:
    return path.removesuffix(PAGE)
