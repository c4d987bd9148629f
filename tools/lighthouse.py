"""Lighthouse over the pages that matter most, as a phone and as a desk: `python -m tools.lighthouse [part of a name]`.

It runs the server as production does: hashed names, packed files. LIGHTHOUSE names the command, if it is not to come
from npm; LIGHTHOUSE_AT a demonstration that runs already. It exits with 1 where a score is under LEAST.
Pages behind the sign-in are closed to search engines on purpose: there the audit `is-crawlable` is left out.
"""

import json
import os
import re
import shlex
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from http.cookiejar import CookieJar
from tempfile import TemporaryDirectory
from urllib.request import HTTPCookieProcessor, Request, build_opener

from playwright.sync_api import sync_playwright

from tests.browser import find_chromium
from tools.demo_server import server

VERSION = "12.8.2"
LEAST = 95
CLASSES = ("performance", "accessibility", "best-practices", "seo")
PAGES = [  # what, who, where it begins, which links lead there
    ("sign-in", "", "/account/login/", []),
    ("privacy", "", "/privacy/", []),
    ("public themes", "", "/public/zastavka/", []),
    ("public warnings", "", "/public/zastavka/warnings/", []),
    ("public groups", "", "/public/mesto-lipovec/groups/", []),
    ("public group", "", "/public/mesto-lipovec/groups/", [r"/public/mesto-lipovec/groups/[0-9a-f-]{36}/"]),
    ("projection", "", "/projection/cs/", []),
    ("today", "anna", "/zastavka/", []),
    ("field", "anna", "/zastavka/", [r"/zastavka/shifts/[0-9a-f-]{36}/encounters/new/"]),
    ("case", "marie", "/mesto-lipovec/cases/", [r"/mesto-lipovec/cases/[0-9a-f-]{36}/"]),
    ("report", "hana", "/zastavka/reports/contacts/", []),
]


class Visitor:
    """Somebody of the demonstration, or nobody, with the cookies of their browser."""

    def __init__(self, at: str, who: str):
        self.at, self.jar = at, CookieJar()
        self._open = build_opener(HTTPCookieProcessor(self.jar)).open
        if who:
            token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.get("/account/login/"))
            said = f"person={who}&csrfmiddlewaretoken={token[1] if token else ''}".encode()
            self._open(Request(f"{at}/account/demo/", said, {"Referer": at})).close()

    def get(self, path: str) -> str:
        with self._open(f"{self.at}{path}") as answer:
            return answer.read().decode()

    def way(self, path: str, links: list[str]) -> str:
        """Return the address to which links lead, the first that fits each pattern."""
        for link in links:
            found = re.search(f'href="({link})"', self.get(path))
            if found is None:
                raise LookupError(f"{path} has no link {link}")
            path = found[1]
        return path


@contextmanager
def browser(at: str, cookies: CookieJar) -> Iterator[int]:
    """Run a Chromium that holds these cookies; yield the port by which it is driven."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with TemporaryDirectory() as room, sync_playwright() as playwright:
        asked = ["--no-sandbox", f"--remote-debugging-port={port}"]
        context = playwright.chromium.launch_persistent_context(room, executable_path=find_chromium(), args=asked)
        held = [{"name": one.name, "value": one.value or "", "url": at} for one in cookies]
        context.add_cookies(held)  # type: ignore[arg-type]
        yield port
        context.close()


def measured(address: str, port: int, preset: str, is_open: bool) -> dict:
    """Run Lighthouse on one page; return its report."""
    command = shlex.split(os.environ.get("LIGHTHOUSE", f"npx --yes lighthouse@{VERSION}"))
    asked = [*command, address, "--quiet", "--output=json", f"--port={port}", "--disable-storage-reset",
             f"--only-categories={','.join(CLASSES)}"]  # fmt: skip
    asked += ["--preset=desktop"] if preset == "desktop" else []
    asked += [] if is_open else ["--skip-audits=is-crawlable"]
    return json.loads(subprocess.run(asked, check=True, stdout=subprocess.PIPE).stdout)


def short(report: dict) -> list[str]:
    """Return what cost points, in words."""
    audits, lines = report["audits"], []
    for name in CLASSES:
        for one in report["categories"][name]["auditRefs"]:
            audit = audits[one["id"]]
            if one["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                items = audit.get("details", {}).get("items", [])
                said = [str(item.get("description") or item["node"]["snippet"]) for item in items
                        if "description" in item or "node" in item][:3]  # fmt: skip
                lines.append(
                    " ".join(["   ", f"{name}:", audit["title"], audit.get("displayValue", ""), *said]).rstrip()
                )
    return lines


def main() -> int:
    """Measure, print a table, say what was short."""
    at, is_short = os.environ.get("LIGHTHOUSE_AT"), False
    wanted = [page for page in PAGES if not sys.argv[1:] or any(part in page[0] for part in sys.argv[1:])]
    with nullcontext(at) if at else server(log=subprocess.DEVNULL) as address:
        print(f"{'page':<16} {'as':<8} " + " ".join(f"{name:>14}" for name in CLASSES), flush=True)
        for name, who, start, links in wanted:
            visitor = Visitor(address, who)
            path = visitor.way(start, links)
            for preset in ("mobile", "desktop"):
                with browser(address, visitor.jar) as port:
                    report = measured(f"{address}{path}", port, preset, is_open=not who)
                scores = [round(100 * (report["categories"][one]["score"] or 0)) for one in CLASSES]
                print(f"{name:<16} {preset:<8} " + " ".join(f"{score:>14}" for score in scores), flush=True)
                if min(scores) < LEAST:
                    is_short = True
                    print("\n".join(short(report)), flush=True)
    return 1 if is_short else 0


if __name__ == "__main__":
    sys.exit(main())
