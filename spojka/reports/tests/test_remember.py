from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.core.exceptions import PermissionDenied

from spojka.base.ids import new_id
from spojka.reports import actions
from spojka.reports.models import SavedReport
from spojka.reports.saved import told
from tests import make

SETTINGS = {"period": "last_month", "for": "partner"}
LIST = "/podchod/reports/saved/"


def remember(by, service, **fields):
    usual = {"id": new_id(), "name": "Pro město", "is_shared": False, "settings": SETTINGS, "at": make.NOON}
    return actions.remember(by=by, service=service, **usual | fields)


def test_keeps_what_the_address_says(hana, teren, browse):
    place = make.place(teren)
    said = SETTINGS | {"place": str(place.pk), "by": "worker", "against": "year"}
    fields = {"id": new_id(), "name": "Pro město", "service": teren.pk, "is_shared": "on"}

    answer = browse(hana).post(f"{LIST}new/?{urlencode(said)}", fields)

    saved = SavedReport.objects.get()
    assert saved.settings == {key: value for key, value in said.items() if key != "by"}  # workers stay at home
    assert (saved.name, saved.is_shared, saved.made_by) == ("Pro město", True, hana.id)
    assert "?period=last_month&" in answer["Location"]


def test_a_repeated_sending_is_one(hana, teren):
    first = remember(hana, teren)

    assert remember(hana, teren, id=first.pk) == first
    assert SavedReport.objects.count() == 1


def test_a_period_that_moves_stays_so(hana, teren, browse):
    saved = remember(hana, teren)

    answer = browse(hana).post(f"{LIST}{saved.pk}/open/", follow=True)

    assert answer.context["form"].data["period"] == "last_month"
    assert told(SETTINGS, make.SATURDAY)[0].startswith("Minulý měsíc")
    assert told({"from": "2026-07-03", "to": "2026-07-05"}, make.SATURDAY) == ["3.–5.\xa07."]


def test_the_last_used_ones_come_first(hana, teren, browse):
    old, new = (
        remember(hana, teren, name="Stará"),
        remember(hana, teren, name="Nová", at=make.NOON + timedelta(days=1)),
    )
    before = [one.name for one in browse(hana).get("/podchod/reports/contacts/").context["saved"]]

    browse(hana).post(f"{LIST}{old.pk}/open/")

    after = [one for one, _words in browse(hana).get(LIST).context["told"]]
    assert (before, after) == (["Nová", "Stará"], [old, new])


def test_private_ones_are_for_their_maker_alone(hana, anna, teren, browse):
    mine, ours = remember(hana, teren), remember(hana, teren, is_shared=True)

    assert [one for one, _words in browse(anna).get(LIST).context["told"]] == [ours]
    assert browse(anna).post(f"{LIST}{mine.pk}/open/").status_code == 404
    with pytest.raises(PermissionDenied):
        actions.rename(by=anna, saved=mine, name="Moje", is_shared=True)


def test_renames_and_drops(hana, teren, browse):
    saved, browser = remember(hana, teren), browse(hana)

    wrong = browser.post(f"{LIST}{saved.pk}/rename/", {"name": ""})
    browser.post(f"{LIST}{saved.pk}/rename/", {"name": "Pro kraj", "is_shared": "on"})
    renamed = SavedReport.objects.get()
    browser.post(f"{LIST}{saved.pk}/drop/")

    assert (wrong.status_code, renamed.name, renamed.is_shared) == (422, "Pro kraj", True)
    assert browser.get(LIST).context["told"] == []
    assert browser.post(f"{LIST}{saved.pk}/open/").status_code == 404


def test_who_has_no_reports_has_no_list_of_them(teren, browse):
    assert browse(make.member(teren, role="funder")).get(LIST).status_code == 404


def test_strangers_remember_nothing(cyril, teren):
    with pytest.raises(PermissionDenied):
        remember(cyril, teren)

    assert not SavedReport.objects.exists()
