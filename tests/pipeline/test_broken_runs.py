"""Builds that end badly: the last good output stands byte for byte, and the next one succeeds."""

from __future__ import annotations

import fcntl
import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from pipeline.command import Ran, arguments, files_below, run
from pipeline.conftest import Rapport
from rapport.domain.problem import RenderFailed
from rapport.render.output_folder import write_build
from regions import PERIOD, REPO

FAST = ("--period", PERIOD, "--format", "html", "--report", "verksamhetsrapport")
LOCK = ".rapport-bygger"
ASIDE = (LOCK, ".cache/", ".forra/")
"""The lock, work to be found again, and the build before the present one."""


@pytest.fixture
def built(mini_region: Path, rapport: Rapport) -> Path:
    """A region with a good build."""
    assert 0 == rapport("build", *FAST, "-C", mini_region).code
    return mini_region


def output(root: Path, folder: str = "output") -> dict[str, bytes]:
    """What a reader finds in the output folder, without what is kept aside in it."""
    found = files_below(root / folder)
    return {name: data for name, data in found.items() if not name.startswith(ASIDE)}


def change(root: Path, file: str, old: str, new: str) -> None:
    """Change a file of the region."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_bad_input_leaves_the_last_good_output(built: Path, rapport: Rapport) -> None:
    """Exit code 1 and every byte as it was."""
    before = output(built)
    change(built, "rapport.toml", 'id = "norr"', 'id = "NORR!"')
    ran = rapport("build", *FAST, "-C", built)
    assert (1, before) == (ran.code, output(built))


@pytest.mark.parametrize(
    "template, text",
    [
        ("base/page.html", "{% if %}"),
        ("base/page.html", "{{ finns_inte.alls }}"),
        ("base/page.html", "{{ ''.__class__.__mro__ }}"),
    ],
)
def test_a_broken_template_leaves_the_last_good_output(
    template: str, text: str, built: Path, rapport: Rapport
) -> None:
    """Exit code 3, one Swedish sentence that names the template, no traceback."""
    shutil.copytree(REPO / "templates", built / "templates")
    before = output(built)
    (built / "templates" / template).write_text(text, encoding="utf-8")
    ran = rapport("build", *FAST, "-C", built)
    assert (3, "", before) == (ran.code, ran.out, output(built))
    assert ran.err.startswith("fel: ")
    assert template.rsplit("/", 1)[-1] in ran.err


def test_an_output_that_is_a_file_is_told(built: Path, rapport: Rapport) -> None:
    """The folder cannot be made where a file stands."""
    (built / "upptagen").write_text("x", encoding="utf-8")
    ran = rapport("build", *FAST, "-C", built, "--output", built / "upptagen" / "mapp")
    assert (3, True) == (ran.code, "Kunde inte skriva till" in ran.err)


def test_a_disk_that_fills_up_leaves_the_last_good_output(built: Path) -> None:
    """A limit on file size stands for the full disk: nothing half written is left behind."""
    before = output(built)
    change(built, f"data/texter/{PERIOD}/faktor.sammanhallen-vard.md", "vilket är", "som är")
    limited = f"ulimit -f 40; exec {' '.join(arguments('build', *FAST, '-C', built))}"
    done = subprocess.run(  # noqa: S602 - the limit is the shell's
        limited, shell=True, capture_output=True, encoding="utf-8", check=False
    )
    assert (3, before) == (done.returncode, output(built))
    assert "Kunde inte skriva till" in done.stderr
    assert 0 == run("build", *FAST, "-C", built).code


def test_two_builds_at_once_do_not_mix(built: Path, rapport: Rapport) -> None:
    """The second says in Swedish that another is writing, and touches nothing."""
    before = output(built)
    with (built / "output" / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ran = rapport("build", *FAST, "-C", built)
    message = (
        f"fel: Ett annat bygge skriver redan till {built / 'output'}. "
        "Vänta tills det är klart och kör igen.\n"
    )
    assert (Ran(3, "", message), before) == (ran, output(built))
    assert 0 == rapport("build", *FAST, "-C", built).code


def test_leftovers_of_a_killed_build_are_cleaned(built: Path, rapport: Rapport) -> None:
    """A scratch folder that no build holds is removed by the next one."""
    leftover = built / "output" / ".bygge-gammal"
    leftover.mkdir()
    (leftover / "halv.pdf").write_bytes(b"%PDF")
    rapport("build", *FAST, "-C", built)
    assert [".cache", LOCK, PERIOD] == sorted(path.name for path in (built / "output").iterdir())


def test_a_build_killed_at_any_moment_leaves_old_or_new(built: Path) -> None:
    """Never a half: each file set is one of the two, and the next build succeeds."""
    old = output(built)
    change(built, f"data/texter/{PERIOD}/faktor.sammanhallen-vard.md", "vilket är", "som är")
    started = time.monotonic()
    assert 0 == run("build", *FAST, "-C", built, "--output", built / "nytt").code
    whole = time.monotonic() - started
    new = output(built, "nytt")
    assert old != new
    chance = random.Random(4711)  # noqa: S311 - moments, not secrets
    for _ in range(3):
        moment = whole * chance.uniform(0.5, 1.05)
        process = subprocess.Popen(arguments("build", *FAST, "-C", built), stdout=subprocess.PIPE)  # noqa: S603 - our own command
        with process:
            time.sleep(moment)
            process.send_signal(signal.SIGKILL)
            process.communicate()
        seen = {
            name: data for name, data in output(built).items() if not name.startswith(".bygge-")
        }
        assert seen in (old, new)
    assert 0 == run("build", *FAST, "-C", built).code
    assert new == output(built)


FILES = {"a.html": b"ny", "norr/b.html": b"ny"}


def test_a_kill_during_the_writing_leaves_old_or_new(tmp_path: Path) -> None:
    """The writing alone, killed at many moments, since a whole build spends little time there."""
    write_build(tmp_path, PERIOD, dict.fromkeys(FILES, b"gammal"))
    old = {name: data for name, data in files_below(tmp_path).items() if name != LOCK}
    new = {f"{PERIOD}/{name}": data for name, data in FILES.items()}
    chance = random.Random(4711)  # noqa: S311 - moments, not secrets
    for _ in range(20):
        child = os.fork()
        if child == 0:
            for _ in range(1000):
                write_build(tmp_path, PERIOD, FILES)
                write_build(tmp_path, PERIOD, dict.fromkeys(FILES, b"gammal"))
            os._exit(0)
        time.sleep(chance.uniform(0.001, 0.02))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found = files_below(tmp_path)
        seen = {name: found[name] for name in found if not name.startswith((".bygge-", LOCK))}
        assert seen in (old, new)
    write_build(tmp_path, PERIOD, FILES)
    assert [LOCK, PERIOD] == sorted(path.name for path in tmp_path.iterdir())


@pytest.mark.parametrize("name", ["../ute.html", "/ute.html", "norr/../../ute.html"])
def test_a_name_that_leads_out_of_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    """Nothing is written, inside or out."""
    write_build(tmp_path / "output", PERIOD, FILES)
    before = files_below(tmp_path)
    with pytest.raises(RenderFailed, match="leder ut ur mappen"):
        write_build(tmp_path / "output", PERIOD, {"a.html": b"x", name: b"x"})
    assert before == files_below(tmp_path)


def test_files_of_an_earlier_build_that_are_not_made_anew_stay(tmp_path: Path) -> None:
    """Building one report does not remove the others."""
    write_build(tmp_path, PERIOD, FILES)
    write_build(tmp_path, PERIOD, {"a.html": b"nyare"})
    expected = {LOCK: b"", f"{PERIOD}/a.html": b"nyare", f"{PERIOD}/norr/b.html": b"ny"}
    assert expected == files_below(tmp_path)
