"""The modules' own tests run with the Node that comes with the browser's driver, so nothing must be installed."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TESTS = sorted(str(path) for path in ROOT.glob("*/tests/*.test.mjs"))


@pytest.mark.slow
def test_modules_pass_their_own_tests():
    driver = pytest.importorskip("playwright._impl._driver")
    node, _ = driver.compute_driver_executable()

    run = subprocess.run([node, "--test", *TESTS], capture_output=True, text=True, cwd=ROOT)

    assert run.returncode == 0, run.stdout


def test_modules_stay_short():
    long = {path.name for path in ROOT.glob("*/static/*/*.js") if len(path.read_text().splitlines()) > 80}

    assert not long
