"""The folders of a theme and of the themes it extends: the nearest file wins, words and tokens likewise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.model.diagnostic import Phrase
from generator.model.line_ends import with_line_feeds

from .language import Language, fault, read_words


class _Tokens(dict[str, str]):
    """The tokens of a scheme; one that the theme lacks is a mistake of the theme, not of ours."""

    def __init__(self, file: str, scheme: str) -> None:
        super().__init__()
        self._file, self._scheme = file, scheme

    def __missing__(self, name: str) -> str:
        raise fault(self._file, 1, f"there is no token `{self._scheme}.{name}`")


@dataclass(frozen=True, slots=True)
class Chain:
    """Theme names from the nearest to the farthest, all under `folder`; paths are like `base/templates/home.html`."""

    folder: Path
    names: tuple[str, ...]

    def shown(self, path: str) -> str:
        """A file's name as an author knows it: `themes/base/templates/home.html`."""
        return f"{self.folder.name}/{path}"

    def find(self, kind: str, name: str) -> str | None:
        """The nearest file of that kind (`templates`, `assets`) and name; `base:home.html` names one theme's own."""
        theme, _, own = name.rpartition(":")
        names = (theme,) if theme else self.names
        return next((path for above in names if (self.folder / (path := f"{above}/{kind}/{own}")).is_file()), None)

    def text(self, path: str) -> str:
        """What a file of the chain holds."""
        return (self.folder / path).read_text(encoding="utf-8")

    def data(self, path: str) -> bytes:
        """The bytes of a file of the chain; a text's lines end in a line feed, however it was checked out."""
        return with_line_feeds(path, (self.folder / path).read_bytes())

    def files(self, under: str) -> dict[str, str]:
        """Every file under a folder, by its name inside it; the nearest theme's path, in the order of the names."""
        found: dict[str, str] = {}
        for theme in reversed(self.names):
            top = self.folder / theme / under
            found |= {
                path.relative_to(top).as_posix(): path.relative_to(self.folder).as_posix()
                for path in top.rglob("*")
                if path.is_file()
                and not any(part[0] in ".~" or part[-1] == "~" for part in path.relative_to(top).parts)
            }
        return dict(sorted(found.items()))

    def language(self, code: str) -> Language:
        """The words of a language: all files of each theme's `locales/<code>/`, the nearest theme's word winning."""
        words: dict[str, str] = {}
        for theme in reversed(self.names):
            paths = sorted((self.folder / theme / "locales" / code).glob("[!.~]*.yaml"))
            words |= read_words(
                (self.shown(f"{theme}/locales/{code}/{path.name}"), path.read_text("utf-8")) for path in paths
            )
        if not words:
            raise fault(self.shown(f"{self.names[0]}/locales/{code}"), 1, Phrase("theme.no-language", code))
        return Language(code, dict(sorted(words.items())))

    def tokens(self) -> Mapping[str, Mapping[str, str]]:
        """The tokens for `light`, `dark` and `both`, the nearest theme's value winning."""
        file = self.shown(f"{self.names[-1]}/theme.yaml")
        tokens: dict[str, dict[str, str]] = {scheme: _Tokens(file, scheme) for scheme in ("light", "dark", "both")}
        for theme in reversed(self.names):
            for key, value in _settings(self.folder, theme).items():
                top, _, rest = key.partition(".")
                scheme, _, name = rest.partition(".")
                if top == "tokens":
                    if scheme not in tokens or not name:
                        raise fault(self.shown(f"{theme}/theme.yaml"), 1, Phrase("theme.no-token", key))
                    tokens[scheme][name] = value
        return tokens


def chain_of(folder: Path, name: str) -> Chain:
    """A theme with all that it extends. Raises TemplateFault for a theme that is missing or extends itself."""
    names: list[str] = []
    following: str | None = name
    while following:
        file = f"{folder.name}/{following}/theme.yaml"
        if following in names:
            raise fault(file, 1, Phrase("theme.extends-itself", following))
        if not (folder / following / "theme.yaml").is_file():
            raise fault(file, 1, Phrase("theme.no-theme", following))
        names.append(following)
        parent = _settings(folder, following).get("extends", "null")
        following = None if parent in ("", "null", "~") else parent
    return Chain(folder, tuple(names))


def _settings(folder: Path, theme: str) -> Mapping[str, str]:
    """A theme's theme.yaml, flat by dotted key."""
    return read_words([(f"{folder.name}/{theme}/theme.yaml", (folder / theme / "theme.yaml").read_text("utf-8"))])
