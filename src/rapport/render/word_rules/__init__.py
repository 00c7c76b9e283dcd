"""Our own rules for a finished Word file: what no validator asks, but a reader misses.

Word's own accessibility checker asks most of this, but only in Word. ``rules.py`` has all of
them by name, each in one of the modules beside it; ``reading.py`` opens the file.
"""
