"""The way of a warning over the pages: noticed at the stand, drawn, verified, read, printed, withdrawn."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.phones.registry import pages_of
from spojka.signals.models import Acknowledgement, EarlyWarning, Signal
from tests import make

LITTLE = {"Prefer": "return=minimal"}


@pytest.fixture
def running(teren):
    start = timezone.now() - timedelta(hours=1)
    end = start + timedelta(hours=7)
    return make.shift(teren, planned_start=start, planned_end=end, started_at=start, day=timezone.localdate(start))


def sighting(**fields):
    usual = {"id": new_id(), "kind": "substance", "substance": "mdma", "sure": "high", "source": "visitor", "many": 2}
    return usual | {"is_for_house": "on"} | fields


def test_a_signal_of_a_shift_was_seen_where_the_shift_is(anna, running, browse, lists):
    url, said = f"/podchod/shifts/{running.pk}/signal/", sighting(phone_at=timezone.now().isoformat())

    answers = [browse(anna).post(url, said, headers=LITTLE) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    signal = Signal.objects.get()
    assert (signal.shift, signal.municipality, signal.seen_on) == (running, "Lipovec", timezone.localdate())


def test_only_what_ones_own_service_saw_is_offered_to_be_told_on(hana, anna, bara, teren, notice, browse):
    own = notice(anna, teren)
    other = notice(bara, make.the_service_of(bara), what="růžová kotva", seen_on=own.seen_on)
    notice(bara, make.the_service_of(bara), kind="hunger", substance="", what="hlad", look="")

    page = browse(hana).get("/podchod/signals/").content.decode()

    links = re.findall(r'href="/podchod/signals/share/\?([^"]*)"', page)
    assert links == [f"signals={own.pk}"]
    assert f"signals={other.pk}" in page  # drawn into a warning it may be


def test_telling_nobody_any_more_is_said_so(hana, anna, teren, notice, browse, cyril):
    signal = notice(anna, teren)
    partner = cyril.organisation.change(hears_warnings=True)
    for partners, says in (([partner.pk], "Vybrané organizace teď signály vidí"), ([], "žádná jiná organizace")):
        said = {"signals": [signal.pk], "partners": partners}
        answer = browse(hana).post("/podchod/signals/share/", said, follow=True)
        assert says in answer.content.decode()


def test_who_looks_after_a_warning_is_not_asked_to_write_to_themselves(hana, anna, teren, draw, browse):
    warning = draw(hana, teren, verified=hana)
    reply = f"/podchod/warnings/{warning.pk}/reply/"

    assert reply in browse(anna).get(f"/podchod/warnings/{warning.pk}/").content.decode()
    assert reply not in browse(hana).get(f"/podchod/warnings/{warning.pk}/").content.decode()


def test_the_queue_hears_what_is_wrong(anna, running, browse, lists):
    answer = browse(anna).post(f"/podchod/shifts/{running.pk}/signal/", sighting(kind=""), headers=LITTLE)

    assert answer.status_code == 422
    assert "kind" in answer.json()["errors"]


def test_a_phone_keeps_the_form(anna, cyril, running):
    url = f"/podchod/shifts/{running.pk}/signal/"

    assert url in [page.url for page in pages_of(anna, timezone.now())]
    assert url not in [page.url for page in pages_of(cyril, timezone.now())]


def test_from_a_sighting_to_a_withdrawn_warning(anna, bara, hana, teren, browse, lists):
    workers, head, today = browse(anna), browse(hana), timezone.localdate()
    workers.post("/podchod/signals/new/", sighting(municipality="Lipovec", service=teren.pk))
    said = {"id": new_id(), "what": "Růžové tablety", "text": "Neberte je.", "audience": "venues"}
    said |= {"valid_from": today, "valid_to": today, "signals": [Signal.objects.get().pk]}
    url = head.post("/podchod/warnings/new/", said).url

    assert browse(bara).get(url).status_code == 404
    assert head.get(f"{url}paper/").status_code == 404
    head.post(f"{url}verify/")
    assert "Růžové tablety" in browse(bara).get("/podchod/").content.decode()
    browse(bara).post(f"{url}acknowledge/")
    assert "Bára Ranní" in head.get(url).content.decode()
    assert "Bára Ranní" not in workers.get(url).content.decode()
    assert head.get(f"{url}paper/")["Content-Type"] == "application/pdf"
    head.post(f"{url}answer/", {"came_back": "Ozvaly se dva kluby."})
    head.post(f"{url}withdraw/", {"reason": "Rozbor nic nenašel."})

    assert browse(bara).get(url).status_code == 404
    assert "Růžové tablety" not in workers.get("/podchod/").content.decode()
    assert (Acknowledgement.objects.count(), EarlyWarning.objects.get().came_back) == (1, "Ozvaly se dva kluby.")


def test_a_warning_stands_at_the_stand(hana, anna, running, teren, draw, browse, lists):
    draw(hana, teren, verified=hana, text="Nic neberte o samotě.")
    draw(hana, teren, what="Zatím neověřené")

    page = browse(anna).get(f"/podchod/shifts/{running.pk}/encounters/new/").content.decode()

    assert "Nic neberte o samotě." in page
    assert "Zatím neověřené" not in page
    assert f"/podchod/shifts/{running.pk}/signal/" in page


def test_what_was_read_folds_into_one_line_at_the_stand(hana, anna, running, teren, draw, browse, lists):
    seen, _other = draw(hana, teren, verified=hana, what="Růžové tablety"), draw(hana, teren, verified=hana)
    at_stand = f"/podchod/shifts/{running.pk}/encounters/new/"
    worker = browse(anna)
    before = worker.get(at_stand).content.decode()

    worker.post(f"/podchod/warnings/{seen.pk}/acknowledge/")
    page = worker.get(at_stand).content.decode()

    assert (before.count("says-due"), page.count("says-due")) == (2, 1)
    assert "Přečtená varování: 1" in page
    assert "<strong>Růžové tablety</strong>" in page


@pytest.mark.parametrize("area", ["nic takového", "Poruba (Ostrava)"])
def test_a_warning_names_no_place_finer_than_a_municipality(hana, teren, browse, area, today):
    said = {"id": new_id(), "what": "x", "text": "y", "audience": "public", "valid_from": today, "valid_to": today}

    answer = browse(hana).post("/podchod/warnings/new/", said | {"area": area})

    assert answer.status_code == 422
    assert not EarlyWarning.objects.exists()


def test_the_list_tells_the_same_things_together(hana, anna, bara, teren, kontakt, notice, browse, lists):
    notice(anna, teren), notice(bara, kontakt)

    answer = browse(hana).get("/podchod/signals/")

    assert [len(thing.signals) for thing in answer.context["things"]] == [2]
    assert answer.context["lines"][0]["counts"][-1] == 2
