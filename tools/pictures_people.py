"""Pictures of people and of what is kept on them: who is who, names, naloxone, requests, tests, the queue."""

from urllib.parse import urljoin

from playwright.sync_api import Page

from .look import TO_TOP, at_office, enter, take


def ladder(page: Page) -> None:
    """How far a client is known, on the phone: one whose name is kept."""
    enter(page, "gita")
    page.goto(urljoin(page.url, "clients/"))
    page.locator("tbody tr:has-text('Noční') a").last.click()
    page.get_by_role("heading", name="Jak klienta známe").evaluate(TO_TOP)
    take(page, "jak-klienta-zname-telefon")


def clients(page: Page) -> None:
    """Who is who: two codes side by side, a name."""
    enter(page, "gita")
    page.get_by_role("link", name="Klienti").first.click()
    page.get_by_role("link", name="Možná jeden člověk").click()
    page.get_by_role("link", name="K-centrum Zastávka").click()
    take(page, "mozna-jeden")
    page.get_by_role("link", name="Porovnat").first.click()
    take(page, "slouceni")
    page.locator(".over a").first.click()
    page.get_by_role("link", name="Jméno nevedeme").click()
    page.get_by_role("link", name="Zapsat jméno").click()
    page.get_by_label("Příjmení").fill("Sojka")
    page.get_by_text("podepsaný na papíře").click()
    take(page, "jmeno")


def registers(page: Page) -> None:
    """What a head looks after: naloxone, requests of authorities, what is missing, the indicators."""
    enter(page, "gita")
    at_office(page, "Naloxon")
    take(page, "naloxon")
    at_office(page, "Žádosti orgánů")
    page.locator("main .matters a.main").first.click()
    take(page, "zadost")
    page.get_by_role("link", name="Čísla").first.click()
    page.get_by_role("link", name="Co v záznamech chybí nebo nesedí").click()
    take(page, "kvalita")
    page.get_by_role("link", name="Čísla").first.click()
    page.get_by_role("link", name="Ukazatele závěrečné zprávy").click()
    page.get_by_role("link", name="Tento rok").click()
    take(page, "ukazatele")


def care(page: Page) -> None:
    """What the drop-in centre does beside contacts: a rapid test by its steps, the queue."""
    enter(page, "bara")
    page.get_by_role("link", name="Směny").first.click()
    page.locator("tr:has-text('běží') a").first.click()
    shift = page.url
    page.locator("main").get_by_role("link", name="Sprcha a praní").first.click()
    take(page, "fronta-sprcha")
    page.goto(shift)
    page.locator("main").get_by_role("link", name="Orientační testy").first.click()
    page.get_by_role("link", name="Nový test").click()
    take(page, "test")
