"""Agencies, cited documents and supports that plans name."""
