"""Passkeys: added, named, used and removed, with an authenticator that the browser's debugging protocol plays."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from tests import make

from .test_sign_in import PASSWORD, signed_in, sure


@pytest.fixture
def key(anna):
    return Authenticator.objects.create(user=anna.user, type="webauthn", data={"name": "Telefon", "credential": {}})


def test_one_renames_and_removes_a_passkey(anna, key, browse):
    browser = browse(anna)
    sure(browser)

    browser.post(reverse("mfa_edit_webauthn", args=[key.pk]), {"name": "Starý telefon"})
    assert "Starý telefon" in browser.get(reverse("account")).content.decode()
    assert browser.get(reverse("mfa_remove_webauthn", args=[key.pk])).status_code == 200
    browser.post(reverse("mfa_remove_webauthn", args=[key.pk]))
    assert not Authenticator.objects.exists()


def test_nobody_reaches_the_passkey_of_another(key, cyril, browse):
    browser = browse(cyril)
    sure(browser)

    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        assert browser.post(reverse(name, args=[key.pk]), {"name": "x"}).status_code == 404


def test_a_passkey_is_not_added_without_the_password(anna, browse):
    assert browse(anna).get(reverse("mfa_add_webauthn")).url.startswith(reverse("account_reauthenticate"))


@pytest.mark.parametrize("sent", ["", "{}", "nonsense", '{"response": {"userHandle": "eA"}}'])
def test_nonsense_lets_nobody_in(anna, browse, sent):
    browser = browse()
    browser.post(reverse("passkey_options"))

    answer = browser.post(reverse("mfa_login_webauthn"), {"credential": sent})

    assert answer.url == reverse("account_login")
    assert not signed_in(browser)


AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.mark.slow
def test_a_finger_lets_in_instead_of_the_password(transactional_db, phone, axe):
    anna = make.member(make.service(organisation=make.organisation(slug="podchod")), name="Anna Poledne")
    page = phone(anna)
    talk = page.context.new_cdp_session(page)
    talk.send("WebAuthn.enable")
    talk.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})

    page.goto("/podchod/")
    page.get_by_role("link", name="Přidat přístupový klíč").click()
    page.get_by_label("Heslo").fill(PASSWORD)
    page.get_by_role("button", name="Potvrdit").click()
    axe(page)
    page.get_by_label("Jak se zařízení jmenuje").fill("Anin telefon")
    page.get_by_role("button", name="Přidat přístupový klíč").click()
    page.get_by_role("heading", name="Záložní kódy").wait_for()
    page.goto("/account/")
    assert page.get_by_text("Anin telefon", exact=True).first.is_visible()
    axe(page)
    page.get_by_role("button", name="Odhlásit se").last.click()
    page.goto("/podchod/shifts/")
    page.get_by_role("button", name="Použít přístupový klíč").click()

    page.get_by_role("heading", name="Směny").wait_for()
    assert Authenticator.objects.get(type="webauthn").last_used_at
