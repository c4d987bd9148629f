"""Pictures of the guide: `python -m tools.pictures`, or only some visits: `… reports manager`.

Builds the demonstration in a temporary folder, looks at it.
"""

import sys
from urllib.parse import urljoin

from playwright.sync_api import Page, sync_playwright

from tests.browser import PHONE, find_chromium

from .demo_server import server
from .look import PICTURES, TO_TOP, at_office, enter, take
from .pictures_cases import cases
from .pictures_contracts import agreements, contracts
from .pictures_forms import forms
from .pictures_groups import asked, groups
from .pictures_meetings import directory, meetings, referrals, series
from .pictures_people import care, clients, ladder, registers
from .pictures_sharing import checked, shared


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


def night_of_the_crew(page: Page) -> None:
    """What else the crew has on the phone: the shift, measuring, themes, events, and the queue without signal."""
    enter(page, "anna")
    stand_page = urljoin(page.url, page.get_by_role("link", name="Nový kontakt").first.get_attribute("href"))
    page.goto(urljoin(stand_page, "../../now/"))
    take(page, "smena-telefon")
    page.goto(urljoin(stand_page, "../../themes/"))
    take(page, "temata-telefon")
    page.goto(urljoin(stand_page, "../../alone/"))
    take(page, "sam-telefon")
    measured(page, urljoin(stand_page, "../../breath/"), "041", "Ukázat odhad")
    take(page, "dech-telefon")
    measured(page, urljoin(stand_page, "../../vitals/"), "165102", "Ukázat rozmezí")
    take(page, "tlak-telefon")
    page.goto(urljoin(stand_page, "../../incidents/"))
    take(page, "udalost-telefon")
    page.goto(urljoin(stand_page, "../../cards/"))
    page.get_by_role("button", name="Začít kartu").first.click()
    page.get_by_text("od poslední kontroly").first.wait_for()
    take(page, "karta-telefon")
    waiting(page, stand_page)


def measured(page: Page, url: str, keys: str, shows: str) -> None:
    """A value typed by the big keys, and what the page says of it."""
    page.goto(url)
    for key in keys:
        page.get_by_role("button", name=key, exact=True).first.click()
    page.get_by_role("button", name=shows).click()
    page.evaluate("scrollTo(0, 0)")


def waiting(page: Page, stand_page: str) -> None:
    """A phone that was set up, lost the signal and holds what was written."""
    page.goto(stand_page)
    page.get_by_role("button", name="Připravit telefon").click()
    for label in ("PIN, aspoň šest číslic", "Totéž ještě jednou"):
        page.get_by_label(label).fill("274913")
    page.get_by_role("button", name="Nastavit").click()
    page.get_by_role("dialog").wait_for(state="hidden")
    while not page.evaluate("caches.match('/phone/queue/').then(Boolean)"):
        page.wait_for_timeout(100)
    page.context.set_offline(True)
    for tile in ("Voda", "Leták"):
        page.get_by_role("button", name=f"Přidat: {tile}", exact=True).click()
        page.get_by_role("button", name="Uložit kontakt").click()
        page.locator("#toasts").get_by_text("V telefonu").first.wait_for()
    page.locator("a[href='/phone/queue/']:visible").first.click()
    page.locator("main li:visible").first.wait_for()
    take(page, "fronta-telefon")


def tablet(page: Page) -> None:
    """One tablet for the crew: who writes? It signs Anna out there, so it comes last on her phone."""
    enter(page, "anna")
    page.get_by_role("link", name="Směna", exact=True).first.click()
    page.get_by_role("link", name="Jeden tablet pro celou posádku").click()
    page.get_by_role("button", name="Sdílet toto zařízení pro tuto směnu").click()
    page.get_by_role("heading", name="Kdo píše?").wait_for()
    take(page, "tablet-telefon")


def counter(page: Page) -> None:
    """The drop-in centre: a returning client."""
    enter(page, "bara")
    page.get_by_role("link", name="Klienti").first.click()
    page.locator("tbody a").first.click()
    take(page, "klient")
    page.get_by_role("link", name="Klienti").first.click()
    codes = page.locator("tbody th a").all_inner_texts()
    page.get_by_role("link", name="Pult").first.click()
    page.get_by_role("button", name="Teď ne").click()
    for code in codes:
        page.get_by_label("Kód nebo kartička").fill(code)
        page.keyboard.press("Enter")
        page.locator(f'counter-panel[data-code="{code}"]').wait_for()
        if not page.locator("counter-panel:visible input[data-back][data-last]").count():
            page.keyboard.press("F8")
        elif page.locator("counter-panel").count() == 2:
            break
    page.keyboard.press("m")
    take(page, "pult")


