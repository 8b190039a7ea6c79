"""Line ends of text files: a checkout on Windows may write each as two bytes, and the site must be the same."""

from hashlib import sha256
from pathlib import PurePosixPath

_TEXTS = frozenset({".css", ".csv", ".html", ".js", ".json", ".md", ".svg", ".txt", ".xml", ".yaml"})


def with_line_feeds(name: str, data: bytes) -> bytes:
    """A file's bytes, the lines of a text (by its name's ending) ended by a line feed alone."""
    return _fed(data) if PurePosixPath(name).suffix in _TEXTS else data


def original(data: bytes, digest: str) -> bytes:
    """The original that has the recorded SHA-256: the bytes that are there, or those before a checkout changed their
    line ends. What is neither is given as it is."""
    fed = _fed(data)
    return fed if fed != data and sha256(data).hexdigest() != digest == sha256(fed).hexdigest() else data


def _fed(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")
