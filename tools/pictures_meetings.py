"""Pictures of meetings, of the directory and of referrals."""

from playwright.sync_api import Page

from .look import at_office, enter, take


def meetings(page: Page) -> None:
    """A conference of a case as the one who called it sees it, and the series of a team."""
    enter(page, "marie")
    page.get_by_role("link", name="Případy").first.click()
    page.get_by_role("link", name="Rodina Janíkova").click()
    page.locator("nav.tabs").get_by_role("link", name="Setkání").click()
    page.get_by_role("link", name="Konference o zimě").click()
    page.get_by_text("O co jde").wait_for()
    take(page, "konference")


def series(page: Page) -> None:
    """The series of team meetings as the head of the service sees it."""
    enter(page, "hana")
    page.get_by_role("link", name="Správa").first.click()
    page.locator("main a.card[href$='/meetings/']").click()
    page.locator("main .matters").last.get_by_role("link", name="Porada Noční Zastávky").click()
    page.get_by_text("Další termíny").wait_for()
    take(page, "rada-setkani")


def directory(page: Page) -> None:
    """Where there is room, and the book of the counselling centre."""
    enter(page, "filip")
    at_office(page, "Adresář služeb")
    page.get_by_role("link", name="Kde je volno").click()
    take(page, "kde-je-volno")
    at_office(page, "Objednání a pořadník")
    take(page, "kniha")


def referrals(page: Page) -> None:
    """A referral on its way, as the counselling centre sees it."""
    enter(page, "filip")
    at_office(page, "Předání klientů")
    page.get_by_role("link", name="detoxifikační").click()
    page.get_by_text("Krok za krokem").wait_for()
    take(page, "predani")
