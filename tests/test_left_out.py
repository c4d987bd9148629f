"""bin/test says what it did not run, and fails when a part failed; the parts themselves are stood in for."""

import shutil
import subprocess

import pytest

from .places import ROOT

SAY = '#!/bin/bash\necho "$(basename "$0") $*" >>"$LOG"\n'


@pytest.fixture
def run(tmp_path):
    """Run bin/test where each part ends as told; return its code, its last lines and what was started."""
    tools = tmp_path / "tools"
    for folder in ("bin", ".venv/bin", "tools"):
        (tmp_path / folder).mkdir(parents=True)
    shutil.copy(ROOT / "bin/test", tmp_path / "bin/test")
    for tool in ("bash", "dirname", "basename", "id"):  # no apt-get: nothing is installed from here
        (tools / tool).symlink_to(shutil.which(tool))
    (tools / "chromium").symlink_to("/bin/true")

    def of(check=0, sqlite=0, postgres=0, browser=True, **env):
        for name, code in {"bin/check": check, ".venv/bin/python": sqlite, "bin/with-postgres": postgres}.items():
            ending = 'case "$*" in *playwright*) exit 0 ;; esac\n' if "python" in name else ""
            (tmp_path / name).write_text(f"{SAY}{ending}exit {code}\n")
            (tmp_path / name).chmod(0o755)
        if not browser:
            (tools / "chromium").unlink()
        log = tmp_path / "log"
        env = {"PATH": str(tools), "LOG": str(log)} | env
        done = subprocess.run([tmp_path / "bin/test"], env=env, capture_output=True, text=True, timeout=60)
        return done.returncode, done.stdout.partition("== Result")[2], log.read_text()

    return of


def test_says_that_all_passed_only_when_all_was_run(run):
    code, said, started = run()

    assert (code, "All passed." in said, "LEFT OUT" in said) == (0, True, False)
    assert [line.split()[0] for line in started.splitlines()] == ["python", "check", "python", "with-postgres"]


@pytest.mark.parametrize("part", ["check", "sqlite", "postgres"])
def test_one_failed_part_fails_it_and_the_others_still_run(run, part):
    code, said, started = run(**{part: 1})

    assert (code, f"FAILED: {part}" in said) == (1, True)
    assert len(started.splitlines()) == 4


def test_says_that_there_is_no_server(run):
    code, said, _started = run(postgres=77)

    assert (code, "LEFT OUT postgres" in said, "All passed" in said) == (0, True, False)


def test_says_that_there_is_no_browser(run):
    code, said, started = run(browser=False)

    assert (code, "LEFT OUT browser" in said, "All passed" in said) == (0, True, False)
    assert "-m not browser" in started


def test_says_what_was_left_out_on_purpose(run):
    code, said, started = run(SPOJKA_WITHOUT="postgres browser")

    assert (code, said.count("LEFT OUT"), "All passed" in said) == (0, 2, False)
    assert "with-postgres" not in started


@pytest.mark.parametrize("must", ["all", "browser postgres"])
def test_what_must_be_run_fails_it_when_it_is_left_out(run, must):
    code, said, _started = run(postgres=77, browser=False, SPOJKA_MUST=must)

    assert (code, "FAILED: browser postgres" in said) == (1, True)


def test_postgresql_is_spared_only_what_the_run_before_it_did(run):
    _code, _said, started = run()
    sqlite, postgres = started.splitlines()[-2:]

    assert "-m" not in sqlite.split("pytest")[1]
    assert "--ignore" not in postgres
    assert postgres.count("not browser and not no_database") == 1


@pytest.mark.xdist_group("told by its name")
def test_what_shares_something_costly_is_run_by_one_worker(request):
    """The distributor groups by names; a pytest whose names it can't change makes each worker build all anew."""
    if not getattr(request.config.option, "loadgroup", False):
        pytest.skip("runs with --dist loadgroup")

    assert request.node.nodeid.endswith("@told by its name")
