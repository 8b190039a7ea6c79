"""A theme's files for the browser: style sheets joined into one, every name carrying the digest of its content."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from generator.model.diagnostic import Phrase

from .chain import Chain
from .language import fault

FOLDER = "tai-san"
PUBLISHED = frozenset({".css", ".js", ".svg", ".png", ".woff2", ".txt"})
"""What a browser may ask for. Other files (TrueType fonts, which the charts are measured with) stay in the theme."""


@dataclass(frozen=True, slots=True)
class Assets:
    """`address` from an asset's plain name (`site.css`) to its path in the site; `integrity` to the digest that a
    browser compares its bytes with (Subresource Integrity); `made` the bytes of each path."""

    address: Mapping[str, str]
    integrity: Mapping[str, str]
    made: tuple[tuple[str, bytes], ...]


def assets_of(chain: Chain) -> Assets:
    """All published assets of a theme. `site.css` is its tokens and every file under `assets/css/`, by name."""
    files = chain.files("assets")
    address: dict[str, str] = {}
    integrity: dict[str, str] = {}
    made: list[tuple[str, bytes]] = []

    def publish(name: str, content: bytes) -> None:
        path = PurePosixPath(FOLDER, name)
        address[name] = str(path.with_name(f"{path.stem}.{sha256(content).hexdigest()[:8]}{path.suffix}"))
        integrity[name] = f"sha256-{b64encode(sha256(content).digest()).decode()}"
        made.append((address[name], content))

    for name, path in files.items():
        if PurePosixPath(name).suffix in PUBLISHED and not name.startswith("css/"):
            content = chain.data(path)
            if name.endswith(".css"):
                content = _slim(chain.text(path)).encode()
            elif name.endswith(".js") and not name.endswith(".min.js"):
                content = _bare(content)
            publish(name, content)
    sheets = [
        _addressed(chain, path, address)
        for name, path in files.items()
        if name.startswith("css/") and name.endswith(".css")
    ]
    publish("site.css", _slim(_properties(chain.tokens()) + "".join(sheets)).encode())
    return Assets(address, integrity, tuple(sorted(made)))


def _addressed(chain: Chain, path: str, address: Mapping[str, str]) -> str:
    """A style sheet whose `url(…)` name assets by where they are published, seen from site.css."""

    def real(found: re.Match[str]) -> str:
        name = found[1].strip("\"'")
        if name.startswith(("data:", "#")):
            return found[0]
        if name not in address:
            line = text.count("\n", 0, found.start()) + 1
            raise fault(chain.shown(path), line, Phrase("theme.no-asset", name))
        return f"url({address[name].removeprefix(FOLDER + '/')})"

    text = chain.text(path)
    return re.sub(r"url\(([^)]*)\)", real, text)


def _properties(tokens: Mapping[str, Mapping[str, str]]) -> str:
    """The tokens as custom properties, the dark ones where the reader's system asks for dark."""
    root = {scheme: "".join(f"--{name}:{value};" for name, value in own.items()) for scheme, own in tokens.items()}
    dark = f"@media (prefers-color-scheme:dark){{:root{{{root['dark']}}}}}" if root["dark"] else ""
    return f":root{{{root['both']}{root['light']}}}{dark}"


def _bare(script: bytes) -> bytes:
    """A script without indentation and comment lines; no string of ours runs over several lines."""
    lines = (line.strip() for line in script.splitlines())
    return b"\n".join(line for line in lines if line and not line.startswith(b"//")) + b"\n"


def _slim(css: str) -> str:
    """The same rules without comments and indentation; strings in our sheets hold no comment marks."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r" ?([{};,]) ?", r"\1", css).replace(";}", "}").strip() + "\n"
