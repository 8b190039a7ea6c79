"""Views to HTML: each template of a theme, in each language, as a recipe."""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, TemplateNotFound, TemplateSyntaxError, UndefinedError, meta
from jinja2.environment import Template
from jinja2.exceptions import SecurityError

from generator.model.diagnostic import Diagnostic, Phrase, Span
from generator.site.urls import URLS

from .assets import Assets, assets_of
from .chain import Chain, chain_of
from .environment import Function, environment
from .language import Language, TemplateFault, fault
from .qr import qr

ABOUT = (
    "title",
    "tagline",
    "operator",
    "as_of",
    "base_url",
    "repository",
    "contact",
    "prose",
    "report_email",
    "report_form",
)
"""What every template knows of the site, as `site.title` …; all strings, `as_of` an ISO date, `prose` the paths of the
pages of prose with blanks between."""


@dataclass(frozen=True, slots=True)
class TemplateRecipe:
    """A template in one language: a view in, a page out. `digest` covers all that it can reach, but the view."""

    template: str
    lang: str
    digest: str
    _load: Callable[[], Template] = field(compare=False, repr=False)
    _chain: Chain = field(compare=False, repr=False)

    def __call__(self, given: Any) -> bytes:
        try:
            return (self._load().render(view=given) + "\n").encode()
        except SecurityError as error:
            where = self._where(error)
            raise fault(where.file, where.line, error.message or "what a template may not reach") from error
        except (UndefinedError, KeyError) as error:
            what = str(error.args[0]) if error.args else "undefined"
            raise TemplateFault(
                Diagnostic("undefined-in-template", self._where(error), {"name": what, "what": what})
            ) from error

    def _where(self, error: BaseException) -> Span:
        """The innermost template line of an error."""
        top = f"{self._chain.folder.name}/"
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            if frame.filename.startswith(top):
                return Span(frame.filename, frame.lineno or 1)
        return Span(f"{top}{self._chain.find('templates', self.template)}")


