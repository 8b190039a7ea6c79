"""Errors of authors: they refuse a build."""

from .rules import check_site, worked_out

__all__ = ["check_site", "worked_out"]
