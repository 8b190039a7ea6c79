"""The words of the interface: each that is asked for is there in each language, and each that is there is asked for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import product
from string import Formatter
from typing import TypeGuard, get_args

import pytest
from jinja2 import nodes

from generator.derive.comparability import Obstacle
from generator.derive.comparison import Why
from generator.derive.finding import Rule
from generator.derive.folding import plain
from generator.derive.series import STATUSES
from generator.derive.status import Attainment, Basis, Lifecycle, Publication, ReportDuty, State
from generator.derive.verifiability import UNNAMED, Named
from generator.exports import duty_rows, lists, record_rows
from generator.exports.search import TYPES
from generator.model.duties import (
    ActorSource,
    Aspect,
    DutyKind,
    HouseholdStatus,
    Outcome,
    Question,
    Recurrence,
    RelationType,
)  # fmt: skip
from generator.model.places import Relation
from generator.model.plan import PARTS, Certainty, FurnitureKind, RepairKind
from generator.model.records import Level, Nature, SourceKind, System, Unit
from generator.model.tables import Attribution, Comparator
from generator.pages.parts.naming import DOCUMENT_KINDS
from generator.pages.plans.badges import SECTIONS
from generator.pages.supervision.check_rows import PARTS as SUPERVISED
from generator.pages.supervision.check_rows import SCOPES
from generator.release import KINDS as KINDS_OF_CHANGES
from generator.render.theme import Theme
from tests.keys import HOLE, all_strings, arguments, code, expanded, filled, name_of, strings
from tests.projects import REPOSITORY

LANGUAGES = ("vi", "en")
ROOMS = ("charts", "exports", "pages", "render", "site", "outputs.py")
"""Where the generator asks for words of the interface."""
KEY = re.compile(r"[a-z]+(?:\{\}|\.[a-z0-9_{}-]+)+")
FILE = re.compile(r"\.(?:csv|html|ics|js|json|png|svg|txt)\Z")
SILENT = ("charts", "check", "exports", "pages")
"""The rooms that say nothing of their own."""
SENTENCE = re.compile(r"(?:\b[A-Za-z]+[,;:]? ){4}[A-Za-z]|\w[À-ỹ]|[À-ỹ]\w")
VOCABULARY = (
    "check/law.py", "check/privacy.py", "exports/search.py", "pages/front/abbreviations.py", "pages/parts/reading.py",
)  # fmt: skip
"""Modules with the Vietnamese by which texts and queries are read: numbers of articles, kinds of units, short names."""
COLUMNS = {key for module in (duty_rows, record_rows) for name, value in vars(module).items()
           if name.isupper() and isinstance(value, dict) for key in value}  # fmt: skip
FILES = {"calendar": ("csv", "xlsx"), "duty.takeaway": ("csv", "ics", "xlsx"), "indicator.file": ("csv",)}
"""The formats of files to take along, by the key under which `download_links` finds their words."""
COMPARATORS = (*get_args(Comparator), "avg")
PROOF = tuple(basis for basis in get_args(Basis) if basis != "none")
UNITS_OF_TARGETS = (*get_args(Unit), "households_per_year", "pp", "pp_per_year")
OF_RATES = ("percentage_point", "pp", "pp_per_year")

TITLES = {"commitments", "commitments_of", "criteria", "reporting", "reports", *(whole.title for whole in lists.WHOLE)}
COMPUTED: dict[str, set[str]] = {
    pattern: {key for choice in product(*parts) for key in filled(pattern, *([value] for value in choice))}
    for pattern, *parts in (
        # lists to take along, under `list.` and `duty.`
        ("list.title.{}", TITLES),
        ("list.column.{}", COLUMNS),
        ("list.part.{}", ("actor", "partner")),
        ("list.outcome.{}", get_args(Outcome)),
        # agencies, documents, supports
        ("agency.description.{}", get_args(Nature)),
        ("agency.facts.{}", get_args(Nature)),
        ("agency.lead_none.{}", get_args(Nature)),
        ("agency.level.{}", get_args(Level)),
        ("agency.nature.{}", get_args(Nature)),
        ("agency.none.{}", get_args(Nature)),
        ("agency.reports_none.{}", get_args(Nature)),
        ("agency.system.{}", get_args(System)),
        ("document.conflict.{}", ("date", "number")),
        ("document.group.{}", DOCUMENT_KINDS),
        ("document.relation.{}", get_args(RelationType)),
        ("policy.aspect.{}", get_args(Aspect)),
        ("policy.plan.{}", get_args(Lifecycle)),
        ("law.kind.{}", get_args(SourceKind)),
        ("law.{}", ("article", "clause", "point")),
        ("finder.question.{}", get_args(Question)),
        ("finder.status.{}", get_args(HouseholdStatus)),
        ("finder.{}", ("majority", "minority")),
        # commitments and what is known of them
        ("calendar.is_{}", ("both", "next", "past", "undated", "untimed")),
        ("commitment.axis.{}", ("attainment", "basis", "finding", "lifecycle", "report_duty")),
        ("commitment.moment.search_{}", get_args(Outcome)),
        ("commitment.moment.{}", ("coming", "past")),
        ("commitment.outcome.{}", get_args(Outcome)),
        ("commitment.unit.{}", OF_RATES),
        ("commitment.why.lifecycle.{}", get_args(Lifecycle)),
        ("commitment.why.finding.{}", (*get_args(State), "due_not_found_undated")),
        ("commitment.why.report_duty.{}", get_args(ReportDuty)),
        ("duty.actor_mark.{}", ("heading", "implied")),
        ("duty.actor_source.{}", get_args(ActorSource)),
        ("duty.attainment.{}", get_args(Attainment)),
        ("duty.badge.{}.{}", SECTIONS, ("one", "many")),
        ("duty.basis.{}", get_args(Basis)),
        ("duty.basis_rule.{}", PROOF),
        ("duty.finding.{}", get_args(State)),
        ("duty.finding_rule.{}", get_args(State)),
        ("duty.kind.{}", get_args(DutyKind)),
        ("duty.lifecycle.{}", get_args(Lifecycle)),
        ("duty.named.{}", (*get_args(Named), *UNNAMED, "all", "none")),
        ("duty.publication.{}", get_args(Publication)),
        ("duty.report_duty.{}", get_args(ReportDuty)),
        ("duty.recurrence.{}", get_args(Recurrence)),
        ("duty.year.{}", ("none", "recurring")),
        ("filter.{}", ("agency", "kind", "named", "place", "plan", "report", "state", "weight", "year")),
        ("ledger.obstacle.{}", get_args(Obstacle)),
        ("letter.column.{}", ("number", "report", "when", "who")),
        ("letter.law_{}", ("all", "none", "some")),
        ("letter.{}", ("issuer", "receiver")),
        ("supervision.column.{}", ("commitment", "notes", "number", "result")),
        ("supervision.scopes.{}", SCOPES),
        *((f"report.{part}.{{}}", ("result", "wrong")) for part in ("body", "by_form", "by_mail", "subject")),
        ("report.field.{}", ("by", "day", "number", "page", "source", "what")),
        ("supervision.counted.{}", SUPERVISED.values()),
        ("supervision.part.{}", SUPERVISED.values()),
        # plans and their texts
        ("nav.{}", (
            "accessibility", "agencies", "calendar", "charts", "commitments", "corrections", "data", "documents",
            "findings", "glossary", "handbook",
            "methods", "places", "plans", "policies", "releases", "search", "supervision", "verifiable",
        )),
        ("correction.{}", ("after", "before", "why")),
        ("release.kind.{}", KINDS_OF_CHANGES),
        ("release.what.{}", ("added", "changed", "removed")),
        ("plan.certainty.{}", get_args(Certainty)),
        ("plan.comparator.{}", COMPARATORS),
        ("plan.date_from.{}", ("document", "inferred", "website")),
        ("plan.furniture.{}", get_args(FurnitureKind)),
        ("plan.part.{}", PARTS),
        ("plan.period_{}", ("from", "one", "range", "until")),
        ("plan.repair.{}", get_args(RepairKind)),
        ("plan.unit.{}", UNITS_OF_TARGETS),
        # places and numbers
        ("compare.set.{}", ("commune", "district", "province", "region")),
        ("compare.why.{}", get_args(Why)),
        ("dataset.file.{}", ("csv", "csv-wide", "csvw", "datapackage", "json", "parquet", "readme", "xlsx", "zip")),
        ("dataset.{}", ("note", "place", "printed", "producer", "source", "standard", "status", "what", "year")),
        ("findings.rule.{}.how", get_args(Rule)),
        ("findings.rule.{}.title", get_args(Rule)),
        ("format.{}", get_args(Unit)),
        ("indicator.differ.{}", ("same_standard", "standard", "unstated")),
        ("indicator.unit.{}", get_args(Unit)),
        ("place.fate_{}", ("became", "unknown", "within")),
        ("place.gap.{}", ("standard", "territory")),
        ("place.group.{}.{}", ("province", "district", "commune"), ("former", "today")),
        ("place.how.{}", ("above", "after", "before", "inside", "named")),
        ("place.named.{}", {"_".join(plain(type).split()) for type, *_ in TYPES}),
        ("plan.document.{}", ("chuong_trinh", "de_an", "ke_hoach", "nghi_quyet", "quyet_dinh")),
        ("place.relation.{}", get_args(Relation)),
        ("policy.situation.{}", get_args(Question)[1:]),
        ("search.plans_{}", ("former", "later")),
        # charts
        ("chart{}", (".csv", ".png", ".svg", ".vl.json")),
        ("figure.beside.title.{}", ("one", "several")),
        ("figure.bound.{}", COMPARATORS),
        ("figure.column.{}", (
            "aim", "commitments", "day", "group", "item", "money", "named", "place", "plan", "printed", "rate",
            "report", "shown", "standard", "state", "status", "territory", "value", "what", "who", "year",
        )),
        ("figure.communes.title.{}", ("same", "start")),
        ("figure.districts.{}", ("cut", "rate")),
        ("figure.due.title.{}", ("month", "span")),
        ("figure.gap.{}", ("producer", "standard", "territory", "unit", "unstated")),
        ("figure.ground.{}", ("from", "to")),
        ("figure.made_by.{}", (*get_args(Attribution), "some")),
        ("figure.note.break.{}", ("producer", "standard", "territory", "unit", "unstated")),
        ("figure.note.column_{}", ("standard", "status")),
        ("figure.note.{}", ("estimate", "plan", "preliminary")),
        ("figure.note.households{}", ("", "_group", "_unprinted")),
        ("figure.panels.kind.{}", STATUSES),
        ("figure.publication.note_{}", set(get_args(State)) - {"found"}),
        ("figure.publication.part.{}", get_args(State)),
        ("figure.publication.state.{}", get_args(State)),
        ("figure.status.{}", STATUSES),
        ("figure.trend.about{}", ("", "_group", "_unprinted")),
        ("figure.trend.title.{}.{}", ("mixed", "plan", "result", "set"), ("down", "same", "up")),
        ("figure.{}.about", ("bars", "panels")),
    )
}  # fmt: skip
"""Each key that is put together, with every key that it can be: what a value of the domain can be says so itself."""
COMPUTED["findings.rule.{}.{}"] = {
    *filled("findings.rule.{}.sum", get_args(Rule)),
    *filled("findings.rule.target-against-table.{}", ["level", "yearly"]),
}


@pytest.fixture(scope="module")
def theme() -> Theme:
    return Theme(REPOSITORY / "themes", "base", LANGUAGES)


def keys_of_code(words: frozenset[str]) -> set[str]:
    """The keys that the generator's code asks for by name, computed ones as patterns."""
    tops = {key.partition(".")[0] for key in words}
    modules = set(strings(code()["pages/__init__.py"]))
    dotted = {string for string in all_strings(*ROOMS) - modules if KEY.fullmatch(string)}
    whole = {string for string in dotted if re.split("[.{]", string)[0] in tops}
    files = {string for string in whole - words if FILE.search(string)}
    # What files to take along ask a `Teller` for; and the files themselves, by their formats.
    below = {"list": arguments("word", rooms=["exports"]), "duty": arguments("duty", rooms=["exports"])}
    below |= {key: FILES[key] for key in arguments("download_links", position=1)}
    keys = whole - files - {"list.{}", "duty.{}"} - below["list"] - below["duty"] - below.keys()
    return keys | {f"{top}.{key}" for top, keys in below.items() for key in keys}


