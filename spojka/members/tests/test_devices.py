"""Devices in which somebody is signed in: how long they last, and how they are ended."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone

from spojka.access.roles import ROLES
from spojka.members import devices, lasting
from spojka.members.models import Device
from tests.make import NOON

from .test_sign_in import PASSWORD, send, signed_in

ANDROID = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"
HOUR = timedelta(hours=1)


def end_of(role, **touched):
    return lasting.ends_at([role], since=NOON, touched=NOON + timedelta(**touched)) - NOON


def test_a_field_worker_is_not_signed_out_in_a_night_shift():
    assert end_of("field_worker", hours=0) == 12 * HOUR
    assert end_of("field_worker", hours=11, minutes=59) > 23 * HOUR
    assert end_of("field_worker", hours=35) == 36 * HOUR


def test_who_sees_more_is_signed_out_sooner():
    spans = [end_of(role, hours=0) for role in ("field_worker", "service_head", "organisation_manager", "auditor")]

    assert spans == sorted(spans, reverse=True)
    assert len(set(spans)) == 4


def test_of_several_roles_the_strictest_holds():
    assert lasting.of(["field_worker", "auditor"]) == lasting.of(["auditor"])
    assert lasting.of([]) == lasting.of(["auditor"])


def test_every_role_of_a_member_has_its_length():
    others = {"link_holder", "client", "day_volunteer", "public", "tablet"}

    assert set(lasting.by_role()) == set(ROLES) - others
    assert timedelta(seconds=settings.SESSION_COOKIE_AGE) == max(one.whole for one in lasting.by_role().values())


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (ANDROID, "Firefox, Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Mobile Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("curl/8", ""),
    ],
)
def test_a_device_is_called_what_it_says_of_itself(agent, name):
    assert devices.name_of(agent) == name


def test_a_session_ends_after_idleness(anna, browse):
    browser = browse(anna)
    assert signed_in(browser)
    Device.objects.update(ends_at=timezone.now() - HOUR)

    answer = browser.get("/podchod/")

    assert answer.status_code == 302
    assert "Pro jistotu jsme vás odhlásili" in browser.get(answer.url).content.decode()
    assert not signed_in(browser)


def test_a_script_hears_that_the_session_ended(anna, browse):
    browser = browse(anna)
    signed_in(browser)
    Device.objects.update(ends_at=timezone.now())

    assert browser.post("/podchod/shifts/new/", headers={"HX-Request": "true"}).status_code == 401


def test_work_makes_a_session_last(anna, browse):
    browser = browse(anna)
    signed_in(browser)
    long_ago = timezone.now() - HOUR
    Device.objects.update(seen_at=long_ago, ends_at=timezone.now() + HOUR)

    signed_in(browser)

    assert Device.objects.get().seen_at > long_ago
    assert Device.objects.get().ends_at > timezone.now() + 11 * HOUR


def test_the_whole_length_is_not_made_longer_by_work(anna, browse):
    browser = browse(anna)
    signed_in(browser)
    began = timezone.now() - 35 * HOUR
    Device.objects.update(recorded_at=began, seen_at=began)

    signed_in(browser)

    assert Device.objects.get().ends_at == began + 36 * HOUR


def test_signing_in_and_out_keeps_one_row_a_device(anna, browse):
    browser = Browser(headers={"User-Agent": ANDROID})

    for _ in range(2):
        send(browser, anna.user.email)
        assert [one.name for one in Device.objects.all()] == ["Firefox, Android"]
        browser.post(reverse("account_logout"))
    assert not Device.objects.exists()


def test_one_sees_and_ends_ones_other_devices(anna, browse):
    here, there = browse(anna), browse(anna)
    assert signed_in(there)
    lost = Device.objects.get()
    page = here.get(reverse("account"))
    page = here.get(reverse("account"))

    assert [one["here"] for one in page.context["devices"]] == [True, False]
    here.post(reverse("device_end", args=[lost.pk]))
    assert not signed_in(there)
    assert signed_in(here)


def test_all_others_are_ended_at_once(anna, browse):
    browsers = [browse(anna) for _ in range(3)]
    assert all(signed_in(one) for one in browsers)

    browsers[0].post(reverse("devices_end_others"))

    assert [signed_in(one) for one in browsers] == [True, False, False]


def test_nobody_ends_the_device_of_another(anna, cyril, browse):
    theirs = browse(anna)
    signed_in(theirs)

    assert browse(cyril).post(reverse("device_end", args=[Device.objects.get().pk])).status_code == 404
    browse(cyril).post(reverse("devices_end_others"))
    assert signed_in(theirs)


def test_a_new_password_signs_out_all_others(anna, browse):
    here, there = browse(anna), browse(anna)
    assert signed_in(here)
    assert signed_in(there)
    new = {"oldpassword": PASSWORD, "password1": "zelena-lucerna-77", "password2": "zelena-lucerna-77"}

    here.post(reverse("account_change_password"), new)

    assert signed_in(here)
    assert not signed_in(there)
    assert Device.objects.count() == 1


def test_no_network_address_is_kept():
    assert not [field.name for field in Device._meta.get_fields() if "ip" in field.name or "addr" in field.name]


def test_advises_a_second_step_to_whom_a_password_is_all(anna, browse):
    page = browse(anna).get("/podchod/").content.decode()

    assert "/account/passkeys/add/" in page


def test_a_draft_waits_as_long_as_the_longest_session(settings):
    script = (Path(settings.BASE_DIR) / "spojka/ui/static/ui/drafts.js").read_text()
    longest = max(one.whole for one in lasting.by_role().values())

    assert f"LONGEST = {longest // timedelta(hours=1)} * 3600 * 1000" in script
    assert longest.total_seconds() == settings.SESSION_COOKIE_AGE


def test_a_page_tells_its_script_how_long_a_draft_waits(anna, browse):
    assert 'data-lasts="129600"' in browse(anna).get("/podchod/").content.decode()
