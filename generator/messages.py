"""How diagnostics and reports are told: to people in the language of the site, to machines as JSON or annotations."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from generator.model.codes import CODES, explain, say, severity
from generator.model.codes.phrases import phrase
from generator.model.diagnostic import Diagnostic, Severity

HINT = {"vi": "gợi ý", "en": "hint"}
SAYINGS: Mapping[str, Mapping[str, str]] = {
    "published": {
        "vi": "Đã công bố vào {out}: {added} tệp mới, {replaced} thay, {removed} bỏ (làm {made}, nhớ {remembered}).",
        "en": "Published to {out}: {added} new files, {replaced} replaced, {removed} removed "
        "({made} made, {remembered} remembered).",
    },
    "unchanged": {"vi": "{out}: không có gì thay đổi.", "en": "{out}: nothing changed."},
    "refused": {
        "vi": "{errors} lỗi, {warnings} cảnh báo. Không công bố gì; trang đã có giữ nguyên.",
        "en": "{errors} errors, {warnings} warnings. Nothing was published; what was there stays.",
    },
    "wrong": {"vi": "{errors} lỗi, {warnings} cảnh báo.", "en": "{errors} errors, {warnings} warnings."},
    "right": {"vi": "Không có lỗi; {warnings} cảnh báo.", "en": "No errors; {warnings} warnings."},
    "serving": {
        "vi": "Xem trước tại {address} (dừng bằng Ctrl+C)",
        "en": "Preview at {address} (stop with Ctrl+C)",
    },
    "port-taken": {
        "vi": "cổng mạng {port} đang bận; chọn số khác bằng --port",
        "en": "port {port} is taken; name another with --port",
    },
    "not-there": {
        "vi": "`{what}` không phải là mã lỗi, cũng không phải tệp của cổng.",
        "en": "`{what}` is neither a code nor a file of the site.",
    },
    "did-you-mean": {
        "vi": "`{what}` không phải là mã lỗi, cũng không phải tệp của cổng. Có phải `{near}`?",
        "en": "`{what}` is neither a code nor a file of the site. Did you mean `{near}`?",
    },
    "recipe": {"vi": "{path}: được làm bằng {recipe}", "en": "{path}: made by {recipe}"},
    "part-same": {"vi": "  {part}: như lần trước", "en": "  {part}: as last time"},
    "part-differs": {"vi": "  {part}: khác lần trước", "en": "  {part}: differs from last time"},
    "part-new": {"vi": "  {part}: mới", "en": "  {part}: new"},
    "quick": {
        "vi": "  chép hay viết ra mỗi lần dựng; không cần nhớ",
        "en": "  copied or written out in every build; not remembered",
    },
    "recipe-differs": {
        "vi": "  cách làm (mẫu trang, chữ, kiểu) khác lần trước",
        "en": "  its recipe (template, words, style) differs from last time",
    },
    "code-differs": {
        "vi": "  mã nguồn hay thư viện khác lần trước",
        "en": "  the code or a library differs from last time",
    },
    "never-made": {"vi": "  chưa công bố lần nào", "en": "  was not published before"},
    "all-same": {"vi": "  mọi thứ như lần trước", "en": "  all is as last time"},
}


def sentences(saying: str, lang: str, **values: object) -> str:
    """A saying in the language; where that is Vietnamese, in English on the lines that follow."""
    said = SAYINGS[saying]
    return "\n".join(said.get(one, said["en"]).format(**values) for one in both(lang))


def both(lang: str) -> tuple[str, ...]:
    """The languages that a message is told in, in order."""
    return ("vi", "en") if lang == "vi" else (lang,)


def as_text(diagnostic: Diagnostic, lang: str) -> str:
    """`file:line:column: error: what is so [code]`, then what to do; under Vietnamese sentences the English ones."""
    at, weight = diagnostic.at, severity(diagnostic)
    said = [(one, *say(diagnostic, one)) for one in both(lang)]
    first, *more = [f"{phrase(one, f'@severity.{weight.value}')}: {message}" for one, message, _ in said]
    hints = [f"  {HINT.get(one, HINT['en'])}: {hint}" for one, _, hint in said if hint.strip()]
    lines = [f"{at.file}:{at.line}:{at.column}: {first} [{diagnostic.code}]", *(f"  {one}" for one in more), *hints]
    return "\n".join(_visible(line) for line in lines)


def as_github(diagnostic: Diagnostic, lang: str) -> str:
    """A workflow command that marks the line in a review."""
    at, (message, hint) = diagnostic.at, say(diagnostic, lang)
    place = f"file={_property(at.file)},line={at.line},col={at.column},title={_property(diagnostic.code)}"
    return f"::{severity(diagnostic).value} {place}::{_escaped(f'{message} {hint}'.strip())}"


def as_json(diagnostics: Iterable[Diagnostic], lang: str) -> str:
    """All diagnostics as one JSON array."""
    return json.dumps([entry(one, lang) for one in diagnostics], ensure_ascii=False, indent=2)


def entry(diagnostic: Diagnostic, lang: str) -> dict[str, object]:
    """A diagnostic as plain values."""
    message, hint = say(diagnostic, lang)
    return {
        "file": diagnostic.at.file,
        "line": diagnostic.at.line,
        "column": diagnostic.at.column,
        "severity": severity(diagnostic).value,
        "code": diagnostic.code,
        "message": message,
        "hint": hint,
    }


def counts(diagnostics: Iterable[Diagnostic]) -> dict[str, int]:
    """How many errors and warnings there are."""
    weights = [severity(one) for one in diagnostics]
    return {"errors": weights.count(Severity.ERROR), "warnings": weights.count(Severity.WARNING)}


def rule(name: str, lang: str) -> str | None:
    """What a code means, at length; None for a name that is no code."""
    return "\n\n".join(explain(name, one) for one in both(lang)) if name in CODES else None


def _visible(line: str) -> str:
    """A line that cannot move a terminal's cursor or colour it, whatever an author's file holds."""
    return re.sub(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "\N{REPLACEMENT CHARACTER}", line)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
