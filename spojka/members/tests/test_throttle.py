"""Guessing is slowed by name and address together."""

import pytest
from django.urls import reverse

from tests import make

from .test_sign_in import PASSWORD, send, signed_in

HERE, THERE = {"REMOTE_ADDR": "192.0.2.1"}, {"REMOTE_ADDR": "192.0.2.2"}


@pytest.fixture
def guessed(anna, browse):
    """Somebody at HERE guessed Anna's password too often."""
    for _ in range(6):
        answer = send(browse(), anna.user.email, "hadani", **HERE)
    return answer


def test_locks_after_six_wrong_passwords_and_says_so(anna, guessed, browse):
    assert guessed.status_code == 429
    assert "15" in guessed.content.decode()
    assert "Access-Control-Allow-Origin" not in guessed.headers
    browser = browse()
    assert send(browser, anna.user.email, **HERE).status_code == 429
    assert not signed_in(browser)


@pytest.mark.parametrize("change", [str.upper, lambda email: f" {email} "])
def test_spelling_the_name_otherwise_does_not_help(anna, guessed, browse, change):
    assert send(browse(), change(anna.user.email), **HERE).status_code == 429


def test_others_behind_the_same_router_are_not_locked(guessed, teren, browse):
    other = make.member(teren, name="Ota Odjinud")

    assert send(browse(), other.user.email, **HERE).status_code == 302


def test_the_worker_is_not_locked_elsewhere(anna, guessed, browse):
    assert send(browse(), anna.user.email, **THERE).status_code == 302


def test_an_unknown_name_is_locked_alike(guessed, browse):
    for _ in range(6):
        answer = send(browse(), "nikdo@example.org", "hadani", **HERE)

    assert answer.status_code == 429
    assert answer.content == guessed.content or len(answer.content) == len(guessed.content)


def test_a_right_password_begins_the_count_again(anna, browse):
    for password in ["hadani"] * 5 + [PASSWORD] + ["hadani"] * 5:
        last = send(browse(), anna.user.email, password, **HERE)

    assert last.status_code == 200


def test_behind_our_proxy_the_phones_address_counts(anna, browse, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    def come_from(address):
        return HERE | {"HTTP_X_FORWARDED_FOR": f"198.51.100.7, {address}"}

    for _ in range(6):
        answer = send(browse(), anna.user.email, "hadani", **come_from("203.0.113.1"))
    assert answer.status_code == 429
    assert send(browse(), anna.user.email, **come_from("203.0.113.2")).status_code == 302


def test_asking_for_links_is_slowed_too(anna, browse):
    answers = [
        browse().post(reverse("account_reset_password"), {"email": anna.user.email}, **HERE).status_code
        for _ in range(6)
    ]

    assert answers == [302] * 5 + [429]
