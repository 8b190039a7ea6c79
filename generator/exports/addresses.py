"""Where things of the portal stand: full addresses for data that leave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

API = "api/v1/"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Full addresses under `base_url`: a number that someone took home still leads back to its page."""

    base_url: str

    def of(self, path: str) -> str:
        """The full address of a path inside the site; a full address stays as it is."""
        return path if "://" in path else self.base_url.rstrip("/") + "/" + path

    def api(self, name: str) -> str:
        """A file of the API, by its name without ending: `plans`, `plans/<plan>`."""
        return self.of(f"{API}{name}.json")

    def schema(self, name: str) -> str:
        """The schema of a file of the API."""
        return self.of(f"{API}schema/{name}.json")

    def plan(self, plan: str) -> str:
        return self.of(f"ke-hoach/{plan}/")

    def provision(self, plan: str, provision: str) -> str:
        return self.of(f"ke-hoach/{plan}/muc/{provision}/")

    def place(self, place: str) -> str:
        return self.of(f"dia-ban/{place}/")

    def dataset(self, dataset: str, file: str = "") -> str:
        return self.of(f"du-lieu/{dataset}/{file}")

    def indicator(self, indicator: str) -> str:
        return self.of(f"chi-tieu/{indicator}/")

    def commitment(self, plan: str, commitment: str) -> str:
        return self.of(f"cam-ket/{plan}/{commitment}/")

    def agency(self, agency: str) -> str:
        return self.of(f"co-quan/{agency}/")

    def document(self, document: str) -> str:
        return self.of(f"van-ban/{document}/")

    def policy(self, policy: str) -> str:
        return self.of(f"chinh-sach/{policy}/")

    def evidence(self, evidence: str) -> str:
        return self.of(f"lich-bao-cao/chua-tim-thay/#bang-chung-{evidence}")

    def search(self, search: str) -> str:
        return self.of(f"lich-bao-cao/chua-tim-thay/#tim-{search}")

    def finding(self, finding: str) -> str:
        return self.of(f"doi-chieu/#{finding}")


def in_language(path: str, lang: str, languages: Sequence[str]) -> str:
    """A path inside a language as a path inside the site: the first language is at the root, others under a code."""
    return path if lang == languages[0] or "://" in path else f"{lang}/{path}"
