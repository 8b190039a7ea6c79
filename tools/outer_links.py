"""Whether the addresses that content names still answer: a list in Markdown, and exit code 1 where one does not."""

from __future__ import annotations

import re
import sys
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_ADDRESS = re.compile(r"https?://[^\s\"'<>\\)\]}|`]+")
_SUFFIXES = (".yaml", ".json", ".md", ".csv")
_AGENT = "congkhai-links/1 (weekly check of sources)"
TIMEOUT = 30


def addresses(folders: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Each address, and the file and line that names it first."""
    first: dict[str, str] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in _SUFFIXES:
                for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
                    for found in _ADDRESS.findall(line):
                        first.setdefault(found.rstrip(".,;:"), f"{path.as_posix()}:{number}")
    yield from sorted(first.items())


def answer(address: str) -> str:
    """What is wrong with an address: nothing where it answers."""
    for method in ("HEAD", "GET"):
        request = urllib.request.Request(address, method=method, headers={"User-Agent": _AGENT})
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT) as response:
                return "" if response.status < 400 else str(response.status)
        except urllib.error.HTTPError as error:
            if method == "GET" or error.code not in (403, 405, 501):
                return str(error.code)
        except (OSError, ValueError) as error:
            return type(error).__name__
    return ""


def main(folders: list[str]) -> int:
    found = [pair for pair in addresses(map(Path, folders)) if not pair[0].startswith("https://example.")]
    with ThreadPoolExecutor(8) as pool:
        answers = pool.map(lambda pair: answer(pair[0]), found)
        wrong = [(*pair, told) for pair, told in zip(found, answers, strict=True) if told]
    print(f"{len(found)} addresses, {len(wrong)} do not answer.\n")
    for address, place, told in wrong:
        print(f"- `{told}` {address} ({place})")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
