"""Every kind of page that the portal has, in order."""

from .commitments import commitment, commitments, criteria
from .data import chart, comparison, dataset, findings, indicator
from .front import home, prose, search
from .page import PageKind
from .places import maps, place, places
from .plans import plan, provision
from .records import agencies, agency, document, documents, policy
from .supervision import calendar, checklist, ledger, letter

KINDS: tuple[PageKind, ...] = (
    home.KIND,
    plan.LIST,
    plan.KIND,
    provision.KIND,
    commitments.LIST,
    commitments.OF_PLAN,
    commitments.OF_STATE,
    commitment.KIND,
    criteria.LIST,
    criteria.KIND,
    agencies.LIST,
    agency.KIND,
    documents.LIST,
    document.KIND,
    policy.LIST,
    policy.KIND,
    calendar.KIND,
    ledger.KIND,
    checklist.LIST,
    checklist.OF_PLAN,
    checklist.OF_AGENCY,
    letter.KIND,
    places.LIST,
    maps.KIND,
    place.KIND,
    dataset.LIST,
    dataset.KIND,
    indicator.LIST,
    indicator.KIND,
    chart.LIST,
    chart.KIND,
    comparison.LIST,
    comparison.KIND,
    findings.KIND,
    search.KIND,
    search.LETTERS,
    prose.KIND,
    prose.LOST,
)
