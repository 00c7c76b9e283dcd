"""Reading a finished PDF as a screen reader does: through its structure, with its own text.

Shares no code with the package that writes the structure, so that one finds what the other
does wrong.
"""
