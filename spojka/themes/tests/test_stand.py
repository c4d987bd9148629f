"""The cards at the stand, in two taps and without signal."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.phones.registry import pages_of
from tests import make


@pytest.fixture
def running(teren):
    start = timezone.now() - timedelta(hours=1)
    times = {"planned_start": start, "planned_end": start + timedelta(hours=7), "started_at": start}
    return make.shift(teren, **times, day=timezone.localdate(start))


def test_the_stand_leads_to_the_cards_of_its_service(anna, hana, teren, running, lists, browse, word):
    word(hana, teren, valid_from=running.day)  # after midnight a shift is of the evening before
    url = f"/podchod/shifts/{running.pk}/themes/"

    assert url in browse(anna).get(f"/podchod/shifts/{running.pk}/encounters/new/").content.decode()
    page = browse(anna).get(url).content.decode()
    assert "Vezměte si je." in page
    assert 'href="#hearing"' in page
    assert 'id="hearing"' in page


def test_a_phone_keeps_the_cards_and_both_projections(anna, cyril, running, lists):
    kept = [page.url for page in pages_of(anna, timezone.now())]

    assert f"/podchod/shifts/{running.pk}/themes/" in kept
    assert {"/projection/cs/", "/projection/en/", "/projection/cs/table/"} <= set(kept)
    assert not [page.url for page in pages_of(cyril, timezone.now()) if "themes" in page.url]


def test_strangers_find_no_cards(bara, cyril, running, lists, browse):
    for stranger in (bara, cyril):
        assert browse(stranger).get(f"/podchod/shifts/{running.pk}/themes/").status_code == 404
