"""What follows from places and their changes, and which plans concern whom."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date

from generator.derive.facts import derive
from generator.model.places import Change
from tests.unit.small_site import PLAN, PROJECT, place, plan, site


def change(before, after, day=date(2025, 7, 1), relation="whole"):
    return Change(day=day, before=before, after=after, relation=relation, basis="")


def test_an_old_name_leads_to_todays_unit_and_back():
    """Two former communes lead to the commune of today, and it leads back to both."""
    facts = derive(site())

    assert (facts.today["xa-m"], facts.today["xa-n"]) == (("xa-moi",), ("xa-moi",))
    assert facts.formerly["xa-moi"] == ("xa-m", "xa-n")
    assert "xa-moi" not in facts.today


def test_a_chain_of_changes_is_followed_to_its_end():
    """A commune that was merged twice leads to the unit of today, not to the one between."""
    between = place("xa-giua", "huyen-a", first=date(2020, 1, 1), last=date(2025, 6, 30))
    changes = (change("xa-m", "xa-giua", date(2020, 1, 1)), change("xa-giua", "xa-moi"))
    facts = derive(site(places={**site().places, "xa-giua": between}, changes=changes))

    assert (facts.today["xa-m"], facts.today["xa-giua"]) == (("xa-moi",), ("xa-moi",))
    assert [one.before for one in facts.before["xa-giua"]] == ["xa-m"]
    assert [one.after for one in facts.after["xa-giua"]] == ["xa-moi"]


def test_a_place_whose_end_is_unknown_leads_nowhere():
    """Where no change is recorded, nothing is invented; and changes in a circle end."""
    changes = (change("xa-m", "xa-n"), change("xa-n", "xa-m"))

    facts = derive(site(changes=changes))

    assert facts.today == {}


def test_units_under_a_place():
    """Units of every period are under the place that they name as theirs."""
    facts = derive(site())

    assert facts.children == {"tinh-t": ("huyen-a", "xa-moi"), "huyen-a": ("xa-m", "xa-n")}


def test_the_plan_of_a_district_concerns_its_communes_of_that_time():
    """A plan concerns its own place, and the units under it that existed on its day; not those that came later."""
    facts = derive(site())

    assert facts.plans_of == {
        "huyen-a": (PLAN,),
        "xa-m": (PLAN,),
        "xa-n": (PLAN,),
    }


def test_own_plans_come_before_those_from_above_and_those_that_name_it():
    """For a district: its own plan, the province's, then one of elsewhere that names it; each once."""
    own, province = plan(), replace(plan(), id="tinh-t-2", place="tinh-t", places=("huyen-a",))
    elsewhere = replace(plan(), id="xa-moi-3", place="xa-moi", places=("huyen-a",))
    plans = {one.id: one for one in (elsewhere, own, province)}

    facts = derive(site(plans=plans))

    assert facts.plans_of["huyen-a"] == (PLAN, "tinh-t-2", "xa-moi-3")


def test_a_place_that_began_after_a_plan_is_not_concerned():
    """A commune of 2025 has no part in its province's plan of 2017."""
    facts = derive(site(plans={PLAN: plan(place="tinh-t")}))

    assert "xa-moi" not in facts.plans_of
    assert facts.plans_of["xa-m"] == (PLAN,)


def test_facts_are_derived_without_pandas():
    """Importing pandas takes longer than deriving all facts, so nothing on that way does."""
    modules = "generator.derive.facts, generator.exports.api, generator.exports.opendata"
    code = f"import sys, {modules}; print('pandas' in sys.modules)"

    said = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)

    assert said.stdout == "False\n"
