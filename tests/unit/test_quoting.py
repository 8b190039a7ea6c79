"""What is called the text's words is a whole clause, or visibly cut."""

import re

import pytest

from generator.model.passages import quoted
from generator.model.quoting import visibly_cut
from tests.portal import facts


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("Giảm nghèo nhanh", "Giảm nghèo nhanh…"),
        ("Giảm nghèo nhanh, bền vững", "Giảm nghèo nhanh, bền vững"),
        ("bền vững", "…bền vững"),
        ("huy động nguồn", "huy động nguồn…"),
        ("huy động nguồn lực", "huy động nguồn lực…"),
        ("huy động nguồn lực (mọi nguồn)", "huy động nguồn lực (mọi nguồn)"),
        ("Báo cáo", "Báo cáo"),
        ("không có ở đây", "không có ở đây"),
    ],
)
def test_a_clause_that_goes_on_is_cut_visibly(quote: str, said: str) -> None:
    text = "- Giảm nghèo nhanh, bền vững; huy động nguồn lực (mọi nguồn).\nBáo cáo"

    assert visibly_cut(text, quote) == said


def test_no_quote_of_the_five_plans_stops_inside_a_clause() -> None:
    """The character behind each quote is looked at, and so is the word before it."""
    for plan in facts().plans:
        texts = {one.id: f"{one.title or ''}\n{one.text}" for one in plan.provisions}
        for duty in (*plan.commitments, *plan.criteria, *plan.reporting):
            said, text = quoted(plan, duty.provision, duty.quote), texts[duty.provision]
            behind = text[text.index(duty.quote) + len(duty.quote) :]
            goes_on = re.match(r"[ *”\"’')]*[^\s.;:!?… *”\"’')]", behind) and duty.quote[-1] not in ".;:!?…"
            assert said.endswith("…") or not goes_on, (plan.id, duty.id, said)
            assert said.strip("…") == duty.quote.strip("…"), (plan.id, duty.id)


@pytest.mark.parametrize(
    ("plan_id", "id", "holds"),
    [
        ("tan-yen-58-kh-ubnd-2017", "ck-040", "được vay vốn tín dụng ưu đãi"),
        ("tan-yen-58-kh-ubnd-2017", "ck-046", "được tập huấn"),
        ("tan-yen-58-kh-ubnd-2017", "ck-163", "báo cáo tình hình, kết quả thực hiện về UBND huyện"),
        ("tuyen-quang-184-kh-mttq-2018", "ck-009", "Tổ chức thực hiện tốt phong trào thi đua"),
        ("tuyen-quang-112-kh-ubnd-2017", "ck-093", "đề nghị các cấp có thẩm quyền khen thưởng"),
        ("yen-bai-131-kh-tu-2019", "ck-088", "Chủ trì, phối hợp"),
    ],
)
def test_a_quote_holds_the_act(plan_id: str, id: str, holds: str) -> None:
    (duty,) = [one for one in facts().site.plans[plan_id].commitments if one.id == id]

    assert holds in duty.quote


def test_lists_and_api_say_where_they_cut() -> None:
    (duty,) = [one for one in facts().site.plans["son-la-237-kh-mttq-btt-2022"].commitments if one.id == "ck-033"]

    assert quoted(facts().site.plans["son-la-237-kh-mttq-btt-2022"], duty.provision, duty.quote) == "…5 năm sơ kết…"
