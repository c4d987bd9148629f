"""How pictures of the guide are taken: sign in, walk, take."""

from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/pictures"
TO_TOP = "one => scrollTo({ top: one.getBoundingClientRect().top + scrollY - 48, behavior: 'instant' })"


def enter(page: Page, who: str) -> None:
    """Sign in as one of the invented people."""
    page.goto("/account/login/")
    page.locator(f"form:has([value={who}]) button").first.click()
    page.wait_for_url("**/")


def take(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / f"{name}.png")


def at_office(page: Page, name: str) -> None:
    page.get_by_role("link", name="Správa").first.click()
    with page.expect_navigation():
        page.locator("main").get_by_role("link", name=name).click()
