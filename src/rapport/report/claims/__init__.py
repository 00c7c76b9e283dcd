"""The check of claims ("påståendekontroll"): what texts say by hand, held against the figures."""
