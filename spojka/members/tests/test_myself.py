"""Change one's own name and e-mail."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from spojka.audit.models import Entry
from spojka.members.demo_people import DOMAIN
from spojka.network.models import User

from .test_sign_in import send, signed_in, sure


@pytest.fixture
def mine(anna, browse, settings):
    """Anna's browser; she has just typed her password. `mine.asks(email)` returns the way in the letter."""
    settings.MAIL_IS_SENT = True
    browser = browse(anna)
    sure(browser)

    def asks(email):
        mail.outbox.clear()
        assert browser.post(reverse("my_address"), {"email": email}).url == reverse("account")
        return re.search(r"https?://[^/]+(/\S+)", mail.outbox[0].body)[1] if mail.outbox else ""

    browser.asks = asks
    return browser


def test_has_another_name_at_once(mine, anna):
    assert mine.post(reverse("my_name"), {"name": "Anna Ranní"}).url == reverse("account")

    assert User.objects.get(pk=anna.user.pk).name == "Anna Ranní"
    assert mine.post(reverse("my_name"), {"name": " "}).status_code == 422
    assert Entry.objects.filter(verb="member.rename", actor_id=anna.id, subject_id=anna.id).count() == 1


def test_signs_in_by_the_new_address_once_its_letter_is_answered(mine, anna, browse):
    before = anna.user.email
    link = mine.asks("Nova@example.org")

    assert mail.outbox[0].to == ["nova@example.org"]
    assert mine.get(link).status_code == 200
    assert User.objects.get(pk=anna.user.pk).email == before
    assert mine.post(link).url == reverse("account")
    assert mail.outbox[-1].to == [before]
    assert "nova@" not in mail.outbox[-1].body
    browser = browse()
    send(browser, "nova@example.org")
    assert signed_in(browser)
    assert mine.post(link).status_code == 410


def test_the_letter_is_for_who_asked_alone(mine, bara, browse):
    link = mine.asks("nova@example.org")

    assert browse(bara).post(link).status_code == 410
    assert browse().post(link).status_code == 302
    assert mine.post(link[:-4] + "xxx/").status_code == 410


def test_the_letter_holds_a_day(mine, monkeypatch):
    link = mine.asks("nova@example.org")
    later = timezone.now() + timedelta(hours=25)
    monkeypatch.setattr("django.core.signing.time.time", later.timestamp)

    assert mine.get(link).status_code == 410


def test_nobody_learns_who_has_an_account(mine, bara):
    assert mine.asks(bara.user.email) == ""


def test_an_address_taken_meanwhile_is_refused(mine, bara, anna):
    link = mine.asks("nova@example.org")
    User.objects.filter(pk=bara.user.pk).update(email="nova@example.org")

    assert mine.post(link).status_code == 410
    assert User.objects.get(pk=anna.user.pk).email != "nova@example.org"


def test_asks_for_the_password_first(anna, browse):
    assert browse(anna).get(reverse("my_address")).url.startswith(reverse("account_reauthenticate"))


def test_says_when_no_letter_leaves(mine, settings):
    settings.MAIL_IS_SENT = False

    assert mine.post(reverse("my_address"), {"email": "nova@example.org"}).status_code == 422


def test_invented_people_stay_as_they_are(mine, anna):
    User.objects.filter(pk=anna.user.pk).update(email=f"anna@{DOMAIN}")

    assert mine.post(reverse("my_name"), {"name": "Jiná"}).status_code == 422
    assert mine.post(reverse("my_address"), {"email": "nova@example.org"}).status_code == 422
