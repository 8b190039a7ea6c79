"""Datasets, indicators, charts, comparisons and findings."""
