"""Walk: a head before the report goes, and a worker on the phone, by the keyboard alone."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from tests import make


def late_one(service, by):
    now = timezone.now()
    start = now - timedelta(minutes=40)
    shift = make.shift(service, day=timezone.localdate(now), planned_start=start, planned_end=now, started_at=start)
    return make.encounter(shift, is_late=True, occurred_at=now, recorded_by=by.id)


def test_a_head_finds_looks_and_takes_back(transactional_db, lists, teren, anna, hana, desk, axe):
    late_one(teren, anna)
    page = desk(hana)
    page.goto("/podchod/")
    page.get_by_role("link", name="tohoto měsíce něco chybí").press("Enter")
    page.get_by_role("link", name="Pozdní zápisy").press("Enter")
    expect(page.get_by_role("heading", name="1 záznam")).to_be_visible()
    assert axe.faults(page) == []

    page.get_by_role("button", name="Je to tak správně").press("Enter")
    expect(page.get_by_text("Nic se nenašlo")).to_be_visible()
    page.get_by_text("Podíváno, je to tak správně: 1").click()
    expect(page.get_by_text("podíváno: Hana Večerní")).to_be_visible()
    assert axe.faults(page) == []
    page.get_by_role("button", name="Vzít zpět").press("Enter")
    expect(page.get_by_role("heading", name="1 záznam")).to_be_visible()


def test_a_worker_mends_on_the_phone(transactional_db, lists, teren, anna, phone, axe):
    late_one(teren, anna)
    page = phone(anna)
    page.goto("/podchod/quality/?period=this_year")
    expect(page.get_by_role("link", name="Pozdní zápisy")).to_be_visible()
    assert axe.faults(page) == []

    page.get_by_role("link", name="Pozdní zápisy").click()
    page.get_by_role("link", name="Opravit kontakt").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Opra")
