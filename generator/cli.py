"""The verbs of the command line: each calls one function, prints what it answers, and gives an exit code."""

from __future__ import annotations

import argparse
import gc
import os
import re
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from generator.editing import add_verbs
from generator.messages.catalogue import DEFAULT, command, languages
from generator.model.links import is_site_address

# Nothing heavy here: `--help` must answer at once. The verbs load what they call.
if TYPE_CHECKING:
    from generator.build import Report

DONE, REFUSED, MISUSED, STOPPED = 0, 1, 2, 130
OUT = "public"
PORT = 8000
OBJECTS_BETWEEN_COLLECTIONS = 50_000  # docs/decisions/0013-fewer-collections.md
OLD = 60
"""So many days the day of the content may lie before the last commit."""


def run() -> int:
    """The whole of a process: `main`, and a quick end."""
    signal.signal(signal.SIGINT, _stop)
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    code = main()
    gc.freeze()  # else all that a build holds is looked through for cycles once more
    return code


def _stop(*_: object) -> None:
    """Drop a build where it stands, and its processes with it: what it has published is whole, and the next build mends
    the rest. To leave it in good order would mean to wait for threads and processes that wait for one another."""
    os._exit(STOPPED)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; 0 is done, 1 refused, 2 a wrong call."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # whatever the locale says
    asked = _parser().parse_args(arguments)
    try:
        return int(asked.verb(asked))
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        sys.stderr.close()  # nobody reads what is left to say
        return STOPPED


def _build(asked: argparse.Namespace) -> int:
    from generator.build import build

    out = asked.out or asked.site / OUT
    if asked.executor and find_spec("distributed") is None:
        return _cannot("without-dask", asked.site)
    given = {name: getattr(asked, name) for name in ("strict", "fresh", "jobs", "executor", "base_url")}
    try:
        report = build(asked.site, out, **given)
    except ConnectionRefusedError:
        return _cannot("no-cluster", asked.site, address=asked.executor)
    return _tell(report, asked.format, str(out))


def _cannot(sentence: str, site: Path, **values: object) -> int:
    """Say why a call cannot be answered."""
    from generator.build import language_of
    from generator.messages import sentences

    print(sentences(sentence, language_of(site), **values), file=sys.stderr)
    return MISUSED


def _check(asked: argparse.Namespace) -> int:
    from generator.build import check

    report = check(asked.site, asked.out, strict=asked.strict, jobs=asked.jobs)
    if asked.since:
        from generator.differences import Unknown

        try:
            report = _since(report, asked.site, asked.since)
        except Unknown:
            return _cannot("diff.unknown", asked.site, state=asked.since)
    _tell_day(asked.site, report.language)
    return _tell(report, asked.format, whole=asked.all)


def _serve(asked: argparse.Namespace) -> int:
    from generator.messages import sentences
    from generator.serve import serve

    def say(name: str, lang: str, **values: object) -> None:
        print(sentences(name, lang, **values), flush=True)

    def tell(report: Report) -> None:
        _tell(report, "text", str(out))

    out = asked.out or asked.site / OUT
    return DONE if serve(asked.site, out, asked.port, asked.jobs, say, tell) else MISUSED


def _explain(asked: argparse.Namespace) -> int:
    from generator.build import language_of
    from generator.messages import rule

    lang = language_of(asked.site)
    if told := rule(asked.what, lang):
        print(told)
        return DONE
    from generator.explain import explain_output

    told, there = explain_output(asked.site, asked.out or asked.site / OUT, asked.what, lang)
    print(told, file=sys.stdout if there else sys.stderr)
    return DONE if there else MISUSED


def _release(asked: argparse.Namespace) -> int:
    from generator.build import language_of
    from generator.messages import sentences
    from generator.release import release

    made = release(asked.site, asked.jobs, asked.base_url)
    if made.report.refused:
        return _tell(made.report, asked.format, OUT)
    if made.path is None:
        print(sentences("release-taken", language_of(asked.site), date=made.taken), file=sys.stderr)
        return REFUSED
    values = {"date": made.path.stem, "path": made.path, "changes": len(made.changes)}
    print(sentences("released", made.report.language, **values))
    return DONE


def _verify(asked: argparse.Namespace) -> int:
    from generator.messages import sentences
    from generator.verify import verify

    findings = verify(asked.releases or asked.site / "releases", asked.target)
    for finding in findings:
        print(sentences(finding.key, DEFAULT, **finding.values), file=sys.stdout if finding.right else sys.stderr)
    return DONE if all(finding.right for finding in findings) else REFUSED


