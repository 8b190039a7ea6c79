"""A picture that is set from looks that were drawn once is the picture that the renderer draws."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts import CHARTS
from generator.charts.figure import Row
from generator.charts.frame import GRID, INK, KINDS, PLAN, dot, stroke
from generator.charts.marks import haloed, point, rule, step, words
from generator.render.picture import PictureRecipe, case_of
from tests.portal import outputs

FONT = "Noto Sans"
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
points = st.builds(lambda x, y, kind: point(x, y, **dot(kind)), places, places, st.sampled_from(KINDS))
texts = st.builds(
    lambda text, x, y, fill, more: words(text, x, y, fill, **more),
    *(said, places, places, st.sampled_from([INK, PLAN]), looks),
)
rows = st.lists(st.one_of(rules, points, texts, st.builds(lambda one: haloed([one])[0], texts)), max_size=12)


def both(chart: str, width: int, laid: list[Row]) -> tuple[str, str]:
    """The picture as it is set, and as the renderer draws it."""
    case = case_of(CHARTS[chart].draw, width, FONT)
    return case.set(laid), case.plain(case.draw(laid))


@settings(max_examples=60, deadline=None)
@given(rows)
def test_what_is_set_is_what_the_renderer_draws(some: list[Row]) -> None:
    """Whatever the places, looks and words."""
    set_, drawn = both("trend", 340, some)

    assert set_ == drawn


@pytest.mark.parametrize("steps", [1, 3, 12])
def test_a_picture_that_grows_is_set_as_tall(steps: int) -> None:
    """Its frame is drawn for each number of steps."""
    set_, drawn = both("panels", 720, [*map(step, range(steps)), words("Hộ", 3, 4, INK)])

    assert set_ == drawn
    assert both("panels", 720, [step(0)])[0] != set_ or steps == 1


def test_the_figures_of_the_portal_are_set_as_they_would_be_drawn() -> None:
    """Real rows, in all their looks."""
    pictures: list[tuple[PictureRecipe, Any]] = [
        (one.recipe, one.given) for one in outputs().values() if isinstance(one.recipe, PictureRecipe)
    ]
    looked, wrong = 0, []
    for recipe, drawing in [one for one in pictures if one[0].kind == "screen"][::SOME]:
        laid = list(recipe.lay(json.loads(json.dumps(drawing.rows)), dict(recipe.words), recipe.width))
        if "mark" in laid[0]:
            looked += 1
            set_, drawn = both(recipe.chart, recipe.width, laid)
            wrong += [drawing.title] if set_ != drawn else []

    assert looked > 40
    assert wrong == []
