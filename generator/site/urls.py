"""Every public address of the site: each kind of page and of file has one entry here, and nobody else spells a path."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

Section = Literal[
    "about", "accessibility",
    "acts", "agencies", "calendar", "charts", "commitments", "comparisons", "corrections", "data", "documents",
    "finder",
    "findings", "glossary", "handbook", "indicators", "methods", "notices", "places", "plans", "policies", "releases",
    "reports", "search",
    "supervision",
]  # fmt: skip
Records = Section | Literal["criteria"]
"""What a list to take along holds."""
SECTIONS: dict[Section, str] = {
    "about": "gioi-thieu",
    "accessibility": "tiep-can",
    "acts": "luat",
    "agencies": "co-quan",
    "calendar": "lich-bao-cao",
    "charts": "bieu-do",
    "commitments": "cam-ket",
    "comparisons": "so-sanh",
    "corrections": "dinh-chinh",
    "data": "du-lieu",
    "documents": "van-ban",
    "finder": "tim-ho-tro",
    "glossary": "thuat-ngu",
    "findings": "doi-chieu",
    "handbook": "so-tay",
    "indicators": "chi-tieu",
    "methods": "phuong-phap",
    "notices": "niem-yet",
    "places": "dia-ban",
    "plans": "ke-hoach",
    "policies": "chinh-sach",
    "releases": "phat-hanh",
    "reports": "bao-ket-qua",
    "search": "tim-kiem",
    "supervision": "giam-sat",
}
"""The parts of the site, each with the folder that it stands in."""
STATUSES = {
    "poor": "ho-ngheo",
    "near_poor": "ho-can-ngheo",
    "escaped": "moi-thoat-ngheo",
    "other": "khong-trong-danh-sach",
}
"""How a household may stand on the commune's list, with the address of its page of the finder."""
CRITERIA = "tieu-chuan-thi-dua"
STATES = {
    "found": "da-cong-bo",
    "partly": "cong-bo-mot-phan",
    "due_not_found": "den-han-chua-tim-thay",
    "not_found": "da-tim-chua-thay",
    "not_searched": "chua-tim",
}
"""What was found of commitments, in the order that pages tell it, with the last part of the address of each list."""

CODE, LETTERS = 5, "abcdefghjkmnpqrstuvwxyz23456789"
"""How many letters the code of a sheet has, and which: none that is read as another."""
LONGEST = 160
"""The most letters of a path inside the site: a folder of Windows has 260 for it and all that stands above it."""
NAMES = LONGEST - len("en/bieu-do//-720.svg")
"""The most letters of a chart's folder and of the name of its files together."""
LONGEST_FOLDER = 100
"""The most letters of a chart's folder."""


