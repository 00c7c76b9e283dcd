"""Forms that the review page receives: small, of one kind, and only our own."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from rapport.web.gate import TOKEN, Access

_LARGEST = 1_000_000
_KIND = "application/x-www-form-urlencoded"


async def read_form(request: Request, access: Access) -> dict[str, str]:
    """The fields of a form that one of our own pages sent.

    Raises:
        HTTPException: the form is too large, of another kind, or from somewhere else.
    """
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != _KIND:
        raise HTTPException(415, "Formuläret är av ett slag som sidan inte tar emot.")
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > _LARGEST:
            raise HTTPException(413, "Texten är för stor. Högst en miljon tecken tas emot.")
    try:
        fields = dict(
            parse_qsl(content.decode(), keep_blank_values=True, errors="strict", max_num_fields=20)
        )
    except ValueError as fault:
        raise HTTPException(400, "Formuläret går inte att läsa.") from fault
    if not access.is_form_token(fields.get(TOKEN, "")):
        raise HTTPException(403, "Formuläret hör inte till den här sidan. Ladda om sidan.")
    return fields