class Theme:
    """A theme, the languages of a site, and where the site stands.

    `folder` holds all themes, `name` is the one in use. `languages[0]` stands at the root, each other language under
    its code. `base_path` begins and ends with a slash. `about` gives for each language the words of ABOUT.
    Raises TemplateFault for whatever is wrong in the theme.
    """

    def __init__(
        self,
        folder: Path,
        name: str,
        languages: tuple[str, ...],
        base_path: str = "/",
        about: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        self.languages = languages
        self.base_path = base_path
        self.about = {lang: {key: (about or {}).get(lang, {}).get(key, "") for key in ABOUT} for lang in languages}
        self.chain = chain_of(folder, name)
        self._spoken = {lang: self.chain.language(lang) for lang in languages}
        self._sources: dict[str, str] = {}
        self._named: dict[str, tuple[str, ...]] = {}
        self._known: Mapping[str, tuple[str, ...]] = {}
        self._environments = {lang: self._make_environment(lang) for lang in languages}

    @cached_property
    def tokens(self) -> Mapping[str, Mapping[str, str]]:
        """Colours and sizes for `light`, `dark` and `both`, as CSS and charts share them."""
        return self.chain.tokens()

    @cached_property
    def _assets(self) -> Assets:
        return assets_of(self.chain)

    def assets(self) -> tuple[tuple[str, bytes], ...]:
        """Every file for the browser: its path in the site (`tai-san/site.1a2b3c4d.css`) and its bytes."""
        return self._assets.made

    def fonts(self) -> tuple[Path, ...]:
        """The TrueType fonts that charts are measured and drawn with."""
        return tuple(
            self.chain.folder / path for name, path in self.chain.files("assets").items() if name.endswith(".ttf")
        )

    def words(self, lang: str) -> Mapping[str, str]:
        """The words of a language by dotted key."""
        return self._spoken[lang].words

    def language(self, lang: str) -> Language:
        """The language itself: its words, numbers and dates."""
        return self._spoken[lang]

    def url(self, href: str, lang: str) -> str:
        """An address inside the site, in a language. Full addresses and anchors of the page stay as they are."""
        if href.startswith(("#", "mailto:")) or "://" in href:
            return href
        return self.base_path + ("" if lang == self.languages[0] else f"{lang}/") + href

    def recipe(self, template: str, lang: str) -> TemplateRecipe:
        """The recipe of a template in a language. Two recipes of one digest make the same page of the same view."""
        sources = {name: self._sources[name] for name in sorted(self.reachable(template))}
        digest = _digest({"template": template, "templates": sources, "frame": self._frames[lang]})
        load = partial(self._load, self._environments[lang], template)
        return TemplateRecipe(template, lang, digest, load, self.chain)

    @cached_property
    def _frames(self) -> Mapping[str, str]:
        """The digest of all that every template of a language can reach."""
        return {lang: self._frame(lang) for lang in self.languages}

    def _frame(self, lang: str) -> str:
        return _digest(
            {
                "words": [dict(self.words(lang)), [self._invitation(other) for other in self.languages]],
                "about": self.about[lang],
                "languages": self.languages,
                "lang": lang,
                "base_path": self.base_path,
                "tokens": {scheme: dict(tokens) for scheme, tokens in self.tokens.items()},
                "assets": [dict(self._assets.address), dict(self._assets.integrity)],
            }
        )

    def environment(self, lang: str) -> Environment:
        """Jinja as templates of a language see it."""
        return self._environments[lang]

    def reachable(self, template: str) -> set[str]:
        """Every template that a template can reach by extends, include, import and from; itself among them."""
        found: set[str] = set()
        waiting = [(template, template)]
        while waiting:
            name, asked_by = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += [(template, name) for template in self._references(name, asked_by)]
        return found

    def references(self) -> dict[str, tuple[str, ...]]:
        """The templates that each template of the theme names."""
        return {name: self._references(name, name) for name in sorted(self.chain.files("templates"))}

    def know(self, references: Mapping[str, tuple[str, ...]]) -> None:
        """Take the references of templates as known, so that a template which is not rendered is not parsed."""
        self._known = references

    def _references(self, name: str, asked_by: str) -> tuple[str, ...]:
        """The templates that one names; read and parsed once."""
        if name in self._named:
            return self._named[name]
        path = self.chain.find("templates", name)
        if path is None:
            raise fault(self._shown(asked_by), 1, Phrase("theme.no-template", name))
        self._sources[name] = self.chain.text(path)
        if name in self._known:
            self._named[name] = self._known[name]
            return self._named[name]
        parser = self._environments[self.languages[0]]
        try:
            tree = parser.parse(self._sources[name], name, self._shown(name))
        except TemplateSyntaxError as error:
            raise fault(self._shown(name), error.lineno, error.message or Phrase("theme.syntax")) from error
        named = tuple(meta.find_referenced_templates(tree))
        if None in named:
            raise fault(self._shown(name), 1, Phrase("theme.computed-name"))
        self._named[name] = tuple(template for template in named if template)
        return self._named[name]

    def _shown(self, template: str) -> str:
        path = self.chain.find("templates", template)
        return self.chain.shown(path or f"{self.chain.names[0]}/templates/{template}")

    def _load(self, environment: Environment, template: str) -> Template:
        try:
            return environment.get_template(template)
        except TemplateSyntaxError as error:
            problem = error.message or Phrase("theme.syntax")
            raise fault(self._shown(error.name or template), error.lineno, problem) from error

    def _source(self, name: str) -> tuple[str, str, Callable[[], bool]]:
        """What Jinja loads: the text, the name that a traceback shows, and that it does not change under way.

        The text is the one that the digest was made of, also where the file was edited since.
        """
        path = self.chain.find("templates", name)
        if path is None or name not in self._sources:
            raise TemplateNotFound(name)
        return self._sources[name], self.chain.shown(path), lambda: True

    def _invitation(self, lang: str) -> dict[str, str]:
        word = self._spoken[lang].word
        return {"code": lang, "name": word("frame.language_name"), "invitation": word("frame.other_language")}

    def _make_environment(self, lang: str) -> Environment:
        spoken = self._spoken[lang]
        values: dict[str, object] = {
            "site": self.about[lang],
            "languages": [self._invitation(code) for code in self.languages],
            "urls": URLS,
        }
        functions: dict[str, Function] = {
            "word": spoken.word,
            "url": lambda href, code=lang: self.url(href, code),
            "file": lambda path: self.base_path + path,
            "absolute": lambda path, code=lang: _origin(self.about[lang]["base_url"]) + self.url(path, code),
            "qr": qr,
            "asset": lambda name: self.base_path + self._assets.address[name],
            "integrity": lambda name: self._assets.integrity[name],
            "token": lambda scheme, name: self.tokens[scheme][name],
        }
        filters: dict[str, Function] = {
            "number": spoken.number,
            "percent": spoken.percent,
            "money": spoken.money,
            "quantity": spoken.quantity,
            "date": spoken.date,
        }
        return environment(FunctionLoader(self._source), values, functions, filters)


def _digest(parts: Mapping[str, object]) -> str:
    return sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _origin(base_url: str) -> str:
    """`https://example.vn` of `https://example.vn/giam-ngheo/`."""
    parts = urlsplit(base_url)
    return f"{parts.scheme}://{parts.netloc}"
