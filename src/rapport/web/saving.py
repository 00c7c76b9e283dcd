"""Saving: the only two addresses that take something from the browser."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from rapport.domain.follow_up import TextStatus
from rapport.editing.texts import TextConflict
from rapport.pipeline.review_desk import ReviewDesk
from rapport.pipeline.review_texts import RefusedText, ReviewTexts, SavedText, WrittenText
from rapport.web.forms import read_form
from rapport.web.gate import Access

_LONGEST_OFFICE = 120

Outcome = SavedText | RefusedText | TextConflict


class Saving:
    """Previews and saves texts for those whom the gate let through."""

    def __init__(self, desk: ReviewDesk, texts: ReviewTexts, access: Access) -> None:
        self._desk = desk
        self._texts = texts
        self._access = access

    async def preview(self, request: Request) -> Response:
        """The text as it would be set, and what was found in it; nothing is saved."""
        fields = await read_form(request, self._access)
        key = request.path_params["key"]
        found = await run_in_threadpool(self._texts.preview, key, fields.get("text", ""))
        if found is None:
            raise HTTPException(404)
        return JSONResponse({"visning": found.html, "problem": found.problems_html})

    async def save(self, request: Request) -> Response:
        """Save a text; a script gets JSON and a plain form gets a page."""
        fields = await read_form(request, self._access)
        written = _written(request.path_params["key"], fields)
        outcome = await run_in_threadpool(self._texts.save, written)
        wants_json = "application/json" in request.headers.get("accept", "")
        return _as_json(outcome) if wants_json else await self._as_page(written, outcome)

    async def _as_page(self, written: WrittenText, outcome: Outcome) -> Response:
        match outcome:
            case SavedText():
                return RedirectResponse(f"/text/{written.key}", 303)
            case RefusedText(problems=problems):
                page = await run_in_threadpool(self._texts.page, written.key, written, problems)
                status = 422
            case TextConflict():
                page = await run_in_threadpool(self._texts.conflict, written, outcome)
                status = 409
        if page is None:
            raise HTTPException(404)
        html = await run_in_threadpool(lambda: self._desk.pages.framed(page, self._desk.frame()))
        return HTMLResponse(html, status)


def _as_json(outcome: Outcome) -> Response:
    match outcome:
        case SavedText():
            return JSONResponse({"grund": outcome.sha256, "andrad": outcome.changed})
        case RefusedText(problems=problems):
            return JSONResponse({"fel": [problem.message for problem in problems]}, 422)
        case TextConflict():
            return JSONResponse({"konflikt": True}, 409)


def _written(key: str, fields: dict[str, str]) -> WrittenText:
    """What a form says of a text."""
    try:
        status = TextStatus(fields.get("status", ""))
    except ValueError as fault:
        raise HTTPException(400, "Formuläret saknar textens läge.") from fault
    office = " ".join(fields.get("kontor", "").split())[:_LONGEST_OFFICE]
    text = fields.get("text", "").replace("\r\n", "\n")
    return WrittenText(key, text, status, office, fields.get("grund", ""))
