"""Errors of authors: they refuse a build."""

from .rules import check_site

__all__ = ["check_site"]
