"""Set the PIN by which one takes over a shared tablet."""

import pytest
from django.urls import reverse
from django.utils import timezone

from spojka.members import pins
from spojka.members.models import Pin

from .test_sign_in import sure


@pytest.fixture
def send(anna, browse):
    browser = browse(anna)
    sure(browser)
    return lambda pin: browser.post(reverse("pin"), {"pin": pin})


def test_keeps_no_pin_that_can_be_read(send, anna):
    assert send("2580").url == reverse("account")

    assert pins.matches(anna.user, "2580")
    assert not pins.matches(anna.user, "2581")
    kept = Pin.objects.get().sealed
    assert kept.startswith("gAAAA")
    assert "2580" not in kept


def test_a_changed_pin_replaces_the_old_one(send, anna):
    send("2580")
    send("48260")

    assert [pins.matches(anna.user, pin) for pin in ("2580", "48260")] == [False, True]


@pytest.mark.parametrize("weak", ["", "123", "1234", "4321", "7777", "123456789", "12a4", "١٢٣٤"])
def test_a_weak_pin_is_refused_at_its_field(send, weak):
    answer = send(weak)

    assert answer.status_code == 422
    assert "pin" in answer.context["form"].errors
    assert not Pin.objects.exists()


def test_asks_for_the_password_first(anna, browse):
    assert browse(anna).get(reverse("pin")).url.startswith(reverse("account_reauthenticate"))


def test_nobody_has_a_pin_by_themselves(anna):
    assert not pins.matches(anna.user, "")
    pins.set_pin(anna.user, "2580", timezone.now())
    pins.forget(anna.user)
    assert not pins.matches(anna.user, "2580")
