"""The key of a text ("textnyckel"): what sections ask for it by, and what its file is called."""

from __future__ import annotations

import re

_KEY = re.compile(r"[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*")


def is_text_key(name: str) -> bool:
    """Whether a name can be a text's key.

    >>> is_text_key("analys.kontakt-samma-dag"), is_text_key("../Analys")
    (True, False)
    """
    return _KEY.fullmatch(name) is not None
