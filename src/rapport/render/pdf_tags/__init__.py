"""The structure ("taggar") of a printed PDF: what a screen reader reads, and in which order.

WeasyPrint's own structure ties table cells to the wrong headings, makes one table of each
page that a table stands on, and reads page numbers aloud as text. This package takes its
place. It is made for the one version of WeasyPrint that ``engine`` names.
"""
