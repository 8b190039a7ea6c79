"""Commitments, and criteria for awards."""