def office(page: Page) -> None:
    """The coordinator's desk."""
    enter(page, "hana")
    page.get_by_role("link", name="Kontakty").first.click()
    take(page, "kontakty")
    page.locator("tbody a").first.click()
    page.get_by_role("link", name="Opravit").wait_for()
    take(page, "zapis")
    at_office(page, "Akce")
    page.get_by_role("link", name="Festival Tání").first.click()
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
    with page.expect_navigation():
        page.get_by_role("link", name="Kdo co").first.click()
    page.goto(f"{page.url}?kind=deeds")
    page.get_by_role("heading", name="Úkony a čtení").evaluate(TO_TOP)
    take(page, "kdo-co")


def head(page: Page) -> None:
    """What a head of a service does: indirect work, a table brought in, a word found."""
    enter(page, "hana")
    at_office(page, "Nepřímá práce")
    take(page, "neprima")
    at_office(page, "Nahrát tabulku")
    brought(page)
    page.keyboard.press("/")
    page.keyboard.type("spunty")
    page.get_by_role("heading", name="Kontakty").wait_for()
    take(page, "hledani")


def brought(page: Page) -> None:
    """The example table with some rows that want an answer, up to the verdicts; nothing is saved."""
    with page.expect_download() as example:
        page.get_by_role("link", name="Ukázková tabulka").click()
    content = example.value.path().read_bytes()
    page.set_input_files("input[type=file]", {"name": "říjen.xlsx", "mimeType": "application/zip", "buffer": content})
    page.get_by_role("button", name="Podívat se na tabulku").click()
    page.get_by_label("Prostředí u řádků bez něj").select_option(index=1)
    page.get_by_text("Založit místa, která ještě neznáme").click()
    page.get_by_role("button", name="Zkontrolovat").click()
    page.get_by_role("heading", name="Uložit").wait_for()
    take(page, "tabulka")


def reports(page: Page) -> None:
    """What goes out: a comparison and the summary of a festival."""
    enter(page, "hana")
    at_office(page, "Akce")
    page.get_by_role("link", name="Festival Tání").first.click()
    page.get_by_role("link", name="Souhrn pro pořadatele").click()
    take(page, "souhrn")
    page.get_by_role("link", name="Čísla").first.click()
    page.get_by_text("Jiné období a filtry").click()
    page.get_by_label("Srovnat s").select_option(label="obdobím těsně předtím")
    page.get_by_role("search").get_by_role("button", name="Ukázat").click()
    page.wait_for_load_state("networkidle")
    page.locator("h2", has_text="Kontakty").first.evaluate(TO_TOP)
    take(page, "srovnani")


def together(page: Page) -> None:
    """What leaves the stand: warnings, events, hubs, and the projection."""
    enter(page, "hana")
    at_office(page, "Včasné varování")
    take(page, "varovani")
    at_office(page, "Mimořádné události")
    take(page, "udalosti")
    at_office(page, "Rozbočovače stánků")
    take(page, "rozbocovace")
    page.emulate_media(reduced_motion="reduce")  # it stands still for the picture
    page.goto("/projection/cs/#mdma-heat")
    take(page, "projekce")


def manager(page: Page) -> None:
    """The manager of the house: people, services, a project, an own account."""
    enter(page, "gita")
    at_office(page, "Lidé")
    take(page, "lide")
    at_office(page, "Organizace a služby")
    take(page, "organizace")
    at_office(page, "Sklad")
    take(page, "sklad")
    at_office(page, "Projekty")
    page.locator("tbody a").first.click()
    page.get_by_text("Co bylo slíbeno").wait_for()
    take(page, "projekt")
    page.context.clear_cookies()  # as if on another device
    enter(page, "gita")
    page.goto("/account/")
    page.get_by_role("heading", name="Jak se přihlašuji").evaluate(TO_TOP)
    take(page, "ucet")


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    phone, desk = PHONE | {"device_scale_factor": 1.5}, {"viewport": {"width": 1200, "height": 720}}  # small files
    visits = [(phone, stand), (phone, night_of_the_crew), (phone, ladder), (phone, checked), (phone, tablet)]
    visits += [
        (desk, visit)
        for visit in (
            counter,
            clients,
            shared,
            cases,
            contracts,
            agreements,
            meetings,
            series,
            directory,
            referrals,
            groups,
            asked,
            forms,
            care,
            office,
            head,
            registers,
            reports,
            together,
            manager,
        )
    ]
    visits = [(size, visit) for size, visit in visits if visit.__name__ in (sys.argv[1:] or visit.__name__)]
    with server() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        usual = {"base_url": address, "locale": "cs-CZ", "timezone_id": "Europe/Prague"}
        for size, visit in visits:
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
