"""Several processes that bring the columns of figures up to date at once leave one whole set of them."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

pytestmark = pytest.mark.slow


def test_three_who_refresh_at_once_make_one_set(full):
    with ThreadPoolExecutor() as pool:
        done = list(pool.map(lambda _number: full.spojka("figures", "refresh"), range(3)))

    assert [one.returncode for one in done] == [0, 0, 0], [one.stderr for one in done]
    kept = list((full.folder / "figures").iterdir())
    assert kept
    for service in kept:
        said = json.loads((service / "manifest.json").read_text())
        files = [file for group in ("months", "marts") for one in said[group].values() for file in one.values()]
        there = {file.name for file in service.iterdir()} - {"lock", "manifest.json"}
        assert files
        assert there == {*files, said["clients"]} | said["left"].keys()
