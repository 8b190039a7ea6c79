"""A plan of the site in the shape that the API gives it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.arithmetic import sums_of
from generator.derive.exact import shown
from generator.derive.facts import Facts
from generator.model.plan import Block, Plan, PrintedTable, Provision
from generator.model.tables import Dataset, Observation

from .addresses import Addresses
from .duty_values import citations, commitments, criteria, no_duty, promise, relations, reporting
from .plan_shape import (
    ApiAmount,
    ApiAttachment,
    ApiPeriod,
    ApiPlan,
    ApiPlanEntry,
    ApiPublication,
    ApiReceived,
    ApiSigner,
    ApiSourceFile,
    ApiTarget,
)
from .shape import number_of
from .text_shape import (
    ApiBlock,
    ApiCell,
    ApiFurniture,
    ApiLayout,
    ApiNote,
    ApiProvision,
    ApiRow,
    ApiStructure,
    ApiSum,
    ApiTable,
)


def plan_entry(facts: Facts, plan: Plan, at: Addresses) -> ApiPlanEntry:
    """A plan in the list of plans."""
    return ApiPlanEntry(
        id=plan.id,
        url=at.plan(plan.id),
        json=at.api(f"plans/{plan.id}"),
        number=plan.number,
        doc_type=plan.doc_type,
        title=plan.title,
        issuer=plan.issuer,
        system=plan.system,
        level=plan.level,
        place=plan.place,
        date=plan.date,
        period=ApiPeriod(start=plan.period.start, end=plan.period.end),
        provisions=len(plan.provisions),
        targets=len(plan.targets),
        commitments=len(plan.duties),
        criteria=len(plan.criteria),
        reporting=len(plan.reporting),
        findings=sum(one.plan == plan.id for one in facts.findings),
    )


def whole_plan(facts: Facts, plan: Plan, at: Addresses) -> ApiPlan:
    """A plan with all its parts."""
    datasets = [one for one in facts.site.datasets.values() if one.plan == plan.id]
    return ApiPlan(
        id=plan.id,
        url=at.plan(plan.id),
        number=plan.number,
        number_printed=plan.number_printed,
        doc_type=plan.doc_type,
        issuer=plan.issuer,
        issuer_printed=plan.issuer_printed,
        issuer_certainty=plan.issuer_certainty,
        issuer_note=plan.issuer_note,
        system=plan.system,
        level=plan.level,
        place=plan.place,
        places=plan.places,
        date=plan.date,
        date_printed=plan.date_printed,
        date_source=plan.date_source,
        date_note=plan.date_note,
        title=plan.title,
        title_printed=plan.title_printed,
        summary=plan.summary,
        period=ApiPeriod(start=plan.period.start, end=plan.period.end),
        signer=ApiSigner(name=plan.signer.name, capacity=plan.signer.capacity, authority=plan.signer.authority),
        recipients=plan.recipients,
        recipients_status=plan.recipients_status,
        basis=plan.basis,
        attachments=tuple(
            ApiAttachment(name=one.name, present=one.present, provision=one.provision, note=one.note)
            for one in plan.attachments
        ),
        received=tuple(
            ApiReceived(receiver=one.receiver, date=one.date, date_printed=one.date_printed, number=one.number)
            for one in plan.received
        ),
        publications=tuple(
            ApiPublication(publisher=one.publisher, date=one.date, date_printed=one.date_printed, note=one.note)
            for one in plan.publications
        ),
        source=ApiSourceFile(
            file=plan.source.file,
            url=at.plan(plan.id) + "source.txt",
            sha256=plan.source.sha256,
            bytes=plan.source.bytes,
            note=plan.source.note,
        ),
        provisions=tuple(_provision(plan, one, at) for one in plan.provisions),
        targets=_targets(plan, at),
        amounts=_amounts(plan, at),
        citations=citations(plan, at),
        commitments=commitments(facts, plan, at),
        criteria=criteria(plan, at),
        no_duty=no_duty(plan, at),
        reporting=reporting(facts, plan, at),
        policies=tuple(promise(plan.id, one, at) for one in plan.policies),
        relations=relations(plan, at),
        notes=_notes(plan, at),
        furniture=tuple(
            ApiFurniture(first=one.first, last=one.last, kind=one.kind, quote=one.quote, text=one.text, note=one.note)
            for one in plan.furniture
        ),
        layout=tuple(ApiLayout(kind=one.kind, lines=one.lines, after=one.after, note=one.note) for one in plan.layout),
        structure=tuple(ApiStructure(provision=one.provision, kind=one.kind, note=one.note) for one in plan.structure),
        tables=tuple(_table(plan, *one, datasets, at) for one in _tables(plan)),
        datasets=tuple(one.id for one in datasets),
        findings=tuple(one.id for one in facts.findings if one.plan == plan.id),
    )


def _provision(plan: Plan, one: Provision, at: Addresses) -> ApiProvision:
    return ApiProvision(
        id=one.id,
        url=at.provision(plan.id, one.id),
        number_printed=one.number_printed,
        title=one.title,
        parent=one.parent,
        order=one.order,
        text=one.text,
        blocks=tuple(_block(block) for block in one.blocks),
    )


def _block(one: Block) -> ApiBlock:
    return ApiBlock(
        kind=one.kind, mark=one.mark, text=one.text, lines=one.lines, table=one.table.id if one.table else None
    )


def _targets(plan: Plan, at: Addresses) -> tuple[ApiTarget, ...]:
    return tuple(
        ApiTarget(
            id=one.id,
            url=at.provision(plan.id, one.provision),
            provision=one.provision,
            quote=one.quote,
            indicator=one.indicator,
            value=number_of(one.value),
            value_printed=one.value_printed,
            unit=one.unit,
            comparator=one.comparator,
            baseline=one.baseline,
            deadline=one.deadline,
            geography=one.geography,
            group=one.group,
            target_class=one.target_class,
        )
        for one in plan.targets
    )


def _amounts(plan: Plan, at: Addresses) -> tuple[ApiAmount, ...]:
    return tuple(
        ApiAmount(
            id=one.id,
            url=at.provision(plan.id, one.provision),
            provision=one.provision,
            quote=one.quote,
            item=one.item,
            value=number_of(one.value),
            value_printed=one.value_printed,
            unit=one.unit,
            approximate=one.approximate,
            total=one.total,
        )
        for one in plan.amounts
    )


def _notes(plan: Plan, at: Addresses) -> tuple[ApiNote, ...]:
    return tuple(
        ApiNote(
            number=one.number,
            url=f"{at.plan(plan.id)}#ghi-chu-{one.number}",
            provision=one.provision or None,
            line=one.line,
            quote=one.quote,
            reading=one.reading,
            kind=one.kind,
            certainty=one.certainty,
            why=one.why,
        )
        for one in plan.repairs
    )


def _tables(plan: Plan) -> Iterable[tuple[Provision, PrintedTable]]:
    return ((one, block.table) for one in plan.provisions for block in one.blocks if block.table)


def _table(plan: Plan, provision: Provision, table: PrintedTable, datasets: list[Dataset], at: Addresses) -> ApiTable:
    dataset = next((one for one in datasets if one.table == table.id), None)
    read: dict[int | None, list[Observation]] = {}
    for row in dataset.rows if dataset else ():
        read.setdefault(row.source_line, []).append(row)
    lines = table.lines or (None,) * len(table.rows)
    return ApiTable(
        id=table.id,
        url=at.provision(plan.id, provision.id),
        provision=provision.id,
        dataset=dataset.id if dataset else None,
        header_rows=table.header_rows,
        rows=tuple(
            _row(cells, line, number < table.header_rows, read.get(line, []))
            for number, (cells, line) in enumerate(zip(table.rows, lines, strict=True))
        ),
        sums=tuple(
            ApiSum(
                year=one.total.year,
                indicator=one.total.indicator,
                unit=one.total.unit,
                status=one.total.status,
                printed=one.total.value_printed,
                computed=shown(one.computed),
            )
            for one in (sums_of(dataset) if dataset else ())
        ),
    )


def _row(cells: tuple[str, ...], line: int | None, header: bool, read: list[Observation]) -> ApiRow:
    """A printed row with the numbers that the dataset read on its line: the same print is the same number."""
    numbers = {} if header or line is None else {row.value_printed.strip(): row.value for row in read}
    first = read[0] if read and numbers else None
    serial = first.serial_printed.strip() if first else ""
    return ApiRow(
        kind="header" if header else first.row if first else "other",
        line=line,
        place=first.place if first else None,
        cells=tuple(
            ApiCell(printed=cell, number=None if not place and cell.strip() == serial else numbers.get(cell.strip()))
            for place, cell in enumerate(cells)
        ),
    )
