"""Fulfilment ("måluppfyllelse"): pure rules from measured data to verdicts that explain themselves.

``evaluation.Evaluation`` is the door; the other modules each hold one kind of rule.
"""
