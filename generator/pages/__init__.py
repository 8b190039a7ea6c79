"""Every kind of page that the portal has, in order."""

from dataclasses import dataclass
from importlib import import_module

from .page import PageKind


@dataclass(frozen=True, slots=True)
class PageModule:
    """Where a kind of page is: its module in this folder, and its name in it. It is loaded when pages of the kind are
    declared, since most builds declare few kinds. Where `by_plan`, each page is of one of `Facts.plans`."""

    module: str
    name: str = "KIND"
    by_plan: bool = False

    def load(self) -> PageKind:
        """The kind."""
        kind: PageKind = getattr(import_module(f"{__name__}.{self.module}"), self.name)
        return kind


MODULES = (
    PageModule("front.home"),
    PageModule("plans.plan", "LIST"),
    PageModule("plans.plan", by_plan=True),
    PageModule("plans.provision", by_plan=True),
    PageModule("front.parents", "PROVISIONS", by_plan=True),
    PageModule("front.parents", "STATES"),
    PageModule("commitments.commitments", "LIST"),
    PageModule("commitments.commitments", "OF_PLAN", by_plan=True),
    PageModule("commitments.commitments", "OF_STATE"),
    PageModule("commitments.commitment", by_plan=True),
    PageModule("commitments.criteria", "LIST"),
    PageModule("commitments.criteria", by_plan=True),
    PageModule("records.agencies", "LIST"),
    PageModule("records.agency"),
    PageModule("records.documents", "LIST"),
    PageModule("records.document"),
    PageModule("records.policy", "LIST"),
    PageModule("records.policy"),
    PageModule("records.policy", "PROCEDURE"),
    PageModule("records.acts"),
    PageModule("records.finder", "LIST"),
    PageModule("records.finder"),
    PageModule("records.notices", "LIST"),
    PageModule("records.notices"),
    PageModule("supervision.calendar"),
    PageModule("supervision.ledger"),
    PageModule("supervision.checklist", "LIST"),
    PageModule("supervision.checklist", "OF_PLAN", by_plan=True),
    PageModule("supervision.checklist", "OF_AGENCY"),
    PageModule("supervision.letter"),
    PageModule("supervision.verifiable"),
    PageModule("places.places", "LIST"),
    PageModule("places.maps"),
    PageModule("places.place"),
    PageModule("data.dataset", "LIST"),
    PageModule("data.dataset"),
    PageModule("data.indicator", "LIST"),
    PageModule("data.indicator"),
    PageModule("data.chart", "LIST"),
    PageModule("data.chart"),
    PageModule("data.chart", "EMBEDDED"),
    PageModule("data.comparison", "LIST"),
    PageModule("data.comparison"),
    PageModule("data.findings"),
    PageModule("front.search"),
    PageModule("front.search", "LETTERS"),
    PageModule("front.corrections"),
    PageModule("front.reports"),
    PageModule("front.releases", "LIST"),
    PageModule("front.releases"),
    PageModule("front.prose"),
    PageModule("front.prose", "LOST"),
)


def kinds() -> tuple[PageKind, ...]:
    """Every kind of page."""
    return tuple(module.load() for module in MODULES)