@dataclass(frozen=True, slots=True)
class Urls:
    """The addresses under `root`: paths inside a language where it is empty, full addresses where it is the site's.

    Paths of the API, of originals and of datasets' files are the same in every language.
    """

    root: str = ""

    def of(self, path: str) -> str:
        """The address of a path inside the site; a full address stays as it is."""
        return f"{self.root.rstrip('/')}/{path}" if self.root and "://" not in path else path

    def section(self, section: Section) -> str:
        """The first page of a part of the site."""
        return self.of(f"{SECTIONS[section]}/")

    def prose(self, page: str, heading: str = "") -> str:
        """A page of our own words, or one of its headings."""
        return self.of(_anchored(f"{page}/", heading))

    def handbook(self, page: str) -> str:
        """A page of the editors' handbook."""
        return f"{self.section('handbook')}{page}/"

    def lost(self) -> str:
        """The page that a web host shows for an address that it does not know."""
        return self.of("404.html")

    def plan(self, plan: str, anchor: str = "") -> str:
        """A plan's page, or a provision or passage in it."""
        return _anchored(f"{self.section('plans')}{plan}/", anchor)

    def original(self, plan: str, file: str = "source.txt") -> str:
        """The source of a plan, byte for byte."""
        return f"{self.plan(plan)}{file}"

    def akn(self, plan: str) -> str:
        """A plan as Akoma Ntoso."""
        return f"{self.plan(plan)}akn.xml"

    def provisions(self, plan: str) -> str:
        """The list of a plan's provisions."""
        return f"{self.plan(plan)}muc/"

    def provision(self, plan: str, provision: str, anchor: str = "") -> str:
        return _anchored(f"{self.provisions(plan)}{provision}/", anchor)

    def commitments(self, plan: str, anchor: str = "") -> str:
        """The list of a plan's commitments."""
        return _anchored(f"{self.section('commitments')}{plan}/", anchor)

    def commitment(self, plan: str, commitment: str) -> str:
        """The page of a commitment or of a criterion."""
        return f"{self.commitments(plan)}{commitment}/"

    def states(self) -> str:
        """What was found of commitments, by state."""
        return f"{self.section('commitments')}trang-thai/"

    def state(self, state: str) -> str:
        """The list of the commitments of which the same was found."""
        return f"{self.states()}{STATES[state]}/"

    def criteria(self, plan: str = "") -> str:
        """The list of criteria for awards, or the part of it that is of a plan."""
        return _anchored(f"{self.section('commitments')}{CRITERIA}/", plan)

    def agency(self, agency: str) -> str:
        return f"{self.section('agencies')}{agency}/"

    def document(self, document: str) -> str:
        return f"{self.section('documents')}{document}/"

    def policy(self, policy: str) -> str:
        return f"{self.section('policies')}{policy}/"

    def finder(self, status: str = "", minority: bool = False) -> str:
        """The finder, or its page for a household by its status, of an ethnic minority or not."""
        ending = f"{STATUSES[status]}{'-dan-toc-thieu-so' if minority else ''}/" if status else ""
        return f"{self.section('finder')}{ending}"

    def procedure(self, procedure: str) -> str:
        """A procedure that supports rest on: it has an address of its own, for people type it."""
        return self.of(f"{procedure}/")

    def act(self, act: str) -> str:
        """A legal act in the list of all."""
        return _anchored(self.section("acts"), act)

    def place(self, place: str, anchor: str = "") -> str:
        return _anchored(f"{self.section('places')}{place}/", anchor)

    def map(self, map: str = "") -> str:
        """A map of its own day; today's without one."""
        return f"{self.section('places')}ban-do/" + (f"{map}/" if map else "")

    def dataset(self, dataset: str, file: str = "") -> str:
        """The page of a dataset, or a file of it."""
        return f"{self.section('data')}{dataset}/{file}"

    def dataset_row(self, dataset: str, line: int | str) -> str:
        """A row on the page of its dataset, by the line of the CSV."""
        return self.dataset(dataset, f"#r{line}")

    def indicator(self, indicator: str) -> str:
        return f"{self.section('indicators')}{indicator}/"

    def indicator_csv(self, indicator: str) -> str:
        return f"{self.indicator(indicator)}{indicator}.csv"

    def chart(self, chart: str, ending: str = "") -> str:
        """The page of a chart, or a file of it (`-340.svg`, `.csv`)."""
        folder = shortened(chart, LONGEST_FOLDER)
        name = chart if 2 * len(chart) <= NAMES else chart[: NAMES - len(folder)].rpartition("-")[0] or "bieu-do"
        return f"{self.section('charts')}{folder}/" + (f"{name}{ending}" if ending else "")

    def embedded(self, chart: str) -> str:
        """A chart alone, for a frame on another site. Its name ends the same in every language."""
        return f"{self.chart(chart)}nhung.html"

    def oembed(self, chart: str) -> str:
        """What a site that embeds a chart by oEmbed asks for."""
        return f"{self.chart(chart)}oembed.json"

    def place_set(self, place_set: str) -> str:
        """The page of a set of places side by side."""
        return f"{self.section('comparisons')}{place_set}/"

    def comparison_of(self, indicator: str, places: Iterable[str] = ()) -> str:
        """The form in which a reader puts places side by side, filled in."""
        return f"{self.section('comparisons')}?" + "&".join(
            (f"chi-tieu={indicator}", *(f"noi={place}" for place in places))
        )

    def comparison_data(self, file: str = "") -> str:
        """The folder of the numbers for a reader's own comparison, or a file in it."""
        return f"{self.section('comparisons')}du-lieu/{file}"

    def letter_of_places(self, start: str) -> str:
        """The list of the places whose names begin so."""
        return f"{self.section('search')}{start.replace(' ', '-')}/"

    def search_index(self, file: str = "") -> str:
        """The folder of the search index, or a file in it."""
        return f"{self.section('search')}chi-muc/{file}"

    def ledger(self, anchor: str = "") -> str:
        """What was published, and what was looked for and not found."""
        return _anchored(f"{self.section('calendar')}chua-tim-thay/", anchor)

    def evidence(self, evidence: str) -> str:
        return self.ledger(evidence_anchor(evidence))

    def search(self, search: str) -> str:
        """A search for what was published, in the ledger."""
        return self.ledger(search_anchor(search))

    def notice(self, kind: str, id: str) -> str:
        """A sheet to post, under a code that is short to type and never changes."""
        number, letters = int(sha256(f"{kind}/{id}".encode()).hexdigest(), 16), ""
        while len(letters) < CODE:
            number, at = divmod(number, len(LETTERS))
            letters += LETTERS[at]
        return f"{self.section('notices')}{letters}/"

    def checklist(self, plan: str) -> str:
        """A plan's checklist to print."""
        return f"{self.section('supervision')}{plan}/"

    def agency_checklists(self) -> str:
        return f"{self.section('supervision')}{SECTIONS['agencies']}/"

    def agency_checklist(self, agency: str) -> str:
        return f"{self.agency_checklists()}{agency}/"

    def verifiable(self) -> str:
        """The commitments whose text names a number, a time and an actor."""
        return f"{self.section('supervision')}kiem-chung/"

    def letter(self, plan: str) -> str:
        """The letter that asks for a plan's missing reports."""
        return f"{self.section('supervision')}thu-de-nghi/{plan}/"

    def calendar(self, plan: str = "") -> str:
        """The calendar file of a plan's reports, or of all reports."""
        folder = self.section("calendar")
        return f"{folder}{plan}.ics" if plan else f"{folder.rstrip('/')}.ics"

    def agency_calendar(self, agency: str) -> str:
        return f"{self.agency(agency)}lich.ics"

    def list_file(self, page: str, records: Records, ending: str) -> str:
        """A list to take along of a page, in the folder of that page."""
        name = CRITERIA if records == "criteria" else SECTIONS[records]
        return self.of(f"{page}{name}.{ending}")

    def finding(self, finding: str) -> str:
        return f"{self.section('findings')}#{finding}"

    def api(self, name: str) -> str:
        """A file of the API, by its name without ending: `plans`, `plans/<plan>`."""
        return self.of(f"api/v1/{name}.json")

    def correction(self, correction: str) -> str:
        """A correction in the list of all."""
        return _anchored(self.section("corrections"), correction)

    def feed(self, plan: str = "") -> str:
        """The feed of a plan's corrections, or of all."""
        return f"{self.section('corrections')}{plan or 'atom'}.xml"

    def edition(self, day: str, path: str = "") -> str:
        """A release by its day, or a page or file as it stood in it."""
        return f"{self.section('releases')}{day}/{path}"

    def catalogue(self) -> str:
        """The catalogue of all datasets."""
        return self.of("dcat.jsonld")

    def opensearch(self) -> str:
        """How browsers add the site's search."""
        return self.of("opensearch.xml")

    def llms(self) -> str:
        """Where agents begin to read."""
        return self.of("llms.txt")

    def preview(self, name: str = "trang") -> str:
        """The picture that goes with a link in a chat."""
        return self.of(f"hinh/{name}.png")

    def icon(self, size: int) -> str:
        """The icon in pixels."""
        return self.of(f"hinh/bieu-tuong-{size}.png")

    def schema(self, name: str) -> str:
        """The schema of a file of the API."""
        return self.api(f"schema/{name}")


