"""What the records of the five plans say of duties is what the printed lines say: bodies, acts, marks, kinds."""

import re
from collections.abc import Iterator

from generator.model.duties import Commitment
from generator.model.plan import Plan, Provision
from generator.model.records import Agency
from tests.portal import facts

BODIES = (
    "sở", "ban", "ngành", "đoàn thể", "tổ chức", "cơ quan", "đơn vị", "địa phương", "doanh nghiệp", "cá nhân", "phòng",
    "hợp tác xã",
)  # fmt: skip
WHOSE = re.compile(r" của | \(|(?: cấp)? (?:tỉnh|huyện) ")  # what stands behind says of which place a body is
GROUPS = ("Các ", "Thủ trưởng các ")
ACT = re.compile(r"\d+(?:/\d{4})?[/-][A-ZĐ][\w-]*(?:/[A-Z]+)?")
DOUBT = re.compile(r" hay do |tự làm, hoặc ")


def duties() -> Iterator[tuple[Plan, Commitment]]:
    """Every commitment of the five plans."""
    for plan in facts().plans:
        for duty in plan.commitments:
            yield plan, duty


def above(plan: Plan, provision: str) -> list[Provision]:
    """A provision and those that it stands in."""
    known = {part.id: part for part in plan.provisions}
    found, at = [], known.get(provision)
    while at is not None:
        found.append(at)
        at = known.get(at.parent or "")
    return found


def bodies(name: str) -> frozenset[str]:
    """The kinds of body that a name lists."""
    listed = WHOSE.split(name.casefold())[0]
    return frozenset(kind for kind in BODIES if re.search(rf"(?<!\w){kind}(?!\w)", listed))


def forms(agency: Agency) -> tuple[str, ...]:
    return (*agency.aliases, agency.name["vi"])


def test_a_record_lists_the_bodies_that_the_line_lists() -> None:
    """A group whose record adds or drops a kind of body puts a word into the text's mouth."""
    for plan, duty in duties():
        text = " ".join(f"{part.title or ''} {part.text}" for part in above(plan, duty.provision)).casefold()
        charged = duty.actors if duty.actor_source in ("named", "heading") else ()
        for agency in (facts().site.agencies[id] for id in (*charged, *duty.partners)):
            name = agency.name["vi"]
            printed = [form for form in forms(agency) if form.casefold() in text]
            if printed and name.startswith(GROUPS):
                assert any(bodies(form) == bodies(name) for form in printed), (plan.id, duty.id, name, printed)


def test_a_summary_names_no_act_that_its_quote_leaves_out() -> None:
    """The words that are called the text's hold each document that our words name; a heading above may."""
    for plan, duty in duties():
        titles = (part.title or "" for part in above(plan, duty.provision))
        said = re.sub(r"\s*-\s*", "-", " ".join((duty.quote, *titles)))

        for act in ACT.findall(duty.summary["vi"]):
            assert act in said, (plan.id, duty.id, act)


def test_a_quote_does_not_stop_before_its_closing_quotation_mark() -> None:
    for plan, duty in duties():
        text = above(plan, duty.provision)[0].text
        is_open = duty.quote.count('"') % 2 or duty.quote.count("“") > duty.quote.count("”")
        behind = text.partition(duty.quote)[2][:1]

        assert not (is_open and behind in ('"', "”")), (plan.id, duty.id)


def test_no_summary_makes_somebody_act_where_the_text_names_nobody() -> None:
    """`none` says that the text names nobody; our sentence then does not begin with a body."""
    every = [form.casefold() for agency in facts().site.agencies.values() for form in forms(agency)]
    for plan, duty in duties():
        if duty.actor_source == "none":
            begins = [form for form in every if re.match(rf"{re.escape(form)}(?!\w)", duty.summary["vi"].casefold())]

            assert not begins, (plan.id, duty.id, begins)


def test_whom_our_note_doubts_is_implied() -> None:
    doubted = [(plan, duty) for plan, duty in duties() if duty.note and DOUBT.search(duty.note["vi"])]

    assert doubted
    for plan, duty in doubted:
        assert duty.actor_source == "implied", (plan.id, duty.id)


def test_what_is_asked_and_what_is_required_at_the_end_have_one_kind_in_all_plans() -> None:
    """“Đề nghị …” is a request; the closing “yêu cầu …” is a task."""
    for plan, duty in duties():
        if duty.quote.casefold().startswith("đề nghị"):
            assert duty.kind == "request", (plan.id, duty.id)
        elif duty.provision == "ket-thuc" and "yêu cầu" in duty.quote.casefold():
            assert duty.kind == "task", (plan.id, duty.id)


def test_a_target_is_due_when_its_line_says() -> None:
    """The words or the year of a target's deadline stand in its provision or in one that it stands in."""
    for plan in facts().plans:
        for target in plan.targets:
            text = " ".join(f"{part.title or ''} {part.text}" for part in above(plan, target.provision))

            assert target.deadline is None or target.deadline in text, (plan.id, target.id)