def _tell(report: Report, form: str, out: str = "", whole: bool = False) -> int:
    """Print a report: what is wrong to where a pipe expects it, and the sum of it beside."""
    from generator import messages
    from generator.messages.reports import lines_of

    lang, told = report.language, report.diagnostics
    for line in lines_of(told, form, lang, whole):
        print(line)
    changes, count = report.changes, messages.counts(told)
    if report.refused:
        summary = messages.sentences("refused" if out else "wrong", lang, **count)
    elif not out:
        summary = messages.sentences("right", lang, **count)
    elif changes is None:
        summary = messages.sentences("unchanged", lang, out=out)
    else:
        numbers = {name: len(getattr(changes, name)) for name in ("added", "replaced", "removed")}
        summary = messages.sentences(
            "published", lang, out=out, made=report.made, remembered=report.remembered, **numbers
        )
        if find_spec("pyarrow") is None:
            summary += "\n" + messages.sentences("without-parquet", lang)
    print(summary, file=sys.stdout if form == "text" else sys.stderr)
    return REFUSED if report.refused else DONE


def _since(report: Report, root: Path, revision: str) -> Report:
    """A report without the warnings of files that are as in a commit; what is wrong is told wherever it stands."""
    from generator.differences import changed_files

    changed = changed_files(root, revision)
    kept = tuple(found for found in report.diagnostics if found.at.file in changed or found.severity.value == "error")
    return replace(report, diagnostics=kept)


def _tell_day(root: Path, lang: str) -> None:
    """Warn where the day of the content is long before the last commit."""
    from generator.differences import days_behind

    behind = days_behind(root)
    if behind is not None:
        from generator.messages import sentences

        as_of, last = behind
        print(sentences("as-of-old", lang, as_of=as_of, last=last, days=OLD), file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="congkhai", description=_help("about"))
    verbs = parser.add_subparsers(metavar="build|check|serve|import|new|diff|explain|release|verify", required=True)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--site", type=Path, default=Path(), metavar="DIR", help=_help("site"))
    out = argparse.ArgumentParser(add_help=False)
    out.add_argument("--out", type=Path, metavar="DIR", help=f"{_help('out')} (<site>/{OUT})")
    form = argparse.ArgumentParser(add_help=False)
    form.add_argument(
        "--format", choices=("text", "json", "github", "sarif", "gitlab"), default="text", help=_help("format")
    )
    strict = argparse.ArgumentParser(add_help=False, parents=[form])
    strict.add_argument("--strict", action="store_true", help=_help("strict"))

    jobs = argparse.ArgumentParser(add_help=False)
    jobs.add_argument("--jobs", type=_positive, default=_processors(), metavar="N", help=_help("jobs"))

    build = verbs.add_parser("build", parents=[shared, out, strict, jobs], help=_help("build"))
    build.add_argument("--fresh", action="store_true", help=_help("fresh"))
    build.add_argument("--executor", type=_cluster, metavar="dask://HOST:PORT", help=_help("executor"))
    build.add_argument("--base-url", type=_address, metavar="URL", help=_help("base_url"))
    build.set_defaults(verb=_build)
    check = verbs.add_parser("check", parents=[shared, out, strict, jobs], help=_help("check"))
    check.add_argument("--since", metavar="REV", help=_help("since"))
    check.add_argument("--all", action="store_true", help=_help("all"))
    check.set_defaults(verb=_check)
    serve = verbs.add_parser("serve", parents=[shared, out, jobs], help=_help("serve"))
    serve.add_argument("--port", type=_port, default=PORT, metavar="N", help=f"{_help('port')} ({PORT})")
    serve.set_defaults(verb=_serve)
    add_verbs(verbs, shared, _help)
    explain = verbs.add_parser("explain", parents=[shared, out], help=_help("explain"))
    explain.add_argument("what", metavar="CODE|PATH", help=_help("what"))
    explain.set_defaults(verb=_explain)
    release = verbs.add_parser("release", parents=[shared, form, jobs], help=_help("release"))
    release.add_argument("--base-url", type=_address, metavar="URL", help=_help("base_url"))
    release.set_defaults(verb=_release)
    verify = verbs.add_parser("verify", parents=[shared], help=_help("verify"))
    verify.add_argument("--releases", type=Path, metavar="DIR|FILE", help=_help("releases"))
    verify.add_argument("target", type=Path, nargs="?", metavar="PATH", help=_help("target"))
    verify.set_defaults(verb=_verify)
    return parser


def _help(name: str) -> str:
    """What `--help` says, in both of our languages: which one a reader knows, no file has told yet."""
    return " / ".join(command(f"help.{name}", lang) for lang in languages(DEFAULT))


def _processors() -> int:
    """How many processors there are for us; more than four workers wait for each other's pictures."""
    return min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def _cluster(text: str) -> str:
    if re.fullmatch(r"dask://[\w.\-\[\]:]+:\d{1,5}", text) is None:
        raise argparse.ArgumentTypeError(f"{text!r}: dask://127.0.0.1:8786")
    return text


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r}: 1, 2, 3, …")
    return int(text)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r}: 0 … 65535")
    return int(text)


def _address(text: str) -> str:
    address = text if text.endswith("/") else f"{text}/"
    if not is_site_address(address):
        raise argparse.ArgumentTypeError(f"{text!r}: https://example.vn/giam-ngheo/")
    return address
