"""The whole of a project as read: configuration, plans, records, places and datasets, with look-ups."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from .diagnostic import Source
from .duties import Assessment, Contradiction, Evidence, Policy, Procedure, Search
from .law import Act
from .limits import Limits
from .maps import Map
from .places import Change, Lookup, Place, Region
from .plan import Plan
from .records import Agency, Correction, Document, Indicator, Prose, Reference, Reply, Standard, Text
from .release import Release
from .tables import Dataset


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """`site.yaml`. `as_of` is the only today. `languages[0]` is the language at the root of the site, and of messages.

    `public_persons` are words that tell of a person who is public by office, each with the reason.
    `report_email` and `report_form` take what readers tell of mistakes and results; in the form's address `{title}` and
    `{body}` stand for what is filled in beforehand.
    `limits` are bounds on what is read, where not the usual ones.
    `base_url` is where the site will stand (`https://example.vn/giam-ngheo/`), its path the prefix of every link.
    """

    title: Text
    tagline: Text
    operator: Text
    as_of: date
    base_url: str
    languages: tuple[str, ...]
    theme: str
    repository: str = ""
    contact: str = ""
    report_email: str = ""
    report_form: str = ""
    public_persons: Mapping[str, str] | None = None
    limits: Limits | None = None
    source_of: Source = field(default_factory=lambda: Source(""), compare=False, repr=False)

    @property
    def base_path(self) -> str:
        """Where the site stands on its host: `/`, or `/giam-ngheo/`."""
        return "/" + self.base_url.split("://", 1)[-1].partition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A project's content, whole and checked against itself. Every mapping is in the order of its ids."""

    config: Config
    plans: Mapping[str, Plan]
    places: Mapping[str, Place]
    changes: tuple[Change, ...]
    datasets: Mapping[str, Dataset]
    agencies: Mapping[str, Agency]
    documents: Mapping[str, Document]
    standards: Mapping[str, Standard]
    indicators: Mapping[str, Indicator]
    references: Mapping[str, Reference]
    pages: Mapping[str, Prose]
    handbook: Mapping[str, bytes]  # path inside content/handbook to its bytes
    acts: Mapping[str, Act] = field(default_factory=dict)
    policies: Mapping[str, Policy] = field(default_factory=dict)
    procedures: Mapping[str, Procedure] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    searches: Mapping[str, Search] = field(default_factory=dict)
    assessments: Mapping[str, Assessment] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    replies: Mapping[str, Reply] = field(default_factory=dict)
    contradictions: Mapping[str, Contradiction] = field(default_factory=dict)
    maps: Mapping[str, Map] = field(default_factory=dict)
    lookup: tuple[Lookup, ...] = ()
    regions: tuple[Region, ...] = ()
    releases: tuple[Release, ...] = ()  # the first one first
    moved: Mapping[str, str] = field(default_factory=dict)  # old paths to new ones