def keys_of_scripts(theme: Theme) -> set[str]:
    """The keys that scripts ask for by name."""
    scripts = (theme.chain.text(path) for name, path in theme.chain.files("assets").items() if name.endswith(".js"))
    return {key for script in scripts for key in re.findall(r'\bsay\("([a-z_.]+)"', script)}


def keys_of_templates(theme: Theme) -> Iterator[str]:
    """The keys that templates ask for by name, computed ones as patterns; whatever else has the form of a key too."""
    for name in theme.chain.files("templates"):
        tree = theme.environment("vi").parse(theme.chain.text(str(theme.chain.find("templates", name))))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "word":
                yield from said(call.args[0])


def said(node: nodes.Expr) -> Iterator[str]:
    """The strings that an expression of a template can be, as patterns."""
    if isinstance(node, nodes.Const):
        yield str(node.value)
    elif isinstance(node, nodes.CondExpr):
        yield from (*said(node.expr1), *(said(node.expr2) if node.expr2 else ()))
    elif isinstance(node, nodes.Concat):
        yield from ("".join(choice) for choice in product(*map(list, map(said, node.nodes))))
    else:
        yield HOLE


def holes(text: str) -> set[str]:
    """The names that a text leaves open."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_language_has_every_word(theme: Theme) -> None:
    """No interface lacks a word, or a value in it, that another has."""
    first, *others = (theme.words(lang) for lang in LANGUAGES)
    wrong = [
        key
        for other in others
        for key in sorted(set(first) | set(other))
        if holes(first.get(key, "{-}")) != holes(other.get(key, "{+}"))
    ]

    assert wrong == []


def test_every_word_that_is_asked_for_is_there_and_no_other(theme: Theme) -> None:
    """Neither code nor template names a word that the languages lack, also where it puts the name together."""
    words = frozenset(theme.words("vi"))
    asked = expanded(keys_of_code(words) | {*keys_of_templates(theme), *keys_of_scripts(theme)}, COMPUTED)

    assert len(asked) > 1000
    assert sorted(asked - words) == []
    assert sorted(words - asked) == []


def documents(node: ast.AST) -> TypeGuard[ast.Call]:
    """Whether this says, in English, what a field of the API or of a view is, or what a kind of page is called."""
    return isinstance(node, ast.Call) and name_of(node.func) in ("doc", "PageKind")


def sentences(tree: ast.Module) -> Iterator[str]:
    """What reads like a sentence, or is Vietnamese, in a module: but for its documentation, and faults of ours."""
    shared = {given.id for other in code().values() for call in ast.walk(other) if documents(call)
              for given in call.args if isinstance(given, ast.Name)}  # fmt: skip

    def reader_facing(node: ast.AST) -> Iterator[str]:
        if documents(node) or isinstance(node, ast.Raise):
            return
        if isinstance(node, ast.Assign) and shared & {name_of(target) for target in node.targets}:
            return
        if isinstance(node, ast.Constant | ast.JoinedStr):
            yield from (string for string in strings(node) if SENTENCE.search(string))
            return
        for child in ast.iter_child_nodes(node):
            if not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):
                yield from reader_facing(child)

    return reader_facing(tree)


@pytest.mark.parametrize("name", sorted(name for name in code() if name.partition("/")[0] in SILENT))
def test_no_sentence_stands_in_code(name: str) -> None:
    """What people read is words of the interface, a message or content, so that any language can say it."""
    found = list(sentences(code()[name]))

    assert found == [] or name in VOCABULARY


def test_a_sentence_in_code_is_seen() -> None:
    """Vietnamese and English are found in plain strings and in computed ones."""
    module = ast.parse(
        'a = f"{count} plans stand in this portal"\nb = "Kế hoạch"\nc: str = doc("what a plan says of it")'
    )

    assert list(sentences(module)) == ["{} plans stand in this portal", "Kế hoạch"]


@pytest.mark.parametrize("unsaid", [("plan.kind.{}", {}), ("plan.title", {"plan.kind.{}": {"plan.kind.a"}})])
def test_a_computed_key_has_to_say_what_it_can_be(unsaid: tuple[str, dict[str, set[str]]]) -> None:
    """A key that is put together and not in the table is found, and so is one that only the table puts together."""
    pattern, computed = unsaid

    with pytest.raises(KeyError):
        expanded([pattern], computed)
