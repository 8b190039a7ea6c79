"""A file not yet made: its name, its recipe, and all that the recipe is given."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol


class Recipe(Protocol):
    """A pure function to bytes. `digest` tells all that shapes the bytes, but the code and the given.

    A recipe with a true `quick` costs less to call than to remember, and is called in every build.
    """

    @property
    def digest(self) -> str: ...

    def __call__(self, given: Any) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site: a path inside the output folder (`ke-hoach/index.html`), and how it comes to be."""

    path: str
    recipe: Recipe
    given: Any


@dataclass(frozen=True, slots=True)
class Later:
    """What a recipe is given, worked out only where the output is not current. What `work` reads is recorded of the
    output, and not of its group."""

    work: Callable[[], Any]


def worked_out(output: Output) -> Output:
    """The output with all that its recipe is given."""
    given = output.given
    return Output(output.path, output.recipe, given.work()) if isinstance(given, Later) else output


@dataclass(frozen=True, slots=True)
class Group:
    """Outputs that are declared together, and declared again when a text changes that declaring them reads.

    `name` is its own among all groups. `plan` is the plan that they show the text of: any change of it counts, and the
    groups of one plan are made one after another.
    """

    name: str
    declare: Callable[[], Iterable[Output]]
    plan: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """Outputs about other files: declared when all groups are made, from the SHA-256 of every file by its path."""

    name: str
    declare: Callable[[Mapping[str, str]], Iterable[Output]]


@dataclass(frozen=True, slots=True)
class AsIs:
    """Bytes that are there already: an original, a font. `quick`: handing them on costs less than remembering them."""

    quick: bool = True

    @property
    def digest(self) -> str:
        return "as is"

    def __call__(self, given: bytes) -> bytes:
        return given