URLS = Urls()
"""The paths inside the site, or inside a language of it."""


def evidence_anchor(evidence: str) -> str:
    """Where a piece of evidence stands on a page that tells of it."""
    return f"bang-chung-{evidence}"


def search_anchor(search: str) -> str:
    """Where a search stands in the ledger."""
    return f"tim-{search}"


def shortened(id: str, longest: int) -> str:
    """An id of at most so many letters: a longer one is cut, and a digest tells it from others that begin alike."""
    if len(id) <= longest:
        return id
    digest = sha256(id.encode()).hexdigest()[:8]
    return f"{id[: longest - len(digest) - 1].rstrip('-')}-{digest}"


def section_of(path: str) -> Section | None:
    """The part of the site that a path inside a language leads to."""
    folder = path.partition("/")[0]
    return next((section for section, known in SECTIONS.items() if known == folder), None)


def dataset_of(path: str) -> str:
    """The id of the dataset whose page a path inside a language leads to; empty where it leads elsewhere."""
    return path.split("/")[1] if section_of(path) == "data" else ""


def in_language(path: str, lang: str, languages: Sequence[str]) -> str:
    """A path inside a language as a path inside the site: the first language is at the root, others under a code."""
    return path if lang == languages[0] or "://" in path else f"{lang}/{path}"


def _anchored(path: str, anchor: str) -> str:
    return f"{path}#{anchor}" if anchor else path
