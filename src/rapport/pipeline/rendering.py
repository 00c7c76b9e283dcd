"""Rendering: every document of a build, side by side, and none that was made before."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from rapport.render.documents import Job, Rendered, made_before, rendered

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done and how many there are."""


def render_all(jobs: list[Job], workers: int, progress: Progress) -> list[Rendered]:
    """Render every document, side by side when there are several and more than one worker."""
    made = {at: found for at, job in enumerate(jobs) if (found := made_before(job)) is not None}
    left = [at for at in range(len(jobs)) if at not in made]
    if workers == 1 or len(left) <= 1:
        for done, at in enumerate(left):
            progress(f"Sätter {jobs[at].folder}{jobs[at].document.id}", done, len(left))
            made[at] = rendered(jobs[at])
    else:
        progress("Sätter dokumenten", 0, len(left))
        with ProcessPoolExecutor(min(workers, len(left)), get_context("spawn")) as executor:
            running = {executor.submit(rendered, jobs[at]): at for at in left}
            for done, finished in enumerate(as_completed(running), start=1):
                made[running[finished]] = finished.result()
                progress("Sätter dokumenten", done, len(left))
    return [made[at] for at in range(len(jobs))]


def default_jobs() -> int:
    """As many jobs as there are processors."""
    return os.cpu_count() or 1
