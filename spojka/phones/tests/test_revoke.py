"""A lost phone: who sees it, who ends it, and that its sign-in ends at once."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from spojka.members.models import Device
from spojka.phones import actions
from spojka.phones.models import Phone


@pytest.fixture
def phone(anna, browse):
    """Anna's phone, signed in and heard an hour ago with seven records waiting."""
    browser = browse(anna)
    browser.get("/podchod/")
    at = timezone.now() - timedelta(hours=1)
    device = Device.objects.get(user=anna.user)
    said = {"name": "Chrome, Android", "device_id": device.pk, "heard_at": at, "waiting": 7, "oldest_at": at}
    phone = Phone(id=uuid4(), recorded_at=at, user=anna.user, **said).add()
    phone.browser = browser
    return phone


def test_the_head_sees_it_and_revokes_it(phone, hana, browse):
    head = browse(hana)
    page = head.get("/podchod/phones/").content.decode()
    assert "Anna Poledne" in page
    assert "Chrome, Android" in page

    url = f"/podchod/phones/{phone.pk}/revoke/"
    assert "7 zápisů" in head.get(url).content.decode()
    assert head.post(url).status_code == 302

    phone.refresh_from_db()
    assert phone.is_revoked
    assert phone.browser.get("/podchod/").status_code == 302  # signed out
    assert "Anna Poledne" not in head.get("/podchod/phones/").content.decode()
    assert "odvolaný" in head.get("/podchod/phones/?all=1").content.decode()


def test_a_colleague_sees_it_and_cannot_revoke_it(phone, anna, browse):
    assert "Anna Poledne" in browse(anna).get("/podchod/phones/").content.decode()
    assert browse(anna).post(f"/podchod/phones/{phone.pk}/revoke/").status_code == 404


def test_strangers_see_nothing(phone, bara, cyril, browse):
    assert "Anna" not in browse(bara).get("/podchod/phones/").content.decode()
    assert browse(cyril).get("/podchod/phones/").status_code == 404
    assert browse(cyril).post(f"/podchod/phones/{phone.pk}/revoke/").status_code == 404


def test_revoking_twice_is_once(phone, hana):
    first = actions.revoke(by=hana, phone=phone, at=timezone.now())
    again = actions.revoke(by=hana, phone=first, at=timezone.now() + timedelta(hours=1))

    assert again.revoked_at == first.revoked_at
