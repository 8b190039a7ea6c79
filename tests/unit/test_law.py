"""Law: which acts are in force on the day of the site, what they took the place of, and what letters cite."""

import re
from dataclasses import replace
from datetime import date

import pytest

from generator.derive.facts import derive
from generator.derive.validity import acts_of, is_in_force, is_national, standing
from generator.model.law import Act
from generator.model.site import Site
from generator.pages.places.place_plans import policies_by_law
from generator.pages.records import acts, policy
from generator.read.site import read_site
from tests.projects import REPOSITORY
from tests.unit.small_duties import whole, words
from tests.unit.small_site import both

VI = words()["vi"]
STATED = re.compile(r"\d+/\d{4}/[A-ZĐ][\w-]*")


@pytest.fixture(scope="module")
def real() -> Site:
    site, _ = read_site(REPOSITORY)
    assert site is not None
    return site


def act(**said: object) -> Act:
    return replace(whole().acts["luat-a"], **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("start", "end", "holds"),
    [
        (date(2026, 1, 1), None, True),
        (None, None, True),
        (date(2026, 1, 2), None, False),
        (None, date(2026, 1, 1), True),
        (None, date(2025, 12, 31), False),
    ],
)
def test_an_act_is_in_force_from_its_first_day_to_its_last(start: date | None, end: date | None, holds: bool) -> None:
    """Both days belong to it; a day that is not recorded does not bound it."""
    found = act(in_force_from=start, in_force_to=end)

    assert is_in_force(found, date(2026, 1, 1)) is holds


@pytest.mark.parametrize(
    ("said", "sign"),
    [
        ({"number": "188", "year": 2025, "symbol": "NĐ-CP"}, "188/2025/NĐ-CP"),
        ({"number": "2553", "symbol": "QĐ-TTg", "year_printed": False}, "2553/QĐ-TTg"),
        ({"number": None, "symbol": None}, ""),
    ],
)
def test_the_sign_of_an_act_is_as_it_is_cited(said: dict[str, object], sign: str) -> None:
    """The year is part of it for acts that make rules; an act whose number was not read has none."""
    assert act(**said).sign == sign


def test_a_page_of_a_support_tells_law_in_force_from_law_that_ended() -> None:
    """The act that another took the place of stands after it, with its last day."""
    (view,) = policy.views(derive(whole()), "vi", VI)

    assert [(one.sign, one.in_force) for one in view.acts] == [("5/2025/QH15", True), ("4/2008/QH12", False)]
    assert view.acts[1].standing == "đã hết hiệu lực sau ngày 30/6/2025"
    assert [link.label for link in view.acts[1].replaced_by] == ["5/2025/QH15"]


def test_a_statement_names_its_article() -> None:
    """Article, clause and point, as the language writes them, with a link to the act."""
    (view,) = policy.views(derive(whole()), "en", words()["en"])
    (basis,) = next(line.law for part in view.parts for line in part.statements)

    assert (basis.label, basis.note) == ("5/2025/QH15", "Article 12, clause 3, point o")
    assert basis.href == "luat/#luat-a"


def test_a_statement_without_an_article_says_so_and_when_its_source_was_read() -> None:
    """It is what a source says, on the page and in the files; one with an article says nothing of the kind."""
    site = whole()
    bhyt = site.policies["bhyt"]
    (old, *others) = bhyt.statements
    untraced = replace(old, traced=False, law=(replace(old.law[0], article=None),))
    changed = replace(site, policies={"bhyt": replace(bhyt, statements=(untraced, *others))})
    (view,) = policy.views(derive(changed), "vi", VI)
    (line, *rest) = [line for part in view.parts for line in (*part.statements, *part.ended)]

    assert "chưa tìm được điều luật; đây là điều nguồn viết, đọc nguồn ngày" in line.standing
    assert [link.note for link in line.law] == ["nguồn không nêu điều"]
    assert not any("chưa tìm được điều luật" in other.standing for other in rest)


def test_the_list_of_acts_keeps_ended_ones_apart() -> None:
    """Each with the supports that rest on it, or did."""
    (view,) = acts.views(derive(whole()), "vi", VI)

    assert [entry.act.id for entry in view.in_force] == ["luat-a"]
    assert [entry.act.id for entry in view.others] == ["luat-cu"]
    assert [link.href for link in view.in_force[0].uses] == ["chinh-sach/bhyt/"]


def test_a_support_of_national_law_reaches_every_place() -> None:
    """Whether or not a plan names it there; one of a single province does not."""
    site = whole()
    local = replace(site, acts={"luat-a": act(place="huyen-a")})

    assert [link.href for link in policies_by_law(derive(site), "vi", VI)] == ["chinh-sach/bhyt/"]
    assert policies_by_law(derive(local), "vi", VI) == ()


def test_every_statement_of_present_law_rests_on_acts_with_sources_that_were_read(real: Site) -> None:
    """Eighteen supports that plans name, the electricity money and the review of a household."""
    policies = (*real.policies.values(), *real.procedures.values())
    supports = [known.id for known in policies if is_national(known, real)]

    assert {"bhyt", "tien-dien", "xet-ho-ngheo"} <= set(supports)
    assert all(acts_of(known, real) for known in policies if is_national(known, real))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_letters_cite_only_acts_that_are_marked_so_and_are_in_force(real: Site, lang: str) -> None:
    """The words of a letter stand in the theme; the acts that they cite are records, which a check keeps in force."""
    text = (REPOSITORY / f"themes/base/locales/{lang}/supervision.yaml").read_text("utf-8")
    cited = {found for line in text.splitlines() if "ế hoạch" not in line for found in STATED.findall(line)}
    marked = [known for known in real.acts.values() if known.letters]

    assert cited == {known.sign for known in marked if known.sign}
    assert all(is_in_force(known, real.config.as_of) for known in marked)


def test_a_support_without_law_is_no_support_of_the_country() -> None:
    """What only a plan names stays with the plan."""
    site = whole()
    bare = replace(site.policies["bhyt"], statements=(), name=both("Hỗ trợ"))

    assert not is_national(bare, site)


def test_every_statement_of_present_law_names_an_article_or_that_none_was_found(real: Site) -> None:
    """Of the portal's own records; the day on which its source was read is recorded either way."""
    for known in (*real.policies.values(), *real.procedures.values()):
        for said in (*standing(known, real.config.as_of), *known.entitlements):
            assert said.traced == any(basis.article for basis in said.law), said.text
            assert any(real.references[id].read_on for id in said.references), said.text
