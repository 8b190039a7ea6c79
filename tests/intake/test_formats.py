"""A plan of any format gives the same draft, and a file that holds no text is told so."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from generator.cli import main
from generator.intake.charsets import TCVN3, VNI, decoded, from_tcvn3, from_vni
from generator.intake.clauses import proposals_of
from generator.intake.formats import Unreadable, read_original
from generator.intake.grid import read_grid
from generator.intake.shape import shape_of
from generator.intake.text import passages_of
from generator.model.diagnostic import Diagnostic
from generator.read.site import read_site
from tests.intake.fixtures import TEXT, write
from tests.intake.test_tables import workbook
from tests.projects import make_project

FORMS = (
    "plan.txt", "form-feed.txt", "utf16.txt", "utf16-bare.txt", "windows.txt", "tcvn3.txt", "tcvn3-saved.txt",
    "vni.txt", "plan.html", "plan.pdf", "plan.docx",
)  # fmt: skip
IDS = ["dau-van-ban", "tieu-de", "mo-dau", "I", "I.1", "I.2", "II", "II.1", "II.2", "ket-thuc", "noi-nhan", "ky"]
LETTERS = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"


@pytest.mark.parametrize("form", FORMS)
def test_a_plan_goes_from_any_format_to_content(form: str, tmp_path: Path) -> None:
    """From a file to a plan that `check` calls right, with the words of ours that no machine may write."""
    root = make_project(tmp_path / "project")
    assert main(["import", str(write(tmp_path, form)), "--site", str(root)]) == 0
    (draft,) = (root / "drafts").iterdir()
    assert read_site(root)[0].plans.keys() == {"tinh-thu-1-kh-ubnd-2018"}  # type: ignore[union-attr]
    assert re.findall(r"\{#([^}]*)\}", (draft / "text.md").read_text("utf-8")) == IDS

    fill(draft / "plan.yaml")
    assert main(["import", "--accept", draft.name, "--site", str(root)]) == 0
    site, found = read_site(root)

    assert site is not None
    plan = site.plans[draft.name]
    assert wrong(found) == []
    assert (plan.number, str(plan.date), plan.issuer) == ("7/KH-UBND", "2019-03-05", "ubnd-tinh-thu")
    assert (plan.period.start, plan.period.end, plan.place) == (2019, 2020, "tinh-thu")
    assert plan.signer is not None
    assert plan.signer.name == "Trần Văn Mẫu"
    assert plan.recipients == ("Thường trực Tỉnh ủy;", "Các huyện;", "Lưu: VT.")
    assert (plan.source.original is None) == (form in ("plan.txt", "form-feed.txt"))


def fill(path: Path) -> None:
    """What an editor writes: a title in English, a summary in both languages."""
    text = path.read_text("utf-8").replace(', en: ""}', ", en: A plan}")
    path.write_text(text.replace("  vi: []", "  vi: [Lời tóm tắt.]").replace("  en: []", "  en: [A summary.]"), "utf-8")


def wrong(found: list[Diagnostic]) -> list[Diagnostic]:
    return [diagnostic for diagnostic in found if diagnostic.severity.value == "error"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("anh.pdf", b"", "import.empty"),
        ("cu.doc", b"\xd0\xcf\x11\xe0 old", "import.old_word"),
        ("goi.zip", b"PK\x03\x04 no zip", "import.format"),
        ("hong.pdf", b"%PDF-1.4 broken", "import.damaged"),
    ],
)
def test_a_file_without_text_is_told_so(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    """Each says in its own words what to bring instead."""
    (tmp_path / name).write_bytes(data)

    with pytest.raises(Unreadable) as told:
        read_original(tmp_path / name)
    assert told.value.args[0] == reason


def test_a_picture_is_called_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A PDF without letters asks for recognition, and leaves no draft behind."""
    root = make_project(tmp_path / "project")

    assert main(["import", str(write(tmp_path, "picture.pdf")), "--site", str(root)]) == 2
    assert "OCR" in capsys.readouterr().err
    assert not (root / "drafts").exists()


def test_old_encodings_hold_every_letter() -> None:
    """Both tables write each Vietnamese letter in one way, and known words are read right."""
    assert set(LETTERS) - set(TCVN3.values()) == set()
    assert set(LETTERS + LETTERS.upper()) - set(VNI.values()) == set()
    assert (
        from_tcvn3("Sè: 184, N¬i nhËn, ñy ban nh©n d©n, gi¶m nghÌo") == "Số: 184, Nơi nhận, ủy ban nhân dân, giảm nghèo"
    )
    assert from_vni("Keá hoaïch giaûm ngheøo cuûa UÛy ban") == "Kế hoạch giảm nghèo của Ủy ban"
    assert decoded(TEXT.encode("utf-16-be"))[1] == "utf-16-be"


def test_a_draft_among_the_plans_refuses_the_site(tmp_path: Path) -> None:
    """Who moves a draft by hand, unread, is told; nothing of it is published."""
    root = make_project(tmp_path / "project")
    assert main(["import", str(write(tmp_path, "plan.txt")), "--site", str(root)]) == 0
    (draft,) = (root / "drafts").iterdir()
    draft.rename(root / "content/plans" / draft.name)

    site, found = read_site(root)
    assert site is not None
    assert draft.name not in site.plans
    assert "still-draft" in [diagnostic.code for diagnostic in found]


def test_the_original_beside_its_reading_is_held(tmp_path: Path) -> None:
    """An original that is no text is kept byte for byte: a changed one is told, and so is a missing one."""
    root = make_project(tmp_path / "project")
    main(["import", str(write(tmp_path, "utf16.txt")), "--id", "thu-hai", "--site", str(root)])
    fill(root / "drafts/thu-hai/plan.yaml")
    main(["import", "--accept", "thu-hai", "--site", str(root)])
    original = root / "content/plans/thu-hai/original.txt"

    original.write_bytes(b"x" + original.read_bytes())
    assert "source-hash" in [diagnostic.code for diagnostic in read_site(root)[1]]
    original.unlink()
    assert "missing-file" in [diagnostic.code for diagnostic in read_site(root)[1]]


def damaged(data: bytes, seed: int) -> bytes:
    """A file cut short, with other bytes in it, or with a piece of itself twice."""
    random = Random(seed)
    if seed % 3 == 0:
        return data[: random.randrange(len(data))]
    if seed % 3 == 1:
        spoiled = bytearray(data)
        for _ in range(20):
            spoiled[random.randrange(len(data))] = random.randrange(256)
        return bytes(spoiled)
    at = random.randrange(len(data))
    return data[:at] + data[random.randrange(len(data)) :][:200] + data[at:]


@pytest.mark.parametrize(
    "form", ["plan.txt", "utf16.txt", "tcvn3.txt", "plan.html", "plan.pdf", "plan.docx", "bang.xlsx"]
)
def test_no_damaged_file_ends_in_a_traceback(form: str, tmp_path: Path) -> None:
    """It is read as far as it goes, or told to be damaged."""
    whole = workbook(tmp_path / form) if form == "bang.xlsx" else write(tmp_path, form)
    path, reasons = tmp_path / f"hong{whole.suffix}", []
    for seed in range(24):
        path.write_bytes(damaged(whole.read_bytes(), seed))
        try:
            if form == "bang.xlsx":
                read_grid(path)
            else:
                lines = read_original(path).lines
                proposals_of(passages_of(lines, shape_of(lines)))
        except Unreadable as told:
            reasons.append(told.args[0])

    assert all(reason.startswith("import.") for reason in reasons)
