"""The signs ("tecken") and stations as PNG, for readers of Word files without SVG.

The shapes are those of the SVG signs, in the same box of 16 by 16.
"""

from __future__ import annotations
