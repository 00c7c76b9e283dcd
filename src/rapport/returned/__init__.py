"""Returned Word files ("återlämnade utkast"): what reviewers changed in a draft, read back."""
