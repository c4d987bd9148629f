"""Pictures of the guide: `python -m tools.pictures`. Builds the demonstration in a temporary folder, looks at it."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser import DESK, PHONE, find_chromium

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/pictures"
STARTS_WITHIN = 120  # seconds, on a slow machine


@contextmanager
def server():
    """Run Spojka with a new demonstration; yield its address; stop it by its process id."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as room:
        env = os.environ | {"SPOJKA_DATA": room, "PORT": str(port), "SPOJKA_DEMO": "1"}
        env.pop("DATABASE_URL", None)
        running = subprocess.Popen([sys.executable, "-m", "config.cli", "run"], env=env, cwd=ROOT)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/healthz")
            yield address
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(timeout=30)


def wait_for(address: str) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.3)


def enter(page: Page, who: str) -> None:
    """Sign in as one of the invented people."""
    page.goto("/account/login/")
    page.locator(f"form:has([value={who}]) button").first.click()
    page.wait_for_url("**/")


def take(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / f"{name}.png")


def stand(page: Page) -> None:
    """The phone at the stand, from Today to a saved contact."""
    enter(page, "anna")
    take(page, "dnes-telefon")
    page.get_by_role("link", name="Nový kontakt").first.click()
    page.wait_for_url("**/encounters/new/")
    code(page)
    page.get_by_role("button", name="Přidat: Voda").click()
    page.locator("#id_themes .choice").first.click()
    page.evaluate("scrollTo(0, 0)")
    take(page, "kontakt-telefon")
    page.get_by_role("button", name="Uložit kontakt").click()
    page.get_by_text("Uloženo").wait_for()
    page.locator("[data-next-look]").first.click()
    page.locator("[data-next-look]").first.click()
    take(page, "kontakt-noc")


def code(page: Page) -> None:
    """A code made from invented answers; nothing is sent."""
    page.get_by_text("Pod kódem", exact=True).click()
    page.get_by_text("Složit kód z odpovědí").click()
    for ask, answer in [("mother_first_name", "Žaneta"), ("own_first_name", "Řehoř"), ("birth_day", "3")]:
        page.locator(f"[data-ask={ask}]").fill(answer)
    page.evaluate("scrollTo(0, 0)")
    take(page, "kod-telefon")
    page.get_by_text("Anonym", exact=True).click()


def counter(page: Page) -> None:
    """The drop-in centre: a returning client."""
    enter(page, "bara")
    page.get_by_role("link", name="Klienti").first.click()
    page.locator("tbody a").first.click()
    take(page, "klient")


def office(page: Page) -> None:
    """The coordinator's desk."""
    enter(page, "hana")
    page.get_by_role("link", name="Kontakty").first.click()
    take(page, "kontakty")
    page.locator("tbody a").first.click()
    page.get_by_role("link", name="Opravit").wait_for()
    take(page, "zapis")
    page.get_by_role("link", name="Akce").first.click()
    page.locator("tbody a").first.click()
    take(page, "akce")
    page.get_by_role("link", name="Čísla").first.click()
    take(page, "cisla")
    page.get_by_role("link", name="Směny").first.click()
    page.locator("tr:has-text('uzavřená') a").first.click()
    take(page, "smena")
    page.get_by_role("link", name="Správa").first.click()
    page.get_by_role("link", name="Číselníky").first.click()
    take(page, "ciselniky")
    page.get_by_role("link", name="Správa").first.click()
    page.get_by_role("link", name="Kdo co").first.click()
    take(page, "kdo-co")


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with server() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        usual = {"base_url": address, "locale": "cs-CZ", "timezone_id": "Europe/Prague"}
        for size, visit in [(PHONE | {"device_scale_factor": 1.5}, stand), (DESK, counter), (DESK, office)]:
            context = browser.new_context(**size, **usual)
            page = context.new_page()
            page.goto("/account/login/")
            if visit is stand:
                page.locator("form:has([value=anna])").first.scroll_into_view_if_needed()
                take(page, "prihlaseni-telefon")
            visit(page)
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
