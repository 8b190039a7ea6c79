"""Addresses as QR codes, for paper: the one home of segno here."""

from functools import lru_cache

import segno


@lru_cache(maxsize=1000)
def qr(text: str) -> str:
    """A QR code as SVG, black on white, with the margin that readers need; readable with 15 % of it spoiled."""
    return str(
        segno.make(text, error="m", micro=False).svg_inline(light="#fff", omitsize=True, svgclass="qr", lineclass=None)
    )
