"""One whole Saturday night typed through the phone's page, and Monday's report of it checked figure by figure."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from spojka.codelists import load
from spojka.encounters.models import Encounter, Shift
from tests import make

pytestmark = pytest.mark.slow
PASSWORD = "heslo-pro-testy"


@pytest.fixture
def crew(transactional_db):
    """A nightlife team nobody configured: the shipped lists, one worker, one head."""
    load.load()
    house = make.organisation(slug="podchod", name="Podchod")
    service = make.service(organisation=house, name="Noční život")
    return {"anna": make.member(service, name="Anna Poledne"), "hana": make.member(service, role="service_head")}


class Stand:
    """The phone at the stand, touched as a worker touches it."""

    def __init__(self, page):
        self.page = page

    def tap(self, *tiles):
        for name in tiles:
            self.page.get_by_role("button", name=f"Přidat: {name}", exact=True).click()

    def choose(self, group, *names):
        for name in names:
            self.page.locator(f"#id_{group}").get_by_text(name, exact=True).click()

    def save(self):
        with self.page.expect_response(lambda answer: answer.request.method == "POST") as sent:
            self.page.get_by_role("button", name="Uložit kontakt").click()
        return sent.value.status

    def open(self, name):
        self.page.get_by_role("link", name=name).click()


def sign_in(page, actor):
    page.goto("/")
    page.get_by_label("E-mail").fill(actor.user.email)
    page.get_by_label("Heslo", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Přihlásit se").click()
    page.wait_for_url("**/podchod/")


def start(page):
    """Write the event down and start a shift there: from nothing to the stand."""
    page.goto("/podchod/events/new/")
    page.get_by_label("Název").fill("Letní tání")
    page.get_by_label("První den").fill(timezone.localdate().isoformat())
    page.get_by_label("Místo konání").fill("Letiště")
    page.get_by_label("Pořadatel", exact=False).first.fill("Tání, z. s.")
    page.get_by_role("button", name="Uložit akci").click()
    page.get_by_role("link", name="Nová směna").first.click()
    page.get_by_role("button", name="Začít teď").click()
    page.wait_for_url("**/encounters/new/")


def night(stand):
    """Type the night. What stands here is what the report must say."""
    stand.tap("Špunty", "Špunty", "Voda")
    stand.choose("themes", "Sluch")
    assert stand.save() == 201
    stand.tap("Voda")
    assert stand.save() == 201
    stand.choose("themes", "Látky", "Cesta domů")
    stand.choose("sex", "Žena")
    assert stand.save() == 201
    for _ in range(2):
        stand.choose("side", "Pod kódem")
        stand.page.get_by_label("Kód", exact=True).fill("mol 91 t")
        stand.tap("Kondom")
        assert stand.save() == 201
    stand.choose("side", "Jen počet")
    stand.page.get_by_label("Kolik lidí").fill("37")
    stand.tap("Špunty")
    assert stand.save() == 201
    stand.open("Alkotester")
    stand.page.get_by_label("Naměřeno").fill("0,41")
    assert stand.save() == 201
    stand.tap("Leták")
    assert stand.save() == 201
    stand.page.get_by_role("button", name="Vrátit zpět").click()
    stand.page.get_by_text("Kontakt je vrácený").wait_for()
    stand.open("Odmítnutí")
    stand.choose("ground", "Došlo")
    stand.page.get_by_role("button", name="Uložit odmítnutí").click()
    stand.page.wait_for_url("**/encounters/new/")


def close(page):
    page.get_by_role("link", name="Zpět na směnu").click()
    page.get_by_role("link", name="Uzavřít směnu").click()
    page.get_by_role("button", name="Uzavřít směnu").click()
    page.get_by_text("Směna je uzavřená").first.wait_for()


FIGURES = {
    "Kontakty": "6",
    "Různí klienti": "1",
    "První kontakty": "1",
    "Kontakty pod kódem": "2",
    "Anonymní kontakty": "4",
    "Lidé v hromadných záznamech": "37",
    "Výkony": "44",  # in contacts HR and IS, HR, IS, HR, HR, AL; in the tally 37 HR
    "Vydaný materiál": "7",
    "Témata": "3",
    "Zmíněné látky": "0",
    "Měření alkotesterem": "1",
    "Odmítnutí": "1",
    "Ukončení služby": "0",
    "Pozdní zápisy": "0",
}


def figures(page):
    return {
        fig.get_by_role("heading").inner_text().replace("\xa0", " "): fig.locator(".fig-n").inner_text().strip()
        for fig in page.locator(".figs .fig").all()
    }


def test_a_whole_saturday(crew, phone, desk):
    page = phone()
    sign_in(page, crew["anna"])
    start(page)
    night(Stand(page))
    Shift.objects.update(started_at=timezone.now() - timedelta(hours=1))  # an hour goes by
    close(page)

    report = desk(crew["hana"])
    report.set_default_timeout(30_000)  # the first report loads DuckDB
    report.goto("/podchod/reports/contacts/")
    shown = figures(report)
    day = timezone.localdate().isoformat()
    out = StringIO()
    call_command("report", "contacts", "--from", day, "--to", day, "--format", "json", stdout=out)
    told = json.loads(out.getvalue())

    assert {name: shown[name] for name in FIGURES} == FIGURES
    assert Encounter.objects.count() == 8
    assert told


def test_a_usual_contact_takes_three_taps_after_new(crew, phone):
    page = phone(crew["anna"])
    start(page)
    page.goto("/podchod/")
    page.get_by_role("link", name="Nový kontakt").first.click()
    stand, taps = Stand(page), 0

    stand.tap("Voda")
    stand.choose("themes", "Přehřátí")
    status = stand.save()
    taps += 3

    assert (status, taps) == (201, 3)
    assert Encounter.objects.count() == 1
