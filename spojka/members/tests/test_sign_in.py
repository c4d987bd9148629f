"""Signing in, from the browser's side."""

import re
from smtplib import SMTPServerDisconnected

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.urls import NoReverseMatch, reverse
from django.utils.module_loading import import_string

JsonFormatter = import_string("config.logs.JsonFormatter")
PASSWORD = "heslo-pro-testy"


def send(browser, email, password=PASSWORD, **extra):
    return browser.post(reverse("account_login"), {"login": email, "password": password}, **extra)


def signed_in(browser):
    return browser.get(reverse("account")).status_code == 200


def sure(browser):
    """Type the password once more, as changes of protection ask for it."""
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def code_of(secret):
    return totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))


@pytest.fixture
def protected(anna):
    """Anna's secret, once her second step is on."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(anna.user, secret)
    RecoveryCodes.activate(anna.user)
    return secret


def test_lets_in_by_email_and_password(anna, browse):
    browser = browse()

    assert not signed_in(browser)
    assert send(browser, anna.user.email.upper()).status_code == 302
    assert signed_in(browser)


def test_leads_back_to_where_one_wanted_to_go(anna, browse):
    browser = browse()
    page = browser.get(browser.get("/podchod/people/").url)

    assert b'value="/podchod/people/"' in page.content
    typed = {"login": anna.user.email, "password": PASSWORD, "next": "/podchod/people/"}
    assert browser.post(reverse("account_login"), typed).url == "/podchod/people/"


def test_does_not_lead_to_another_site(anna, browse):
    typed = {"login": anna.user.email, "password": PASSWORD, "next": "https://example.com/"}

    assert browse().post(reverse("account_login"), typed).url == "/"


def test_says_the_same_of_a_wrong_password_and_an_unknown_address(anna, browse):
    def said(email):
        page = send(browse(), email, "neco-jineho").content.decode()
        return re.sub(r'csrfmiddlewaretoken" value="\w+"|value="[^"]*@[^"]*"', "", page)

    assert said(anna.user.email) == said("nikdo@example.org")


def test_refuses_a_deactivated_user_and_ends_their_session(anna, browse):
    browser = browse(anna)
    assert signed_in(browser)

    anna.user.is_active = False
    anna.user.save()

    assert not signed_in(browser)
    again = browse()
    send(again, anna.user.email)
    assert not signed_in(again)


def test_there_is_no_way_to_sign_up(browse, db):
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    assert browse().get("/account/signup/").status_code in (302, 404)


def test_signs_out_by_post_only(anna, browse):
    browser = browse(anna)

    browser.get(reverse("account_logout"))
    assert signed_in(browser)
    browser.post(reverse("account_logout"))
    assert not signed_in(browser)


def test_asks_for_the_code_of_the_phone(anna, protected, browse):
    browser = browse()

    assert send(browser, anna.user.email).url == reverse("mfa_authenticate")
    assert browser.get(reverse("mfa_authenticate")).status_code == 200
    assert not signed_in(browser)
    assert browser.post(reverse("mfa_authenticate"), {"code": code_of(protected)}).status_code == 302
    assert signed_in(browser)


def test_lets_in_by_a_recovery_code_once(anna, protected, browse):
    code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]

    for worked in (True, False):
        browser = browse()
        send(browser, anna.user.email)
        answer = browser.post(reverse("mfa_authenticate"), {"code": code})
        assert signed_in(browser) is worked
    assert "nesouhlasí, nebo už byl použitý" in answer.content.decode()


def test_takes_no_more_than_five_guesses_of_a_code(anna, protected, browse):
    browser = browse()
    send(browser, anna.user.email)
    for _ in range(5):
        browser.post(reverse("mfa_authenticate"), {"code": "000000"})

    page = browser.post(reverse("mfa_authenticate"), {"code": code_of(protected)})

    assert "Příliš mnoho" in page.content.decode()
    assert not signed_in(browser)


def test_switches_the_second_step_on_and_off(anna, browse):
    browser = browse()
    send(browser, anna.user.email)
    sure(browser)
    page = browser.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret

    assert b"data:image/svg+xml;base64," in page.content
    assert browser.post(reverse("mfa_activate_totp"), {"code": "000000"}).status_code == 200
    assert browser.post(reverse("mfa_activate_totp"), {"code": code_of(secret)}).url == reverse(
        "mfa_view_recovery_codes"
    )
    codes = browser.get(reverse("mfa_view_recovery_codes"))
    assert len(codes.context["codes"]) == 10
    assert "10" in browser.get(reverse("account")).content.decode()
    assert browser.get(reverse("mfa_download_recovery_codes")).content.split() == [
        code.encode() for code in codes.context["codes"]
    ]
    browser.post(reverse("mfa_generate_recovery_codes"))
    fresh = browser.get(reverse("mfa_view_recovery_codes")).context["codes"]
    assert not set(fresh) & set(codes.context["codes"])
    Authenticator.objects.filter(type="recovery_codes").delete()
    assert (
        reverse("mfa_download_recovery_codes") not in browser.get(reverse("mfa_view_recovery_codes")).content.decode()
    )
    assert browser.get(reverse("mfa_download_recovery_codes")).status_code == 404
    assert browser.get(reverse("mfa_deactivate_totp")).status_code == 200
    browser.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.exists()


def test_asks_for_the_password_again_before_a_change_of_protection(anna, browse):
    browser = browse(anna)

    asked = browser.get(reverse("mfa_activate_totp"))
    assert asked.url.startswith(reverse("account_reauthenticate"))
    assert browser.get(asked.url).status_code == 200
    assert browser.post(asked.url, {"password": "spatne-heslo"}).status_code == 200
    assert browser.post(asked.url, {"password": PASSWORD}).status_code == 302
    assert browser.get(reverse("mfa_activate_totp")).status_code == 200


def test_asks_for_a_code_again_where_there_is_one(anna, protected, browse):
    browser = browse(anna)

    page = browser.get(reverse("mfa_reauthenticate"))

    assert page.status_code == 200
    assert browser.post(reverse("mfa_reauthenticate"), {"code": code_of(protected)}).status_code == 302


def test_changes_the_password(anna, browse):
    browser = browse(anna)
    new = {"password1": "zelena-lucerna-77", "password2": "zelena-lucerna-77"}

    assert browser.post(reverse("account_change_password"), {"oldpassword": "spatne"} | new).status_code == 200
    assert browser.post(reverse("account_change_password"), {"oldpassword": PASSWORD} | new).url == reverse("account")
    assert signed_in(browser)
    assert send(browse(), anna.user.email, "zelena-lucerna-77").status_code == 302


def test_sends_a_link_to_a_new_password_that_works_once(anna, browse):
    browser = browse()
    browser.get(reverse("account_reset_password"))
    answer = browser.post(reverse("account_reset_password"), {"email": anna.user.email})

    (letter,) = mail.outbox
    assert answer.url == reverse("account_reset_password_done")
    assert browser.get(answer.url).status_code == 200
    link = re.search(r"http://testserver(\S+)", letter.body)[1]
    form = browser.get(browser.get(link).url)
    new = {"password1": "zelena-lucerna-77", "password2": "zelena-lucerna-77"}
    done = browser.post(form.context["action_url"], new)
    assert browser.get(done.url).status_code == 200
    assert send(browse(), anna.user.email, "zelena-lucerna-77").status_code == 302
    assert browse().get(link).context["token_fail"]


def test_a_link_does_not_go_round_the_code_of_the_phone(anna, protected, browse):
    browser = browse()
    browser.post(reverse("account_reset_password"), {"email": anna.user.email})
    link = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]
    form = browser.get(browser.get(link).url)
    browser.post(form.context["action_url"], {"password1": "zelena-lucerna-77", "password2": "zelena-lucerna-77"})

    assert not signed_in(browser)
    assert send(browser, anna.user.email, "zelena-lucerna-77").url == reverse("mfa_authenticate")


def test_sends_nothing_to_an_unknown_address_and_says_the_same(anna, browse):
    answer = browse().post(reverse("account_reset_password"), {"email": "nikdo@example.org"})

    assert answer.url == reverse("account_reset_password_done")
    assert mail.outbox == []


def test_a_link_asked_for_does_not_hinder_the_second_step(anna, browse):
    browse().post(reverse("account_reset_password"), {"email": anna.user.email})
    browser = browse()
    send(browser, anna.user.email)
    sure(browser)

    assert browser.get(reverse("mfa_activate_totp")).status_code == 200


PAGES = ["account", "account_change_password", "account_logout"]
OPEN_PAGES = ["account_login", "account_reset_password", "account_reset_password_done", "account_inactive"]


@pytest.mark.parametrize("name", [*PAGES, *OPEN_PAGES])
def test_nothing_is_scripted_or_styled_inline(anna, browse, name):
    page = (browse(anna) if name in PAGES else browse()).get(reverse(name))

    assert page.status_code == 200
    scripts = re.findall(r"<script([^>]*)>", page.content.decode())
    assert [s for s in scripts if "src=" not in s and "importmap" not in s] == []
    assert not re.search(rb"<style|\sstyle=|\son\w+=", page.content)


@pytest.mark.parametrize("name", ["account_reset_password", "account_reset_password_done"])
def test_no_mail_is_promised_where_none_is_sent(db, browse, settings, name):
    settings.MAIL_IS_SENT = False

    page = browse().get(reverse(name)).content.decode()

    assert "Odsud se pošta neposílá" in page
    assert "odkaz" not in page
    assert 'name="email"' not in page


def test_a_mail_server_that_is_down_does_not_tell_who_has_an_account(anna, browse, monkeypatch, caplog):
    def down(*args, **kwargs):
        raise SMTPServerDisconnected(anna.user.email)

    monkeypatch.setattr("django.core.mail.EmailMessage.send", down)
    caplog.set_level("ERROR", "spojka.mail")

    answers = [
        browse().post(reverse("account_reset_password"), {"email": email})
        for email in (anna.user.email, "nikdo@example.org")
    ]

    assert {(answer.status_code, answer.url) for answer in answers} == {(302, reverse("account_reset_password_done"))}
    (line,) = [record for record in caplog.records if record.name == "spojka.mail"]
    written = JsonFormatter().format(line)
    assert "SMTPServerDisconnected" in written
    assert anna.user.email not in written
