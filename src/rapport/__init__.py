"""Rapport: tertial report-backs ("återrapportering") from plans and measured data."""

__version__ = "0.1.0"
