"""Names of files that some system keeps for itself, so that no address may need one."""

from functools import lru_cache

_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


@lru_cache(maxsize=1024)  # most names of a site are a few
def is_reserved(name: str) -> bool:
    """Whether Windows holds no file of this name: a device's, with any ending, or one that ends in a dot or a space."""
    return name.partition(".")[0].rstrip().lower() in _DEVICES or name.endswith((".", " "))
