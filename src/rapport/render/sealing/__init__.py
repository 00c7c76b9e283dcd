"""The region's electronic seal ("elektronisk stämpel") on a finished PDF: set and read back.

Everything here needs the extra ``sigill`` (pyHanko); ``rapport.render.seal_extra`` asks for it.
"""
