"""A Word document to its lines: paragraphs with the numbers that Word prints before them, and tables cell by cell."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table

_BULLETS = {"o": "+", "–": "-", "\uf0b7": "-", "\uf02d": "-", "•": "-", "": "-"}


def document_lines(data: bytes) -> tuple[list[str], list[str]]:
    """The lines of a document's body, and what it holds outside of it."""
    document = Document(BytesIO(data))
    numbers = _Numbers(document)
    lines = [line for block in document.iter_inner_content() for line in _block(block, numbers)]
    asides = {
        f"{name}: {words}"
        for section in document.sections
        for name, part in (("header", section.header), ("footer", section.footer))
        if not part.is_linked_to_previous
        for words in [" ".join(paragraph.text.strip() for paragraph in part.paragraphs).strip()]
        if words
    }
    boxes = document.element.body.iter(qn("w:txbxContent"))
    asides |= {f"text box: {' '.join(t.text or '' for t in box.iter(qn('w:t'))).strip()}" for box in boxes}
    return lines, sorted(asides)


def _block(block: Any, numbers: "_Numbers") -> Iterator[str]:
    if isinstance(block, Table):
        yield from _table(block)
        return
    words = "".join(_run(run) for run in block._p.iter())
    yield from (numbers.before(block) + words).split("\n")
    yield ""


def _run(node: Any) -> str:
    """The words of a node of a paragraph, those of text boxes apart."""
    if node.tag == qn("w:t") and not any(above.tag == qn("w:txbxContent") for above in node.iterancestors()):
        return str(node.text or "")
    return {qn("w:tab"): "\t" if node.getparent().tag == qn("w:r") else "", qn("w:br"): "\n", qn("w:cr"): "\n"}.get(
        node.tag, ""
    )


def _table(table: Table) -> Iterator[str]:
    """A table of figures row by row; one that only lays words side by side, column by column."""
    rows = [[cell.text.strip() for cell in _cells(row)] for row in table.rows]
    width = max((len(row) for row in rows), default=0)
    if width > 2:
        yield from ("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
    else:
        for column in range(width):
            for row in rows:
                yield from row[column].split("\n") if column < len(row) else ()
    yield ""


def _cells(row: Any) -> Iterator[Any]:
    """The cells of a row; of cells that are merged across, the words stand in the first."""
    before = None
    for cell in row.cells:
        yield cell if cell._tc is not before else _Empty
        before = cell._tc


class _Empty:
    text = ""


class _Numbers:
    """The numbers and bullets that Word counts itself, which stand in no run."""

    def __init__(self, document: Any) -> None:
        self._counts: dict[str, dict[int, int]] = {}
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        part = next((r.target_part for r in document.part.rels.values() if r.reltype.endswith("/numbering")), None)
        if part is None:
            return
        root = part.element
        kinds = {node.get(qn("w:abstractNumId")): node for node in root.iter(qn("w:abstractNum"))}
        for number in root.iter(qn("w:num")):
            of = number.find(qn("w:abstractNumId"))
            kind = kinds.get(of.get(qn("w:val"))) if of is not None else None
            if kind is not None:
                levels = {int(level.get(qn("w:ilvl"))): _level(level) for level in kind.iter(qn("w:lvl"))}
                self._levels[number.get(qn("w:numId"))] = levels

    def before(self, paragraph: Any) -> str:
        """What Word prints before a paragraph."""
        found = paragraph._p.find(f".//{qn('w:numPr')}")
        if found is None and paragraph.style is not None:
            found = paragraph.style.element.find(f".//{qn('w:numPr')}")
        id, level = (_value(found, name) if found is not None else None for name in ("w:numId", "w:ilvl"))
        at = int(level or 0)
        levels = self._levels.get(id or "", {})
        if at not in levels or not paragraph.text.strip():
            return ""
        form, text, start = levels[at]
        if form == "bullet":
            return _BULLETS.get(text, "-") + " "
        counts = self._counts.setdefault(id or "", {})
        counts[at] = counts.get(at, start - 1) + 1
        for below in [other for other in counts if other > at]:
            del counts[below]
        for other, (kind, _, first) in levels.items():
            text = text.replace(f"%{other + 1}", _printed(counts.get(other, first), kind))
        return f"{text} " if form != "none" else ""


def _level(level: Any) -> tuple[str, str, int]:
    return _value(level, "w:numFmt") or "none", _value(level, "w:lvlText") or "", int(_value(level, "w:start") or 1)


def _value(node: Any, name: str) -> str | None:
    found = node.find(qn(name))
    return None if found is None else str(found.get(qn("w:val")))


def _printed(count: int, form: str) -> str:
    """A count as Word prints it."""
    if form in ("upperRoman", "lowerRoman"):
        ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
        roman = "X" * (count // 10) + ones[count % 10]
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(64 + (count - 1) % 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    return str(count)
