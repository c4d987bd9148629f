"""Every figure leads to its records: as many as it says."""

import re
from contextlib import nullcontext
from datetime import timedelta

import pytest
from django.db import connection

from spojka.encounters.extract import extract as really
from spojka.encounters.models import ShiftPart
from spojka.reports.contacts import ITEMS
from tests import make

from .test_show import PAGE, WEEKEND, figures


@pytest.fixture
def read_once(monkeypatch):
    """Read rows once for all pages of records: nothing changes in between, and reading costs more than counting."""
    read = {}

    def extract(by, scope, tables, *, listed=False):
        key = (by.id, scope, frozenset(tables), listed)
        if key not in read:
            read[key] = really(by, scope, tables, listed=listed)
        return nullcontext(read[key])

    monkeypatch.setattr("spojka.reports.behind.extract", extract)
    yield
    for store in read.values():
        store.__exit__()


@pytest.mark.slow
def test_every_link_leads_to_as_many_records_as_its_number_says(hana, saturday, browse, read_once):
    browser = browse(hana)
    looks = ["by=all", "by=item", *(f"by={by}&of={of}" for of in ITEMS for by in ("all", "time"))]
    pages = [browser.get(f"{PAGE}?{WEEKEND}&{look}").content.decode() for look in looks]
    linked = {link for page in pages for link in re.findall(r'href="([^"]*/rows/[^"]*)">([^<]*)', page)}
    heads = figures(pages[0])

    assert len(linked) > 150
    heads_too = {link for link in linked if link[1].startswith("Ukázat")}
    half = sorted(linked - heads_too)[connection.vendor == "postgresql" :: 2]  # the other database follows the rest
    for address, number in [*sorted(heads_too), *half]:
        rows = browser.get(address.replace("&amp;", "&"))
        behind = rows.context["behind"]
        adds = [row.adds for row in behind.page.object_list]
        name = str(rows.context["metric"].name)
        expected = heads[name] if number.startswith("Ukázat") else number
        assert f"{behind.total}".replace(".", ",") == expected
        assert len(adds) == behind.count
        assert abs(sum(adds) - behind.total) < 1  # hours are rounded row by row


@pytest.mark.slow
@pytest.mark.parametrize(("by", "step"), [("project", 2), ("municipality", 4)])
def test_links_of_projects_and_territory_lead_to_as_many_records(hana, teren, saturday, browse, by, step):
    saturday.place.change(municipality_code="582786", orp_code="6203", region_code="CZ064")
    make.encounter(make.shift(teren))
    ShiftPart(**saturday.ownership, shift=saturday, starts_at=saturday.start).add()
    later = saturday.start + timedelta(minutes=5)
    ShiftPart(**saturday.ownership, shift=saturday, starts_at=later, project=make.project(teren)).add()
    browser = browse(hana)

    page = browser.get(f"{PAGE}?{WEEKEND}&by={by}").content.decode()
    linked = sorted({link for link in re.findall(r'href="([^"]*/rows/[^"]*)">([^<]*)', page) if f"by={by}" in link[0]})

    assert len(linked) > 10
    for address, number in linked[::step]:
        behind = browser.get(address.replace("&amp;", "&")).context["behind"]
        assert f"{behind.total}".replace(".", ",") == number
