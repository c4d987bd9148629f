"""`python -m walks`, or only some: `python -m walks s12 s13 --way desk`.

Builds the demonstration once and walks each way on a copy of its own. `--at ADDRESS` walks on a server that runs.
Pictures and papers go to var/walks, one folder a way. Ends with 1 when something was not as it should be.
"""

import argparse
import importlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from playwright.sync_api import sync_playwright

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from tests.browser import find_chromium  # noqa: E402  (they want Django set up)
from tools.demo_server import server  # noqa: E402

from .listing import HERE, NAMES, listed  # noqa: E402
from .walk import Walk  # noqa: E402
from .ways import WAYS  # noqa: E402

PICTURES = HERE.parent / "var/walks"


def main(args: list[str]) -> int:
    said = parsed(args)
    if said.list:
        print(listed())
        return 0
    said.pictures.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, grounds(said.at, said.data) as ground:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        well = True
        for way in said.way or WAYS:
            with ground(way) as (address, data):
                for name in said.names or NAMES:
                    well &= walked(Walk(browser, address, WAYS[way], name, said.pictures, data))
        browser.close()
    return 0 if well else 1


def parsed(args: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m walks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="WALK", help=", ".join(NAMES))
    parser.add_argument("--list", action="store_true", help="print the table of README.md and walk nowhere")
    parser.add_argument("--way", action="append", choices=sorted(WAYS))
    parser.add_argument("--at", help="the address of a running demonstration; one way at a time")
    parser.add_argument("--data", type=Path, help="its folder, in which letters lie (with --at)")
    parser.add_argument("--pictures", type=Path, default=PICTURES)
    return parser.parse_args(args)


@contextmanager
def grounds(at: str | None, data: Path | None) -> Iterator:
    """Yield what gives a way its own demonstration, where it is and its folder: built once, copied for each."""
    if at:
        yield lambda way: there(at, data)
        return
    with tempfile.TemporaryDirectory() as room:
        first = Path(room) / "first"
        with server(first, subprocess.DEVNULL):
            pass  # built when it answers
        yield lambda way: copied(first, Path(room) / way)


@contextmanager
def there(address: str, data: Path | None) -> Iterator[tuple[str, Path | None]]:
    yield address, data


@contextmanager
def copied(first: Path, room: Path) -> Iterator[tuple[str, Path | None]]:
    shutil.copytree(first, room)
    with server(room, subprocess.DEVNULL) as address:
        yield address, room
    shutil.rmtree(room)


def walked(w: Walk) -> bool:
    """Walk one walk; say how it went."""
    module, begun = importlib.import_module(f"walks.{w.name}"), time.monotonic()
    try:
        module.walk(w)
    except Exception:
        w.problems.append(f"{traceback.format_exc()}\nat {w.page.url}")
        w.page.screenshot(path=w.pictures / f"{w.name}-fault.png", full_page=True)
    for context in w.browser.contexts:
        context.close()
    w.problems += w.watch.faults
    took = time.monotonic() - begun
    told = f"{w.name} ({w.way.name}, {w.way.language}): {module.TITLE}"
    print(f"{told}: {took:.0f} s, {len(w.problems)} problems", flush=True)
    for problem in w.problems:
        print(f"  {problem}", flush=True)
    return not w.problems


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
