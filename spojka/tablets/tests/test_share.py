"""Share a tablet with the crew, and end it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.encounters.actions import shifts
from spojka.tablets import actions
from spojka.tablets.models import Tablet, Why
from tests import make

HOUR = timedelta(hours=1)


def out(shift, after):
    tablet = Tablet.objects.select_related("shift").get()
    return tablet.out(shift.planned_end + after)


def enrol(by, shift):
    return actions.enrol(by=by, id=new_id(), shift=shift, name="", at=timezone.now())


def test_asks_who_writes_and_signs_out_who_shared_it(tablet):
    page = tablet.get("/podchod/tablet/").content.decode()

    assert "Anna Poledne" in page
    assert "Hana Večerní" in page
    assert tablet.get("/account/").url == "/podchod/tablet/"


def test_only_a_running_shift_takes_a_tablet(anna, shift):
    shift.change(started_at=None)

    with pytest.raises(actions.NotNow):
        enrol(anna, shift)


def test_only_the_crew_shares_it(shift, teren):
    with pytest.raises(actions.NotNow):
        enrol(make.member(teren), shift)
    with pytest.raises(PermissionDenied):
        enrol(make.member(teren, role="volunteer_on_duty"), shift)


@pytest.mark.parametrize("stranger", ["bara", "cyril"])
def test_strangers_share_and_end_nothing(request, stranger, shift, tablet):
    actor = request.getfixturevalue(stranger)

    with pytest.raises(PermissionDenied):
        enrol(actor, shift)
    with pytest.raises(PermissionDenied):
        actions.end(by=actor, tablet=Tablet.objects.get(), at=timezone.now())


def test_a_repeated_sending_shares_it_once(anna, shift):
    id = new_id()
    for _ in range(2):
        actions.enrol(by=anna, id=id, shift=shift, name="", at=timezone.now())

    assert Tablet.objects.count() == 1


def test_is_out_two_hours_after_the_planned_end(tablet, shift):
    assert out(shift, HOUR) is None
    assert out(shift, 2 * HOUR) == Why.LATE


@pytest.mark.parametrize("way", ["closed", "ended"])
def test_is_out_with_the_next_request(way, tablet, anna, hana, shift, browse):
    tablet.take(anna)
    if way == "closed":
        now = timezone.now()
        shifts.close(by=hana, shift=shift, ended_at=now + timedelta(seconds=1), at=now + HOUR, note="")
    else:
        browse(hana).post(reverse("tablets:end", args=["podchod", Tablet.objects.get().pk]))

    assert tablet.write().status_code == 302
    assert "ukončený" in tablet.get("/podchod/tablet/").content.decode()
    assert tablet.get("/podchod/tablet/").url.startswith("/account/login/")


def test_the_page_of_the_shift_leads_to_its_tablets(tablet, hana, shift, browse):
    page = browse(hana).get(f"/podchod/shifts/{shift.pk}/")

    assert f"/podchod/shifts/{shift.pk}/tablets/" in page.content.decode()
    listed = browse(hana).get(f"/podchod/shifts/{shift.pk}/tablets/")
    assert [one["why_out"] for one in listed.context["tablets"]] == [None]


def test_stays_out_when_a_closed_shift_is_opened_again(tablet, anna, hana, shift, browse):
    now = timezone.now()
    shifts.close(by=hana, shift=shift, ended_at=now, at=now, note="")
    shifts.reopen(by=hana, shift=shift, at=timezone.now())

    assert "znovu" in tablet.get("/podchod/tablet/").content.decode()
    assert "/account/login/" in tablet.take(anna).url
    assert "/account/login/" in tablet.get(tablet.stand).url
    shift.refresh_from_db()
    assert enrol(anna, shift).out(timezone.now()) is None


def test_is_ended_from_the_list_without_its_shift(tablet, hana, bara, cyril, browse):
    listed = "/podchod/tablets/"
    page = browse(hana).get(listed).content.decode()
    end = reverse("tablets:end", args=["podchod", Tablet.objects.get().pk])

    assert end in page
    assert end not in browse(bara).get(listed).content.decode()
    assert browse(cyril).get(listed).status_code == 404
    assert listed in browse(hana).get("/podchod/people/").content.decode()
    assert browse(hana).post(end, {"from_list": ""}).url == listed
    assert end not in browse(hana).get(listed).content.decode()


def test_the_list_is_not_for_who_may_end_none(teren, browse):
    assert browse(make.member(teren, role="auditor")).get("/podchod/tablets/").status_code == 404
