"""A picture that is set from looks that were drawn once is the picture that the renderer draws."""

from __future__ import annotations

from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts.frame import GRID, INK, KINDS, PLAN, dot, inside, stroke
from generator.charts.marks import bar, draw, haloed, point, rule, words
from generator.charts.sheet import Mark, Sheet
from generator.render.picture import PictureRecipe, case_of
from tests.portal import outputs

FONT = "Congkhai Sans"
SOME = 7  # every seventh picture: all kinds, both widths and languages

places = st.one_of(
    st.integers(-400, 800), st.floats(-400, 800, allow_nan=False), st.sampled_from([0, -0.0, 0.5, 1e-13, 0.1 + 0.2])
)
said = st.text(st.sampled_from("Hộ nghèo <&>\"'8,5%\n "), min_size=1, max_size=12).filter(
    lambda text: all(line.strip() for line in text.split("\n"))  # no chart leaves a line blank
)
looks = st.fixed_dictionaries(
    {"align": st.sampled_from(["left", "center", "right"])},
    optional={"angle": st.sampled_from([0, 270]), "weight": st.sampled_from([400, 600])},
)
rules = st.builds(
    lambda x, y, x2, y2, look: rule(x, y, x2, y2, **look),
    *[places] * 4,
    st.sampled_from([{"stroke": GRID}, *(stroke(kind) for kind in KINDS)]),
)
bars = st.builds(lambda x, y, x2, y2, kind: bar(x, y, x2, y2, **inside(kind)), *[places] * 4, st.sampled_from(KINDS))
points = st.builds(lambda x, y, kind: point(x, y, **dot(kind)), places, places, st.sampled_from(KINDS))
texts = st.builds(
    lambda text, x, y, fill, more: words(text, x, y, fill, **more),
    *(said, places, places, st.sampled_from([INK, PLAN]), looks),
)
marks = st.lists(st.one_of(rules, bars, points, texts, st.builds(lambda one: haloed([one])[0], texts)), max_size=12)
SIZES = [(340, 276, 44, 30), (720, 330, 0, 4), (1, 1, 0, 0), (33, 1200, 5, 0)]


def both(sheet: Sheet) -> tuple[str, str]:
    """The picture as it is set, and as the renderer draws it."""
    case = case_of(draw, FONT)
    return case.set(sheet), case.plain(case.draw(sheet.size, [one.row() for one in sheet.marks]))


@settings(max_examples=60, deadline=None)
@given(marks)
def test_what_is_set_is_what_the_renderer_draws(some: list[Mark]) -> None:
    """Whatever the places, looks and words."""
    set_, drawn = both(Sheet(SIZES[0], tuple(some)))

    assert set_ == drawn


@pytest.mark.parametrize("size", SIZES)
def test_a_frame_is_as_large_as_the_renderer_makes_it(size: tuple[int, int, int, int]) -> None:
    """The frame is cast once, and filled with the size of each picture."""
    full, empty = (both(Sheet(size, some)) for some in ((words("Hộ", 3, 4, INK),), ()))

    assert full[0] == full[1]
    assert empty[0] == empty[1]
    assert f'width="{size[0]}" height="{size[1]}"' in empty[0]


def test_looks_are_cast_once() -> None:
    """Whatever the size of a picture, what was drawn before is not drawn again."""
    case = case_of(draw, FONT)
    some = (words("Hộ", 3, 4, INK), bar(0, 0, 9, 9, **inside("plan")))
    case.set(Sheet(SIZES[0], some))
    known = dict(case.looks)
    case.set(Sheet(SIZES[1], tuple(one._replace(x=7) for one in some)))

    assert case.looks == known


def test_the_figures_of_the_portal_are_set_as_they_would_be_drawn() -> None:
    """Real rows, in all their looks."""
    pictures: list[tuple[PictureRecipe, Any]] = [
        (one.recipe, one.given) for one in outputs().values() if isinstance(one.recipe, PictureRecipe)
    ]
    looked, wrong = [], []
    for recipe, drawing in [one for one in pictures if one[0].kind == "screen"][::SOME]:
        looked.append(recipe.chart)
        set_, drawn = both(cast(Sheet, recipe.lay(drawing.rows, dict(recipe.words), recipe.width)))
        wrong += [drawing.title] if set_ != drawn else []

    assert len(looked) > 40
    assert wrong == []
