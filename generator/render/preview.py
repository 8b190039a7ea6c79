"""The picture that goes with a link in a chat, 1200 × 630, and the icon in pixels."""

from collections.abc import Sequence
from html import escape
from textwrap import wrap
from unicodedata import normalize

WIDTH, HEIGHT = 600, 315  # drawn with twice the pixels
_MARGIN, _LETTER = 36, 0.56  # the mean width of a letter, in sizes
_SIZES = ((34, 3), (28, 4), (23, 5))  # of the title: the first size in which it takes no more lines


def preview(
    above: str, title: str, below: Sequence[str], ink: str, quiet: str, paper: str, accent: str, font: str
) -> str:
    """A card with a title, a line above it and lines below, as SVG."""
    shown = [(size, _wrapped(title, size), most) for size, most in _SIZES]
    size, lines, most = next((fit for fit in shown if len(fit[1]) <= fit[2]), shown[-1])
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1].rstrip(' ,;:.')}…"]
    said = [_text(above, 58, 17, 400, quiet)]
    said += [_text(line, 66 + size + round(size * 1.3) * at, size, 600, ink) for at, line in enumerate(lines)]
    foot = [line for words in below for line in _wrapped(words, 16)][:3]
    said += [_text(line, HEIGHT - 24 - 22 * (len(foot) - 1 - at), 16, 400, quiet) for at, line in enumerate(foot)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{font}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{paper}"/>'
        f'<rect width="{WIDTH}" height="12" fill="{accent}"/>{"".join(said)}</svg>'
    )


def _wrapped(words: str, size: int) -> list[str]:
    return wrap(normalize("NFC", words), int((WIDTH - 2 * _MARGIN) / (size * _LETTER)), break_on_hyphens=False)


def _text(words: str, y: int, size: int, weight: int, fill: str) -> str:
    letters = f'font-size="{size}px" font-weight="{weight}" fill="{fill}"'
    return f'<text x="{_MARGIN}" y="{y}" {letters}>{escape(words, quote=False)}</text>'
